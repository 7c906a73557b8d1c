#include <resumax/guard/claims.hpp>
#include <resumax/guard/sentences.hpp>

#include <algorithm>

namespace resumax::guard {

namespace {

int strongest(const Words& words) {
  int tier = 0;
  for (const Word* word : words) tier = std::max(tier, word->tier);
  return tier;
}

bool is_led(const Word& word) { return word.is(Trait::people) || (word.is(Trait::title) && !names_holder(word)); }

/// How much the word at `i` claims over what it governs. To manage accounts or to lead a workshop is to do it; to
/// manage or lead people is more.
int claim_at(const Words& words, std::size_t i) {
  const Word& verb = *words[i];
  if (verb.tier != 4) return verb.tier;
  bool over_people = false, over_event = false;
  for (std::size_t j = i + 1; j < words.size() && j <= i + 6; ++j) {
    if (words[j]->tier >= 3 && !words[j]->is(Trait::people)) break;
    over_people = over_people || is_led(*words[j]);
    over_event = over_event || words[j]->is(Trait::event);
  }
  return !over_people && (verb.is(Trait::mild) || over_event) ? 3 : 4;
}

int strongest_claim(const Words& words) {
  int claim = 0;
  for (std::size_t i = 0; i < words.size(); ++i) claim = std::max(claim, claim_at(words, i));
  return claim;
}

/// "helped develop", "contributed to developing", "made contributions".
bool is_helped(const Words& words, std::size_t i) {
  if (i + 1 < words.size() && (words[i + 1]->tier == 1 || words[i + 1]->tier == 2)) return true;
  for (std::size_t j = i; j-- > 0 && j + 3 >= i;) {
    if (words[j]->tier == 1 || words[j]->tier == 2) return true;
    if (words[j]->tier > 2 || words[j]->folded == "and") return false;
  }
  return false;
}

/// "helped", "together with", "worked with": words that share the credit.
bool shares_credit(const Line& line) {
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const Word& word = line.words[i];
    if (word.tier == 1 || word.tier == 2) return true;
    if (!word.folded.starts_with("work")) continue;
    for (std::size_t j = i + 1; j < line.words.size() && j <= i + 2; ++j)
      if (line.words[j].folded == "with" || line.words[j].folded == "on") return true;
  }
  return false;
}

class Strength {
 public:
  Strength(const Line& proposed, const Support& support)
      : line_(proposed), proposed_(sentences_of(proposed)), source_(support.sentences()) {}

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
      const int claim = claim_at(sentence.words, i);
      if (claim < 3 || is_helped(sentence.words, i)) continue;
      const auto sources = nearest(governed(sentence.words, i, 5), source_, 1);
      if (sources.empty()) continue;
      const bool allowed = std::any_of(sources.begin(), sources.end(),
                                       [&](const Sentence* source) {
                                         return strongest_claim(source->words) >= claim || holds(source->words, verb) ||
                                                (claim == 3 && strongest(source->words) == 0);
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
                         [&](const Word* word) { return same_meaning(*word, verb); });
    });
  }

  std::optional<Objection> weaker_words_dropped(const Sentence& sentence, const Sentence& source) const {
    const bool weak_kept = shares_credit(line_);
    const bool negated = std::any_of(sentence.words.begin(), sentence.words.end(),
                                     [](const Word* word) { return word->is(Trait::negation); });
    for (std::size_t i = 0; i < source.words.size(); ++i) {
      const Word& word = *source.words[i];
      const bool weak = (word.tier == 1 || word.tier == 2) && at_head(*source.line, source.words, i);
      if (weak && !weak_kept && keeps(sentence, governed(source.words, i, 6, true), 2))
        return Objection{"drops a word that makes the claim smaller", {std::string(word.folded)}};
      if (word.is(Trait::negation) && !negated && keeps(sentence, governed(source.words, i, 3), 2))
        return Objection{"drops a negation", {std::string(word.folded)}};
      if (word.is(Trait::limit) && !holds(sentence.words, word) && keeps_neighbour(sentence, source.words, i))
        return Objection{"drops a word that makes the claim smaller", {std::string(word.folded)}};
    }
    return std::nullopt;
  }

  /// Whether the verb at `i` is what the sentence says was done, not part of its object ("a tool that supports…").
  static bool at_head(const Line& line, const Words& words, std::size_t i) {
    if (words[i]->end < line.text.size() && line.text[words[i]->end] == ',') return false;  // an item of its own
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
      if (!word.is(Trait::negation)) continue;
      const auto sources = nearest(governed(sentence.words, i, 3), source_, 1);
      const bool known = std::any_of(sources.begin(), sources.end(), [](const Sentence* source) {
        return std::any_of(source->words.begin(), source->words.end(),
                           [](const Word* w) { return w->is(Trait::negation); });
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
      if (!word.is(Trait::scope) || counts_time(sentence.words, i + 1)) continue;
      const auto sources = nearest(governed(sentence.words, i, 3), source_, 1);
      const bool known = std::any_of(sources.begin(), sources.end(), [&](const Sentence* source) {
        return std::any_of(source->words.begin(), source->words.end(),
                           [&](const Word* w) { return w->is(Trait::scope) || same_meaning(*w, word); });
      });
      if (!known) return Objection{"claims a wider scope than the source", {written(word)}};
    }
    return std::nullopt;
  }

  /// What another sentence of the same line denies ("avoided large frameworks") said as done.
  std::optional<Objection> turned_round(const Sentence& sentence) const {
    if (std::any_of(sentence.words.begin(), sentence.words.end(),
                    [](const Word* word) { return word->is(Trait::negation); }))
      return std::nullopt;
    for (const Sentence& source : source_) {
      if (source.line->path != line_.path) continue;
      for (std::size_t i = 0; i < source.words.size(); ++i) {
        const Words denied = governed(source.words, i, 3);
        if (source.words[i]->is(Trait::negation) && denied.size() > 1 &&
            overlap(denied, sentence.words) == denied.size())
          return Objection{"drops a negation", {source.words[i]->folded}};
      }
    }
    return std::nullopt;
  }

  const Line& line_;
  std::vector<Sentence> proposed_;
  const std::vector<Sentence>& source_;
};

}  // namespace

std::optional<Objection> check_strength(const Line& proposed, const Support& support) {
  return Strength(proposed, support).run();
}

}  // namespace resumax::guard
