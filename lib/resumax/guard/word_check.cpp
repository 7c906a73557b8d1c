#include <resumax/guard/claims.hpp>
#include <resumax/guard/coverage.hpp>
#include <resumax/guard/roots.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::guard {

namespace {

struct Reason {
  Traits traits;
  std::string_view words;
};

/// What a word claims that the source does not have, the worst first.
constexpr std::array<Reason, 7> reasons{
    {{Trait::sole, "claims for one person what the source does not"},
     {Trait::honour, "the source does not show this award, publication or certificate"},
     {Trait::reach | Trait::scope, "claims a wider scope than the source"},
     {Trait::boast, "the source does not rank it so"},
     {Trait::deed, "the source does not say that this was done"},
     {Trait::outcome, "the source does not give this result"},
     {Trait::period, "the source does not give this period"}}};

/// Results as verbs are looked at with what they are of (outcome_check.cpp).
constexpr Traits results = Trait::up | Trait::down | Trait::change | Trait::live;

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

/// "Wartungskonzept": a German noun that only its line's start keeps from being told by its capital.
bool ends_in_noun(std::string_view folded) {
  constexpr std::size_t least = 4;
  if (ends_with_any(folded, {"iert", "ierte", "ierten"})) return false;
  for (std::size_t at = least; at + least <= folded.size(); ++at) {
    if (german_prefix(folded) == folded.substr(0, at)) continue;  // "übersetzte"
    const std::string_view tail = folded.substr(at);
    const WordFacts facts = word_facts(tail, keys_of(tail, "de"), "de");
    if (facts.traits.has(Trait::thing | Trait::people | Trait::outcome) || !facts.synonyms.empty()) return true;
  }
  return false;
}

/// "geprüft", "laufende", "aufgeschriebenen", and an infinitive where its clause ends; no noun at the line's start.
bool is_german_verbal(const Line& line, std::size_t i, std::string_view lower) {
  if (ends_with_any(lower, {"tät", "heit", "keit", "schaft", "ment", "amt"})) return false;
  const bool opens = i == 0 || line.words[i - 1].sentence != line.words[i].sentence;
  if (opens && ends_in_noun(line.words[i].folded)) return false;
  if (ends_with_any(lower, {"t", "te", "ten", "tes", "tem", "end", "ende", "enden", "endes", "ieren"})) return true;
  if (lower.size() >= 8 && ends_with_any(lower, {"ter", "ender"})) return true;
  const std::string_view prefix = german_prefix(lower, true);
  if (lower.substr(prefix.size()).starts_with("ge") && lower.size() >= prefix.size() + 7 &&
      ends_with_any(lower, {"en", "ene", "enen", "ener", "enes", "enem"}))
    return true;
  const Word& word = line.words[i];
  if (opens || !ends_with_any(lower, {"en", "ern", "eln"})) return false;
  const bool last = i + 1 >= line.words.size() || line.words[i + 1].sentence != word.sentence;
  return last || line.text[word.end] == ',' || line.words[i - 1].folded == "zu";
}

/// "Progressivement", made of an adjective, where "paiement" is a thing.
bool is_french_adverb(std::string_view word) {
  return ends_with_any(word, {"amment", "emment", "ément", "ivement", "eusement", "iquement", "ellement", "alement",
                              "ablement", "iblement", "èrement", "airement"});
}

/// "Traité" and "publiait", where "qualité" and "relais" are things.
bool is_french_verb(std::string_view word) {
  if (ends_with_any(word, {"ité", "ités", "anté", "eté", "ûreté"})) return false;
  return ends_with_any(word,
                       {"é", "ée", "és", "ées", "er", "ant", "ait", "aient", "iais", "eais", "tais", "vais", "sais"});
}

/// Whether the word has the form of a verb that carries a sentence, a participle or an adverb: what such words claim is
/// told by tiers and results, the rest by what they are about.
bool is_verbal(const Line& line, std::size_t i) {
  const Word& word = line.words[i];
  const std::string lower = text::lower(written(line, word));
  if (lower.size() < 5) return false;
  const bool opens = i == 0 || line.words[i - 1].sentence != word.sentence;
  const std::string_view code = std::string_view(line.language).substr(0, 2);
  if (code == "en") return ends_with_any(lower, {"ed", "ly"}) || (opens && ends_with_any(lower, {"ing", "es"}));
  if (word.capital) return false;
  if (code == "fr") return is_french_adverb(lower) || is_french_verb(lower);
  if (code == "es")
    return ends_with_any(lower, {"é", "ó", "í", "ando", "iendo", "ar", "er", "ir", "ado", "ada", "mente", "aba", "aban",
                                 "aron", "ieron"});
  if (code == "pt")
    return ends_with_any(lower, {"ou", "eu", "iu", "ei", "ando", "endo", "indo", "ar", "er", "ir", "mente"});
  return code == "de" && is_german_verbal(line, i, lower);
}

/// "by freeing the owners", "that underpins the service": an English verb that no list knows, where only a verb stands.
bool is_clause_verb(const Line& line, std::size_t i) {
  static constexpr std::array<std::string_view, 8> ahead{"that", "which", "who", "by", "through", "while", "now", "to"};
  const Word& word = line.words[i];
  if (i == 0 || !line.language.starts_with("en") || word.capital || word.name_like) return false;
  if (word.tier > 0 || !word.traits.empty() || word.folded.size() < 5) return false;
  const Word& before = line.words[i - 1];
  if (before.sentence != word.sentence) return false;
  const bool gerund = word.folded.ends_with("ing");
  const bool led = std::find(ahead.begin(), ahead.end(), before.folded) != ahead.end();
  return led && (gerund || (word.folded.ends_with('s') && before.folded != "by" && before.folded != "through"));
}

class WordCheck {
 public:
  WordCheck(const Line& proposed, const Support& support, const Coverage& coverage, bool strict)
      : line_(proposed), support_(support), coverage_(coverage), strict_(strict) {}

  std::optional<Objection> run() const {
    Objection titles, names, words;
    std::array<Objection, reasons.size()> claims;
    for (std::size_t i = 0; i < line_.words.size(); ++i) {
      const Word& word_at = line_.words[i];
      const bool alone = word_at.is(Trait::sole);  // "independent" is no synonym here
      if (is_new_rank(i)) titles.words.push_back(line_.text.substr(word_at.begin, word_at.end - word_at.begin));
      if (is_only_one(i)) claims[0].words.push_back("only");
      if (is_new_place(i)) names.words.push_back(line_.text.substr(word_at.begin, word_at.end - word_at.begin));
      if (names_certificate(i)) continue;
      if (coverage_.covered(i) && !(alone && !support_.has_form(word_at)) && !is_mere_relative(word_at)) continue;
      if (is_idiom_of_time(i)) continue;
      const Word& word = line_.words[i];
      const std::string raw = line_.text.substr(word.begin, word.end - word.begin);
      if (is_joined_there(i)) continue;
      if (word.is(Trait::title)) {
        titles.words.push_back(raw);
      } else if (const std::size_t at = claim_of(word); at < reasons.size()) {
        claims[at].words.push_back(raw);
      } else if (is_name(word)) {
        names.words.push_back(raw);
      } else if (strict_ || !may_be_added(i)) {
        words.words.push_back(raw);
      }
    }
    titles.reason = "the source does not show this title";
    if (!titles.words.empty()) return titles;
    for (std::size_t at = 0; at < reasons.size(); ++at)
      if (!claims[at].words.empty()) return Objection{std::string(reasons[at].words), claims[at].words};
    names.reason = "the source does not name this";
    if (!names.words.empty()) return names;
    words.reason = "the source does not say this";
    if (!words.words.empty()) return words;
    return std::nullopt;
  }

 private:
  static std::size_t claim_of(const Word& word) {
    constexpr std::size_t outcome = 5;
    if (word.folded.ends_with("-free")) return outcome;  // "error-free"
    for (std::size_t at = 0; at < reasons.size(); ++at)
      if (word.is(reasons[at].traits)) return at;
    return reasons.size();
  }

  /// "CPIM-certified" where the resume lists that certificate.
  bool names_certificate(std::size_t i) const {
    constexpr std::size_t reach = 3;
    const std::string& folded = line_.words[i].folded;
    if (!folded.starts_with("certif") && !folded.starts_with("zertif")) return false;
    const std::size_t first = i > reach ? i - reach : 0, last = std::min(line_.words.size(), i + reach + 1);
    return std::any_of(support_.lines().begin(), support_.lines().end(), [&](const Line* line) {
      if (!line->path.starts_with("/certificates/")) return false;
      for (std::size_t j = first; j < last; ++j) {
        const Word& name = line_.words[j];
        if (j == i || name.sentence != line_.words[i].sentence || !(name.capital || name.name_like)) continue;
        if (std::any_of(line->words.begin(), line->words.end(),
                        [&](const Word& known) { return known.folded == name.folded; }))
          return true;
      }
      return false;
    });
  }

  /// German writes all nouns with a capital.
  bool is_name(const Word& word) const {
    return word.name_like || (word.capital && !line_.language.starts_with("de") && !word.is(Trait::free));
  }

  /// "إلى مدير" where the source has "لمدير": somebody else's title either way.
  bool is_joined_there(std::size_t i) const {
    static constexpr std::array<std::string_view, 7> ahead{"الي", "مع", "من", "عن", "علي", "لدي", "امام"};
    static constexpr std::array<std::string_view, 3> joined{"ل", "ب", "ال"};
    const Word& word = line_.words[i];
    if (i == 0 || !line_.language.starts_with("ar") || !word.is(Trait::title)) return false;
    return std::find(ahead.begin(), ahead.end(), line_.words[i - 1].folded) != ahead.end() &&
           std::any_of(joined.begin(), joined.end(), [&](std::string_view letters) {
             return support_.has_written(std::string(letters) + word.folded);
           });
  }

  /// "Internacionais" where the source has "internos": what reaches far is told by the word itself.
  bool is_mere_relative(const Word& word) const {
    return word.is(Trait::reach) && word.groups.empty() && support_.has(word) &&
           std::none_of(word.keys.begin(), word.keys.end(),
                        [&](const std::string& key) { return support_.has_key(key); });
  }

  /// "unaudited" where the source says "audited".
  bool denies(const Word& word) const {
    static constexpr std::array<std::string_view, 3> prefixes{"un", "non", "dis"};
    if (!word.traits.empty() || !word.groups.empty() || word.tier > 0) return false;
    return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
      if (!word.folded.starts_with(prefix) || word.folded.size() < prefix.size() + 5) return false;
      const auto keys = keys_of(std::string_view(word.folded).substr(prefix.size()), line_.language);
      return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return support_.has_key(key); });
    });
  }

  /// "staff roles", "principal level": a rank has to stand there as such.
  bool is_new_rank(std::size_t i) const {
    static constexpr std::array<std::string_view, 7> ranks{"senior", "staff",     "principal", "lead",
                                                           "head",   "executive", "director"};
    static constexpr std::array<std::string_view, 8> of{"role",  "roles",  "level", "levels",
                                                        "grade", "grades", "rank",  "positions"};
    if (i + 1 >= line_.words.size() || !line_.language.starts_with("en")) return false;
    const std::string& rank = line_.words[i].folded;
    return std::find(ranks.begin(), ranks.end(), rank) != ranks.end() &&
           std::find(of.begin(), of.end(), line_.words[i + 1].folded) != of.end() && !support_.has_written(rank) &&
           !(rank == "senior" && support_.has_written("sr"));
  }

  /// "day-to-day work", "week by week": no period.
  bool is_idiom_of_time(std::size_t i) const {
    const auto repeats = [&](std::size_t first) {
      if (first + 2 >= line_.words.size() || line_.words[first].folded != line_.words[first + 2].folded) return false;
      const std::string& joint = line_.words[first + 1].folded;
      return joint == "to" || joint == "by";
    };
    return line_.words[i].is(Trait::period) && (repeats(i) || (i >= 2 && repeats(i - 2)));
  }

  /// "the firm's only scanner".
  bool is_only_one(std::size_t i) const {
    if (i == 0 || line_.words[i].folded != "only" || support_.has_written("only")) return false;
    const std::string_view between = std::string_view(line_.text).substr(line_.words[i - 1].end);
    return between.starts_with("'s ") || between.starts_with("\u2019s ") || between.starts_with("s' ");
  }

  /// "at Quillon": somebody's name that the source has only as a thing's is no place of work.
  bool is_new_place(std::size_t i) const {
    static constexpr std::array<std::string_view, 3> at{"at", "bei", "chez"};
    const Word& word = line_.words[i];
    if (i == 0 || word.number || word.folded.size() < 2 || !(word.capital || word.name_like)) return false;
    const bool behalf = i > 2 && (line_.words[i - 2].folded == "behalf" || line_.words[i - 2].folded == "compte");
    if (!behalf && std::find(at.begin(), at.end(), line_.words[i - 1].folded) == at.end()) return false;
    return support_.has(word) && !support_.has_place(word);
  }

  bool may_be_added(std::size_t i) const {
    const Word& word = line_.words[i];
    if (denies(word) || word.is(Trait::topic)) return false;
    if (word.is(Traits(Trait::free) | Trait::negation | results)) return true;  // negations have a check of their own
    // "providers" are no providing.
    const bool agents = !word.is(Trait::thing) && ends_with_any(word.folded, {"ers", "ors"});
    if (word.is(Trait::act | Trait::thing) && !agents)
      return is_romance() || !narrows(i);  // what narrows a noun stands behind it there
    // Leading has to be said by somebody: there may be no line to hold it against.
    const bool listed = line_.language.starts_with("en") || line_.language.starts_with("ar");
    if (word.tier > 0 && !listed && !(is_romance() && word.tier >= 4)) return true;
    return is_verbal(line_, i) || is_clause_verb(line_, i);
  }

  bool is_romance() const {
    return line_.language.starts_with("fr") || line_.language.starts_with("es") || line_.language.starts_with("pt");
  }

  /// Whether the word stands before a noun to say which one is meant: "test time", "control reviews".
  bool narrows(std::size_t i) const {
    if (line_.language.starts_with("de")) return false;  // it writes compounds
    const Word& word = line_.words[i];
    const bool last = i + 1 >= line_.words.size();
    if (last || word.folded.ends_with("ed") || word.folded.ends_with("en")) return false;
    // "brought": a form of a base that its letters do not give is no noun.
    if (word.is(Trait::act) && !word.keys.empty() && word.keys[0] != text::stem(word.folded, "en")) return false;
    const Word& next = line_.words[i + 1];
    const bool handles = next.folded.ends_with("ing") && (next.tier > 0 || next.is(Trait::act));  // "platform serving"
    if (handles && word.is(Trait::thing)) return false;
    const bool participle = word.folded.ends_with("ing") && word.is(Trait::act) && i > 0 &&
                            line_.words[i - 1].folded.ends_with('s') && line_.words[i - 1].end + 1 == word.begin;
    if (participle) return false;  // "jobs bringing data"
    if (next.begin != word.end + 1 || !next.content() || next.is(Trait::free) || next.folded.ends_with("ly"))
      return false;
    const bool opens = i == 0 || line_.words[i - 1].sentence != word.sentence;
    if (opens) return !word.is(Trait::act);
    const Word& before = line_.words[i - 1];
    if (line_.text[word.begin - 1] == '-') return false;
    if (before.number && word.is(Trait::people)) return false;
    const bool parted = before.end + 1 < word.begin;  // by a comma
    if (word.folded.ends_with("ing") || parted) return !(before.stop || parted) || !word.is(Trait::act);
    static constexpr std::array<std::string_view, 12> ahead{"to",    "and", "who", "which",  "that",    "help",
                                                            "helps", "can", "i",   "helped", "helping", "will"};
    return !word.is(Trait::act) || std::find(ahead.begin(), ahead.end(), before.folded) == ahead.end();
  }

  const Line& line_;
  const Support& support_;
  const Coverage& coverage_;
  bool strict_;
};

}  // namespace

std::optional<Objection> check_words(const Line& proposed, const Support& support, const Coverage& coverage,
                                     bool strict) {
  return WordCheck(proposed, support, coverage, strict).run();
}

}  // namespace resumax::guard
