#pragma once

#include <resumax/core/job_description.hpp>
#include <resumax/core/resume.hpp>

#include <cstdint>
#include <string>

namespace resumax::service {

/// A resume or a posting wholly, as one text that is the same whenever the content is.
std::string encode(const Resume& resume);
std::string encode(const JobDescription& posting);
Resume decode_resume(const std::string& text);
JobDescription decode_posting(const std::string& text);

/// The UTC day of a time.
Date day_of(std::int64_t time);

/// User-given text for a title or a note: UTF-8, one line, trimmed.
std::string clean_line(const std::string& text);

/// A score or size as people read it: "61.5".
std::string one_decimal(double value);

/// Throws size_exceeded or, for nothing at all, invalid_input. `what`: "resume".
void check_size(const std::string& bytes, const std::string& filename, std::uint64_t limit, const std::string& what);

/// "cv.pdf" -> "cv"; "" for "" and "-".
std::string stem_of(const std::string& filename);

}  // namespace resumax::service
