#pragma once

#include <resumax/parse/source.hpp>

#include <resumax/document/document.hpp>

#include <vector>

namespace resumax::parse {

/// The part of a line that may be a person's name: what stands before addresses, signs, gaps and smaller print; empty
/// where that is too long or holds digits.
Piece find_name(const Source& source, std::size_t i);

/// The first of `lines` that a link stands on, or the number of all lines.
std::size_t line_of(const Source& source, const document::Link& link, const std::vector<std::size_t>& lines);

}  // namespace resumax::parse
