#pragma once

#include <resumax/core/resume.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace resumax::optimize {

/// "with 7 years of experience" in a language; "" where it has no words for it.
std::string years_of_experience(int years, std::string_view language);

/// What is true of a resume without standing in it: the years of its dated roles, overlaps counted once, in the words
/// that a summary of its language uses. For the guard. Nothing below two years.
std::vector<std::string> computed_facts(const Resume& resume, Date today);

/// The words around the facts of a summary.
struct SummaryWords {
  std::string_view language;
  std::string_view years;          ///< follow the title; "#" stands for the number
  std::string_view after_years;    ///< before the skills, where years stand before them
  std::string_view without_years;  ///< before the skills, where no years do
  std::string_view comma, last;    ///< between skills, and before the last one
};
/// Null for languages that have none.
const SummaryWords* summary_words(std::string_view language);

}  // namespace resumax::optimize
