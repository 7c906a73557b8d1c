#pragma once

#include "views.hpp"

#include <resumax/service/service.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::app {

/// The --json record of a value: the codec of service/json.hpp as one indented text with a final newline. Defined for
/// the types the verbs print; kept apart so that the JSON library is compiled in few places.
template <class T>
std::string record(const T& value);
/// {"KEY": [records…]}
template <class T>
std::string records(std::string_view key, const std::vector<T>& values);

/// {"KEY": [records…], "failures": [{code, message, hint}…]}
template <class T>
std::string batch_record(std::string_view key, const std::vector<T>& values,
                         const std::vector<service::Failure>& failures);

/// The explained score, its number under "score", with the "honestCeiling" and the "inventedCeiling".
std::string score_record(const Score& score, const service::Ceiling& ceiling);

/// A file that a verb over many could not read.
struct FileFailure {
  std::string file;
  service::Failure failure;
};
/// {"posting", "scoreVersion", "taxonomy", "count", "resumes": [{rank, score, relevance, …}…], "failures": […]}
std::string ranking_record(const JobDescription& posting, const std::vector<RankedLine>& lines, std::size_t all,
                           const std::vector<FileFailure>& failures, std::string_view taxonomy);
/// A posting with the skills it asks for.
std::string posting_record(const JobDescription& posting, const match::Taxonomy& taxonomy);
/// The JSON Resume form, findings under meta.findings.
std::string resume_record(const ParsedResume& parsed);

/// One file of many that were parsed: where its JSON Resume went, or why there is none.
struct ParsedFile {
  std::string file, output;
  bool unchanged = false;  ///< the same bytes were there already
  std::optional<service::Failure> failure;
};
/// {"out", "parsed", "failed", "files": [{"file", "output", "status", "error"}…]}
std::string parsed_files_record(const std::string& out, const std::vector<ParsedFile>& files, bool dry_run);

}  // namespace resumax::app
