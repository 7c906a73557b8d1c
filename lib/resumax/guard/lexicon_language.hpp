#pragma once

#include <resumax/guard/lexicon.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace resumax::guard {

/// What the lexicon of one language holds, as it is looked up: read once, when first asked for.
struct Language {
  std::unordered_map<std::string, std::string> forms, phrases;
  std::unordered_map<std::string, WordFacts> by_word, by_key;
  std::unordered_set<std::string> small;  ///< Arabic words that take no endings
};

/// The language of a two-letter code (what follows is not read); an empty one where there is no lexicon.
const Language& language_of(std::string_view code);

/// The stem by which a folded word is known: of its base form where one is given.
std::string stem_of(const std::string& folded, std::string_view code, const Language& language);

/// The word whose roots are the word's: a form's base where one is given. Those of "conçu" would be of other words.
std::string root_base(const std::string& folded, std::string_view code, const Language& language);

/// Calls with the words of every line of that kind, of all languages, the kind first.
void for_each_line(std::string_view kind, const std::function<void(const std::vector<std::string>&)>& call);

}  // namespace resumax::guard
