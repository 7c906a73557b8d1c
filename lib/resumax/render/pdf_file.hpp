#pragma once

#include <resumax/render/font.hpp>

#include <memory>
#include <string>
#include <string_view>

#include <hpdf.h>

namespace resumax::render {

/// A PDF being written: libharu's objects, pages and streams, with the parts that libharu lacks or gets wrong (subset
/// fonts with their characters, Unicode metadata) made of its objects. Any failure throws Errc::internal.
class PdfFile {
 public:
  PdfFile();
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;

  HPDF_Doc doc() const { return doc_.get(); }
  HPDF_Dict catalog() const;

  HPDF_Dict dict() const;                          ///< a new direct dictionary
  HPDF_Dict object() const;                        ///< a new indirect one
  HPDF_Array array() const;                        ///< a new direct array
  HPDF_Dict stream(std::string_view bytes) const;  ///< a new compressed stream

  void set_name(HPDF_Dict in, const char* key, const char* name) const;
  void set_number(HPDF_Dict in, const char* key, int value) const;
  void set(HPDF_Dict in, const char* key, void* object) const;
  void add(HPDF_Array to, void* object) const;
  void set_text(HPDF_Dict in, const char* key, std::string_view utf8) const;  ///< as UTF-16

  /// Title and author of the document.
  void set_info(std::string_view title, std::string_view author) const;

  /// The used glyphs of a font as a composite font; two bytes per code.
  HPDF_Font add_font(const Font& font, std::string_view tag) const;

  HPDF_Page add_page(double width, double height) const;
  void write(HPDF_Page page, std::string_view operators) const;
  /// Space that leads to a URL, from the bottom left of the page.
  HPDF_Dict add_link(HPDF_Page page, HPDF_Rect place, const std::string& url) const;

  std::string bytes() const;

 private:
  struct Free {
    void operator()(HPDF_Doc doc) const { HPDF_Free(doc); }
  };
  void check() const;
  template <class T>
  T made(T object) const;

  std::unique_ptr<_HPDF_Doc_Rec, Free> doc_;
};

/// A number as PDF operators take it: at most three decimals, no exponent.
std::string pdf_number(double value);
/// UTF-16BE as hexadecimal digits.
std::string utf16_hex(char32_t character);

}  // namespace resumax::render
