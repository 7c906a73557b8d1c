#include <resumax/match/rank.hpp>

#include <resumax/match/lines.hpp>
#include <resumax/match/similarity.hpp>
#include <resumax/match/weights.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <unordered_map>

// All sums are of integers: no order of resumes, terms or threads can show in them.
namespace resumax::match {

namespace {

constexpr std::int64_t one = 1000000;  ///< of likeness and relevance

/// A term and how often a resume has it, or what it weighs there in millionths of the whole.
struct Counted {
  Term term;
  std::int64_t value = 0;
};
using Counts = std::vector<Counted>;

Counts counted(std::vector<Term> terms) {
  std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.id < b.id; });
  Counts out;
  for (const auto& term : terms) {
    if (out.empty() || out.back().term.id != term.id) out.push_back({term, 0});
    ++out.back().value;
  }
  out.shrink_to_fit();
  return out;
}

/// 1000 * ln(a / b), by integers alone: no library's logarithm can tell machines apart. 0 < b <= a < 2^32.
std::int64_t log_ratio(std::uint64_t a, std::uint64_t b) {
  constexpr int point = 30, digits = 14;
  constexpr std::int64_t ln2 = 693147;  // in millionths
  std::uint64_t x = (a << point) / b;
  std::int64_t log2 = static_cast<std::int64_t>(std::bit_width(x)) - (point + 1);
  x >>= log2;
  for (int i = 0; i < digits; ++i) {
    x = (x * x) >> point;
    log2 *= 2;
    if (x >> (point + 1) != 0) {
      x >>= 1;
      ++log2;
    }
  }
  return log2 * ln2 / (1000 << digits);
}

std::int64_t dot(const Counts& a, const Counts& b) {
  std::int64_t sum = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->term.id < j->term.id) {
      ++i;
    } else if (j->term.id < i->term.id) {
      ++j;
    } else {
      sum += i->value * j->value;
      ++i, ++j;
    }
  }
  return sum;
}

/// The sum of both.
Counts joined(const Counts& a, const Counts& b) {
  Counts out;
  auto i = a.begin(), j = b.begin();
  while (i != a.end() || j != b.end()) {
    if (j == b.end() || (i != a.end() && i->term.id < j->term.id)) {
      out.push_back(*i++);
    } else if (i == a.end() || j->term.id < i->term.id) {
      out.push_back(*j++);
    } else {
      out.push_back({i->term, i->value + j->value});
      ++i, ++j;
    }
  }
  return out;
}

struct Candidate {
  std::string name;
  Ranked ranked;
  std::int64_t score = 0;  ///< in hundredths
  std::int64_t relevance = 0;
  Counts terms;
};

bool stands_before(const Candidate* a, const Candidate* b) {
  if (a->relevance != b->relevance) return a->relevance > b->relevance;
  if (a->score != b->score) return a->score > b->score;
  return a->name != b->name ? a->name < b->name : a->ranked.index < b->ranked.index;
}

void count_requirements(const Score& score, Ranked& out) {
  for (const auto& match : score.requirements) {
    if (match.level == RequirementLevel::mentioned || match.weight <= 0) continue;
    ++out.requirements;
    if (match.match < MatchKind::related)
      ++out.met;
    else if (match.level == RequirementLevel::required)
      out.missing.push_back(match.name);
  }
}

}  // namespace

struct Ranker::State {
  State(const JobDescription& posting, const Taxonomy& taxonomy, Date today) : scorer(posting, taxonomy, today) {}

  Scorer scorer;
  std::vector<Candidate> candidates;
  std::unordered_map<std::uint32_t, std::uint32_t> frequency;  ///< resumes that have a term

  /// In thousandths: its rarity here and in the tables, the more of the first the more resumes there are.
  std::int64_t weight(const Term& term) const {
    const auto found = frequency.find(term.id);
    const std::uint64_t all = candidates.size(), with = found == frequency.end() ? 0 : found->second;
    const auto here = log_ratio(2 * all + 2, 2 * with + 1), there = std::int64_t{100} * term.in_posting;
    const auto count = static_cast<std::int64_t>(all);
    const std::int64_t trusted = weights().ranking.trusted_collection;
    return (count * here + trusted * there) / (count + trusted);
  }

  /// Counts as weights of length `one`.
  void weigh(Counts& counts) const {
    std::int64_t squares = 0;
    for (auto& [term, value] : counts) {
      value = sublinear(value) * weight(term) / 1000;
      squares += value * value;
    }
    const double length = std::sqrt(static_cast<double>(std::max<std::int64_t>(squares, 1)));
    for (auto& [term, value] : counts)
      value = static_cast<std::int64_t>(std::floor(static_cast<double>(value * one) / length + 0.5));
  }

  /// Sets relevance by likeness to `wanted` and score, and sorts by it.
  void order(const Counts& wanted, std::vector<Candidate*>& places) const {
    std::int64_t nearest = 1, best = 1;
    std::vector<std::int64_t> near;
    for (const auto* candidate : places) {
      near.push_back(dot(wanted, candidate->terms) / one);
      nearest = std::max(nearest, near.back());
      best = std::max(best, candidate->score);
    }
    const auto count = static_cast<std::int64_t>(places.size());
    const std::int64_t share =
        10 * weights().ranking.likeness * count / (count + weights().ranking.fair_collection);  // in thousandths
    for (std::size_t i = 0; i < places.size(); ++i)
      places[i]->relevance =
          (share * (near[i] * one / nearest) + (1000 - share) * (places[i]->score * one / best)) / 1000;
    std::sort(places.begin(), places.end(), stands_before);
  }
};

Ranker::Ranker(const JobDescription& posting, const Taxonomy& taxonomy, Date today)
    : state_(std::make_unique<State>(posting, taxonomy, today)) {}
Ranker::~Ranker() = default;

void Ranker::add(const Resume& resume, std::string name) {
  std::vector<Term> terms;
  const auto score = state_->scorer.score(resume, terms);
  auto& candidate = state_->candidates.emplace_back();
  candidate.name = std::move(name);
  candidate.score = std::lround(score.total * 100);
  candidate.ranked.index = state_->candidates.size() - 1;
  candidate.ranked.score = score.total;
  count_requirements(score, candidate.ranked);
  candidate.terms = counted(std::move(terms));
  for (const auto& [term, count] : candidate.terms) ++state_->frequency[term.id];
}

std::vector<Ranked> Ranker::finish() {
  Counts wanted = counted(state_->scorer.posting_terms());
  state_->weigh(wanted);
  std::vector<Candidate*> places;
  for (auto& candidate : state_->candidates) {
    state_->weigh(candidate.terms);
    places.push_back(&candidate);
  }
  state_->order(wanted, places);
  const auto most = static_cast<std::size_t>(weights().ranking.most_feedback);
  const auto every = static_cast<std::size_t>(weights().ranking.feedback_every);
  if (const auto lenders = std::min(most, places.size() / every); lenders > 0) {
    Counts lent;
    for (std::size_t i = 0; i < lenders; ++i) lent = joined(lent, places[i]->terms);
    for (auto& [term, value] : lent) value /= static_cast<std::int64_t>(lenders);
    state_->order(joined(wanted, lent), places);
  }
  std::vector<Ranked> out;
  for (auto* candidate : places) {
    candidate->ranked.relevance = static_cast<double>(candidate->relevance / 100) / 10000;
    out.push_back(std::move(candidate->ranked));
  }
  return out;
}

}  // namespace resumax::match
