#pragma once

#include <resumax/parse/page_cells.hpp>

#include <optional>
#include <vector>

namespace resumax::parse {

/// Cells that stand on one line of print.
struct CellRow {
  std::vector<int> cells;
  double baseline = 0;
};

/// `cells` (indexes, sorted by baseline) as rows from top to bottom.
std::vector<CellRow> rows_of(const std::vector<Cell>& all, const std::vector<int>& cells);

enum class GutterKind {
  columns,  ///< two texts side by side, each read down
  labels,   ///< the start side names what stands at its right: section names, dates
  margin,   ///< the end side accompanies the rows of the start side: dates, places
};

/// A vertical strip of white at the left of `x` through rows [begin, end).
struct Gutter {
  GutterKind kind = GutterKind::columns;
  double x = 0;
  std::size_t begin = 0, end = 0;
  bool major = false;  ///< part of the page's design, not of one list
};

/// The gutter through most of the rows that parts them sensibly.
std::optional<Gutter> find_gutter(const std::vector<Cell>& all, const std::vector<CellRow>& rows, bool right_to_left,
                                  double page_height);

/// The cells of a label column in groups that belong together (a label wrapped over lines), given the other side.
/// `at_start`: the column stands at the start side.
std::vector<std::vector<int>> label_groups(const std::vector<Cell>& all, std::vector<int> labels,
                                           const std::vector<int>& content, bool right_to_left, bool at_start);

}  // namespace resumax::parse
