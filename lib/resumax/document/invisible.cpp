#include <resumax/document/invisible.hpp>
#include <resumax/text/unicode.hpp>

namespace resumax::document {

namespace {

constexpr std::size_t longest_tags = 4000;

bool is_override(char32_t c) { return c == 0x202D || c == 0x202E; }

/// Invisible operators and the shaping controls that Unicode took back.
bool is_never_needed(char32_t c) { return (c >= 0x2061 && c <= 0x2064) || (c >= 0x206A && c <= 0x206F); }

bool is_zero_width(char32_t c) { return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0x180E || c == 0xFEFF; }

bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

bool is_control(char32_t c) {
  const bool blank = c >= '\t' && c <= '\r';
  return (c < 0x20 && !blank) || (c >= 0x7F && c < 0xA0 && c != 0x85);
}

bool is_tag(char32_t c) { return c >= 0xE0000 && c <= 0xE007F; }

/// Letters of scripts that write without joiners: Latin, Greek, Cyrillic.
bool is_european(char32_t c) { return c < 0x530 && text::is_letter(c); }

std::string number_of(char32_t c) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (int shift = c > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4) out += digits[(c >> shift) & 0xF];
  return "U+" + out;
}

}  // namespace

void InvisibleCharacters::settle(char32_t next) {
  if (pending_ == 0) return;
  const bool inside = is_joiner(pending_) ? is_european(before_) && is_european(next)
                                          : (text::is_letter(before_) || text::is_digit(before_)) &&
                                                (text::is_letter(next) || text::is_digit(next));
  // Scripts without blanks mark where a line may break.
  const bool european = before_ < 0x700 && next < 0x700;
  if (inside && european) ++counts_[pending_];
  pending_ = 0;
}

void InvisibleCharacters::see(char32_t c) {
  if (is_tag(c)) {
    if (flag_) {
      flag_ = c != 0xE007F;
    } else if (c >= 0xE0020 && c < 0xE007F) {
      if (tags_.size() < longest_tags) tags_ += static_cast<char>(c - 0xE0000);
    } else {
      ++counts_[c];
    }
    return;
  }
  if (is_override(c) || is_never_needed(c) || is_control(c)) {
    ++counts_[c];
    return;
  }
  if (is_zero_width(c)) {
    pending_ = c;
    return;
  }
  flag_ = c == 0x1F3F4;
  settle(c);
  before_ = c;
}

std::vector<HiddenText> InvisibleCharacters::take() {
  std::vector<HiddenText> out;
  std::string codes;
  for (const auto& [c, count] : counts_) {
    if (!codes.empty()) codes += ", ";
    if (count > 1) codes += std::to_string(count) + " ";
    codes += number_of(c);
  }
  const auto add = [&](std::string text) {
    HiddenText hidden;
    hidden.text = std::move(text);
    hidden.reason = HiddenReason::control;
    out.push_back(std::move(hidden));
  };
  if (!codes.empty()) add(std::move(codes));
  if (!tags_.empty()) add(std::move(tags_));
  *this = {};
  return out;
}

}  // namespace resumax::document
