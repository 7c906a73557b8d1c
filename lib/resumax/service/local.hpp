#pragma once

#include <resumax/core/error.hpp>
#include <resumax/service/local_service.hpp>
#include <resumax/service/workspace.hpp>
#include <resumax/store/database.hpp>

#include <memory>
#include <string>
#include <vector>

namespace resumax::service {

/// An optimization with what it was made from.
struct Run {
  OptimizationDetail detail;
  Resume source;
  JobDescription posting;
  Date as_of;
};

struct Job;

/// The verbs over one workspace database, for one thread. Each file local_*.cpp holds the verbs of one kind of object.
class LocalService final : public Service {
 public:
  LocalService(const std::filesystem::path& folder, bool create, const Dependencies& dependencies);

  ResumeRecord add_resume(const AddResume& request) override;
  std::vector<ResumeRecord> list_resumes() override;
  ResumeDetail get_resume(const std::string& reference) override;
  ResumeRecord rename_resume(const std::string& reference, const std::string& title) override;
  ResumeRecord edit_resume(const std::string& reference, const Resume& corrected) override;
  ResumeRecord remove_resume(const std::string& reference) override;

  PostingDetail add_posting(const AddPosting& request) override;
  std::vector<PostingRecord> list_postings() override;
  PostingDetail get_posting(const std::string& reference) override;
  PostingRecord edit_posting(const EditPosting& request) override;
  PostingRecord remove_posting(const std::string& reference) override;

  ParsedResume parse_resume(const std::string& bytes, const std::string& filename) override;
  JobDescription parse_posting(const AddPosting& request) override;
  Score score(const Resume& resume, const JobDescription& posting) override;
  Ceiling ceiling(const Resume& resume, const JobDescription& posting) override;
  std::vector<match::Ranked> rank(const JobDescription& posting,
                                  const std::function<bool(Resume&, std::string& name)>& next) override;
  std::vector<Verdict> guard(const Resume& source,
                             const std::vector<std::pair<std::string, std::string>>& items) override;

  OptimizationDetail optimize(const Optimize& request) override;
  OptimizationDetail refine(const Refine& request) override;
  OptimizationDetail get_optimization(const std::string& reference) override;
  std::vector<OptimizationRecord> list_optimizations() override;
  VersionDetail accept(const Accept& request) override;

  std::vector<VersionRecord> list_versions() override;
  VersionDetail get_version(const std::string& reference) override;
  diff::ResumeDiff diff(const DiffRequest& request) override;
  std::vector<BlameLine> blame(const std::string& version) override;
  std::vector<std::pair<std::string, Verdict>> verify(const std::string& version) override;
  ExportedFile export_version(const Export& request) override;

  const match::Taxonomy& skills() override;
  std::vector<SkillsSource> list_skills_sources() override;
  std::vector<SkillsImport> import_skills(const std::vector<SkillsInput>& inputs, bool dry_run) override;
  SkillsSource remove_skills(const std::string& source, bool dry_run) override;

  std::pair<ObjectKind, Identity> resolve(const std::string& reference) override;
  Status status() override;
  std::vector<LogEntry> log(std::size_t limit) override;
  GcReport gc(bool dry_run) override;

 private:
  std::vector<ResumeRecord> read_resumes(const Selection& selection);
  ResumeRecord resume_record(const std::string& id);
  ResumeDetail resume_detail(const std::string& id);
  std::string resume_with_bytes(const std::string& sha256);
  void store_parse(const std::string& id, const ParsedResume* parsed, const Error* failure, Time at);

  std::vector<PostingRecord> read_postings(const Selection& selection);
  PostingRecord posting_record(const std::string& id);
  PostingDetail posting_detail(const std::string& id);
  std::string posting_with_bytes(const std::string& sha256);

  std::vector<OptimizationRecord> read_optimizations(const Selection& selection);
  OptimizationRecord optimization_record(const std::string& id);
  OptimizationDetail optimization_detail(const std::string& id);
  Run read_run(const std::string& id);
  /// A job that starts from an optimization and what was decided on it.
  Job refining(const Refine& request);
  /// Fills in what identifies the job; a stored result of the same is taken unless `force`.
  OptimizationDetail run(Job& job, bool force);

  std::vector<VersionRecord> read_versions(const Selection& selection);
  VersionRecord version_record(const std::string& id);
  VersionDetail version_detail(const std::string& id);
  Resume version_content(const std::string& id);
  Resume content_of(const Found& found);

  /// Hides the optimizations of a removed resume or posting, with their versions and exports.
  void hide_dependents(const Found& removed, Time at);

  std::string folder_;
  Dependencies dependencies_;
  Workspace workspace_;
  store::Database& database_;
  std::unique_ptr<match::Taxonomy> imported_;  ///< the merged skills, once they were needed
};

}  // namespace resumax::service
