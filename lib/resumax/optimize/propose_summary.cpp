#include <resumax/optimize/computed.hpp>
#include <resumax/optimize/edit.hpp>
#include <resumax/optimize/propose.hpp>

#include <resumax/match/score.hpp>
#include <resumax/match/titles.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::optimize {

namespace {

constexpr std::size_t skills_named = 4;

// The role that is, or was last: by its end, then by its start.
const Work* latest_role(const Resume& resume, Date today, std::string& path) {
  const Work* best = nullptr;
  std::pair<Date, Date> best_key;
  for (std::size_t i = 0; i < resume.work.size(); ++i) {
    const Work& work = resume.work[i];
    const std::pair<Date, Date> key{work.dates.end.present ? today : work.dates.end.date, work.dates.start.date};
    if (work.position.empty() || (best && key <= best_key)) continue;
    best = &work;
    best_key = key;
    path = "/work/" + std::to_string(i) + "/position";
  }
  return best;
}

std::string listing(const std::vector<std::string>& items, const SummaryWords& words) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i)
    out += std::string(i == 0 ? "" : i + 1 < items.size() ? words.comma : words.last) + items[i];
  return out;
}

/// Spanish "y" before the sound of i is "e": "Java e Illustrator".
SummaryWords before_last(SummaryWords words, const std::string& last) {
  const std::string folded = text::fold(last);
  if (words.language == "es" && (folded.starts_with('i') || folded.starts_with("hi"))) words.last = " e ";
  return words;
}

/// "Version control" and "Programming" are nouns, "Power BI" and "Docker" names. German writes all nouns large.
std::string in_running_text(const Analysis& analysis, const std::string& wording) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (analysis.language == "de" || wording.empty() || !is_upper(wording.front())) return wording;
  const std::string_view rest = std::string_view(wording).substr(1);
  if (std::any_of(rest.begin(), rest.end(), is_upper)) return wording;
  bool noun = rest.find(' ') != std::string_view::npos;
  for (const std::string_view ending : {"ing", "tion", "ment", "sis", "ics"}) noun = noun || wording.ends_with(ending);
  return noun ? text::lower(wording.substr(0, 1)) + std::string(rest) : wording;
}

/// Met skills in the order of their weight, those to be brought forward first.
std::vector<const RequirementMatch*> met(const Analysis& analysis) {
  std::vector<const RequirementMatch*> out;
  const auto is_focus = [&](const RequirementMatch* match) {
    const match::Skill* skill = analysis.taxonomy.find_name(match->name);
    return skill && analysis.focus.contains(static_cast<std::uint16_t>(skill - analysis.taxonomy.skills().data()));
  };
  for (const RequirementMatch& match : analysis.score.requirements) {
    if ((match.match != MatchKind::exact && match.match != MatchKind::alias) || match.evidence.empty()) continue;
    if (match.level == RequirementLevel::mentioned && !is_focus(&match)) continue;
    if (match.evidence.front().path.starts_with("/education/")) continue;  // studied, and named there
    if (analysis.taxonomy.find_name(match.name)) out.push_back(&match);
  }
  std::stable_partition(out.begin(), out.end(), is_focus);
  return out;
}

/// "Engineer (freelance)" -> "Engineer": how a post was held is no part of what somebody is.
std::string without_remark(const std::string& title) {
  const std::size_t open = title.rfind(" (");
  return title.ends_with(')') && open != std::string::npos && open > 0 ? title.substr(0, open) : title;
}

}  // namespace

std::optional<Suggestion> make_summary(const Analysis& analysis, bool with_years) {
  const Resume& resume = analysis.resume;
  const SummaryWords* words = summary_words(analysis.language);
  if (!words || !resume.basics.summary.empty()) return std::nullopt;
  for (const Section& section : resume.sections)
    if (section.kind == SectionKind::summary && !section.lines.empty()) return std::nullopt;
  Suggestion s;
  s.kind = SuggestionKind::summary;
  s.section = SectionKind::summary;
  s.target = "/basics/summary";
  std::string path;
  const Work* role = latest_role(resume, analysis.today, path);
  if (!role) return std::nullopt;
  s.evidence.push_back({path, role->position.value});
  std::vector<std::string> named;
  for (const RequirementMatch* match : met(analysis)) {
    if (named.size() == skills_named) break;
    const std::string wording = in_running_text(analysis, analysis.wording_of(*match));
    const match::Skill* skill = analysis.taxonomy.find_name(match->name);
    if (is_generic(analysis, static_cast<std::uint16_t>(skill - analysis.taxonomy.skills().data()), wording)) continue;
    if (!analysis.usable(wording) || std::find(named.begin(), named.end(), wording) != named.end()) continue;
    named.push_back(wording);
    s.evidence.push_back(match->evidence.front());
  }
  if (named.size() < 2) return std::nullopt;
  const int years = with_years ? match::months_of_experience(resume, analysis.today) / 12 : 0;
  const std::string counted = years_of_experience(years, analysis.language);
  const SummaryWords joints = before_last(*words, named.back());
  s.proposed = without_remark(role->position.value);
  if (!counted.empty()) s.proposed += " " + counted;
  s.proposed += std::string(counted.empty() ? joints.without_years : joints.after_years) + listing(named, joints) + ".";
  s.proposed = capitalised(s.proposed);
  s.keywords_gained = named;
  s.reason = "The resume has no summary. This one holds facts only: the latest title, " +
             std::string(counted.empty() ? "" : "the years of the dated roles (overlaps counted once), ") +
             "and skills that the posting asks for and the resume shows.";
  s.confidence = 0.6;
  s.uncertain = true;
  return s;
}

std::optional<Suggestion> make_headline(const Analysis& analysis) {
  const Resume& resume = analysis.resume;
  const match::Title wanted = match::read_title(analysis.posting.title.value, analysis.posting.language);
  const auto like = [&](const Text& title) {
    return match::title_match(wanted, match::read_title(without_remark(title.value), analysis.posting.language));
  };
  constexpr int clearly = 250;  // of a thousand
  const Work* best = nullptr;
  std::size_t at = 0;
  int most = like(resume.basics.label) + clearly;
  // Nobody is proposed to call himself less than he does.
  const int level = match::seniority_level(resume.basics.label.value);
  const auto asked = stems(analysis.posting.title.value, analysis.posting.language);
  for (std::size_t i = 0; i < resume.work.size(); ++i) {
    const Text& position = resume.work[i].position;
    const int now = like(position);
    // A word has to be the same: "Sales engineer" is no headline for a developer.
    const auto words = stems(position.value, analysis.posting.language);
    const bool shared = std::find_first_of(words.begin(), words.end(), asked.begin(), asked.end()) != words.end();
    if (now > most && shared && match::seniority_level(position.value) >= level)
      most = now, best = &resume.work[at = i];
  }
  if (!best || most < 700) return std::nullopt;
  Suggestion s;
  s.kind = SuggestionKind::summary;
  s.section = SectionKind::contact;
  s.target = "/basics/label";
  s.original = resume.basics.label.value;
  s.proposed = without_remark(best->position.value);
  if (s.proposed == s.original) return std::nullopt;
  const std::string& company = best->company.value;
  s.reason = "The posting is for \"" + analysis.posting.title.value + "\", and you held this title" +
             (company.empty() ? "." : " at " + company + (company.ends_with('.') ? "" : ".")) +
             " Take it if you would call yourself so.";
  s.evidence.push_back({"/work/" + std::to_string(at) + "/position", best->position.value});
  s.confidence = 0.5;
  s.uncertain = true;
  return s;
}

}  // namespace resumax::optimize
