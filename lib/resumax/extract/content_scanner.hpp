#pragma once

#include <cstddef>
#include <string_view>

namespace resumax::extract {

/// A piece of a PDF content stream.
struct ContentToken {
  enum class Kind { number, name, string, open, close, word, end };
  Kind kind = Kind::end;
  double number = 0;
  std::string_view text;           ///< of a name without its slash, or of a word (an operator, true, null)
  bool blank = true;               ///< of a string: it shows nothing but blanks
  std::size_t glyphs = 0;          ///< of a string, about: two bytes each where it is hexadecimal
  std::size_t begin = 0, end = 0;  ///< bytes of the stream
};

/// Reads a content stream piece by piece in linear time; nothing in it is an error. Inline images are passed over:
/// the next token after "ID" is "EI".
class ContentScanner {
 public:
  explicit ContentScanner(std::string_view bytes) : bytes_(bytes) {}
  ContentToken next();

 private:
  void skip_blanks();
  void literal(ContentToken& token);
  void hexadecimal(ContentToken& token);
  void number(ContentToken& token) const;
  void skip_image();

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace resumax::extract
