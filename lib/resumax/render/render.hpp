#pragma once

#include <resumax/core/names.hpp>
#include <resumax/core/resume.hpp>

#include <string>
#include <string_view>

namespace resumax::render {

enum class Format { pdf, docx, text, markdown, json };

struct Options {
  std::string font_directory;  ///< where the TrueType files are; "" for the system's usual places
};

/// A resume as a file's bytes, one clean single-column layout for all formats. The same resume gives the same bytes
/// on every run, and on every machine with the same fonts. A PDF drops symbols and private-use characters that no font
/// has. Throws invalid_input for letters that none has, naming them, and not_found when the font files are missing.
std::string render(const Resume& resume, Format format, const Options& options = {});

/// JSON Resume 1.0 as text (two-space indent, final newline), with "sections" for what no field claims.
std::string_view mime_type(Format format);
std::string_view file_extension(Format format);  ///< without the dot

}  // namespace resumax::render

namespace resumax {
template <>
struct Names<render::Format> {
  static constexpr std::string_view what = "export format";
  static constexpr NameTable<render::Format, 5> table{{
      {render::Format::pdf, "pdf"},
      {render::Format::docx, "docx"},
      {render::Format::text, "text"},
      {render::Format::markdown, "md"},
      {render::Format::json, "json"},
  }};
};
}  // namespace resumax
