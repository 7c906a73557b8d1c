#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::fuzz {

/// What a target throws when the code under test breaks its contract. Crashes and sanitizer reports count as well.
class Broken : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

inline void require(bool holds, const std::string& what) {
  if (!holds) throw Broken(what);
}

/// A piece of the library with its invariants, run over any bytes: libFuzzer's (fuzzer.cpp) or those of a kept file
/// (corpus_test.cpp).
struct Target {
  std::string_view name;
  void (*run)(std::string_view bytes);
};

const std::vector<Target>& targets();
/// Null for a name that is none.
const Target* find_target(std::string_view name);

// text_targets.cpp
void run_text(std::string_view bytes);
void run_dates(std::string_view bytes);
void run_numbers(std::string_view bytes);
void run_skills(std::string_view bytes);
// document_targets.cpp
void run_wire(std::string_view bytes);
void run_markdown(std::string_view bytes);
void run_docx(std::string_view bytes);
void run_docx_parts(std::string_view bytes);
void run_pdf_content(std::string_view bytes);
// parse_targets.cpp
void run_resume(std::string_view bytes);
void run_layout(std::string_view bytes);
void run_json_resume(std::string_view bytes);
void run_posting(std::string_view bytes);
void run_directed(std::string_view bytes);
// edit_targets.cpp
void run_words_diff(std::string_view bytes);
void run_resume_diff(std::string_view bytes);
void run_apply(std::string_view bytes);
void run_config(std::string_view bytes);

}  // namespace resumax::fuzz
