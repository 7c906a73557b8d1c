#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace resumax::guard {

/// What is known of one word or phrase in a language, whichever form it takes.
struct WordFacts {
  std::vector<int> synonyms;  ///< numbers of the groups it belongs to
  int tier = 0;               ///< 1 assisted … 5 directed, 0 no such verb
  bool filler = false, negation = false, limit = false, title = false, scope = false;
};

/// The base form of an irregular one, else the word itself. Folded in and out.
std::string base_form(std::string_view folded, std::string_view language);

/// Facts of a folded word, by its key in that language; titles and limits by the word itself.
WordFacts word_facts(std::string_view folded, std::string_view key, std::string_view language);

/// The word that two words together stand for ("take part" -> "participate"), "" for others. English only.
std::string_view phrase_word(std::string_view first, std::string_view second);

struct Abbreviation {
  std::string letters;                 ///< folded
  std::vector<std::string> expansion;  ///< folded words, without small ones
};
/// Abbreviations whose letters are not the initials of what they stand for.
const std::vector<Abbreviation>& abbreviations();

/// The stem by which words are compared: of the base form, Arabic clitics dropped.
std::string key_of(std::string_view folded, std::string_view language);

}  // namespace resumax::guard
