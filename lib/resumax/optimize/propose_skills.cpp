#include <resumax/optimize/edit.hpp>
#include <resumax/optimize/propose.hpp>
#include <resumax/optimize/questions.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace resumax::optimize {

namespace {

bool is_shown(MatchKind kind) {
  return kind == MatchKind::exact || kind == MatchKind::alias || kind == MatchKind::stem;
}

std::set<std::uint16_t> listed(const Analysis& analysis) {
  std::set<std::uint16_t> out;
  for (const KeywordGroup& group : analysis.resume.skills) {
    for (const Text& keyword : group.keywords)
      for (const match::SkillHit& hit : analysis.skills_in(keyword.value, true)) out.insert(hit.skill);
    for (const match::SkillHit& hit : analysis.skills_in(group.name.value, true)) out.insert(hit.skill);
  }
  return out;
}

// The group a skill belongs to: one that holds its category, the only one, or one without a name; -1 for none.
int group_for(const Analysis& analysis, std::uint16_t skill) {
  const auto& skills = analysis.taxonomy.skills();
  const std::vector<KeywordGroup>& groups = analysis.resume.skills;
  int best = -1, best_count = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    int same = 0;
    for (const Text& keyword : groups[i].keywords)
      for (const match::SkillHit& hit : analysis.skills_in(keyword.value, true))
        same += skills[hit.skill].category == skills[skill].category;
    if (same > best_count) {
      best = static_cast<int>(i);
      best_count = same;
    }
  }
  if (best >= 0) return best;
  std::vector<int> lists;
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (!groups[i].keywords.empty()) lists.push_back(static_cast<int>(i));
  if (lists.size() == 1) return lists.front();
  for (int i : lists)
    if (groups[static_cast<std::size_t>(i)].name.empty()) return i;
  return -1;
}

// The first line outside the skills list that shows the skill in use or in study; a job's title alone shows little.
const Evidence* shown_in_lines(const RequirementMatch& match) {
  for (const Evidence& evidence : match.evidence) {
    const std::string& path = evidence.path;
    if (path.starts_with("/skills/") || path.starts_with("/interests/") || path.starts_with("/references/")) continue;
    if (path.starts_with("/education/") && path.find("/highlights/") == std::string::npos &&
        path.find("/courses/") == std::string::npos)
      continue;
    for (std::string_view part : {"/highlights/", "/summary", "/description", "/keywords/", "/courses/", "/lines/"})
      if (path.find(part) != std::string::npos) return &evidence;
    if (path.starts_with("/certificates/")) return &evidence;
  }
  return nullptr;
}

// "Computer science", "algorithms": what is printed like any noun is no tool's name.
bool is_concept(const std::string& wording, const match::Skill& skill) {
  const bool lower = !wording.empty() && wording.front() >= 'a' && wording.front() <= 'z';
  return lower || skill.name.find(' ') != std::string::npos || skill.name.ends_with("ing") || skill.name.ends_with('s');
}

}  // namespace

// A field that other skills belong to ("sales", "databases") says too little in a list of skills; so does a common noun
// among names of tools.
bool is_generic(const Analysis& analysis, std::uint16_t id, const std::string& wording) {
  constexpr std::array<std::string_view, 6> named_tools = {
      "programming language", "database", "web framework", "cloud", "devops and infrastructure", "development tools"};
  const match::Skill& skill = analysis.taxonomy.skills()[id];
  const bool tool = std::find(named_tools.begin(), named_tools.end(), skill.category) != named_tools.end();
  constexpr std::array<std::string_view, 4> fields_of_study = {"software engineering", "science and research",
                                                               "database", "networking"};
  const bool field = std::find(fields_of_study.begin(), fields_of_study.end(), skill.category) != fields_of_study.end();
  const bool one_capital = std::count_if(skill.name.begin() + 1, skill.name.end(),
                                         [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }) == 0;
  if (field && one_capital && is_concept(wording, skill)) return true;
  const bool small = std::none_of(wording.begin(), wording.end(), [](char c) { return c < 'a' || c > 'z'; });
  std::size_t children = 0;
  for (const match::Skill& other : analysis.taxonomy.skills())
    children += std::count(other.parents.begin(), other.parents.end(), id) > 0;
  return tool ? small : children >= (skill.category == "software engineering" ? 1U : 2U);
}

namespace {

// A keyword is written like the others of its list.
std::string like_the_list(const Analysis& analysis, int group, const std::string& keyword) {
  std::size_t upper = 0, lower = 0;
  for (std::size_t i = 0; i < analysis.resume.skills.size(); ++i) {
    if (group >= 0 && static_cast<int>(i) != group) continue;
    for (const Text& other : analysis.resume.skills[i].keywords)
      (capitalised(other.value) == other.value ? upper : lower) += 1;
  }
  if (const match::Skill* skill = analysis.taxonomy.find_name(keyword)) {
    std::size_t at = 0;
    if (!skill->name.empty() && !text::is_upper(text::next_code_point(skill->name, at))) return keyword;  // "pandas"
  }
  return lower > upper ? keyword : capitalised(keyword);
}

/// A more general skill that a listed or used one shows ("Terraform": "infrastructure as code"): for the person to
/// confirm, since the word itself stands nowhere.
bool is_shown_by_another(const Analysis& analysis, std::uint16_t id, const Wanted& wanted) {
  const RequirementMatch& match = *wanted.match;
  return match.match == MatchKind::parent && match.level != RequirementLevel::mentioned && match.weight > 0 &&
         !match.evidence.empty() && !is_generic(analysis, id, match.wording);
}

std::string level_words(RequirementLevel level) {
  return level == RequirementLevel::required    ? "asks for"
         : level == RequirementLevel::preferred ? "welcomes"
                                                : "mentions";
}

/// The posting's word where it is a name of the skill; of an inflected one ("bureautiques") the resume's own. What
/// another skill shows is called by its own name: an alias may say more ("public cloud" for OpenStack).
std::string form_for_list(const Analysis& analysis, std::uint16_t id, const Wanted& wanted, const Evidence& evidence,
                          bool inferred) {
  const match::Skill& skill = analysis.taxonomy.skills()[id];
  if (inferred && analysis.english) return std::string(skill.name);
  if (inferred) return analysis.usable(wanted.wording) ? wanted.wording : "";
  const auto is_named = [&](const std::string& wording) { return analysis.taxonomy.find_name(wording) == &skill; };
  if (analysis.usable(wanted.wording) && (analysis.english || is_named(wanted.wording))) return wanted.wording;
  if (analysis.english || is_named(evidence.quote)) return evidence.quote;
  // An inflected word: as the taxonomy has it.
  const auto words = stems(evidence.quote, analysis.language);
  for (const std::string_view alias : skill.aliases)
    if (stems(alias, analysis.language) == words) return std::string(alias);
  return evidence.quote;
}

/// "Registered Nurse" is what somebody is and stands where that is said: no item of a list of skills.
bool is_held_title(const Analysis& analysis, const std::string& wording) {
  if (wording.find(' ') == std::string::npos) return false;
  const std::string folded = text::fold(wording);
  const auto names = [&](const Text& title) { return text::fold(title.value).find(folded) != std::string::npos; };
  const Resume& resume = analysis.resume;
  return names(resume.basics.label) ||
         std::any_of(resume.work.begin(), resume.work.end(), [&](const Work& work) { return names(work.position); });
}

/// The line that shows a wanted skill, where it may go into the list for that.
const Evidence* shown(const Analysis& analysis, std::uint16_t id, const Wanted& wanted) {
  const RequirementMatch& match = *wanted.match;
  if (!is_shown(match.match) || is_generic(analysis, id, match.wording)) return nullptr;
  if (is_held_title(analysis, wanted.wording)) return nullptr;
  if (match.level == RequirementLevel::mentioned && !analysis.plan.surface_mentioned && !analysis.focus.contains(id))
    return nullptr;
  return shown_in_lines(match);
}

void aim(const Analysis& analysis, int group, Suggestion& s) {
  s.target = "/skills/-";
  if (group < 0) return;
  s.target = "/skills/" + std::to_string(group) + "/keywords/-";
  const auto place = place_for_wanted(analysis, analysis.resume.skills[static_cast<std::size_t>(group)].keywords);
  if (place) s.order = {*place};
}

/// Skills that are to be brought forward, whether the posting asks for them or not.
void surface_focus(const Analysis& analysis, const std::set<std::uint16_t>& have, std::vector<Suggestion>& out) {
  for (const std::uint16_t id : analysis.focus) {
    if (have.count(id) || analysis.wanted.contains(id)) continue;
    for (const ConstField& field : fields(analysis.resume)) {
      if (field.kind != FieldKind::highlight && field.kind != FieldKind::description) continue;
      const auto& hits = analysis.skills_in(field.text->value);
      const auto hit = std::find_if(hits.begin(), hits.end(), [&](const auto& h) { return h.skill == id; });
      if (hit == hits.end()) continue;
      Suggestion s;
      s.kind = SuggestionKind::surface_skill;
      s.section = SectionKind::skills;
      const int group = group_for(analysis, id);
      aim(analysis, group, s);
      s.proposed = like_the_list(analysis, group, field.text->value.substr(hit->begin, hit->end - hit->begin));
      s.reason = "You want it brought forward; a line of the resume shows it, the skills list does not.";
      s.evidence.push_back({field.path, field.text->value});
      s.keywords_gained.push_back(s.proposed);
      s.confidence = 0.85;
      out.push_back(std::move(s));
      break;
    }
  }
}

}  // namespace

std::vector<Suggestion> propose_skills(const Analysis& analysis) {
  std::vector<Suggestion> out;
  const std::set<std::uint16_t> have = listed(analysis);
  for (const auto& [id, wanted] : analysis.wanted) {
    const RequirementMatch& match = *wanted.match;
    if (have.count(id)) continue;
    const bool inferred = is_shown_by_another(analysis, id, wanted);
    const Evidence* evidence = inferred ? &match.evidence.front() : shown(analysis, id, wanted);
    if (!evidence) continue;
    Suggestion s;
    s.kind = SuggestionKind::surface_skill;
    s.section = SectionKind::skills;
    const int group = group_for(analysis, id);
    aim(analysis, group, s);
    s.proposed = like_the_list(analysis, group, form_for_list(analysis, id, wanted, *evidence, inferred));
    s.reason = "The posting " + level_words(match.level) + " \"" + wanted.wording + "\"; " +
               (inferred ? "\"" + evidence->quote + "\" shows it. Take it if you would say so yourself."
                         : "a line of the resume shows it, the skills list does not.");
    s.evidence.push_back(*evidence);
    s.keywords_gained.push_back(s.proposed);
    s.confidence = inferred ? 0.6 : 0.85;
    s.uncertain = inferred;
    if (!s.proposed.empty()) out.push_back(std::move(s));
  }
  surface_focus(analysis, have, out);
  return out;
}

namespace {

/// What every skill of a category shows: who writes Java need not be asked for programming.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> shown_by_category = {
    {{"Programming", "programming language"},
     {"Software development", "programming language"},
     {"Scripting", "programming language"}}};

bool is_shown_by_category(const Analysis& analysis, const RequirementMatch& match) {
  const auto known = std::find_if(shown_by_category.begin(), shown_by_category.end(),
                                  [&](const auto& each) { return each.first == match.name; });
  if (known == shown_by_category.end()) return false;
  const auto is_of = [&](const match::SkillHit& hit) {
    return analysis.taxonomy.skills()[hit.skill].category == known->second;
  };
  const auto all = fields(analysis.resume);
  return std::any_of(all.begin(), all.end(), [&](const ConstField& field) {
    if (field.section == SectionKind::interests) return false;
    const auto& hits = analysis.skills_in(field.text->value, field.kind == FieldKind::keyword);
    return std::any_of(hits.begin(), hits.end(), is_of);
  });
}

/// Who lacks a skill lacks those that would show it: they are named in its question, and `open` loses them.
std::map<const RequirementMatch*, std::string> within_others(const Analysis& analysis,
                                                             std::vector<const RequirementMatch*>& open) {
  const auto id_of = [&](const RequirementMatch* match) {
    const match::Skill* skill = analysis.taxonomy.find_name(match->name);
    return skill ? std::optional(static_cast<std::uint16_t>(skill - analysis.taxonomy.skills().data())) : std::nullopt;
  };
  const auto above = [&](const RequirementMatch* match) -> const RequirementMatch* {
    const auto id = id_of(match);
    const auto ancestors = id ? analysis.taxonomy.ancestors(*id) : std::vector<std::uint16_t>();
    for (const RequirementMatch* other : open) {
      const auto theirs = other == match || other->level > match->level ? std::nullopt : id_of(other);
      if (theirs && std::binary_search(ancestors.begin(), ancestors.end(), *theirs)) return other;
    }
    return nullptr;
  };
  std::map<const RequirementMatch*, std::string> out;
  std::vector<const RequirementMatch*> left;
  for (const RequirementMatch* match : open) {
    const RequirementMatch* whole = above(match);
    if (!whole) {
      left.push_back(match);
      continue;
    }
    while (const RequirementMatch* next = above(whole)) whole = next;
    std::string& names = out[whole];
    names += (names.empty() ? "" : ", ") + analysis.wording_of(*match);
  }
  open = std::move(left);
  return out;
}

}  // namespace

std::vector<Suggestion> propose_gaps(const Analysis& analysis) {
  constexpr std::size_t most = 8;
  std::vector<const RequirementMatch*> open;
  for (const RequirementMatch& match : analysis.score.requirements)
    if ((match.match == MatchKind::unmet || match.match == MatchKind::related) &&
        match.level != RequirementLevel::mentioned && match.weight > 0 && !is_shown_by_category(analysis, match))
      open.push_back(&match);
  std::stable_sort(open.begin(), open.end(), [](const RequirementMatch* a, const RequirementMatch* b) {
    return a->level != b->level ? a->level < b->level : a->weight > b->weight;
  });
  const auto also = within_others(analysis, open);
  if (open.size() > most) open.resize(most);
  std::vector<Suggestion> out;
  for (const RequirementMatch* match : open) {
    Suggestion s;
    s.kind = SuggestionKind::gap;
    s.section = SectionKind::other;
    const auto kind = match->level == RequirementLevel::required ? Question::required : Question::preferred;
    s.reason = question(kind, analysis.language, analysis.wording_of(*match));
    if (match->match == MatchKind::related && !match->evidence.empty()) {
      s.reason += " " + question(Question::nearest, analysis.language, match->evidence.front().quote);
      s.evidence = match->evidence;
    }
    if (const auto more = also.find(match); more != also.end())
      s.reason += " " + question(Question::also, analysis.language, more->second);
    s.confidence = match->level == RequirementLevel::required ? 0.9 : 0.7;
    out.push_back(std::move(s));
  }
  return out;
}

}  // namespace resumax::optimize
