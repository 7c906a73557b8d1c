#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::text {

/// A word of a text: letters and digits with the signs that belong to it, so that "C++", "C#", ".NET", "Node.js",
/// "CI/CD", "R&D", "d'équipe", "2.5" and "٣٠" are one token each. `begin`, `end` are bytes of the tokenised text.
struct Token {
  std::uint32_t begin = 0, end = 0;
  std::string folded;            ///< text::fold of the token: what words are compared by
  bool starts_sentence = false;  ///< first token of the text, of a line, or after . ! ? ؟ or a bullet
};

std::vector<Token> tokenize(std::string_view utf8);

/// The stem of a folded token in a language ("en", "fr", "de", "es", "pt", "it", "nl", "ar"; others: unchanged),
/// by Snowball. Tokens with a digit or sign in them stay as they are.
std::string stem(std::string_view folded, std::string_view language);

/// A word too common to carry meaning in that language; folded form.
bool is_stop_word(std::string_view folded, std::string_view language);

/// The language of most of a text: "en", "ar", "fr", "de", "es", "pt", "it", "nl", "fa", "zh"… by script and stop
/// words; "" when it cannot be told.
std::string detect_language(std::string_view utf8);

}  // namespace resumax::text
