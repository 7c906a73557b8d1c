#include <resumax/match/job_level.hpp>
#include <resumax/match/phrases.hpp>
#include <resumax/match/titles.hpp>
#include <resumax/match/weights.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace resumax::match {

namespace {

constexpr int intern = 1, junior = 2, senior = 4, lead = 5, manager = 6, executive = 8;

template <std::size_t count>
bool is_one_of(std::string_view word, const std::array<std::string_view, count>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Managers of these lead a matter, not people.
bool is_matter(std::string_view folded) {
  constexpr std::array<std::string_view, 36> words = {
      "program",    "programme", "project",      "product",   "account",  "accounts", "success",  "relationship",
      "community",  "case",      "office",       "portfolio", "brand",    "content",  "campaign", "event",
      "events",     "change",    "risk",         "fund",      "property", "release",  "contract", "partner",
      "engagement", "delivery",  "partnerships", "projet",    "projets",  "produit",  "compte",   "produkt",
      "proyectos",  "proyecto",  "projetos",     "vendor",
  };
  return is_one_of(folded, words);
}

bool may_manage_matters(std::string_view folded) {
  constexpr std::array<std::string_view, 8> words = {"manager", "gerente",     "gestor",     "gestora",
                                                     "jefe",    "responsable", "supervisor", "chief"};
  return is_one_of(folded, words);
}

/// Words of a level that are also something else.
bool counts(const std::vector<Unit>& units, const LevelWord& at) {
  const auto& word = units[at.begin].folded;
  const bool single = at.end == at.begin + 1, last = at.end == units.size();
  const std::string_view before = at.begin > 0 ? std::string_view(units[at.begin - 1].folded) : std::string_view();
  if (!single) return true;
  if (word == "executive" || word == "stage") return false;
  if (word == "student") return last || at.begin > 0;
  if (word == "lead") return last || units[at.end].folded != "generation";
  if (word == "professional") return last || units[at.end].folded != "services";
  if (may_manage_matters(word))
    return !is_matter(before) && !(!last && word == "chief" && units[at.end].folded == "of");
  return true;
}

/// A staff engineer leads; staff nurses and accountants do not.
bool is_staff_engineer(const std::vector<Unit>& units) {
  constexpr std::array<std::string_view, 12> after = {"engineer",  "software", "data",    "developer",
                                                      "scientist", "machine",  "backend", "frontend",
                                                      "platform",  "security", "site",    "ml"};
  for (std::size_t i = 0; i + 1 < units.size(); ++i)
    if (units[i].folded == "staff" && is_one_of(units[i + 1].folded, after)) return true;
  return false;
}

/// "Engineer II", "Developer 3": the steps of a ladder, at the end of a title's first part.
int ladder_step(std::string_view title) {
  const auto head = title_head(title);
  const auto units = split_units(head);
  if (units.size() < 2) return 0;
  const auto last = head.substr(units.back().begin, units.back().end - units.back().begin);
  constexpr std::array<std::string_view, 5> roman = {"I", "II", "III", "IV", "V"}, digits = {"1", "2", "3", "4", "5"};
  for (std::size_t i = 0; i < roman.size(); ++i)
    if (last == roman[i] || last == digits[i]) return std::min(static_cast<int>(i) + junior, lead);
  return 0;
}

}  // namespace

int job_level(std::string_view title) {
  const auto units = split_units(title);
  int lowest = 0, highest = 0;
  for (const auto& word : level_words(units)) {
    if (!counts(units, word)) continue;
    lowest = lowest == 0 ? word.level : std::min(lowest, word.level);
    highest = std::max(highest, word.level);
  }
  const bool officer = std::any_of(units.begin(), units.end(), [](const Unit& u) { return u.folded == "officer"; });
  if (highest == manager && officer && units.front().folded == "chief") return executive;
  // An internship stays one whatever team it is with.
  if (lowest == intern) return intern;
  if (is_staff_engineer(units)) highest = std::max(highest, lead);
  return highest != 0 ? highest : ladder_step(title);
}

int level_fit(int wanted, int have) {
  if (wanted == 0 || have == 0) return 100;
  const bool above = wanted > have;
  // Only a beginner's job is below anybody, and for that one with much experience is as much above as a leader.
  if (!above && wanted > junior) return 100;
  const int steps = above ? wanted - have : std::min(have, senior) - wanted;
  const auto& fit = above ? weights().level.above : weights().level.below;
  return steps == 0 ? 100 : fit.at(std::min(static_cast<std::size_t>(steps), fit.size()) - 1);
}

}  // namespace resumax::match
