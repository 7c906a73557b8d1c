#include <resumax/extract/pdf_right_to_left.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::extract {

namespace {

bool is_mark(char32_t c) {
  return (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x6D6 && c <= 0x6DC) ||
         (c >= 0x6DF && c <= 0x6E4) || c == 0x6E7 || c == 0x6E8 || (c >= 0x6EA && c <= 0x6ED) ||
         (c >= 0x591 && c <= 0x5BD) || (c >= 0x5BF && c <= 0x5C7);
}

constexpr char32_t lam = 0x644;

bool is_alef(char32_t c) { return c == 0x627 || c == 0x622 || c == 0x623 || c == 0x625 || c == 0x671; }

/// Whether the lam at `i`, with a bare alef drawn to its right, would be the article that words begin with, alone or
/// after a prefix of one letter.
bool is_article(const std::u32string& drawn, std::size_t i) {
  if (drawn[i + 1] != 0x627) return i + 2 == drawn.size();
  if (i + 2 >= drawn.size()) return true;
  const char32_t prefix = drawn[i + 2];
  return i + 3 == drawn.size() && (prefix == 0x648 || prefix == 0x641 || prefix == 0x628 || prefix == 0x643);
}

bool is_all_marks(const DrawnWord& word) {
  return !word.text.empty() && std::all_of(word.text.begin(), word.text.end(), is_mark);
}

/// A glyph's width, in steps of half a thousandth of the font size.
long in_steps(const DrawnWord& word, std::size_t i) {
  const double size = std::max(1.0, static_cast<double>(word.word.size));
  return std::lround((word.extents[i].end - word.extents[i].begin) / size * 2000);
}

double overlap(double a0, double a1, double b0, double b1) { return std::min(a1, b1) - std::max(a0, b0); }

bool on_one_line(const Box& a, const Box& b) {
  return overlap(a.y0, a.y1, b.y0, b.y1) > 0.6 * std::min(a.y1 - a.y0, b.y1 - b.y0);
}

constexpr std::u32string_view opening = U"([{«", closing = U")]}»";

bool is_opening(char32_t c) { return opening.find(c) != std::u32string_view::npos; }
bool is_closing(char32_t c) { return closing.find(c) != std::u32string_view::npos; }
bool is_sentence_mark(char32_t c) { return std::u32string_view(U".,:;!،؛؟").find(c) != std::u32string_view::npos; }
bool is_word_part(char32_t c) { return text::is_letter(c) || text::is_digit(c) || is_mark(c); }

char32_t mirrored(char32_t c) {
  if (const auto at = opening.find(c); at != std::u32string_view::npos) return closing[at];
  if (const auto at = closing.find(c); at != std::u32string_view::npos) return opening[at];
  return c;
}

/// Whether at least half of the words on a word's line read from right to left.
bool in_right_to_left_line(const DrawnWord& word, const std::vector<DrawnWord>& words) {
  std::size_t right_to_left = 0, others = 0;
  for (const auto& other : words) {
    if (!on_one_line(word.word.box, other.word.box)) continue;
    const bool letters = std::any_of(other.text.begin(), other.text.end(), text::is_letter);
    if (letters) ++(other.extents.empty() ? others : right_to_left);
  }
  return right_to_left > 0 && right_to_left >= others;
}

/// The word that a mark stands over: of those around its place, the one that shares most of its height.
DrawnWord* host_of(const DrawnWord& mark, std::vector<DrawnWord>& words) {
  const double slack = 0.1 * static_cast<double>(mark.word.size);
  DrawnWord* best = nullptr;
  double most = 0;
  for (auto& candidate : words) {
    if (candidate.extents.empty() || is_all_marks(candidate)) continue;
    const Box &box = candidate.word.box, &own = mark.word.box;
    if (own.x0 > box.x1 + slack || own.x1 < box.x0 - slack) continue;
    const double shared = overlap(box.y0, box.y1, own.y0, own.y1);
    if (shared > most) {
      most = shared;
      best = &candidate;
    }
  }
  return best;
}

void attach(const DrawnWord& mark, DrawnWord& host) {
  const double at = (mark.word.box.x0 + mark.word.box.x1) / 2;
  // The last letter that begins left of the mark carries it; in drawn order a mark follows its letter.
  std::size_t letter = 0;
  while (letter + 1 < host.extents.size() && host.extents[letter + 1].begin <= at) ++letter;
  while (letter + 1 < host.text.size() && is_mark(host.text[letter + 1])) ++letter;
  host.text.insert(letter + 1, mark.text);
  host.extents.insert(host.extents.begin() + static_cast<std::ptrdiff_t>(letter) + 1, mark.text.size(), {at, at});
}

/// Less than any drawn blank, in font sizes.
constexpr double narrow = 0.15;

/// Blank between a word and the one drawn to its right, in font sizes; a drawn one takes 0.2 and more.
double gap_between(const DrawnWord& left, const DrawnWord& right) {
  const double size = std::max(1.0, static_cast<double>(std::max(left.word.size, right.word.size)));
  return (right.word.box.x0 - left.word.box.x1) / size;
}

bool touch(const DrawnWord& left, const DrawnWord& right) {
  if (left.extents.empty() || right.extents.empty() || left.word.rotation != right.word.rotation) return false;
  // A glyph of letter and mark together is drawn wider than its letters' boxes tell.
  const auto begin = std::u32string_view(right.text).substr(0, 2);
  const bool marked = std::any_of(begin.begin(), begin.end(), is_mark);
  const double gap = gap_between(left, right);
  return gap > -0.25 && gap < (marked ? 0.19 : narrow) && on_one_line(left.word.box, right.word.box);
}

void append(DrawnWord& left, DrawnWord&& right) {
  if (right.text.size() > left.text.size()) {
    left.word.font = right.word.font;
    left.word.size = right.word.size;
  }
  left.text += right.text;
  left.extents.insert(left.extents.end(), right.extents.begin(), right.extents.end());
  Box& box = left.word.box;
  const Box& other = right.word.box;
  box = {std::min(box.x0, other.x0), std::min(box.y0, other.y0), std::max(box.x1, other.x1),
         std::max(box.y1, other.y1)};
}

}  // namespace

bool has_right_to_left(const std::u32string& text) {
  return std::any_of(text.begin(), text.end(), text::is_right_to_left);
}

void LetterWidths::see(const DrawnWord& word) {
  const auto& text = word.text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto beside = [&](const auto& is) {
      return (i > 0 && is(text[i - 1])) || (i + 1 < text.size() && is(text[i + 1]));
    };
    const bool alef = is_alef(text[i]);
    if (alef ? !beside([](char32_t c) { return c == lam; }) : text[i] == lam && !beside(is_alef))
      seen_.insert({!alef, word.word.font, in_steps(word, i)});
  }
}

bool LetterWidths::has(const Seen& letter) const {
  const auto next = seen_.lower_bound({letter.lam, letter.font, letter.width - 1});
  return next != seen_.end() && next->lam == letter.lam && next->font == letter.font && next->width <= letter.width + 1;
}

bool LetterWidths::are_two(const DrawnWord& word, std::size_t i) const {
  return has({true, word.word.font, in_steps(word, i)}) && has({false, word.word.font, in_steps(word, i + 1)});
}

void turn_ligatures(DrawnWord& word, const LetterWidths& letters) {
  const auto& text = word.text;
  const auto width = [&](std::size_t i) { return word.extents[i].end - word.extents[i].begin; };
  const auto difference = [&](std::size_t i, std::size_t k) {
    return std::abs(width(i) - width(k)) / std::max(1.0, static_cast<double>(word.word.size));
  };
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != lam || !is_alef(text[i + 1])) continue;
    // The next glyph may be pulled nearer, which takes from the second share.
    if (difference(i, i + 1) >= (is_article(text, i) ? 0.0005 : 0.004) || letters.are_two(word, i)) continue;
    // Equal shares mean nothing where other letters are as wide: a typeface of fixed width.
    bool fixed = false;
    for (std::size_t k = 0; k < text.size() && !fixed; ++k)
      fixed = text[k] != lam && !is_alef(text[k]) && difference(i, k) < 0.0005;
    if (!fixed) std::swap(word.text[i], word.text[i + 1]);
    ++i;
  }
}

void seat_marks(DrawnWord& word) {
  constexpr double edge = 0.02;  // font sizes
  auto& [text, extents, drawn] = word;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (!is_mark(text[i]) || (i > 0 && is_mark(text[i - 1]))) continue;
    std::size_t letter = i;
    while (letter < text.size() && is_mark(text[letter])) ++letter;
    if (letter == text.size()) break;
    const double at = (extents[i].begin + extents[i].end) / 2, slack = edge * static_cast<double>(drawn.size);
    if (at < extents[letter].begin - slack || !text::is_right_to_left(text[letter])) continue;
    const auto from = static_cast<std::ptrdiff_t>(i), to = static_cast<std::ptrdiff_t>(letter);
    std::rotate(text.begin() + from, text.begin() + to, text.begin() + to + 1);
    std::rotate(extents.begin() + from, extents.begin() + to, extents.begin() + to + 1);
    i = letter;
  }
}

void join_right_to_left(std::vector<DrawnWord>& words) {
  constexpr std::size_t most_marks = 2000;  // looked up one by one
  std::size_t marks = 0;
  for (auto& word : words) {
    if (!is_all_marks(word) || ++marks > most_marks) continue;
    if (DrawnWord* host = host_of(word, words)) {
      attach(word, *host);
      word.text.clear();
    }
  }
  std::erase_if(words, [](const DrawnWord& word) { return word.text.empty(); });

  std::vector<DrawnWord> joined;
  for (auto& word : words) {
    if (!joined.empty() && touch(joined.back(), word))
      append(joined.back(), std::move(word));
    else
      joined.push_back(std::move(word));
  }
  // Poppler tells of the gap to the right; a right-to-left word is followed by what stands to its left.
  for (std::size_t i = joined.size(); i-- > 0;) {
    if (joined[i].extents.empty()) continue;
    const bool follows = i > 0 && on_one_line(joined[i - 1].word.box, joined[i].word.box) &&
                         joined[i - 1].word.box.x0 < joined[i].word.box.x0;
    joined[i].word.space_after = follows && gap_between(joined[i - 1], joined[i]) >= narrow;
  }
  words = std::move(joined);
}

void turn_edges(std::vector<DrawnWord>& words) {
  for (auto& word : words) {
    auto& text = word.text;
    if (!word.extents.empty() || text.size() < 2) continue;
    std::size_t left = 0, right = text.size();
    while (left < text.size() && (is_closing(text[left]) || is_sentence_mark(text[left]))) ++left;
    while (right > left && is_opening(text[right - 1])) --right;
    if (left == right || (left == 0 && right == text.size()) || !in_right_to_left_line(word, words)) continue;
    const std::u32string before(text.rbegin(), text.rbegin() + static_cast<std::ptrdiff_t>(text.size() - right));
    const std::u32string after(text.rend() - static_cast<std::ptrdiff_t>(left), text.rend());
    text = before + text.substr(left, right - left) + after;
  }
}

std::u32string settle_brackets(std::u32string text) {
  int good = 0, bad = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool before = i > 0 && is_word_part(text[i - 1]), after = i + 1 < text.size() && is_word_part(text[i + 1]);
    if (before == after || !(is_opening(text[i]) || is_closing(text[i]))) continue;
    ++(is_opening(text[i]) == after ? good : bad);
  }
  if (bad > good)
    for (char32_t& c : text) c = mirrored(c);
  return text;
}

}  // namespace resumax::extract
