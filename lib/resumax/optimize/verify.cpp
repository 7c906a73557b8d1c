#include <resumax/guard/guard.hpp>
#include <resumax/optimize/computed.hpp>
#include <resumax/optimize/propose.hpp>
#include <resumax/optimize/stages.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <optional>
#include <set>

namespace resumax::optimize {

namespace {

/// The letters and digits of a text in their order: what typography leaves as it is.
std::string letters_of(std::string_view line) {
  std::string out;
  for (const char c : text::lower(line))
    if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  return out;
}

// Moving and dropping lines claims nothing, nor do a capital and a full stop; a question proposes nothing.
bool claims_something(const Suggestion& s) {
  if (s.kind == SuggestionKind::gap || s.kind == SuggestionKind::reorder || s.proposed.empty()) return false;
  return s.kind != SuggestionKind::format || letters_of(s.original) != letters_of(s.proposed);
}

/// "/work/2/highlights/1" -> 2 for "/work/"; nothing for other paths.
std::optional<std::size_t> entry_of(std::string_view path, std::string_view list) {
  if (!path.starts_with(list)) return std::nullopt;
  std::size_t out = 0;
  for (const char c : path.substr(list.size())) {
    if (c < '0' || c > '9') break;
    out = out * 10 + static_cast<std::size_t>(c - '0');
  }
  return out;
}

/// What the guard has to know to check these texts: lines of a role are held to their own role alone, and a skill to
/// be listed mostly to the lines that show it, so that the other roles need not be read. The whole resume where a text
/// leans on it.
Resume relevant_part(const Analysis& analysis, const std::vector<Suggestion>& suggestions) {
  std::set<std::size_t> work, projects;
  bool sections = false, rest = false;
  const auto need = [&](std::string_view path) {
    const auto role = entry_of(path, "/work/"), project = entry_of(path, "/projects/");
    if (role) work.insert(*role);
    if (project) projects.insert(*project);
    sections = sections || path.starts_with("/sections/");
    return role || project;
  };
  for (const Suggestion& s : suggestions) {
    if (!claims_something(s)) continue;
    if (s.kind == SuggestionKind::surface_skill) {
      rest = true;
      for (const Evidence& evidence : s.evidence) need(evidence.path);
    } else if (!need(s.target)) {
      return analysis.resume;
    }
  }
  Resume out;
  if (rest) {
    out = analysis.resume;
    if (!sections) out.sections.clear();
  }
  out.language = analysis.language;
  const auto keep = [](auto& to, const auto& from, const std::set<std::size_t>& wanted) {
    to.clear();
    to.resize(from.size());
    for (const std::size_t i : wanted) to.at(i) = from.at(i);
  };
  keep(out.work, analysis.resume.work, work);
  keep(out.projects, analysis.resume.projects, projects);
  return out;
}

/// The guard over what the suggestions need, and over all of the resume where that part does not show a skill.
class Checker {
 public:
  Checker(const Analysis& analysis, const std::vector<Suggestion>& suggestions)
      : analysis_(analysis), part_(over(relevant_part(analysis, suggestions))) {}

  Verdict check(const Suggestion& s) {
    Verdict verdict = part_.check(s.target, s.proposed);
    if (verdict.accepted || s.kind != SuggestionKind::surface_skill) return verdict;
    if (!whole_) whole_.emplace(over(analysis_.resume));
    return whole_->check(s.target, s.proposed);
  }

 private:
  guard::Guard over(const Resume& resume) const {
    return {resume, analysis_.taxonomy, computed_facts(analysis_.resume, analysis_.today)};
  }

  const Analysis& analysis_;
  guard::Guard part_;
  std::optional<guard::Guard> whole_;
};

std::optional<Suggestion> more_careful(const Analysis& analysis, const Suggestion& s) {
  if (s.kind == SuggestionKind::rephrase) return propose_careful_text(analysis, s.target);
  if (s.kind == SuggestionKind::summary) return make_summary(analysis, false);
  return std::nullopt;
}

}  // namespace

void verify(const Analysis& analysis, std::vector<Suggestion>& suggestions, std::vector<RejectedSuggestion>& rejected) {
  if (std::none_of(suggestions.begin(), suggestions.end(), claims_something)) return;
  Checker checker(analysis, suggestions);
  std::vector<Suggestion> kept;
  for (Suggestion& s : suggestions) {
    Verdict verdict;
    if (claims_something(s)) verdict = checker.check(s);
    if (verdict.accepted) {
      kept.push_back(std::move(s));
      continue;
    }
    auto careful = more_careful(analysis, s);
    const bool saved = careful && checker.check(*careful).accepted;
    if (saved) kept.push_back(std::move(*careful));
    // A summary is ours in either form; a refused change of a person's line is worth showing.
    if (!saved || s.kind != SuggestionKind::summary) rejected.push_back({std::move(s), std::move(verdict)});
  }
  suggestions = std::move(kept);
}

}  // namespace resumax::optimize
