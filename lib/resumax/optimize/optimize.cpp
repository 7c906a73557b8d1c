#include <resumax/optimize/optimize.hpp>

#include <resumax/optimize/propose.hpp>
#include <resumax/optimize/propose_rephrase.hpp>
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

/// Whether a line of the resume has all words of a topic or shows the skill.
bool says_something_about(const Analysis& analysis, const std::string& topic) {
  Analysis about = analysis;
  about.wanted.clear();
  about.focus.clear();
  about.topics.clear();
  for (const match::SkillHit& hit : analysis.taxonomy.find_in_list(topic)) about.focus.insert(hit.skill);
  if (about.focus.empty()) about.topics.push_back(stems(topic, analysis.language));
  const auto all = fields(analysis.resume);
  return std::any_of(all.begin(), all.end(), [&](const ConstField& field) {
    const bool list = field.kind == FieldKind::keyword;
    return field.section != SectionKind::contact && about.relevance(field.text->value, list) > 0;
  });
}

std::vector<std::string> warnings_for(const Request& request, const Analysis& analysis) {
  std::vector<std::string> out;
  if (!analysis.english)
    out.push_back(
        has_weak_openings(analysis.language)
            ? "The resume is not in English: of its wording only weak openings and wordy phrases are rephrased."
            : "The resume is not in English: its lines are aligned, ordered and tidied, not rephrased.");
  if (!analysis.same_language)
    out.push_back("Resume and posting are in different languages: only terms that both use are matched.");
  for (const std::string& part : request.guidance.unknown)
    out.push_back("Not understood: \"" + part + "\". Understood is: " + std::string(understood_instructions()) + ".");
  for (const std::string& topic : request.guidance.focus)
    if (!says_something_about(analysis, topic))
      out.push_back("The resume says nothing about \"" + topic + "\": there is nothing to bring forward.");
  return out;
}

}  // namespace

Outcome optimize(const Request& request, const match::Taxonomy& taxonomy, Progress& progress) {
  constexpr std::size_t stages = 4;
  Outcome out;
  progress.step("analyze", 0, stages);
  match::Scorer scorer(request.posting, taxonomy, request.today);
  Analysis analysis = analyze(request, taxonomy, scorer);
  out.warnings = warnings_for(request, analysis);

  progress.step("propose", 1, stages);
  out.suggestions = propose(analysis);

  progress.step("verify", 2, stages);
  settle(request, out.suggestions);
  verify(analysis, out.suggestions, out.rejected);

  progress.step("score", 3, stages);
  out.before = analysis.score;
  Trial trial(request.resume, scorer);
  out.after = measure(request, trial, out.before, out.suggestions);
  const int most = request.guidance.max_changes.value_or(request.max_changes);
  std::size_t left_out = 0;
  if (most > 0) {
    left_out = choose(request, trial, static_cast<std::size_t>(most), out.suggestions);
    if (left_out > 0) out.after = measure(request, trial, out.before, out.suggestions);
  }
  out.ceiling = std::max(out.before.total, out.after.total);
  int id = 0;
  for (Suggestion& s : out.suggestions) s.id = ++id;
  for (RejectedSuggestion& r : out.rejected) r.suggestion.id = ++id;
  out.summary = summarise(analysis, out);
  if (left_out > 0)
    out.summary.push_back("Of all that could change, the " + std::to_string(most) + " that score best; " +
                          std::to_string(left_out) + " left out.");
  progress.step("done", stages, stages);
  return out;
}

}  // namespace resumax::optimize
