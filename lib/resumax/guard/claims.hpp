#pragma once

#include <resumax/guard/coverage.hpp>

#include <optional>

namespace resumax::guard {

/// Why a line is refused, and the words at fault.
struct Objection {
  std::string reason;
  std::vector<std::string> words;
};

/// The hard facts of a line: numbers with units, dates, and the skills it names.
/// `list`: the line is an item of a list of skills.
std::optional<Objection> check_facts(const Line& proposed, const Support& support, const Coverage& coverage, bool list);

/// Words that the source does not cover and that may not be added: names and titles, honours, results, scope, periods,
/// and things it does not speak of. `strict`: no word may be added.
std::optional<Objection> check_words(const Line& proposed, const Support& support, const Coverage& coverage,
                                     bool strict);

/// Verbs that join the source's own: "Triaged and treated" for "Triaged".
std::optional<Objection> check_activities(const Line& proposed, const Support& support, const Coverage& coverage);

/// Results ("reduced", "growth") over things of which the source does not give one in the same direction.
std::optional<Objection> check_outcomes(const Line& proposed, const Support& support);

/// Titles that a line gives its writer ("as head of …"): his position, or what the source says he was.
std::optional<Objection> check_role(const Line& proposed, const Support& support);

/// The numbers of a grade, each as often as it stands there.
std::optional<Objection> check_grade(std::string_view before, std::string_view proposed);
/// A better command of a language than the source gives.
std::optional<Objection> check_fluency(std::string_view before, std::string_view proposed);
/// "3.80" for "3.8"; "Springfield, Illinois" for "Springfield, IL".
bool is_same_grade(std::string_view path, std::string_view before, std::string_view proposed);
bool is_same_place(std::string_view path, std::string_view before, std::string_view proposed);

/// A degree that no line of the source names.
std::optional<Objection> check_degrees(const Line& proposed, const Support& support);

/// Verbs that claim more than the source's over the same things: "led" for "supported", "performed" for "arranged".
std::optional<Objection> check_verbs(const Line& proposed, const Support& support);

/// Words that make a claim smaller, and negations, dropped or turned round.
std::optional<Objection> check_strength(const Line& proposed, const Support& support);

/// Of how much a line claims it: "every team", "across the group", a team made where the source says it was led.
std::optional<Objection> check_scope(const Line& proposed, const Support& support);

/// A name (employer, institution, certificate) or title: spelling and abbreviations may change, nothing else.
/// `complete`: no word may be dropped.
std::optional<Objection> check_name(const Line& proposed, const Support& original, bool complete);

}  // namespace resumax::guard
