#include <resumax/optimize/stages.hpp>

#include <resumax/core/fields.hpp>
#include <resumax/guard/guard.hpp>
#include <resumax/optimize/computed.hpp>
#include <resumax/optimize/propose.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

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

/// "/skills/2/keywords/1" -> 2; nothing for other paths.
std::optional<std::size_t> group_of(std::string_view path, std::size_t groups) {
  constexpr std::string_view list = "/skills/";
  if (!path.starts_with(list)) return std::nullopt;
  for (std::size_t i = 0; i < groups; ++i)
    if (path.starts_with(std::string(list) + std::to_string(i) + "/")) return i;
  return std::nullopt;
}

/// Where a text of a role or project stands in a resume that is otherwise empty; null for other paths.
Text* room_for(Resume& resume, const Resume& source, std::string_view path) {
  const auto make = [&](std::string_view list, const auto& from, auto& to) {
    for (std::size_t i = 0; path.starts_with(list) && i < from.size(); ++i) {
      const std::string entry = std::string(list) + std::to_string(i) + "/";
      if (!path.starts_with(entry)) continue;
      to.resize(from.size());
      if (path.substr(entry.size()).starts_with("highlights/")) to[i].highlights.resize(from[i].highlights.size());
    }
  };
  make("/work/", source.work, resume.work);
  make("/projects/", source.projects, resume.projects);
  return path.starts_with("/work/") || path.starts_with("/projects/") ? find_field(resume, path) : nullptr;
}

/// What the suggestions change, and the lines that are their evidence, in their places.
Resume evidence_of(const Analysis& analysis, const std::vector<Suggestion>& suggestions) {
  const Resume& source = analysis.resume;
  Resume out;
  out.language = analysis.language;
  out.basics.label = source.basics.label;
  out.skills.resize(source.skills.size());
  out.sections.emplace_back();
  std::set<std::string_view> taken;
  const auto take = [&](const std::string& path) {
    const Text* text = find_field(source, path);
    if (!text || !taken.insert(path).second) return;
    if (Text* room = room_for(out, source, path))
      *room = *text;
    else
      out.sections.front().lines.push_back(*text);
  };
  for (const Suggestion& s : suggestions) {
    if (!claims_something(s)) continue;
    if (s.target == "/basics/summary") out.basics.summary = source.basics.summary;
    if (const auto i = group_of(s.target, out.skills.size())) out.skills[*i] = source.skills[*i];
    if (room_for(out, source, s.target)) take(s.target);
    for (const Evidence& evidence : s.evidence)
      if (evidence.path != s.target) take(evidence.path);
  }
  return out;
}

/// Every text is tried with its evidence first, so that the rest of its entry, or of the resume, need not be read where
/// that is enough.
class Checker {
 public:
  Checker(const Analysis& analysis, const std::vector<Suggestion>& suggestions)
      : analysis_(analysis), part_(evidence_of(analysis, suggestions)), evidence_(over(part_)) {}

  Verdict check(const Suggestion& s) {
    // Of an entry that is not there the guard would take the others for it.
    if (s.target.starts_with("/basics/") || s.target.starts_with("/skills/") || part_has(s.target)) {
      const Verdict verdict = evidence_.check(s.target, s.proposed, false);
      if (verdict.accepted) return verdict;
    }
    if (!whole_) whole_.emplace(over(analysis_.resume));
    return whole_->check(s.target, s.proposed, false);
  }

 private:
  guard::Guard over(const Resume& resume) const {
    return {resume, analysis_.taxonomy, computed_facts(analysis_.resume, analysis_.today)};
  }

  bool part_has(std::string_view path) const {
    const Text* text = find_field(std::as_const(part_), path);
    return text && !text->empty();
  }

  const Analysis& analysis_;
  Resume part_;
  guard::Guard evidence_;
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
