#pragma once

#include <resumax/core/job_description.hpp>
#include <resumax/core/parsed.hpp>
#include <resumax/core/suggestion.hpp>
#include <resumax/diff/diff.hpp>
#include <resumax/match/rank.hpp>
#include <resumax/match/skills_merge.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/render/render.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace resumax::service {

enum class ParseStatus { pending, parsing, completed, failed };
enum class RunStatus { queued, processing, generating, completed, failed };
enum class ObjectKind { resume, job_description, optimization, version };

/// A time is milliseconds since 1970-01-01T00:00:00Z; 0 is "not yet".
using Time = std::int64_t;

/// Who an object is: its UUID and its short handle in this workspace ("r1", "j2", "o3", "v4").
struct Identity {
  std::string id, handle;
};

/// A failure kept with an object.
struct Failure {
  std::string code, message, hint;
};

struct ResumeRecord {
  Identity identity;
  std::string title, original_filename, mime_type, sha256;
  std::uint64_t size = 0;  ///< bytes
  ParseStatus parse_status = ParseStatus::pending;
  std::optional<Failure> failure;
  std::optional<double> last_score;
  Time created_at = 0, updated_at = 0;
  bool existed = false;  ///< add: the same bytes were there already
};

struct ResumeDetail {
  ResumeRecord record;
  ParsedResume parsed;  ///< the correction where there is one
  bool edited = false;  ///< a person corrected the parse
};

struct PostingRecord {
  Identity identity;
  std::string title, company, location, source_type, original_filename;  ///< source_type: "paste" or "upload"
  std::vector<Finding> findings;
  Time created_at = 0, updated_at = 0;
  bool existed = false;
};

struct PostingDetail {
  PostingRecord record;
  JobDescription posting;
};

struct OptimizationRecord {
  Identity identity, resume, posting;
  Identity refined;  ///< the optimization it refines; empty for others
  std::string resume_title, posting_title, instructions;
  int max_changes = 0;  ///< 0: no limit
  Strategy strategy = Strategy::standard;
  RunStatus status = RunStatus::queued;
  std::string engine_version, score_version, taxonomy;
  std::optional<Failure> failure;
  double score = 0, score_after = 0, ceiling = 0;
  int suggestions = 0, gaps = 0, rejected = 0;
  Time created_at = 0, completed_at = 0;
  bool reused = false;  ///< optimize: a stored result of the same pair, strategy, engine and taxonomy
};

struct OptimizationDetail {
  OptimizationRecord record;
  Score score, score_after;
  std::vector<Suggestion> suggestions;
  std::vector<RejectedSuggestion> rejected;
  std::vector<std::string> summary, warnings;
};

/// What was decided about one suggestion of a version.
struct Decision {
  int suggestion = 0;
  enum class Kind { accepted, edited, declined } kind = Kind::accepted;
  std::string text;  ///< the text used, for edited ones
};

struct VersionRecord {
  Identity identity, optimization, resume, posting;
  std::string resume_title, posting_title, notes;
  double score = 0;
  int accepted = 0, edited = 0, declined = 0;
  Time created_at = 0;
  bool existed = false;  ///< accept: the same had been accepted before; that version is returned
};

struct VersionDetail {
  VersionRecord record;
  Resume resume;
  std::vector<Decision> decisions;
  std::vector<Suggestion> suggestions;  ///< of its optimization, for the reasons
};

/// Where a line of a version came from.
struct BlameLine {
  std::string path, text;
  std::string origin;  ///< "source", "rules", "edited", or provider/model
  int suggestion = 0;  ///< 0 for source lines
  std::string reason;
  SourceSpan span;  ///< of the source line it stems from
  Time accepted_at = 0;
  std::string accepted_by;  ///< the user's name
  std::string proposed_by;  ///< of an edited one too: "rules", or provider/model
};

struct AddResume {
  std::string bytes, filename, title;  ///< title "" : the file's stem, or the name found
};
struct AddPosting {
  std::string bytes, filename;  ///< filename "" : pasted
  std::string title, company, location;
};
struct EditPosting {
  std::string reference;
  std::optional<std::string> title, company, location;
};
struct Optimize {
  std::string resume, posting;
  Strategy strategy = Strategy::standard;
  bool force = false;
  int max_changes = 0;  ///< at most so many changes, those that together score best; 0 for all
};
struct Refine {
  std::string optimization;
  std::string instructions;  ///< see optimize::read_guidance for what the offline engine understands
  int max_changes = 0;       ///< 0: as the refined one
  bool dry_run = false;      ///< everything but the writing; the result has no identity then
};
struct Accept {
  std::string optimization;
  enum class Choice { all, safe, listed, section } choice = Choice::listed;
  SectionKind section = SectionKind::other;  ///< for Choice::section
  std::vector<Decision> decisions;           ///< for Choice::listed; those left out count as declined
  std::string notes;
  bool dry_run = false;  ///< everything but the writing; the version has no identity then
};
struct DiffRequest {
  std::string before;  ///< "" : the resume that `after` stems from
  std::string after;   ///< an optimization (everything proposed), a version, or with `before` a resume; "" : the latest
};
struct Export {
  std::string version;
  render::Format format = render::Format::pdf;
  render::Options options;
};
struct ExportedFile {
  Identity version;
  std::string bytes, mime_type, suggested_name;
};

/// How far the score of a pair can be brought: truthfully, by every change that the resume supports; and by claiming
/// all the skills it does not show, which nothing here proposes.
struct Ceiling {
  double honest = 0, invented = 0;
  int suggestions = 0;  ///< that lead to the honest one
};

/// A file that skills were imported from.
struct SkillsSource {
  std::string name, sha256;
  match::SkillsFormat format = match::SkillsFormat::esco_skills;
  std::uint64_t size = 0;                         ///< bytes
  std::size_t added = 0, joined = 0, labels = 0;  ///< when it was imported; see match::MergeReport
  Time created_at = 0;
};
struct SkillsInput {
  std::string bytes, filename;
};
struct SkillsImport {
  SkillsSource source;
  bool existed = false;  ///< the same bytes had been imported before
  match::MergeReport report;
};

struct Status {
  std::string workspace;  ///< as the caller named it
  std::vector<ResumeRecord> resumes;
  std::vector<PostingRecord> postings;
  std::vector<OptimizationRecord> open;  ///< completed, not yet accepted from
  std::vector<OptimizationRecord> running;
  std::optional<VersionRecord> latest;
  int versions = 0;
};

struct LogEntry {
  Time at = 0;
  ObjectKind kind = ObjectKind::resume;
  Identity identity;
  std::string action;   ///< "added", "optimized", "accepted", "exported", "failed", …
  std::string subject;  ///< one line for people
};

struct GcReport {
  int resumes = 0, postings = 0, optimizations = 0, versions = 0, blobs = 0;
  std::uint64_t bytes = 0;
};

/// The verbs. A reference is a handle ("r1"), a UUID or a unique prefix of at least 4 characters of it, a unique title,
/// or "@" for the latest of the expected kind; unknown ones throw not_found, ambiguous ones invalid_input. Every verb
/// that writes is one transaction: it happened wholly or not at all. Implemented over the local workspace
/// (LocalService) and later over HTTP; one contract test runs against both.
class Service {
 public:
  virtual ~Service() = default;

  /// Keeps the bytes and parses them. A parse that fails (encrypted, no_text_layer, parse_failed) is kept as failed
  /// with its code, in one transaction, and thrown: the resume can be listed, removed, written down by edit_resume, or
  /// added again and parsed anew. Bytes that are no resume at all (unsupported_format, size_exceeded, empty,
  /// invalid_input) leave nothing behind. Bytes that are there already give that resume, under the new title where one
  /// is given.
  virtual ResumeRecord add_resume(const AddResume& request) = 0;
  virtual std::vector<ResumeRecord> list_resumes() = 0;
  virtual ResumeDetail get_resume(const std::string& reference) = 0;
  virtual ResumeRecord rename_resume(const std::string& reference, const std::string& title) = 0;
  /// Keeps a person's correction of the parse beside the original one; a failed resume becomes usable by it. Texts that
  /// the parser found too keep their place in the source.
  virtual ResumeRecord edit_resume(const std::string& reference, const Resume& corrected) = 0;
  virtual ResumeRecord remove_resume(const std::string& reference) = 0;

  /// Reads and keeps a posting; one that cannot be read leaves nothing behind. Its title is the one given, else the one
  /// found, else the file's name; pasted text without any throws invalid_input. Bytes that are there already give that
  /// posting, edited by what is given.
  virtual PostingDetail add_posting(const AddPosting& request) = 0;
  virtual std::vector<PostingRecord> list_postings() = 0;
  virtual PostingDetail get_posting(const std::string& reference) = 0;
  virtual PostingRecord edit_posting(const EditPosting& request) = 0;
  virtual PostingRecord remove_posting(const std::string& reference) = 0;

  /// Reading without storing.
  virtual ParsedResume parse_resume(const std::string& bytes, const std::string& filename) = 0;
  virtual JobDescription parse_posting(const AddPosting& request) = 0;
  virtual Score score(const Resume& resume, const JobDescription& posting) = 0;
  /// What the score of a pair can come to, by the offline rules.
  virtual Ceiling ceiling(const Resume& resume, const JobDescription& posting) = 0;
  /// Orders resumes for one posting, best first. `next` is called until it says false; each call fills in a resume and
  /// a name for it, which settles ties and stands for its content, never for its place. Ranked::index counts the calls.
  virtual std::vector<match::Ranked> rank(const JobDescription& posting,
                                          const std::function<bool(Resume&, std::string& name)>& next) = 0;
  virtual std::vector<Verdict> guard(const Resume& source,
                                     const std::vector<std::pair<std::string, std::string>>& items) = 0;

  /// One active run per pair: a second one throws conflict while the first works.
  virtual OptimizationDetail optimize(const Optimize& request) = 0;
  /// The same pair again, with instructions added to those that the refined one had. Decisions stay: what was accepted
  /// of it (its latest version) is part of the result as it was accepted, what was declined is not proposed again.
  /// Instructions that are not understood are named in the warnings.
  virtual OptimizationDetail refine(const Refine& request) = 0;
  virtual OptimizationDetail get_optimization(const std::string& reference) = 0;
  virtual std::vector<OptimizationRecord> list_optimizations() = 0;
  /// Makes a version. Throws guard_rejected for a text the source does not support, naming the words, and invalid_input
  /// where a list or a section accepts nothing; `all` and `safe` may accept nothing, which gives the resume as it is.
  /// The same decisions and notes again give the version that is there.
  virtual VersionDetail accept(const Accept& request) = 0;

  virtual std::vector<VersionRecord> list_versions() = 0;
  virtual VersionDetail get_version(const std::string& reference) = 0;
  virtual diff::ResumeDiff diff(const DiffRequest& request) = 0;
  virtual std::vector<BlameLine> blame(const std::string& version) = 0;
  /// Re-checks every line of a version against its source: the unsupported ones.
  virtual std::vector<std::pair<std::string, Verdict>> verify(const std::string& version) = 0;
  /// Renders a version and records the file; the same bytes again are not recorded twice.
  virtual ExportedFile export_version(const Export& request) = 0;

  /// The skills that everything here is read, scored and checked by: the built-in ones and, after them, those that were
  /// imported. Valid until the next call that adds or removes some.
  virtual const match::Taxonomy& skills() = 0;
  virtual std::vector<SkillsSource> list_skills_sources() = 0;
  /// All files or none. The same bytes again change nothing; a name that is taken by other bytes throws conflict. See
  /// match::read_skills_file for what cannot be read.
  virtual std::vector<SkillsImport> import_skills(const std::vector<SkillsInput>& inputs, bool dry_run) = 0;
  /// By the source's name.
  virtual SkillsSource remove_skills(const std::string& source, bool dry_run) = 0;

  /// Which object a reference means, whatever its kind.
  virtual std::pair<ObjectKind, Identity> resolve(const std::string& reference) = 0;
  virtual Status status() = 0;
  /// The latest entries, youngest first.
  virtual std::vector<LogEntry> log(std::size_t limit) = 0;
  /// Removes for good what was deleted, what only that referred to, and its log entries; gives the room back.
  virtual GcReport gc(bool dry_run) = 0;
};

}  // namespace resumax::service

namespace resumax {
template <>
struct Names<service::ParseStatus> {
  static constexpr std::string_view what = "parse status";
  static constexpr NameTable<service::ParseStatus, 4> table{{
      {service::ParseStatus::pending, "pending"},
      {service::ParseStatus::parsing, "parsing"},
      {service::ParseStatus::completed, "completed"},
      {service::ParseStatus::failed, "failed"},
  }};
};
template <>
struct Names<service::RunStatus> {
  static constexpr std::string_view what = "optimization status";
  static constexpr NameTable<service::RunStatus, 5> table{{
      {service::RunStatus::queued, "queued"},
      {service::RunStatus::processing, "processing"},
      {service::RunStatus::generating, "generating"},
      {service::RunStatus::completed, "completed"},
      {service::RunStatus::failed, "failed"},
  }};
};
template <>
struct Names<service::Decision::Kind> {
  static constexpr std::string_view what = "decision";
  static constexpr NameTable<service::Decision::Kind, 3> table{{
      {service::Decision::Kind::accepted, "accepted"},
      {service::Decision::Kind::edited, "edited"},
      {service::Decision::Kind::declined, "declined"},
  }};
};
}  // namespace resumax
