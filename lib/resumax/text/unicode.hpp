#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::text {

/// Valid UTF-8, NFC, from any bytes: bad sequences become U+FFFD; `repaired` (may be null) says whether any did.
std::string to_utf8(std::string_view bytes, bool* repaired = nullptr);

/// Code points of UTF-8; bad bytes decode as U+FFFD.
std::vector<char32_t> decode(std::string_view utf8);
void append(std::string& out, char32_t code_point);
/// The code point at byte `at`, moving `at` past it (by at least one byte).
char32_t next_code_point(std::string_view utf8, std::size_t& at);
std::size_t length(std::string_view utf8);  ///< in code points
/// Columns on a terminal: wide characters count 2, combining marks 0.
std::size_t display_width(std::string_view utf8);

bool is_letter(char32_t c);
bool is_digit(char32_t c);  ///< any script's decimal digit
bool is_space(char32_t c);  ///< Unicode white space, no-break space included
bool is_upper(char32_t c);
bool is_right_to_left(char32_t c);
bool is_bullet(char32_t c);  ///< a list marker: •, ▪, ‣, –, *, private-use symbol glyphs, …

std::string lower(std::string_view utf8);
std::string upper(std::string_view utf8);
std::string nfc(std::string_view utf8);
std::string nfkc(std::string_view utf8);

/// For comparing words whatever their form: NFKC, case folded, accents dropped; Arabic as in shared practice (tatweel
/// and marks dropped, alef, ya and ta marbuta unified); other scripts' digits as ASCII digits.
std::string fold(std::string_view utf8);

/// Whether `c` is a zero-width joiner or non-joiner between letters of a joining script (Persian, Indic): there it is
/// spelling, elsewhere noise.
bool is_spelling_joiner(char32_t before, char32_t c, std::string_view after);

/// White space runs as one blank, ends trimmed, control, zero-width and bidi control characters dropped.
std::string squeeze(std::string_view utf8);
std::string_view trim(std::string_view utf8);
std::u32string code_points(std::string_view utf8);
std::vector<std::string_view> split_lines(std::string_view utf8);  ///< at \n, \r\n or \r
std::vector<std::string> split_words(std::string_view line);       ///< at blanks, without empty ones

}  // namespace resumax::text
