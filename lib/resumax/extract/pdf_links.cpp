#include <resumax/document/bytes.hpp>
#include <resumax/extract/pdf_frame.hpp>
#include <resumax/extract/pdf_links.hpp>
#include <resumax/text/unicode.hpp>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace resumax::extract {

namespace {

constexpr std::size_t most_links = 2000;
constexpr std::size_t longest_uri = 4096;

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
    link.box = to_seen({sides[0], sides[1], sides[2], sides[3]}, frame);
    link.text = words_under(document.pages[static_cast<std::size_t>(number) - 1], link.box);
    document.links.push_back(std::move(link));
  }
}

}  // namespace

void read_links(QPDF& pdf, document::Document& document) {
  std::size_t number = 0;
  for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    if (++number > document.pages.size()) break;
    read_page_links(page, static_cast<std::int32_t>(number), document);
  }
}

}  // namespace resumax::extract
