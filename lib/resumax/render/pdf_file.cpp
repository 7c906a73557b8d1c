#include <resumax/render/pdf_file.hpp>

#include <resumax/core/error.hpp>
#include <resumax/text/unicode.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

namespace resumax::render {

namespace {

void append_hex(std::string& out, std::uint32_t value, int digits) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  for (int i = digits - 1; i >= 0; --i) out += hex[value >> (4 * i) & 0xF];
}

std::vector<std::uint16_t> utf16_units(std::string_view utf8) {
  std::vector<std::uint16_t> out;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, at);
    if (c >= 0x10000) {
      out.push_back(static_cast<std::uint16_t>(0xD800 + ((c - 0x10000) >> 10)));
      out.push_back(static_cast<std::uint16_t>(0xDC00 + ((c - 0x10000) & 0x3FF)));
    } else {
      out.push_back(static_cast<std::uint16_t>(c));
    }
  }
  return out;
}

// Which character each code of a font stands for.
std::string unicode_map(const Font& font) {
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  const auto& used = font.used();
  constexpr std::size_t block = 100;  // the most entries that readers must take at once
  for (std::size_t begin = 1; begin < used.size(); begin += block) {
    const std::size_t end = std::min(used.size(), begin + block);
    out += std::to_string(end - begin) + " beginbfchar\n";
    for (std::size_t code = begin; code < end; ++code) {
      out += '<';
      append_hex(out, static_cast<std::uint32_t>(code), 4);
      // Two blanks for a gap: readers drop a single one and with it the width that joins what stands around it.
      const bool gap = used[code].blank && used[code].character == U' ';
      out += "> <" + utf16_hex(used[code].character) + (gap ? utf16_hex(U' ') : "") + ">\n";
    }
    out += "endbfchar\n";
  }
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

// URIs in PDF are ASCII.
std::string percent_encoded(std::string_view url) {
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F) {
      out += '%';
      append_hex(out, byte, 2);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string utf16_hex(char32_t character) {
  std::string utf8, out;
  text::append(utf8, character);
  for (const std::uint16_t unit : utf16_units(utf8)) append_hex(out, unit, 4);
  return out;
}

std::string pdf_number(double value) {
  const long thousandths = std::lround(value * 1000);
  const unsigned long size = static_cast<unsigned long>(thousandths < 0 ? -thousandths : thousandths);
  std::string out = (thousandths < 0 ? "-" : "") + std::to_string(size / 1000);
  if (size % 1000 == 0) return out;
  const std::string decimals = std::to_string(1000 + size % 1000).substr(1);
  return out + "." + decimals.substr(0, decimals.find_last_not_of('0') + 1);
}

PdfFile::PdfFile() : doc_(HPDF_New(nullptr, nullptr)) {
  if (!doc_) throw Error(Errc::internal, "out of memory for the PDF");
  HPDF_SetCompressionMode(doc(), HPDF_COMP_ALL);
  doc_->pdf_version = HPDF_VER_17;
}

HPDF_Dict PdfFile::catalog() const { return doc_->catalog; }

void PdfFile::check() const {
  if (const HPDF_STATUS status = HPDF_GetError(doc()); status != HPDF_OK)
    throw Error(Errc::internal, "writing the PDF failed with code " + std::to_string(status));
}

template <class T>
T PdfFile::made(T object) const {
  if (!object) {
    check();
    throw Error(Errc::internal, "out of memory for the PDF");
  }
  return object;
}

HPDF_Dict PdfFile::dict() const { return made(HPDF_Dict_New(doc_->mmgr)); }
HPDF_Array PdfFile::array() const { return made(HPDF_Array_New(doc_->mmgr)); }

HPDF_Dict PdfFile::object() const {
  const HPDF_Dict out = dict();
  HPDF_Xref_Add(doc_->xref, out);
  check();
  return out;
}

HPDF_Dict PdfFile::stream(std::string_view bytes) const {
  const HPDF_Dict out = made(HPDF_DictStream_New(doc_->mmgr, doc_->xref));
  out->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
  HPDF_Stream_Write(out->stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                    static_cast<HPDF_UINT>(bytes.size()));
  check();
  return out;
}

void PdfFile::set_name(HPDF_Dict in, const char* key, const char* name) const {
  HPDF_Dict_AddName(in, key, name);
  check();
}
void PdfFile::set_number(HPDF_Dict in, const char* key, int value) const {
  HPDF_Dict_AddNumber(in, key, value);
  check();
}
void PdfFile::set(HPDF_Dict in, const char* key, void* object) const {
  HPDF_Dict_Add(in, key, object);
  check();
}
void PdfFile::add(HPDF_Array to, void* object) const {
  HPDF_Array_Add(to, object);
  check();
}

void PdfFile::set_text(HPDF_Dict in, const char* key, std::string_view utf8) const {
  std::vector<HPDF_BYTE> bytes{0xFE, 0xFF};
  for (const std::uint16_t unit : utf16_units(utf8)) {
    bytes.push_back(static_cast<HPDF_BYTE>(unit >> 8));
    bytes.push_back(static_cast<HPDF_BYTE>(unit & 0xFF));
  }
  set(in, key, made(HPDF_Binary_New(doc_->mmgr, bytes.data(), static_cast<HPDF_UINT>(bytes.size()))));
}

void PdfFile::set_info(std::string_view title, std::string_view author) const {
  HPDF_SetInfoAttr(doc(), HPDF_INFO_CREATOR, "resumax");
  check();
  if (!title.empty()) set_text(doc_->info, "Title", title);
  if (!author.empty()) set_text(doc_->info, "Author", author);
}

HPDF_Font PdfFile::add_font(const Font& font, std::string_view tag) const {
  const FontMetrics metrics = font.metrics();
  const std::string name = std::string(tag) + "+" + metrics.name;

  const std::string program = font.subset();
  const HPDF_Dict file = stream(program);
  set_number(file, "Length1", static_cast<int>(program.size()));

  const HPDF_Dict descriptor = object();
  set_name(descriptor, "Type", "FontDescriptor");
  set_name(descriptor, "FontName", name.c_str());
  set_number(descriptor, "Flags", metrics.italic ? 4 + 64 : 4);
  const HPDF_Array box = array();
  for (const int value : {metrics.x_min, metrics.y_min, metrics.x_max, metrics.y_max}) HPDF_Array_AddNumber(box, value);
  set(descriptor, "FontBBox", box);
  set_number(descriptor, "ItalicAngle", metrics.italic_angle);
  set_number(descriptor, "Ascent", metrics.ascent);
  set_number(descriptor, "Descent", metrics.descent);
  set_number(descriptor, "CapHeight", metrics.cap_height);
  set_number(descriptor, "StemV", metrics.bold ? 140 : 80);
  set(descriptor, "FontFile2", file);

  const HPDF_Dict glyphs = object();
  set_name(glyphs, "Type", "Font");
  set_name(glyphs, "Subtype", "CIDFontType2");
  set_name(glyphs, "BaseFont", name.c_str());
  set_name(glyphs, "CIDToGIDMap", "Identity");
  const HPDF_Dict system = dict();
  set(glyphs, "CIDSystemInfo", system);
  set(system, "Registry", made(HPDF_String_New(doc_->mmgr, "Adobe", nullptr)));
  set(system, "Ordering", made(HPDF_String_New(doc_->mmgr, "Identity", nullptr)));
  set_number(system, "Supplement", 0);
  set(glyphs, "FontDescriptor", descriptor);
  const HPDF_Array widths = array(), all = array();
  HPDF_Array_AddNumber(widths, 0);
  for (const SubsetGlyph& glyph : font.used()) HPDF_Array_AddNumber(all, glyph.advance);
  add(widths, all);
  set(glyphs, "W", widths);

  const HPDF_Dict out = object();
  set_name(out, "Type", "Font");
  set_name(out, "Subtype", "Type0");
  set_name(out, "BaseFont", name.c_str());
  set_name(out, "Encoding", "Identity-H");
  const HPDF_Array descendants = array();
  set(out, "DescendantFonts", descendants);
  add(descendants, glyphs);
  set(out, "ToUnicode", stream(unicode_map(font)));
  return out;
}

HPDF_Page PdfFile::add_page(double width, double height) const {
  const HPDF_Page page = made(HPDF_AddPage(doc()));
  HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(width));
  HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(height));
  check();
  return page;
}

void PdfFile::write(HPDF_Page page, std::string_view operators) const {
  const HPDF_Stream out = static_cast<HPDF_PageAttr>(page->attr)->stream;
  HPDF_Stream_Write(out, reinterpret_cast<const HPDF_BYTE*>(operators.data()),
                    static_cast<HPDF_UINT>(operators.size()));
  check();
}

HPDF_Dict PdfFile::add_link(HPDF_Page page, HPDF_Rect place, const std::string& url) const {
  const HPDF_Annotation link = made(HPDF_Page_CreateURILinkAnnot(page, place, percent_encoded(url).c_str()));
  HPDF_LinkAnnot_SetBorderStyle(link, 0, 0, 0);
  check();
  return link;
}

std::string PdfFile::bytes() const {
  HPDF_SaveToStream(doc());
  check();
  HPDF_ResetStream(doc());
  HPDF_UINT32 size = HPDF_GetStreamSize(doc());
  std::string out(size, '\0');
  if (size > 0) HPDF_ReadFromStream(doc(), reinterpret_cast<HPDF_BYTE*>(out.data()), &size);
  check();
  out.resize(size);
  return out;
}

}  // namespace resumax::render
