#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
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

std::vector<Unit> split_units(std::string_view utf8);

/// Arabic words lose the article and what is written onto it; other words stay.
std::string_view without_article(std::string_view folded);

/// Forms of `folded` that it may stand for, itself first, most exact first: singular, without a version number
/// ("python3"), without an Arabic prefix. Appends to `out`.
void word_forms(std::string_view folded, std::vector<std::string>& out);

/// The singular by rule ("apis" -> "api", "technologies" -> "technology"), or "" where there is none.
std::string singular(std::string_view folded);

/// Phrases of words, each with a value. Words are looked up once and then walked as numbers.
class PhraseTrie {
 public:
  static constexpr std::uint32_t none = 0xffffffff;

  /// Adds a phrase; returns the value that stands there already, or `none` when it is new.
  std::uint32_t add(const std::vector<std::string>& words, std::uint32_t value);

  /// The number of a word, or `none` where no phrase has it.
  std::uint32_t word(std::string_view folded) const;
  std::uint32_t step(std::uint32_t node, std::uint32_t word) const;
  /// The value of the phrase that ends at a node, or `none`.
  std::uint32_t value(std::uint32_t node) const { return values_[node]; }
  static constexpr std::uint32_t root = 0;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::vector<std::uint32_t> values_ = {none};
};

}  // namespace resumax::match
