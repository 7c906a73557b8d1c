#pragma once

#include <string_view>

namespace resumax::parse {

/// Pictures drawn as letters: private-use glyphs, dingbats, emoji.
bool is_icon(std::string_view text);

/// Pictures of an icon font, which stand for a word ("phone:") or part what stands at their sides.
bool is_private_icon(std::string_view text);

/// A sign that opens a list item: "•", "-", "➤", and what Symbol and Wingdings draw for them.
bool is_list_mark(std::string_view text);

/// A list mark or an icon: what may stand before a line and is no part of its text.
bool is_marker(std::string_view text);

}  // namespace resumax::parse
