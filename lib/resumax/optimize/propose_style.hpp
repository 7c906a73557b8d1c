#pragma once

#include <resumax/optimize/edit.hpp>

namespace resumax::optimize {

/// Phrases that a word or two say as well, in the languages of wordy.txt. `all`: also those that only shorten.
std::optional<Edit> without_wordiness(std::string_view text, bool all, std::string_view language = "en");

/// English: a plain verb at the start of a line in the language of reports, at equal claim ("Fixed" -> "Resolved"),
/// where what follows it allows that; contractions written out.
std::optional<Edit> in_formal_words(std::string_view line);

}  // namespace resumax::optimize
