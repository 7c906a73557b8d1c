#pragma once

#include <resumax/core/names.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace resumax::match {

/// The files of others that skills are read from, told apart by their columns.
enum class SkillsFormat {
  esco_skills,   ///< skills_en.csv and the like of other languages: conceptUri, preferredLabel, altLabels, …
  esco_broader,  ///< broaderRelationsSkillPillar_en.csv: conceptUri, broaderUri
  onet,          ///< "Technology Skills.txt", "Tools Used.txt": Example, Commodity Title
};

/// A skill as a file has it. `key` names it across files of one publisher; "" where there is none. A row that only says
/// what is broader has no name.
struct FoundSkill {
  std::string key, name, category;
  std::vector<std::string> labels;   ///< other names
  std::vector<std::string> broader;  ///< keys
  bool operator==(const FoundSkill&) const = default;
};

struct SkillsFile {
  SkillsFormat format = SkillsFormat::esco_skills;
  std::vector<FoundSkill> skills;
};

/// Throws unsupported_format where the columns are none of those above, parse_failed with the line for a quote without
/// an end or a row without a name, and invalid_input for a file without any skill.
SkillsFile read_skills_file(std::string_view bytes);

/// As lines of text, and back.
std::string to_rows(const std::vector<FoundSkill>& skills);
std::vector<FoundSkill> from_rows(std::string_view rows);

}  // namespace resumax::match

namespace resumax {
template <>
struct Names<match::SkillsFormat> {
  static constexpr std::string_view what = "format of skills";
  static constexpr NameTable<match::SkillsFormat, 3> table{{
      {match::SkillsFormat::esco_skills, "esco_skills"},
      {match::SkillsFormat::esco_broader, "esco_broader"},
      {match::SkillsFormat::onet, "onet"},
  }};
};
}  // namespace resumax
