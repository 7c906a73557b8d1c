#include <resumax/guard/quantities.hpp>
#include <resumax/guard/support.hpp>
#include <resumax/text/number_words.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace resumax::guard {

namespace {

/// Verbs say what happened to what a number counts: "raised" and "improved" are no common ground.
bool counts(const Word& word) {
  if (word.folded == "person" || word.folded == "member") return false;  // "a six-person team"
  return !word.stop && !word.number && word.tier == 0 && !word.is(Traits(Trait::up) | Trait::down | Trait::change);
}

/// Whether a comma stands between a word and the one before it.
bool parted(const Line& line, int i) {
  const auto at = static_cast<std::size_t>(i);
  if (i < 1 || at >= line.words.size() || line.words[at - 1].end > line.words[at].begin) return false;
  const auto& before = line.words[at - 1];
  return std::string_view(line.text).substr(before.end, line.words[at].begin - before.end).find(',') !=
         std::string_view::npos;
}

/// Whether the word of one line is among those that an acronym of the other stands for.
bool spelled(const Line& line, const Word& word, const Line& other, const Word& acronym) {
  const std::string letters = acronym_letters(written(other, acronym));
  if (letters.empty() || letters.find(word.folded[0]) == std::string::npos) return false;
  const auto [first, last] = find_expansion(line, letters);
  return &word >= line.words.data() + first && &word < line.words.data() + last;
}

/// "pre-reg" for "pre-registration", "phone" for "telephone".
bool is_clipped(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() >= 3 && b.size() >= a.size() + 4 && b.starts_with(a);
}

/// "Wohnbauvorhaben" for "Wohnbauprojekte": German compounds of one beginning, the new one with a plain end.
bool same_beginning(std::string_view a, std::string_view b) {
  constexpr std::size_t beginning = 6, least = 4;
  std::size_t common = 0;
  while (common < std::min(a.size(), b.size()) && a[common] == b[common]) ++common;
  if (common < beginning || a.size() < common + least || b.size() < common + least) return false;
  const auto plain = [](std::string_view end) {
    return word_facts(end, keys_of(end, "de"), "de").traits.has(Trait::thing);
  };
  return plain(a.substr(common)) && plain(b.substr(common));
}

}  // namespace

std::vector<Neighbour> neighbours(const Line& line, const text::Number& number, int reach) {
  int first = -1, last = -1;
  const int size = static_cast<int>(line.words.size());
  for (int i = 0; i < size; ++i) {
    const Word& word = line.words[static_cast<std::size_t>(i)];
    if (word.begin >= number.end || word.end <= number.begin) continue;
    if (first < 0) first = i;
    last = i;
  }
  constexpr int behind_another = 3;  // what stands behind another number is rather of that
  std::vector<Neighbour> out;
  if (first < 0) return out;
  const int sentence = line.words[static_cast<std::size_t>(first)].sentence;
  int distance = 0;
  for (int i = last + 1; i < size && distance < reach; ++i) {
    const Word& word = line.words[static_cast<std::size_t>(i)];
    if (word.sentence != sentence) break;
    if (word.number && parted(line, i)) distance += behind_another;
    if (counts(word)) out.push_back({&line, &word, ++distance});
  }
  distance = 0;
  for (int i = first; i-- > 0 && distance < reach;) {
    const Word& word = line.words[static_cast<std::size_t>(i)];
    if (word.sentence != sentence) break;
    if (word.number && parted(line, i + 1)) distance += behind_another;
    if (counts(word)) out.push_back({&line, &word, -++distance});
  }
  return out;
}

bool alike(const Line& left, const Word& a, const Line& right, const Word& b) {
  if (same_meaning(a, b) || is_misspelling(a.folded, b.folded) || is_clipped(a.folded, b.folded)) return true;
  if (spelled(left, a, right, b) || spelled(right, b, left, a)) return true;
  if (left.language.starts_with("de") && same_beginning(a.folded, b.folded)) return true;
  return std::min(a.folded.size(), b.folded.size()) >= 5 &&
         (a.folded.find(b.folded) != std::string::npos || b.folded.find(a.folded) != std::string::npos);
}

double likeness(const std::vector<Neighbour>& left, const std::vector<Neighbour>& right) {
  double sum = 0;
  for (const Neighbour& a : left) {
    double best = 0;
    for (const Neighbour& b : right) {
      if (!alike(*a.line, *a.word, *b.line, *b.word)) continue;
      const int apart = std::abs(a.distance) + std::abs(b.distance) + ((a.distance < 0) != (b.distance < 0) ? 1 : 0);
      best = std::max(best, 1.0 / (apart * apart));
    }
    sum += best;
  }
  return sum;
}

bool equal_value(const text::Number& a, const text::Number& b) {
  const auto ours = text::in_base_unit(a.value, a.unit), theirs = text::in_base_unit(b.value, b.unit);
  const double scale = std::max({1.0, std::fabs(ours.value), std::fabs(theirs.value)});
  return ours.unit == theirs.unit && std::fabs(ours.value - theirs.value) <= 1e-9 * scale;
}

bool same_kind(const text::Number& a, const text::Number& b) {
  return a.unit == b.unit || text::in_base_unit(0, a.unit).unit == text::in_base_unit(0, b.unit).unit;
}

int sentence_of(const Line& line, const text::Number& number) {
  for (const Word& word : line.words)
    if (word.begin < number.end && word.end > number.begin) return word.sentence;
  return -1;
}

bool is_change(const Line& line, const text::Number& from, const text::Number& to) {
  constexpr std::uint32_t longest = 30;  // bytes
  if (from.end > to.begin || to.begin - from.end > longest || !same_kind(from, to)) return false;
  static constexpr std::string_view joints[] = {" to ", " auf ", " bis ", " a ", " para ", " hasta ", " الي "};
  const std::string between = " " + text::fold(std::string_view(line.text).substr(from.end, to.begin - from.end)) + " ";
  if (between.find_first_of(",;.") != std::string::npos) return false;
  return std::any_of(std::begin(joints), std::end(joints),
                     [&](std::string_view joint) { return between.find(joint) != std::string::npos; });
}

bool gives_change(const Line& source, const text::Number& from, const text::Number& to) {
  for (std::size_t i = 0; i + 1 < source.numbers.size(); ++i)
    if (equal_value(source.numbers[i], from) && equal_value(source.numbers[i + 1], to) &&
        is_change(source, source.numbers[i], source.numbers[i + 1]))
      return true;
  return false;
}

bool keeps_change(const Line& line, const text::Number& number, const Line& source) {
  for (std::size_t i = 0; i + 1 < line.numbers.size(); ++i) {
    const text::Number &from = line.numbers[i], &to = line.numbers[i + 1];
    if ((&from != &number && &to != &number) || !is_change(line, from, to)) continue;
    if (gives_change(source, from, to)) return true;
  }
  return false;
}

bool is_difference(const text::Number& number, const Line& line, const Line& source) {
  static constexpr std::string_view points[] = {"point", "points", "percentage"};
  const auto behind =
      std::find_if(line.words.begin(), line.words.end(), [&](const Word& word) { return word.begin >= number.end; });
  const bool of_points =
      behind != line.words.end() && std::find(std::begin(points), std::end(points), behind->folded) != std::end(points);
  for (std::size_t i = 0; i + 1 < source.numbers.size(); ++i) {
    const text::Number &from = source.numbers[i], &to = source.numbers[i + 1];
    if (!is_change(source, from, to)) continue;
    const bool both = std::any_of(line.numbers.begin(), line.numbers.end(),
                                  [&](const text::Number& other) { return equal_value(other, from); }) &&
                      std::any_of(line.numbers.begin(), line.numbers.end(),
                                  [&](const text::Number& other) { return equal_value(other, to); });
    const bool unit = number.unit == to.unit || (of_points && to.unit == "%" && number.unit.empty());
    if (both && unit && std::fabs(std::fabs(from.value - to.value) - number.value) < 1e-9) return true;
  }
  return false;
}

}  // namespace resumax::guard
