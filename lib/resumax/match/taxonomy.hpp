#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::match {

/// A skill of the taxonomy. Ids are indexes into it and mean nothing across versions of its data.
struct Skill {
  std::string name;                    ///< canonical, as it is usually written
  std::string category;                ///< "programming language", "nursing", …
  std::vector<std::string> aliases;    ///< other surface forms, abbreviations and translations
  std::vector<std::uint16_t> parents;  ///< more general skills that having this one shows ("PostgreSQL" -> "SQL")
  std::vector<std::uint16_t> related;  ///< neighbours: having one is a hint of the other, never a proof
};

/// A skill found in a text: bytes [begin, end) of it, and whether the words are its canonical name.
struct SkillHit {
  std::uint16_t skill = 0;
  std::uint32_t begin = 0, end = 0;
  bool canonical = false;
};

/// Hard skills with aliases, read from data (lib/resumax/match/skills.tsv, embedded; its head explains the format and
/// the marks of words that are also everyday words). Immutable; share freely.
class Taxonomy {
 public:
  /// The embedded one, built on first use and kept (it is constant data).
  static const Taxonomy& builtin();
  /// From the text of a data file; throws invalid_input with the line number for a bad one (an alias under two
  /// skills, an unknown parent, a cycle).
  explicit Taxonomy(std::string_view tsv);
  ~Taxonomy();

  const std::vector<Skill>& skills() const;
  const Skill* find_name(std::string_view name_or_alias) const;
  /// The more general skills that having this one shows, however far up; each once, sorted by id.
  std::vector<std::uint16_t> ancestors(std::uint16_t skill) const;
  /// Skills in a text, left to right, longest match first, never overlapping. Words that are also everyday words
  /// (Go, R, C, Spring, Swift, Excel) count only as written and in a context that names tools.
  std::vector<SkillHit> find(std::string_view utf8) const;
  /// In a list of skills ("Python, Go, R"): every item is meant as a skill, so no context is needed.
  std::vector<SkillHit> find_in_list(std::string_view utf8) const;

 private:
  struct Index;
  std::vector<Skill> skills_;
  std::unique_ptr<Index> index_;
};

}  // namespace resumax::match
