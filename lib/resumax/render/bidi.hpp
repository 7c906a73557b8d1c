#pragma once

#include <resumax/core/outline.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace resumax::render {

enum class Direction { left_to_right, right_to_left };

/// The side a whole resume starts from: its language's, or that of most of its letters when the language is unknown.
Direction document_direction(std::string_view language, const std::vector<OutlineSection>& sections);

/// The base direction of one line. In a right-to-left resume a line is left-to-right only without any right-to-left
/// letter; elsewhere its first letter decides.
Direction line_direction(std::u32string_view line, Direction document);

/// Embedding levels (UAX 9) of a paragraph in logical order, one per character; odd is right-to-left.
std::vector<std::int8_t> bidi_levels(std::u32string_view line, Direction base);

/// The line with Arabic letters in their joined presentation forms and brackets mirrored where right-to-left, one
/// character for one: of a lam-alef ligature the lam's place holds `ligature_fill`, the alef's the ligature.
inline constexpr char32_t ligature_fill = 0xFEFF;
std::u32string shape_arabic(std::u32string_view line, std::span<const std::int8_t> levels);

/// Part of a number to bidirectional ordering: digits, and signs such as + % . , : that stand beside them.
bool is_number_part(char32_t character);

/// Indexes of a line's characters from left to right on paper, by their levels (rule L2).
std::vector<std::size_t> visual_order(std::span<const std::int8_t> levels);

}  // namespace resumax::render
