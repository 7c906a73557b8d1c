#include <resumax/diff/sequence.hpp>

#include <dtl/dtl.hpp>

namespace resumax::diff::detail {

namespace {

// dtl writes the additions of a run before its removals.
void sort_run(std::vector<Step>& steps, std::size_t from) {
  std::stable_partition(steps.begin() + static_cast<std::ptrdiff_t>(from), steps.end(),
                        [](const Step& s) { return s.op == Op::remove; });
}

}  // namespace

std::vector<Step> edit_script(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  dtl::Diff<std::string, std::vector<std::string>> differ(before, after);
  differ.compose();
  std::vector<Step> steps;
  std::size_t at_before = 0, at_after = 0, run = 0;
  for (const auto& [text, info] : differ.getSes().getSequence()) {
    if (info.type == dtl::SES_COMMON) {
      sort_run(steps, run);
      steps.push_back({Op::keep, at_before++, at_after++});
      run = steps.size();
    } else if (info.type == dtl::SES_DELETE) {
      steps.push_back({Op::remove, at_before++, at_after});
    } else {
      steps.push_back({Op::add, at_before, at_after++});
    }
  }
  sort_run(steps, run);
  return steps;
}

}  // namespace resumax::diff::detail
