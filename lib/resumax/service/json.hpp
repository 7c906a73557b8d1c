#pragma once

#include <resumax/service/service.hpp>

#include <nlohmann/json_fwd.hpp>

namespace resumax::service {

/// The API's own records: camelCase keys, UUIDs as "resumeId" and the like with the handle beside, times as ISO 8601
/// UTC, enumerations by name. Used by --json, the stored rows and later the server.
nlohmann::json to_json(const ResumeRecord& record);
nlohmann::json to_json(const ResumeDetail& detail);
nlohmann::json to_json(const PostingRecord& record);
nlohmann::json to_json(const PostingDetail& detail);
nlohmann::json to_json(const OptimizationRecord& record);
nlohmann::json to_json(const OptimizationDetail& detail);
nlohmann::json to_json(const VersionRecord& record);
nlohmann::json to_json(const VersionDetail& detail);
nlohmann::json to_json(const BlameLine& line);
nlohmann::json to_json(const Status& status);
nlohmann::json to_json(const LogEntry& entry);
nlohmann::json to_json(const GcReport& report);
nlohmann::json to_json(const SkillsSource& source);
nlohmann::json to_json(const SkillsImport& import);
nlohmann::json to_json(const diff::ResumeDiff& diff);
nlohmann::json to_json(const ParsedResume& parsed);
nlohmann::json to_json(const JobDescription& posting);
/// The same with the skills of a taxonomy that the posting asks for under "skills": [{name, wording, level, begin,
/// end}], required first.
nlohmann::json posting_report(const JobDescription& posting, const match::Taxonomy& taxonomy);
nlohmann::json to_json(const Score& score);
nlohmann::json to_json(const Suggestion& suggestion);
nlohmann::json to_json(const Verdict& verdict);
nlohmann::json to_json(const Finding& finding);
nlohmann::json to_json(const Failure& failure);

JobDescription posting_from_json(const nlohmann::json& json);
Score score_from_json(const nlohmann::json& json);
Suggestion suggestion_from_json(const nlohmann::json& json);
Verdict verdict_from_json(const nlohmann::json& json);
Finding finding_from_json(const nlohmann::json& json);
Decision decision_from_json(const nlohmann::json& json);
nlohmann::json to_json(const Decision& decision);

/// "2026-03-09T14:05:00Z"; "" for 0.
std::string format_time(Time time);

}  // namespace resumax::service
