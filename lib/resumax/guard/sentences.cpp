#include <resumax/guard/sentences.hpp>

#include <algorithm>
#include <iterator>

namespace resumax::guard {

std::vector<Sentence> sentences_of(const Line& line) {
  std::vector<Sentence> out;
  int current = -1;
  for (const Word& word : line.words) {
    if (word.sentence != current) {
      current = word.sentence;
      out.push_back({&line, {}});
    }
    out.back().words.push_back(&word);
  }
  return out;
}

bool is_topic(const Word& word) { return word.content() && word.tier == 0; }

bool holds(const Words& words, const Word& wanted) {
  return std::any_of(words.begin(), words.end(), [&](const Word* word) {
    return same_meaning(*word, wanted) || is_misspelling(word->folded, wanted.folded);
  });
}

std::size_t overlap(const Words& topics, const Words& sentence) {
  return static_cast<std::size_t>(
      std::count_if(topics.begin(), topics.end(), [&](const Word* word) { return holds(sentence, *word); }));
}

Words topics_of(const Words& words) {
  Words out;
  std::copy_if(words.begin(), words.end(), std::back_inserter(out), [](const Word* word) { return is_topic(*word); });
  return out;
}

std::vector<const Sentence*> nearest(const Words& topics, const std::vector<Sentence>& source, std::size_t least) {
  std::vector<const Sentence*> best;
  std::size_t most = std::max<std::size_t>(least, 1);
  for (const Sentence& sentence : source) {
    const std::size_t shared = overlap(topics, sentence.words);
    if (shared < most) continue;
    if (shared > most) best.clear();
    most = shared;
    best.push_back(&sentence);
  }
  return best;
}

Words governed(const Words& words, std::size_t at, std::size_t reach, bool through) {
  Words out;
  for (std::size_t i = at + 1; i < words.size() && out.size() < reach; ++i) {
    if (!through && words[i]->tier >= 3 && !out.empty()) break;
    if (is_topic(*words[i])) out.push_back(words[i]);
  }
  if (out.empty())
    for (std::size_t i = at; i-- > 0 && out.size() < reach;)
      if (is_topic(*words[i])) out.push_back(words[i]);
  return out;
}

}  // namespace resumax::guard
