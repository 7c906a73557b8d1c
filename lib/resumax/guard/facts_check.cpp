#include <resumax/guard/claims.hpp>
#include <resumax/guard/lexicon.hpp>
#include <resumax/match/education.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace resumax::guard {

namespace {

std::string written(const Line& line, std::uint32_t begin, std::uint32_t end) {
  return line.text.substr(begin, end - begin);
}

std::optional<Objection> check_numbers(const Line& proposed, const Support& support) {
  Objection objection;
  std::set<const text::Number*> used;
  for (const text::Number& number : proposed.numbers) {
    if (number.value == 1 && number.unit.empty()) continue;
    const text::Number* found = support.find_number(number, proposed, used);
    if (found) used.insert(found);
    if (!found && !(number.unit.empty() && support.has_digits(number, proposed)))
      objection.words.push_back(written(proposed, number.begin, number.end));
  }
  if (objection.words.empty()) return std::nullopt;
  objection.reason = "the source does not give this number";
  return objection;
}

std::optional<Objection> check_dates(const Line& proposed, const Support& support) {
  Objection objection;
  for (const text::DateMatch& match : proposed.dates)
    for (const DateField* end : {&match.range.start, &match.range.end})
      if (!end->date.empty() && !support.has_date(end->date)) objection.words.push_back(end->source.value);
  if (objection.words.empty()) return std::nullopt;
  objection.reason = "the source does not give this date";
  return objection;
}

/// Marks the words of a proposed line that the source covers.
class Coverage {
 public:
  Coverage(const Line& proposed, const Support& support)
      : proposed_(proposed),
        support_(support),
        list_hits_(support.taxonomy().find_in_list(proposed.text)),
        covered_(proposed.words.size(), false) {
    for (std::size_t i = 0; i < covered_.size(); ++i) {
      const Word& word = proposed.words[i];
      covered_[i] = !word.content() || support.has(word);
    }
    by_skill();
    by_acronym();
    by_abbreviation();
    by_joining();
    by_compound();
  }

  bool covered(std::size_t i) const { return covered_[i]; }

 private:
  void cover(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) covered_[i] = true;
  }

  void by_skill() {
    const auto text_hits = support_.taxonomy().find(proposed_.text);
    for (const std::vector<match::SkillHit>* hits : {&text_hits, &std::as_const(list_hits_)})
      for (const match::SkillHit& hit : *hits) {
        if (!support_.shows(hit.skill)) continue;
        for (std::size_t i = 0; i < covered_.size(); ++i)
          if (proposed_.words[i].begin >= hit.begin && proposed_.words[i].end <= hit.end) covered_[i] = true;
      }
  }

  /// An acronym the source spells out, and the words for one it names.
  void by_acronym() {
    for (const std::string& letters : support_.acronyms()) {
      const auto [first, last] = find_expansion(proposed_, letters);
      if (first != last && may_expand(first, last, letters)) cover(first, last);
    }
    for (std::size_t i = 0; i < covered_.size(); ++i) {
      if (covered_[i]) continue;
      const Word& word = proposed_.words[i];
      const std::string letters = acronym_letters(written(proposed_, word.begin, word.end));
      if (letters.empty()) continue;
      const auto [first, last] = find_expansion(proposed_, letters);
      const bool spelled_here =
          first != last && std::all_of(covered_.begin() + static_cast<std::ptrdiff_t>(first),
                                       covered_.begin() + static_cast<std::ptrdiff_t>(last), [](bool c) { return c; });
      covered_[i] = spelled_here || support_.has_expansion(letters);
    }
  }

  /// Initials agree by chance: no acronym, no skill that the source lacks, and for two letters no name after a common
  /// word may hide in the words.
  bool may_expand(std::size_t first, std::size_t last, std::string_view letters) const {
    std::size_t capitals = 0, words = 0;
    for (std::size_t i = first; i < last; ++i) {
      const Word& word = proposed_.words[i];
      if (word.stop) continue;
      if (!acronym_letters(written(proposed_, word.begin, word.end)).empty() && letters.size() < 4) return false;
      for (const match::SkillHit& hit : list_hits_)
        if (hit.begin == word.begin && hit.end == word.end && !support_.shows(hit.skill)) return false;
      ++words;
      const std::string raw = written(proposed_, word.begin, word.end);
      std::size_t at = 0;
      if (text::is_upper(text::next_code_point(raw, at))) ++capitals;
    }
    return letters.size() > 2 || capitals == 0 || capitals == words || named_here(letters);
  }

  bool named_here(std::string_view letters) const {
    return std::any_of(proposed_.words.begin(), proposed_.words.end(), [&](const Word& word) {
      return acronym_letters(written(proposed_, word.begin, word.end)) == letters;
    });
  }

  void by_abbreviation() {
    for (const Abbreviation& known : abbreviations()) {
      const bool named = support_.has_written(known.letters);
      const bool spelled = std::all_of(known.expansion.begin(), known.expansion.end(),
                                       [&](const std::string& word) { return support_.has_written(word); });
      for (std::size_t i = 0; i < covered_.size(); ++i) {
        const std::string& folded = proposed_.words[i].folded;
        if (named && std::find(known.expansion.begin(), known.expansion.end(), folded) != known.expansion.end())
          covered_[i] = true;
        if (spelled && folded == known.letters) covered_[i] = true;
      }
    }
  }

  /// "Circle CI" for "CircleCI".
  void by_joining() {
    for (std::size_t i = 0; i + 1 < covered_.size(); ++i) {
      if (covered_[i] && covered_[i + 1]) continue;
      if (support_.has_joined(proposed_.words[i].folded + proposed_.words[i + 1].folded)) cover(i, i + 2);
    }
  }

  /// Long words made of the source's own, as German writes them, and the parts of such a word.
  void by_compound() {
    for (std::size_t i = 0; i < covered_.size(); ++i)
      if (!covered_[i] && proposed_.words[i].folded.size() >= 8 && !proposed_.words[i].title)
        covered_[i] = is_compound(proposed_.words[i].folded, 0);
    for (std::size_t i = 0; i < covered_.size(); ++i) {
      const Word& word = proposed_.words[i];
      if (covered_[i] || word.title || word.keys.front().size() < 6) continue;
      for (const Line* line : support_.lines())
        for (const Word& other : line->words)
          if (other.folded.size() >= word.folded.size() + 4 &&
              (other.folded.starts_with(word.keys.front()) || other.folded.ends_with(word.folded) ||
               other.folded.find(word.keys.front(), 4) != std::string::npos))
            covered_[i] = true;
    }
  }

  bool is_compound(std::string_view rest, int depth) const {
    if (rest.size() < 4 || depth > 3) return rest.empty();
    for (std::size_t length = rest.size(); length >= 4; --length) {
      if (!support_.has_written(rest.substr(0, length))) continue;
      std::string_view tail = rest.substr(length);
      if (tail.empty() || is_compound(tail, depth + 1)) return true;
      if (tail.starts_with('s') && is_compound(tail.substr(1), depth + 1)) return true;
    }
    return false;
  }

  const Line& proposed_;
  const Support& support_;
  std::vector<match::SkillHit> list_hits_;
  std::vector<bool> covered_;
};

/// Whether the source has a word that is also an everyday one as the name of a thing.
bool meant(const std::string& name, const Support& support) {
  const std::string folded = text::fold(name);
  const bool everyday = support.has_written(folded) || folded.size() <= 3;
  return !everyday || support.has_exactly(name) || support.has_exactly(text::upper(name)) || support.lists(folded);
}

/// The words of a name stand in the source themselves or spell what it abbreviates; synonyms do not do.
bool all_written(const Line& proposed, const match::SkillHit& hit, const Support& support) {
  for (const Word& word : proposed.words)
    if (word.begin >= hit.begin && word.end <= hit.end && !word.stop && word.name_like &&
        !support.has_written(word.folded) && !support.has_expansion(word.folded))
      return false;
  return true;
}

/// Skills of one word must be meant as such in the source: "Go" is not shown by "go live".
std::optional<Objection> check_skills(const Line& proposed, const Support& support, bool list) {
  Objection objection;
  const auto& taxonomy = support.taxonomy();
  for (const match::SkillHit& hit : list ? taxonomy.find_in_list(proposed.text) : taxonomy.find(proposed.text)) {
    const std::string name = written(proposed, hit.begin, hit.end);
    if (support.shows(hit.skill) || name == text::lower(name)) continue;
    if (name.find(' ') == std::string::npos ? !meant(name, support) : !all_written(proposed, hit, support))
      objection.words.push_back(name);
  }
  if (objection.words.empty()) return std::nullopt;
  objection.reason = "the source does not show this skill";
  return objection;
}

std::optional<Objection> check_words(const Line& proposed, const Support& support) {
  const Coverage coverage(proposed, support);
  Objection names, titles, words;
  for (std::size_t i = 0; i < proposed.words.size(); ++i) {
    if (coverage.covered(i)) continue;
    const Word& word = proposed.words[i];
    Objection& kind = word.title ? titles : word.capital || word.name_like ? names : words;
    kind.words.push_back(written(proposed, word.begin, word.end));
  }
  for (Objection* found : {&titles, &names, &words}) {
    if (found->words.empty()) continue;
    found->reason = found == &titles  ? "the source does not show this title"
                    : found == &names ? "the source does not name this"
                                      : "the source does not say this";
    return *found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Objection> check_facts(const Line& proposed, const Support& support, bool list) {
  if (auto objection = check_numbers(proposed, support)) return objection;
  if (auto objection = check_dates(proposed, support)) return objection;
  if (auto objection = check_skills(proposed, support, list)) return objection;
  return check_words(proposed, support);
}

std::optional<Objection> check_degrees(const Line& proposed, const Support& support) {
  std::vector<match::DegreeLevel> known;
  for (const Line* line : support.lines())
    for (const auto level : match::degree_levels(line->text)) known.push_back(level);
  for (const auto level : match::degree_levels(proposed.text))
    if (std::find(known.begin(), known.end(), level) == known.end())
      return Objection{"the source does not show " + std::string(match::describe(level)), {proposed.text}};
  return std::nullopt;
}

}  // namespace resumax::guard
