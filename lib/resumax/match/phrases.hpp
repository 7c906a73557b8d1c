#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::match {

/// A word for phrase matching: a part of a text::Token. "CI/CD", "ci-cd" and "CI CD" are the units "ci", "cd"; "C++",
/// ".NET", "Node.js" and "R&D" stay one unit; "&" between words, "und" and "et" are the unit "and".
struct Unit {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text
  std::string folded;
  bool starts_sentence = false;
  bool breaks_before = false;  ///< a comma, bracket, line end … stands before it: no phrase runs across
  bool glued = false;          ///< joined to a neighbour by a hyphen or apostrophe ("C-level", "c'est")
};

/// "and", "und", "et": one unit whatever the language.
bool is_and(std::string_view folded);

std::vector<Unit> split_units(std::string_view utf8);

/// Calls `visit` with each part of a table's cell that lists words divided by |.
template <class Visit>
void each_listed(std::string_view list, Visit visit) {
  while (!list.empty()) {
    const auto bar = list.find('|');
    visit(list.substr(0, bar));
    list.remove_prefix(bar == std::string_view::npos ? list.size() : bar + 1);
  }
}

/// Whether a word is written in Arabic letters, by its first one.
bool is_arabic(std::string_view word);

/// Arabic words lose the article and what is written onto it; other words stay.
std::string_view without_article(std::string_view folded);

/// Forms of `folded` that it may stand for, itself first, most exact first: singular, without a version number
/// ("python3"), without an Arabic prefix. Appends to `out`.
void word_forms(std::string_view folded, std::vector<std::string>& out);

/// The singular by rule ("apis" -> "api", "technologies" -> "technology"), or "" where there is none.
std::string singular(std::string_view folded);

/// The stem of a folded word; in a language without a stemmer its first letters, which tell most words apart and join
/// their endings.
std::string stem_of(std::string_view folded, std::string_view language);

/// Phrases of words, each with a value. Words are looked up once and then walked as numbers. The tables are open
/// addressed: thousands of phrases have to be in within a few milliseconds.
class PhraseTrie {
 public:
  static constexpr std::uint32_t none = 0xffffffff;
  static constexpr std::uint32_t root = 0;

  /// Makes room for about so many phrases.
  explicit PhraseTrie(std::size_t phrases = 16);

  /// Adds a phrase; returns the value that stands there already, or `none` when it is new.
  std::uint32_t add(const std::vector<std::string>& words, std::uint32_t value);

  /// The number of a word, or `none` where no phrase has it.
  std::uint32_t word(std::string_view folded) const;
  std::uint32_t step(std::uint32_t node, std::uint32_t word) const;
  /// The value of the phrase that ends at a node, or `none`.
  std::uint32_t value(std::uint32_t node) const { return values_[node]; }

 private:
  struct Word {
    std::uint32_t begin = 0, length = 0, hash = 0;
  };
  struct Edge {
    std::uint64_t key = 0;  ///< node and word
    std::uint32_t node = none;
  };

  std::size_t word_slot(std::string_view text, std::uint32_t hash) const;
  std::size_t edge_slot(std::uint64_t key) const;
  std::uint32_t intern(std::string_view text);
  std::uint32_t extend(std::uint32_t node, std::uint32_t word);

  std::string letters_;  ///< of all words
  std::vector<Word> words_;
  std::vector<std::uint32_t> word_slots_;  ///< power of two, at most half full; `none` where free
  std::vector<Edge> edges_;                ///< likewise; free where `node` is `none`
  std::vector<std::uint32_t> values_ = {none};
};

}  // namespace resumax::match
