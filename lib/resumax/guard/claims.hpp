#pragma once

#include <resumax/guard/support.hpp>

#include <optional>

namespace resumax::guard {

/// Why a line is refused, and the words at fault.
struct Objection {
  std::string reason;
  std::vector<std::string> words;
};

/// The hard facts of a line: numbers with units, dates, and every word and name that carries a claim.
/// `list`: the line is an item of a list of skills.
std::optional<Objection> check_facts(const Line& proposed, const Support& support, bool list);

/// A degree that no line of the source names.
std::optional<Objection> check_degrees(const Line& proposed, const Support& support);

/// How much a line claims beside what it was made of: verb tiers, dropped limits, negations.
std::optional<Objection> check_strength(const Line& proposed, const Support& support);

/// A name (employer, institution, certificate) or title: spelling and abbreviations may change, nothing else.
/// `complete`: no word may be dropped.
std::optional<Objection> check_name(const Line& proposed, const Support& original, bool complete);

}  // namespace resumax::guard
