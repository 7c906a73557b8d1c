#include <resumax/guard/claims.hpp>
#include <resumax/match/education.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace resumax::guard {

namespace {

std::string written(const Line& line, std::uint32_t begin, std::uint32_t end) {
  return line.text.substr(begin, end - begin);
}

bool joins(std::string_view folded, std::string_view language) {
  static constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"en", "and"}, {"de", "und"}, {"fr", "et"}, {"es", "y"}, {"pt", "e"}};
  return std::any_of(std::begin(words), std::end(words),
                     [&](const auto& word) { return language.starts_with(word.first) && folded == word.second; });
}

/// The things enumerated behind a colon, brackets apart.
std::vector<Words> items_behind(const Line& line, std::size_t colon) {
  std::vector<Words> items(1);
  std::uint32_t end = static_cast<std::uint32_t>(colon);
  int depth = 0;
  for (const Word& word : line.words) {
    if (word.begin < colon) continue;
    bool parted = false;
    for (std::uint32_t at = end; at < word.begin; ++at) {
      depth += line.text[at] == '(' ? 1 : line.text[at] == ')' ? -1 : 0;
      parted = parted || (depth == 0 && line.text[at] == ',');
    }
    parted = parted || (depth == 0 && joins(word.folded, line.language));
    end = word.end;
    if (parted && !items.back().empty()) items.emplace_back();
    if (is_topic(word)) items.back().push_back(&word);
  }
  return items;
}

/// "two projects: the scanner and the archive": as many as follow, each of a line of its own.
bool counts_items(const text::Number& number, const Line& line, const Support& support) {
  const auto colon = line.text.find(':', number.end);
  if (colon == std::string::npos || !number.unit.empty()) return false;
  const std::vector<Words> items = items_behind(line, colon);
  std::set<const Line*> sources;
  for (const Words& item : items) {
    const auto found = nearest(item, support.sentences(), std::max<std::size_t>(1, item.size() / 2));
    const auto fresh = std::find_if(found.begin(), found.end(),
                                    [&](const Sentence* sentence) { return !sources.contains(sentence->line); });
    if (fresh == found.end()) return false;
    sources.insert((*fresh)->line);
  }
  return number.value == static_cast<double>(items.size()) && items.size() > 1;
}

/// "zero loss" where the line says that nothing was lost.
bool says_none(const text::Number& number, const Line& line, const Support& support) {
  if (number.value != 0) return false;
  return std::any_of(support.lines().begin(), support.lines().end(), [&](const Line* source) {
    return source->path == line.path && std::any_of(source->words.begin(), source->words.end(),
                                                    [](const Word& word) { return word.is(Trait::negation); });
  });
}

std::optional<Objection> check_numbers(const Line& proposed, const Support& support) {
  Objection objection;
  std::set<const text::Number*> used;
  for (const text::Number& number : proposed.numbers) {
    if (number.value == 1 && (number.unit.empty() || support.has_written(number.unit))) continue;  // "within a year"
    const text::Number* found = support.find_number(number, proposed, used);
    if (found) used.insert(found);
    if (!found && (support.dates(number, proposed) || says_none(number, proposed, support))) continue;
    if (!found && (counts_items(number, proposed, support) || support.has_difference(number, proposed))) continue;
    if (!found && !(number.unit.empty() && support.has_digits(number, proposed)))
      objection.words.push_back(written(proposed, number.begin, number.end));
  }
  if (objection.words.empty())
    if (const text::Number* from = support.turned_change(proposed))
      objection.words.push_back(written(proposed, from->begin, from->end));
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

/// Whether the source has the name: an everyday word only as the name of a thing.
bool meant(const std::string& name, const Word& word, const Support& support) {
  const std::string folded = text::fold(name);
  const bool everyday = support.has_written(folded) || folded.size() <= 3;
  if (!everyday) return support.has_form(word) || support.has_expansion(folded) || support.has_joined(folded);
  return support.has_exactly(name) || support.has_exactly(text::upper(name)) || support.lists(folded);
}

/// Every word of a name of several is covered; `plain`: or says nothing by itself.
bool all_covered(const Line& proposed, const match::SkillHit& hit, const Coverage& coverage, bool plain) {
  return std::all_of(proposed.words.begin(), proposed.words.end(), [&](const Word& word) {
    if (word.begin < hit.begin || word.end > hit.end || word.stop) return true;
    const auto i = static_cast<std::size_t>(&word - proposed.words.data());
    return coverage.covered(i) || (plain && word.is(Traits(Trait::free) | Trait::act | Trait::thing));
  });
}

const Word* word_at(const Line& line, const match::SkillHit& hit) {
  const auto found = std::find_if(line.words.begin(), line.words.end(),
                                  [&](const Word& word) { return word.begin >= hit.begin && word.end <= hit.end; });
  return found == line.words.end() ? nullptr : &*found;
}

/// "Associate of Library Studies (ALS)": letters of covered words beside them.
bool is_spelled_out(const Word& word, const Line& proposed, const Coverage& coverage) {
  const std::string letters = acronym_letters(written(proposed, word.begin, word.end));
  if (letters.size() < 3) return false;
  const auto [first, last] = find_expansion(proposed, letters);
  for (std::size_t i = first; i < last; ++i)
    if (!coverage.covered(i)) return false;
  return first != last;
}

/// Skills of one word must be meant as such in the source: "Go" is not shown by "go live".
std::optional<Objection> check_skills(const Line& proposed, const Support& support, const Coverage& coverage,
                                      bool list) {
  Objection objection;
  const auto& taxonomy = support.taxonomy();
  for (const match::SkillHit& hit : list ? taxonomy.find_in_list(proposed.text) : taxonomy.find(proposed.text)) {
    const std::string name = written(proposed, hit.begin, hit.end);
    if (support.shows(hit.skill)) continue;
    const bool several = name.find(' ') != std::string::npos;
    const bool plain = name == text::lower(name);
    const Word* word = word_at(proposed, hit);
    const bool named = word && (list || word->name_like || (word->capital && !proposed.language.starts_with("de")));
    if (word && is_spelled_out(*word, proposed, coverage)) continue;
    if (list && several && !support.has_together(proposed, hit.begin, hit.end)) {
      objection.words.push_back(name);
      continue;
    }
    if (several ? !all_covered(proposed, hit, coverage, plain) : named && !plain && !meant(name, *word, support))
      objection.words.push_back(name);
  }
  if (objection.words.empty()) return std::nullopt;
  objection.reason = "the source does not show this skill";
  return objection;
}

}  // namespace

std::optional<Objection> check_facts(const Line& proposed, const Support& support, const Coverage& coverage,
                                     bool list) {
  if (auto objection = check_numbers(proposed, support)) return objection;
  if (auto objection = check_dates(proposed, support)) return objection;
  return check_skills(proposed, support, coverage, list);
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
