#pragma once

#include <resumax/parse/layout.hpp>

#include <string>
#include <vector>

namespace resumax::parse {

/// Words of a page that stand together on one line without a wide gap between them, in logical order.
struct Cell {
  std::string text;
  Box box;
  double baseline = 0;
  float size = 0;  ///< of most of its letters
  bool bullet = false, right_to_left = false;
  std::vector<Segment> segments;  ///< by look
  double widest_blank = 0;        ///< between its words, points
  int index = 0;                  ///< of its first word in the page's own order
};

/// Which pages start their lines at the right: most of their letters belong to right-to-left scripts, unless the lines
/// of the document, with many such letters, show by their edges where they start.
std::vector<bool> right_to_left_pages(const document::Document& document);

/// The upright words of a page as cells, sorted from top to bottom. A list marker belongs to the cell it marks and is
/// not in its text; letter-spaced words are closed up. `right_to_left`: where lines start.
std::vector<Cell> page_cells(const document::Document& document, const document::Page& page, bool right_to_left);

/// Words drawn sideways, one cell per run, in the page's order.
std::vector<Cell> rotated_cells(const document::Document& document, const document::Page& page);

/// Appends the cells of `more` to `cell` after a wide gap.
void append_cell(Cell& cell, const Cell& more, char separator);

}  // namespace resumax::parse
