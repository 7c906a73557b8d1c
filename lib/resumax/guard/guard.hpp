#pragma once

#include <resumax/core/resume.hpp>
#include <resumax/core/suggestion.hpp>
#include <resumax/match/taxonomy.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace resumax::guard {

/// Says whether a line is supported by its source. Built once from a resume, it holds the facts of every role: numbers
/// with units, dates, organisations, titles, degrees, places, skills, verbs with their tier, scope words. Symbolic and
/// deterministic; used alike for rules, models and human edits. It reads a role when it is first asked about it: for
/// one thread at a time.
class Guard {
 public:
  /// `computed`: phrases that are true of the resume without standing in it ("with 7 years of experience", counted from
  /// its dates). In texts that may lean on the whole resume each of them is as good as a source line, as it stands and
  /// where its sentence or clause ends.
  Guard(const Resume& source, const match::Taxonomy& taxonomy, std::vector<std::string> computed = {});
  ~Guard();
  Guard(Guard&&) noexcept;

  /// A proposed text for the place at `path` (JSON Pointer). It is checked against that place's own role first; a
  /// summary or a skill may lean on the whole resume. Rejects a number, date, organisation, degree, title, place,
  /// certificate, URL or skill that the source lacks, a stronger verb tier, a wider scope, a dropped negation.
  /// The unchanged text is always accepted; another of more than 16 KiB never.
  /// `with_evidence`: looks for the lines that support an accepted text.
  Verdict check(std::string_view path, std::string_view proposed, bool with_evidence = true) const;

  /// Every line of `candidate` against the source, for `verify`: the rejected ones only, with their paths.
  std::vector<std::pair<std::string, Verdict>> check_all(const Resume& candidate) const;

 private:
  struct Facts;
  std::unique_ptr<Facts> facts_;
};

}  // namespace resumax::guard
