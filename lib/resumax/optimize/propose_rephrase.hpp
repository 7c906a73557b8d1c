#pragma once

#include <resumax/optimize/analyze.hpp>
#include <resumax/optimize/edit.hpp>

namespace resumax::optimize {

/// English: a stronger opening at equal claim ("Responsible for building X" -> "Built X"), the first person dropped,
/// the tense of the role, filler out; by the plan also wordy phrases and plain verbs in the language of reports.
/// Nothing where the sentence is not understood for sure.
std::optional<Edit> rephrase(std::string_view line, Tense tense, const Plan& plan = {});
/// The same for a summary or description: the first person at its start, filler.
std::optional<Edit> rephrase_prose(std::string_view text, const Plan& plan);

/// The tense of the verb that opens a line of English, `unknown` where none does for sure.
Tense told_tense(std::string_view line);

/// A weak opening dropped in other languages, where it can be done by dropping words: "Responsable de la gestion des
/// achats" -> "Gestion des achats"; the first person likewise. The openings and the nouns they may stand before are
/// data (openings.txt).
std::optional<Edit> without_weak_opening(std::string_view line, std::string_view language);
/// Whether the data has openings of that language.
bool has_weak_openings(std::string_view language);

}  // namespace resumax::optimize
