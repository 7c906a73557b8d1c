#pragma once

#include <resumax/core/job_description.hpp>
#include <resumax/core/resume.hpp>
#include <resumax/core/score.hpp>
#include <resumax/match/taxonomy.hpp>

namespace resumax::match {

/// Changes whenever the same pair could score differently.
inline constexpr std::string_view score_version = "1";

/// The explained alignment of a resume with a posting: required and preferred skills, similarity of text, job title,
/// seniority and years, education, languages. Components that the posting says nothing about give their weight to the
/// others. `today` (a date, year and month used) closes "present" roles, so that the result depends on nothing else.
Score score(const Resume& resume, const JobDescription& posting, const Taxonomy& taxonomy, Date today);

/// What the posting asks for, each with its level and weight and the lines of the resume that meet it.
std::vector<RequirementMatch> match_requirements(const Resume& resume, const JobDescription& posting,
                                                 const Taxonomy& taxonomy);

/// Whole months covered by the work entries, overlaps counted once; `today` closes present ones.
int months_of_experience(const Resume& resume, Date today);

}  // namespace resumax::match
