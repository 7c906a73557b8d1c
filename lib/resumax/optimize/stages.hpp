#pragma once

#include <resumax/guard/guard.hpp>
#include <resumax/optimize/analyze.hpp>

#include <vector>

/// The stages after proposing.
namespace resumax::optimize {

/// Asks the guard about every proposed text. What it sends back moves to `rejected` with the verdict; a line
/// whose rephrasing is refused keeps what the careful rules alone make of it.
void verify(const Analysis& analysis, const guard::Guard& guard, std::vector<Suggestion>& suggestions,
            std::vector<RejectedSuggestion>& rejected);

struct Scored {
  Score before, after;
};
/// Fills each suggestion's score delta and scores them all together; drops those whose joint application would lower
/// the score, the most harmful first.
Scored measure(const Analysis& analysis, std::vector<Suggestion>& suggestions);

/// The resume with all suggestions applied that propose something.
Resume with_all(const Resume& resume, const std::vector<Suggestion>& suggestions);

}  // namespace resumax::optimize
