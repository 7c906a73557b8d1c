#include <resumax/parse/visual_order.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::parse {

using document::Word;

namespace {

bool is_separator(std::string_view text) {
  return text == "|" || text == "•" || text == "·" || text == "–" || text == "—" || text == "-" || text == "/";
}

}  // namespace

Strength strength(std::string_view text) {
  bool digit = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (text::is_letter(c)) return text::is_right_to_left(c) ? Strength::right : Strength::left;
    digit = digit || text::is_digit(c);
  }
  return digit ? Strength::number : Strength::neutral;
}

std::vector<const Word*> logical_order(const std::vector<const Word*>& visual) {
  std::vector<const Word*> out;
  const auto strength_at = [&](std::size_t i) { return strength(visual[i]->text); };
  for (std::size_t end = visual.size(); end > 0;) {
    std::size_t begin = end - 1;
    const Strength last = strength_at(begin);
    if (last == Strength::left || last == Strength::number) {
      std::size_t reach = begin;
      bool latin = last == Strength::left;
      for (std::size_t i = begin; i > 0; --i) {
        const Strength s = strength_at(i - 1);
        if (s == Strength::right) break;
        if (s == Strength::left) {
          reach = i - 1;
          latin = true;
        } else if (s == Strength::number && visual[i - 1]->text.front() == '+') {
          reach = i - 1;
          latin = true;
          break;
        } else if (s == Strength::neutral && (!latin || is_separator(visual[i - 1]->text))) {
          break;
        }
      }
      if (latin) begin = reach;
    }
    for (std::size_t i = begin; i < end; ++i) out.push_back(visual[i]);
    end = begin;
  }
  return out;
}

std::vector<const Word*> logical_runs(const std::vector<const Word*>& visual) {
  std::vector<const Word*> out;
  for (std::size_t begin = 0; begin < visual.size();) {
    std::size_t end = begin + 1;
    if (strength(visual[begin]->text) == Strength::right) {
      for (std::size_t i = end; i < visual.size() && strength(visual[i]->text) != Strength::left; ++i)
        if (strength(visual[i]->text) == Strength::right) end = i + 1;
    }
    for (std::size_t i = end; i > begin; --i) out.push_back(visual[i - 1]);
    begin = end;
  }
  return out;
}

bool is_number_range(const std::vector<const Word*>& words) {
  return words.size() == 3 && is_separator(words[1]->text) && strength(words[0]->text) == Strength::number &&
         strength(words[2]->text) == Strength::number;
}

double right_gap(const std::vector<const Word*>& words, std::size_t i) {
  return std::max(words[i]->box.x0 - words[i - 1]->box.x1, words[i - 1]->box.x0 - words[i]->box.x1);
}

double narrowest_blank(const std::vector<const Word*>& words, double em) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < words.size(); ++i) gaps.push_back(right_gap(words, i));
  if (gaps.size() < 2) return 0.14 * em;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return std::clamp(0.6 * *middle, 0.05 * em, 0.18 * em);
}

void turn_brackets(std::string& text) {
  const std::size_t first = text.find_first_of("()");
  if (first == std::string::npos || text[first] == '(') return;
  for (char& c : text)
    if (c == '(')
      c = ')';
    else if (c == ')')
      c = '(';
}

}  // namespace resumax::parse
