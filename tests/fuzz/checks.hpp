#pragma once

#include <tests/fuzz/target.hpp>

#include <resumax/core/error.hpp>
#include <resumax/core/parsed.hpp>
#include <resumax/core/resume.hpp>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace resumax::fuzz {

/// Well-formed UTF-8: no overlong forms, surrogates or code points past U+10FFFF.
bool is_utf8(std::string_view bytes);
void require_utf8(std::string_view text, const std::string& what);

/// Bytes [begin, end) lie in the text; in valid UTF-8 they start and end between characters.
void require_slice(std::string_view text, std::size_t begin, std::size_t end, const std::string& what);

/// A date of known or unknown precision that a calendar has, in the years that are read.
void require_date(const Date& date, const std::string& what);

/// Letters and digits of a text, in order, without anything else.
std::string letters_of(std::string_view text);

/// What every reader of resumes owes: valid text, spans into it, plausible dates, confidences from 0 to 1, a JSON form
/// that reads back the same.
void require_sound(const ParsedResume& parsed);

/// What `run` returns, or nothing where it throws one of the errors it documents; any other is a broken contract.
template <class F>
auto run_or_refuse(std::initializer_list<Errc> documented, F&& run) -> std::optional<decltype(run())> {
  try {
    return run();
  } catch (const Error& error) {
    if (std::find(documented.begin(), documented.end(), error.code()) == documented.end())
      throw Broken("undocumented error " + std::string(to_string(error.code())) + ": " + error.what());
    require(is_utf8(error.what()), std::string("error message in bad UTF-8: ") + error.what());
    return std::nullopt;
  }
}

/// Choices taken from a fuzzer's bytes; zeros once they are used up.
class Choices {
 public:
  explicit Choices(std::string_view bytes) : bytes_(bytes) {}

  bool done() const { return at_ >= bytes_.size(); }
  unsigned byte() { return done() ? 0 : static_cast<unsigned char>(bytes_[at_++]); }
  /// 0 to count - 1.
  unsigned below(unsigned count) { return count > 256 ? (byte() << 8 | byte()) % count : byte() % count; }
  std::string_view take(std::size_t size) {
    const std::string_view out = bytes_.substr(std::min(at_, bytes_.size()), size);
    at_ += out.size();
    return out;
  }
  std::string_view rest() { return take(bytes_.size()); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// The input parted at its first zero byte.
std::pair<std::string_view, std::string_view> two_parts(std::string_view bytes);

}  // namespace resumax::fuzz
