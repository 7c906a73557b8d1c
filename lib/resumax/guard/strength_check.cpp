#include <resumax/guard/claims.hpp>

#include <algorithm>

namespace resumax::guard {

namespace {

/// A run of words of one line: its sentence, or what a verb governs.
using Words = std::vector<const Word*>;

struct Sentence {
  const Line* line = nullptr;
  Words words;
};

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

/// The sentences of the source that share most topics with these; none when fewer than `least` are shared.
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

/// What the word at `at` is about: up to `reach` topics behind it, or before it at a sentence's end. A verb between
/// ends it, but for one who helps ("assisted the director in preparing the budget") with `through`.
Words governed(const Words& words, std::size_t at, std::size_t reach, bool through = false) {
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

int strongest(const Words& words) {
  int tier = 0;
  for (const Word* word : words) tier = std::max(tier, word->tier);
  return tier;
}

class Strength {
 public:
  Strength(const Line& proposed, const Support& support) : line_(proposed), proposed_(sentences_of(proposed)) {
    for (const Line* line : support.lines())
      for (Sentence& sentence : sentences_of(*line)) source_.push_back(std::move(sentence));
  }

  std::optional<Objection> run() const {
    for (const Sentence& sentence : proposed_) {
      if (auto objection = stronger_verbs(sentence)) return objection;
      const auto sources = nearest(topics_of(sentence.words), source_, 1);
      if (sources.empty()) continue;
      // Where several lines say it, one that allows the claim is enough.
      std::optional<Objection> first;
      bool allowed = false;
      for (const Sentence* source : sources) {
        auto objection = weaker_words_dropped(sentence, *source);
        if (!objection) {
          allowed = true;
          break;
        }
        if (!first) first = std::move(objection);
      }
      if (!allowed && first) return first;
      if (auto objection = negation_added(sentence)) return objection;
      if (auto objection = scope_widened(sentence)) return objection;
      if (auto objection = turned_round(sentence)) return objection;
    }
    return std::nullopt;
  }

 private:
  std::string written(const Word& word) const { return line_.text.substr(word.begin, word.end - word.begin); }

  /// A verb of leading or directing over things that the source only says were made or helped with.
  std::optional<Objection> stronger_verbs(const Sentence& sentence) const {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const Word& verb = *sentence.words[i];
      if (verb.tier < 3) continue;
      const auto sources = nearest(governed(sentence.words, i, 5), source_, 1);
      if (sources.empty()) continue;
      const bool allowed = std::any_of(sources.begin(), sources.end(),
                                       [&](const Sentence* source) {
                                         return strongest(source->words) > verb.tier || holds(source->words, verb) ||
                                                (verb.tier == 3 && strongest(source->words) == 0);
                                       }) ||
                           says_so(verb, governed(sentence.words, i, 1));
      if (!allowed) return Objection{"claims more than the source: it does not say this was done so", {written(verb)}};
    }
    return std::nullopt;
  }

  /// Whether some sentence of the source has the same word over the same thing.
  bool says_so(const Word& verb, const Words& topic) const {
    return std::any_of(source_.begin(), source_.end(), [&](const Sentence& source) {
      return overlap(topic, source.words) == topic.size() &&
             std::any_of(source.words.begin(), source.words.end(),
                         [&](const Word* word) { return word->folded == verb.folded; });
    });
  }

  std::optional<Objection> weaker_words_dropped(const Sentence& sentence, const Sentence& source) const {
    const bool weak_kept = std::any_of(line_.words.begin(), line_.words.end(),
                                       [](const Word& word) { return word.tier == 1 || word.tier == 2; });
    const bool negated =
        std::any_of(sentence.words.begin(), sentence.words.end(), [](const Word* word) { return word->negation; });
    for (std::size_t i = 0; i < source.words.size(); ++i) {
      const Word& word = *source.words[i];
      const bool weak = (word.tier == 1 || word.tier == 2) && at_head(source.words, i);
      if (weak && !weak_kept && keeps(sentence, governed(source.words, i, 6, true), 2))
        return Objection{"drops a word that makes the claim smaller", {std::string(word.folded)}};
      if (word.negation && !negated && keeps(sentence, governed(source.words, i, 3), 1))
        return Objection{"drops a negation", {std::string(word.folded)}};
      if (word.limit && !holds(sentence.words, word) && keeps_neighbour(sentence, source.words, i))
        return Objection{"drops a word that makes the claim smaller", {std::string(word.folded)}};
    }
    return std::nullopt;
  }

  /// Whether the verb at `i` is what the sentence says was done, not part of its object ("a tool that supports…").
  static bool at_head(const Words& words, std::size_t i) {
    if (i < 2) return true;
    const std::string& before = words[i - 1]->folded;
    return before == "i" || before == "to" || before == "for" || before == "and" || before == "actively" ||
           before == "of" || before == "pu" || before == "j";
  }

  /// Whether at least `least` of the topics (or all of fewer) stand in the sentence too.
  static bool keeps(const Sentence& sentence, const Words& topics, std::size_t least) {
    return !topics.empty() && overlap(topics, sentence.words) >= std::min(least, topics.size());
  }

  static bool keeps_neighbour(const Sentence& sentence, const Words& words, std::size_t i) {
    for (std::size_t j = i + 1; j < words.size() && j <= i + 4; ++j)
      if (is_topic(*words[j])) return holds(sentence.words, *words[j]);
    for (std::size_t j = i; j-- > 0 && j + 4 >= i;)
      if (is_topic(*words[j])) return holds(sentence.words, *words[j]);
    return false;
  }

  std::optional<Objection> negation_added(const Sentence& sentence) const {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const Word& word = *sentence.words[i];
      if (!word.negation) continue;
      const auto sources = nearest(governed(sentence.words, i, 3), source_, 1);
      const bool known = std::any_of(sources.begin(), sources.end(), [](const Sentence* source) {
        return std::any_of(source->words.begin(), source->words.end(), [](const Word* w) { return w->negation; });
      });
      if (!known) return Objection{"adds a negation", {written(word)}};
    }
    return std::nullopt;
  }

  /// "every week" is a pace, no scope.
  static bool counts_time(const Words& words, std::size_t i) {
    static constexpr std::string_view times[] = {"second", "minute", "hour", "day",   "week", "month", "quarter",
                                                 "year",   "شهر",    "يوم",  "اسبوع", "سنه",  "عام",   "ساعه"};
    return i < words.size() && std::find(std::begin(times), std::end(times), words[i]->folded) != std::end(times);
  }

  /// "every team" where the source counts or names some.
  std::optional<Objection> scope_widened(const Sentence& sentence) const {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const Word& word = *sentence.words[i];
      if (!word.scope || counts_time(sentence.words, i + 1)) continue;
      const auto sources = nearest(governed(sentence.words, i, 3), source_, 1);
      const bool known = std::any_of(sources.begin(), sources.end(), [](const Sentence* source) {
        return std::any_of(source->words.begin(), source->words.end(), [](const Word* w) { return w->scope; });
      });
      if (!known) return Objection{"claims a wider scope than the source", {written(word)}};
    }
    return std::nullopt;
  }

  /// What another sentence of the same line denies ("avoided large frameworks") said as done.
  std::optional<Objection> turned_round(const Sentence& sentence) const {
    if (std::any_of(sentence.words.begin(), sentence.words.end(), [](const Word* word) { return word->negation; }))
      return std::nullopt;
    for (const Sentence& source : source_) {
      if (source.line->path != line_.path) continue;
      for (std::size_t i = 0; i < source.words.size(); ++i) {
        const Words denied = governed(source.words, i, 3);
        if (source.words[i]->negation && denied.size() > 1 && overlap(denied, sentence.words) == denied.size())
          return Objection{"drops a negation", {source.words[i]->folded}};
      }
    }
    return std::nullopt;
  }

  const Line& line_;
  std::vector<Sentence> proposed_, source_;
};

}  // namespace

std::optional<Objection> check_strength(const Line& proposed, const Support& support) {
  return Strength(proposed, support).run();
}

}  // namespace resumax::guard
