#include <resumax/document/bytes.hpp>
#include <resumax/extract/pdf_links.hpp>
#include <resumax/extract/qpdf_open.hpp>
#include <resumax/text/unicode.hpp>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <cmath>
#include <exception>

namespace resumax::extract {

namespace {

constexpr std::size_t most_links = 2000;
constexpr std::size_t longest_uri = 4096;

/// The visible part of a page in PDF coordinates (origin bottom left) and its rotation.
struct Frame {
  double left = 0, bottom = 0, right = 612, top = 792;
  int rotation = 0;
};

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

/// A rectangle of the page as it is seen: from the top left, turned as the page is.
Box to_box(const double (&sides)[4], const Frame& frame) {
  const double x0 = sides[0] - frame.left, x1 = sides[2] - frame.left;
  const double up0 = sides[1] - frame.bottom, up1 = sides[3] - frame.bottom;
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

std::string words_under(const document::Page& page, const Box& box) {
  std::string out;
  for (const auto& word : page.words) {
    const double x = (word.box.x0 + word.box.x1) / 2, y = (word.box.y0 + word.box.y1) / 2;
    if (x < box.x0 || x > box.x1 || y < box.y0 || y > box.y1) continue;
    out += word.text;
    if (word.space_after) out += ' ';
  }
  return text::squeeze(out);
}

std::string uri_of(QPDFObjectHandle annotation) {
  auto action = annotation.getKey("/A");
  if (!action.isDictionary()) return {};
  auto uri = action.getKey("/URI");
  if (!uri.isString()) return {};
  const auto value = uri.getStringValue();
  // Meant to be ASCII; writers put UTF-8 or PDF's own text strings there too.
  return text::squeeze(document::is_utf8(value) ? value : text::to_utf8(uri.getUTF8Value())).substr(0, longest_uri);
}

void read_page_links(QPDFPageObjectHelper& page, std::int32_t number, document::Document& document) {
  const Frame frame = frame_of(page);
  for (auto& annotation : page.getAnnotations("/Link")) {
    if (document.links.size() >= most_links) return;
    auto object = annotation.getObjectHandle();
    double sides[4];
    document::Link link;
    link.uri = uri_of(object);
    if (link.uri.empty() || !read_rectangle(object.getKey("/Rect"), sides)) continue;
    link.page = number;
    link.box = to_box(sides, frame);
    link.text = words_under(document.pages[static_cast<std::size_t>(number) - 1], link.box);
    document.links.push_back(std::move(link));
  }
}

}  // namespace

void read_links(std::string_view bytes, document::Document& document) {
  try {
    const auto pdf = open_with_qpdf(bytes);
    std::size_t number = 0;
    for (auto& page : QPDFPageDocumentHelper(*pdf).getAllPages()) {
      if (++number > document.pages.size()) break;
      read_page_links(page, static_cast<std::int32_t>(number), document);
    }
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    document.warnings.emplace_back("unread_links");
  }
}

}  // namespace resumax::extract
