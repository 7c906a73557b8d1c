#pragma once

#include <resumax/core/job_description.hpp>
#include <resumax/core/score.hpp>
#include <resumax/match/lines.hpp>
#include <resumax/match/weights.hpp>

#include <vector>

namespace resumax::match {

/// A skill that a posting asks for. `weight` is in hundredths of a plain mention.
struct Requirement {
  std::uint16_t skill = 0;
  RequirementLevel level = RequirementLevel::mentioned;
  bool in_title = false;
  int mentions = 0;  ///< lines that name it, the title apart
  int weight = 0;
  int group = 0;  ///< not 0: one of several that the posting joins by "or"; one of them is enough
  std::string wording;
  SourceSpan span;
};

/// The component a requirement counts in: what duties name counts with what is required, at less weight.
constexpr Component component_of(RequirementLevel level) {
  return level == RequirementLevel::preferred ? Component::preferred_skills : Component::required_skills;
}

/// A line of a posting that counts, whatever the parser made of it.
struct CountedLine {
  const Text* text = nullptr;
  RequirementLevel level = RequirementLevel::mentioned;
};
/// The requirement and duty lines; where a posting has none of them, its other lines except headings, legal, benefits
/// and the like, as mentions.
std::vector<CountedLine> counted_lines(const JobDescription& posting);

/// The texts of a posting that are compared with a resume: its counted lines, and where these are few, those of no
/// kind.
std::vector<const Text*> compared_texts(const JobDescription& posting);

/// The posting's title; where the parser was not sure of one, a short line at its top that names an occupation, or in a
/// language that no table knows any short line it opens with. Empty where there is neither.
const Text& title_of(const JobDescription& posting);

/// What a posting asks for: required first, then preferred, then mentioned; the heavier first, then as they come.
std::vector<Requirement> find_requirements(const JobDescription& posting, const Taxonomy& taxonomy);

/// Each requirement with its match and evidence (weights and points are left to the caller), in the same order.
std::vector<RequirementMatch> match_all(const std::vector<Requirement>& requirements,
                                        const std::vector<ShownLine>& lines, const Taxonomy& taxonomy);

/// What each requirement weighs for one resume: of those joined by "or", the best met carries the weight of all, and
/// the others none.
std::vector<int> effective_weights(const std::vector<Requirement>& requirements,
                                   const std::vector<RequirementMatch>& matches);

}  // namespace resumax::match
