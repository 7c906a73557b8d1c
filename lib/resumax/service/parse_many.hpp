#pragma once

#include <resumax/core/error.hpp>
#include <resumax/core/parsed.hpp>
#include <resumax/core/ports.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace resumax::service {

struct ResumeFile {
  std::string bytes, filename;
};

/// Reads a resume: text, Markdown and JSON Resume here, PDF and DOCX with the extractor. Throws size_exceeded for more
/// than `limit` bytes and what Service::parse_resume throws.
ParsedResume read_resume(Extractor& extractor, const std::string& bytes, const std::string& filename,
                         std::uint64_t limit);

/// Many resumes, read one by one on several threads. None is held longer than its turn.
struct ParseMany {
  std::size_t count = 0;
  unsigned threads = 1;
  std::uint64_t limit = 5u << 20;                                ///< bytes of one file
  std::function<ResumeFile(std::size_t)> open;                   ///< called by any thread, several at once
  std::function<void(std::size_t, const ParsedResume&)> finish;  ///< the same; keeps what was read
  /// Called by the caller's thread in the order of the files: null, or what was thrown for this one.
  std::function<void(std::size_t, const Error*)> report;
};

/// `extractor` is for use by several threads. An Error of one file goes to `report` and stops no other; Errc::internal
/// and Errc::interrupted, anything that is no Error, and what `report` or `progress` throw stop all, and are thrown
/// when no thread works any more.
void parse_many(Extractor& extractor, const ParseMany& job, Progress& progress);

}  // namespace resumax::service
