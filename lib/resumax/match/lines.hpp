#pragma once

#include <resumax/core/fields.hpp>
#include <resumax/match/taxonomy.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace resumax::match {

/// A skill (its id with the top bit set) or the stem of a word that is no skill's, and what it weighs in a posting and
/// in a resume (weights.hpp).
struct Term {
  std::uint32_t id = 0;
  std::int16_t in_posting = 0, in_resume = 0;
  bool empty() const { return in_posting == 0; }
};

inline constexpr std::uint32_t skill_bit = 0x80000000;
constexpr bool is_skill(const Term& term) { return (term.id & skill_bit) != 0; }

/// What a line says, for matching.
struct ReadLine {
  std::vector<SkillHit> hits;
  std::vector<Term> terms;
};

/// Reads lines and remembers them. Numbers of terms hold within one reader. All words are stemmed as those of one
/// language, the posting's: a word that a resume in another language shares with it has to meet its like.
class LineReader {
 public:
  /// `rarity`: weigh words by the tables of that language, else by their length.
  LineReader(const Taxonomy& taxonomy, std::string_view language, bool rarity)
      : taxonomy_(&taxonomy), language_(language), rarity_(rarity) {}

  /// `language` is the text's own, for its stop words. `list`: the text is a list of skills. The reference holds until
  /// the next `trim`.
  const ReadLine& read(std::string_view utf8, std::string_view language, bool list);
  /// Forgets all lines where there are very many. Terms keep their numbers.
  void trim();

 private:
  std::int16_t skill_weight(std::uint16_t skill);
  Term word_term(std::string_view folded, std::string_view language);
  void weigh(Term& term, std::string_view stem, std::string_view language) const;

  const Taxonomy* taxonomy_;
  std::string language_;
  bool rarity_;
  std::unordered_map<std::string, ReadLine> lines_;
  std::unordered_map<std::string, Term> words_;  ///< language and folded word; those that say nothing weigh 0
  std::unordered_map<std::string, std::uint32_t> stems_;
  std::unordered_map<std::uint16_t, std::int16_t> skills_;  ///< what they weigh
};

/// Whether the tables know most words of a text that `language` was told of, so that they can weigh them.
bool rarity_covers(std::string_view utf8, std::string_view language);

/// A text of a resume that may show skills. `rank` orders evidence: what was done, before what is claimed.
struct ShownLine {
  ConstField field;
  int rank = 0;
  const ReadLine* line = nullptr;
};

/// The lines of a resume that count in matching: not names, contacts, places, dates, employers or spoken languages.
std::vector<ShownLine> shown_lines(const Resume& resume, LineReader& reader);

}  // namespace resumax::match
