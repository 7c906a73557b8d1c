#pragma once

#include <resumax/parse/cell_rows.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace resumax::parse {

/// What stands at one side of a vertical line through rows of a page.
struct Side {
  std::vector<int> cells;  ///< from top to bottom
  double x0 = 1e9, x1 = -1e9;
  std::size_t bytes = 0;
  double width() const { return std::max(0.0, x1 - x0); }
};

/// Rows of a page and what can be measured on them; lengths in points.
class PageRows {
 public:
  PageRows(const std::vector<Cell>& all, const std::vector<CellRow>& rows, bool right_to_left);

  const std::vector<Cell>& all() const { return all_; }
  const Cell& cell(int i) const { return all_[static_cast<std::size_t>(i)]; }
  const std::vector<CellRow>& rows() const { return rows_; }
  bool right_to_left() const { return right_to_left_; }
  double em() const { return em_; }  ///< usual font size

  /// Rows [begin, end) left and right of x.
  std::pair<Side, Side> sides(double x, std::size_t begin, std::size_t end) const;
  /// How far a line of `side` is from the line of a cell.
  double nearest(const Cell& c, const Side& side) const;
  /// Whether a cell is the name of a section in letters that stand out.
  bool is_heading(const Cell& c) const;
  bool has_heading(const Side& side) const;
  /// Whether a side has a heading about as large or larger.
  bool has_heading_like(const Cell& heading, const Side& side) const;
  /// Share of the lines of `side` that stand on a line of `other`.
  double aligned(const Side& side, const Side& other) const;
  /// Whether lines of a side follow each other as those of a paragraph.
  bool wraps(const Side& side) const;
  /// Whether a side holds more than terms.
  bool prose(const Side& side) const;
  /// Share of rows [begin, end) whose part behind x starts at the edge of the end side, give or take `ems`: columns are
  /// set flush, the rivers of justified text are not.
  double flush(const Side& side, double x, std::size_t begin, std::size_t end, double ems) const;

  /// Whether the cells of the start side end at one edge and begin at many: set against the gutter, as labels are.
  bool leans_on_gutter(const Side& side) const;
  /// Share of the lines of `side` that stand on a line of `other`, of those that have one within their height.
  double beside_or_alone(const Side& side, const Side& other) const;

 private:
  const std::vector<Cell>& all_;
  const std::vector<CellRow>& rows_;
  const bool right_to_left_;
  double em_ = 10;
};

}  // namespace resumax::parse
