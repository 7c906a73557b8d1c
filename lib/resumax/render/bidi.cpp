#include <resumax/render/bidi.hpp>

#include <resumax/text/unicode.hpp>

#include <fribidi/fribidi.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace resumax::render {

namespace {

std::vector<FriBidiChar> to_fribidi(std::u32string_view line) { return {line.begin(), line.end()}; }

FriBidiStrIndex size_of(std::u32string_view line) { return static_cast<FriBidiStrIndex>(line.size()); }

std::vector<FriBidiCharType> bidi_types(const std::vector<FriBidiChar>& characters) {
  std::vector<FriBidiCharType> types(characters.size());
  fribidi_get_bidi_types(characters.data(), static_cast<FriBidiStrIndex>(characters.size()), types.data());
  return types;
}

struct LetterCount {
  std::size_t left_to_right = 0, right_to_left = 0;
  void add(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
      const char32_t c = text::next_code_point(utf8, at);
      if (text::is_right_to_left(c)) {
        ++right_to_left;
      } else if (text::is_letter(c)) {
        ++left_to_right;
      }
    }
  }
};

}  // namespace

Direction document_direction(std::string_view language, const std::vector<OutlineSection>& sections) {
  constexpr std::array<std::string_view, 9> right_to_left{"ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "ckb"};
  const std::string_view primary = language.substr(0, language.find('-'));
  if (std::find(right_to_left.begin(), right_to_left.end(), primary) != right_to_left.end())
    return Direction::right_to_left;
  if (!primary.empty()) return Direction::left_to_right;
  LetterCount letters;
  for (const OutlineSection& section : sections) {
    letters.add(section.heading);
    for (const OutlineLine& line : section.lines) letters.add(line.text);
  }
  return letters.right_to_left > letters.left_to_right ? Direction::right_to_left : Direction::left_to_right;
}

Direction line_direction(std::u32string_view line, Direction document) {
  for (char32_t c : line) {
    if (text::is_right_to_left(c)) return Direction::right_to_left;
    if (document == Direction::left_to_right && text::is_letter(c)) return Direction::left_to_right;
  }
  return Direction::left_to_right;
}

std::vector<std::int8_t> bidi_levels(std::u32string_view line, Direction base) {
  std::vector<std::int8_t> levels(line.size(), 0);
  if (line.empty()) return levels;
  const auto characters = to_fribidi(line);
  const auto types = bidi_types(characters);
  std::vector<FriBidiBracketType> brackets(line.size());
  fribidi_get_bracket_types(characters.data(), size_of(line), types.data(), brackets.data());
  FriBidiParType paragraph = base == Direction::right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  static_assert(sizeof(FriBidiLevel) == sizeof(std::int8_t));
  if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), size_of(line), &paragraph, levels.data()) == 0)
    std::fill(levels.begin(), levels.end(), std::int8_t{0});
  return levels;
}

std::u32string shape_arabic(std::u32string_view line, std::span<const std::int8_t> levels) {
  auto characters = to_fribidi(line);
  const auto types = bidi_types(characters);
  std::vector<FriBidiArabicProp> joining(line.size());
  fribidi_get_joining_types(characters.data(), size_of(line), joining.data());
  fribidi_join_arabic(types.data(), size_of(line), levels.data(), joining.data());
  fribidi_shape(FRIBIDI_FLAGS_DEFAULT | FRIBIDI_FLAGS_ARABIC, levels.data(), size_of(line), joining.data(),
                characters.data());
  return {characters.begin(), characters.end()};
}

bool is_number_part(char32_t character) {
  const FriBidiCharType type = fribidi_get_bidi_type(character);
  return FRIBIDI_IS_NUMBER(type) || FRIBIDI_IS_NUMBER_SEPARATOR_OR_TERMINATOR(type);
}

std::vector<std::size_t> visual_order(std::span<const std::int8_t> levels) {
  std::vector<std::size_t> order(levels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (levels.empty()) return order;
  for (int level = *std::max_element(levels.begin(), levels.end()); level > 0; --level) {
    for (std::size_t i = 0; i < levels.size();) {
      if (levels[i] < level) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < levels.size() && levels[end] >= level) ++end;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i), order.begin() + static_cast<std::ptrdiff_t>(end));
      i = end;
    }
  }
  return order;
}

}  // namespace resumax::render
