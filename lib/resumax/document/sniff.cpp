#include <resumax/core/error.hpp>
#include <resumax/document/document.hpp>
#include <resumax/document/text_bytes.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::document {

namespace {

using namespace std::string_view_literals;

struct Foreign {
  std::string_view magic;
  std::size_t offset;
  std::string_view what;
  std::string_view hint;
};

constexpr auto export_hint = "export it as PDF or DOCX"sv;
constexpr auto picture_hint = "a picture holds no text: export the document itself as PDF or DOCX"sv;
constexpr auto archive_hint = "unpack it first"sv;

constexpr std::array foreign_formats{
    Foreign{"{\\rtf"sv, 0, "a rich text (RTF) file", export_hint},
    Foreign{"%!PS"sv, 0, "a PostScript file", "convert it to PDF (ps2pdf)"},
    Foreign{"\x89PNG"sv, 0, "a PNG picture", picture_hint},
    Foreign{"\xFF\xD8\xFF"sv, 0, "a JPEG picture", picture_hint},
    Foreign{"GIF8"sv, 0, "a GIF picture", picture_hint},
    Foreign{"II*\0"sv, 0, "a TIFF picture", picture_hint},
    Foreign{"MM\0*"sv, 0, "a TIFF picture", picture_hint},
    Foreign{"WEBP"sv, 8, "a WebP picture", picture_hint},
    Foreign{"ftypheic"sv, 4, "a HEIC picture", picture_hint},
    Foreign{"ftypmif1"sv, 4, "a HEIF picture", picture_hint},
    Foreign{"ftypavif"sv, 4, "an AVIF picture", picture_hint},
    Foreign{"AT&TFORM"sv, 0, "a DjVu file", "export it as PDF with a text layer"},
    Foreign{"\x1F\x8B"sv, 0, "a gzip archive", archive_hint},
    Foreign{"7z\xBC\xAF\x27\x1C"sv, 0, "a 7z archive", archive_hint},
    Foreign{"Rar!"sv, 0, "a RAR archive", archive_hint},
    Foreign{"BZh"sv, 0, "a bzip2 archive", archive_hint},
    Foreign{"\xFD\x37zXZ"sv, 0, "an xz archive", archive_hint},
    Foreign{"<?xml"sv, 0, "an XML file", export_hint},
    Foreign{"\x7F"
            "ELF"sv,
            0, "a program", ""},
    Foreign{"MZ\x90"sv, 0, "a program", ""},
};

/// What a ZIP archive is, by the names of the files in it, which stand in it uncompressed.
constexpr std::array zip_formats{
    Foreign{"mimetypeapplication/vnd.oasis.opendocument.text"sv, 0, "an OpenDocument text (ODT)", export_hint},
    Foreign{"mimetypeapplication/vnd.oasis.opendocument"sv, 0, "an OpenDocument file", export_hint},
    Foreign{"mimetypeapplication/epub+zip"sv, 0, "an EPUB book", export_hint},
    Foreign{"Index/Document.iwa"sv, 0, "an iWork file", export_hint},
    Foreign{"index.apxl"sv, 0, "an iWork file", export_hint},
    Foreign{"xl/workbook"sv, 0, "an Excel workbook", export_hint},
    Foreign{"ppt/presentation"sv, 0, "a PowerPoint presentation", export_hint},
};

bool has(std::string_view bytes, std::string_view part) { return bytes.find(part) != std::string_view::npos; }

/// The extension in lower case with its dot, "" without one.
std::string extension(std::string_view filename) {
  const auto slash = filename.find_last_of('/');
  if (slash != std::string_view::npos) filename.remove_prefix(slash + 1);
  const auto dot = filename.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string out(filename.substr(dot));
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string name_of(std::string_view filename) {
  return filename.empty() ? "the input" : text::squeeze(text::to_utf8(filename));
}

[[noreturn]] void refuse(std::string_view filename, std::string_view what, std::string_view hint) {
  throw Error(Errc::unsupported_format, name_of(filename) + " is " + std::string(what), std::string(hint));
}

Format sniff_zip(std::string_view bytes, std::string_view filename) {
  for (const auto& format : zip_formats)
    if (has(bytes, format.magic)) refuse(filename, format.what, format.hint);
  if (has(bytes, "word/") || is_one_of(extension(filename), {".docx", ".docm", ".dotx"})) return Format::docx;
  refuse(filename, "a ZIP archive", archive_hint);
}

/// Microsoft's compound file: old Word, or a new document inside an encrypted package.
Format sniff_compound_file(std::string_view bytes, std::string_view filename) {
  if (has(bytes, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv)) return Format::docx;
  if (has(bytes, "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv))
    refuse(filename, "an old Word document (.doc)", "save it as DOCX or PDF");
  refuse(filename, "an old Microsoft Office file", "save it as DOCX or PDF");
}

bool is_json_object(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto skip = [&] { bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size())); };
  skip();
  if (!bytes.starts_with('{')) return false;
  bytes.remove_prefix(1);
  skip();
  return bytes.starts_with('"') || bytes.starts_with('}');
}

/// Readers accept other bytes before a PDF; a text that only speaks of the mark is none.
bool is_pdf(std::string_view bytes, std::string_view filename) {
  const auto at = bytes.substr(0, 1024).find("%PDF-");
  if (at == std::string_view::npos) return false;
  return at == 0 || extension(filename) == ".pdf" || looks_binary(bytes);
}

Format sniff_text(std::string_view bytes, std::string_view filename) {
  const auto ending = extension(filename);
  const bool binary = looks_binary(bytes);
  if (is_one_of(ending, {".pdf", ".docx"})) {
    const std::string kind = ending == ".pdf" ? "PDF" : "DOCX";
    throw Error(Errc::unsupported_format, name_of(filename) + " is not a " + kind + " file, although its name says so",
                binary ? "open it in its own program and export it again"
                       : "it holds plain text: rename it to .txt, or export the document again");
  }
  if (binary) refuse(filename, "neither a document nor text", "PDF, DOCX, text, Markdown and JSON Resume are read");
  if (ending == ".json" || is_json_object(bytes)) return Format::json_resume;
  return is_one_of(ending, {".md", ".markdown", ".mkd", ".mdown"}) ? Format::markdown : Format::text;
}

}  // namespace

Format sniff(std::string_view bytes, std::string_view filename) {
  if (bytes.empty())
    throw Error(Errc::invalid_input, name_of(filename) + " is empty", "check that the export finished");
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return sniff_zip(bytes, filename);
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return sniff_compound_file(bytes, filename);
  for (const auto& format : foreign_formats)
    if (bytes.size() > format.offset && bytes.substr(format.offset).starts_with(format.magic))
      refuse(filename, format.what, format.hint);
  if (is_pdf(bytes, filename)) return Format::pdf;
  return sniff_text(bytes, filename);
}

}  // namespace resumax::document
