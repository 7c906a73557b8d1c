#pragma once

#include <string>
#include <string_view>

namespace resumax::text {

/// A word or line whose characters stand in the order they are drawn, left to right, in the order they are read.
/// Left-to-right runs and numbers keep their inner order; brackets are mirrored back; U+200E-200F, U+202A-202E and
/// U+2066-2069 are dropped. Text without right-to-left letters comes back unchanged but for those marks.
std::string visual_to_logical(std::string_view utf8);

/// The inverse, for a line that is read from right to left when it holds more of such letters than of others.
/// Letters are not shaped.
std::string logical_to_visual(std::string_view utf8);

/// Drops U+061C, U+200E-200F, U+202A-202E and U+2066-2069.
std::string without_bidi_marks(std::string_view utf8);

/// Whether any letter of the text reads from right to left.
bool has_right_to_left(std::string_view utf8);

/// Whether a text reads from right to left: its first strong letter does.
bool reads_right_to_left(std::string_view utf8);

}  // namespace resumax::text
