#include <resumax/guard/claims.hpp>
#include <resumax/guard/sentences.hpp>

#include <resumax/text/tokens.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace resumax::guard {

namespace {

/// "a portal designed to support …": what a thing is for, not what its maker did.
bool is_purpose(const Line& line, std::size_t i) {
  if (i < 2 || line.words[i].sentence != line.words[i - 2].sentence) return false;
  const std::string& before = line.words[i - 1].folded;
  return before == "to" || before == "that" || before == "which" || before == "who";
}

/// "helped", "together with", "worked with": words that share the credit.
bool shares_credit(const Line& line) {
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const Word& word = line.words[i];
    if ((word.tier == 1 || word.tier == 2) && !is_purpose(line, i)) return true;
    if (!word.folded.starts_with("work")) continue;
    for (std::size_t j = i + 1; j < line.words.size() && j <= i + 2; ++j)
      if (line.words[j].folded == "with" || line.words[j].folded == "on") return true;
  }
  return false;
}

class Strength {
 public:
  Strength(const Line& proposed, const Support& support)
      : line_(proposed), support_(support), proposed_(sentences_of(proposed)), source_(support.sentences()) {}

  std::optional<Objection> run() const {
    for (const Sentence& sentence : proposed_) {
      const auto sources = nearest(topics_of(sentence.words), source_, 1);
      if (sources.empty()) continue;
      if (auto objection = weaker_than_all(sentence, sources)) return objection;
      if (auto objection = negation_added(sentence)) return objection;
      if (auto objection = turned_round(sentence)) return objection;
    }
    return std::nullopt;
  }

 private:
  std::string written(const Word& word) const { return std::string(guard::written(line_, word)); }

  /// Where several lines say the same, one that allows the claim is enough.
  std::optional<Objection> weaker_than_all(const Sentence& sentence,
                                           const std::vector<const Sentence*>& sources) const {
    std::vector<const Sentence*> allowing;
    std::vector<std::pair<const Sentence*, Objection>> objecting;
    for (const Sentence* source : sources) {
      if (auto objection = weaker_words_dropped(sentence, *source))
        objecting.emplace_back(source, std::move(*objection));
      else
        allowing.push_back(source);
    }
    const Words topics = topics_of(sentence.words);
    for (auto& [source, objection] : objecting) {
      const bool said = std::any_of(allowing.begin(), allowing.end(), [&, said_by = source](const Sentence* other) {
        return std::all_of(topics.begin(), topics.end(), [&](const Word* topic) {
          return holds(other->words, *topic) || !holds(said_by->words, *topic);
        });
      });
      if (!said) return std::move(objection);
    }
    return std::nullopt;
  }

  /// Whether the proposed line has the word as an acronym: "TA" for "teaching assistant".
  bool abbreviates(const Line& source, const Word& word) const {
    return std::any_of(line_.words.begin(), line_.words.end(), [&](const Word& known) {
      const std::string letters = acronym_letters(written(known));
      if (letters.empty() || support_.has_written(known.folded)) return false;
      const auto [first, last] = find_expansion(source, letters);
      return &word >= source.words.data() + first && &word < source.words.data() + last;
    });
  }

  std::optional<Objection> weaker_words_dropped(const Sentence& sentence, const Sentence& source) const {
    const bool weak_kept = shares_credit(line_);
    const bool negated = std::any_of(sentence.words.begin(), sentence.words.end(),
                                     [](const Word* word) { return word->is(Trait::negation); });
    for (std::size_t i = 0; i < source.words.size(); ++i) {
      const Word& word = *source.words[i];
      const bool weak = (word.tier == 1 || word.tier == 2) && at_head(*source.line, source.words, i);
      if (weak && !weak_kept && !holds(sentence.words, word) && !abbreviates(*source.line, word) &&
          !keeps_other_verb(sentence, source.words, i) && keeps(sentence, governed(source.words, i, 6, true), 2))
        return Objection{"drops a word that makes the claim smaller", {std::string(word.folded)}};
      if (!weak_kept && is_team_that(source.words, i) && !names_team(sentence) &&
          keeps(sentence, governed(source.words, i, 6, true), 2))
        return Objection{"claims for one person what the source does not", {std::string(word.folded)}};
      if (word.is(Trait::scope) && holds(sentence.words, word))
        if (const Word* place = place_dropped(sentence, source.words, i))
          return Objection{"claims a wider scope than the source", {std::string(word.folded), place->folded}};
      if (word.is(Trait::negation) && !negated && !keeps_instead(sentence, source.words, i) &&
          keeps(sentence, governed(source.words, i, 3), 2))
        return Objection{"drops a negation", {std::string(word.folded)}};
      if (word.is(Trait::negation) && negated && bound_dropped(source, i))
        return Objection{"drops a word that makes the claim smaller", {std::string(word.folded)}};
      if (is_second_best(source.words, i) && holds(sentence.words, *source.words[i + 1]) &&
          !holds(sentence.words, word))
        return Objection{"drops a word that makes the claim smaller", {std::string(word.folded)}};
      if (const Word* other = opposite_of(sentence, source.words, i))
        return Objection{"says the opposite of the source", {written(*other)}};
      if (word.is(Trait::limit) && !holds(sentence.words, word) && keeps_neighbour(sentence, source.words, i) &&
          !abbreviates(*source.line, word))
        return Objection{"drops a word that makes the claim smaller", {std::string(word.folded)}};
    }
    return std::nullopt;
  }

  /// "Helped to test the system and wrote its guide": what stands behind "and" was done without help.
  static bool keeps_other_verb(const Sentence& sentence, const Words& words, std::size_t i) {
    for (std::size_t j = i + 3; j < words.size(); ++j) {
      const bool finite = words[j]->folded.ends_with("ed") || words[j]->keys[0] != text::stem(words[j]->folded, "en");
      if (words[j - 1]->folded != "and" || words[j]->tier < 3 || !finite || !holds(sentence.words, *words[j])) continue;
      const Words topics = governed(words, j, 3);
      const bool alone = std::none_of(
          words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.begin() + static_cast<std::ptrdiff_t>(j),
          [&](const Word* word) { return (word->tier >= 3 || word->is(Trait::act)) && holds(sentence.words, *word); });
      if (alone && overlap(topics, sentence.words) == topics.size()) return true;
    }
    return false;
  }

  /// Whether the verb at `i` is what the sentence says was done, not part of its object ("a tool that supports…").
  static bool at_head(const Line& line, const Words& words, std::size_t i) {
    if (line.language.starts_with("en") && i + 1 == words.size()) return false;             // "Dutch B1 and learning"
    if (words[i]->end < line.text.size() && line.text[words[i]->end] == ',') return false;  // an item of its own
    if (i < 2) return true;
    const std::string& before = words[i - 1]->folded;
    return before == "i" || before == "to" || before == "for" || before == "and" || before == "actively" ||
           before == "of" || before == "pu" || before == "j";
  }

  /// "2nd highest".
  static bool is_second_best(const Words& words, std::size_t i) {
    static constexpr std::array<std::string_view, 8> ordinals{"second", "third", "fourth", "fifth",
                                                              "2nd",    "3rd",   "4th",    "5th"};
    return i + 1 < words.size() && std::find(ordinals.begin(), ordinals.end(), words[i]->folded) != ordinals.end() &&
           (words[i + 1]->folded.ends_with("est") || words[i + 1]->folded == "most");
  }

  /// "no discrepancies over £5" as "no discrepancies".
  bool bound_dropped(const Sentence& source, std::size_t i) const {
    static constexpr std::array<std::string_view, 5> bounds{"over", "above", "under", "than", "beyond"};
    constexpr std::size_t reach = 6;
    for (std::size_t j = i + 2; j + 1 < source.words.size() && j <= i + reach; ++j) {
      if (std::find(bounds.begin(), bounds.end(), source.words[j]->folded) == bounds.end()) continue;
      if (!source.words[j + 1]->number) continue;
      for (const text::Number& number : source.line->numbers)
        if (number.begin <= source.words[j + 1]->begin && source.words[j + 1]->begin < number.end)
          return std::none_of(line_.numbers.begin(), line_.numbers.end(), [&](const text::Number& kept) {
            return kept.unit == number.unit && std::fabs(kept.value - number.value) < 1e-9;
          });
    }
    return false;
  }

  /// "external" where the source's sentence says "internal" and nothing of both.
  const Word* opposite_of(const Sentence& sentence, const Words& words, std::size_t i) const {
    const std::string_view other = opposite(words[i]->folded);
    if (other.empty() || holds_written(sentence.words, words[i]->folded)) return nullptr;
    if (holds_written(words, other) || support_.has_written(other)) return nullptr;
    const auto found = std::find_if(sentence.words.begin(), sentence.words.end(),
                                    [&](const Word* word) { return word->folded == other; });
    return found == sentence.words.end() ? nullptr : *found;
  }

  static bool holds_written(const Words& words, std::string_view folded) {
    return std::any_of(words.begin(), words.end(), [&](const Word* word) { return word->folded == folded; });
  }

  /// "on a team that built …", "part of the group which …": what the team did.
  static bool is_team_that(const Words& words, std::size_t i) {
    static constexpr std::array<std::string_view, 6> teams{"team", "squad", "group", "equipe", "equipo", "time"};
    static constexpr std::array<std::string_view, 7> ahead{"on", "in", "within", "of", "une", "un", "um"};
    static constexpr std::array<std::string_view, 5> behind{"that", "which", "who", "qui", "que"};
    const auto is_one_of = [](const Word& word, auto& known) {
      return std::find(known.begin(), known.end(), word.folded) != known.end();
    };
    if (i == 0 || i + 1 >= words.size() || !is_one_of(*words[i], teams) || !is_one_of(*words[i + 1], behind))
      return false;
    for (std::size_t j = i; j-- > 0 && j + 4 >= i;)
      if (words[j]->tier >= 4) return false;
    for (std::size_t j = i; j-- > 0 && j + 3 >= i;)
      if (is_one_of(*words[j], ahead)) return true;
    return false;
  }

  static bool names_team(const Sentence& sentence) {
    return std::any_of(sentence.words.begin(), sentence.words.end(),
                       [](const Word* word) { return word->is(Trait::people) && word->folded.size() > 3; });
  }

  /// "the best of all graduates at the Harbour campus, Northmoor": where the scope ends may not be left out.
  static const Word* place_dropped(const Sentence& sentence, const Words& words, std::size_t i) {
    bool inside = false;
    for (std::size_t j = i + 1; j < words.size(); ++j) {
      const Word& word = *words[j];
      if (word.stop) inside = inside || word.folded == "at" || word.folded == "in" || word.folded == "of";
      if (inside && word.capital && !word.stop && !holds(sentence.words, word)) return &word;
    }
    return nullptr;
  }

  /// "without sacrificing quality" said as "while preserving quality".
  static bool keeps_instead(const Sentence& sentence, const Words& words, std::size_t i) {
    const bool loses = (i + 1 < words.size() && words[i + 1]->is(Trait::loses)) ||
                       (i + 2 < words.size() && words[i + 2]->is(Trait::loses));
    return loses && std::any_of(sentence.words.begin(), sentence.words.end(),
                                [](const Word* word) { return word->is(Trait::keeps); });
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
      const bool bound = i + 1 < sentence.words.size() &&
                         (sentence.words[i + 1]->folded == "more" || sentence.words[i + 1]->folded == "later");
      if (bound || std::any_of(sources.begin(), sources.end(),
                               [&](const Sentence* source) { return keeps_instead(*source, sentence.words, i); }))
        continue;  // "no more than 15 minutes"
      const bool known = std::any_of(sources.begin(), sources.end(), [](const Sentence* source) {
        return std::any_of(source->words.begin(), source->words.end(),
                           [](const Word* w) { return w->is(Trait::negation); });
      });
      if (!known) return Objection{"adds a negation", {written(word)}};
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
        if (keeps_instead(sentence, source.words, i)) continue;
        if (source.words[i]->is(Trait::negation) && denied.size() > 1 &&
            overlap(denied, sentence.words) == denied.size())
          return Objection{"drops a negation", {source.words[i]->folded}};
      }
    }
    return std::nullopt;
  }

  const Line& line_;
  const Support& support_;
  std::vector<Sentence> proposed_;
  const std::vector<Sentence>& source_;
};

}  // namespace

std::optional<Objection> check_strength(const Line& proposed, const Support& support) {
  return Strength(proposed, support).run();
}

}  // namespace resumax::guard
