#include <resumax/parse/keyword_wall.hpp>

#include <resumax/text/tokens.hpp>

#include <algorithm>
#include <string>
#include <unordered_map>

namespace resumax::parse {

namespace {

constexpr std::size_t shortest_wall = 200;  // bytes
constexpr std::size_t fewest_words = 40, most_repeats = 12, most_terms = 150;

/// Sentences have words between their terms, and ends.
bool reads_as_prose(const std::vector<text::Token>& words, std::string_view language) {
  std::size_t stop_words = 0;
  for (const text::Token& word : words) stop_words += text::is_stop_word(word.folded, language);
  return stop_words * 12 > words.size();
}

}  // namespace

bool is_keyword_wall(std::string_view line) {
  if (line.size() < shortest_wall) return false;
  const auto words = text::tokenize(line);
  if (words.size() < fewest_words) return false;
  if (reads_as_prose(words, text::detect_language(line))) return false;
  std::unordered_map<std::string_view, std::size_t> counts;
  std::size_t most = 0;
  for (const text::Token& word : words)
    if (word.folded.size() > 1) most = std::max(most, ++counts[word.folded]);
  const bool repeats = most >= most_repeats && most * 8 >= words.size();
  return repeats || counts.size() * 3 < words.size() || words.size() > 2 * most_terms;
}

}  // namespace resumax::parse
