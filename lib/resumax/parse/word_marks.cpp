#include <resumax/parse/word_marks.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::parse {
namespace {

bool is_private(char32_t c) { return c >= 0xE000 && c <= 0xF8FF; }

bool is_picture(char32_t c) {
  return is_private(c) || (c >= 0x2190 && c <= 0x2BFF) || c == 0xFE0F || (c >= 0x1F000 && c <= 0x1FAFF) || c == 0xFFFD;
}

/// Discs, squares, ticks and arrows of Symbol and Wingdings as private code points.
bool is_symbol_mark(char32_t c) {
  static constexpr std::u32string_view marks = U"\uF02D\uF06C\uF06E\uF076\uF0A7\uF0A8\uF0B7\uF0D2\uF0D8\uF0E8\uF0FC";
  return marks.find(c) != std::u32string_view::npos;
}

template <class Test>
bool all(std::string_view text, Test test) {
  for (std::size_t at = 0; at < text.size();)
    if (!test(text::next_code_point(text, at))) return false;
  return true;
}

}  // namespace

bool is_icon(std::string_view text) { return all(text, is_picture); }

bool is_private_icon(std::string_view text) { return !text.empty() && all(text, is_private) && !is_list_mark(text); }

bool is_list_mark(std::string_view text) {
  std::size_t at = 0;
  const char32_t c = text::next_code_point(text, at);
  if (is_private(c)) return at == text.size() && is_symbol_mark(c);
  if (is_picture(c)) return text::is_bullet(c);
  return at == text.size() && (text::is_bullet(c) || c == U'o' || c == U'§' || c == U'¨');
}

bool is_marker(std::string_view text) { return is_icon(text) || is_list_mark(text); }

}  // namespace resumax::parse
