#include <resumax/text/unicode.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace resumax::text {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_ascii(std::string_view s) {
  return std::none_of(s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// One code point; `valid` is false where the bytes at `at` are no UTF-8 (then `at` moves by the maximal bad part).
char32_t decode_one(std::string_view s, std::size_t& at, bool& valid) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  const unsigned char lead = byte(at++);
  valid = true;
  if (lead < 0x80) return lead;
  const int more = lead >= 0xC2 && lead <= 0xDF ? 1 : (lead & 0xF0) == 0xE0 ? 2 : lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
  valid = false;
  if (more == 0) return replacement;
  // The first continuation byte is narrower after E0, ED, F0 and F4: no overlong forms, surrogates or > U+10FFFF.
  unsigned char low = 0x80, high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  char32_t c = static_cast<char32_t>(lead & (0x3F >> more));
  for (int i = 0; i < more; ++i) {
    if (at >= s.size() || byte(at) < low || byte(at) > high) return replacement;
    c = (c << 6) | (byte(at++) & 0x3F);
    low = 0x80, high = 0xBF;
  }
  valid = true;
  return c;
}

utf8proc_category_t category(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }

std::string map(std::string_view utf8, int options) {
  utf8proc_uint8_t* bytes = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()), static_cast<utf8proc_ssize_t>(utf8.size()),
                   &bytes, static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(bytes, &std::free);
  if (length < 0) {
    bool repaired = false;
    const std::string clean = to_utf8(utf8, &repaired);
    return repaired ? map(clean, options) : std::string(utf8);
  }
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)};
}

std::string map_each(std::string_view utf8, utf8proc_int32_t (*change)(utf8proc_int32_t)) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();)
    append(out, static_cast<char32_t>(change(static_cast<utf8proc_int32_t>(next_code_point(utf8, at)))));
  return out;
}

bool is_zero_width_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

/// Control, zero-width, bidi control and tag characters: nothing a reader sees.
bool is_invisible(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return !is_space(c);
  return c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

}  // namespace

char32_t next_code_point(std::string_view utf8, std::size_t& at) {
  bool valid = true;
  return decode_one(utf8, at, valid);
}

void append(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement;
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  }
}

std::string to_utf8(std::string_view bytes, bool* repaired) {
  if (repaired) *repaired = false;
  if (is_ascii(bytes)) return std::string(bytes);
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    bool valid = true;
    append(out, decode_one(bytes, at, valid));
    if (!valid && repaired) *repaired = true;
  }
  return nfc(out);
}

std::vector<char32_t> decode(std::string_view utf8) {
  std::vector<char32_t> out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) out.push_back(next_code_point(utf8, at));
  return out;
}

std::size_t length(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < utf8.size(); ++count) next_code_point(utf8, at);
  return count;
}

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (c >= 0x20 && c < 0x7F) {
      ++width;
    } else if (!is_invisible(c)) {
      width += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c))));
    }
  }
  return width;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_digit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : category(c) == UTF8PROC_CATEGORY_ND; }

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const auto kind = category(c);
  return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
}

bool is_right_to_left(char32_t c) {
  if (c < 0x590) return false;
  const auto kind = utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->bidi_class;
  return kind == UTF8PROC_BIDI_CLASS_R || kind == UTF8PROC_BIDI_CLASS_AL;
}

bool is_bullet(char32_t c) {
  static constexpr std::u32string_view marks =
      U"-*"
      U"·•‣⁃∙⋅▪▫■□●○◦◆◇◘◙❖❥★☆✦✧✓✔✗✘➔➜➢➣➤►▶▸▹▷»›–—―−※❍❑❒⦁⬤⬥⬧⭑⮞・●◉◊➝→⇒⇨"
      U"➙"
      U"‒";
  return marks.find(c) != std::u32string_view::npos || (c >= 0xE000 && c <= 0xF8FF);
}

std::string lower(std::string_view utf8) {
  if (!is_ascii(utf8)) return map_each(utf8, utf8proc_tolower);
  std::string out(utf8);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

std::string upper(std::string_view utf8) {
  if (!is_ascii(utf8)) return map_each(utf8, utf8proc_toupper);
  std::string out(utf8);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return out;
}

std::string nfc(std::string_view utf8) {
  return is_ascii(utf8) ? std::string(utf8) : map(utf8, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string nfkc(std::string_view utf8) {
  return is_ascii(utf8) ? std::string(utf8) : map(utf8, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
}

bool is_spelling_joiner(char32_t before, char32_t c, std::string_view after) {
  std::size_t at = 0;
  return is_zero_width_joiner(c) && before >= 0x590 && is_letter(before) && !after.empty() &&
         is_letter(next_code_point(after, at));
}

std::string squeeze(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  bool blank = false;
  char32_t before = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (is_space(c)) {
      blank = true;
      continue;
    }
    if (is_zero_width_joiner(c)) {
      if (blank || !is_spelling_joiner(before, c, utf8.substr(at))) continue;
    } else if (is_invisible(c)) {
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    append(out, c);
    before = c;
  }
  return out;
}

std::string_view trim(std::string_view utf8) {
  while (!utf8.empty()) {
    std::size_t at = 0;
    if (!is_space(next_code_point(utf8, at))) break;
    utf8.remove_prefix(at);
  }
  while (!utf8.empty()) {
    std::size_t start = utf8.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(utf8[start]) & 0xC0) == 0x80) --start;
    std::size_t at = start;
    if (!is_space(next_code_point(utf8, at))) break;
    utf8.remove_suffix(utf8.size() - start);
  }
  return utf8;
}

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) out += next_code_point(utf8, at);
  return out;
}

std::vector<std::string_view> split_lines(std::string_view utf8) {
  std::vector<std::string_view> lines;
  std::size_t start = 0;
  while (start < utf8.size()) {
    const std::size_t end = std::min(utf8.find_first_of("\r\n", start), utf8.size());
    lines.push_back(utf8.substr(start, end - start));
    start = end + 1;
    if (end < utf8.size() && utf8[end] == '\r' && start < utf8.size() && utf8[start] == '\n') ++start;
  }
  return lines;
}

std::vector<std::string> split_words(std::string_view line) {
  std::vector<std::string> out;
  std::size_t start = 0;
  while (start < line.size()) {
    const std::size_t end = std::min(line.find(' ', start), line.size());
    if (end > start) out.emplace_back(line.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

}  // namespace resumax::text
