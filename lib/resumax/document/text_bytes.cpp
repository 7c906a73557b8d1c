#include <resumax/document/bytes.hpp>
#include <resumax/document/text_bytes.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace resumax::document {

namespace {

/// Windows-1252 from 0x80 to 0x9F; 0 where it has no character.
constexpr std::array<char32_t, 32> windows_1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

enum class ByteOrder { little, big };

unsigned char byte(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

/// UTF-16 by its mark, or by where the zero bytes of its ASCII stand.
std::optional<ByteOrder> utf16_order(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return ByteOrder::little;
  if (bytes.starts_with("\xFE\xFF")) return ByteOrder::big;
  const auto sample = bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1});
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i)
    if (sample[i] == '\0') ++zeros[i % 2];
  const auto half = sample.size() / 2;
  if (half < 2) return std::nullopt;
  if (zeros[1] * 10 >= half * 3 && zeros[0] * 100 <= half) return ByteOrder::little;
  if (zeros[0] * 10 >= half * 3 && zeros[1] * 100 <= half) return ByteOrder::big;
  return std::nullopt;
}

std::string from_utf16(std::string_view bytes, ByteOrder order, bool& repaired) {
  const auto unit = [&](std::size_t i) -> char32_t {
    const char32_t first = byte(bytes, i), second = byte(bytes, i + 1);
    return order == ByteOrder::little ? first | second << 8 : first << 8 | second;
  };
  std::string out;
  out.reserve(bytes.size());
  if (bytes.size() % 2 != 0) repaired = true;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    const bool high = c >= 0xD800 && c < 0xDC00;
    if (high && i + 3 < bytes.size() && (unit(i + 2) & 0xFC00) == 0xDC00) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = 0xFFFD;
      repaired = true;
    }
    text::append(out, c);
  }
  return out;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto value = static_cast<unsigned char>(c);
    const char32_t mapped = value >= 0x80 && value < 0xA0 ? windows_1252[value - 0x80u] : value;
    text::append(out, mapped ? mapped : U'\uFFFD');
  }
  return out;
}

/// Whether the bytes past ASCII are single ones rather than UTF-8 with a few damaged places.
bool is_single_byte(std::string_view bytes) {
  std::size_t sequences = 0, strays = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    if (byte(bytes, i) < 0x80) {
      ++i;
      continue;
    }
    std::size_t length = 0;
    for (std::size_t n = 2; n <= 4 && length == 0; ++n)
      if (i + n <= bytes.size() && is_utf8(bytes.substr(i, n)) && (byte(bytes, i + n - 1) & 0xC0) == 0x80) length = n;
    // "is_utf8" of n bytes is also true for a shorter sequence and ASCII after it: the last byte rules that out.
    length ? ++sequences : ++strays;
    i += length ? length : 1;
  }
  return strays > sequences;
}

/// Control characters that texts do not hold.
std::size_t count_controls(std::string_view text) {
  std::size_t controls = 0;
  for (const char c : text) {
    const auto value = static_cast<unsigned char>(c);
    if ((value < 0x20 && (value < 7 || value > 13) && value != 0x1B) || value == 0x7F) ++controls;
  }
  return controls;
}

/// Line ends as "\n"; control characters and byte order marks gone, but tab, form feed and escape: that one is
/// reported where it is dropped.
std::string clean(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const char c = utf8[i];
    if (c == '\r') {
      if (i + 1 >= utf8.size() || utf8[i + 1] != '\n') out += '\n';
    } else if (utf8.substr(i).starts_with("\xEF\xBB\xBF")) {
      i += 2;
    } else if (utf8.substr(i).starts_with("\xC2\x85") || utf8.substr(i).starts_with("\xE2\x80\xA8")) {
      out += '\n';  // next line, line separator
      i += c == '\xC2' ? 1 : 2;
    } else if (c == '\xC2' && i + 1 < utf8.size() && byte(utf8, i + 1) < 0xA0) {
      ++i;  // other C1 controls
    } else if (c == '\n' || c == '\t' || c == '\f' || c == '\x1B' || (byte(utf8, i) >= 0x20 && c != 0x7F)) {
      out += c;
    }
  }
  return out;
}

}  // namespace

bool looks_binary(std::string_view bytes) {
  const auto sample = bytes.substr(0, 65536);
  const auto order = utf16_order(sample);
  bool ignored = false;
  const std::string text = order ? from_utf16(sample, *order, ignored) : std::string(sample);
  return text.find('\0') != std::string::npos || count_controls(text) * 50 > text.size();
}

std::string decode_text(std::string_view bytes, bool& repaired) {
  if (const auto order = utf16_order(bytes)) return text::nfc(clean(from_utf16(bytes, *order, repaired)));
  if (is_utf8(bytes)) return text::nfc(clean(bytes));
  repaired = true;
  return text::nfc(clean(is_single_byte(bytes) ? from_windows_1252(bytes) : text::to_utf8(bytes)));
}

}  // namespace resumax::document
