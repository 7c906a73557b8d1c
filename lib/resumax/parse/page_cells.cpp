#include <resumax/parse/page_cells.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace resumax::parse {
namespace {

using document::Word;

struct Chain {
  std::vector<const Word*> words;
  double x1 = 0, y0 = 0, y1 = 0;
  bool marker_only = false;
};

double height(const Word& word) { return std::max(1.0, word.box.y1 - word.box.y0); }
double em(const Word& word) { return word.size > 0 ? static_cast<double>(word.size) : height(word) * 0.8; }
bool is_blank_box(const Box& box) { return !(box.x1 > box.x0) || !(box.y1 > box.y0); }

/// Pictures drawn as letters: private-use glyphs, dingbats, emoji.
bool is_icon(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    const bool picture = (c >= 0xE000 && c <= 0xF8FF) || (c >= 0x2190 && c <= 0x2BFF) || c == 0xFE0F ||
                         (c >= 0x1F000 && c <= 0x1FAFF) || c == 0xFFFD;
    if (!picture) return false;
  }
  return true;
}

bool is_marker(const std::string& text) {
  if (is_icon(text)) return true;
  std::size_t at = 0;
  const char32_t first = text::next_code_point(text, at);
  if (at < text.size()) return false;
  return text::is_bullet(first) || first == U'o' || first == U'§' || first == U'¨';
}

char32_t first_code_point(const std::string& text) {
  std::size_t at = 0;
  return text::next_code_point(text, at);
}

double overlap(double a0, double a1, double b0, double b1) {
  return (std::min(a1, b1) - std::max(a0, b0)) / std::max(1.0, std::min(a1 - a0, b1 - b0));
}

/// Strings words into chains: a word goes to the chain that ends just left of it on the same line. Chains are found
/// through buckets of a few points of height, so that the work stays proportional to the words.
class Stringer {
 public:
  Stringer(std::vector<Chain>& chains, bool right_to_left) : chains_(chains), right_to_left_(right_to_left) {}

  void add(const Word& word) {
    const int best = find(word);
    if (best < 0) {
      chains_.push_back({{&word}, word.box.x1, word.box.y0, word.box.y1, is_marker(word.text)});
      enter(static_cast<int>(chains_.size()) - 1);
      return;
    }
    Chain& chain = chains_[static_cast<std::size_t>(best)];
    chain.words.push_back(&word);
    chain.x1 = std::max(chain.x1, word.box.x1);
    if (chain.marker_only) {
      chain.y0 = word.box.y0;
      chain.y1 = word.box.y1;
      chain.marker_only = is_marker(word.text);
      enter(best);
    }
  }

 private:
  static constexpr double bucket_ = 6.0;

  static int key(double y) { return static_cast<int>(std::floor(y / bucket_)); }
  void enter(int chain) {
    const Chain& c = chains_[static_cast<std::size_t>(chain)];
    open_[key((c.y0 + c.y1) / 2)].push_back(chain);
  }
  int find(const Word& word) {
    const double middle = (word.box.y0 + word.box.y1) / 2;
    const int reach = 1 + static_cast<int>(height(word) / 2 / bucket_);
    int best = -1;
    double best_overlap = 0.5;
    for (int k = key(middle) - std::min(reach, 8); k <= key(middle) + std::min(reach, 8); ++k) {
      const auto found = open_.find(k);
      if (found == open_.end()) continue;
      auto& list = found->second;
      std::erase_if(list, [&](int i) { return closed(chains_[static_cast<std::size_t>(i)], word); });
      for (int i : list) consider(i, word, best, best_overlap);
    }
    return best;
  }
  static bool closed(const Chain& chain, const Word& word) { return word.box.x0 - chain.x1 > 120; }
  void consider(int i, const Word& word, int& best, double& best_overlap) const {
    const Chain& chain = chains_[static_cast<std::size_t>(i)];
    const double size = std::max(em(word), em(*chain.words.back()));
    const double gap = word.box.x0 - chain.x1;
    const bool marks = right_to_left_ ? is_marker(word.text) : chain.marker_only;
    const double limit = marks ? 4.5 * size : 0.95 * size;
    if (gap > limit || gap < -0.6 * size) return;
    const double shared = overlap(chain.y0, chain.y1, word.box.y0, word.box.y1);
    if (shared > best_overlap + 0.01) {
      best = i;
      best_overlap = shared;
    }
  }

  std::vector<Chain>& chains_;
  const bool right_to_left_;
  std::unordered_map<int, std::vector<int>> open_;
};

struct Direction {
  int left = 0, right = 0;
  void add(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = text::next_code_point(text, at);
      if (!text::is_letter(c)) continue;
      (text::is_right_to_left(c) ? right : left)++;
    }
  }
};

enum class Strength { left, right, number, neutral };

Strength strength(const std::string& text) {
  bool digit = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (text::is_letter(c)) return text::is_right_to_left(c) ? Strength::right : Strength::left;
    digit = digit || text::is_digit(c);
  }
  return digit ? Strength::number : Strength::neutral;
}

bool is_separator(const std::string& text) {
  return text == "|" || text == "•" || text == "·" || text == "–" || text == "—" || text == "-" || text == "/";
}

/// Words of a right-to-left line, given from left to right, in logical order: from the right, with Latin runs (and the
/// numbers inside or after them, and number groups led by "+") kept as they stand.
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

bool all_caps(std::string_view text) {
  int letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (!text::is_letter(c)) continue;
    ++letters;
    if (!text::is_upper(c)) return false;
  }
  return letters > 1;
}

/// Whether the words are the letters of letter-spaced text: "S U M M A RY".
bool letter_spaced(const std::vector<const Word*>& words) {
  if (words.size() < 4) return false;
  std::size_t single = 0;
  for (const Word* word : words) {
    const std::size_t length = text::length(word->text);
    if (length > 3 || strength(word->text) != Strength::left) return false;
    if (length == 1) ++single;
  }
  return single * 10 >= words.size() * 6;
}

double widest_letter_gap(const std::vector<const Word*>& words) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < words.size(); ++i) gaps.push_back(words[i]->box.x0 - words[i - 1]->box.x1);
  std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2), gaps.end());
  return std::max(gaps[gaps.size() / 2] * 1.7, 0.5);
}

/// White space between a word and the one before it, whichever side that stands.
double right_gap(const std::vector<const Word*>& words, std::size_t i) {
  return std::max(words[i]->box.x0 - words[i - 1]->box.x1, words[i - 1]->box.x0 - words[i]->box.x1);
}

/// Some fonts open a hole after letters that do not join: what is much narrower than the usual blank is none.
double narrowest_blank(const std::vector<const Word*>& words) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < words.size(); ++i) gaps.push_back(right_gap(words, i));
  if (gaps.size() < 2) return 0.14 * em(*words.front());
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return std::clamp(0.6 * *middle, 0.05 * em(*words.front()), 0.18 * em(*words.front()));
}

/// Brackets that came mirrored: the first one of the text closes.
void turn_brackets(std::string& text) {
  const std::size_t first = text.find_first_of("()");
  if (first == std::string::npos || text[first] == '(') return;
  for (char& c : text)
    if (c == '(')
      c = ')';
    else if (c == ')')
      c = '(';
}

Look look_of(const document::Document& document, const Word& word) {
  Look look;
  look.size = word.size;
  look.font = word.font;
  if (word.font < document.fonts.size()) {
    look.bold = document.fonts[word.font].bold;
    look.italic = document.fonts[word.font].italic;
  }
  return look;
}

void grow(Box& box, const Box& more) {
  box = {std::min(box.x0, more.x0), std::min(box.y0, more.y0), std::max(box.x1, more.x1), std::max(box.y1, more.y1)};
}

enum class Space { none, blank, gap };

void append_word(Cell& cell, const Word& word, const Look& look, Space space) {
  if (cell.text.empty()) {
    cell.box = word.box;
  } else {
    grow(cell.box, word.box);
    if (space != Space::none) cell.text += space == Space::gap ? '\t' : ' ';
  }
  const auto begin = static_cast<std::uint32_t>(cell.text.size());
  cell.text += word.text;
  const auto end = static_cast<std::uint32_t>(cell.text.size());
  if (!cell.segments.empty()) {
    Segment& last = cell.segments.back();
    const bool punctuation = strength(word.text) == Strength::neutral;
    if (space != Space::gap && (punctuation || same_look(last.look, look))) {
      last.end = end;
      grow(last.box, word.box);
      return;
    }
  }
  cell.segments.push_back({begin, end, space == Space::gap, word.box, look});
}

/// Blanks wide enough to part the terms of a list, beside blanks within terms or where few words stand on the line.
bool parts_terms(const std::vector<const Word*>& words, std::size_t i) {
  const auto wide = [&](std::size_t k) { return right_gap(words, k) > 0.5 * em(*words[k]); };
  if (!wide(i)) return false;
  std::size_t count = 0;
  for (std::size_t k = 1; k < words.size(); ++k) count += wide(k) ? 1U : 0U;
  return count + 1 < words.size() || words.size() <= 5;
}

/// "2009 – 2005" as a right-to-left page shows it.
bool is_number_range(const std::vector<const Word*>& words) {
  return words.size() == 3 && is_separator(words[1]->text) && strength(words[0]->text) == Strength::number &&
         strength(words[2]->text) == Strength::number;
}

Cell make_cell(const document::Document& document, const document::Page& page, Chain& chain, bool page_right_to_left) {
  Cell cell;
  Direction direction;
  std::map<float, std::size_t> sizes;
  cell.index = static_cast<int>(chain.words.front() - page.words.data());
  for (const Word* word : chain.words) {
    direction.add(word->text);
    sizes[word->size] += word->text.size();
    cell.index = std::min(cell.index, static_cast<int>(word - page.words.data()));
  }
  cell.right_to_left = direction.right > 0 && (page_right_to_left || direction.right > direction.left);
  if (page_right_to_left && direction.left + direction.right == 0 && is_number_range(chain.words))
    cell.right_to_left = true;
  std::size_t most = 0;
  for (const auto& [size, bytes] : sizes)
    if (bytes > most) most = bytes, cell.size = size;
  std::vector<const Word*> words = cell.right_to_left ? logical_order(chain.words) : chain.words;
  while (words.size() > 1 && is_marker(words.front()->text)) {
    if (is_icon(words.front()->text) && !text::is_bullet(first_code_point(words.front()->text))) {
      words.erase(words.begin());
      continue;
    }
    if (words.front()->text == "o" && words.front()->box.x1 + 0.5 * em(*words.front()) > words[1]->box.x0) break;
    cell.bullet = true;
    words.erase(words.begin());
  }
  for (std::size_t i = 1; i < chain.words.size(); ++i)
    cell.widest_blank = std::max(cell.widest_blank, chain.words[i]->box.x0 - chain.words[i - 1]->box.x1);
  const bool spaced = letter_spaced(words);
  const double blank_gap = cell.right_to_left ? narrowest_blank(words) : 0;
  const double letter_gap = spaced ? widest_letter_gap(words) : 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool blank = i > 0;
    if (i > 0 && cell.right_to_left)
      blank = right_gap(words, i) > blank_gap;
    else if (i > 0 && spaced)
      blank = words[i]->box.x0 - words[i - 1]->box.x1 > letter_gap;
    else if (i > 0 && !words[i - 1]->space_after)
      blank = words[i]->box.x0 - words[i - 1]->box.x1 > 0.12 * em(*words[i]);
    const Space space = !blank                                                             ? Space::none
                        : !spaced && !cell.right_to_left && i > 0 && parts_terms(words, i) ? Space::gap
                                                                                           : Space::blank;
    append_word(cell, *words[i], look_of(document, *words[i]), space);
  }
  for (Segment& segment : cell.segments)
    segment.look.caps = all_caps(std::string_view(cell.text).substr(segment.begin, segment.end - segment.begin));
  if (cell.right_to_left) turn_brackets(cell.text);
  double baseline = 0;
  std::size_t weight = 0;
  for (const Word* word : words) {
    baseline += (word->box.y1 - 0.22 * height(*word)) * static_cast<double>(word->text.size());
    weight += word->text.size();
  }
  cell.baseline = baseline / static_cast<double>(std::max<std::size_t>(weight, 1));
  return cell;
}

}  // namespace

bool is_right_to_left(const document::Page& page) {
  Direction direction;
  for (const Word& word : page.words) direction.add(word.text);
  return direction.right > direction.left;
}

std::vector<Cell> page_cells(const document::Document& document, const document::Page& page) {
  std::vector<const Word*> words;
  for (const Word& word : page.words)
    if (word.rotation == 0 && !word.text.empty() && !is_blank_box(word.box)) words.push_back(&word);
  std::stable_sort(words.begin(), words.end(), [](const Word* a, const Word* b) { return a->box.x0 < b->box.x0; });
  std::vector<Chain> chains;
  const bool right_to_left = is_right_to_left(page);
  Stringer stringer(chains, right_to_left);
  for (const Word* word : words) stringer.add(*word);
  std::vector<Cell> cells;
  cells.reserve(chains.size());
  for (Chain& chain : chains) {
    Cell cell = make_cell(document, page, chain, right_to_left);
    if (!cell.text.empty()) cells.push_back(std::move(cell));
  }
  std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {
    return a.baseline != b.baseline ? a.baseline < b.baseline : a.box.x0 < b.box.x0;
  });
  return cells;
}

std::vector<Cell> rotated_cells(const document::Document& document, const document::Page& page) {
  std::vector<Cell> cells;
  const Word* before = nullptr;
  for (const Word& word : page.words) {
    if ((word.rotation == 0 && !is_blank_box(word.box)) || word.text.empty()) continue;
    const bool near = before && before->rotation == word.rotation && before->font == word.font &&
                      std::abs(before->box.x0 - word.box.x0) < 3 * em(word) &&
                      std::abs(before->box.y0 - word.box.y1) < 100;
    if (!near) cells.emplace_back();
    append_word(cells.back(), word, look_of(document, word), Space::blank);
    cells.back().size = word.size;
    before = &word;
  }
  return cells;
}

void append_cell(Cell& cell, const Cell& more, char separator) {
  const auto shift = static_cast<std::uint32_t>(cell.text.size() + 1);
  cell.text += separator;
  cell.text += more.text;
  grow(cell.box, more.box);
  for (Segment segment : more.segments) {
    segment.begin += shift;
    segment.end += shift;
    segment.after_gap = separator == '\t' && segment.begin == shift;
    cell.segments.push_back(segment);
  }
}

}  // namespace resumax::parse
