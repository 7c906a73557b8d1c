// Running a pair again with instructions, the decisions that were made kept.
#include <resumax/core/error.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/service/contents.hpp>
#include <resumax/service/job.hpp>
#include <resumax/service/json.hpp>
#include <resumax/service/local.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace resumax::service {
namespace {

/// A suggestion with the text that was accepted.
Suggestion as_decided(Suggestion suggestion, const Decision& decision) {
  if (decision.kind != Decision::Kind::edited) return suggestion;
  suggestion.proposed = decision.text;
  suggestion.origin = "edited";
  suggestion.reason = "As you wrote it.";
  return suggestion;
}

/// What a version decided on, beside what was decided before it: the later decision on a place counts.
void take_decisions(Job& job, const VersionDetail& version) {
  for (const Decision& decision : version.decisions) {
    const auto found = std::ranges::find(version.suggestions, decision.suggestion, &Suggestion::id);
    if (found == version.suggestions.end()) continue;
    const std::string key = optimize::decision_key(*found);
    std::erase_if(job.kept, [&](const Suggestion& kept) { return optimize::decision_key(kept) == key; });
    if (decision.kind == Decision::Kind::declined) {
      job.declined.insert(key);
    } else {
      job.declined.erase(key);
      job.kept.push_back(as_decided(*found, decision));
    }
  }
}

OptimizationDetail unstored(const Job& job, const optimize::Outcome& outcome) {
  OptimizationDetail detail;
  OptimizationRecord& record = detail.record;
  record.resume = job.resume.identity;
  record.posting = job.posting.identity;
  record.refined = job.refined;
  record.resume_title = job.resume.title;
  record.posting_title = job.posting.title;
  record.instructions = job.instructions;
  record.max_changes = job.max_changes;
  record.strategy = job.strategy;
  record.status = RunStatus::completed;
  record.engine_version = optimize::engine_version;
  record.score_version = outcome.before.version;
  record.taxonomy = outcome.before.taxonomy;
  record.score = outcome.before.total;
  record.score_after = outcome.after.total;
  record.ceiling = outcome.ceiling;
  record.gaps = static_cast<int>(std::ranges::count(outcome.suggestions, SuggestionKind::gap, &Suggestion::kind));
  record.suggestions = static_cast<int>(outcome.suggestions.size()) - record.gaps;
  record.rejected = static_cast<int>(outcome.rejected.size());
  detail.score = outcome.before;
  detail.score_after = outcome.after;
  detail.suggestions = outcome.suggestions;
  detail.rejected = outcome.rejected;
  detail.summary = outcome.summary;
  detail.warnings = outcome.warnings;
  return detail;
}

}  // namespace

void require_parsed(const ResumeRecord& resume) {
  if (resume.parse_status == ParseStatus::completed) return;
  if (resume.failure)
    throw Error(
        Errc::parse_not_ready,
        resume.identity.handle + " could not be read (" + resume.failure->code + "): " + resume.failure->message,
        resume.failure->hint.empty()
            ? "add another file, or write it down: resumax resume edit " + resume.identity.handle
            : resume.failure->hint);
  throw Error(Errc::parse_not_ready, resume.identity.handle + " has not been read yet", "add the file again");
}

optimize::Request request_of(const Job& job, Date as_of, Model* model, const match::Taxonomy& taxonomy) {
  optimize::Request request{job.source, job.wanted, job.strategy, as_of, model, job.max_changes};
  request.guidance = optimize::read_guidance(job.instructions, taxonomy);
  // A number in the call is later than one in the instructions.
  if (job.max_changes > 0) request.guidance.max_changes.reset();
  request.kept = job.kept;
  request.declined = job.declined;
  return request;
}

std::string settled_text(const Job& job) {
  if (job.kept.empty() && job.declined.empty()) return {};
  nlohmann::json kept = nlohmann::json::array();
  for (const Suggestion& suggestion : job.kept) kept.push_back(to_json(suggestion));
  return storable({{"kept", std::move(kept)}, {"declined", job.declined}});
}

void read_settled(Job& job, const std::string& text) {
  if (text.empty()) return;
  const auto json = stored_json(text);
  for (const auto& item : json.at("kept")) job.kept.push_back(suggestion_from_json(item));
  job.declined = json.at("declined").get<std::set<std::string>>();
}

Job LocalService::refining(const Refine& request) {
  store::Transaction snapshot(database_, store::Transaction::Kind::read);
  const Run run = read_run(workspace_.find(ObjectKind::optimization, request.optimization).id);
  const OptimizationRecord& refined = run.detail.record;
  if (refined.status != RunStatus::completed)
    throw Error(
        Errc::conflict,
        refined.identity.handle + " is " + std::string(to_string(refined.status)) + ": there is nothing to refine",
        "run optimize again");
  Job job;
  job.resume = resume_record(refined.resume.id);
  job.posting = posting_record(refined.posting.id);
  job.source = run.source;
  job.wanted = run.posting;
  job.max_changes = request.max_changes > 0 ? request.max_changes : refined.max_changes;
  job.refined = refined.identity;
  job.instructions = clean_line(request.instructions);
  if (!refined.instructions.empty()) job.instructions = refined.instructions + "; " + job.instructions;
  const auto guidance = optimize::read_guidance(job.instructions, skills());
  job.strategy = guidance.strategy.value_or(refined.strategy);
  auto row = database_.query("SELECT settled FROM optimization_requests WHERE id = ?", refined.identity.id);
  row.step();
  from_store([&] {
    read_settled(job, row.text());
    return 0;
  });
  auto version = database_.query(
      "SELECT id FROM optimization_versions WHERE user_id = ? AND optimization_id = ? AND deleted_at IS NULL "
      "ORDER BY number DESC LIMIT 1",
      workspace_.user(), refined.identity.id);
  if (version.step()) take_decisions(job, version_detail(version.text()));
  return job;
}

OptimizationDetail LocalService::refine(const Refine& request) {
  if (clean_line(request.instructions).empty())
    throw Error(Errc::invalid_input, "there are no instructions",
                "say what to change: " + std::string(optimize::understood_instructions()));
  if (request.max_changes < 0) throw Error(Errc::invalid_input, "the most changes there may be is a number from 1");
  Job job = refining(request);
  if (!request.dry_run) return run(job, false);
  const Date as_of = day_of(workspace_.now());
  const auto& taxonomy = skills();
  job.taxonomy = taxonomy.fingerprint();
  return unstored(
      job, optimize::optimize(request_of(job, as_of, dependencies_.model, taxonomy), taxonomy, dependencies_.progress));
}

}  // namespace resumax::service
