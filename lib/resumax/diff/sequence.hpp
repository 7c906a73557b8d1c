#pragma once

#include <resumax/diff/diff.hpp>

#include <string>
#include <vector>

namespace resumax::diff::detail {

/// A shortest edit script between two sequences: indexes into `before` for keep and remove, into `after` for add.
/// Within a run of changes every remove comes before every add.
struct Step {
  Op op;
  std::size_t before, after;  ///< the one that the op does not use is where the other side stands
};
std::vector<Step> edit_script(const std::vector<std::string>& before, const std::vector<std::string>& after);

/// How alike two lines are, 0 to 1, by the words they share.
double similarity(const std::string& a, const std::string& b);

}  // namespace resumax::diff::detail
