#include <resumax/match/similarity.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace resumax::match {

std::int64_t sublinear(std::int64_t count) {
  // As constants: no library's logarithm can tell machines apart.
  constexpr std::array<std::int64_t, 11> values{0, 1000, 1693, 2099, 2386, 2609, 2792, 2946, 3079, 3197, 3303};
  return values[static_cast<std::size_t>(std::min(count, static_cast<std::int64_t>(values.size() - 1)))];
}

void TermVector::add(const std::vector<Term>& terms, int times) {
  for (const auto& term : terms) terms_.push_back({term, times});
}

void TermVector::finish(bool skills_once) {
  std::sort(terms_.begin(), terms_.end(), [](const Counted& a, const Counted& b) { return a.term.id < b.term.id; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < terms_.size();) {
    std::int64_t count = 0;
    const auto term = terms_[i].term;
    for (; i < terms_.size() && terms_[i].term.id == term.id; ++i) count += terms_[i].value;
    if (skills_once && is_skill(term)) count = 1;
    terms_[kept++] = {term, sublinear(count) * (side_ == Side::posting ? term.in_posting : term.in_resume)};
  }
  terms_.resize(kept);
}

TermVector::Likeness likeness(const TermVector& a, const TermVector& b) {
  TermVector::Likeness out;
  std::int64_t dot = 0, squares_a = 0, squares_b = 0;
  for (const auto& term : a.terms_) squares_a += term.value * term.value;
  for (const auto& term : b.terms_) squares_b += term.value * term.value;
  for (auto i = a.terms_.begin(), j = b.terms_.begin(); i != a.terms_.end() && j != b.terms_.end();) {
    if (i->term.id < j->term.id) {
      ++i;
    } else if (j->term.id < i->term.id) {
      ++j;
    } else {
      dot += i->value * j->value;
      ++out.shared;
      ++i, ++j;
    }
  }
  if (dot == 0) return out;
  const double norm = std::sqrt(static_cast<double>(squares_a)) * std::sqrt(static_cast<double>(squares_b));
  out.cosine = static_cast<int>(std::floor(1000.0 * static_cast<double>(dot) / norm + 0.5));
  return out;
}

}  // namespace resumax::match
