#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace resumax::match {

/// The components of the score, in the order they are shown.
enum class Component { required_skills, preferred_skills, similarity, title, seniority, education, languages };
inline constexpr std::size_t component_count = 7;

struct ComponentWeight {
  std::string_view name;
  int points;  ///< of 100, where the posting speaks of all components
};
inline constexpr std::array<ComponentWeight, component_count> component_weights{{
    {"required_skills", 20},
    {"preferred_skills", 5},
    {"similarity", 40},
    {"title", 25},
    {"seniority", 5},
    {"education", 2},
    {"languages", 3},
}};

/// A posting that names n skills of a component gives it n / (n + few_skills) of its points: one skill that is met by
/// chance must not decide.
inline constexpr int few_skills = 3;

/// How much of a requirement each MatchKind earns, in hundredths: exact, alias, stem, parent, related, unmet.
inline constexpr std::array<int, 6> match_credit{100, 92, 97, 75, 25, 0};

/// What a requirement weighs within its component, in hundredths.
inline constexpr int weight_required = 100, weight_preferred = 100, weight_mentioned = 40;
inline constexpr int weight_per_repeat = 25, most_repeats = 3;  ///< of its base, for each further line that names it
inline constexpr int weight_in_title = 60;                      ///< added where the title names it

/// Similarity. Long words say more than short ones, whatever the text: a word's weight in tenths by its stem's letters
/// (the last for all longer ones); letters of scripts that write no vowels count twice. A taxonomy skill weighs
/// `term_weight_skill`; the title's words count as if said `title_repeats` times; a cosine of `full_cosine` thousandths
/// earns all points.
inline constexpr std::array<std::int16_t, 8> word_weight{0, 10, 10, 10, 20, 25, 25, 30};
inline constexpr std::int16_t rarity_floor = 2;
inline constexpr std::int16_t unknown_in_posting = 25, unknown_in_resume = 10;
inline constexpr std::int16_t term_weight_skill = 50;
inline constexpr int title_repeats = 3;
inline constexpr int half_cosine = 200;

/// Titles: what the resume's most recent position, the one before it, older ones and the label count, in hundredths.
inline constexpr std::array<int, 4> title_recency{100, 92, 80, 95};

/// Seniority, where the posting names both years and a level: the share of the years, in hundredths.
inline constexpr int share_of_years = 70;

/// Ranking. The share of the likeness in a large collection, in hundredths, the rest being the score's; it is half of
/// that among `fair_collection` resumes. A term's rarity among the resumes counts as much as that of the tables among
/// `trusted_collection` of them. The first of every `feedback_every` resumes, `most_feedback` at most, lend the posting
/// their words.
inline constexpr int ranking_likeness = 60, fair_collection = 20, trusted_collection = 50;
inline constexpr std::size_t feedback_every = 20, most_feedback = 10;

}  // namespace resumax::match
