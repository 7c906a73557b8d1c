#include <resumax/guard/lexicon_language.hpp>
#include <resumax/guard/roots.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace resumax::guard {

namespace {

constexpr std::string_view alif = "ا";

std::string spaced(std::string word) {
  std::replace(word.begin(), word.end(), '_', ' ');
  return word;
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
