#pragma once

#include <resumax/render/formats.hpp>
#include <resumax/render/typeset.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace resumax::render {

/// A4 in points, origin at the top left.
inline constexpr double page_width = 595.28, page_height = 841.89;

struct Color {
  double red = 0, green = 0, blue = 0;
};

struct Style {
  Face face;
  double size, leading;  ///< points
  Color color;
};

/// Cells side by side from `x` on, in the order they are drawn, left to right.
struct Segment {
  double x = 0;
  double width = 0;
  const Style* style = nullptr;
  std::vector<Cell> cells;
  int link = -1;       ///< index into Layout::links
  bool label = false;  ///< the bullet of a list item
};

/// One printed line; its segments stand in reading order.
struct Row {
  std::size_t block = 0;
  std::vector<Segment> segments;
  double before = 0;  ///< space above, none at the top of a page
  double height = 0;
  double baseline = 0;     ///< below the row's top
  bool keep_next = false;  ///< no page break after it
  bool ruled = false;      ///< a rule from margin to margin below the text
};

/// What the rows of a block are to a screen reader.
enum class Tag { title, heading, entry, paragraph, bullet };

struct PlacedRow {
  std::size_t row = 0;
  double top = 0;  ///< of the row on its page
};

struct Layout {
  std::vector<Tag> blocks;
  std::vector<Row> rows;
  std::vector<std::string> links;
  std::vector<std::vector<PlacedRow>> pages;
  double left = 0, right = 0;  ///< the margins' places, for rules
};

/// The resume set in one column on A4 pages. No page ends in a heading or the opening of an entry, and none holds a
/// single line of a longer paragraph.
Layout lay_out(const Manuscript& manuscript, FontSet& fonts);

/// Rows onto pages of `height` points: breaks only where allowed, unless rows kept together are taller than a page.
std::vector<std::vector<PlacedRow>> paginate(const std::vector<Row>& rows, double top, double height);

}  // namespace resumax::render
