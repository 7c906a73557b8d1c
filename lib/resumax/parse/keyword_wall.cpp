#include <resumax/parse/keyword_wall.hpp>

#include <resumax/text/tokens.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>

namespace resumax::parse {

namespace {

constexpr std::size_t shortest_wall = 200;  // bytes
constexpr std::size_t fewest_words = 40, most_repeats = 12, most_words = 300;

/// In any language: the text's own may be one that is not known.
bool is_common(std::string_view word) {
  static constexpr std::string_view languages[] = {"en", "fr", "de", "es", "pt", "it", "nl", "ar"};
  return std::any_of(std::begin(languages), std::end(languages),
                     [&](std::string_view language) { return text::is_stop_word(word, language); });
}

}  // namespace

bool is_keyword_wall(std::string_view line) {
  if (line.size() < shortest_wall) return false;
  const auto words = text::tokenize(line);
  if (words.size() < fewest_words) return false;
  std::unordered_map<std::string_view, std::size_t> counts;
  std::size_t most = 0, common = 0;
  for (const text::Token& word : words) {
    const std::size_t count = ++counts[word.folded];
    if (is_common(word.folded))
      ++common;
    else if (word.folded.size() > 2)
      most = std::max(most, count);
  }
  // Sentences have small words between the others.
  if (common * 12 > words.size()) return false;
  const bool repeats = most >= most_repeats && most * 6 >= words.size();
  return repeats || counts.size() * 3 < words.size() || words.size() > most_words;
}

}  // namespace resumax::parse
