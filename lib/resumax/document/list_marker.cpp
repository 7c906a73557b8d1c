#include <resumax/document/list_marker.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::document {

namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// "12." or "3)" or "(a)" or "b)": bytes it takes, 0 when it is none. A letter needs a bracket: "J. Doe" is a name.
std::size_t number_length(std::string_view line) {
  std::size_t at = line.starts_with('(') ? 1 : 0;
  const bool bracket = at == 1;
  const auto begin = at;
  while (at < line.size() && at < begin + 2 && is_ascii_digit(line[at])) ++at;
  const bool letter = at == begin && at < line.size() && is_ascii_letter(line[at]);
  if (letter) ++at;
  if (at == begin || at >= line.size()) return 0;
  if (line[at] == ')') return at + 1;
  return line[at] == '.' && !bracket && !letter ? at + 1 : 0;
}

}  // namespace

std::size_t indentation(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line) {
    if (c == '\t')
      columns += 4 - columns % 4;
    else if (c == ' ')
      ++columns;
    else
      break;
  }
  return columns;
}

std::optional<ListMarker> find_list_marker(std::string_view line) {
  const auto begin = std::min(line.find_first_not_of(" \t"), line.size());
  const auto rest = line.substr(begin);
  if (rest.empty()) return std::nullopt;
  std::size_t at = 0;
  bool needs_blank = true;
  const bool numbered = number_length(rest) > 0;
  if (numbered) {
    at = number_length(rest);
  } else {
    const char32_t c = text::next_code_point(rest, at);
    if (c != '-' && c != '+' && c != '*' && !text::is_bullet(c)) return std::nullopt;
    needs_blank = c < 0x80 || c == 0x2013 || c == 0x2014;
  }
  const auto marker = at;
  std::size_t content = at;
  while (at < rest.size() && text::is_space(text::next_code_point(rest, at))) content = at;
  if (content >= rest.size() || (needs_blank && content == marker)) return std::nullopt;
  if (rest.front() == '(' && is_ascii_digit(rest[content])) return std::nullopt;  // "(02) 555 0199"
  return ListMarker{begin + content, numbered};
}

int ListLevels::level(std::size_t indent) {
  while (!indents_.empty() && indents_.back() > indent) indents_.pop_back();
  if (indents_.empty() || indents_.back() < indent) indents_.push_back(indent);
  return static_cast<int>(indents_.size()) - 1;
}

}  // namespace resumax::document
