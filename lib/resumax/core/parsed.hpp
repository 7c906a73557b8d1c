#pragma once

#include <resumax/core/resume.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace resumax {

/// Something a person should know about an input that is no error: hidden text, a repaired encoding, a short posting.
struct Finding {
  std::string code;     ///< stable, snake_case: "bad_utf8", "hidden_text", "posting_short"
  std::string message;  ///< one sentence for people
  SourceSpan where;     ///< empty where the finding is about the whole input, or about text that no value is read from
  std::int32_t paragraph = 0;  ///< of a source without pages, from 1; 0 where that says nothing
};

/// A resume with the text it was read from; every SourceSpan of `resume` indexes `text` (UTF-8).
struct ParsedResume {
  Resume resume;
  std::string text;
  std::vector<Finding> findings;
};

}  // namespace resumax
