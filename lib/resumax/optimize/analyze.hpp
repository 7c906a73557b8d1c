#pragma once

#include <resumax/core/fields.hpp>
#include <resumax/core/job_description.hpp>
#include <resumax/core/score.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/optimize/optimize.hpp>

#include <map>
#include <string>
#include <vector>

namespace resumax::optimize {

/// A skill the posting asks for, as it prints it, and how the resume meets it.
struct Wanted {
  const RequirementMatch* match = nullptr;
  double weight = 1;    ///< required 1, preferred 0.6, mentioned 0.4
  std::string wording;  ///< the posting's words, in the taxonomy's case where the posting's is that of a line's start
};

/// What every rule looks at: the pair, what the posting wants, and what language lines are in. Built once per run.
struct Analysis {
  const Resume& resume;
  const JobDescription& posting;
  const match::Taxonomy& taxonomy;
  Strategy strategy;
  Date today;
  bool english = true;        ///< the resume is, so that the rules of English apply
  bool same_language = true;  ///< resume and posting; else only Latin terms pass from one to the other
  std::vector<RequirementMatch> requirements;
  std::map<std::uint16_t, Wanted> wanted;

  /// Whether the posting's wording can stand in the resume.
  bool usable(const std::string& wording) const;
  /// A requirement in the posting's words, as `wanted` has them.
  std::string wording_of(const RequirementMatch& match) const;
  /// Weight of the different wanted skills in a text.
  double relevance(std::string_view text, bool list = false) const;
};

Analysis analyze(const Request& request, const match::Taxonomy& taxonomy);

/// "work", "projects" and the like where lines tell what somebody did, and whether that is over.
enum class Tense { past, present, unknown };
Tense tense_of(const Resume& resume, const ConstField& field);

}  // namespace resumax::optimize
