#include <resumax/service/json.hpp>

#include <resumax/core/resume_json.hpp>

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>

namespace resumax::service {

using nlohmann::json;

namespace {

template <class T>
json array_of(const std::vector<T>& values) {
  json out = json::array();
  for (const auto& value : values) out.push_back(to_json(value));
  return out;
}

json time_or_null(Time time) { return time == 0 ? json() : json(format_time(time)); }

/// {"resumeId": …, "resumeHandle": …}: how a record names another object.
void refer(json& out, const std::string& key, const Identity& identity) {
  out[key + "Id"] = identity.id;
  out[key + "Handle"] = identity.handle;
}

std::string_view name_of(OutlineKind kind) {
  switch (kind) {
    case OutlineKind::name:
      return "name";
    case OutlineKind::label:
      return "label";
    case OutlineKind::contact:
      return "contact";
    case OutlineKind::heading:
      return "heading";
    case OutlineKind::entry:
      return "entry";
    case OutlineKind::subentry:
      return "subentry";
    case OutlineKind::paragraph:
      return "paragraph";
    case OutlineKind::bullet:
      return "bullet";
  }
  return "?";
}

std::string_view name_of(diff::Op op) {
  switch (op) {
    case diff::Op::keep:
      return "keep";
    case diff::Op::remove:
      return "remove";
    case diff::Op::add:
      return "add";
  }
  return "?";
}

std::string_view name_of(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::resume:
      return "resume";
    case ObjectKind::job_description:
      return "jobDescription";
    case ObjectKind::optimization:
      return "optimization";
    case ObjectKind::version:
      return "version";
  }
  return "?";
}

json line_to_json(const diff::Line& line) {
  json out{{"op", name_of(line.op)}, {"kind", name_of(line.kind)}, {"path", line.path}, {"text", line.text}};
  for (const auto& piece : line.words) out["words"].push_back({{"op", name_of(piece.op)}, {"text", piece.value}});
  return out;
}

}  // namespace

std::string format_time(Time time) {
  if (time == 0) return {};
  using namespace std::chrono;
  const auto seconds_since = floor<seconds>(sys_time<milliseconds>(milliseconds(time)));
  const auto day = floor<days>(seconds_since);
  const year_month_day date(day);
  const hh_mm_ss clock(seconds_since - day);
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text;
}

json to_json(const Failure& failure) {
  json out{{"code", failure.code}, {"message", failure.message}};
  if (!failure.hint.empty()) out["hint"] = failure.hint;
  return out;
}

json to_json(const ResumeRecord& record) {
  json out{{"resumeId", record.identity.id},
           {"handle", record.identity.handle},
           {"title", record.title},
           {"originalFilename", record.original_filename},
           {"mimeType", record.mime_type},
           {"sha256", record.sha256},
           {"size", record.size},
           {"parseStatus", to_string(record.parse_status)},
           {"lastScore", record.last_score ? json(*record.last_score) : json()},
           {"createdAt", time_or_null(record.created_at)},
           {"updatedAt", time_or_null(record.updated_at)}};
  if (record.failure) out["error"] = to_json(*record.failure);
  if (record.existed) out["existed"] = true;
  return out;
}

json to_json(const ParsedResume& parsed) {
  return {{"resume", to_json(parsed.resume)},
          {"fields", field_notes(parsed.resume)},
          {"text", parsed.text},
          {"findings", array_of(parsed.findings)}};
}

json to_json(const ResumeDetail& detail) {
  json out = to_json(detail.record);
  out.update(to_json(detail.parsed));
  out["edited"] = detail.edited;
  return out;
}

json to_json(const PostingRecord& record) {
  json out{{"jobDescriptionId", record.identity.id},
           {"handle", record.identity.handle},
           {"title", record.title},
           {"company", record.company},
           {"location", record.location},
           {"sourceType", record.source_type},
           {"originalFilename", record.original_filename},
           {"findings", array_of(record.findings)},
           {"createdAt", time_or_null(record.created_at)},
           {"updatedAt", time_or_null(record.updated_at)}};
  if (record.existed) out["existed"] = true;
  return out;
}

json to_json(const PostingDetail& detail) {
  json out = to_json(detail.record);
  out["posting"] = to_json(detail.posting);
  return out;
}

json to_json(const OptimizationRecord& record) {
  json out{{"optimizationId", record.identity.id},
           {"handle", record.identity.handle},
           {"resumeTitle", record.resume_title},
           {"jobDescriptionTitle", record.posting_title},
           {"strategy", to_string(record.strategy)},
           {"status", to_string(record.status)},
           {"engineVersion", record.engine_version},
           {"scoreVersion", record.score_version},
           {"taxonomy", record.taxonomy},
           {"createdAt", time_or_null(record.created_at)},
           {"completedAt", time_or_null(record.completed_at)}};
  refer(out, "resume", record.resume);
  refer(out, "jobDescription", record.posting);
  if (record.status == RunStatus::completed) {
    out["alignmentScore"] = record.score;
    out["projectedScore"] = record.score_after;
    out["honestCeiling"] = record.ceiling;
    out["suggestionCount"] = record.suggestions;
    out["gapCount"] = record.gaps;
    out["rejectedCount"] = record.rejected;
  }
  if (record.max_changes > 0) out["maxChanges"] = record.max_changes;
  if (!record.instructions.empty()) out["instructions"] = record.instructions;
  if (!record.refined.id.empty()) refer(out, "refined", record.refined);
  if (record.failure) out["error"] = to_json(*record.failure);
  if (record.reused) out["reused"] = true;
  return out;
}

json to_json(const OptimizationDetail& detail) {
  json out = to_json(detail.record);
  out["summary"] = detail.summary;
  out["warnings"] = detail.warnings;
  out["score"] = to_json(detail.score);
  out["scoreAfter"] = to_json(detail.score_after);
  out["suggestions"] = array_of(detail.suggestions);
  out["rejected"] = json::array();
  for (const auto& [suggestion, verdict] : detail.rejected)
    out["rejected"].push_back({{"suggestion", to_json(suggestion)}, {"verdict", to_json(verdict)}});
  return out;
}

json to_json(const VersionRecord& record) {
  json out{{"resumeTitle", record.resume_title},
           {"jobDescriptionTitle", record.posting_title},
           {"notes", record.notes},
           {"alignmentScore", record.score},
           {"acceptedCount", record.accepted},
           {"editedCount", record.edited},
           {"declinedCount", record.declined}};
  if (!record.identity.id.empty()) {  // a dry run's version has none
    out["versionId"] = record.identity.id;
    out["handle"] = record.identity.handle;
    out["createdAt"] = time_or_null(record.created_at);
  }
  if (record.existed) out["existed"] = true;
  refer(out, "optimization", record.optimization);
  refer(out, "resume", record.resume);
  refer(out, "jobDescription", record.posting);
  return out;
}

json to_json(const VersionDetail& detail) {
  json out = to_json(detail.record);
  out["acceptedChanges"] = array_of(detail.decisions);
  out["optimizedSections"] = to_json(detail.resume);
  out["suggestions"] = array_of(detail.suggestions);
  return out;
}

json to_json(const BlameLine& line) {
  json out{{"path", line.path}, {"text", line.text}, {"origin", line.origin}};
  if (line.suggestion != 0) {
    out["suggestion"] = line.suggestion;
    out["proposedBy"] = line.proposed_by;
    out["reason"] = line.reason;
    out["acceptedBy"] = line.accepted_by;
    out["acceptedAt"] = time_or_null(line.accepted_at);
  }
  if (!line.span.empty()) out["source"] = {{"begin", line.span.begin}, {"end", line.span.end}};
  if (line.span.page > 0) out["source"]["page"] = line.span.page;
  return out;
}

json to_json(const Status& status) {
  return {{"workspace", status.workspace},
          {"resumes", array_of(status.resumes)},
          {"jobDescriptions", array_of(status.postings)},
          {"open", array_of(status.open)},
          {"running", array_of(status.running)},
          {"latestVersion", status.latest ? to_json(*status.latest) : json()},
          {"versionCount", status.versions}};
}

json to_json(const LogEntry& entry) {
  return {{"at", time_or_null(entry.at)},    {"kind", name_of(entry.kind)}, {"id", entry.identity.id},
          {"handle", entry.identity.handle}, {"action", entry.action},      {"subject", entry.subject}};
}

json to_json(const GcReport& report) {
  return {{"resumes", report.resumes},
          {"jobDescriptions", report.postings},
          {"optimizations", report.optimizations},
          {"versions", report.versions},
          {"blobs", report.blobs},
          {"bytes", report.bytes}};
}

json to_json(const SkillsSource& source) {
  return {{"name", source.name},     {"format", to_string(source.format)},
          {"sha256", source.sha256}, {"size", source.size},
          {"added", source.added},   {"joined", source.joined},
          {"labels", source.labels}, {"createdAt", time_or_null(source.created_at)}};
}

json to_json(const SkillsImport& import) {
  json out = to_json(import.source);
  out["existed"] = import.existed;
  out["known"] = import.report.known;
  out["repeatedLabels"] = import.report.repeated;
  out["guardedLabels"] = import.report.guarded;
  out["parents"] = import.report.parents;
  out["refused"] = json::array();
  for (const auto& [label, reason] : import.report.refused)
    out["refused"].push_back({{"label", label}, {"reason", reason}});
  return out;
}

json to_json(const diff::ResumeDiff& diff) {
  json out{{"added", diff.added}, {"removed", diff.removed}, {"sections", json::array()}};
  for (const auto& section : diff.sections) {
    json lines = json::array();
    for (const auto& line : section.lines) lines.push_back(line_to_json(line));
    out["sections"].push_back({{"section", to_string(section.kind)},
                               {"heading", section.heading},
                               {"added", section.added},
                               {"removed", section.removed},
                               {"lines", std::move(lines)}});
  }
  return out;
}

json to_json(const Decision& decision) {
  json out{{"suggestion", decision.suggestion}, {"decision", to_string(decision.kind)}};
  if (decision.kind == Decision::Kind::edited) out["text"] = decision.text;
  return out;
}

}  // namespace resumax::service
