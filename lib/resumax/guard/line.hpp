#pragma once

#include <resumax/guard/lexicon.hpp>
#include <resumax/text/dates.hpp>
#include <resumax/text/numbers.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace resumax::guard {

/// A word of a line with what the checks ask of it.
struct Word {
  std::uint32_t begin = 0, end = 0;
  std::string folded;
  std::vector<std::string> keys;  ///< its stems: by the line's language, and by English where that is another
  std::vector<int> groups;        ///< synonym groups
  /// Words without a common bit in one of these do not mean the same.
  std::uint64_t key_mark = 0, group_mark = 0;
  int sentence = 0;
  int tier = 0;
  Traits traits;
  bool stop = false;
  bool capital = false;    ///< starts with a capital that no sentence start explains
  bool name_like = false;  ///< an acronym, or with digits, signs or inner capitals
  bool phrase = false;     ///< read as part of a phrase, not as itself
  bool number = false;     ///< part of a number or date found in the line
  bool is(Traits any) const { return traits.has(any); }
  bool content() const { return !stop && !number && !is(Trait::filler); }
};

/// A line taken apart: words ("CI/CD", "l'outil" and "node.js" in their parts), numbers and dates.
struct Line {
  std::string path, text;
  std::string language;
  std::vector<Word> words;
  std::vector<text::Number> numbers;
  std::vector<text::DateMatch> dates;
};

/// What is known of words by their letters, so that a check does not look them up again.
class Vocabulary {
 public:
  void learn(const Word& word, std::string_view language);
  /// Fills in what is known of the word by its letters; false where it is none of them.
  bool recall(Word& word, std::string_view language) const;

 private:
  static std::string key(const Word& word, std::string_view language);
  std::unordered_map<std::string, Word> known_;
};

/// `language` is that of the resume, used where the line's own cannot be told. Words are looked up in
/// `known`, and new ones learned.
Line read_line(std::string_view path, std::string_view text, std::string_view language, Vocabulary* known = nullptr);

/// The word as it is written there.
std::string_view written(const Line& line, const Word& word);

/// A title in the singular: what somebody is, where the plural speaks of others.
bool names_holder(const Word& word);

/// Those who do something, by its verb: "providers", "operators".
bool names_doers(const Word& word);

/// Whether two words may stand for each other: a common key or synonym, or forms of one root.
bool same_meaning(const Word& a, const Word& b);

/// Whether two keys are forms of one root ("architectur", "architect").
bool same_root(std::string_view a, std::string_view b);

/// Whether one is a misspelling of the other: long words at a distance of a letter or two.
bool is_misspelling(std::string_view a, std::string_view b);

}  // namespace resumax::guard
