#pragma once

#include <resumax/parse/cell_rows.hpp>

#include <optional>
#include <vector>

namespace resumax::parse {

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
  bool major = false;     ///< part of the page's design, not of one list
  bool sections = false;  ///< its labels name sections, which parts the text more than any other gutter
};

/// The gutter through most of the rows that parts them sensibly.
std::optional<Gutter> find_gutter(const std::vector<Cell>& all, const std::vector<CellRow>& rows, bool right_to_left,
                                  double page_height);

}  // namespace resumax::parse
