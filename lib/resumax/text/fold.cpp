#include <resumax/text/unicode.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace resumax::text {

namespace {

/// First digit of every script's decimal digits (Unicode category Nd) that texts use.
constexpr std::array<char32_t, 38> zeros{
    0x660,  0x6F0,  0x7C0,  0x966,  0x9E6,  0xA66,  0xAE6,  0xB66,  0xBE6,  0xC66,  0xCE6,   0xD66,  0xDE6,
    0xE50,  0xED0,  0xF20,  0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,  0x1B50, 0x1BB0,
    0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x11066};

char32_t ascii_digit(char32_t c) {
  for (const char32_t zero : zeros)
    if (c >= zero && c < zero + 10) return U'0' + (c - zero);
  return c;
}

bool is_dropped(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || c == 0x640 || (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) ||
         c == 0x670 || (c >= 0x6D6 && c <= 0x6DC) || (c >= 0x6DF && c <= 0x6E4) || (c >= 0x6E7 && c <= 0x6E8) ||
         (c >= 0x6EA && c <= 0x6ED) || (c >= 0x591 && c <= 0x5C7 && c != 0x5BE && c != 0x5C0 && c != 0x5C3);
}

struct Unified {
  char32_t from;
  std::u32string_view to;
};

/// Letters and signs that Unicode's own decompositions keep apart and readers take as one.
constexpr std::array<Unified, 40> unified{{
    {0xE6, U"ae"},      {0xF0, U"d"},       {0xF8, U"o"},       {0xFE, U"th"},      {0x111, U"d"},
    {0x127, U"h"},      {0x131, U"i"},      {0x142, U"l"},      {0x153, U"oe"},     {0x167, U"t"},
    {0x2B9, U"'"},      {0x2BC, U"'"},      {0x622, U"\u0627"}, {0x623, U"\u0627"}, {0x625, U"\u0627"},
    {0x671, U"\u0627"}, {0x649, U"\u064A"}, {0x6CC, U"\u064A"}, {0x6D2, U"\u064A"}, {0x629, U"\u0647"},
    {0x6C0, U"\u0647"}, {0x6D5, U"\u0647"}, {0x6C1, U"\u0647"}, {0x6BE, U"\u0647"}, {0x6A9, U"\u0643"},
    {0x66A, U"%"},      {0x66B, U"."},      {0x66C, U","},      {0x60C, U","},      {0x61B, U";"},
    {0x61F, U"?"},      {0x2010, U"-"},     {0x2011, U"-"},     {0x2012, U"-"},     {0x2013, U"-"},
    {0x2212, U"-"},     {0x2018, U"'"},     {0x2019, U"'"},     {0x201C, U"\""},    {0x201D, U"\""},
}};

/// The folded form of one code point, already decomposed where Unicode says so.
std::u32string fold_code_point(char32_t c) {
  // Hamza on waw or ya is a letter of its own: only alef is unified.
  if (c == 0x624 || c == 0x626) return {c};
  std::array<utf8proc_int32_t, 32> parts{};
  int boundary = 0;
  const auto count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(c), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE),
      &boundary);
  if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) return {c};
  std::u32string out;
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    const auto part = static_cast<char32_t>(parts[static_cast<std::size_t>(i)]);
    if (is_dropped(part)) continue;
    const auto* found = std::find_if(unified.begin(), unified.end(), [&](const Unified& u) { return u.from == part; });
    if (found != unified.end()) {
      out += found->to;
    } else if (is_space(part)) {
      out += U' ';
    } else {
      out += ascii_digit(part);
    }
  }
  return out;
}

/// The scripts of most resumes below it fold by look-up.
constexpr std::size_t table_size = 0x700;

const std::array<std::string, table_size>& folded_table() {
  static const auto table = [] {
    std::array<std::string, table_size> out;
    for (char32_t c = 0; c < table_size; ++c)
      for (const char32_t part : fold_code_point(c)) append(out[c], part);
    return out;
  }();
  return table;
}

}  // namespace

std::string fold(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  std::size_t at = 0;
  for (; at < utf8.size() && static_cast<unsigned char>(utf8[at]) < 0x80; ++at) {
    const char c = utf8[at];
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c >= '\t' && c <= '\r' ? ' ' : c;
  }
  if (at == utf8.size()) return out;
  const auto& table = folded_table();
  bool compose = false;
  while (at < utf8.size()) {
    const char32_t c = next_code_point(utf8, at);
    if (c < table_size) {
      out += table[c];
      continue;
    }
    const std::u32string parts = fold_code_point(c);
    // Hangul, kana and Indic letters were taken apart with what was dropped: put the rest together again.
    compose = compose || (c >= table_size && parts.size() > 1);
    for (const char32_t part : parts) append(out, part);
  }
  return compose ? nfc(out) : out;
}

}  // namespace resumax::text
