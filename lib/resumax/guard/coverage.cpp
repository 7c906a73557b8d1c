#include <resumax/guard/coverage.hpp>

#include <resumax/guard/roots.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace resumax::guard {

namespace {

/// "2.2" of "WCAG 2.2": where the source says which one it was, no other may stand there.
bool is_version(const Word& word) {
  return !word.folded.empty() && word.folded.find_first_not_of("0123456789.") == std::string::npos;
}

}  // namespace

Coverage::Coverage(const Line& proposed, const Support& support)
    : proposed_(proposed),
      support_(support),
      list_hits_(support.taxonomy().find_in_list(proposed.text)),
      covered_(proposed.words.size(), false) {
  for (std::size_t i = 0; i < covered_.size(); ++i) {
    const Word& word = proposed.words[i];
    covered_[i] = !word.content() || (is_version(word) ? support.has_version(proposed, word) : support.has(word));
  }
  by_skill();
  by_acronym();
  by_abbreviation();
  by_code();
  by_clipping();
  by_joining();
  by_compound();
  by_part();
  by_part_meant();
  leave_exams();
}

void Coverage::cover(std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) covered_[i] = true;
}

void Coverage::by_skill() {
  const auto text_hits = support_.taxonomy().find(proposed_.text);
  for (const std::vector<match::SkillHit>* hits : {&text_hits, &std::as_const(list_hits_)})
    for (const match::SkillHit& hit : *hits) {
      if (!support_.shows(hit.skill)) continue;
      const bool numbered = support_.numbers_skill(hit.skill);
      for (std::size_t i = 0; i < covered_.size(); ++i) {
        const Word& word = proposed_.words[i];
        if (word.begin >= hit.begin && word.end <= hit.end && !(numbered && is_version(word))) covered_[i] = true;
      }
    }
}

/// An acronym the source spells out, and the words for one it names.
void Coverage::by_acronym() {
  for (const std::string& letters : support_.acronyms()) {
    const auto [first, last] = find_expansion(proposed_, letters);
    if (first != last && may_expand(first, last, letters)) cover(first, last);
  }
  for (std::size_t i = 0; i < covered_.size(); ++i) {
    if (covered_[i]) continue;
    const Word& word = proposed_.words[i];
    const std::string letters = acronym_letters(written(proposed_, word));
    if (letters.empty()) continue;
    const auto [first, last] = find_expansion(proposed_, letters);
    const bool spelled_here =
        first != last && std::all_of(covered_.begin() + static_cast<std::ptrdiff_t>(first),
                                     covered_.begin() + static_cast<std::ptrdiff_t>(last), [](bool c) { return c; });
    covered_[i] = spelled_here || support_.has_expansion(letters) || abbreviates_words_before(i, letters);
  }
}

/// "Certified Public Accountant" is not shown by "passed two parts of the CPA exam".
void Coverage::leave_exams() {
  for (const std::string& letters : support_.acronyms()) {
    const auto [first, last] = find_expansion(proposed_, letters);
    if (first == last || !proposed_.words[first].is(Trait::honour) || !support_.only_studied(letters)) continue;
    for (std::size_t i = first; i < last; ++i) covered_[i] = false;
  }
}

/// "crop sequencing (CSQ)": made of the letters of the words before it, the first of each among them.
bool Coverage::abbreviates_words_before(std::size_t i, std::string_view letters) const {
  const Word& word = proposed_.words[i];
  if (i < 1 || word.begin == 0 || proposed_.text[word.begin - 1] != '(') return false;
  for (const match::SkillHit& hit : list_hits_)
    if (hit.begin <= word.begin && word.end <= hit.end) return false;
  if (letters.size() == 2) {  // "overtime (OT)"
    const std::string& before = proposed_.words[i - 1].folded;
    return covered_[i - 1] && before.size() >= 8 && before[0] == letters[0] &&
           before.find(letters[1], 2) < before.size();
  }
  if (i < 2) return false;
  for (std::size_t first = i; first-- > 0 && i - first <= letters.size() && covered_[first];) {
    std::size_t at = 0;
    for (std::size_t j = first; j < i && at <= letters.size(); ++j) {
      const std::string& folded = proposed_.words[j].folded;
      if (proposed_.words[j].stop) continue;
      if (at == letters.size() || folded.empty() || folded[0] != letters[at]) {
        at = letters.size() + 1;
        break;
      }
      const bool last = j + 1 == i;
      for (std::size_t k = 1, next = ++at; k < folded.size() && next < letters.size(); ++k)
        if (folded[k] == letters[next] && (last || proposed_.words[j + 1].folded[0] != letters[next])) at = ++next;
    }
    if (at == letters.size() && i - first >= 2) return true;
  }
  return false;
}

/// Initials agree by chance: no acronym, no skill that the source lacks, and for two letters no name after a common
/// word may hide in the words.
bool Coverage::may_expand(std::size_t first, std::size_t last, std::string_view letters) const {
  const bool beside = letters.size() > 2 && last < proposed_.words.size() &&
                      acronym_letters(written(proposed_, proposed_.words[last])) == letters;
  if (beside) return true;  // "isothermal titration calorimeter (ITC)"
  std::size_t capitals = 0, words = 0;
  for (std::size_t i = first; i < last; ++i) {
    const Word& word = proposed_.words[i];
    if (word.stop) continue;
    if (!acronym_letters(written(proposed_, word)).empty() && letters.size() < 4) return false;
    for (const match::SkillHit& hit : list_hits_)
      if (hit.begin == word.begin && hit.end == word.end && !support_.shows(hit.skill)) return false;
    ++words;
    const std::string_view raw = written(proposed_, word);
    std::size_t at = 0;
    if (text::is_upper(text::next_code_point(raw, at))) ++capitals;
  }
  return letters.size() > 2 || capitals == 0 || capitals == words || named_here(letters);
}

bool Coverage::named_here(std::string_view letters) const {
  return std::any_of(proposed_.words.begin(), proposed_.words.end(),
                     [&](const Word& word) { return acronym_letters(written(proposed_, word)) == letters; });
}

void Coverage::by_abbreviation() {
  for (const Abbreviation& known : abbreviations()) {
    const bool degree = known.letters.size() == 2 && known.expansion.size() > 1 &&
                        (known.expansion[0] == "master" || known.expansion[0] == "bachelor");
    // "MS" is a degree among studies, elsewhere a state or an office suite.
    const bool named = degree ? support_.names_degree(known.letters) : support_.has_written(known.letters);
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

/// "Year 9" for "Y9", "Google Analytics 4" for "GA4".
void Coverage::by_code() {
  constexpr std::size_t most = 3;  // words
  for (std::size_t i = 1; i < covered_.size(); ++i) {
    if (!is_version(proposed_.words[i])) continue;
    std::string code = proposed_.words[i].folded;
    for (std::size_t first = i; first-- > 0 && first + most >= i;) {
      const Word& word = proposed_.words[first];
      if (proposed_.words[first + 1].begin != word.end + 1 || word.folded.size() < 3) break;
      code.insert(0, 1, word.folded[0]);
      if (support_.has_written(code)) cover(first, i + 1);
    }
  }
}

/// "chemotherapy" for "chemo", "registration" for "reg".
void Coverage::by_clipping() {
  constexpr std::size_t whole = 8, least = 3;
  for (std::size_t i = 0; i < covered_.size(); ++i) {
    const Word& word = proposed_.words[i];
    if (covered_[i] || word.folded.size() < whole || word.tier > 0 || word.capital || word.name_like) continue;
    constexpr Traits claims = Trait::title | Trait::honour | Trait::reach | Trait::boast | Trait::outcome | Trait::sole;
    if (word.is(claims)) continue;
    for (std::size_t length = least; length + 4 <= word.folded.size() && length <= 6 && !covered_[i]; ++length)
      covered_[i] = support_.clips(std::string_view(word.folded).substr(0, length));
  }
}

/// "Circle CI" for "CircleCI".
void Coverage::by_joining() {
  for (std::size_t i = 0; i + 1 < covered_.size(); ++i) {
    if (covered_[i] && covered_[i + 1]) continue;
    if (support_.has_joined(proposed_.words[i].folded + proposed_.words[i + 1].folded)) cover(i, i + 2);
  }
}

constexpr std::size_t longest_word = 80;

/// Long words made of the source's own, as German writes them.
void Coverage::by_compound() {
  for (std::size_t i = 0; i < covered_.size(); ++i) {
    const Word& word = proposed_.words[i];
    if (!covered_[i] && word.folded.size() >= 8 && word.folded.size() <= longest_word && !word.is(Trait::title))
      covered_[i] = is_compound(word.folded, 0);
  }
}

/// Words that are a part of one of the source's compounds: "Pläne" of "Planprüfung".
void Coverage::by_part() {
  if (proposed_.language.starts_with("ar")) return;  // has no compounds, and roots of three letters stand in any word
  const std::size_t least = proposed_.language.starts_with("de") ? 4 : 6;
  for (std::size_t i = 0; i < covered_.size(); ++i) {
    const Word& word = proposed_.words[i];
    if (covered_[i] || word.is(Trait::title)) continue;
    covered_[i] = std::any_of(word.keys.begin(), word.keys.end(), [&](const std::string& key) {
      const std::string_view part = key.starts_with('~') ? std::string_view(key).substr(1) : std::string_view(key);
      // "Kurse" of "Kurswahl", "Pläne" of "Dienstplan"
      const bool german = proposed_.language.starts_with("de");
      return part.size() >= least &&
             (support_.has_compound_with(part, word.folded) || (german && support_.has_compound_with(part, part)));
    });
  }
}

/// "Abweichungen" where the line that is rewritten has "Rechnungsdifferenzen".
void Coverage::by_part_meant() {
  if (!proposed_.language.starts_with("de")) return;
  for (std::size_t i = 0; i < covered_.size(); ++i) {
    const Word& word = proposed_.words[i];
    if (!covered_[i] && !word.groups.empty() && !word.is(Trait::title)) covered_[i] = is_part_meant(word.groups);
  }
}

bool Coverage::is_part_meant(const std::vector<int>& groups) const {
  const std::vector<int>& known = groups_of_parts();
  return std::any_of(groups.begin(), groups.end(),
                     [&](int group) { return std::binary_search(known.begin(), known.end(), group); });
}

/// The synonyms of what the compounds of the line that is rewritten may be made of.
const std::vector<int>& Coverage::groups_of_parts() const {
  constexpr std::size_t least = 4;
  if (parts_read_) return part_groups_;
  parts_read_ = true;
  const auto add = [&](std::string_view part) {
    const WordFacts facts = word_facts(part, keys_of(part, "de"), "de");
    part_groups_.insert(part_groups_.end(), facts.synonyms.begin(), facts.synonyms.end());
  };
  for (const Line* line : support_.lines()) {
    if (line->path != proposed_.path) continue;
    for (const Word& word : line->words) {
      const std::string_view folded = word.folded;
      if (folded.size() > longest_word) continue;
      part_groups_.insert(part_groups_.end(), word.groups.begin(), word.groups.end());
      for (std::size_t at = least; at + least <= folded.size(); ++at) {
        const std::string_view head = folded.substr(0, at);
        add(head);
        if (head.ends_with('s') && at > least) add(head.substr(0, at - 1));
        add(folded.substr(at));
      }
    }
  }
  std::sort(part_groups_.begin(), part_groups_.end());
  return part_groups_;
}

bool Coverage::is_compound(std::string_view rest, int depth) const {
  if (rest.size() < 4 || depth > 3) return rest.empty();
  for (std::size_t length = rest.size(); length >= 4; --length) {
    if (!is_part(rest.substr(0, length))) continue;
    std::string_view tail = rest.substr(length);
    if (tail.empty() || is_compound(tail, depth + 1) || is_plain_tail(tail)) return depth > 0 || !tail.empty();
    for (const std::string_view link : {std::string_view("s"), std::string_view("n"), std::string_view("en")})
      if (tail.starts_with(link) &&
          (is_compound(tail.substr(link.size()), depth + 1) || is_plain_tail(tail.substr(link.size()))))
        return true;
  }
  return false;
}

/// A word of the source, in whichever form, or one that says nothing by itself.
bool Coverage::is_part(std::string_view part) const {
  if (support_.has_written(part)) return true;
  if (proposed_.language.starts_with("en")) return support_.has_key(text::stem(part, "en"));  // "bookkeeping"
  if (!proposed_.language.starts_with("de")) return false;
  static constexpr std::string_view plain[] = {"gesamt", "haupt", "teil", "fach", "arbeit", "aufgabe", "themen"};
  const auto written_as = [&](std::string_view ending) {
    return support_.has_written(std::string(part) + std::string(ending));
  };
  if (std::find(std::begin(plain), std::end(plain), part) != std::end(plain) || written_as("e") || written_as("en") ||
      written_as("n") || written_as("er"))
    return true;
  const auto roots = roots_of(part, "de");
  return std::any_of(roots.begin(), roots.end(),
                     [&](const std::string& root) { return root.size() >= 4 && support_.has_key("~" + root); }) ||
         (part.size() >= 5 && starts_compound(part)) ||
         is_part_meant(word_facts(part, keys_of(part, "de"), "de").synonyms);
}

/// "Wohnbau" of "Wohnbauprojekte": what is left has to be a word.
bool Coverage::starts_compound(std::string_view part) const {
  const auto is_word = [](std::string_view rest) {
    const WordFacts facts = word_facts(rest, keys_of(rest, "de"), "de");
    return rest.size() >= 4 && (!facts.traits.empty() || !facts.synonyms.empty() || facts.tier > 0);
  };
  return std::any_of(support_.lines().begin(), support_.lines().end(), [&](const Line* line) {
    return std::any_of(line->words.begin(), line->words.end(), [&](const Word& word) {
      if (word.folded.size() < part.size() + 4 || !word.folded.starts_with(part)) return false;
      const std::string_view rest = std::string_view(word.folded).substr(part.size());
      return is_word(rest) || (rest[0] == 's' && is_word(rest.substr(1)));
    });
  });
}

/// "Aufgaben" of "Wartungsaufgaben": a plain noun, which behind a word of the source adds nothing, or one that means
/// what a part of the line does.
bool Coverage::is_plain_tail(std::string_view tail) const {
  if (tail.size() < 3 || !proposed_.language.starts_with("de")) return false;
  const WordFacts facts = word_facts(tail, keys_of(tail, "de"), "de");
  if (!facts.synonyms.empty() && is_part_meant(facts.synonyms)) return !facts.traits.has(Trait::title);
  if (facts.traits.has(Trait::title | Trait::people | Trait::event)) return false;
  return facts.traits.has(Trait::thing) || (tail.size() >= 5 && facts.traits.has(Trait::free));
}

}  // namespace resumax::guard
