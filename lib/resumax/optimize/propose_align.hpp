#pragma once

#include <resumax/optimize/analyze.hpp>
#include <resumax/optimize/edit.hpp>

#include <map>
#include <set>

namespace resumax::optimize {

/// Which lines are to take the posting's words for which skills: a skill that the resume names otherwise throughout is
/// named so in the skills list and in at most two other lines, the most recent role first.
class Alignment {
 public:
  explicit Alignment(const Analysis& analysis);

  /// The line at `path` with the posting's surface form of the skills chosen for it. `line` may have been changed by
  /// other rules already.
  std::optional<Edit> apply(std::string_view path, std::string_view line, bool list) const;

 private:
  const Analysis& analysis_;
  std::map<std::string, std::set<std::uint16_t>, std::less<>> chosen_;
};

/// Whether one name is the other's short form by its letters ("AWS", "k8s", "Postgres", "React.js"), so that either
/// says the same. A taxonomy's aliases are wider than that: "continuous integration" is not all of "CI/CD".
/// English text may also inflect: "automated testing" for "test automation".
bool can_stand_for(std::string_view wording, std::string_view name, bool english = true);

}  // namespace resumax::optimize
