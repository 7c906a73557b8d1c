#pragma once

#include <string_view>

namespace resumax::parse {

// What the end of a printed line and the start of the next say of each other.

/// Of an empty text, a blank.
char32_t first_code_point(std::string_view text);
char32_t last_code_point(std::string_view text);

/// Ideographs and their signs: no blank parts them, so a line break stands for none.
bool is_full_width(char32_t c);

bool starts_lower(std::string_view text);
bool starts_address(std::string_view text);

/// With a sign that sentences end with.
bool ends_with_stop(std::string_view text);

/// With a sign that something follows.
bool ends_open(std::string_view text);

/// An address is open at its end only where the line was too short for it.
bool ends_with_address(std::string_view text);

/// "nils@havergal.e", "xample" in a narrow column: an address that is not whole goes on in the next line.
bool breaks_mail(std::string_view text, std::string_view next);

/// A word nothing ends with: what it joins stands in the next line.
bool ends_dangling(std::string_view text);

/// Whether every "(" of the text is closed.
bool balanced(std::string_view text);

/// "… (May 2021)": an item that ends with its date, before another that has one.
bool ends_dated_item(std::string_view text, std::string_view next);

}  // namespace resumax::parse
