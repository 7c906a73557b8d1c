#pragma once

#include <resumax/core/job_description.hpp>
#include <resumax/core/resume.hpp>
#include <resumax/core/score.hpp>
#include <resumax/match/taxonomy.hpp>

#include <memory>

namespace resumax::match {

/// Changes whenever the same pair could score differently.
inline constexpr std::string_view score_version = "4";

struct Term;

/// A posting read once, to score many resumes or many variants of one against it. Lines of resumes seen before cost a
/// look-up, so that scoring a variant costs little more than the lines that changed. The results are those of the
/// functions below and do not depend on what was scored before. For one thread at a time.
class Scorer {
 public:
  /// `taxonomy` must outlive the scorer; the posting is not kept. `today` (year and month used) closes "present" roles.
  Scorer(const JobDescription& posting, const Taxonomy& taxonomy, Date today);
  ~Scorer();
  Scorer(Scorer&&) noexcept;

  Score score(const Resume& resume);
  /// The same; `terms` gets every term of the resume's lines, as often as it is there (lines.hpp).
  Score score(const Resume& resume, std::vector<Term>& terms);
  /// The terms of the posting, likewise, those of its title counted several times. Numbers hold within one scorer.
  const std::vector<Term>& posting_terms() const;
  /// The requirements alone, as in Score::requirements.
  std::vector<RequirementMatch> requirements(const Resume& resume);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The explained alignment of a resume with a posting: required and preferred skills, similarity of text, job title,
/// seniority and years, education, languages. Components that the posting says nothing about give their weight to the
/// others. `today` (a date, year and month used) closes "present" roles, so that the result depends on nothing else.
Score score(const Resume& resume, const JobDescription& posting, const Taxonomy& taxonomy, Date today);

/// What the posting asks for, each with its level and weight and the lines of the resume that meet it: required ones
/// first, then preferred, then those named in duties only; the heavier first. Of skills joined by "or" the best met one
/// carries the weight; the others are listed with weight 0, since nothing is missing without them.
std::vector<RequirementMatch> match_requirements(const Resume& resume, const JobDescription& posting,
                                                 const Taxonomy& taxonomy);

/// Whole months covered by the work entries, overlaps counted once; `today` closes present ones. A bare year counts
/// as its middle; a role without a known start or end counts nothing.
int months_of_experience(const Resume& resume, Date today);

}  // namespace resumax::match
