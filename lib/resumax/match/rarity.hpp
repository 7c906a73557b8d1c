#pragma once

#include <string_view>

namespace resumax::match {

/// How few postings and resumes of a language have a stem: ln(documents / documents with it), in tenths, at most 40;
/// -1 where the tables do not know the stem.
struct Rarity {
  int in_postings = -1, in_resumes = -1;
  bool known() const { return in_postings >= 0 || in_resumes >= 0; }
};

/// From the embedded tables (rarity/LANGUAGE.txt; rarity/README.md says what they were counted from). A search of the
/// bytes as they stand: nothing is read ahead.
Rarity rarity_of(std::string_view stem, std::string_view language);

/// Whether there is a table for a language ("en", "fr-CH", …).
bool has_rarity(std::string_view language);

}  // namespace resumax::match
