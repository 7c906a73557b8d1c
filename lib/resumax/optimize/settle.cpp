#include <resumax/optimize/stages.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::optimize {

std::string decision_key(const Suggestion& s) {
  return s.kind == SuggestionKind::surface_skill ? s.target + "\n" + text::fold(s.proposed) : s.target;
}

void settle(const Request& request, std::vector<Suggestion>& suggestions) {
  std::set<std::string> kept;
  for (const Suggestion& s : request.kept) {
    kept.insert(decision_key(s));
    for (const Evidence& line : s.merged) kept.insert(line.path);
  }
  std::erase_if(suggestions, [&](const Suggestion& s) {
    if (s.kind == SuggestionKind::gap) return false;
    const std::string key = decision_key(s);
    const bool settled =
        std::any_of(s.merged.begin(), s.merged.end(), [&](const Evidence& line) { return kept.contains(line.path); });
    return settled || kept.contains(key) || request.declined.contains(key) || request.guidance.keep.contains(s.section);
  });
  // Questions come last.
  const auto gaps = std::find_if(suggestions.begin(), suggestions.end(),
                                 [](const Suggestion& s) { return s.kind == SuggestionKind::gap; });
  suggestions.insert(gaps, request.kept.begin(), request.kept.end());
}

}  // namespace resumax::optimize
