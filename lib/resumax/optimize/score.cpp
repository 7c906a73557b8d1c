#include <resumax/diff/apply.hpp>
#include <resumax/match/score.hpp>
#include <resumax/optimize/stages.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::optimize {

namespace {

double rounded(double value) { return std::round(value * 100) / 100; }

}  // namespace

Resume with_all(const Resume& resume, const std::vector<Suggestion>& suggestions) {
  std::vector<diff::Pick> picks;
  for (const Suggestion& s : suggestions)
    if (s.kind != SuggestionKind::gap) picks.push_back({&s, s.proposed});
  return diff::apply(resume, picks);
}

Scored measure(const Analysis& analysis, std::vector<Suggestion>& suggestions) {
  match::Scorer scorer(analysis.posting, analysis.taxonomy, analysis.today);
  Scored out;
  out.before = scorer.score(analysis.resume);
  for (Suggestion& s : suggestions)
    if (s.kind != SuggestionKind::gap)
      s.score_delta = rounded(scorer.score(diff::apply(analysis.resume, {{&s, s.proposed}})).total - out.before.total);
  out.after = scorer.score(with_all(analysis.resume, suggestions));
  while (out.after.total < out.before.total) {
    const auto worst =
        std::min_element(suggestions.begin(), suggestions.end(),
                         [](const Suggestion& a, const Suggestion& b) { return a.score_delta < b.score_delta; });
    if (worst == suggestions.end()) break;
    // None harms alone, yet together they do: the last text goes, then the one before it.
    auto drop = worst;
    if (worst->score_delta >= 0)
      drop = std::find_if(suggestions.rbegin(), suggestions.rend(),
                          [](const Suggestion& s) { return s.kind != SuggestionKind::gap; })
                 .base() -
             1;
    suggestions.erase(drop);
    out.after = scorer.score(with_all(analysis.resume, suggestions));
  }
  return out;
}

}  // namespace resumax::optimize
