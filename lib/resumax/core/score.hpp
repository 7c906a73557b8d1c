#pragma once

#include <resumax/core/job_description.hpp>

#include <string>
#include <vector>

namespace resumax {

/// A pointer to what supports a claim: a line of the resume and the words of it that do.
struct Evidence {
  std::string path;   ///< JSON Pointer into the JSON Resume form
  std::string quote;  ///< the supporting words as they stand there
  bool operator==(const Evidence&) const = default;
};

/// How a requirement is met, strongest first.
enum class MatchKind { exact, alias, stem, parent, related, unmet };

template <>
struct Names<MatchKind> {
  static constexpr std::string_view what = "match kind";
  static constexpr NameTable<MatchKind, 6> table{{
      {MatchKind::exact, "exact"},
      {MatchKind::alias, "alias"},
      {MatchKind::stem, "stem"},
      {MatchKind::parent, "parent"},
      {MatchKind::related, "related"},
      {MatchKind::unmet, "unmet"},
  }};
};

/// One thing the posting wants and the lines of the resume that show it.
struct RequirementMatch {
  std::string name;     ///< canonical name of the skill, or the requirement's own words
  std::string wording;  ///< as the posting prints it
  RequirementLevel level = RequirementLevel::required;
  MatchKind match = MatchKind::unmet;
  double weight = 0;  ///< share of its component, 0 to 1; 0 for an alternative ("Go or Java") that another one meets
  double points = 0;  ///< of the total, two decimals; those of a component add up to its points
  SourceSpan span;    ///< in the posting's text
  std::vector<Evidence> evidence;
};

/// One component of the score: `points` of at most `maximum`, and why in a sentence.
struct ScoreComponent {
  std::string name;  ///< required_skills, preferred_skills, similarity, title, seniority, education, languages
  double maximum = 0, points = 0;
  std::string explanation;
};

/// The alignment of one resume with one posting, 0 to 100. Depends on the pair alone; the same on every machine.
/// `total` and all points have two decimals; `total` is the sum of the points of the components.
struct Score {
  std::string version;   ///< changes whenever the same pair could score differently
  std::string taxonomy;  ///< fingerprint of the skills it went by
  double total = 0;
  std::vector<ScoreComponent> components;
  std::vector<RequirementMatch> requirements;
};

}  // namespace resumax
