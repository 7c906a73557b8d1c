#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::text {

/// A run of letters (one Chinese character), a run of digits, or one sign. `gap`: white space stands before it.
struct Item {
  enum class Type { word, number, sign } type = Type::sign;
  std::uint32_t begin = 0, end = 0;
  bool gap = false, capital = false, cased = false;
  std::string folded;
  int value = -1;  ///< of numbers up to six digits
  std::size_t digits = 0;
};

/// The pieces of a text that dates and numbers are read from; finer than tokens: letters and digits part.
std::vector<Item> lex(std::string_view utf8);

}  // namespace resumax::text
