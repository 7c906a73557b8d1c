#pragma once

#include <resumax/parse/layout.hpp>

#include <vector>

namespace resumax::parse {

/// The pages of a document as logical lines in reading order: columns go on over pages, wrapped lines are joined,
/// repeated margins stay once, page numbers go. Offsets into Flow::text are not set yet.
std::vector<Line> page_lines(const document::Document& document);

}  // namespace resumax::parse
