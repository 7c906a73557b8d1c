#pragma once

#include <resumax/parse/page_cells.hpp>

#include <string>
#include <vector>

namespace resumax::parse {

/// Font size of most of a cell's letters, or near it.
double size_of(const Cell& cell);

/// The text of cells, with blanks between.
std::string text_of(const std::vector<Cell>& all, const std::vector<int>& cells);

/// Cells that stand on one line of print.
struct CellRow {
  std::vector<int> cells;
  double baseline = 0;
};

/// `cells` (indexes, sorted by baseline) as rows from top to bottom.
std::vector<CellRow> rows_of(const std::vector<Cell>& all, const std::vector<int>& cells);

/// The cells of a label column in groups that belong together (a label wrapped over lines), given the other side.
/// `at_start`: the column stands at the start side.
std::vector<std::vector<int>> label_groups(const std::vector<Cell>& all, std::vector<int> labels,
                                           const std::vector<int>& content, bool right_to_left, bool at_start);

}  // namespace resumax::parse
