#include <resumax/parse/directed.hpp>

#include <resumax/embedded/directed.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <unordered_map>

namespace resumax::parse {

namespace {

constexpr std::size_t longest_sentence = 400;  // bytes on either side of what was found

struct Step {
  std::size_t gap = 0;  ///< words that may stand before it
  std::vector<std::string> words;
  bool takes(const std::string& word) const { return std::find(words.begin(), words.end(), word) != words.end(); }
};
using Pattern = std::vector<Step>;

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

template <class Visit>
void each_part(std::string_view text, char separator, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

Pattern read_pattern(std::string_view line) {
  Pattern pattern;
  std::size_t gap = 0;
  each_part(line, ' ', [&](std::string_view part) {
    if (part.front() == '~') {
      gap = static_cast<std::size_t>(part.at(1) - '0');
      return;
    }
    Step step;
    step.gap = gap;
    gap = 0;
    each_part(part, '|', [&](std::string_view word) { step.words.push_back(text::fold(word)); });
    pattern.push_back(std::move(step));
  });
  return pattern;
}

/// The table, read once.
class Patterns {
 public:
  static const Patterns& get() {
    static const Patterns patterns;
    return patterns;
  }

  /// The last word of what a pattern finds from word `first` on, or nothing.
  std::size_t match(const std::vector<text::Token>& words, std::size_t first) const {
    std::size_t last = none;
    const auto starting = by_first_.find(words[first].folded);
    if (starting == by_first_.end()) return none;
    for (const std::size_t index : starting->second) {
      const std::size_t end = match(patterns_[index], 1, words, first + 1);
      if (end != none && (last == none || end > last)) last = end;
    }
    return last;
  }
  const std::vector<std::string>& delimiters() const { return delimiters_; }
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

 private:
  Patterns() {
    each_part(embedded::directed(), '\n', [&](std::string_view line) {
      if (line.front() == '#') return;
      if (line.front() == '=') {
        delimiters_.emplace_back(line.substr(1));
        return;
      }
      Pattern pattern = read_pattern(line);
      for (const std::string& word : pattern.front().words) {
        auto& list = by_first_[word];
        if (list.empty() || list.back() != patterns_.size()) list.push_back(patterns_.size());
      }
      patterns_.push_back(std::move(pattern));
    });
  }

  static std::size_t match(const Pattern& pattern, std::size_t step, const std::vector<text::Token>& words,
                           std::size_t at) {
    if (step == pattern.size()) return at - 1;
    for (std::size_t skipped = 0; skipped <= pattern[step].gap && at + skipped < words.size(); ++skipped) {
      if (!pattern[step].takes(words[at + skipped].folded)) continue;
      const std::size_t end = match(pattern, step + 1, words, at + skipped + 1);
      if (end != none) return end;
    }
    return none;
  }

  std::vector<Pattern> patterns_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_;
  std::vector<std::string> delimiters_;
};

bool ends_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n') return true;
  if (c != '.' && c != '!' && c != '?') return false;
  return at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' || text[at + 1] == '\t';
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// From the beginning of the sentence that holds [begin, end) to its end.
TextRange sentence_around(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t low = begin > longest_sentence ? begin - longest_sentence : 0;
  const std::size_t high = std::min(text.size(), end + longest_sentence);
  while (begin > low && !ends_sentence(text, begin - 1)) --begin;
  while (end < high && !ends_sentence(text, end)) ++end;
  if (end < text.size() && text[end] != '\n') ++end;
  while (begin > 0 && is_continuation(text[begin])) --begin;
  while (end < text.size() && is_continuation(text[end])) ++end;
  while (begin < end && text[begin] == ' ') ++begin;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::vector<TextRange> find_directed(std::string_view utf8) {
  const Patterns& patterns = Patterns::get();
  std::vector<TextRange> found;
  const auto words = text::tokenize(utf8);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t last = patterns.match(words, i);
    if (last != Patterns::none) found.push_back(sentence_around(utf8, words[i].begin, words[last].end));
  }
  if (utf8.find_first_of("<[#") != std::string_view::npos || utf8.find("SYSTEM") != std::string_view::npos ||
      utf8.find("ystem prompt") != std::string_view::npos) {
    const std::string lower = lower_ascii(utf8);
    for (const std::string& mark : patterns.delimiters())
      for (auto at = lower.find(mark); at != std::string::npos; at = lower.find(mark, at + mark.size()))
        found.push_back(sentence_around(utf8, at, at + mark.size()));
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  std::vector<TextRange> out;
  for (const TextRange& range : found) {
    if (!out.empty() && range.begin <= out.back().end)
      out.back().end = std::max(out.back().end, range.end);
    else
      out.push_back(range);
  }
  return out;
}

std::string without(std::string_view utf8, const std::vector<TextRange>& ranges) {
  std::string out;
  std::size_t at = 0;
  for (const TextRange& range : ranges) {
    out += utf8.substr(at, range.begin - at);
    at = range.end;
  }
  return out += utf8.substr(at);
}

}  // namespace resumax::parse
