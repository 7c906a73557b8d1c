#include "views.hpp"

#include <resumax/core/fields.hpp>
#include <resumax/core/outline.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::app {
namespace {

constexpr double doubtful = 0.8;  // confidence below which a line is marked for the reader to check
constexpr int readable = 100;     // wider lines are hard to read

bool is_doubtful(const Resume& resume, const OutlineLine& line) {
  return std::any_of(line.paths.begin(), line.paths.end(), [&](const std::string& path) {
    const Text* text = find_field(resume, path);
    return text && text->confidence < doubtful;
  });
}

/// Text at the left and its companion at the right, below it where both do not fit.
std::string with_aside(const std::string& text, const std::string& aside, int width, std::string_view first,
                       const std::string& painted_aside, bool bold, const Style& style) {
  const auto paint = [&](const std::string& line) { return bold ? style.bold(line) : line; };
  const int room = width - columns(first);
  if (aside.empty()) return wrapped(text, width, first, paint);
  if (columns(text) + columns(aside) + 2 <= room)
    return std::string(first) + pad(paint(text), room - columns(aside)) + painted_aside + "\n";
  return wrapped(text, width, first, paint) + std::string(static_cast<std::size_t>(columns(first)), ' ') +
         painted_aside + "\n";
}

std::string line_view(const OutlineLine& line, bool doubt, int width, const Style& style) {
  const std::string gutter = doubt ? style.doubt("? ") : "  ";
  switch (line.kind) {
    case OutlineKind::name:
    case OutlineKind::entry:
      return with_aside(line.text, line.aside, width, gutter, style.dim(line.aside), true, style);
    case OutlineKind::bullet:
      return wrapped(line.text, width, gutter + "  • ");
    default:
      return with_aside(line.text, line.aside, width, gutter, style.dim(line.aside), false, style);
  }
}

std::string field_line(std::string_view name, const std::string& value, const Look& look) {
  return value.empty() ? "" : wrapped(value, look.width, look.style.dim(pad(std::string(name), 11)));
}

std::string years(double value) {
  const bool whole = std::abs(value - std::round(value)) < 0.05;
  return (whole ? std::to_string(static_cast<int>(std::round(value))) : points(value)) + "+";
}

std::string joined(const std::vector<Text>& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : ", ") + text.value;
  return out;
}

std::string lines_of(const JobDescription& posting, RequirementLevel level, std::string_view title, const Look& look) {
  std::string out;
  for (const auto& line : posting.lines)
    if (line.kind == PostingLineKind::requirement && line.level == level)
      out += wrapped(line.text.value, look.width, "  • ");
  return out.empty() ? "" : "\n" + look.style.bold(title) + "\n" + out;
}

std::string findings_view(const std::vector<Finding>& findings, const Look& look) {
  std::string out;
  for (const auto& finding : findings)
    out += wrapped(finding.message + " [" + finding.code + "]", look.width, look.style.doubt("! "));
  return out.empty() ? "" : "\n" + out;
}

}  // namespace

std::string found_in(const Resume& resume) {
  std::size_t skills = 0;
  for (const auto& group : resume.skills) skills += group.keywords.empty() ? 1 : group.keywords.size();
  std::string out;
  const auto add = [&](std::size_t number, std::string_view noun) {
    if (number > 0) out += (out.empty() ? "" : ", ") + count(number, noun);
  };
  add(resume.work.size(), "role");
  add(resume.education.size(), "degree");
  add(skills, "skill");
  add(resume.projects.size(), "project");
  add(resume.certificates.size(), "certificate");
  add(resume.languages.size(), "language");
  return out.empty() ? "no sections recognised" : out;
}

std::string resume_view(const Resume& resume, const Look& look) {
  const int width = std::min(look.width, readable);
  std::string out;
  for (const auto& section : outline(resume)) {
    if (!out.empty()) out += "\n";
    if (!section.heading.empty()) out += "  " + look.style.handle(section.heading) + "\n";
    OutlineKind before = OutlineKind::heading;
    for (const auto& line : section.lines) {
      if (line.kind == OutlineKind::entry && before == OutlineKind::bullet) out += "\n";
      out += line_view(line, is_doubtful(resume, line), width, look.style);
      before = line.kind;
    }
  }
  return out;
}

std::string resume_detail_view(const service::ResumeDetail& detail, const Look& look) {
  std::string out = resume_line(detail.record, look);
  if (detail.record.failure) out += look.style.bad(detail.record.failure->message) + "\n";
  if (detail.edited) out += look.style.dim("with your corrections") + "\n";
  return out + "\n" + resume_view(detail.parsed.resume, look) + findings_view(detail.parsed.findings, look);
}

std::string posting_view(const JobDescription& posting, const Look& look) {
  std::string out =
      field_line("title", posting.title.value, look) + field_line("company", posting.company.value, look) +
      field_line("location", posting.location.value, look) + field_line("seniority", posting.seniority.value, look) +
      field_line("employment", posting.employment.value, look) + field_line("degree", posting.degree.value, look) +
      field_line("languages", joined(posting.languages), look);
  if (posting.salary) out += field_line("salary", posting.salary->text.value, look);
  if (posting.minimum_years) out += field_line("years", years(*posting.minimum_years), look);
  out += lines_of(posting, RequirementLevel::required, "Required", look);
  out += lines_of(posting, RequirementLevel::preferred, "Preferred", look);
  return out + findings_view(posting.findings, look);
}

std::string posting_detail_view(const service::PostingDetail& detail, const Look& look) {
  JobDescription posting = detail.posting;
  posting.title.value = detail.record.title;
  posting.company.value = detail.record.company;
  posting.location.value = detail.record.location;
  if (posting.findings.empty()) posting.findings = detail.record.findings;
  return posting_line(detail.record, look) + "\n" + posting_view(posting, look);
}

std::string version_view(const service::VersionDetail& detail, const Look& look) {
  const auto& record = detail.record;
  std::string out = version_line(record, look) + look.style.dim("from " + record.optimization.handle + ", " +
                                                                record.resume.handle + " for " + record.posting.handle);
  if (record.created_at > 0) out += look.style.dim(", " + moment(record.created_at));
  out += "\n";
  if (!record.notes.empty()) out += wrapped(record.notes, look.width, look.style.dim("notes: "));
  return out + "\n" + resume_view(detail.resume, look);
}

}  // namespace resumax::app
