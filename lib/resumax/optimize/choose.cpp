#include <resumax/optimize/stages.hpp>

#include <algorithm>
#include <array>
#include <tuple>

namespace resumax::optimize {

namespace {

using Chosen = std::vector<const Suggestion*>;

/// What is worth more to a reader where the score is the same.
int rank_of(const Suggestion& s) {
  using Kind = SuggestionKind;
  constexpr std::array<Kind, 7> by_worth = {Kind::rephrase, Kind::align_term, Kind::surface_skill, Kind::reorder,
                                            Kind::summary,  Kind::format,     Kind::trim};
  return static_cast<int>(std::find(by_worth.begin(), by_worth.end(), s.kind) - by_worth.begin());
}

bool preferred(const Suggestion* a, const Suggestion* b) {
  return std::tuple(a->uncertain, rank_of(*a)) < std::tuple(b->uncertain, rank_of(*b));
}

/// The candidate that adds most to those chosen; the first of equals.
std::size_t best_addition(Trial& trial, const Chosen& chosen, const Chosen& candidates, double& total) {
  std::size_t best = 0;
  double most = -1;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Chosen with = chosen;
    with.push_back(candidates[i]);
    if (const double now = trial.total(with); now > most) most = now, best = i;
  }
  total = most;
  return best;
}

/// One exchange of a chosen one for another that scores more, where there is one.
bool improve(Trial& trial, std::size_t fixed, Chosen& chosen, Chosen& candidates, double& total) {
  for (std::size_t i = fixed; i < chosen.size(); ++i)
    for (std::size_t k = 0; k < candidates.size(); ++k) {
      std::swap(chosen[i], candidates[k]);
      if (const double now = trial.total(chosen); now > total) {
        total = now;
        return true;
      }
      std::swap(chosen[i], candidates[k]);
    }
  return false;
}

}  // namespace

std::size_t choose(const Request& request, Trial& trial, std::size_t most, std::vector<Suggestion>& suggestions) {
  Chosen chosen, candidates;
  std::set<std::string> kept;
  for (const Suggestion& s : request.kept) kept.insert(decision_key(s));
  for (const Suggestion& s : suggestions)
    if (s.kind != SuggestionKind::gap) (kept.contains(decision_key(s)) ? chosen : candidates).push_back(&s);
  if (chosen.size() + candidates.size() <= most) return 0;
  const std::size_t fixed = chosen.size();
  std::stable_sort(candidates.begin(), candidates.end(), preferred);
  // What earns nothing alone waits at the end: beside others it hardly ever does.
  std::stable_partition(candidates.begin(), candidates.end(), [](const Suggestion* s) { return s->score_delta > 0; });
  double total = 0;
  while (chosen.size() < most && !candidates.empty()) {
    Chosen earning;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(earning),
                 [](const Suggestion* s) { return s->score_delta > 0; });
    const std::size_t at = earning.empty() ? 0 : best_addition(trial, chosen, earning, total);
    chosen.push_back(candidates[at]);
    candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(at));
  }
  constexpr int rounds = 8;
  total = trial.total(chosen);
  Chosen earning;
  std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(earning),
               [](const Suggestion* s) { return s->score_delta > 0; });
  for (int round = 0; round < rounds && improve(trial, fixed, chosen, earning, total);) ++round;
  const std::set<const Suggestion*> stay(chosen.begin(), chosen.end());
  std::vector<Suggestion> out;
  for (Suggestion& s : suggestions)
    if (s.kind == SuggestionKind::gap || stay.contains(&s)) out.push_back(std::move(s));
  const std::size_t gone = suggestions.size() - out.size();
  suggestions = std::move(out);
  return gone;
}

}  // namespace resumax::optimize
