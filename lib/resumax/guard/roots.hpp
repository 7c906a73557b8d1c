#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace resumax::guard {

/// What a verb, its participle and its noun have in common, where stemmers part them: "formation", "formé" -> "form";
/// "geprüft", "Prüfung" -> "pruf"; "organicé", "organización" -> "organiz"; "تدريب", "دربت" -> "درب". Folded words;
/// empty where the language has no rules or the word none of their endings.
std::vector<std::string> roots_of(std::string_view folded, std::string_view language);

/// What a German verb starts with: "auf" of "aufgeschrieben", "ver" of "verschrieben" (not one of those that leave the
/// verb, with `parts`); "" for none.
std::string_view german_prefix(std::string_view folded, bool parts = false);
/// Whether it can stand apart from its verb: "teil" of "nahm … teil".
bool is_german_particle(std::string_view folded);

/// What an Arabic word may be without what is written joined to it.
struct ArabicReading {
  std::string word;
  bool present;  ///< the letter of a verb's present was taken from it
};

/// The word itself, then what remains of it without a conjunction, preposition or article, the letter of the present,
/// pronouns and the endings of persons, duals and plurals, those that lose the least first: "وراجعناها" -> "راجعنا",
/// "راجع"; "مراجعتها" -> "مراجعه".
std::vector<ArabicReading> arabic_readings(std::string_view folded);

/// "والمشروع", "بالمشروع", "للمشروع" -> "مشروع": the clitics before a noun or verb, as long as a word remains.
std::string without_arabic_clitics(std::string_view folded);

}  // namespace resumax::guard
