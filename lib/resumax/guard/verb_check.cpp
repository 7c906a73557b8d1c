#include <resumax/guard/claims.hpp>
#include <resumax/guard/sentences.hpp>
#include <resumax/text/tokens.hpp>

#include <algorithm>
#include <array>

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
    const bool joined = j <= i + 2 && words[j - 1]->folded == "and";  // "managed and coached engineers"
    if (words[j]->tier >= 3 && !words[j]->is(Trait::people) && !joined) break;
    over_people = over_people || is_led(*words[j]);
    over_event = over_event || words[j]->is(Trait::event);
  }
  return !over_people && (verb.is(Trait::mild) || over_event) ? 3 : 4;
}

/// "Wrote rules for depot management": leading that is what a plainer verb was about.
bool is_subject_matter(const Words& words, std::size_t i) {
  if (!words[i]->folded.ends_with("management") && !words[i]->folded.ends_with("leadership")) return false;
  const auto end = words.begin() + static_cast<std::ptrdiff_t>(i);
  return i > 1 && !words[i - 1]->stop &&
         std::any_of(words.begin(), end, [](const Word* word) { return word->tier == 3; });
}

/// "the redesign led by the director": somebody else did it.
bool is_done_by(const Words& words, std::size_t i) {
  return i > 0 && i + 2 < words.size() && words[i + 1]->folded == "by" && !words[i + 2]->number;
}

int strongest_claim(const Words& words) {
  int claim = 0;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!is_done_by(words, i)) claim = std::max(claim, is_subject_matter(words, i) ? 3 : claim_at(words, i));
  return claim;
}

bool is_romance_article(const Word& word) {
  static constexpr std::array<std::string_view, 9> articles{"le", "la", "les", "el", "los", "las", "une", "una", "un"};
  return std::find(articles.begin(), articles.end(), word.folded) != articles.end();
}

/// "helped develop", "contributed to developing", "made contributions".
bool is_helped(const Words& words, std::size_t i) {
  if (i + 1 < words.size() && (words[i + 1]->tier == 1 || words[i + 1]->tier == 2)) return true;
  std::size_t reach = 3;
  for (std::size_t j = i; j-- > 0 && j + reach >= i;) {
    if (words[j]->folded.ends_with("tor") && j + 1 == i) return false;  // "contributor driving"
    if (words[j]->tier == 1 || words[j]->tier == 2) return true;
    if (is_romance_article(*words[j])) ++reach;
    if (words[j]->tier > 2 || words[j]->folded == "and") return false;
  }
  return false;
}

constexpr const char* stronger = "claims more than the source: it does not say this was done so";

class Verbs {
 public:
  Verbs(const Line& proposed, const Support& support)
      : line_(proposed), support_(support), source_(support.sentences()) {}

  std::optional<Objection> run() const {
    for (const Sentence& sentence : sentences_of(line_))
      if (auto objection = stronger_verbs(sentence)) return objection;
    return std::nullopt;
  }

 private:
  std::string written(const Word& word) const { return std::string(guard::written(line_, word)); }

  /// A verb of leading or directing over things that the source only says were made or helped with.
  std::optional<Objection> stronger_verbs(const Sentence& sentence) const {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const Word& verb = *sentence.words[i];
      const int claim = claim_at(sentence.words, i);
      if (verb.is(Trait::performs))
        if (auto objection = arranged_only(sentence, i)) return objection;
      if (claim < 3 || is_helped(sentence.words, i) || support_.spells_out(line_, verb)) continue;
      if (is_under(sentence.words, i) || is_done_by(sentence.words, i)) continue;
      const auto sources = own_first(nearest(governed(sentence.words, i, 5), source_, 1));
      if (sources.empty()) {
        if (leads_unheard(verb, claim)) return Objection{stronger, {written(verb)}};
        continue;
      }
      const bool allowed = std::any_of(sources.begin(), sources.end(),
                                       [&](const Sentence* source) { return allows(source->words, verb, claim); }) ||
                           says_so(verb, governed(sentence.words, i, 1)) ||
                           own_line_says(verb, governed(sentence.words, i, 3));
      if (!allowed) return Objection{stronger, {written(verb)}};
    }
    return std::nullopt;
  }

  /// "Leitung eines Teams" where no line of the source speaks of a team or of leading: German adds plain verbs freely.
  bool leads_unheard(const Word& verb, int claim) const {
    return claim >= 4 && line_.language.starts_with("de") &&
           std::none_of(source_.begin(), source_.end(),
                        [&](const Sentence& source) { return does(source.words, verb); });
  }

  /// "Operated the scanner": what opens the sentence says that the thing was there, and nothing that it was made.
  static bool uses_only(const Words& words) {
    constexpr std::size_t opening = 3;
    const auto head = words.begin() + static_cast<std::ptrdiff_t>(std::min(opening, words.size()));
    return std::any_of(words.begin(), head, [](const Word* word) { return word->is(Trait::uses); }) &&
           std::none_of(words.begin(), words.end(), [](const Word* word) { return word->is(Trait::makes); });
  }

  static bool allows(const Words& source, const Word& verb, int claim) {
    if (does(source, verb)) return true;
    if (verb.is(Trait::makes) && uses_only(source)) return false;
    return strongest_claim(source) >= claim || (claim == 3 && strongest(source) == 0);
  }

  /// "under the leadership of the director".
  static bool is_under(const Words& words, std::size_t i) {
    constexpr std::size_t reach = 3;
    const std::string& folded = words[i]->folded;
    if (!folded.ends_with("ship") && !folded.ends_with("ion") && !folded.ends_with("ment")) return false;
    for (std::size_t j = i; j-- > 0 && j + reach >= i;)
      if (words[j]->folded == "under") return true;
    return false;
  }

  /// "Performed the audit" where the source says that it was arranged.
  std::optional<Objection> arranged_only(const Sentence& sentence, std::size_t i) const {
    const Word& verb = *sentence.words[i];
    const auto sources = own_first(nearest(governed(sentence.words, i, 3), source_, 1));
    const auto is = [](const Sentence* source, Trait trait) {
      return std::any_of(source->words.begin(), source->words.end(), [&](const Word* word) { return word->is(trait); });
    };
    const bool only = !sources.empty() && std::all_of(sources.begin(), sources.end(), [&](const Sentence* source) {
      return is(source, Trait::arranges) && !is(source, Trait::performs) && !does(source->words, verb);
    });
    if (!only) return std::nullopt;
    return Objection{stronger, {written(verb)}};
  }

  /// Of sentences as near as each other those of the line that is rewritten.
  std::vector<const Sentence*> own_first(std::vector<const Sentence*> sources) const {
    const auto is_own = [&](const Sentence* sentence) { return sentence->line->path == line_.path; };
    if (std::any_of(sources.begin(), sources.end(), is_own))
      std::erase_if(sources, [&](const Sentence* sentence) { return !is_own(sentence); });
    return sources;
  }

  static bool does(const Words& words, const Word& verb) {
    for (std::size_t i = 0; i < words.size(); ++i)
      if (same_meaning(*words[i], verb) && !is_subject_matter(words, i) && !is_done_by(words, i)) return true;
    return false;
  }

  /// Whether some sentence of the source has the same word over the same thing.
  bool says_so(const Word& verb, const Words& topic) const {
    if (topic.empty() || topic[0]->is(Trait::deed) || topic[0]->folded.ends_with("ed")) return false;
    return std::any_of(source_.begin(), source_.end(), [&](const Sentence& source) {
      return overlap(topic, source.words) == topic.size() &&
             std::any_of(source.words.begin(), source.words.end(), [&](const Word* const& word) {
               if (is_done_by(source.words, static_cast<std::size_t>(&word - source.words.data()))) return false;
               return std::find_first_of(word->keys.begin(), word->keys.end(), verb.keys.begin(), verb.keys.end()) !=
                      word->keys.end();
             });
    });
  }

  /// Whether another sentence of the rewritten line has the verb over some of it: "Hired and trained staff; six …".
  bool own_line_says(const Word& verb, const Words& topics) const {
    return std::any_of(source_.begin(), source_.end(), [&](const Sentence& source) {
      return source.line->path == line_.path && does(source.words, verb) && overlap(topics, source.words) > 0;
    });
  }

  const Line& line_;
  const Support& support_;
  const std::vector<Sentence>& source_;
};

}  // namespace

std::optional<Objection> check_verbs(const Line& proposed, const Support& support) {
  return Verbs(proposed, support).run();
}

}  // namespace resumax::guard
