#include <tests/fuzz/checks.hpp>

#include <resumax/core/fields.hpp>
#include <resumax/core/outline.hpp>
#include <resumax/core/resume_json.hpp>
#include <resumax/text/unicode.hpp>

#include <nlohmann/json.hpp>

namespace resumax::fuzz {

namespace {

/// Length of the well-formed sequence at the start, 0 for none.
std::size_t sequence(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u; };
  const auto follows = [&](std::size_t i) { return (at(i) & 0xC0u) == 0x80u; };
  const unsigned lead = at(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (!follows(1) || !follows(2) || (lead == 0xE0 && at(1) < 0xA0) || (lead == 0xED && at(1) > 0x9F)) return 0;
    return 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (!follows(1) || !follows(2) || !follows(3)) return 0;
    return (lead == 0xF0 && at(1) < 0x90) || (lead == 0xF4 && at(1) > 0x8F) ? 0 : 4;
  }
  return 0;
}

bool starts_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80u;
}

void require_value(const Text& text, std::string_view source, const std::string& where) {
  require_utf8(text.value, where);
  require(text.confidence >= 0 && text.confidence <= 1, where + ": confidence out of range");
  require_slice(source, text.span.begin, text.span.end, where + ": span");
  for (const char c : text.value)
    require(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f, where + ": control character in a value");
}

void require_dates(const DateField& field, const std::string& where) {
  require_date(field.date, where);
  require_utf8(field.source.value, where);
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = sequence(bytes.substr(at));
    if (size == 0) return false;
    at += size;
  }
  return true;
}

void require_utf8(std::string_view text, const std::string& what) { require(is_utf8(text), what + ": bad UTF-8"); }

void require_slice(std::string_view text, std::size_t begin, std::size_t end, const std::string& what) {
  require(begin <= end && end <= text.size(), what + " outside the text");
  require(starts_character(text, begin) && starts_character(text, end), what + " cuts a character");
}

void require_date(const Date& date, const std::string& what) {
  if (date.empty()) {
    require(date.month == 0 && date.day == 0, what + ": a month without a year");
    return;
  }
  require(date.year >= 1940 && date.year <= 2049, what + ": year " + std::to_string(date.year));
  require(date.month >= 0 && date.month <= 12, what + ": month " + std::to_string(date.month));
  require(date.day >= 0 && date.day <= 31 && (date.day == 0 || date.month > 0), what + ": day");
  require(Date::from_iso(date.iso()) == date, what + ": " + date.iso() + " reads back otherwise");
}

std::string letters_of(std::string_view text) {
  std::string out;
  for (const char32_t c : text::decode(text))
    if (text::is_letter(c) || text::is_digit(c)) text::append(out, c);
  return out;
}

void require_sound(const ParsedResume& parsed) {
  const Resume& resume = parsed.resume;
  require_utf8(parsed.text, "text");
  for (const ConstField& field : fields(resume)) {
    require_value(*field.text, parsed.text, field.path);
    require(find_field(resume, field.path) == field.text, field.path + " names another field");
  }
  const auto range = [](const DateRange& dates, const std::string& where) {
    require_dates(dates.start, where);
    require_dates(dates.end, where);
  };
  for (const Work& work : resume.work) range(work.dates, "work");
  for (const Work& work : resume.volunteer) range(work.dates, "volunteer");
  for (const Education& education : resume.education) range(education.dates, "education");
  for (const Project& project : resume.projects) range(project.dates, "projects");
  for (const Section& section : resume.sections) require_value(section.heading, parsed.text, "heading");
  for (const OutlineSection& section : outline(resume))
    for (const OutlineLine& line : section.lines) {
      require_utf8(line.text + line.aside + line.link, "outline");
      for (const std::string& path : line.paths) require(find_field(resume, path) != nullptr, "outline names " + path);
    }
  const nlohmann::json json = to_json(resume), notes = field_notes(resume);
  Resume again = resume_from_json(nlohmann::json::parse(json.dump()));
  require(to_json(again) == json, "the JSON form reads back otherwise");
  apply_field_notes(again, nlohmann::json::parse(notes.dump()));
  require(field_notes(again) == notes, "the field notes read back otherwise");
}

std::pair<std::string_view, std::string_view> two_parts(std::string_view bytes) {
  const auto cut = bytes.find('\0');
  if (cut == std::string_view::npos) return {bytes.substr(0, bytes.size() / 2), bytes.substr(bytes.size() / 2)};
  return {bytes.substr(0, cut), bytes.substr(cut + 1)};
}

}  // namespace resumax::fuzz
