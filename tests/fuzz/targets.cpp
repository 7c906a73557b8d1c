#include <tests/fuzz/target.hpp>

#include <algorithm>

namespace resumax::fuzz {

const std::vector<Target>& targets() {
  static const std::vector<Target> all{
      {"text", run_text},
      {"dates", run_dates},
      {"numbers", run_numbers},
      {"skills", run_skills},
      {"wire", run_wire},
      {"markdown", run_markdown},
      {"docx", run_docx},
      {"docx_parts", run_docx_parts},
      {"pdf_content", run_pdf_content},
      {"directed", run_directed},
      {"resume", run_resume},
      {"layout", run_layout},
      {"json_resume", run_json_resume},
      {"posting", run_posting},
      {"words_diff", run_words_diff},
      {"resume_diff", run_resume_diff},
      {"apply", run_apply},
      {"config", run_config},
  };
  return all;
}

const Target* find_target(std::string_view name) {
  const auto found =
      std::find_if(targets().begin(), targets().end(), [&](const Target& target) { return target.name == name; });
  return found == targets().end() ? nullptr : &*found;
}

}  // namespace resumax::fuzz
