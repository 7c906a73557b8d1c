#include <resumax/parse/page_cells.hpp>

#include <resumax/parse/baselines.hpp>
#include <resumax/parse/chain_edges.hpp>
#include <resumax/parse/small_caps.hpp>
#include <resumax/parse/split.hpp>
#include <resumax/parse/visual_order.hpp>
#include <resumax/parse/word_chains.hpp>
#include <resumax/parse/word_marks.hpp>
#include <resumax/parse/wrapped_dates.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>

namespace resumax::parse {
namespace {

using document::Word;

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

Look look_of(const document::Document& document, const Word& word, float size) {
  Look look;
  look.size = size;
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
bool parts_terms(const std::vector<const Word*>& words, std::size_t i, const SmallCaps& small_caps) {
  const auto wide = [&](std::size_t k) {
    return right_gap(words, k) >
           0.5 * std::max({em(*words[k]), em(*words[k - 1]), static_cast<double>(small_caps.size(*words[k]))}) +
               2 * std::min(letter_spacing(*words[k]), letter_spacing(*words[k - 1]));
  };
  if (!wide(i)) return false;
  std::size_t count = 0;
  for (std::size_t k = 1; k < words.size(); ++k) count += wide(k) ? 1U : 0U;
  return count + 1 < words.size() || words.size() <= 5;
}

/// "– August 2014": the end of a range that was wrapped, not an item.
bool opens_date(const std::vector<const Word*>& words) {
  const std::string& mark = words.front()->text;
  if (words.size() > 5 || (mark != "-" && mark != "–" && mark != "—")) return false;
  std::string rest;
  for (std::size_t i = 1; i < words.size(); ++i) rest += (i > 1 ? " " : "") + words[i]->text;
  return is_date(rest);
}

/// Marks of a line of Latin words on a right-to-left page stand at its right. Returns whether one opens a list item.
bool strip_end_marks(std::vector<const Word*>& words) {
  bool bullet = false;
  while (words.size() > 1 && is_marker(words.back()->text) &&
         words.back()->box.x0 - words[words.size() - 2]->box.x1 > 0.3 * em(*words.back())) {
    bullet = bullet || is_list_mark(words.back()->text);
    words.pop_back();
  }
  return bullet;
}

Cell make_cell(const document::Document& document, const document::Page& page, Chain& chain, bool page_right_to_left,
               const Baselines& baselines) {
  Cell cell;
  Direction direction;
  const SmallCaps capitals(chain.words);
  std::map<float, std::size_t> sizes;
  cell.index = static_cast<int>(chain.words.front() - page.words.data());
  for (const Word* word : chain.words) {
    direction.add(word->text);
    sizes[capitals.size(*word)] += word->text.size();
    cell.index = std::min(cell.index, static_cast<int>(word - page.words.data()));
  }
  bool turned = direction.right > 0;
  cell.right_to_left = turned && (page_right_to_left || direction.right > direction.left);
  if (page_right_to_left && direction.left + direction.right == 0 && is_number_range(chain.words))
    cell.right_to_left = turned = true;
  std::size_t most = 0;
  for (const auto& [size, bytes] : sizes)
    if (bytes > most) most = bytes, cell.size = size;
  std::vector<const Word*> words = !turned              ? chain.words
                                   : page_right_to_left ? logical_order(chain.words)
                                                        : logical_runs(chain.words);
  while (words.size() > 1 && is_marker(words.front()->text)) {
    if (!is_list_mark(words.front()->text)) {
      words.erase(words.begin());
      continue;
    }
    if (opens_date(words)) break;
    if (words.front()->text == "o" && words.front()->box.x1 + 0.5 * em(*words.front()) > words[1]->box.x0) break;
    cell.bullet = true;
    words.erase(words.begin());
  }
  if (page_right_to_left && !cell.right_to_left) cell.bullet = strip_end_marks(words) || cell.bullet;
  for (std::size_t i = 1; i < chain.words.size(); ++i)
    cell.widest_blank = std::max(cell.widest_blank, chain.words[i]->box.x0 - chain.words[i - 1]->box.x1);
  const SmallCaps small_caps(words);
  const bool spaced = letter_spaced(words);
  const double blank_gap = turned ? narrowest_blank(words, em(*words.front())) : 0;
  const double letter_gap = spaced ? widest_letter_gap(words) : 0;
  bool parted = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_private_icon(words[i]->text) && words.size() > 1) {
      parted = !cell.text.empty();
      continue;
    }
    bool blank = i > 0;
    if (i > 0 && turned)
      blank = right_gap(words, i) > blank_gap;
    else if (i > 0 && spaced)
      blank = words[i]->box.x0 - words[i - 1]->box.x1 > letter_gap;
    else if (small_caps.closes(i))
      blank = false;
    else if (i > 0 && !words[i - 1]->space_after)
      blank = words[i]->box.x0 - words[i - 1]->box.x1 > 0.12 * em(*words[i]);
    const Space space = parted                                                             ? Space::gap
                        : !blank                                                           ? Space::none
                        : !spaced && !turned && i > 0 && parts_terms(words, i, small_caps) ? Space::gap
                                                                                           : Space::blank;
    append_word(cell, *words[i], look_of(document, *words[i], small_caps.size(*words[i])), space);
    parted = false;
  }
  for (Segment& segment : cell.segments)
    segment.look.caps = all_caps(std::string_view(cell.text).substr(segment.begin, segment.end - segment.begin));
  if (cell.right_to_left) turn_brackets(cell.text);
  double baseline = 0;
  std::size_t weight = 0;
  for (const Word* word : words) {
    baseline += baselines.of(*word) * static_cast<double>(word->text.size());
    weight += word->text.size();
  }
  cell.baseline = baseline / static_cast<double>(std::max<std::size_t>(weight, 1));
  return cell;
}

/// Words that mark list items though no list knows their letter: symbol fonts without a map to Unicode draw discs as
/// "{" or "l". They stand alone, in a font of their own, at one edge before several lines.
std::vector<std::size_t> repeated_marks(const document::Page& page) {
  std::map<std::tuple<std::string, std::uint16_t, long>, std::vector<std::size_t>> found;
  for (std::size_t i = 0; i + 1 < page.words.size(); ++i) {
    const Word &word = page.words[i], &next = page.words[i + 1];
    if (word.font == next.font || word.rotation != 0 || is_marker(word.text) || text::length(word.text) != 1) continue;
    const double gap = next.box.x0 - word.box.x1;
    if (gap < 0.2 * em(next) || gap > 2 * em(next)) continue;
    if (std::min(word.box.y1, next.box.y1) - std::max(word.box.y0, next.box.y0) <
        0.5 * std::min(word.box.y1 - word.box.y0, next.box.y1 - next.box.y0))
      continue;
    found[{word.text, word.font, std::lround(word.box.x0)}].push_back(i);
  }
  std::vector<std::size_t> out;
  for (const auto& [mark, places] : found)
    if (places.size() >= 3) out.insert(out.end(), places.begin(), places.end());
  return out;
}

enum class Flush { left, right, neither };

/// The side where lines share their edges much more than at the other.
Flush flush_side(const std::vector<Chain>& chains) {
  std::map<long, int> lefts, rights;
  for (const Chain& chain : chains) {
    ++lefts[std::lround(chain.words.front()->box.x0)];
    ++rights[std::lround(chain.x1)];
  }
  const auto shared = [](const std::map<long, int>& edges) {
    int sum = 0;
    for (const auto& [edge, count] : edges) sum += count >= 3 ? count : 0;
    return sum;
  };
  const int left = shared(lefts), right = shared(rights);
  return left > 2 * right + 2 ? Flush::left : right > 2 * left + 2 ? Flush::right : Flush::neither;
}

}  // namespace

std::vector<bool> right_to_left_pages(const document::Document& document) {
  std::vector<bool> out;
  Direction all;
  for (const document::Page& page : document.pages) {
    Direction direction;
    for (const Word& word : page.words) direction.add(word.text);
    out.push_back(direction.right > direction.left);
    all.left += direction.left;
    all.right += direction.right;
  }
  if (all.right * 3 < all.left) return out;
  std::vector<Chain> chains;
  for (const document::Page& page : document.pages) {
    std::vector<Chain> more = string_words(page, true);
    chains.insert(chains.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  const Flush flush = flush_side(chains);
  if (flush != Flush::neither) out.assign(out.size(), flush == Flush::right);
  return out;
}

std::vector<Cell> page_cells(const document::Document& document, const document::Page& printed, bool right_to_left) {
  document::Page marked;
  const std::vector<std::size_t> marks = repeated_marks(printed);
  if (!marks.empty()) marked = printed;
  for (std::size_t i : marks) marked.words[i].text = "•";
  const document::Page& page = marks.empty() ? printed : marked;
  std::vector<Chain> chains = string_words(page, right_to_left);
  cut_at_edges(chains, right_to_left);
  std::vector<Cell> cells;
  cells.reserve(chains.size());
  std::vector<std::vector<const Word*>> lines;
  lines.reserve(chains.size());
  for (const Chain& chain : chains) lines.push_back(chain.words);
  const Baselines baselines(lines);
  for (Chain& chain : chains) {
    Cell cell = make_cell(document, page, chain, right_to_left, baselines);
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
    append_word(cells.back(), word, look_of(document, word, word.size), Space::blank);
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
