#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace resumax::match {

/// The components of the score, in the order they are shown.
enum class Component { required_skills, preferred_skills, similarity, title, seniority, education, languages };
inline constexpr std::size_t component_count = 7;
inline constexpr std::array<std::string_view, component_count> component_names{
    "required_skills", "preferred_skills", "similarity", "title", "seniority", "education", "languages"};

/// A condition that is met says nothing of how well the rest fits: it earns the share of its points that the others
/// earn of theirs, so that the score is what it would be had the posting not named it. One that is missing lowers the
/// whole.
constexpr bool is_condition(Component component) {
  return component == Component::seniority || component == Component::education || component == Component::languages;
}

/// The weights of the score and the ranking; what each means, and why it is what it is, stands beside its value in
/// weights.txt.
struct Weights {
  std::array<int, component_count> points{};  ///< by Component
  int few_skills = 0;
  std::array<int, 6> credit{};  ///< by MatchKind

  struct {
    int required = 0, preferred = 0, mentioned = 0, per_repeat = 0, most_repeats = 0, in_title = 0;
  } requirement;
  struct {
    std::array<int, 8> by_letters{};
    int rarity_floor = 0, unknown_in_posting = 0, unknown_in_resume = 0, skill = 0, skill_by_rarity = 0,
        title_repeats = 0;
  } term;
  int half_cosine = 0, background_cosine = 0, full_posting = 0, fewest_terms = 0;
  struct {
    int latest = 0, second = 0, older = 0, headline = 0, shown = 0;
  } title;
  struct {
    std::array<int, 4> above{}, below{};
  } level;
  struct {
    int likeness = 0, fair_collection = 0, trusted_collection = 0, feedback_every = 0, most_feedback = 0;
  } ranking;
};

/// The built-in ones.
const Weights& weights();

/// Reads lines "name value…", # before comments. Throws on a name that is unknown, missing or there twice, on values
/// that are no whole numbers from 0 to 1000 or not as many as the name takes, and where the points do not sum to 100.
Weights read_weights(std::string_view text);

}  // namespace resumax::match
