#pragma once

#include <resumax/parse/source.hpp>

#include <resumax/document/document.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace resumax::parse {

/// The part of a line that may be a person's name: what stands before addresses, signs, gaps and smaller print; empty
/// where that is too long or holds digits.
Piece find_name(const Source& source, std::size_t i);

/// "42 Hill Road", "Storgatan 45": whether a text holds a number of two digits or more by itself.
bool holds_house_number(std::string_view text);

/// A telephone number in the digits every telephone knows.
std::string dialled(std::string_view number);

/// The first of `lines` that a link stands on, or the number of all lines.
std::size_t line_of(const Source& source, const document::Link& link, const std::vector<std::size_t>& lines);

}  // namespace resumax::parse
