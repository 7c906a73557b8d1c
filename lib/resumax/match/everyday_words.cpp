#include <resumax/match/everyday_words.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::match {

namespace {

using namespace std::string_view_literals;

// Folded words (text::fold) before a name that make it a tool, by themselves …
constexpr std::array strong_before = {
    "advanced"sv,     "basic"sv,        "code"sv,       "coding"sv,     "dominio"sv,   "e.g"sv,         "eg"sv,
    "expert"sv,       "experience"sv,   "framework"sv,  "frameworks"sv, "idiomatic"sv, "include"sv,     "includes"sv,
    "including"sv,    "intermediate"sv, "kenntnisse"sv, "knowledge"sv,  "langage"sv,   "languages"sv,   "learn"sv,
    "learning"sv,     "lenguaje"sv,     "like"sv,       "linguagem"sv,  "logiciel"sv,  "logiciels"sv,   "maitrise"sv,
    "microsoft"sv,    "modern"sv,       "ms"sv,         "nutzung"sv,    "outils"sv,    "proficiency"sv, "proficient"sv,
    "programa"sv,     "programming"sv,  "scripting"sv,  "skilled"sv,    "skills"sv,    "software"sv,    "stack"sv,
    "technologies"sv, "tools"sv,        "umgang"sv,     "usando"sv,     "using"sv,     "via"sv,         "write"sv,
    "writing"sv,      "wrote"sv,        "استخدام"sv,    "باستخدام"sv,   "برامج"sv,     "برنامج"sv,      "لغات"sv,
    "لغه"sv,
};
// … and where nothing capitalised follows, as a name would.
constexpr std::array weak_before = {
    "avec"sv, "by"sv, "com"sv, "con"sv, "de"sv,   "em"sv, "en"sv, "for"sv, "in"sv,  "into"sv,
    "mit"sv,  "of"sv, "on"sv,  "von"sv, "with"sv, "في"sv, "مع"sv, "من"sv,  "sur"sv, "sous"sv,
};
constexpr std::array after = {
    "api"sv,          "apis"sv,          "app"sv,         "application"sv,    "applications"sv,
    "apps"sv,         "backend"sv,       "cluster"sv,     "clusters"sv,       "code"sv,
    "codebase"sv,     "component"sv,     "components"sv,  "cookbooks"sv,      "database"sv,
    "databases"sv,    "desarrollador"sv, "developer"sv,   "developers"sv,     "development"sv,
    "developpeur"sv,  "ecosystem"sv,     "engineer"sv,    "engineers"sv,      "entwickler"sv,
    "entwicklerin"sv, "entwicklung"sv,   "experience"sv,  "formulas"sv,       "framework"sv,
    "frameworks"sv,   "frontend"sv,      "hooks"sv,       "jobs"sv,           "kenntnisse"sv,
    "knowledge"sv,    "libraries"sv,     "library"sv,     "macro"sv,          "macros"sv,
    "microservice"sv, "microservices"sv, "package"sv,     "packages"sv,       "pipelines"sv,
    "proficiency"sv,  "programmer"sv,    "programming"sv, "programmierung"sv, "script"sv,
    "scripting"sv,    "scripts"sv,       "sheets"sv,      "skills"sv,         "spreadsheet"sv,
    "spreadsheets"sv, "stack"sv,         "templates"sv,   "tests"sv,          "toolkit"sv,
};
// Words of mastery: "experience in", "knowledge of"; "marketing experience".
constexpr std::array mastery = {
    "background"sv,    "competence"sv,    "competences"sv, "connaissance"sv, "connaissances"sv, "conocimiento"sv,
    "conocimientos"sv, "degree"sv,        "erfahrung"sv,   "erfahrungen"sv,  "experience"sv,    "experienced"sv,
    "experiencia"sv,   "expertise"sv,     "kenntnisse"sv,  "knowledge"sv,    "maitrise"sv,      "proficiency"sv,
    "proficient"sv,    "qualification"sv, "skilled"sv,     "skills"sv,       "trained"sv,       "training"sv,
    "versed"sv,        "خبره"sv,          "معرفه"sv,       "مهارات"sv,
};
constexpr std::array conjunctions = {"and"sv, "or"sv, "oder"sv, "ou"sv, "y"sv, "e"sv, "o"sv, "و"sv, "او"sv};
constexpr std::array seasons = {"semester"sv, "term"sv,   "quarter"sv, "season"sv, "break"sv,
                                "summer"sv,   "autumn"sv, "fall"sv,    "winter"sv};
constexpr std::array list_labels = {"languages"sv,  "language"sv,     "tools"sv,    "skills"sv,
                                    "stack"sv,      "technologies"sv, "software"sv, "programming"sv,
                                    "frameworks"sv, "backend"sv,      "frontend"sv};

template <class Words>
bool is_in(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_number(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}
bool is_year(std::string_view word) {
  return word.size() == 4 && is_number(word) && (word.starts_with("19") || word.starts_with("20"));
}

/// How two neighbouring candidates stand to each other.
enum class Join { none, space, listed };

class Context {
 public:
  Context(std::string_view utf8, const std::vector<Unit>& units, std::vector<Candidate>& candidates, bool list)
      : utf8_(utf8), units_(units), candidates_(candidates), list_(list) {}

  void run() {
    for (auto& c : candidates_) c.accepted = plain(c) || by_itself(c);
    // Being listed beside a skill spreads along the list, in both directions.
    for (std::size_t i = 1; i < candidates_.size(); ++i) spread(candidates_[i - 1], candidates_[i], candidates_[i]);
    for (std::size_t i = candidates_.size(); i-- > 1;) spread(candidates_[i], candidates_[i - 1], candidates_[i]);
  }

 private:
  static bool plain(const Candidate& c) {
    return c.mode == Mode::any_case || (c.mode == Mode::as_written && c.writing == Writing::as_written);
  }
  static bool as_written(const Candidate& c) { return c.writing == Writing::as_written; }

  std::string_view next_word(const Candidate& c) const {
    return c.last < units_.size() && !units_[c.last].breaks_before ? std::string_view(units_[c.last].folded)
                                                                   : std::string_view();
  }
  std::string_view previous_word(const Candidate& c) const {
    return c.first > 0 && !units_[c.first].breaks_before ? std::string_view(units_[c.first - 1].folded)
                                                         : std::string_view();
  }
  /// Nothing but separators around it, or a version number after it.
  bool stands_alone(const Candidate& c, bool with_version = false) const {
    auto last = c.last;
    if (with_version && last < units_.size() && is_number(units_[last].folded)) ++last;
    return (c.first == 0 || units_[c.first].breaks_before) && (last == units_.size() || units_[last].breaks_before);
  }
  std::string_view gap(std::size_t left, std::size_t right) const {  // between the units
    return utf8_.substr(units_[left].end, units_[right].begin - units_[left].end);
  }

  bool by_itself(const Candidate& c) const {
    const auto next = next_word(c);
    if (c.mode == Mode::as_item) return is_item(c);
    if (c.writing == Writing::other_case) return list_ && stands_alone(c, true);
    if (is_year(next) || is_in(seasons, next)) return false;
    if (list_ && stands_alone(c)) return true;
    if (is_in(after, next) || (is_number(next) && c.last < units_.size() && !units_[c.last].glued)) return true;
    if (!as_written(c)) return false;
    if (candidates_.size() == 1 && c.first == 0 && c.last == units_.size()) return units_[0].end - units_[0].begin > 1;
    if (has_glue(c)) return false;
    if (labelled(c)) return true;
    const auto previous = previous_word(c);
    if (is_in(strong_before, previous)) return true;
    if (previous == "as" && c.first > 1 && units_[c.first - 2].folded == "such") return true;
    return is_in(weak_before, previous) && !capital_follows(c);
  }

  /// A word of many uses: alone in its text or list item, or "experience in reporting".
  bool is_item(const Candidate& c) const {
    if (stands_alone(c)) return list_ || (c.first == 0 && c.last == units_.size());
    if (c.last < units_.size() && !units_[c.last].breaks_before && !is_in(conjunctions, units_[c.last].folded))
      return is_in(mastery, units_[c.last].folded);
    return c.first > 1 && is_in(weak_before, previous_word(c)) && !units_[c.first - 1].breaks_before &&
           is_in(mastery, units_[c.first - 2].folded);
  }

  bool has_glue(const Candidate& c) const { return units_[c.first].glued || units_[c.last - 1].glued; }

  bool labelled(const Candidate& c) const {  // "Languages: Go"
    return c.first > 0 && units_[c.first].breaks_before && is_in(list_labels, units_[c.first - 1].folded) &&
           gap(c.first - 1, c.first).starts_with(':');
  }

  bool capital_follows(const Candidate& c) const {
    const auto next = next_word(c);
    if (next.empty() || is_in(conjunctions, next)) return false;
    for (const auto& other : candidates_)
      if (other.first == c.last) return false;
    std::size_t at = units_[c.last].begin;
    return text::is_upper(text::next_code_point(utf8_, at));
  }

  Join join(const Candidate& left, const Candidate& right) const {
    std::size_t at = left.last;
    while (at < right.first && is_number(units_[at].folded)) ++at;
    const bool conjunction = at + 1 == right.first && is_in(conjunctions, units_[at].folded);
    if (at != right.first && !conjunction) return Join::none;
    bool separator = conjunction;
    for (std::size_t i = left.last; i <= right.first; ++i) {
      const auto between = gap(i - 1, i);
      if (between.size() > 8) return Join::none;
      for (const char c : between) {
        if (c == '.' || c == '!' || c == '?') return Join::none;
        separator = separator || (c != ' ' && c != '-');
      }
    }
    return separator ? Join::listed : Join::space;
  }

  /// `known` lifts `other` where both stand in one list. `right` is the later one of the two.
  void spread(const Candidate& known, Candidate& other, const Candidate& right) {
    if (other.accepted || (other.mode == Mode::as_written && other.writing != Writing::as_written)) return;
    const auto& left = &right == &other ? known : other;
    const auto joined = join(left, right);
    if (joined == Join::none || has_glue(other) || is_year(next_word(other))) return;
    if (joined == Join::space && (!known.accepted || other.mode == Mode::as_item)) return;
    if (other.mode == Mode::as_item && !(known.accepted && ends_item(other, left))) return;
    const bool enough = known.accepted || (as_written(known) && as_written(other) && !starts_sentence(left));
    if (!enough) return;
    if (other.writing == Writing::other_case && !(known.accepted && joined == Join::listed && ends_item(other, left)))
      return;
    other.accepted = true;
  }

  bool starts_sentence(const Candidate& c) const {
    return units_[c.first].starts_sentence && units_[c.first].end - units_[c.first].begin > 1 && !list_;
  }

  /// Whether a lower-case word is a list item of its own: after a separator and before one, a conjunction or the end.
  bool ends_item(const Candidate& c, const Candidate& left) const {
    if (&left == &c) return c.first == 0 || units_[c.first].breaks_before;
    return c.last == units_.size() || units_[c.last].breaks_before || is_in(conjunctions, units_[c.last].folded);
  }

  std::string_view utf8_;
  const std::vector<Unit>& units_;
  std::vector<Candidate>& candidates_;
  bool list_;
};

}  // namespace

void settle(std::string_view utf8, const std::vector<Unit>& units, std::vector<Candidate>& candidates, bool list) {
  Context(utf8, units, candidates, list).run();
}

}  // namespace resumax::match
