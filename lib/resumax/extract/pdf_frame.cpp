#include <resumax/extract/pdf_frame.hpp>

#include <qpdf/QPDFPageObjectHelper.hh>

#include <cmath>

namespace resumax::extract {

bool read_rectangle(QPDFObjectHandle array, double (&sides)[4]) {
  if (!array.isArray() || array.getArrayNItems() != 4) return false;
  for (int i = 0; i < 4; ++i) {
    auto item = array.getArrayItem(i);
    if (!item.isNumber()) return false;
    sides[i] = item.getNumericValue();
    if (!std::isfinite(sides[i])) return false;
  }
  if (sides[0] > sides[2]) std::swap(sides[0], sides[2]);
  if (sides[1] > sides[3]) std::swap(sides[1], sides[3]);
  return true;
}

Frame frame_of(QPDFPageObjectHelper& page) {
  Frame frame;
  double sides[4];
  if (read_rectangle(page.getCropBox(), sides) || read_rectangle(page.getMediaBox(), sides))
    frame = {sides[0], sides[1], sides[2], sides[3], 0};
  if (auto rotate = page.getAttribute("/Rotate", false); rotate.isInteger())
    frame.rotation = static_cast<int>(((rotate.getIntValue() % 360) + 360) % 360);
  return frame;
}

Box to_seen(const Box& drawn, const Frame& frame) {
  const double x0 = drawn.x0 - frame.left, x1 = drawn.x1 - frame.left;
  const double up0 = drawn.y0 - frame.bottom, up1 = drawn.y1 - frame.bottom;
  const double width = frame.right - frame.left, height = frame.top - frame.bottom;
  switch (frame.rotation) {
    case 90:
      return {up0, x0, up1, x1};
    case 180:
      return {width - x1, up0, width - x0, up1};
    case 270:
      return {height - up1, width - x1, height - up0, width - x0};
    default:
      return {x0, height - up1, x1, height - up0};
  }
}

Box to_drawn(const Box& seen, const Frame& frame) {
  switch (frame.rotation) {
    case 90:
      return {frame.left + seen.y0, frame.bottom + seen.x0, frame.left + seen.y1, frame.bottom + seen.x1};
    case 180:
      return {frame.right - seen.x1, frame.bottom + seen.y0, frame.right - seen.x0, frame.bottom + seen.y1};
    case 270:
      return {frame.right - seen.y1, frame.top - seen.x1, frame.right - seen.y0, frame.top - seen.x0};
    default:
      return {frame.left + seen.x0, frame.top - seen.y1, frame.left + seen.x1, frame.top - seen.y0};
  }
}

}  // namespace resumax::extract
