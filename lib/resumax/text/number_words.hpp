#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace resumax::text {

/// What a folded word does in a spelled number: `value` to add ("twenty"), or to multiply by when it is a scale
/// ("hundred", "million").
struct NumberWord {
  double value = 0;
  bool scale = false;
};
/// The word in that language ("en" when empty), German compounds ("fünfundzwanzig") and Arabic "و…" included.
std::optional<NumberWord> number_word(std::string_view folded, std::string_view language);
/// "and", "et", "y", "e": joins the parts of a spelled number.
bool joins_number_words(std::string_view folded, std::string_view language);

/// "half", "halbe": before a scale, half of it.
bool is_half(std::string_view folded, std::string_view language);

/// What "k", "million", "Mrd", "ألف" multiply a number in digits by; 0 for other words. A single letter counts
/// only right behind the digits.
double multiplier(std::string_view folded, bool glued);

/// The canonical name of a unit in any language: "%", "x", "hour", "kg", an ISO 4217 code; "" for other words.
std::string_view unit_of(std::string_view folded);
/// A quantity and its unit.
struct Measure {
  double value = 0;
  std::string_view unit;
};
/// The same quantity in the base unit of its kind ("3.2 km" as 3200 metre, "a decade" as 120 month); units of no such
/// kind stay as they are. The unit lives as long as the one given, or the program.
Measure in_base_unit(double value, std::string_view unit);

/// ISO 4217 of a currency sign, code or word; "" for others.
std::string_view currency_of(std::string_view folded);

/// Whether a folded text ends with words that make what follows a lower bound ("more than", "mindestens", "أكثر من").
bool ends_with_at_least(std::string_view folded);

/// Whether a folded text starts with words that make the number before it one ("or more", "oder mehr", "以上").
bool starts_with_at_least(std::string_view folded);

}  // namespace resumax::text
