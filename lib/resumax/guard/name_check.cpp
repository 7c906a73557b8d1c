#include <resumax/guard/claims.hpp>

#include <algorithm>
#include <array>

namespace resumax::guard {

namespace {

bool is_legal_form(std::string_view folded) {
  static constexpr std::array<std::string_view, 22> forms{"inc", "ltd", "llc",  "gmbh", "ag",  "sa",  "sas", "sarl",
                                                          "plc", "co",  "corp", "bv",   "b.v", "l.p", "lp",  "llp",
                                                          "pvt", "pty", "spa",  "srl",  "oy",  "ab"};
  return std::find(forms.begin(), forms.end(), folded) != forms.end();
}

/// "Best Lantern and Best Overall": an honour more than the name has.
std::optional<Objection> said_again(const Line& proposed, const Support& original) {
  const auto times = [](const Line& line, const std::string& folded) {
    return std::count_if(line.words.begin(), line.words.end(), [&](const Word& w) { return w.folded == folded; });
  };
  for (const Word& word : proposed.words) {
    if (!word.is(Trait::honour | Trait::boast)) continue;
    std::ptrdiff_t known = 0;
    for (const Line* line : original.lines()) known += times(*line, word.folded);
    if (known > 0 && times(proposed, word.folded) > known)
      return Objection{"the source does not show this award, publication or certificate", {word.folded}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Objection> check_name(const Line& given, const Support& original, bool complete) {
  Line proposed = given;
  while (complete && proposed.words.size() > 1 && is_legal_form(proposed.words.back().folded))
    proposed.words.pop_back();
  const Coverage coverage(proposed, original);
  if (auto objection = check_facts(proposed, original, coverage, true)) return objection;
  if (auto objection = check_words(proposed, original, coverage, true)) return objection;
  // Words that say little in a sentence tell titles apart: "Area Manager".
  const bool position = proposed.path.ends_with("/position");
  for (const Word& word : proposed.words)
    if (position && word.is(Trait::filler) && !word.stop && !word.number && !original.has(word) &&
        !original.has_expansion(word.folded))
      return Objection{"the source does not name this", {word.folded}};
  if (complete)
    if (auto objection = said_again(proposed, original)) return objection;
  Support now(original.taxonomy());
  now.add(proposed, true);
  Objection dropped;
  for (const Line* line : original.lines())
    for (const Word& word : line->words) {
      if (word.stop || is_legal_form(word.folded) || (!complete && !word.is(Trait::limit))) continue;
      const std::string letters = acronym_letters(written(*line, word));
      if (now.has(word) || (!letters.empty() && now.has_expansion(letters))) continue;
      bool in_acronym = false;
      for (const std::string& acronym : now.acronyms()) {
        const auto [first, last] = find_expansion(*line, acronym);
        for (std::size_t i = first; i < last; ++i) in_acronym = in_acronym || &line->words[i] == &word;
      }
      for (const match::SkillHit& hit : now.taxonomy().find_in_list(line->text))
        in_acronym = in_acronym || (now.shows(hit.skill) && hit.begin <= word.begin && word.end <= hit.end);
      if (!in_acronym) dropped.words.push_back(std::string(written(*line, word)));
    }
  if (dropped.words.empty()) return std::nullopt;
  dropped.reason = "drops part of a name or title";
  return dropped;
}

}  // namespace resumax::guard
