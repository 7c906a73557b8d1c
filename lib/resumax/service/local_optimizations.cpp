#include <resumax/core/error.hpp>
#include <resumax/match/score.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/optimize/optimize.hpp>
#include <resumax/service/contents.hpp>
#include <resumax/service/job.hpp>
#include <resumax/service/json.hpp>
#include <resumax/service/local.hpp>
#include <resumax/service/runner.hpp>
#include <resumax/store/sha256.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace resumax::service {
namespace {

/// After this long without an end a run counts as stopped, whatever became of its process.
constexpr Time longest_run = 10 * 60 * 1000;
const Failure stopped{"interrupted", "it stopped before its end", "run optimize again"};

bool has_stopped(const std::string& runner, Time updated_at, Time now) {
  return now - updated_at >= longest_run || has_ended(runner);
}

/// The run in the way of a new one, if there is one that still works.
void clear_stopped_run(Workspace& workspace, const Job& job) {
  auto row = workspace.database().query(
      "SELECT id, number, runner, updated_at FROM optimization_requests WHERE user_id = ? AND resume_id = ? AND "
      "job_description_id = ? AND status IN ('queued', 'processing', 'generating')",
      workspace.user(), job.resume.identity.id, job.posting.identity.id);
  if (!row.step()) return;
  const Identity identity{row.text(), handle_of(ObjectKind::optimization, row.integer())};
  const std::string runner = row.text();
  const Time now = workspace.now();
  if (!has_stopped(runner, row.integer(), now))
    throw Error(
        Errc::conflict,
        identity.handle + " is at work on " + job.resume.identity.handle + " and " + job.posting.identity.handle,
        "wait for it: resumax status shows when it is done");
  workspace.database().run(
      "UPDATE optimization_requests SET status = 'failed', error_code = ?, error_message = ?, error_hint = ?, "
      "updated_at = ?, completed_at = ? WHERE id = ?",
      stopped.code, stopped.message, stopped.hint, now, now, identity.id);
  workspace.log(now, identity, "failed", stopped.message);
}

Identity start_run(Workspace& workspace, const Job& job, Date as_of) {
  store::Transaction transaction(workspace.database());
  clear_stopped_run(workspace, job);
  auto row = workspace.database().query(
      "SELECT count(*) FROM objects WHERE user_id = ? AND deleted_at IS NULL AND id IN (?, ?)", workspace.user(),
      job.resume.identity.id, job.posting.identity.id);
  row.step();
  if (row.integer() != 2) throw Error(Errc::not_found, "the resume or the job description was removed meanwhile");
  const Time now = workspace.now();
  const auto identity = workspace.issue(ObjectKind::optimization);
  workspace.keep(job.resume_text);
  workspace.keep(job.posting_text);
  workspace.database().run(
      "INSERT INTO optimization_requests (id, user_id, number, resume_id, job_description_id, resume_sha256, "
      "posting_sha256, status, strategy, engine_version, score_version, model, as_of, runner, created_at, updated_at, "
      "max_changes, refines, instructions, settled, taxonomy) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, 'processing', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      identity.id, workspace.user(), number_of(identity), job.resume.identity.id, job.posting.identity.id,
      job.resume_sha256, job.posting_sha256, to_string(job.strategy), optimize::engine_version, match::score_version,
      job.model, as_of.iso(), this_runner(), now, now, job.max_changes, job.refined.id, job.instructions,
      settled_text(job), job.taxonomy);
  transaction.commit();
  return identity;
}

nlohmann::json rejected_to_json(const std::vector<RejectedSuggestion>& rejected) {
  nlohmann::json out = nlohmann::json::array();
  for (const auto& [suggestion, verdict] : rejected)
    out.push_back({{"suggestion", to_json(suggestion)}, {"verdict", to_json(verdict)}});
  return out;
}

std::int64_t count_gaps(const std::vector<Suggestion>& suggestions) {
  return std::ranges::count(suggestions, SuggestionKind::gap, &Suggestion::kind);
}

void finish_run(Workspace& workspace, const Identity& identity, const Job& job, const optimize::Outcome& outcome) {
  nlohmann::json suggestions = nlohmann::json::array();
  for (const auto& suggestion : outcome.suggestions) suggestions.push_back(to_json(suggestion));
  const auto gaps = count_gaps(outcome.suggestions);
  const auto proposals = static_cast<std::int64_t>(outcome.suggestions.size()) - gaps;

  store::Transaction transaction(workspace.database());
  const Time now = workspace.now();
  const auto changed = workspace.database().run(
      "UPDATE optimization_requests SET status = 'completed', suggestion_count = ?, gap_count = ?, rejected_count = ?, "
      "alignment_score = ?, alignment_score_after = ?, ceiling = ?, summary = ?, warnings = ?, suggestions = ?, "
      "rejected = ?, score = ?, score_after = ?, updated_at = ?, completed_at = ? "
      "WHERE id = ? AND status = 'processing' AND deleted_at IS NULL",
      proposals, gaps, std::uint64_t{outcome.rejected.size()}, outcome.before.total, outcome.after.total,
      outcome.ceiling, storable(outcome.summary), storable(outcome.warnings), storable(suggestions),
      storable(rejected_to_json(outcome.rejected)), storable(to_json(outcome.before)), storable(to_json(outcome.after)),
      now, now, identity.id);
  if (changed == 0)
    throw Error(Errc::conflict, identity.handle + " was taken over or removed while it ran", "run optimize again");
  workspace.database().run("UPDATE resumes SET last_score = ? WHERE id = ?", outcome.before.total,
                           job.resume.identity.id);
  workspace.log(now, identity, "optimized",
                job.resume.title + " for " + job.posting.title + ": " + one_decimal(outcome.before.total) + " -> " +
                    one_decimal(outcome.after.total) + ", " + std::to_string(proposals) + " suggestions");
  transaction.commit();
}

/// Notes why a run ended early. Never throws: the reason itself is what the caller is to hear of.
void fail_run(Workspace& workspace, const Identity& identity, std::string_view code, const std::string& message,
              const std::string& hint) {
  try {
    store::Transaction transaction(workspace.database());
    const Time now = workspace.now();
    workspace.database().run(
        "UPDATE optimization_requests SET status = 'failed', error_code = ?, error_message = ?, error_hint = ?, "
        "updated_at = ?, completed_at = ? WHERE id = ? AND status = 'processing'",
        code, message, hint, now, now, identity.id);
    workspace.log(now, identity, "failed", message);
    transaction.commit();
  } catch (const std::exception&) {  // the row stays "processing" and is taken over once this process has ended
  }
}

std::string stored_run(Workspace& workspace, const Job& job) {
  auto row = workspace.database().query(
      "SELECT id FROM optimization_requests WHERE user_id = ? AND resume_id = ? AND job_description_id = ? AND "
      "resume_sha256 = ? AND posting_sha256 = ? AND strategy = ? AND engine_version = ? AND score_version = ? AND "
      "model = ? AND max_changes = ? AND refines = ? AND instructions = ? AND settled = ? AND taxonomy = ? AND "
      "status = 'completed' AND deleted_at IS NULL ORDER BY number DESC LIMIT 1",
      workspace.user(), job.resume.identity.id, job.posting.identity.id, job.resume_sha256, job.posting_sha256,
      to_string(job.strategy), optimize::engine_version, match::score_version, job.model, job.max_changes,
      job.refined.id, job.instructions, settled_text(job), job.taxonomy);
  return row.step() ? row.text() : std::string();
}

}  // namespace

std::vector<OptimizationRecord> LocalService::read_optimizations(const Selection& selection) {
  auto row = database_.query(
      "SELECT o.id, o.number, r.id, r.number, r.title, j.id, j.number, j.title, o.strategy, o.status, "
      "o.engine_version, o.score_version, o.error_code, o.error_message, o.error_hint, o.alignment_score, "
      "o.alignment_score_after, o.ceiling, o.suggestion_count, o.gap_count, o.rejected_count, o.created_at, "
      "o.completed_at, o.updated_at, o.runner, o.max_changes, o.instructions, o.refines, "
      "p.number, o.taxonomy "
      "FROM optimization_requests o JOIN resumes r ON r.id = o.resume_id "
      "JOIN job_descriptions j ON j.id = o.job_description_id "
      "LEFT JOIN optimization_requests p ON p.id = o.refines "
      "WHERE o.user_id = ? AND o.deleted_at IS NULL AND o.id BETWEEN ? AND ? ORDER BY o.number",
      workspace_.user(), selection.low, selection.high);
  std::vector<OptimizationRecord> records;
  while (row.step()) {
    OptimizationRecord& record = records.emplace_back();
    record.identity.id = row.text();
    record.identity.handle = handle_of(ObjectKind::optimization, row.integer());
    record.resume.id = row.text();
    record.resume.handle = handle_of(ObjectKind::resume, row.integer());
    record.resume_title = row.text();
    record.posting.id = row.text();
    record.posting.handle = handle_of(ObjectKind::job_description, row.integer());
    record.posting_title = row.text();
    record.strategy = parse_name<Strategy>(row.text());
    record.status = parse_name<RunStatus>(row.text());
    record.engine_version = row.text();
    record.score_version = row.text();
    Failure failure{row.text(), row.text(), row.text()};
    if (!failure.code.empty()) record.failure = std::move(failure);
    record.score = row.real();
    record.score_after = row.real();
    record.ceiling = row.real();
    record.suggestions = static_cast<int>(row.integer());
    record.gaps = static_cast<int>(row.integer());
    record.rejected = static_cast<int>(row.integer());
    record.created_at = row.integer();
    record.completed_at = row.integer();
    const Time updated_at = row.integer();
    const bool active = record.status != RunStatus::completed && record.status != RunStatus::failed;
    if (const std::string runner = row.text(); active && has_stopped(runner, updated_at, workspace_.now())) {
      record.status = RunStatus::failed;  // the next run of the pair will note it
      record.failure = stopped;
    }
    record.max_changes = static_cast<int>(row.integer());
    record.instructions = row.text();
    record.refined.id = row.text();
    if (const auto number = row.integer(); number > 0)
      record.refined.handle = handle_of(ObjectKind::optimization, number);
    record.taxonomy = row.text();
  }
  return records;
}

OptimizationRecord LocalService::optimization_record(const std::string& id) {
  auto records = read_optimizations(Selection::only(id));
  if (records.empty()) throw Error(Errc::not_found, "the optimization was removed meanwhile");
  return std::move(records.front());
}

OptimizationDetail LocalService::optimization_detail(const std::string& id) {
  return from_store([&] {
    OptimizationDetail detail;
    detail.record = optimization_record(id);
    auto row = database_.query(
        "SELECT summary, warnings, suggestions, rejected, score, score_after FROM optimization_requests WHERE id = ?",
        id);
    row.step();
    detail.summary = stored_json(row.text()).get<std::vector<std::string>>();
    detail.warnings = stored_json(row.text()).get<std::vector<std::string>>();
    for (const auto& item : stored_json(row.text())) detail.suggestions.push_back(suggestion_from_json(item));
    for (const auto& item : stored_json(row.text()))
      detail.rejected.push_back({suggestion_from_json(item.at("suggestion")), verdict_from_json(item.at("verdict"))});
    if (const auto score = row.optional_text()) detail.score = score_from_json(stored_json(*score));
    if (const auto score = row.optional_text()) detail.score_after = score_from_json(stored_json(*score));
    return detail;
  });
}

Run LocalService::read_run(const std::string& id) {
  Run run;
  run.detail = optimization_detail(id);
  auto row = database_.query("SELECT resume_sha256, posting_sha256, as_of FROM optimization_requests WHERE id = ?", id);
  row.step();
  run.source = decode_resume(workspace_.content(row.text()));
  run.posting = decode_posting(workspace_.content(row.text()));
  run.as_of = Date::from_iso(row.text());
  return run;
}

OptimizationDetail LocalService::optimize(const Optimize& request) {
  if (request.max_changes < 0) throw Error(Errc::invalid_input, "the most changes there may be is a number from 1");
  Job job;
  {
    store::Transaction snapshot(database_, store::Transaction::Kind::read);
    ResumeDetail resume = resume_detail(workspace_.find(ObjectKind::resume, request.resume).id);
    require_parsed(resume.record);
    PostingDetail posting = posting_detail(workspace_.find(ObjectKind::job_description, request.posting).id);
    job.resume = std::move(resume.record);
    job.source = std::move(resume.parsed.resume);
    job.posting = std::move(posting.record);
    job.wanted = std::move(posting.posting);
  }
  job.strategy = request.strategy;
  job.max_changes = request.max_changes;
  return run(job, request.force);
}

OptimizationDetail LocalService::run(Job& job, bool force) {
  job.resume_text = encode(job.source);
  job.posting_text = encode(job.wanted);
  job.resume_sha256 = store::sha256(job.resume_text);
  job.posting_sha256 = store::sha256(job.posting_text);
  if (dependencies_.model) job.model = dependencies_.model->name();
  const auto& taxonomy = skills();
  job.taxonomy = taxonomy.fingerprint();
  if (!force)
    if (const auto id = stored_run(workspace_, job); !id.empty()) {
      OptimizationDetail detail = optimization_detail(id);
      detail.record.reused = true;
      return detail;
    }

  const Date as_of = day_of(workspace_.now());
  const Identity identity = start_run(workspace_, job, as_of);
  try {
    const auto outcome =
        optimize::optimize(request_of(job, as_of, dependencies_.model, taxonomy), taxonomy, dependencies_.progress);
    finish_run(workspace_, identity, job, outcome);
  } catch (const Error& error) {
    fail_run(workspace_, identity, to_string(error.code()), error.what(), error.hint());
    throw;
  } catch (const std::exception& error) {
    fail_run(workspace_, identity, to_string(Errc::internal), error.what(), "");
    throw;
  }
  return optimization_detail(identity.id);
}

OptimizationDetail LocalService::get_optimization(const std::string& reference) {
  store::Transaction snapshot(database_, store::Transaction::Kind::read);
  return optimization_detail(workspace_.find(ObjectKind::optimization, reference).id);
}

std::vector<OptimizationRecord> LocalService::list_optimizations() { return read_optimizations(Selection::all()); }

}  // namespace resumax::service
