#pragma once

#include <resumax/guard/line.hpp>

#include <vector>

namespace resumax::guard {

/// A run of words of one line: its sentence, or what a verb governs.
using Words = std::vector<const Word*>;

struct Sentence {
  const Line* line = nullptr;
  Words words;
};

std::vector<Sentence> sentences_of(const Line& line);

/// A word that says what a sentence is about, not what was done.
bool is_topic(const Word& word);
Words topics_of(const Words& words);

/// Whether some word means the same, or is a misspelling of it.
bool holds(const Words& words, const Word& wanted);
/// How many of the topics stand in the sentence.
std::size_t overlap(const Words& topics, const Words& sentence);

/// The sentences of the source that share most topics with these; none when fewer than `least` are shared.
std::vector<const Sentence*> nearest(const Words& topics, const std::vector<Sentence>& source, std::size_t least);

/// What the word at `at` is about: up to `reach` topics behind it, or before it at a sentence's end. A verb between
/// ends it, but for one who helps ("assisted the director in preparing the budget") with `through`.
Words governed(const Words& words, std::size_t at, std::size_t reach, bool through = false);

}  // namespace resumax::guard
