#pragma once

#include <resumax/core/fields.hpp>
#include <resumax/core/job_description.hpp>
#include <resumax/core/score.hpp>
#include <resumax/match/score.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/optimize/optimize.hpp>
#include <resumax/optimize/plan.hpp>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace resumax::optimize {

/// A skill the posting asks for, as it prints it, and how the resume meets it.
struct Wanted {
  const RequirementMatch* match = nullptr;
  double weight = 1;    ///< required 1, preferred 0.6, mentioned 0.4
  std::string wording;  ///< the posting's words, in the taxonomy's case where the posting's is that of a line's start
};

/// The skills of texts, each text looked at once.
class Sightings {
 public:
  explicit Sightings(const match::Taxonomy& taxonomy) : taxonomy_(taxonomy) {}
  const std::vector<match::SkillHit>& in(std::string_view text, bool list);

 private:
  const match::Taxonomy& taxonomy_;
  std::map<std::string, std::vector<match::SkillHit>, std::less<>> prose_, lists_;
};

/// What every rule looks at: the pair, what the posting wants, and what language lines are in. Built once per run.
struct Analysis {
  const Resume& resume;
  const JobDescription& posting;
  const match::Taxonomy& taxonomy;
  Plan plan;
  Date today;
  std::string language;       ///< of the resume, two letters; "" where it cannot be told
  bool english = true;        ///< the resume is, so that the rules of English apply
  bool same_language = true;  ///< resume and posting; else only Latin terms pass from one to the other
  Score score;                ///< of the resume as it is
  std::map<std::uint16_t, Wanted> wanted;
  std::set<std::uint16_t> focus;                      ///< skills to bring forward
  std::vector<std::vector<std::string>> topics = {};  ///< other things to bring forward, as stems
  std::shared_ptr<Sightings> sightings = {};

  /// As the taxonomy finds them; `list`: every item of the text is meant as a skill.
  const std::vector<match::SkillHit>& skills_in(std::string_view text, bool list = false) const {
    return sightings->in(text, list);
  }
  /// Whether the posting's wording can stand in the resume.
  bool usable(const std::string& wording) const;
  /// A requirement in the posting's words, as `wanted` has them.
  std::string wording_of(const RequirementMatch& match) const;
  /// Weight of the different wanted skills in a text, and of what is to be brought forward.
  double relevance(std::string_view text, bool list = false) const;
};

/// `scorer` is of the request's posting.
Analysis analyze(const Request& request, const match::Taxonomy& taxonomy, match::Scorer& scorer);

/// The stems of the words that matter, sorted, each once.
std::vector<std::string> stems(std::string_view text, std::string_view language);

/// What the lines of an entry ("work", "projects" and the like) stand in. `past`: it is over, so that all of them do.
/// `unknown`: a new wording is in the past, but a line in the present may be right.
enum class Tense { past, present, unknown };
/// By the entry's end alone.
Tense tense_of(const Resume& resume, const ConstField& field);

}  // namespace resumax::optimize
