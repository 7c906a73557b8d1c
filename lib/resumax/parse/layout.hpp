#pragma once

#include <resumax/core/resume.hpp>
#include <resumax/document/document.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::parse {

/// How a run of text looks. Equal looks play equal roles within one document.
struct Look {
  float size = 0;  ///< points, 0 when unknown
  std::uint16_t font = 0;
  bool bold = false, italic = false, caps = false;
};

/// Whether two runs look the same: size within 4%, same font, weight, slant and case.
bool same_look(const Look& a, const Look& b);

/// A part of a line between wide gaps or changes of look: bytes [begin, end) of Line::text.
struct Segment {
  std::uint32_t begin = 0, end = 0;
  bool after_gap = false;  ///< a wide gap (a tab) separates it from the one before
  Box box;
  Look look;
};

/// A logical line: a paragraph, a list item, or one line of an entry's head. Wrapped lines are joined already.
struct Line {
  std::string text;         ///< without its list marker, blanks squeezed, "\t" at wide gaps
  std::uint32_t begin = 0;  ///< of `text` in Flow::text
  std::int32_t page = 0;
  Box box;
  Look look;  ///< of most of its letters
  std::vector<Segment> segments;
  bool bullet = false;
  bool right_to_left = false;
  bool joined = false;      ///< made of several printed lines
  bool fresh = false;       ///< first line of a page, column or cell group: what stood before need not go on here
  bool soft_break = false;  ///< follows the line before inside the same paragraph of the source
  float gap = 0;            ///< white space above in line heights; 0 when unknown
  double indent = 0;        ///< distance of its start from the start edge of its column, points
  bool margin = false;      ///< stands in the header or footer that the source states
  int column = 0;           ///< lines of one column of the page design share it
  int heading = 0;          ///< outline level the source states, 0 for body text
  int level = -1;           ///< list level, -1 outside
  int row = -1;             ///< lines of one row of a table or of a label column share it
  bool label = false;       ///< stands in the label cell of its row

  std::string_view part(const Segment& segment) const {
    return std::string_view(text).substr(segment.begin, segment.end - segment.begin);
  }
};

/// A document as lines in reading order. `text` holds them, each after its list marker, one per line.
struct Flow {
  std::vector<Line> lines;
  std::string text;
  bool right_to_left = false;  ///< of most of its letters
  float body_size = 0;         ///< font size of most letters, 0 when unknown
};

/// Pages by recursive XY-cut, or paragraphs as they stand. Lines repeated at the margin of several pages stay once,
/// page numbers go, everything else is kept. Near-linear in the number of words.
Flow lay_out(const document::Document& document);

}  // namespace resumax::parse
