#pragma once

#include <resumax/match/everyday_words.hpp>
#include <resumax/match/taxonomy.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::match {

/// A name or alias without its mark.
struct Surface {
  std::string text;
  std::uint16_t skill = 0;
  bool canonical = false;
  Mode mode = Mode::any_case;
};

struct SkillRow {
  std::string name, category;
  std::vector<std::uint16_t> parents, related;  ///< sorted, each once
  std::size_t line = 0;
};

/// A phrase and the surface it stands for.
struct SkillPhrase {
  std::vector<std::string> words;
  std::uint32_t surface = 0;
};

/// Skills data as read.
struct TaxonomyData {
  std::vector<SkillRow> skills;
  std::vector<Surface> surfaces;          ///< by skill, its name first
  std::vector<SkillPhrase> phrases;       ///< each phrase once, variants by rule among them
  std::vector<TaxonomyProblem> problems;  ///< in the order found; with any, the rest is not to be used
};

TaxonomyData read_taxonomy(std::string_view tsv);

/// Whether a name of these words may stand for other things too, so that it needs a mark: one word that is short and of
/// letters alone, or one of everyday_words.txt.
bool is_ambiguous(const std::vector<std::string>& words);

/// What split_units makes of a surface, as the words of a phrase.
std::vector<std::string> phrase_words(std::string_view surface);

}  // namespace resumax::match
