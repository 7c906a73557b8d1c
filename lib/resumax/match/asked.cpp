#include <resumax/match/asked.hpp>
#include <resumax/match/phrases.hpp>

#include <algorithm>
#include <array>

namespace resumax::match {

namespace {

using namespace std::string_view_literals;

// Folded, in the singular.
constexpr std::array jobs = {
    "administrator"sv, "analyst"sv,     "architect"sv,    "consultant"sv,   "designer"sv,   "desarrollador"sv,
    "developer"sv,     "developpeur"sv, "director"sv,     "engineer"sv,     "entwickler"sv, "entwicklerin"sv,
    "expert"sv,        "head"sv,        "ingenieur"sv,    "ingeniero"sv,    "intern"sv,     "lead"sv,
    "manager"sv,       "officer"sv,     "practitioner"sv, "professional"sv, "programmer"sv, "recruiter"sv,
    "scientist"sv,     "specialist"sv,  "tester"sv,       "trainee"sv,
};
constexpr std::array between_job = {
    // "full stack web developer", "Java / Kotlin engineer"
    "and"sv,       "application"sv, "cloud"sv,  "data"sv,     "junior"sv, "lead"sv,  "mobile"sv, "platform"sv,
    "principal"sv, "product"sv,     "senior"sv, "software"sv, "stack"sv,  "staff"sv, "system"sv, "web"sv,
};
constexpr std::array groups = {
    "colleague"sv,    "community"sv, "company"sv,   "customer"sv,    "department"sv, "division"sv,
    "function"sv,     "group"sv,     "industry"sv,  "institution"sv, "market"sv,     "organisation"sv,
    "organization"sv, "provider"sv,  "sector"sv,    "space"sv,       "startup"sv,    "team"sv,
    "unit"sv,         "world"sv,     "abteilung"sv, "branche"sv,     "equipe"sv,
};
// After what an employer gives: "learning and development budget".
constexpr std::array gifts = {"allowance"sv, "budget"sv, "leave"sv, "opportunity"sv, "voucher"sv, "zuschuss"sv};
// Before a field: "a leader in …", "the world of …".
constexpr std::array trades = {"leader"sv, "leading"sv, "provider"sv, "pioneer"sv, "world"sv, "fuhrend"sv};

template <class Words>
bool is_in(const Words& words, std::string_view folded) {
  if (std::find(words.begin(), words.end(), folded) != words.end()) return true;
  const auto one = singular(folded);
  return !one.empty() && std::find(words.begin(), words.end(), one) != words.end();
}

class Line {
 public:
  explicit Line(std::string_view utf8) : units_(split_units(utf8)) {}

  bool asks_for(const SkillHit& hit) const {
    const auto first = static_cast<std::size_t>(
        std::find_if(units_.begin(), units_.end(), [&](const Unit& u) { return u.end > hit.begin; }) - units_.begin());
    auto last = first;
    while (last < units_.size() && units_[last].begin < hit.end) ++last;
    if (last == first) return true;
    return !names_job(first, last) && !names_group(last) && !names_trade(first);
  }

 private:
  bool names_job(std::size_t first, std::size_t last) const {
    bool job = is_in(jobs, units_[last - 1].folded);
    for (auto at = last; !job && at < units_.size() && at < last + 3 && !units_[at].breaks_before; ++at) {
      job = is_in(jobs, units_[at].folded);
      if (!is_in(between_job, units_[at].folded)) break;
    }
    return job && !is_experience(first);
  }

  /// "experience as a Java developer" asks for Java; "As a Java developer you will …" says the title again.
  bool is_experience(std::size_t first) const {
    for (std::size_t n = 1; n <= 4 && n <= first; ++n) {
      const auto& unit = units_[first - n];
      if (unit.folded == "as" || unit.folded == "als" || unit.folded == "como" || unit.folded == "comme")
        return !unit.starts_sentence && first - n > 0;
    }
    return false;
  }

  bool names_group(std::size_t last) const {
    return last < units_.size() && !units_[last].breaks_before &&
           (is_in(groups, units_[last].folded) || is_in(gifts, units_[last].folded));
  }

  bool names_trade(std::size_t first) const {
    for (std::size_t n = 1; n <= 3 && n <= first && !units_[first - n + 1].breaks_before; ++n)
      if (is_in(trades, units_[first - n].folded)) return true;
    return false;
  }

  std::vector<Unit> units_;
};

}  // namespace

std::vector<SkillHit> asked_skills(std::string_view utf8, const Taxonomy& taxonomy) {
  auto hits = taxonomy.find(utf8);
  if (hits.empty()) return hits;
  const Line line(utf8);
  std::erase_if(hits, [&](const SkillHit& hit) { return !line.asks_for(hit); });
  return hits;
}

}  // namespace resumax::match
