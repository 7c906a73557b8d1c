#include <resumax/render/render.hpp>

#include <resumax/core/error.hpp>
#include <resumax/core/resume_json.hpp>
#include <resumax/render/formats.hpp>

#include <nlohmann/json.hpp>

namespace resumax::render {

namespace {

Manuscript manuscript_of(const Resume& resume) {
  Manuscript out{outline(resume), resume.basics.name.value, resume.language, Direction::left_to_right};
  out.direction = document_direction(out.language, out.sections);
  return out;
}

}  // namespace

std::size_t list_label(const OutlineSection& section, const OutlineLine& line) {
  constexpr std::size_t longest = 60;
  const bool lists = section.kind == SectionKind::skills || section.kind == SectionKind::interests;
  if (!lists || line.kind != OutlineKind::paragraph) return 0;
  const std::size_t colon = line.text.find(": ");
  return colon == std::string::npos || colon > longest ? 0 : colon + 1;
}

std::string render(const Resume& resume, Format format, const Options& options) {
  switch (format) {
    case Format::pdf:
      return to_pdf(manuscript_of(resume), options.font_directory);
    case Format::docx:
      return to_docx(manuscript_of(resume));
    case Format::text:
      return to_plain_text(manuscript_of(resume));
    case Format::markdown:
      return to_markdown(manuscript_of(resume));
    case Format::json:
      return to_json(resume).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  }
  throw Error(Errc::internal, "unknown export format");
}

std::string_view mime_type(Format format) {
  switch (format) {
    case Format::pdf:
      return "application/pdf";
    case Format::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case Format::text:
      return "text/plain; charset=utf-8";
    case Format::markdown:
      return "text/markdown; charset=utf-8";
    case Format::json:
      return "application/json";
  }
  return "application/octet-stream";
}

std::string_view file_extension(Format format) { return format == Format::text ? "txt" : to_string(format); }

}  // namespace resumax::render
