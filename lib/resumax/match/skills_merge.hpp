#pragma once

#include <resumax/match/skills_file.hpp>
#include <resumax/match/taxonomy.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::match {

/// Changes whenever the same sources could give another image.
inline constexpr std::string_view merge_version = "1";

/// A name that was left out, and why.
struct RefusedLabel {
  std::string label, reason;
};

/// What became of one source.
struct MergeReport {
  std::size_t added = 0;     ///< skills that were not there before
  std::size_t joined = 0;    ///< skills that were there, under more names now
  std::size_t known = 0;     ///< skills with nothing new
  std::size_t labels = 0;    ///< names that were not there before
  std::size_t repeated = 0;  ///< names that belong to a skill already
  std::size_t guarded = 0;   ///< of the new names, those that count only in a context that names skills
  std::size_t parents = 0;   ///< links to more general skills
  std::vector<RefusedLabel> refused;
};

struct MergedSkills {
  std::string image;  ///< for Taxonomy
  std::vector<MergeReport> reports;
};

/// `base` and then the sources in their order. A name stays with the skill that has it; a skill whose chief name is
/// known adds its other names to the one that has it. Single words count as a list's items or with a context only,
/// unless they are names that no text has for anything else.
MergedSkills merge_skills(const Taxonomy& base, std::span<const std::vector<FoundSkill>> sources);

}  // namespace resumax::match
