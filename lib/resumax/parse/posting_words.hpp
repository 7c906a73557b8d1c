#pragma once

#include <resumax/text/tokens.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace resumax::parse {

/// A set of phrases in several languages, compared word by word in folded form; Arabic articles are ignored.
class PhraseTable {
 public:
  void add(std::string_view phrase);
  /// Words of the longest phrase that starts at `at`, 0 for none.
  std::size_t match(const std::vector<text::Token>& tokens, std::size_t at) const;
  /// The longest phrase anywhere in the words, the first of equals.
  struct Hit {
    std::size_t at = 0, words = 0;
    explicit operator bool() const { return words > 0; }
  };
  Hit find(const std::vector<text::Token>& tokens) const;
  bool is_whole(const std::vector<text::Token>& tokens) const;

 private:
  using Phrase = std::vector<std::string>;
  std::unordered_map<std::string, std::vector<Phrase>> by_first_;
  std::vector<Phrase> open_;  // phrases whose first word has a star
};

/// A table of posting_words.txt or posting_places.txt by its name; asking for one that is not there throws
/// std::out_of_range.
const PhraseTable& posting_table(const std::string& name);

}  // namespace resumax::parse
