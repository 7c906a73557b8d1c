#include <resumax/text/bidi.hpp>
#include <resumax/text/unicode.hpp>

#include <fribidi/fribidi.h>

#include <algorithm>
#include <vector>

namespace resumax::text {

namespace {

bool is_mark(char32_t c) {
  return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// The drawing order of a line, unshaped. For a line in one paragraph direction it is its own inverse, up to the sides
/// that neutrals lean to.
std::string reorder(std::string_view utf8, bool right_to_left_line) {
  std::vector<FriBidiChar> text;
  for (const char32_t c : decode(utf8))
    if (!is_mark(c)) text.push_back(c);
  const auto count = static_cast<FriBidiStrIndex>(text.size());
  if (count == 0) return {};
  std::vector<FriBidiCharType> types(text.size());
  std::vector<FriBidiBracketType> brackets(text.size());
  std::vector<FriBidiLevel> levels(text.size());
  fribidi_get_bidi_types(text.data(), count, types.data());
  fribidi_get_bracket_types(text.data(), count, types.data(), brackets.data());
  FriBidiParType base = right_to_left_line ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  if (!fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &base, levels.data()))
    return without_bidi_marks(utf8);
  fribidi_shape_mirroring(levels.data(), count, text.data());
  if (!fribidi_reorder_line(FRIBIDI_FLAG_REORDER_NSM, types.data(), count, 0, base, levels.data(), text.data(),
                            nullptr))
    return without_bidi_marks(utf8);
  std::string result;
  result.reserve(utf8.size());
  for (const FriBidiChar c : text) append(result, c);
  return result;
}

struct Letters {
  std::size_t right = 0, left = 0;
};

Letters count_letters(std::string_view utf8) {
  Letters letters;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (is_right_to_left(c)) {
      ++letters.right;
    } else if (is_letter(c)) {
      ++letters.left;
    }
  }
  return letters;
}

}  // namespace

std::string without_bidi_marks(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (!is_mark(c)) append(out, c);
  }
  return out;
}

bool has_right_to_left(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();)
    if (is_right_to_left(next_code_point(utf8, at))) return true;
  return false;
}

bool reads_right_to_left(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (is_right_to_left(c)) return true;
    if (is_letter(c)) return false;
  }
  return false;
}

std::string visual_to_logical(std::string_view utf8) {
  const Letters letters = count_letters(utf8);
  if (letters.right == 0) return without_bidi_marks(utf8);
  return reorder(utf8, letters.right >= letters.left);
}

std::string logical_to_visual(std::string_view utf8) {
  const Letters letters = count_letters(utf8);
  if (letters.right == 0) return without_bidi_marks(utf8);
  return reorder(utf8, letters.right >= letters.left);
}

}  // namespace resumax::text
