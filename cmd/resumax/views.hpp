#pragma once

#include "layout.hpp"

#include <resumax/service/service.hpp>

#include <string>
#include <vector>

namespace resumax::app {

// Data as text for people: pure functions that print nothing and adapt to the columns there are.

std::string resume_list(const std::vector<service::ResumeRecord>& resumes, const Look& look);
std::string posting_list(const std::vector<service::PostingRecord>& postings, const Look& look);
std::string status_view(const service::Status& status, const Look& look);
std::string log_view(const std::vector<service::LogEntry>& entries, const Look& look);
/// Files that skills were imported from.
std::string skills_sources_list(const std::vector<service::SkillsSource>& sources, const Look& look);
std::string import_view(const service::SkillsImport& import, bool dry_run, const Look& look);
std::string gc_view(const service::GcReport& report, bool dry_run);

/// "r1  Ada Example CV  (cv.pdf, 84 KB)"
std::string resume_line(const service::ResumeRecord& record, const Look& look);
std::string posting_line(const service::PostingRecord& record, const Look& look);
std::string version_line(const service::VersionRecord& record, const Look& look);
/// "3 roles, 2 degrees, 14 skills": what a parse found.
std::string found_in(const Resume& resume);

/// The resume as a reader sees it. Lines that the parser is unsure of are marked with "?".
std::string resume_view(const Resume& resume, const Look& look);
std::string resume_detail_view(const service::ResumeDetail& detail, const Look& look);
std::string posting_view(const JobDescription& posting, const Look& look);
std::string posting_detail_view(const service::PostingDetail& detail, const Look& look);
std::string version_view(const service::VersionDetail& detail, const Look& look);

/// With `ceiling` null its line is left out.
std::string score_view(const Score& score, const service::Ceiling* ceiling, bool explain, const Look& look);

/// A resume of a ranking: a handle, or the file it was read from; and its title or the name on it.
struct RankedLine {
  std::string handle, file, title;
  match::Ranked ranked;
};
/// The best first; `all` were ranked.
std::string ranking_view(const std::vector<RankedLine>& lines, std::size_t all, const Look& look);

std::string optimization_view(const service::OptimizationDetail& detail, const Look& look);
/// The same with every suggestion written out, and what the guard sent back.
std::string optimization_full_view(const service::OptimizationDetail& detail, const Look& look);
/// A suggestion as it is decided on: what it changes, why, and what supports it. `title` stands above it.
std::string suggestion_view(const Suggestion& suggestion, std::string_view title, const Look& look);
/// "score 54.2 → 68.0 (with everything proposed), honest ceiling 68.0"
std::string score_line(const service::OptimizationRecord& record, const Look& look);

enum class DiffStyle { unified, side_by_side, stat, words };
std::string diff_view(const diff::ResumeDiff& diff, DiffStyle style, const Look& look);

std::string blame_view(const std::vector<service::BlameLine>& lines, const Look& look);
std::string verify_view(const std::vector<std::pair<std::string, Verdict>>& findings, const Look& look);
std::string verdict_view(std::string_view name, std::string_view proposed, const Verdict& verdict, const Look& look);

}  // namespace resumax::app
