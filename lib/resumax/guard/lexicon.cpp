#include <resumax/guard/lexicon.hpp>

#include <resumax/embedded/guard_ar.hpp>
#include <resumax/embedded/guard_de.hpp>
#include <resumax/embedded/guard_en.hpp>
#include <resumax/embedded/guard_es.hpp>
#include <resumax/embedded/guard_fa.hpp>
#include <resumax/embedded/guard_fr.hpp>
#include <resumax/embedded/guard_pt.hpp>
#include <resumax/embedded/guard_zh.hpp>
#include <resumax/guard/roots.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace resumax::guard {

namespace {

struct Source {
  std::string_view code;
  std::string_view (*text)();
};

constexpr std::array<Source, 8> sources{{{"en", embedded::guard_en},
                                         {"de", embedded::guard_de},
                                         {"fr", embedded::guard_fr},
                                         {"es", embedded::guard_es},
                                         {"pt", embedded::guard_pt},
                                         {"ar", embedded::guard_ar},
                                         {"fa", embedded::guard_fa},
                                         {"zh", embedded::guard_zh}}};

struct Language {
  std::unordered_map<std::string, std::string> forms, phrases;
  std::unordered_map<std::string, WordFacts> by_word, by_key;
  std::unordered_set<std::string> small;  ///< Arabic words that take no endings
};

struct Kind {
  std::string_view name;
  Trait trait;
  bool as_written;  ///< holds for the word as it stands, not for its other forms
};

constexpr std::array<Kind, 29> kinds{{{"filler", Trait::filler, false},
                                      {"free", Trait::free, false},
                                      {"act", Trait::act, false},
                                      {"thing", Trait::thing, false},
                                      {"negation", Trait::negation, false},
                                      {"limit", Trait::limit, true},
                                      {"title", Trait::title, true},
                                      {"scope", Trait::scope, false},
                                      {"sole", Trait::sole, true},
                                      {"honour", Trait::honour, true},
                                      {"reach", Trait::reach, true},
                                      {"boast", Trait::boast, true},
                                      {"outcome", Trait::outcome, false},
                                      {"period", Trait::period, false},
                                      {"live", Trait::live, false},
                                      {"deed", Trait::deed, false},
                                      {"up", Trait::up, false},
                                      {"down", Trait::down, false},
                                      {"change", Trait::change, false},
                                      {"loses", Trait::loses, false},
                                      {"keeps", Trait::keeps, false},
                                      {"mild", Trait::mild, false},
                                      {"people", Trait::people, false},
                                      {"event", Trait::event, false},
                                      {"makes", Trait::makes, false},
                                      {"uses", Trait::uses, false},
                                      {"arranges", Trait::arranges, false},
                                      {"performs", Trait::performs, false},
                                      {"topic", Trait::topic, true}}};

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> out;
  std::size_t start = 0;
  while (start < line.size()) {
    const std::size_t end = std::min(line.find(' ', start), line.size());
    if (end > start) out.emplace_back(line.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

/// One spelling for "organise" and "organize", "analyse" and "analyze", "colour" and "color".
std::string american(std::string word) {
  static constexpr std::string_view endings[] = {"ise",     "ised",     "ises", "ising", "iser", "isers",
                                                 "isation", "isations", "yse",  "ysed",  "yses", "ysing"};
  static constexpr std::string_view ours[] = {"our", "ours", "oured", "ouring", "oural"};
  for (const std::string_view ending : endings)
    if (word.size() >= ending.size() + 4 && word.ends_with(ending)) {
      word[word.size() - ending.size() + 1] = 'z';
      return word;
    }
  for (const std::string_view ending : ours)
    if (word.size() >= ending.size() + 3 && word.ends_with(ending))
      return word.erase(word.size() - ending.size() + 1, 1);
  return word;
}

/// Calls with the words of every line of that kind, of all languages.
template <class Call>
void for_each_line(std::string_view kind, Call call) {
  for (const Source& source : sources)
    for (const auto line : text::split_lines(source.text()))
      if (line.starts_with(kind) && line.substr(kind.size()).starts_with(' ')) call(split(line));
}

std::string spaced(std::string word) {
  std::replace(word.begin(), word.end(), '_', ' ');
  return word;
}

/// The base of a form the table has, behind a prefix too, and with the endings of an adjective: "aufschreiben" of
/// "aufgeschriebenen".
std::string german_base(const std::string& folded, const Language& language) {
  const auto find = [&](const std::string& word) -> const std::string* {
    const auto found = language.forms.find(word);
    return found == language.forms.end() ? nullptr : &found->second;
  };
  const auto look = [&](const std::string& word) -> std::string {
    if (const std::string* base = find(word)) return *base;
    const std::string_view prefix = german_prefix(word);
    if (prefix.empty()) return {};
    const std::string rest = word.substr(prefix.size());
    const std::string* base = find(rest);
    if (!base && rest.ends_with("en")) base = find("ge" + rest);  // "ver|schrieben"
    return base ? std::string(prefix) + *base : std::string();
  };
  if (std::string base = look(folded); !base.empty()) return base;
  for (const std::string_view ending : {std::string_view("e"), std::string_view("en"), std::string_view("er"),
                                        std::string_view("es"), std::string_view("em")}) {
    if (!folded.ends_with(ending)) continue;
    const std::string bare = folded.substr(0, folded.size() - ending.size());
    if (!bare.ends_with("en")) continue;
    if (std::string base = look(bare); !base.empty()) return base;
  }
  return folded;
}

/// The word whose roots are the word's: a form's base where one is given. Those of "conçu" would be of other words.
std::string root_base(const std::string& folded, std::string_view code, const Language& language) {
  if (code == "de") return german_base(folded, language);
  const auto base = code == "fr" || code == "es" ? language.forms.find(folded) : language.forms.end();
  return base == language.forms.end() ? folded : base->second;
}

constexpr std::string_view alif = "ا";

/// Marks what is left of an Arabic verb behind the letter of its present: "استخدم" is "يستخدم" there.
constexpr char of_the_present = '-';

/// The base of an Arabic word by the forms that are known, the one that takes the least from it; "" for others.
std::string arabic_base(const std::string& folded, const Language& language) {
  if (const auto found = language.forms.find(folded); found != language.forms.end()) return found->second;
  const std::string bare = without_arabic_clitics(folded);
  for (const std::string* word : {&folded, &bare})
    if (language.small.contains(*word)) return *word;
  for (const ArabicReading& reading : arabic_readings(folded)) {
    auto found = language.forms.find(reading.word);
    if (found == language.forms.end() && reading.present) found = language.forms.find(of_the_present + reading.word);
    if (found != language.forms.end()) return found->second;
  }
  return {};
}

/// Marks the base of a word whose forms are known: a stem of another word is none of its forms.
constexpr char of_the_lexicon = '=';

std::string stem_of(const std::string& folded, std::string_view code, const Language& language) {
  if (code == "ar") {
    const std::string base = arabic_base(folded, language);
    return base.empty() ? text::stem(without_arabic_clitics(folded), code) : of_the_lexicon + base;
  }
  if (code == "de") return text::stem(german_base(folded, language), code);
  const auto base = language.forms.find(folded);
  const std::string& word = base == language.forms.end() ? folded : base->second;
  return text::stem(code == "en" ? american(word) : word, code);
}

class Loader {
 public:
  Loader(std::string_view code, int first_group) : code_(code), group_(first_group) {}

  Language run(std::string_view text) {
    const std::vector<Entry> entries = entries_of(text);
    language_.forms.reserve(entries.size() * 4);
    // Forms first: stems of all other lines are taken of base forms.
    constexpr std::size_t bytes_of_a_key = 6;  // about: one of every word, and one of its root
    language_.by_key.reserve(text.size() / bytes_of_a_key);
    for (const Entry& entry : entries)
      if (entry.what == "form") form(entry.words);
    if (code_ == "ar")
      for (const Entry& entry : entries) stand_alone(entry);
    for (const Entry& entry : entries) fact(entry);
    return std::move(language_);
  }

 private:
  /// A line of words, folded.
  struct Entry {
    std::string what;
    const Kind* kind;  ///< null for forms, synonyms, tiers and phrases
    std::vector<std::string> words;
  };

  static std::vector<Entry> entries_of(std::string_view text) {
    std::vector<Entry> out;
    for (const auto line : text::split_lines(text)) {
      const std::string_view what = line.substr(0, line.find(' '));
      const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& k) { return k.name == what; });
      if (kind == kinds.end() && what != "form" && what != "syn" && what != "tier" && what != "phrase") continue;
      Entry entry{std::string(what), kind == kinds.end() ? nullptr : &*kind, split(line.substr(what.size()))};
      for (std::string& word : entry.words) word = text::fold(word);
      if (!entry.words.empty()) out.push_back(std::move(entry));
    }
    return out;
  }

  void form(const std::vector<std::string>& words) {
    const std::string& base = words[0];
    for (std::size_t i = 1; i < words.size(); ++i) language_.forms[words[i]] = base;
    if (code_ != "ar") return;
    language_.forms[base] = base;
    for (std::size_t i = 1; i < words.size(); ++i)
      if (words[i].starts_with(alif) && text::length(words[i]) >= 4)
        language_.forms.emplace(of_the_present + words[i].substr(alif.size()), base);
  }

  /// What is listed as a word is not read as a form of another: "دولي" is not "دول" with a pronoun.
  void stand_alone(const Entry& entry) {
    const bool filler = entry.kind && entry.kind->trait == Trait::filler;
    if (entry.kind ? entry.kind->trait == Trait::title || entry.kind->trait == Trait::limit : entry.what != "syn")
      return;
    for (const std::string& word : entry.words)
      if (filler && !language_.forms.contains(word))
        language_.small.insert(word);
      else
        language_.forms.emplace(word, word);
  }

  void fact(const Entry& entry) {
    const std::vector<std::string>& words = entry.words;
    const bool synonym = entry.what == "syn", tier = entry.what == "tier";
    if (entry.what == "phrase" && words.size() == 3) language_.phrases[words[1] + " " + words[2]] = words[0];
    if (!synonym && !tier && !entry.kind) return;
    if (synonym) ++group_;
    for (std::size_t i = tier ? 1 : 0; i < words.size(); ++i) {
      const std::string& folded = words[i];
      if (entry.kind && entry.kind->as_written) {
        language_.by_word[folded].traits.add(entry.kind->trait);
        if (entry.kind->trait == Trait::title || entry.kind->trait == Trait::topic)
          language_.by_word[folded + "s"].traits.add(entry.kind->trait);
        continue;
      }
      // By the root too, but for what is told by a stem in every form or would be too much by it: Arabic words of one
      // root are many.
      const bool german = code_ == "de";
      const std::string base = root_base(folded, code_, language_);
      std::vector<std::string> keys{german ? text::stem(base, code_) : stem_of(folded, code_, language_)};
      const bool rooted =
          !entry.kind || entry.kind->trait == Trait::free || (german && entry.kind->trait == Trait::deed);
      if (code_ != "ar" && rooted)
        for (const std::string& root : roots_of(base, code_)) keys.push_back("~" + root);
      for (const std::string& key : keys) {
        WordFacts& facts = language_.by_key[key];
        if (synonym) facts.synonyms.push_back(group_);
        if (tier) facts.tier = std::max(facts.tier, words[0][0] - '0');
        if (entry.kind) facts.traits.add(entry.kind->trait);
      }
    }
  }

  std::string_view code_;
  int group_;
  Language language_;
};

template <std::size_t i>
const Language& loaded() {
  static constexpr int groups_of_a_language = 100000;
  // Never destroyed: taking thousands of words apart again would only hold up the program's end.
  static const Language& language =
      *new Language(Loader(sources[i].code, static_cast<int>(i) * groups_of_a_language).run(sources[i].text()));
  return language;
}

template <std::size_t... i>
const Language& language_at(std::size_t at, std::index_sequence<i...>) {
  static constexpr std::array<const Language& (*)(), sizeof...(i)> loaders{loaded<i>...};
  return loaders[at]();
}

const Language& language_of(std::string_view code) {
  static const Language none;
  const auto found = std::find_if(sources.begin(), sources.end(),
                                  [&](const Source& source) { return source.code == code.substr(0, 2); });
  if (found == sources.end()) return none;
  return language_at(static_cast<std::size_t>(found - sources.begin()), std::make_index_sequence<sources.size()>());
}

}  // namespace

std::string_view phrase_word(std::string_view first, std::string_view second, std::string_view language) {
  const auto& known = language_of(language).phrases;
  const auto found = known.find(std::string(first) + " " + std::string(second));
  return found == known.end() ? std::string_view{} : std::string_view(found->second);
}

const std::map<std::string, int, std::less<>>& fluency_levels() {
  static const auto known = [] {
    std::map<std::string, int, std::less<>> out;
    for_each_line("level", [&](const std::vector<std::string>& words) {
      for (std::size_t i = 2; i < words.size(); ++i) out.emplace(text::fold(spaced(words[i])), words[1][0] - '0');
    });
    return out;
  }();
  return known;
}

const std::map<std::string, std::string, std::less<>>& region_names() {
  static const auto known = [] {
    std::map<std::string, std::string, std::less<>> out;
    for_each_line("region",
                  [&](const std::vector<std::string>& words) { out.emplace(words[1], text::fold(spaced(words[2]))); });
    return out;
  }();
  return known;
}

std::string_view opposite(std::string_view folded) {
  static const auto known = [] {
    std::map<std::string, std::string, std::less<>> out;
    for_each_line("opposite", [&](const std::vector<std::string>& words) {
      out.emplace(text::fold(words[1]), text::fold(words[2]));
      out.emplace(text::fold(words[2]), text::fold(words[1]));
    });
    return out;
  }();
  const auto found = known.find(folded);
  return found == known.end() ? std::string_view{} : std::string_view(found->second);
}

const std::vector<Abbreviation>& abbreviations() {
  static const auto known = [] {
    std::vector<Abbreviation> out;
    for_each_line("expand", [&](const std::vector<std::string>& words) {
      Abbreviation entry{text::fold(words[1]), {}};
      for (std::size_t i = 2; i < words.size(); ++i) entry.expansion.push_back(text::fold(words[i]));
      out.push_back(std::move(entry));
    });
    return out;
  }();
  return known;
}

std::vector<std::string> keys_of(std::string_view folded, std::string_view language) {
  std::vector<std::string> keys{stem_of(std::string(folded), language.substr(0, 2), language_of(language))};
  const bool arabic = language.starts_with("ar");
  const std::string bare = arabic ? without_arabic_clitics(folded) : std::string(folded);
  if (arabic) keys.push_back("~" + text::stem(bare, "ar"));
  for (const std::string& root : roots_of(root_base(bare, language.substr(0, 2), language_of(language)), language))
    keys.push_back("~" + root);
  return keys;
}

namespace {

/// The same of an Arabic word without what is joined to it: "الوطنية" as "وطني".
Traits arabic_claims(std::string_view folded, const Language& known, std::span<const Trait> claims) {
  Traits out;
  for (const ArabicReading& reading : arabic_readings(folded)) {
    const auto found = reading.present ? known.by_word.end() : known.by_word.find(reading.word);
    if (found == known.by_word.end()) continue;
    for (const Trait claim : claims)
      if (found->second.traits.has(claim)) out.add(claim);
    break;
  }
  return out;
}

/// What an adjective claims in another of its forms: "konzernweiten" as "konzernweit".
Traits inflected_claims(std::string_view folded, const Language& known, std::string_view language) {
  static constexpr std::string_view german[] = {"en", "er", "es", "em", "e"},
                                    others[] = {"es", "os", "as", "s", "e", "a"};
  constexpr Trait claims[] = {Trait::sole, Trait::honour, Trait::reach, Trait::boast};
  const bool is_german = language.starts_with("de");
  if (language.starts_with("ar")) return arabic_claims(folded, known, claims);
  if (!is_german && !language.starts_with("fr") && !language.starts_with("es") && !language.starts_with("pt"))
    return {};
  Traits out;
  const auto look = [&](std::string_view ending) {
    if (!folded.ends_with(ending) || folded.size() < ending.size() + 5) return;
    const std::string bare(folded.substr(0, folded.size() - ending.size()));
    for (const std::string& form : {bare, bare + "o"}) {
      const auto found = known.by_word.find(form);
      if (found == known.by_word.end()) continue;
      for (const Trait claim : claims)
        if (found->second.traits.has(claim)) out.add(claim);
    }
  };
  if (is_german)
    for (const std::string_view ending : german) look(ending);
  else
    for (const std::string_view ending : others) look(ending);
  return out;
}

/// What any German word of such an end claims or is: "werksweite", "störungsfreien", "branchenführender",
/// "Wartungsteam".
Traits compound_claims(std::string_view folded, std::string_view language) {
  struct End {
    std::string_view letters;
    Trait claim;
  };
  static constexpr End ends[] = {
      {"weit", Trait::reach},          {"deckend", Trait::reach},  {"frei", Trait::outcome},
      {"fuhrend", Trait::boast},       {"gekront", Trait::honour}, {"pramiert", Trait::honour},
      {"zertifiziert", Trait::honour}, {"team", Trait::people},    {"abteilung", Trait::people},
      {"mannschaft", Trait::people},   {"personal", Trait::people}};
  static constexpr std::string_view inflections[] = {"", "e", "en", "er", "es", "em", "s"};
  if (!language.starts_with("de")) return {};
  for (const std::string_view inflection : inflections) {
    if (!folded.ends_with(inflection)) continue;
    const std::string_view bare = folded.substr(0, folded.size() - inflection.size());
    for (const End& end : ends)
      if (bare.ends_with(end.letters) && bare.size() >= end.letters.size() + 4) return end.claim;
  }
  return {};
}

}  // namespace

WordFacts word_facts(std::string_view folded, const std::vector<std::string>& keys, std::string_view language) {
  const Language& known = language_of(language);
  WordFacts facts;
  for (const std::string& key : keys) {
    const auto found = known.by_key.find(key);
    if (found == known.by_key.end()) continue;
    facts.synonyms.insert(facts.synonyms.end(), found->second.synonyms.begin(), found->second.synonyms.end());
    facts.tier = std::max(facts.tier, found->second.tier);
    facts.traits.add(found->second.traits);
  }
  if (const auto found = known.by_word.find(std::string(folded)); found != known.by_word.end())
    facts.traits.add(found->second.traits);
  else
    facts.traits.add(inflected_claims(folded, known, language) | compound_claims(folded, language));
  if (language.starts_with("ar") && folded.ends_with(alif) && !known.forms.contains(std::string(folded))) {
    const auto found = known.by_word.find(std::string(folded.substr(0, folded.size() - alif.size())));
    if (found != known.by_word.end() && found->second.traits.has(Trait::title)) facts.traits.add(Trait::title);
  }
  if (facts.traits.has(Trait::topic)) facts.traits.remove(Trait::filler | Trait::free | Trait::act | Trait::thing);
  return facts;
}

}  // namespace resumax::guard
