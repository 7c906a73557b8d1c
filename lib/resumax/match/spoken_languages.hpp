#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace resumax::match {

/// A language that people speak, and how well: 1 basic (A1, A2), 2 intermediate (B1), 3 working (B2), 4 fluent (C1),
/// 5 native or C2; 0 where the text does not say.
struct SpokenLanguage {
  std::string code;  ///< ISO 639-1
  int level = 0;
};

/// The languages a text names ("English (C1)", "Deutsch fließend", "العربية: اللغة الأم"), each once. Reads names in
/// en, de, fr, es, pt and ar; a level belongs to the language before it, or to the next where none stands before.
std::vector<SpokenLanguage> spoken_languages(std::string_view utf8);

/// The level a text names, 0 where it names none.
int language_level(std::string_view utf8);

/// "English" for "en"; the code itself where it is unknown.
std::string_view language_name(std::string_view code);

}  // namespace resumax::match
