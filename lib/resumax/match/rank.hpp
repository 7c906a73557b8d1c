#pragma once

#include <resumax/match/score.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace resumax::match {

/// A resume's place among those given for one posting.
struct Ranked {
  std::size_t index = 0;  ///< in the order of `add`
  /// 0 to 1, the best about 1: how high it stands in this collection. Comparable within one ranking only.
  double relevance = 0;
  double score = 0;  ///< of the pair alone (Score::total)
  /// Requirements that are asked for (required and preferred), and those of them that the resume shows.
  int requirements = 0, met = 0;
  std::vector<std::string> missing;  ///< names of required skills not shown, the heaviest first
};

/// Orders many resumes for one posting. Beside the score of each pair it knows how rare each term is among the resumes
/// given, and what those that fit best have in common; both sharpen the order as the collection grows, so that a
/// handful is ordered by score. Keeps the counted terms of each resume and nothing else of it. The order of `add` does
/// not show in the result. For one thread.
class Ranker {
 public:
  /// `taxonomy` must outlive the ranker; `today` as for Scorer.
  Ranker(const JobDescription& posting, const Taxonomy& taxonomy, Date today);
  ~Ranker();

  /// `name` settles ties and tells equal resumes apart: a name or hash of the content, never of the place in the list.
  void add(const Resume& resume, std::string name);
  /// Best first. To be called once, after the last `add`.
  std::vector<Ranked> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace resumax::match
