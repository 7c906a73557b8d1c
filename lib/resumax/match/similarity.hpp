#pragma once

#include <resumax/match/lines.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace resumax::match {

/// 1000 * (1 + ln n); 0 for 0, and as for 10 beyond it.
std::int64_t sublinear(std::int64_t count);

/// How often each term occurs, with sublinear weights. All sums are of integers, so no order of terms can show.
class TermVector {
 public:
  enum class Side { posting, resume };
  explicit TermVector(Side side) : side_(side) {}

  /// Counts a line's terms `times` over.
  void add(const std::vector<Term>& terms, int times = 1);
  /// Closes the counting. With `skills_once` a skill counts once however often it is said, so that repeating a keyword
  /// earns nothing and costs nothing.
  void finish(bool skills_once = false);

  bool empty() const { return terms_.empty(); }
  std::size_t size() const { return terms_.size(); }

  struct Likeness {
    int cosine = 0;          ///< in thousandths
    std::size_t shared = 0;  ///< distinct terms in both
  };
  friend Likeness likeness(const TermVector& a, const TermVector& b);

 private:
  struct Counted {
    Term term;
    std::int64_t value;  ///< how often while open, the weight after `finish`
  };
  Side side_;
  std::vector<Counted> terms_;
};

TermVector::Likeness likeness(const TermVector& a, const TermVector& b);

}  // namespace resumax::match
