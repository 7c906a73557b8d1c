#include <resumax/diff/diff.hpp>
#include <resumax/diff/sequence.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace resumax::diff {

namespace {

// A word and the blanks after it. Punctuation around a word is a word of its own, signs inside or that belong to it
// ("C++", ".NET", "CI/CD", "40%") are not.
struct Word {
  std::string text, blanks;
};

constexpr std::array<std::string_view, 9> openers = {"(", "[", "{", "\"", "'", "«", "“", "‘", "„"};
constexpr std::array<std::string_view, 18> closers = {",",  ".", ";", ":", "!", "?", ")", "]", "}",
                                                      "\"", "'", "»", "”", "’", "،", "؛", "؟", "…"};
constexpr std::array<std::string_view, 2> dashes = {"–", "—"};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

template <std::size_t N>
std::size_t leading(std::string_view text, const std::array<std::string_view, N>& signs) {
  for (std::string_view sign : signs)
    if (text.starts_with(sign)) return sign.size();
  return 0;
}

template <std::size_t N>
std::size_t trailing(std::string_view text, const std::array<std::string_view, N>& signs) {
  for (std::string_view sign : signs)
    if (text.ends_with(sign)) return sign.size();
  return 0;
}

// The parts of a run without blanks, in order.
void split_run(std::string_view run, std::vector<Word>& words) {
  while (const std::size_t n = run.empty() ? 0 : leading(run, openers)) {
    words.push_back({std::string(run.substr(0, n)), ""});
    run.remove_prefix(n);
  }
  std::vector<std::string_view> tail;
  while (const std::size_t n = run.empty() ? 0 : trailing(run, closers)) {
    tail.push_back(run.substr(run.size() - n));
    run.remove_suffix(n);
  }
  std::size_t begin = 0;
  for (std::size_t i = 0; i < run.size();) {
    const std::size_t n = leading(run.substr(i), dashes);
    if (n > 0) {
      if (i > begin) words.push_back({std::string(run.substr(begin, i - begin)), ""});
      words.push_back({std::string(run.substr(i, n)), ""});
      begin = i + n;
    }
    i += std::max<std::size_t>(n, 1);
  }
  if (begin < run.size()) words.push_back({std::string(run.substr(begin)), ""});
  for (auto it = tail.rbegin(); it != tail.rend(); ++it) words.push_back({std::string(*it), ""});
}

std::vector<Word> split_words(std::string_view line) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t end = i;
    while (end < line.size() && is_blank(line[end]) == is_blank(line[i])) ++end;
    const std::string_view run = line.substr(i, end - i);
    if (!is_blank(line[i])) {
      split_run(run, words);
    } else if (words.empty()) {
      words.push_back({"", std::string(run)});
    } else {
      words.back().blanks = run;
    }
    i = end;
  }
  return words;
}

std::vector<std::string> texts(const std::vector<Word>& words) {
  std::vector<std::string> out;
  out.reserve(words.size());
  for (const Word& word : words) out.push_back(word.text);
  return out;
}

void push(std::vector<WordPiece>& pieces, Op op, const std::string& text) {
  if (text.empty()) return;
  if (!pieces.empty() && pieces.back().op == op) {
    pieces.back().value += text;
  } else {
    pieces.push_back({op, text});
  }
}

// Lone short words kept between two changes make a highlight hard to read: they join the changes.
std::vector<detail::Step> without_islands(const std::vector<detail::Step>& steps, const std::vector<Word>& before) {
  std::vector<detail::Step> out;
  for (std::size_t i = 0; i < steps.size();) {
    std::size_t end = i;
    while (end < steps.size() && steps[end].op == Op::keep) ++end;
    std::size_t bytes = 0;
    for (std::size_t k = i; k < end; ++k) bytes += before[steps[k].before].text.size();
    const bool island = end > i && i > 0 && end < steps.size() && bytes <= 3;
    for (; i < end; ++i) {
      if (!island) {
        out.push_back(steps[i]);
      } else {
        out.push_back({Op::remove, steps[i].before, steps[i].after});
        out.push_back({Op::add, steps[i].before, steps[i].after});
      }
    }
    while (i < steps.size() && steps[i].op != Op::keep) out.push_back(steps[i++]);
  }
  return out;
}

}  // namespace

std::vector<WordPiece> diff_words(std::string_view before, std::string_view after) {
  const std::vector<Word> old_words = split_words(before), new_words = split_words(after);
  const auto steps = without_islands(detail::edit_script(texts(old_words), texts(new_words)), old_words);
  std::vector<WordPiece> pieces;
  std::string removed, added;
  const auto flush = [&] {
    push(pieces, Op::remove, removed);
    push(pieces, Op::add, added);
    removed.clear();
    added.clear();
  };
  for (const detail::Step& step : steps) {
    if (step.op == Op::remove) {
      removed += old_words[step.before].text + old_words[step.before].blanks;
    } else if (step.op == Op::add) {
      added += new_words[step.after].text + new_words[step.after].blanks;
    } else {
      flush();
      push(pieces, Op::keep, old_words[step.before].text);
      const std::string& was = old_words[step.before].blanks;
      const std::string& is = new_words[step.after].blanks;
      if (was == is) {
        push(pieces, Op::keep, was);
      } else {
        removed = was;
        added = is;
      }
    }
  }
  flush();
  return pieces;
}

namespace detail {

double similarity(const std::string& a, const std::string& b) {
  std::map<std::string, int> counts;
  std::size_t total = 0, shared = 0;
  for (const Word& word : split_words(a)) {
    counts[word.text] += 1;
    total += word.text.size();
  }
  for (const Word& word : split_words(b)) {
    total += word.text.size();
    if (auto it = counts.find(word.text); it != counts.end() && it->second-- > 0) shared += word.text.size();
  }
  return total == 0 ? 1.0 : 2.0 * static_cast<double>(shared) / static_cast<double>(total);
}

}  // namespace detail

}  // namespace resumax::diff
