#pragma once

#include <resumax/optimize/analyze.hpp>

#include <vector>

/// The stages after proposing.
namespace resumax::optimize {

/// Asks the guard about every proposed text. What it sends back moves to `rejected` with the verdict; a line
/// whose rephrasing is refused keeps what the careful rules alone make of it.
void verify(const Analysis& analysis, std::vector<Suggestion>& suggestions, std::vector<RejectedSuggestion>& rejected);

/// Puts what was decided on before in its place: kept suggestions stand, and nothing else is proposed for their targets
/// or for what was declined or is to be left as it is.
void settle(const Request& request, std::vector<Suggestion>& suggestions);

/// Scores the resume with some suggestions applied.
class Trial {
 public:
  Trial(const Resume& resume, match::Scorer& scorer) : resume_(resume), scorer_(scorer) {}
  Score score(const std::vector<const Suggestion*>& chosen);
  /// Its total; suggestions that change nothing the score looks at cost nothing.
  double total(const std::vector<const Suggestion*>& chosen);

 private:
  const Resume& resume_;
  match::Scorer& scorer_;
};

/// Fills each suggestion's score delta and drops those whose joint application would lower the score, the most harmful
/// first; kept ones stay. Gives the score of all of them together. `before`: the resume as it is.
Score measure(const Request& request, Trial& trial, const Score& before, std::vector<Suggestion>& suggestions);

/// Leaves at most `most` changes, those that together score best, and the questions; gives how many went. What scores
/// the same is chosen by kind, then by what is surer, then by its place. Kept ones stay and count.
std::size_t choose(const Request& request, Trial& trial, std::size_t most, std::vector<Suggestion>& suggestions);

/// The resume with all suggestions applied that propose something.
Resume with_all(const Resume& resume, const std::vector<Suggestion>& suggestions);

}  // namespace resumax::optimize
