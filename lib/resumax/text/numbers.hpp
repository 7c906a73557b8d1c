#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::text {

/// A quantity in a text, normalised so that equal quantities compare equal however they are written: "40 percent" and
/// "40%", "1.5M" and "1,500,000", "EUR 3m" and "€3 million", "twelve" and "12", "٣٠٪" and "30%".
struct Number {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text
  double value = 0;
  std::string unit;  ///< "%", ISO 4217 currency, "x" (times), or a folded unit word ("hour", "kg"); "" for a bare count
  bool at_least = false;  ///< "over 400", "400+", "more than", "mehr als" …
};

/// Every number in a text, left to right, digits of any script and number words in en, fr, de, es, pt, ar, fa, zh.
/// Ordinals, and digits inside names ("ISO 27001", "C++20", "S3"), are not quantities and are left out.
std::vector<Number> find_numbers(std::string_view utf8, std::string_view language);

}  // namespace resumax::text
