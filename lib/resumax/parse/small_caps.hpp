#pragma once

#include <resumax/document/document.hpp>

#include <vector>

namespace resumax::parse {

/// Small capitals in a run of words: a word is drawn as a large initial and smaller letters, with the initial, or each
/// letter where they are spaced, as a word of its own ("W ork E xperience").
class SmallCaps {
 public:
  explicit SmallCaps(const std::vector<const document::Word*>& words);

  bool any() const { return large_ > 0; }
  /// Whether words[i] goes on with the word before it.
  bool closes(std::size_t i) const;
  /// Font size of the initials, where the word is set in small capitals of this run; else its own.
  float size(const document::Word& word) const;

 private:
  bool goes_on(std::size_t i) const;

  const std::vector<const document::Word*>& words_;
  float large_ = 0, small_ = 0;
};

}  // namespace resumax::parse
