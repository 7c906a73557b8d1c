#pragma once

#include <resumax/core/resume.hpp>

class QPDFObjectHandle;
class QPDFPageObjectHelper;

namespace resumax::extract {

/// The visible part of a page in PDF coordinates (origin bottom left) and its rotation.
struct Frame {
  double left = 0, bottom = 0, right = 612, top = 792;
  int rotation = 0;
};

Frame frame_of(QPDFPageObjectHelper& page);
/// A PDF rectangle of finite numbers, its corners in order; false for anything else.
bool read_rectangle(QPDFObjectHandle array, double (&sides)[4]);

/// A rectangle of the page (x0 <= x1, y0 <= y1, y upwards) as it is seen: from the top left, turned as the page is.
Box to_seen(const Box& drawn, const Frame& frame);
/// The way back.
Box to_drawn(const Box& seen, const Frame& frame);

}  // namespace resumax::extract
