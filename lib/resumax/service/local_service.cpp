#include <resumax/service/local_service.hpp>

#include <resumax/core/error.hpp>
#include <resumax/guard/guard.hpp>
#include <resumax/match/rank.hpp>
#include <resumax/match/score.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/match/weights.hpp>
#include <resumax/optimize/computed.hpp>
#include <resumax/optimize/optimize.hpp>
#include <resumax/service/contents.hpp>
#include <resumax/service/local.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace resumax::service {

std::unique_ptr<Service> open_local_service(const std::filesystem::path& folder, bool create,
                                            Dependencies dependencies) {
  return std::make_unique<LocalService>(folder, create, dependencies);
}

LocalService::LocalService(const std::filesystem::path& folder, bool create, const Dependencies& dependencies)
    : folder_(folder.string()),
      dependencies_(dependencies),
      workspace_(folder, create, dependencies_.clock, dependencies_.ids),
      database_(workspace_.database()) {}

Score LocalService::score(const Resume& resume, const JobDescription& posting) {
  return match::score(resume, posting, skills(), day_of(workspace_.now()));
}

Ceiling LocalService::ceiling(const Resume& resume, const JobDescription& posting) {
  NoProgress progress;
  const auto outcome =
      optimize::optimize({resume, posting, Strategy::standard, day_of(workspace_.now()), nullptr}, skills(), progress);
  Ceiling out;
  out.honest = out.invented = outcome.ceiling;
  const auto& best = outcome.ceiling > outcome.before.total ? outcome.after : outcome.before;
  double fit = 0, missing = 0;
  for (std::size_t i = 0; i < best.components.size(); ++i) {
    const auto& component = best.components[i];
    if (!match::is_condition(static_cast<match::Component>(i))) fit += component.points;
    if (component.name.ends_with("_skills")) missing += component.maximum - component.points;
  }
  out.invented += fit > 0 ? missing * best.total / fit : missing;  // the conditions follow the rest
  out.invented = static_cast<double>(std::llround(out.invented * 100)) / 100;
  out.suggestions = static_cast<int>(std::count_if(outcome.suggestions.begin(), outcome.suggestions.end(),
                                                   [](const auto& s) { return s.kind != SuggestionKind::gap; }));
  return out;
}

std::vector<match::Ranked> LocalService::rank(const JobDescription& posting,
                                              const std::function<bool(Resume&, std::string& name)>& next) {
  match::Ranker ranker(posting, skills(), day_of(workspace_.now()));
  for (;;) {
    Resume resume;
    std::string name;
    if (!next(resume, name)) break;
    ranker.add(resume, std::move(name));
  }
  return ranker.finish();
}

std::vector<Verdict> LocalService::guard(const Resume& source,
                                         const std::vector<std::pair<std::string, std::string>>& items) {
  const guard::Guard guard(source, skills(), optimize::computed_facts(source, day_of(workspace_.now())));
  std::vector<Verdict> verdicts;
  for (const auto& [path, text] : items) verdicts.push_back(guard.check(path, text));
  return verdicts;
}

std::pair<ObjectKind, Identity> LocalService::resolve(const std::string& reference) {
  static constexpr std::array any{ObjectKind::resume, ObjectKind::job_description, ObjectKind::optimization,
                                  ObjectKind::version};
  const Found found = workspace_.find(any, reference);
  return {found.kind, found.identity};
}

Status LocalService::status() {
  store::Transaction snapshot(database_, store::Transaction::Kind::read);
  Status status;
  status.workspace = folder_;
  status.resumes = read_resumes(Selection::all());
  status.postings = read_postings(Selection::all());
  auto versions = read_versions(Selection::all());
  std::set<std::string> accepted_from;
  for (const auto& version : versions) accepted_from.insert(version.optimization.id);
  for (auto& optimization : read_optimizations(Selection::all())) {
    if (optimization.status == RunStatus::completed) {
      if (!accepted_from.contains(optimization.identity.id)) status.open.push_back(std::move(optimization));
    } else if (optimization.status != RunStatus::failed) {
      status.running.push_back(std::move(optimization));
    }
  }
  status.versions = static_cast<int>(versions.size());
  if (!versions.empty()) status.latest = std::move(versions.back());
  return status;
}

std::vector<LogEntry> LocalService::log(std::size_t limit) {
  auto row = database_.query(
      "SELECT at, object_kind, object_id, number, action, subject FROM audit_log WHERE user_id = ? "
      "ORDER BY id DESC LIMIT ?",
      workspace_.user(), std::uint64_t{limit});
  std::vector<LogEntry> entries;
  while (row.step()) {
    LogEntry& entry = entries.emplace_back();
    entry.at = row.integer();
    entry.kind = static_cast<ObjectKind>(std::string_view("rjov").find(row.text()));
    entry.identity.id = row.text();
    entry.identity.handle = handle_of(entry.kind, row.integer());
    entry.action = row.text();
    entry.subject = row.text();
  }
  return entries;
}

void LocalService::hide_dependents(const Found& removed, Time at) {
  if (removed.kind == ObjectKind::resume) {
    database_.run("UPDATE optimization_requests SET deleted_at = ? WHERE resume_id = ? AND deleted_at IS NULL", at,
                  removed.identity.id);
  } else {
    database_.run("UPDATE optimization_requests SET deleted_at = ? WHERE job_description_id = ? AND deleted_at IS NULL",
                  at, removed.identity.id);
  }
  database_.run(
      "UPDATE optimization_versions SET deleted_at = ? WHERE deleted_at IS NULL AND optimization_id IN "
      "(SELECT id FROM optimization_requests WHERE deleted_at IS NOT NULL)",
      at);
  database_.run(
      "UPDATE export_artifacts SET deleted_at = ? WHERE deleted_at IS NULL AND version_id IN "
      "(SELECT id FROM optimization_versions WHERE deleted_at IS NOT NULL)",
      at);
}

GcReport LocalService::gc(bool dry_run) {
  GcReport report;
  {
    // A dry run does it all and rolls back.
    store::Transaction transaction(database_);
    database_.run("DELETE FROM audit_log WHERE object_id IN (SELECT id FROM objects WHERE deleted_at IS NOT NULL)");
    database_.run("DELETE FROM export_artifacts WHERE deleted_at IS NOT NULL");
    report.versions = static_cast<int>(database_.run("DELETE FROM optimization_versions WHERE deleted_at IS NOT NULL"));
    report.optimizations =
        static_cast<int>(database_.run("DELETE FROM optimization_requests WHERE deleted_at IS NOT NULL"));
    report.postings = static_cast<int>(database_.run("DELETE FROM job_descriptions WHERE deleted_at IS NOT NULL"));
    report.resumes = static_cast<int>(database_.run("DELETE FROM resumes WHERE deleted_at IS NOT NULL"));
    auto deleted = database_.query(
        "DELETE FROM blobs WHERE NOT EXISTS (SELECT 1 FROM resumes r WHERE r.sha256 = blobs.sha256) "
        "AND NOT EXISTS (SELECT 1 FROM job_descriptions j WHERE j.sha256 = blobs.sha256) "
        "AND NOT EXISTS (SELECT 1 FROM optimization_requests o WHERE o.resume_sha256 = blobs.sha256) "
        "AND NOT EXISTS (SELECT 1 FROM optimization_requests o WHERE o.posting_sha256 = blobs.sha256) RETURNING size");
    while (deleted.step()) {
      ++report.blobs;
      report.bytes += static_cast<std::uint64_t>(deleted.integer());
    }
    if (dry_run) return report;
    transaction.commit();
  }
  try {
    database_.run("VACUUM");
  } catch (const Error& error) {
    // Another process reads or writes just now; the rows are gone, their room is given back next time.
    if (error.code() != Errc::conflict) throw;
  }
  return report;
}

}  // namespace resumax::service
