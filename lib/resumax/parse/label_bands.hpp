#pragma once

#include <resumax/parse/page_cells.hpp>

#include <vector>

namespace resumax::parse {

/// Where the band of each group of labels begins beside them: on the line of the label, or, where labels are set in the
/// middle of their bands, in the widest white between two labels. Ascending.
std::vector<double> band_tops(const std::vector<Cell>& all, const std::vector<std::vector<int>>& groups,
                              const std::vector<int>& content);

}  // namespace resumax::parse
