#include <resumax/optimize/optimize.hpp>

#include <resumax/optimize/propose.hpp>
#include <resumax/optimize/stages.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::optimize {

namespace {

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

// One decimal, rounded, whatever the locale.
std::string with_points(double value) {
  const auto tenths = std::lround(value * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::vector<std::string> summarise(const Analysis& analysis, const Outcome& outcome) {
  std::vector<std::string> out;
  const auto count = [&](std::initializer_list<SuggestionKind> kinds) {
    return static_cast<std::size_t>(std::count_if(
        outcome.suggestions.begin(), outcome.suggestions.end(),
        [&](const Suggestion& s) { return std::find(kinds.begin(), kinds.end(), s.kind) != kinds.end(); }));
  };
  using Kind = SuggestionKind;
  std::vector<std::string> parts;
  const auto add = [&](std::size_t n, std::string_view one, std::string_view many) {
    if (n > 0) parts.push_back(counted(n, one, many));
  };
  add(count({Kind::rephrase}), "line rephrased", "lines rephrased");
  add(count({Kind::align_term}), "term aligned", "terms aligned");
  add(count({Kind::surface_skill}), "skill surfaced", "skills surfaced");
  add(count({Kind::reorder}), "list reordered", "lists reordered");
  add(count({Kind::format}), "line tidied", "lines tidied");
  add(count({Kind::trim}), "repetition dropped", "repetitions dropped");
  add(count({Kind::summary}), "summary written", "summaries written");
  std::string line;
  for (const std::string& part : parts) line += (line.empty() ? "" : ", ") + part;
  out.push_back(line.empty() ? "Nothing to change." : "Proposed: " + line + ".");
  out.push_back("The score goes from " + with_points(outcome.before.total) + " to " + with_points(outcome.ceiling) +
                " with all of it.");
  std::string missing;
  std::size_t named = 0, open = 0;
  for (const RequirementMatch& match : outcome.before.requirements) {
    if (match.level != RequirementLevel::required || match.match != MatchKind::unmet || match.weight == 0) continue;
    ++open;
    if (++named <= 6) missing += (missing.empty() ? "" : ", ") + analysis.wording_of(match);
  }
  if (!missing.empty())
    out.push_back("The posting also asks for " + missing +
                  (open > 6 ? " and " + std::to_string(open - 6) + " more" : "") + ", which the resume does not show.");
  return out;
}

}  // namespace

Outcome optimize(const Request& request, const match::Taxonomy& taxonomy, Progress& progress) {
  constexpr std::size_t stages = 4;
  Outcome out;
  progress.step("analyze", 0, stages);
  const Analysis analysis = analyze(request, taxonomy);
  if (!analysis.english)
    out.warnings.push_back("The resume is not in English: its lines are aligned, ordered and tidied, not rephrased.");
  if (!analysis.same_language)
    out.warnings.push_back("Resume and posting are in different languages: only terms that both use are matched.");

  progress.step("propose", 1, stages);
  out.suggestions = propose(analysis);

  progress.step("verify", 2, stages);
  const guard::Guard guard(request.resume, taxonomy);
  verify(analysis, guard, out.suggestions, out.rejected);

  progress.step("score", 3, stages);
  Scored scored = measure(analysis, out.suggestions);
  out.before = std::move(scored.before);
  out.after = std::move(scored.after);
  out.ceiling = std::max(out.before.total, out.after.total);
  int id = 0;
  for (Suggestion& s : out.suggestions) s.id = ++id;
  for (RejectedSuggestion& r : out.rejected) r.suggestion.id = ++id;
  out.summary = summarise(analysis, out);
  progress.step("done", stages, stages);
  return out;
}

}  // namespace resumax::optimize
