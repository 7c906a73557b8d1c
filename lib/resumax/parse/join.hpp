#pragma once

#include <resumax/parse/layout.hpp>

#include <cstddef>
#include <vector>

namespace resumax::parse {

/// A line as printed, with the geometry that tells whether the next one goes on with it.
struct PrintedLine {
  Line line;
  double baseline = 0;
  double start = 0, limit = 0;  ///< edges of its column
  std::size_t cells = 1;        ///< parts with wide gaps between them
};

/// Wrapped lines as one, hyphenation undone; `gap` is set on every line. Lines are in reading order.
std::vector<Line> join_lines(std::vector<PrintedLine> lines);

}  // namespace resumax::parse
