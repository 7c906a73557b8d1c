#include <resumax/guard/claims.hpp>
#include <resumax/text/tokens.hpp>

#include <algorithm>

namespace resumax::guard {

namespace {

/// A verb in the past: "triaged", "wrote".
bool is_past(const Word& word) {
  if (word.stop || word.number || word.capital || word.folded.size() < 3) return false;
  return word.folded.ends_with("ed") ||
         (!word.keys.empty() && word.keys[0] != text::stem(word.folded, "en") && !word.folded.ends_with("ing") &&
          !word.folded.ends_with('s') && (word.tier > 0 || word.is(Trait::act)));
}

bool joins(const Line& line, std::size_t i) {
  if (line.words[i].folded == "and") return true;
  const Word& before = line.words[i - 1];
  return line.words[i].begin > before.end && line.text[before.end] == ',';
}

/// The verbs of the rewritten line that have no equal in the new one: each may have been put in other words.
std::ptrdiff_t verbs_left(const Line& proposed, const Support& support) {
  std::ptrdiff_t left = 0;
  for (const Line* source : support.lines()) {
    if (source->path != proposed.path) continue;
    left += std::count_if(source->words.begin(), source->words.end(), [&](const Word& verb) {
      const bool present = verb.tier > 0 || verb.is(Trait::act);
      return (is_past(verb) || present) && std::none_of(proposed.words.begin(), proposed.words.end(),
                                                        [&](const Word& word) { return same_meaning(word, verb); });
    });
  }
  return left;
}

}  // namespace

std::optional<Objection> check_activities(const Line& proposed, const Support& support, const Coverage& coverage) {
  if (!proposed.language.starts_with("en")) return std::nullopt;
  const auto& words = proposed.words;
  for (std::size_t first = 0; first < words.size(); ++first) {
    const bool opens = first == 0 || words[first - 1].sentence != words[first].sentence;
    if (!opens || !is_past(words[first])) continue;
    // The run of verbs that opens the sentence: "Triaged, treated and …".
    std::vector<std::size_t> verbs{first};
    for (std::size_t i = first + 1; i < words.size() && words[i].sentence == words[first].sentence; ++i) {
      if (words[i].folded == "and") continue;
      if (!is_past(words[i]) || !(joins(proposed, i) || words[i - 1].folded == "and")) break;
      verbs.push_back(i);
    }
    const auto said = [&](std::size_t i) { return support.has_form(words[i]); };
    const auto is_new = [&](std::size_t i) { return !coverage.covered(i); };
    const auto added = std::find_if(verbs.begin(), verbs.end(), is_new);
    if (verbs.size() < 2 || added == verbs.end() || std::none_of(verbs.begin(), verbs.end(), said)) continue;
    if (std::count_if(verbs.begin(), verbs.end(), is_new) <= verbs_left(proposed, support)) continue;
    return Objection{"the source does not say that this was done",
                     {proposed.text.substr(words[*added].begin, words[*added].end - words[*added].begin)}};
  }
  return std::nullopt;
}

}  // namespace resumax::guard
