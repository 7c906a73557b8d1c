#include <resumax/core/error.hpp>
#include <resumax/core/resume_json.hpp>
#include <resumax/diff/apply.hpp>
#include <resumax/guard/guard.hpp>
#include <resumax/match/score.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/optimize/computed.hpp>
#include <resumax/service/contents.hpp>
#include <resumax/service/decide.hpp>
#include <resumax/service/json.hpp>
#include <resumax/service/local.hpp>
#include <resumax/store/sha256.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace resumax::service {
namespace {

constexpr std::array resume_like{ObjectKind::resume, ObjectKind::optimization, ObjectKind::version};
constexpr std::array proposed_or_accepted{ObjectKind::optimization, ObjectKind::version};

std::vector<Decision> decisions_from(const std::string& stored) {
  std::vector<Decision> decisions;
  for (const auto& item : stored_json(stored)) decisions.push_back(decision_from_json(item));
  return decisions;
}

int count(const std::vector<Decision>& decisions, Decision::Kind kind) {
  return static_cast<int>(std::ranges::count(decisions, kind, &Decision::kind));
}

/// "Mira Sandholt - Data Engineer.pdf": the person and the posting, in characters that are safe in file names
/// everywhere.
std::string file_name(const VersionRecord& version, const Resume& resume, std::string_view extension) {
  std::string name = resume.basics.name.empty() ? version.resume_title : resume.basics.name.value;
  name += " - " + version.posting_title;
  for (char& c : name)
    if (static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos)
      c = '-';
  return name + "." + std::string(extension);
}

}  // namespace

std::vector<VersionRecord> LocalService::read_versions(const Selection& selection) {
  auto row = database_.query(
      "SELECT v.id, v.number, o.id, o.number, r.id, r.number, r.title, j.id, j.number, j.title, v.notes, "
      "v.alignment_score, v.accepted_count, v.edited_count, v.declined_count, v.created_at "
      "FROM optimization_versions v JOIN optimization_requests o ON o.id = v.optimization_id "
      "JOIN resumes r ON r.id = o.resume_id JOIN job_descriptions j ON j.id = o.job_description_id "
      "WHERE v.user_id = ? AND v.deleted_at IS NULL AND v.id BETWEEN ? AND ? ORDER BY v.number",
      workspace_.user(), selection.low, selection.high);
  std::vector<VersionRecord> records;
  while (row.step()) {
    VersionRecord& record = records.emplace_back();
    record.identity.id = row.text();
    record.identity.handle = handle_of(ObjectKind::version, row.integer());
    record.optimization.id = row.text();
    record.optimization.handle = handle_of(ObjectKind::optimization, row.integer());
    record.resume.id = row.text();
    record.resume.handle = handle_of(ObjectKind::resume, row.integer());
    record.resume_title = row.text();
    record.posting.id = row.text();
    record.posting.handle = handle_of(ObjectKind::job_description, row.integer());
    record.posting_title = row.text();
    record.notes = row.text();
    record.score = row.real();
    record.accepted = static_cast<int>(row.integer());
    record.edited = static_cast<int>(row.integer());
    record.declined = static_cast<int>(row.integer());
    record.created_at = row.integer();
  }
  return records;
}

VersionRecord LocalService::version_record(const std::string& id) {
  auto records = read_versions(Selection::only(id));
  if (records.empty()) throw Error(Errc::not_found, "the version was removed meanwhile");
  return std::move(records.front());
}

Resume LocalService::version_content(const std::string& id) {
  return from_store([&] {
    auto row =
        database_.query("SELECT optimized_sections, optimized_notes FROM optimization_versions WHERE id = ?", id);
    row.step();
    Resume resume = resume_from_json(stored_json(row.text()));
    apply_field_notes(resume, stored_json(row.text()));
    return resume;
  });
}

VersionDetail LocalService::version_detail(const std::string& id) {
  return from_store([&] {
    VersionDetail detail;
    detail.record = version_record(id);
    detail.resume = version_content(id);
    auto row = database_.query("SELECT accepted_changes FROM optimization_versions WHERE id = ?", id);
    row.step();
    detail.decisions = decisions_from(row.text());
    detail.suggestions = optimization_detail(detail.record.optimization.id).suggestions;
    return detail;
  });
}

VersionDetail LocalService::accept(const Accept& request) {
  Run run;
  {
    store::Transaction snapshot(database_, store::Transaction::Kind::read);
    run = read_run(workspace_.find(ObjectKind::optimization, request.optimization).id);
  }
  const OptimizationRecord& optimization = run.detail.record;
  if (optimization.status != RunStatus::completed)
    throw Error(Errc::conflict,
                optimization.identity.handle + " is " + std::string(to_string(optimization.status)) +
                    ": there is nothing to accept",
                "run optimize again");

  const auto& taxonomy = skills();
  const guard::Guard guard(run.source, taxonomy, optimize::computed_facts(run.source, run.as_of));
  VersionDetail version;
  version.decisions = decide(run.detail, request);
  version.suggestions = run.detail.suggestions;
  version.resume = diff::apply(run.source, checked_picks(version.suggestions, version.decisions, guard));
  require_supported(guard, version.resume);
  const Score score = match::score(version.resume, run.posting, taxonomy, run.as_of);

  VersionRecord& record = version.record;
  record.optimization = optimization.identity;
  record.resume = optimization.resume;
  record.posting = optimization.posting;
  record.resume_title = optimization.resume_title;
  record.posting_title = optimization.posting_title;
  record.notes = clean_line(request.notes);
  record.score = score.total;
  record.accepted = count(version.decisions, Decision::Kind::accepted);
  record.edited = count(version.decisions, Decision::Kind::edited);
  record.declined = count(version.decisions, Decision::Kind::declined);
  if (request.dry_run) return version;

  nlohmann::json decisions = nlohmann::json::array();
  for (const auto& decision : version.decisions) decisions.push_back(to_json(decision));
  const std::string accepted_changes = storable(decisions);

  store::Transaction transaction(database_);
  optimization_record(record.optimization.id);  // throws where it was removed meanwhile
  auto same = database_.query(
      "SELECT id FROM optimization_versions WHERE user_id = ? AND optimization_id = ? AND accepted_changes = ? AND "
      "notes = ? AND deleted_at IS NULL ORDER BY number DESC LIMIT 1",
      workspace_.user(), record.optimization.id, accepted_changes, record.notes);
  if (same.step()) {
    version = version_detail(same.text());
    version.record.existed = true;
    return version;
  }

  record.identity = workspace_.issue(ObjectKind::version);
  record.created_at = workspace_.now();
  database_.run(
      "INSERT INTO optimization_versions (id, user_id, number, optimization_id, notes, alignment_score, score_version, "
      "accepted_count, edited_count, declined_count, created_at, accepted_changes, optimized_sections, "
      "optimized_notes, diff, score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      record.identity.id, workspace_.user(), number_of(record.identity), record.optimization.id, record.notes,
      record.score, score.version, record.accepted, record.edited, record.declined, record.created_at, accepted_changes,
      storable(to_json(version.resume)), storable(field_notes(version.resume)),
      storable(to_json(diff::diff(run.source, version.resume))), storable(to_json(score)));
  workspace_.log(record.created_at, record.identity, "accepted",
                 record.resume_title + " for " + record.posting_title + ": " +
                     std::to_string(record.accepted + record.edited) + " of " +
                     std::to_string(version.decisions.size()) + " suggestions, score " + one_decimal(record.score));
  transaction.commit();
  return version;
}

std::vector<VersionRecord> LocalService::list_versions() { return read_versions(Selection::all()); }

VersionDetail LocalService::get_version(const std::string& reference) {
  store::Transaction snapshot(database_, store::Transaction::Kind::read);
  return version_detail(workspace_.find(ObjectKind::version, reference).id);
}

Resume LocalService::content_of(const Found& found) {
  switch (found.kind) {
    case ObjectKind::optimization: {
      const Run run = read_run(found.identity.id);
      return diff::apply(run.source, all_proposals(run.detail.suggestions));
    }
    case ObjectKind::version:
      return version_content(found.identity.id);
    default: {
      const ResumeDetail detail = resume_detail(found.identity.id);
      if (detail.record.parse_status != ParseStatus::completed)
        throw Error(Errc::parse_not_ready, found.identity.handle + " has not been read",
                    "resumax show " + found.identity.handle);
      return detail.parsed.resume;
    }
  }
}

diff::ResumeDiff LocalService::diff(const DiffRequest& request) {
  store::Transaction snapshot(database_, store::Transaction::Kind::read);
  const std::string after = request.after.empty() ? "@" : request.after;
  if (!request.before.empty())
    return diff::diff(content_of(workspace_.find(resume_like, request.before)),
                      content_of(workspace_.find(resume_like, after)));
  const Found found = workspace_.find(proposed_or_accepted, after);
  const std::string optimization =
      found.kind == ObjectKind::version ? version_record(found.identity.id).optimization.id : found.identity.id;
  return diff::diff(read_run(optimization).source, content_of(found));
}

std::vector<std::pair<std::string, Verdict>> LocalService::verify(const std::string& reference) {
  store::Transaction snapshot(database_, store::Transaction::Kind::read);
  const VersionRecord version = version_record(workspace_.find(ObjectKind::version, reference).id);
  const Run run = read_run(version.optimization.id);
  const guard::Guard guard(run.source, skills(), optimize::computed_facts(run.source, run.as_of));
  return guard.check_all(version_content(version.identity.id));
}

ExportedFile LocalService::export_version(const Export& request) {
  const std::string id = workspace_.find(ObjectKind::version, request.version).id;
  const VersionRecord version = version_record(id);
  const Resume resume = version_content(id);
  ExportedFile file{version.identity, render::render(resume, request.format, request.options),
                    std::string(render::mime_type(request.format)),
                    file_name(version, resume, render::file_extension(request.format))};

  // The same bytes again are no news: nothing is written, so that a read-only workspace can still export them.
  const std::string key = "sha256:" + store::sha256(file.bytes);
  const auto format = to_string(request.format);
  auto known = database_.query("SELECT 1 FROM export_artifacts WHERE version_id = ? AND format = ? AND storage_key = ?",
                               id, format, key);
  if (known.step()) return file;

  store::Transaction transaction(database_);
  const Time now = workspace_.now();
  const auto added = database_.run(
      "INSERT INTO export_artifacts (id, user_id, version_id, format, storage_key, size, created_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
      workspace_.new_id(), workspace_.user(), id, format, key, std::uint64_t{file.bytes.size()}, now);
  database_.run("UPDATE optimization_versions SET output_storage_key = ? WHERE id = ? AND output_storage_key IS NULL",
                key, id);
  if (added > 0)
    workspace_.log(now, version.identity, "exported",
                   version.resume_title + " for " + version.posting_title + ": " + std::string(format));
  transaction.commit();
  return file;
}

}  // namespace resumax::service
