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

std::vector<std::string> stems(std::string_view text, std::string_view language) {
  std::set<std::string> out;
  for (const text::Token& token : text::tokenize(text))
    if (!text::is_stop_word(token.folded, language)) out.insert(text::stem(token.folded, language));
  return {out.begin(), out.end()};
}

const std::vector<match::SkillHit>& Sightings::in(std::string_view text, bool list) {
  auto& known = list ? lists_ : prose_;
  const auto found = known.find(text);
  if (found != known.end()) return found->second;
  return known.emplace(text, list ? taxonomy_.find_in_list(text) : taxonomy_.find(text)).first->second;
}

bool Analysis::usable(const std::string& wording) const { return same_language || is_latin(wording); }

std::string Analysis::wording_of(const RequirementMatch& match) const {
  const match::Skill* skill = taxonomy.find_name(match.name);
  if (!skill) return match.wording;
  const auto it = wanted.find(static_cast<std::uint16_t>(skill - taxonomy.skills().data()));
  return it == wanted.end() ? match.wording : it->second.wording;
}

double Analysis::relevance(std::string_view text, bool list) const {
  constexpr double brought_forward = 2;  // beside what the posting weighs
  double sum = 0;
  std::set<std::uint16_t> seen;
  for (const match::SkillHit& hit : skills_in(text, list)) {
    const auto it = wanted.find(hit.skill);
    if ((it == wanted.end() && !focus.contains(hit.skill)) || !seen.insert(hit.skill).second) continue;
    if (it != wanted.end()) sum += it->second.weight;
    if (focus.contains(hit.skill)) sum += brought_forward;
  }
  if (topics.empty()) return sum;
  const auto words = stems(text, language);
  for (const auto& topic : topics)
    if (std::includes(words.begin(), words.end(), topic.begin(), topic.end())) sum += brought_forward;
  return sum;
}

Analysis analyze(const Request& request, const match::Taxonomy& taxonomy, match::Scorer& scorer) {
  const Plan plan = plan_for(request.guidance.strategy.value_or(request.strategy));
  Analysis out{request.resume, request.posting, taxonomy, plan, request.today, {}, true, true, {}, {}, {}};
  out.sightings = std::make_shared<Sightings>(taxonomy);
  if (request.guidance.shorter) out.plan.shorten = true;
  const std::string language = language_of(request.resume);
  out.language = language.substr(0, 2);
  out.english = out.language == "en";
  out.same_language = out.language == request.posting.language.substr(0, 2);
  out.score = scorer.score(request.resume);
  for (const RequirementMatch& match : out.score.requirements) {
    const match::Skill* skill = taxonomy.find_name(match.name);
    if (!skill) continue;
    const auto id = static_cast<std::uint16_t>(skill - taxonomy.skills().data());
    out.wanted.emplace(id, Wanted{&match, weight_of(match.level), in_own_case(match, *skill)});
  }
  for (const std::string& topic : request.guidance.focus) {
    const auto hits = taxonomy.find_in_list(topic);
    for (const match::SkillHit& hit : hits) out.focus.insert(hit.skill);
    if (hits.empty()) out.topics.push_back(stems(topic, out.language));
  }
  std::erase_if(out.topics, [](const auto& topic) { return topic.empty(); });
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
