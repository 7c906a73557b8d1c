#include <resumax/match/asked.hpp>
#include <resumax/match/education.hpp>
#include <resumax/match/phrases.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::match {

namespace {

using namespace std::string_view_literals;

// Folded, in the singular.
constexpr std::array jobs = {
    "administrator"sv, "analyst"sv,     "architect"sv,    "consultant"sv,   "designer"sv,   "desarrollador"sv,
    "developer"sv,     "developpeur"sv, "director"sv,     "engineer"sv,     "entwickler"sv, "entwicklerin"sv,
    "expert"sv,        "head"sv,        "ingenieur"sv,    "ingeniero"sv,    "intern"sv,     "lead"sv,
    "manager"sv,       "officer"sv,     "practitioner"sv, "professional"sv, "programmer"sv, "recruiter"sv,
    "scientist"sv,     "specialist"sv,  "tester"sv,       "trainee"sv,
};
constexpr std::array between_job = {
    // "full stack web developer", "Java / Kotlin engineer"
    "and"sv,      "application"sv, "cloud"sv,    "data"sv,    "junior"sv,   "lead"sv,  "mobile"sv,
    "platform"sv, "principal"sv,   "product"sv,  "senior"sv,  "software"sv, "stack"sv, "staff"sv,
    "system"sv,   "web"sv,         "embedded"sv, "service"sv, "test"sv,
};
constexpr std::array groups = {
    "colleague"sv,    "community"sv, "company"sv,   "customer"sv,    "department"sv, "division"sv,
    "function"sv,     "group"sv,     "industry"sv,  "institution"sv, "market"sv,     "organisation"sv,
    "organization"sv, "provider"sv,  "sector"sv,    "space"sv,       "startup"sv,    "team"sv,
    "unit"sv,         "world"sv,     "abteilung"sv, "branche"sv,     "equipe"sv,     "employer"sv,
};
// After what an employer gives: "learning and development budget".
constexpr std::array gifts = {"allowance"sv, "budget"sv, "leave"sv,   "opportunity"sv, "programme"sv,
                              "resource"sv,  "scheme"sv, "voucher"sv, "zuschuss"sv,    "assistance"sv};
// Before a field: "a leader in …", "the world of …".
constexpr std::array trades = {"leader"sv, "leading"sv, "provider"sv, "pioneer"sv, "world"sv, "fuhrend"sv};

// What says that a skill is wanted, before it in the sentence or right after it.
constexpr std::array wanted = {
    "ability"sv,       "background"sv,  "certification"sv, "certified"sv,       "comfortable"sv,
    "competence"sv,    "competency"sv,  "degree"sv,        "experience"sv,      "experienced"sv,
    "expertise"sv,     "exposure"sv,    "familiar"sv,      "familiarity"sv,     "fluent"sv,
    "know"sv,          "knowledge"sv,   "master"sv,        "mastery"sv,         "proficiency"sv,
    "proficient"sv,    "skill"sv,       "skilled"sv,       "technology"sv,      "tool"sv,
    "understanding"sv, "using"sv,       "qualification"sv, "expert"sv,          "practice"sv,
    "principle"sv,     "kenntnis"sv,    "erfahrung"sv,     "berufserfahrung"sv, "kenntnisse"sv,
    "studium"sv,       "ausbildung"sv,  "umgang"sv,        "vertraut"sv,        "connaissance"sv,
    "maitrise"sv,      "maitriser"sv,   "formation"sv,     "diplome"sv,         "experiencia"sv,
    "conocimiento"sv,  "dominio"sv,     "manejo"sv,        "formacion"sv,       "titulo"sv,
    "conhecimento"sv,  "fundamental"sv, "knowhow"sv,       "proven"sv,          "strong"sv,
    "solid"sv,         "year"sv,        "methodology"sv,   "paradigm"sv,        "ideally"sv,
    "jahr"sv,          "annee"sv,       "ano"sv,
};
// Skills that are things with a name of their own; those of the other categories are fields of work, which sentences
// also speak of in passing.
constexpr std::array named_things = {
    "programming language"sv, "web framework"sv,     "database"sv,    "cloud"sv,
    "networking"sv,           "development tools"sv, "engineering"sv, "devops and infrastructure"sv,
    "data engineering"sv,     "machine learning"sv,  "security"sv,    "science and research"sv,
    "data analysis"sv,
};

// Between a degree and what it is in: "degree in nutrition", "licence en droit".
constexpr std::array of_study = {"in"sv, "of"sv, "en"sv, "em"sv, "im"sv,  "der"sv,  "des"sv,
                                 "du"sv, "di"sv, "de"sv, "da"sv, "fur"sv, "fuer"sv, "في"sv};

// What is studied, where no level is named with it.
constexpr std::array studies = {"degree"sv,      "diploma"sv,   "diplom"sv,     "diplome"sv,      "studium"sv,
                                "studiengang"sv, "abschluss"sv, "titulacion"sv, "licenciatura"sv, "laurea"sv};
// Nobody takes a degree in these: after a comma they are skills again.
constexpr std::array tools = {"programming language"sv,      "web framework"sv, "database"sv, "cloud"sv,
                              "devops and infrastructure"sv, "office"sv};

template <class Words>
bool is_in(const Words& words, std::string_view folded) {
  if (std::find(words.begin(), words.end(), folded) != words.end()) return true;
  const auto one = singular(folded);
  return !one.empty() && std::find(words.begin(), words.end(), one) != words.end();
}

bool in_small_letters(std::string_view words) {
  bool small = false;
  for (std::size_t i = 0; i < words.size();) {
    const char32_t c = text::next_code_point(words, i);
    if (text::is_upper(c)) return false;
    small = small || (c >= U'a' && c <= U'z');
  }
  return small;
}

class Line {
 public:
  Line(std::string_view utf8, const std::vector<SkillHit>& hits) : utf8_(utf8), units_(split_units(utf8)) {
    in_hit_.resize(units_.size());
    for (const auto& hit : hits)
      for (std::size_t i = first_of(hit); i < units_.size() && units_[i].begin < hit.end; ++i) in_hit_[i] = true;
    names_degree_ = highest_degree(utf8) != DegreeLevel::none ||
                    std::any_of(units_.begin(), units_.end(), [](const Unit& u) { return is_in(studies, u.folded); });
    only_skills_ = std::find(in_hit_.begin(), in_hit_.end(), false) == in_hit_.end();
  }

  bool asks_for(const SkillHit& hit) const {
    const auto first = first_of(hit), last = after(hit, first);
    if (last == first) return true;
    return !names_job(first, last) && !names_group(first, last) && !names_trade(first) && !belongs_to_title(first);
  }

  /// A field of work in small letters that nothing in its sentence asks for ("reliable web services for everybody"). A
  /// line of skills alone is a list.
  bool in_passing(const SkillHit& hit) const {
    const auto first = first_of(hit), last = after(hit, first);
    if (!in_small_letters(utf8_.substr(hit.begin, hit.end - hit.begin))) return false;
    if (only_skills_) return false;
    const auto next = last < units_.size() && units_[last].folded == "and" ? last + 1 : last;
    const auto previous = first > 1 && units_[first - 1].folded == "and" ? first - 1 : first;
    if ((next < units_.size() && in_hit_[next]) || (previous > 0 && in_hit_[previous - 1])) return false;  // a list
    return !is_wanted(first, last);
  }

  /// "Bachelor's degree in nutrition or biology", "B.Sc. Informatik": what somebody studied is no skill by that.
  bool names_study(const SkillHit& hit) const {
    constexpr std::size_t furthest = 14;
    const auto first = first_of(hit);
    if (!names_degree_) return false;
    bool of = false, other = false;
    for (std::size_t n = 1; n <= furthest && n <= first && !units_[first - n + 1].starts_sentence; ++n) {
      const auto at = first - n;
      const std::string_view word = units_[at].folded;
      const auto before = utf8_.substr(units_[at].begin, units_[first].begin - units_[at].begin);
      if (is_in(studies, word) || highest_degree(before) != DegreeLevel::none) return of || !other;
      if (is_in(wanted, word)) return false;
      of = of || is_in(of_study, word);
      other = other || units_[at + 1].breaks_before || word == "and";
    }
    return false;
  }

 private:
  std::size_t first_of(const SkillHit& hit) const {
    return static_cast<std::size_t>(
        std::partition_point(units_.begin(), units_.end(), [&](const Unit& u) { return u.end <= hit.begin; }) -
        units_.begin());
  }

  std::size_t after(const SkillHit& hit, std::size_t first) const {
    while (first < units_.size() && units_[first].begin < hit.end) ++first;
    return first;
  }

  std::string_view gap_before(std::size_t at) const {
    return at == 0 ? std::string_view() : utf8_.substr(units_[at - 1].end, units_[at].begin - units_[at - 1].end);
  }

  bool is_wanted(std::size_t first, std::size_t last) const {
    constexpr std::size_t before = 14, behind = 4;
    for (auto at = last; at < std::min(last + behind, units_.size()) && !units_[at].starts_sentence; ++at)
      if (is_in(wanted, units_[at].folded)) return true;
    for (std::size_t n = 1; n <= before && n <= first && !units_[first - n + 1].starts_sentence; ++n)
      if (is_in(wanted, units_[first - n].folded)) return true;
    return false;
  }

  /// "Full-stack engineer (Java, React)", "Web developer - JavaScript": what a title adds behind the job.
  bool belongs_to_title(std::size_t first) const {
    constexpr std::size_t furthest = 10;
    for (std::size_t n = 1; n <= furthest && n <= first; ++n) {
      const auto at = first - n;
      const auto gap = gap_before(at + 1);
      if (is_in(jobs, units_[at].folded)) {
        const bool bracket = gap.find('(') != gap.npos;
        const bool dash = gap == " - " || gap == " – " || gap == " | " || gap == ": ";
        return (bracket || (dash && at < furthest)) && !is_wanted(at, at + 1) && !is_experience(at);
      }
      const auto raw = utf8_.substr(units_[at].begin, units_[at].end - units_[at].begin);
      if (!in_hit_[at] && raw.size() > 1 && units_[at].folded != "and" && in_small_letters(raw)) return false;
    }
    return false;
  }

  bool names_job(std::size_t first, std::size_t last) const {
    bool job = is_in(jobs, units_[last - 1].folded);
    for (auto at = last; !job && at < units_.size() && at < last + 4; ++at) {
      const auto gap = gap_before(at);
      if (units_[at].breaks_before && !(in_hit_[at] && text::trim(gap) == "/")) break;
      job = is_in(jobs, units_[at].folded);
      if (!in_hit_[at] && !is_in(between_job, units_[at].folded)) break;
    }
    return job && !is_experience(first);
  }

  /// "experience as a Java developer" asks for Java; "As a Java developer you will …" says the title again.
  bool is_experience(std::size_t first) const {
    for (std::size_t n = 1; n <= 4 && n <= first; ++n) {
      const auto& unit = units_[first - n];
      if (unit.folded == "as" || unit.folded == "als" || unit.folded == "como" || unit.folded == "comme")
        return !unit.starts_sentence && first - n > 0;
    }
    return false;
  }

  bool names_group(std::size_t first, std::size_t last) const {
    if (last < units_.size() && (units_[last].folded == "role" || units_[last].folded == "area"))
      return !units_[last].breaks_before && !is_wanted(first, last);  // "three years in a UX role"
    return last < units_.size() && !units_[last].breaks_before &&
           (is_in(groups, units_[last].folded) || is_in(gifts, units_[last].folded));
  }

  bool names_trade(std::size_t first) const {
    for (std::size_t n = 1; n <= 3 && n <= first && !units_[first - n + 1].breaks_before; ++n)
      if (is_in(trades, units_[first - n].folded)) return true;
    return false;
  }

  std::string_view utf8_;
  std::vector<Unit> units_;
  std::vector<bool> in_hit_;  // by unit
  bool names_degree_ = false;
  bool only_skills_ = false;
};

bool is_field(const Skill& skill) {
  return std::find(named_things.begin(), named_things.end(), skill.category) == named_things.end();
}

std::vector<SkillHit> asked(std::string_view utf8, const Taxonomy& taxonomy, const Categories* known) {
  auto hits = taxonomy.find(utf8);
  if (hits.empty()) return hits;
  const Line line(utf8, hits);
  std::erase_if(hits, [&](const SkillHit& hit) {
    if (!line.asks_for(hit)) return true;
    const auto& skill = taxonomy.skills()[hit.skill];
    if (std::find(tools.begin(), tools.end(), skill.category) == tools.end() && line.names_study(hit)) return true;
    return known && is_field(skill) && known->count(skill.category) == 0 && line.in_passing(hit);
  });
  return hits;
}

}  // namespace

std::vector<SkillHit> asked_skills(std::string_view utf8, const Taxonomy& taxonomy) {
  return asked(utf8, taxonomy, nullptr);
}

std::vector<SkillHit> asked_skills(std::string_view utf8, const Taxonomy& taxonomy, const Categories& known) {
  return asked(utf8, taxonomy, &known);
}

}  // namespace resumax::match
