#pragma once

#include <resumax/document/document.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace resumax::parse {

/// What decides the direction a word is read in.
enum class Strength { left, right, number, neutral };
Strength strength(std::string_view text);

/// Words of a right-to-left line, given from left to right, in logical order: from the right, with Latin runs (and the
/// numbers inside or after them, and number groups led by "+") kept as they stand.
std::vector<const document::Word*> logical_order(const std::vector<const document::Word*>& visual);

/// The same for a line that starts at the left: right-to-left runs are turned around where they stand.
std::vector<const document::Word*> logical_runs(const std::vector<const document::Word*>& visual);

/// "2009 – 2005" as a right-to-left page shows it.
bool is_number_range(const std::vector<const document::Word*>& words);

/// White space between a word and the one before it, whichever side that stands.
double right_gap(const std::vector<const document::Word*>& words, std::size_t i);

/// Some fonts open a hole after letters that do not join: what is much narrower than the usual blank is none.
double narrowest_blank(const std::vector<const document::Word*>& words, double em);

/// Brackets that came mirrored: the first one of the text closes.
void turn_brackets(std::string& text);

}  // namespace resumax::parse
