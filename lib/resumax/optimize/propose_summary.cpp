#include <resumax/optimize/edit.hpp>
#include <resumax/optimize/propose.hpp>

#include <resumax/match/score.hpp>
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

std::string listing(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i)
    out += (i == 0 ? "" : i + 1 < items.size() ? ", " : " and ") + items[i];
  return out;
}

}  // namespace

std::optional<Suggestion> make_summary(const Analysis& analysis, bool with_years) {
  const Resume& resume = analysis.resume;
  if (!analysis.english || !resume.basics.summary.empty()) return std::nullopt;
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
  for (const RequirementMatch& match : analysis.requirements) {
    const match::Skill* skill = analysis.taxonomy.find_name(match.name);
    if (!skill || match.level != RequirementLevel::required || named.size() == skills_named) continue;
    if ((match.match != MatchKind::exact && match.match != MatchKind::alias) || match.evidence.empty()) continue;
    const auto id = static_cast<std::uint16_t>(skill - analysis.taxonomy.skills().data());
    const std::string& wording = analysis.wanted.at(id).wording;
    if (!analysis.usable(wording)) continue;
    named.push_back(wording);
    s.evidence.push_back(match.evidence.front());
  }
  if (named.size() < 2) return std::nullopt;
  const int years = with_years ? match::months_of_experience(resume, analysis.today) / 12 : 0;
  s.proposed = role->position.value;
  if (years >= 2) s.proposed += " with " + std::to_string(years) + " years of experience";
  s.proposed += (years >= 2 ? ", including " : " with experience in ") + listing(named) + ".";
  s.proposed = capitalised(s.proposed);
  s.keywords_gained = named;
  s.reason =
      "The resume has no summary. This one holds facts only: the latest title, the years of the dated roles, and "
      "skills that the posting asks for and the resume shows.";
  s.confidence = 0.6;
  s.uncertain = true;
  return s;
}

}  // namespace resumax::optimize
