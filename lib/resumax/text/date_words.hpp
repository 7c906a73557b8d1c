#pragma once

#include <string>
#include <string_view>

namespace resumax::text {

/// What a folded word means in a date. Months of the solar Persian calendar are 1 to 12 of `solar_month`.
struct DateWord {
  enum class Kind { none, month, solar_month, season };
  Kind kind = Kind::none;
  int month = 0;  ///< a season's first month; 0 for none
};
DateWord date_word(std::string_view folded);

/// Words that stand between the ends of a range ("to", "bis", "حتى"), before an open one ("since", "seit"), or before
/// a date in a sentence ("in", "en", "عام").
bool is_range_word(std::string_view folded);
bool is_since_word(std::string_view folded);
bool is_date_preposition(std::string_view folded);

/// The length in bytes of a word or phrase for "to date" that `folded` starts with, up to a word's end; 0 for none.
std::size_t present_phrase(std::string_view folded);

}  // namespace resumax::text
