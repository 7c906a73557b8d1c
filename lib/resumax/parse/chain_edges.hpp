#pragma once

#include <resumax/parse/word_chains.hpp>

#include <vector>

namespace resumax::parse {

/// Cuts chains where a wide blank ends at an edge that several lines share: a column beside, though close.
void cut_at_edges(std::vector<Chain>& chains, bool right_to_left);

}  // namespace resumax::parse
