#pragma once

#include <resumax/match/phrases.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::match {

/// A job title for comparison: its words without level, gender marks and brackets, stemmed; occupations that mean the
/// same share one word in every language ("developer", "Entwickler", "مطور").
struct Title {
  std::vector<std::string> roles;     ///< what somebody is: "engineer"
  std::vector<std::string> subjects;  ///< of what: "data", "backend"
  std::vector<std::uint32_t> fields;  ///< of each subject (title_fields)
  std::uint32_t field = 0;            ///< of all words
  bool empty() const { return roles.empty() && subjects.empty(); }
};

Title read_title(std::string_view title, std::string_view language);

/// The title with blanks for the words that only name a level or a gender.
std::string without_level(std::string_view title);

/// Whether a line is as short as titles are and names an occupation: "Data Analyst", not "Sales" or a sentence.
bool names_occupation(std::string_view line, std::string_view language);

/// The title before what postings add to it: "Java Developer - Dallas, TX (remote)" begins with "Java Developer".
std::string_view title_head(std::string_view title);

/// How well `have` answers `wanted`, in thousandths.
int title_match(const Title& wanted, const Title& have);

/// Levels of seniority: 1 intern, 2 junior, 3 professional, 4 senior, 5 lead, 6 manager, 7 director, 8 executive; 0
/// where a text names none.
int seniority_level(std::string_view utf8);
std::string_view describe_seniority(int level);

/// The words of a text that name a level, as ranges of its units.
struct LevelWord {
  std::size_t begin = 0, end = 0;
  int level = 0;
};
std::vector<LevelWord> level_words(const std::vector<Unit>& units);

}  // namespace resumax::match
