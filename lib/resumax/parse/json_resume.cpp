#include <resumax/parse/directed.hpp>
#include <resumax/parse/findings.hpp>
#include <resumax/parse/keyword_wall.hpp>
#include <resumax/parse/parse.hpp>

#include <resumax/core/error.hpp>
#include <resumax/core/fields.hpp>
#include <resumax/core/outline.hpp>
#include <resumax/core/resume_json.hpp>
#include <resumax/document/invisible.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace resumax::parse {
namespace {

nlohmann::json read_json(std::string_view bytes) {
  try {
    return nlohmann::json::parse(bytes);
  } catch (const nlohmann::json::parse_error& error) {
    throw Error(Errc::parse_failed,
                "the file is not valid JSON: it breaks off or goes wrong at byte " + std::to_string(error.byte));
  }
}

bool is_resume(const nlohmann::json& json) {
  static constexpr std::array keys{"basics", "work", "education", "skills", "projects"};
  return json.is_object() && std::any_of(keys.begin(), keys.end(), [&](const char* key) { return json.contains(key); });
}

/// The outline as text, with the span of every field that a line is made of.
std::string write_text(Resume& resume) {
  std::string text;
  for (const OutlineSection& section : outline(resume)) {
    if (!section.heading.empty()) text += (text.empty() ? "" : "\n") + section.heading;
    for (const OutlineLine& line : section.lines) {
      if (!text.empty()) text += '\n';
      const std::size_t begin = text.size();
      text += line.text;
      if (!line.aside.empty()) text += '\t' + line.aside;
      for (const std::string& path : line.paths) {
        Text* field = find_field(resume, path);
        const std::size_t at = field && !field->empty() ? text.find(field->value, begin) : std::string::npos;
        if (at == std::string::npos) continue;
        field->span.begin = static_cast<std::uint32_t>(at);
        field->span.end = static_cast<std::uint32_t>(at + field->value.size());
      }
    }
  }
  return text;
}

/// As for other resumes, but field by field: there is no source but the fields.
std::vector<Finding> set_hostile_aside(Resume& resume, std::string_view bytes) {
  document::Document shapeless;
  document::InvisibleCharacters characters;
  for (const char32_t c : text::decode(bytes)) characters.see(c);
  shapeless.hidden = characters.take();
  std::vector<Finding> findings = document_findings(shapeless);
  for (Field& field : fields(resume)) {
    const auto ranges = find_directed(field.text->value);
    for (const TextRange& range : ranges)
      findings.push_back(directed_finding(field.text->value.substr(range.begin, range.end - range.begin)));
    if (!ranges.empty()) field.text->value = text::squeeze(without(field.text->value, ranges));
    if (!is_keyword_wall(field.text->value)) continue;
    findings.push_back(wall_finding(field.text->value));
    field.text->value.clear();
  }
  return findings;
}

}  // namespace

ParsedResume parse_json_resume(std::string_view bytes) {
  const nlohmann::json json = read_json(bytes);
  if (!is_resume(json))
    throw Error(Errc::invalid_input, "the JSON holds no resume: none of basics, work, education, skills or projects",
                "see jsonresume.org/schema");
  ParsedResume out;
  out.resume = resume_from_json(json);
  out.findings = set_hostile_aside(out.resume, bytes);
  out.text = write_text(out.resume);
  if (out.resume.language.empty()) out.resume.language = text::detect_language(out.text);
  return out;
}

}  // namespace resumax::parse
