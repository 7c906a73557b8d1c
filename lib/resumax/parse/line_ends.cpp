#include <resumax/parse/line_ends.hpp>

#include <resumax/parse/wrapped_dates.hpp>

#include <resumax/text/dates.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace resumax::parse {
namespace {

std::string_view last_word(std::string_view text) { return text.substr(text.find_last_of(" \t") + 1); }

}  // namespace

char32_t first_code_point(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U' ' : text::next_code_point(text, at);
}

char32_t last_code_point(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) {
  }
  return first_code_point(text.substr(at));
}

bool is_full_width(char32_t c) { return (c >= 0x3000 && c <= 0x9FFF) || (c >= 0xFF01 && c <= 0xFF60); }

bool starts_lower(std::string_view text) {
  const char32_t c = first_code_point(text);
  return text::is_letter(c) && !text::is_upper(c) && !text::is_right_to_left(c) && !is_full_width(c);
}

bool ends_with_stop(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("؟") ||
         text.ends_with("。");
}
bool starts_address(std::string_view text) {
  const std::string_view first = text.substr(0, text.find_first_of(" \t"));
  return first.starts_with("http") || first.starts_with("www.") || first.find('@') != std::string_view::npos;
}

bool ends_open(std::string_view text) {
  return text.ends_with("·") || text.ends_with("|") || text.ends_with(',') || text.ends_with('-') ||
         text.ends_with("،") || text.ends_with('/') || text.ends_with('(') || text.ends_with('&');
}

bool ends_with_address(std::string_view text) { return last_word(text).find("://") != std::string_view::npos; }

bool breaks_mail(std::string_view text, std::string_view next) {
  const std::string_view last = last_word(text);
  const std::size_t at = last.find('@');
  if (at == std::string_view::npos || at == 0) return false;
  const std::size_t dot = last.rfind('.');
  if (dot != std::string_view::npos && dot > at && last.size() - dot > 2) return false;
  return text.ends_with('.') || next.find_first_of(" \t@:/") == std::string_view::npos;
}

bool ends_dangling(std::string_view text) {
  static constexpr std::array<std::string_view, 26> words{"and", "of", "the", "for", "und", "für", "der", "et",  "de",
                                                          "des", "du", "la",  "le",  "les", "y",   "e",   "del", "los",
                                                          "las", "do", "da",  "dos", "di",  "van", "en",  "&"};
  const std::size_t blank = text.rfind(' ');
  if (blank == std::string_view::npos) return false;
  const std::string last = text::fold(text.substr(blank + 1));
  return std::find(words.begin(), words.end(), last) != words.end();
}

bool balanced(std::string_view text) {
  return std::count(text.begin(), text.end(), '(') <= std::count(text.begin(), text.end(), ')');
}

bool ends_dated_item(std::string_view text, std::string_view next) {
  const std::size_t bracket = text.rfind('(');
  return bracket != std::string_view::npos && bracket > 0 && text.ends_with(')') &&
         is_date(text.substr(bracket + 1, text.size() - bracket - 2)) && !text::find_dates(next).empty();
}

}  // namespace resumax::parse
