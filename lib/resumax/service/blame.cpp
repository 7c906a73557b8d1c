// Where each line of a version came from.
#include <resumax/core/fields.hpp>
#include <resumax/diff/apply.hpp>
#include <resumax/service/contents.hpp>
#include <resumax/service/local.hpp>

#include <algorithm>

namespace resumax::service {
namespace {

std::vector<diff::Pick> picks_of(const VersionDetail& version) {
  std::vector<diff::Pick> picks;
  for (const Decision& decision : version.decisions) {
    if (decision.kind == Decision::Kind::declined) continue;
    const auto found = std::ranges::find(version.suggestions, decision.suggestion, &Suggestion::id);
    if (found == version.suggestions.end()) continue;
    picks.push_back({&*found, decision.kind == Decision::Kind::edited ? decision.text : found->proposed});
  }
  return picks;
}

/// The resume with each text's span saying which of its fields it is: applying suggestions keeps the spans of texts
/// that are reworded or moved, so they tell afterwards what became of what, without a second account of how.
Resume tagged(Resume resume) {
  std::uint32_t index = 0;
  for (const auto& field : fields(resume)) {
    field.text->span = {index, index + 1, 0, {}};
    ++index;
  }
  return resume;
}

/// The suggestion that made a text: the one for its place in the source, or the one that appended it.
const diff::Pick* maker(const std::vector<diff::Pick>& picks, const std::string& path, const std::string* appended) {
  for (const diff::Pick& pick : picks) {
    const Suggestion& suggestion = *pick.suggestion;
    if (suggestion.kind == SuggestionKind::reorder) continue;  // it moves lines and writes none
    if (suggestion.target == path) return &pick;
    if (appended && suggestion.kind == SuggestionKind::surface_skill && clean_line(pick.text) == *appended)
      return &pick;
  }
  return nullptr;
}

}  // namespace

std::vector<BlameLine> LocalService::blame(const std::string& reference) {
  store::Transaction snapshot(database_, store::Transaction::Kind::read);
  const VersionDetail version = version_detail(workspace_.find(ObjectKind::version, reference).id);
  const Run run = read_run(version.record.optimization.id);
  auto name = database_.query("SELECT name FROM users WHERE id = ?", workspace_.user());
  const std::string user = name.step() ? name.text() : std::string();
  const auto picks = picks_of(version);
  const auto source = fields(run.source);
  const Resume result = diff::apply(tagged(run.source), picks);

  std::vector<BlameLine> lines;
  for (const auto& field : fields(result)) {
    BlameLine& line = lines.emplace_back();
    line.path = field.path;
    line.text = field.text->value;
    const bool is_from_source = !field.text->span.empty() && field.text->span.begin < source.size();
    const ConstField* origin = is_from_source ? &source[field.text->span.begin] : nullptr;
    if (origin) line.span = origin->text->span;
    const diff::Pick* pick = origin ? maker(picks, origin->path, nullptr) : maker(picks, field.path, &line.text);
    if (!pick) {
      line.origin = "source";
      continue;
    }
    const Suggestion& suggestion = *pick->suggestion;
    line.origin = pick->text == suggestion.proposed ? suggestion.origin : "edited";
    line.proposed_by = suggestion.origin;
    line.accepted_by = user;
    line.suggestion = suggestion.id;
    line.reason = suggestion.reason;
    line.accepted_at = version.record.created_at;
    if (!origin && !suggestion.evidence.empty())
      if (const Text* shown = find_field(run.source, suggestion.evidence.front().path)) line.span = shown->span;
  }
  return lines;
}

}  // namespace resumax::service
