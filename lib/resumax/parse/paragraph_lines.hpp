#pragma once

#include <resumax/parse/layout.hpp>

#include <vector>

namespace resumax::parse {

/// The paragraphs of a flowing document as lines: line breaks inside a paragraph part it, rows of a table keep
/// together. Offsets into Flow::text are not set yet.
std::vector<Line> paragraph_lines(const document::Document& document);

}  // namespace resumax::parse
