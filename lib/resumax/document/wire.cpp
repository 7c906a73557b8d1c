#include <resumax/document/bytes.hpp>
#include <resumax/document/wire.hpp>

namespace resumax::document {

namespace {

constexpr std::uint32_t magic = 0x32445852;  // "RXD2"

void write(Writer& out, const Box& box) {
  for (const double side : {box.x0, box.y0, box.x1, box.y1}) out.f64(side);
}

void write(Writer& out, const Word& word) {
  out.string(word.text);
  write(out, word.box);
  out.f32(word.size);
  out.u16(word.font);
  out.boolean(word.space_after);
  out.u16(word.rotation);
}

void write(Writer& out, const Page& page) {
  out.f64(page.width);
  out.f64(page.height);
  out.count(page.words.size());
  for (const auto& word : page.words) write(out, word);
}

void write(Writer& out, const Paragraph& paragraph) {
  out.string(paragraph.text);
  out.string(paragraph.style);
  for (const int value : {paragraph.heading, paragraph.list_level, paragraph.table, paragraph.row, paragraph.column})
    out.i32(value);
  out.f32(paragraph.size);
  for (const bool flag : {paragraph.bold, paragraph.italic, paragraph.right_to_left, paragraph.header_or_footer})
    out.boolean(flag);
  out.count(paragraph.runs.size());
  for (const auto& run : paragraph.runs) {
    out.u32(run.begin);
    out.u32(run.end);
    out.boolean(run.bold);
    out.boolean(run.italic);
  }
}

void write(Writer& out, const Link& link) {
  out.string(link.uri);
  out.string(link.text);
  out.i32(link.page);
  write(out, link.box);
  out.i32(link.paragraph);
}

void write(Writer& out, const HiddenText& hidden) {
  out.string(hidden.text);
  out.u8(static_cast<std::uint8_t>(hidden.reason));
  out.i32(hidden.page);
  write(out, hidden.box);
  out.i32(hidden.paragraph);
}

Box read_box(Reader& in) {
  Box box;
  for (double* side : {&box.x0, &box.y0, &box.x1, &box.y1}) *side = in.f64();
  return box;
}

Word read_word(Reader& in, std::size_t fonts) {
  Word word;
  word.text = in.string();
  word.box = read_box(in);
  word.size = in.f32();
  word.font = in.u16();
  if (word.font >= fonts) Reader::fail("font index");
  word.space_after = in.boolean();
  word.rotation = in.u16();
  if (word.rotation % 90 != 0 || word.rotation >= 360) Reader::fail("rotation");
  return word;
}

Page read_page(Reader& in, std::size_t fonts) {
  Page page;
  page.width = in.f64();
  page.height = in.f64();
  page.words.resize(in.count(45));
  for (auto& word : page.words) word = read_word(in, fonts);
  return page;
}

int read_from(Reader& in, int least) {
  const int value = in.i32();
  if (value < least) Reader::fail("negative number");
  return value;
}

Paragraph read_paragraph(Reader& in) {
  Paragraph paragraph;
  paragraph.text = in.string();
  paragraph.style = in.string();
  paragraph.heading = read_from(in, 0);
  for (int* value : {&paragraph.list_level, &paragraph.table, &paragraph.row, &paragraph.column})
    *value = read_from(in, -1);
  paragraph.size = in.f32();
  for (bool* flag : {&paragraph.bold, &paragraph.italic, &paragraph.right_to_left, &paragraph.header_or_footer})
    *flag = in.boolean();
  paragraph.runs.resize(in.count(10));
  std::uint32_t last = 0;
  for (auto& run : paragraph.runs) {
    run = {in.u32(), in.u32(), in.boolean(), in.boolean()};
    if (run.begin < last || run.end < run.begin || run.end > paragraph.text.size()) Reader::fail("run");
    last = run.end;
  }
  return paragraph;
}

Link read_link(Reader& in, const Document& document) {
  Link link;
  link.uri = in.string();
  link.text = in.string();
  link.page = read_from(in, 0);
  if (static_cast<std::size_t>(link.page) > document.pages.size()) Reader::fail("page of a link");
  link.box = read_box(in);
  link.paragraph = read_from(in, -1);
  if (link.paragraph >= 0 && static_cast<std::size_t>(link.paragraph) >= document.paragraphs.size())
    Reader::fail("paragraph of a link");
  return link;
}

HiddenText read_hidden(Reader& in, const Document& document) {
  HiddenText hidden;
  hidden.text = in.string();
  const auto reason = in.u8();
  if (reason > static_cast<std::uint8_t>(HiddenReason::control)) Reader::fail("reason of hidden text");
  hidden.reason = static_cast<HiddenReason>(reason);
  hidden.page = read_from(in, 0);
  if (static_cast<std::size_t>(hidden.page) > document.pages.size()) Reader::fail("page of hidden text");
  hidden.box = read_box(in);
  hidden.paragraph = read_from(in, -1);
  if (hidden.paragraph > static_cast<int>(document.paragraphs.size())) Reader::fail("paragraph of hidden text");
  return hidden;
}

}  // namespace

std::string encode(const Document& document) {
  Writer out;
  out.u32(magic);
  out.u8(static_cast<std::uint8_t>(document.format));
  out.count(document.fonts.size());
  for (const auto& font : document.fonts) {
    out.string(font.name);
    out.boolean(font.bold);
    out.boolean(font.italic);
  }
  out.count(document.pages.size());
  for (const auto& page : document.pages) write(out, page);
  out.count(document.paragraphs.size());
  for (const auto& paragraph : document.paragraphs) write(out, paragraph);
  out.count(document.links.size());
  for (const auto& link : document.links) write(out, link);
  out.count(document.hidden.size());
  for (const auto& hidden : document.hidden) write(out, hidden);
  out.count(document.warnings.size());
  for (const auto& warning : document.warnings) out.string(warning);
  return out.take();
}

Document decode(std::string_view bytes) {
  Reader in(bytes);
  if (in.u32() != magic) Reader::fail("magic number");
  Document document;
  const auto format = in.u8();
  if (format > static_cast<std::uint8_t>(Format::json_resume)) Reader::fail("format");
  document.format = static_cast<Format>(format);
  document.fonts.resize(in.count(6));
  for (auto& font : document.fonts) {
    font.name = in.string();
    font.bold = in.boolean();
    font.italic = in.boolean();
  }
  document.pages.resize(in.count(20));
  for (auto& page : document.pages) page = read_page(in, document.fonts.size());
  document.paragraphs.resize(in.count(40));
  for (auto& paragraph : document.paragraphs) paragraph = read_paragraph(in);
  if (!document.pages.empty() && !document.paragraphs.empty()) Reader::fail("pages and paragraphs");
  document.links.resize(in.count(48));
  for (auto& link : document.links) link = read_link(in, document);
  document.hidden.resize(in.count(45));
  for (auto& hidden : document.hidden) hidden = read_hidden(in, document);
  document.warnings.resize(in.count(4));
  for (auto& warning : document.warnings) warning = in.string();
  if (!in.at_end()) Reader::fail("trailing bytes");
  return document;
}

}  // namespace resumax::document
