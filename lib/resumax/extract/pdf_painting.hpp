#pragma once

#include <resumax/core/resume.hpp>

#include <qpdf/QPDFObjectHandle.hh>

#include <cstddef>
#include <deque>
#include <set>
#include <string>
#include <vector>

class QPDF;
class QPDFPageObjectHelper;

namespace resumax::extract {

/// A colour as it would look on paper; not known for patterns, images and most special colour spaces.
struct Ink {
  bool known = true;
  float red = 0, green = 0, blue = 0;
};

/// Something painted that is no text: what stands behind the texts after it, and may cover those before it.
struct Paint {
  Box box;  ///< in the page's coordinates, as all boxes here
  Ink ink;
  float alpha = 1;
  bool exact = false;  ///< fills all of its box, in one colour, hiding what was there
  bool image = false;
};

/// One operator that shows text.
struct TextShow {
  std::size_t stream = 0;             ///< index into Painting::streams
  std::size_t begin = 0, end = 0;     ///< its bytes there, operands included
  double a = 1, b = 0, c = 0, d = 1;  ///< what its coordinate system does to a vector of the page
  double x = 0, y = 0;                ///< where its line starts; it may start further on
  double ahead_x = 0, ahead_y = 0;    ///< from its start to its end, a guess
  double size = 0;                    ///< the smaller of its glyphs' width and height, by the font's size
  Ink fill, stroke;
  float fill_alpha = 1, stroke_alpha = 1;
  int mode = 0;
  bool masked = false;  ///< seen through a soft mask: how well is not known
  bool layer_off = false;
  Box clip;
  std::size_t paints = 0;  ///< how many of Painting::paints came before
  int text_clip = 0;       ///< of mode 7: its number in Painting::filled_clips once something shows in it
};

/// A content stream of a page: the page's own, or that of a form on it.
struct PaintedStream {
  std::string bytes;
  QPDFObjectHandle form;  ///< null for the page's own
};

/// What a page draws, in order.
struct Painting {
  std::deque<PaintedStream> streams;  ///< those being read stay where they are
  std::vector<TextShow> shows;
  std::vector<Paint> paints;
  std::vector<Box> dots;  ///< small shapes about as wide as high, each drawn by itself: list marks among them
  std::set<int> filled_clips;
  bool whole = true;  ///< false where the page is larger than any resume's, and its end was not looked at
};

/// The optional-content groups that are switched off when the document opens.
std::set<int> layers_switched_off(QPDF& pdf);

/// Reads a page's content. `budget`: bytes of content still to be read in this document. Throws what qpdf throws for a
/// damaged stream.
Painting read_painting(QPDFPageObjectHelper& page, const std::set<int>& layers_off, std::size_t& budget);

}  // namespace resumax::extract
