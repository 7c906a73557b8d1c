#include <resumax/parse/contact.hpp>
#include <resumax/parse/findings.hpp>
#include <resumax/parse/layout.hpp>
#include <resumax/parse/lists.hpp>
#include <resumax/parse/parse.hpp>
#include <resumax/parse/roles.hpp>
#include <resumax/parse/sections.hpp>
#include <resumax/parse/split.hpp>
#include <resumax/parse/vocabulary.hpp>

#include <resumax/core/error.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <iterator>

namespace resumax::parse {
namespace {

template <class T>
void append(std::vector<T>& to, std::vector<T> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void read_summary(Source& source, const std::vector<std::size_t>& lines, Text& summary) {
  for (std::size_t i : lines)
    if (!source.claimed(i)) append_text(summary, source.take(source.whole(i), 0.93));
}

/// "About" beside "Summary": the one without a paragraph holds contact data.
void part_summaries(const Flow& flow, std::vector<SectionLines>& sections) {
  const auto has_prose = [&](const SectionLines& section) {
    return std::any_of(section.lines.begin(), section.lines.end(),
                       [&](std::size_t i) { return is_prose(flow.lines[i]); });
  };
  const auto is_summary = [](const SectionLines& section) { return section.kind == SectionKind::summary; };
  if (std::none_of(sections.begin(), sections.end(),
                   [&](const SectionLines& section) { return is_summary(section) && has_prose(section); }))
    return;
  for (SectionLines& section : sections)
    if (is_summary(section) && !has_prose(section)) section.kind = SectionKind::contact;
}

/// Programming languages stand under "Languages" too.
bool names_languages(const Source& source, const std::vector<std::size_t>& lines) {
  return std::any_of(lines.begin(), lines.end(), [&](std::size_t i) {
    return Vocabulary::get().count(Topic::language, source.line(i).text) > 0 ||
           Vocabulary::get().count(Topic::level, source.line(i).text) > 0;
  });
}

/// Groups of terms; the first takes the section's heading where it has no name of its own.
std::vector<KeywordGroup> read_named_groups(Source& source, const SectionLines& section) {
  std::vector<KeywordGroup> groups = read_groups(source, section.lines);
  if (!groups.empty() && groups.front().name.empty() && section.heading)
    groups.front().name = source.peek(source.whole(*section.heading), 0.85);
  return groups;
}

void read_section(Source& source, const SectionLines& section, Resume& resume) {
  const auto& lines = section.lines;
  if (lines.empty()) return;
  switch (section.kind) {
    case SectionKind::contact:
      break;
    case SectionKind::summary:
      read_summary(source, lines, resume.basics.summary);
      break;
    case SectionKind::work:
      append(resume.work, read_work(source, lines));
      break;
    case SectionKind::volunteer:
      append(resume.volunteer, read_work(source, lines));
      break;
    case SectionKind::education:
      append(resume.education, read_education(source, lines));
      break;
    case SectionKind::projects:
      append(resume.projects, read_projects(source, lines));
      break;
    case SectionKind::skills:
      append(resume.skills, read_groups(source, lines));
      break;
    case SectionKind::interests:
      append(resume.interests, read_groups(source, lines));
      break;
    case SectionKind::languages:
      if (names_languages(source, lines))
        append(resume.languages, read_languages(source, lines));
      else
        append(resume.skills, read_named_groups(source, section));
      break;
    case SectionKind::certificates:
      append(resume.certificates, read_credentials(source, lines));
      break;
    case SectionKind::awards:
      append(resume.awards, read_credentials(source, lines));
      break;
    case SectionKind::publications:
      append(resume.publications, read_credentials(source, lines));
      break;
    case SectionKind::references:
      append(resume.references, read_references(source, lines));
      break;
    case SectionKind::other:
      if (!section.known && is_term_list(source, lines)) append(resume.skills, read_named_groups(source, section));
      break;
  }
}

/// The section with what no field has claimed of its lines.
Section rest_of(const Source& source, const SectionLines& lines) {
  Section out;
  out.kind = lines.kind;
  if (lines.heading) out.heading = source.peek(source.whole(*lines.heading), lines.confidence);
  for (std::size_t i : lines.lines)
    for (const Piece& piece : source.rest(i)) {
      Text text = source.peek(piece, 1.0);
      if (!text.empty() && !Vocabulary::get().is(Topic::joiner, text.value)) out.lines.push_back(std::move(text));
    }
  return out;
}

}  // namespace

ParsedResume parse_resume(const document::Document& document) {
  ParsedResume out;
  Flow flow = lay_out(document);
  if (text::trim(flow.text).empty()) throw Error(Errc::invalid_input, "the document is empty: it holds no text");
  out.findings = document_findings(document);
  for (Finding& finding : set_hostile_aside(flow)) out.findings.push_back(std::move(finding));
  std::vector<SectionLines> sections = find_sections(flow);
  part_summaries(flow, sections);
  Source source(flow);
  Resume& resume = out.resume;
  resume.basics = read_contact(source, sections, document);
  for (const SectionLines& section : sections) read_section(source, section, resume);
  for (const SectionLines& section : sections) {
    Section rest = rest_of(source, section);
    if (section.heading || !rest.lines.empty()) resume.sections.push_back(std::move(rest));
  }
  resume.language = text::detect_language(flow.text);
  out.text = std::move(flow.text);
  return out;
}

}  // namespace resumax::parse
