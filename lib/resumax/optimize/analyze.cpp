#include <resumax/optimize/analyze.hpp>

#include <resumax/match/score.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <set>

namespace resumax::optimize {

namespace {

bool is_latin(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// A word at a line's start is upper case for that reason alone: the taxonomy knows better.
std::string in_own_case(const RequirementMatch& match, const match::Skill& skill) {
  const std::string folded = text::fold(match.wording);
  if (folded == text::fold(skill.name)) return std::string(skill.name);
  for (const std::string_view alias : skill.aliases)
    if (folded == text::fold(alias)) return std::string(alias);
  // An Arabic word carries "and", "with" and the article in front, a Latin name after it too.
  if (!is_latin(match.wording)) {
    const auto ends_with = [&](std::string_view form) {
      const std::string known = text::fold(form);
      return folded.ends_with(known) && folded.size() <= known.size() + 8;
    };
    if (ends_with(skill.name)) return std::string(skill.name);
    for (const std::string_view alias : skill.aliases)
      if (ends_with(alias)) return std::string(alias);
  }
  return match.wording;
}

double weight_of(RequirementLevel level) {
  return level == RequirementLevel::required ? 1.0 : level == RequirementLevel::preferred ? 0.6 : 0.4;
}

std::string language_of(const Resume& resume) {
  if (!resume.language.empty()) return resume.language;
  std::string all;
  for (const ConstField& field : fields(resume)) all += field.text->value + "\n";
  return text::detect_language(all);
}

}  // namespace

bool Analysis::usable(const std::string& wording) const { return same_language || is_latin(wording); }

std::string Analysis::wording_of(const RequirementMatch& match) const {
  const match::Skill* skill = taxonomy.find_name(match.name);
  if (!skill) return match.wording;
  const auto it = wanted.find(static_cast<std::uint16_t>(skill - taxonomy.skills().data()));
  return it == wanted.end() ? match.wording : it->second.wording;
}

double Analysis::relevance(std::string_view text, bool list) const {
  double sum = 0;
  std::set<std::uint16_t> seen;
  for (const match::SkillHit& hit : list ? taxonomy.find_in_list(text) : taxonomy.find(text))
    if (const auto it = wanted.find(hit.skill); it != wanted.end() && seen.insert(hit.skill).second)
      sum += it->second.weight;
  return sum;
}

Analysis analyze(const Request& request, const match::Taxonomy& taxonomy) {
  Analysis out{request.resume, request.posting, taxonomy, request.strategy, request.today, true, true, {}, {}};
  const std::string language = language_of(request.resume);
  out.english = language.starts_with("en");
  out.same_language = language.substr(0, 2) == request.posting.language.substr(0, 2);
  out.requirements = match::match_requirements(request.resume, request.posting, taxonomy);
  for (const RequirementMatch& match : out.requirements) {
    const match::Skill* skill = taxonomy.find_name(match.name);
    if (!skill) continue;
    const auto id = static_cast<std::uint16_t>(skill - taxonomy.skills().data());
    out.wanted.emplace(id, Wanted{&match, weight_of(match.level), in_own_case(match, *skill)});
  }
  return out;
}

Tense tense_of(const Resume& resume, const ConstField& field) {
  const DateRange* dates = nullptr;
  const auto entry = static_cast<std::size_t>(std::max(field.entry, 0));
  if (field.section == SectionKind::work && entry < resume.work.size()) dates = &resume.work[entry].dates;
  if (field.section == SectionKind::volunteer && entry < resume.volunteer.size())
    dates = &resume.volunteer[entry].dates;
  if (field.section == SectionKind::projects && entry < resume.projects.size()) dates = &resume.projects[entry].dates;
  if (!dates || field.entry < 0) return Tense::unknown;
  if (dates->end.present) return Tense::present;
  return dates->end.date.empty() ? Tense::unknown : Tense::past;
}

}  // namespace resumax::optimize
