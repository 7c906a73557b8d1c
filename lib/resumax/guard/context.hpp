#pragma once

#include <resumax/guard/line.hpp>

#include <string_view>

namespace resumax::guard {

/// What the lexicon knows of a word by its letters: keys, synonyms, tier, traits.
void add_keys(Word& word, std::string_view language);

/// What the words around make of some: phrases and parted verbs are read as the one word they stand for, "program" and
/// "own" as what they are there.
void read_in_context(Line& line);

}  // namespace resumax::guard
