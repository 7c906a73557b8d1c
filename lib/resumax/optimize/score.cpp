#include <resumax/diff/apply.hpp>
#include <resumax/match/score.hpp>
#include <resumax/optimize/stages.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::optimize {

namespace {

double rounded(double value) { return std::round(value * 100) / 100; }

std::vector<const Suggestion*> changes(const std::vector<Suggestion>& suggestions) {
  std::vector<const Suggestion*> out;
  for (const Suggestion& s : suggestions)
    if (s.kind != SuggestionKind::gap) out.push_back(&s);
  return out;
}

/// The order of lines and of list items counts for nothing in the score.
bool can_score(const Suggestion& s) { return s.kind != SuggestionKind::gap && s.kind != SuggestionKind::reorder; }

}  // namespace

Resume with_all(const Resume& resume, const std::vector<Suggestion>& suggestions) {
  std::vector<diff::Pick> picks;
  for (const Suggestion* s : changes(suggestions)) picks.push_back({s, s->proposed});
  return diff::apply(resume, picks);
}

Score Trial::score(const std::vector<const Suggestion*>& chosen) {
  std::vector<diff::Pick> picks;
  for (const Suggestion* s : chosen) picks.push_back({s, s->proposed});
  return scorer_.score(diff::apply(resume_, picks));
}

double Trial::total(const std::vector<const Suggestion*>& chosen) {
  std::vector<const Suggestion*> scoring;
  std::copy_if(chosen.begin(), chosen.end(), std::back_inserter(scoring),
               [](const Suggestion* s) { return can_score(*s); });
  return score(scoring).total;
}

Score measure(const Request& request, Trial& trial, const Score& before, std::vector<Suggestion>& suggestions) {
  for (Suggestion& s : suggestions) s.score_delta = can_score(s) ? rounded(trial.total({&s}) - before.total) : 0;
  const auto is_kept = [&](const Suggestion& s) {
    return std::any_of(request.kept.begin(), request.kept.end(),
                       [&](const Suggestion& kept) { return decision_key(kept) == decision_key(s); });
  };
  const auto may_go = [&](const Suggestion& s) { return can_score(s) && !is_kept(s); };
  // Another headline is for the posting alone.
  std::erase_if(suggestions,
                [&](const Suggestion& s) { return s.target == "/basics/label" && s.score_delta <= 0 && !is_kept(s); });
  Score after = trial.score(changes(suggestions));
  while (after.total < before.total) {
    // None may harm alone, yet together they do: then the last one goes, and the one before it.
    auto worst = suggestions.end();
    for (auto it = suggestions.begin(); it != suggestions.end(); ++it)
      if (may_go(*it) && (worst == suggestions.end() || it->score_delta < worst->score_delta ||
                          (it->score_delta == worst->score_delta && worst->score_delta >= 0)))
        worst = it;
    if (worst == suggestions.end()) break;
    suggestions.erase(worst);
    after = trial.score(changes(suggestions));
  }
  return after;
}

}  // namespace resumax::optimize
