#pragma once

#include <resumax/parse/page_cells.hpp>

#include <vector>

namespace resumax::parse {

/// One printed line: cells of a page in reading direction.
struct PrintedRow {
  std::vector<int> cells;
  int band = -1;                ///< rows of one band of a label column share it
  bool label = false;           ///< the label of its band
  bool first = false;           ///< first row of a column or band
  double start = 0, limit = 0;  ///< edges of the column it stands in: where lines start, and where they wrap
};

/// Rows of one column of the page's design, or of the whole width between two such sets of columns.
struct Strip {
  bool column = false;
  Box box;
  std::vector<PrintedRow> rows;
};

/// Reading order of a page by recursive XY-cut over its cells (sorted by baseline). Bands are numbered from `next_band`
/// on.
std::vector<Strip> page_order(std::vector<Cell>& cells, bool right_to_left, double page_height, int& next_band);

}  // namespace resumax::parse
