#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::match {

/// A skill of a taxonomy, whose memory it points into. Ids are indexes into it and mean nothing across versions of its
/// data.
struct Skill {
  std::string_view name;                      ///< canonical, as it is usually written
  std::string_view category;                  ///< "programming language", "nursing", …
  std::span<const std::string_view> aliases;  ///< other surface forms, abbreviations and translations
  std::span<const std::uint16_t> parents;  ///< more general skills that having this one shows ("PostgreSQL" -> "SQL")
  std::span<const std::uint16_t> related;  ///< neighbours: having one is a hint of the other, never a proof
};

/// A skill found in a text: bytes [begin, end) of it, and whether the words are its canonical name.
struct SkillHit {
  std::uint16_t skill = 0;
  std::uint32_t begin = 0, end = 0;
  bool canonical = false;
};

class TaxonomyImage;

/// Hard skills with aliases, read from data (lib/resumax/match/skills/*.tsv; the head of the first explains the format
/// and the marks of words that are also everyday words). Immutable; share freely.
class Taxonomy {
 public:
  /// The embedded one, indexed when resumax was built; made ready on first use, in well under a millisecond.
  static const Taxonomy& builtin();
  /// From the text of a data file; throws invalid_input with the line number for a bad one (see check_taxonomy; words
  /// without a mark pass). Indexes it, which takes a while.
  explicit Taxonomy(std::string_view tsv);
  /// From an image that was made earlier and kept; throws internal for one that is damaged or of another version of
  /// resumax. `fingerprint` says what it was made from.
  Taxonomy(std::string image, std::string fingerprint);
  ~Taxonomy();

  /// Which data this is, in twelve hex digits; the same data gives the same on every machine. Empty where it is from
  /// the text of a data file.
  const std::string& fingerprint() const { return fingerprint_; }

  const std::vector<Skill>& skills() const { return skills_; }
  /// The names as skills data has them, with their marks.
  std::string marked_name(std::uint16_t skill) const;
  std::vector<std::string> marked_aliases(std::uint16_t skill) const;

  const Skill* find_name(std::string_view name_or_alias) const;
  /// The more general skills that having this one shows, however far up; each once, sorted by id.
  std::vector<std::uint16_t> ancestors(std::uint16_t skill) const;
  /// Skills in a text, left to right, longest match first, never overlapping. Words that are also everyday words
  /// (Go, R, C, Spring, Swift, Excel) count only as written and in a context that names tools.
  std::vector<SkillHit> find(std::string_view utf8) const;
  /// In a list of skills ("Python, Go, R"): every item is meant as a skill, so no context is needed.
  std::vector<SkillHit> find_in_list(std::string_view utf8) const;

 private:
  struct Embedded {};
  explicit Taxonomy(Embedded);
  void read_skills();
  std::string marked(std::uint32_t surface) const;

  std::string bytes_;  ///< of the image, where it is not the embedded one
  std::unique_ptr<const TaxonomyImage> image_;
  std::string fingerprint_;
  std::vector<std::string_view> aliases_;
  std::vector<Skill> skills_;
};

/// What is wrong with skills data, each with its line (from 1): a name under two skills, an unknown parent or
/// neighbour, a skill that is its own ancestor, a short or everyday word without a mark. Empty for sound data.
struct TaxonomyProblem {
  std::size_t line = 0;
  std::string message;
};
std::vector<TaxonomyProblem> check_taxonomy(std::string_view tsv);

}  // namespace resumax::match
