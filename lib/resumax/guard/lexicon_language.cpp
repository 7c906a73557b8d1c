#include <resumax/guard/lexicon_language.hpp>

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
      Entry entry{std::string(what), kind == kinds.end() ? nullptr : &*kind,
                  text::split_words(line.substr(what.size()))};
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

}  // namespace

std::string root_base(const std::string& folded, std::string_view code, const Language& language) {
  if (code == "de") return german_base(folded, language);
  const auto base = code == "fr" || code == "es" ? language.forms.find(folded) : language.forms.end();
  return base == language.forms.end() ? folded : base->second;
}

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

const Language& language_of(std::string_view code) {
  static const Language none;
  const auto found = std::find_if(sources.begin(), sources.end(),
                                  [&](const Source& source) { return source.code == code.substr(0, 2); });
  if (found == sources.end()) return none;
  return language_at(static_cast<std::size_t>(found - sources.begin()), std::make_index_sequence<sources.size()>());
}

void for_each_line(std::string_view kind, const std::function<void(const std::vector<std::string>&)>& call) {
  for (const Source& source : sources)
    for (const auto line : text::split_lines(source.text()))
      if (line.starts_with(kind) && line.substr(kind.size()).starts_with(' ')) call(text::split_words(line));
}

}  // namespace resumax::guard
