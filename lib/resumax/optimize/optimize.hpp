#pragma once

#include <resumax/core/job_description.hpp>
#include <resumax/core/ports.hpp>
#include <resumax/core/resume.hpp>
#include <resumax/core/suggestion.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/optimize/guidance.hpp>

#include <set>
#include <string>
#include <vector>

namespace resumax::optimize {

/// Changes whenever the same pair and strategy could get other suggestions; stored results are reused only within it.
inline constexpr std::string_view engine_version = "3";

struct Request {
  const Resume& resume;
  const JobDescription& posting;
  Strategy strategy = Strategy::standard;
  Date today;              ///< closes "present" roles
  Model* model = nullptr;  ///< null: the offline rules
  int max_changes = 0;     ///< at most so many changes, those that together score best; 0 for all
  Guidance guidance = {};
  std::vector<Suggestion> kept = {};    ///< decided on before, with the texts that were accepted: they stay
  std::set<std::string> declined = {};  ///< decision_key of what was declined before: it is not proposed again
};

/// What a decision on a suggestion holds for, whatever its number: its place, and for appended keywords the keyword.
std::string decision_key(const Suggestion& suggestion);

struct Outcome {
  Score before;                         ///< of the resume as it is
  Score after;                          ///< with every suggestion applied
  double ceiling = 0;                   ///< the honest ceiling: `after.total`, or `before.total` where that is higher
  std::vector<Suggestion> suggestions;  ///< ids from 1, in the order of the resume; gaps last
  std::vector<RejectedSuggestion> rejected;  ///< what the guard sent back
  std::vector<std::string> summary;          ///< a few sentences on what changes and what is missing
  std::vector<std::string> warnings;
};

/// The stages analyze -> propose -> verify -> score over one pair. Pure: the same request gives the same outcome.
/// Applying all suggestions never lowers the score (kept ones apart), and every proposed text has passed the guard.
Outcome optimize(const Request& request, const match::Taxonomy& taxonomy, Progress& progress);

}  // namespace resumax::optimize
