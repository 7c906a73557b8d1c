#include <resumax/guard/guard.hpp>
#include <resumax/optimize/computed.hpp>
#include <resumax/optimize/propose.hpp>
#include <resumax/optimize/stages.hpp>

#include <algorithm>

namespace resumax::optimize {

namespace {

// Moving and dropping lines claims nothing; a question proposes nothing.
bool claims_something(const Suggestion& s) {
  return s.kind != SuggestionKind::gap && s.kind != SuggestionKind::reorder && !s.proposed.empty();
}

std::optional<Suggestion> more_careful(const Analysis& analysis, const Suggestion& s) {
  if (s.kind == SuggestionKind::rephrase) return propose_careful_text(analysis, s.target);
  if (s.kind == SuggestionKind::summary) return make_summary(analysis, false);
  return std::nullopt;
}

}  // namespace

void verify(const Analysis& analysis, std::vector<Suggestion>& suggestions, std::vector<RejectedSuggestion>& rejected) {
  if (std::none_of(suggestions.begin(), suggestions.end(), claims_something)) return;
  const guard::Guard guard(analysis.resume, analysis.taxonomy, computed_facts(analysis.resume, analysis.today));
  std::vector<Suggestion> kept;
  for (Suggestion& s : suggestions) {
    Verdict verdict;
    if (claims_something(s)) verdict = guard.check(s.target, s.proposed);
    if (verdict.accepted) {
      kept.push_back(std::move(s));
      continue;
    }
    auto careful = more_careful(analysis, s);
    const bool saved = careful && guard.check(careful->target, careful->proposed).accepted;
    if (saved) kept.push_back(std::move(*careful));
    // A summary is ours in either form; a refused change of a person's line is worth showing.
    if (!saved || s.kind != SuggestionKind::summary) rejected.push_back({std::move(s), std::move(verdict)});
  }
  suggestions = std::move(kept);
}

}  // namespace resumax::optimize
