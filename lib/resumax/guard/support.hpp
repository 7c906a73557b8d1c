#pragma once

#include <resumax/core/suggestion.hpp>
#include <resumax/guard/sentences.hpp>
#include <resumax/match/taxonomy.hpp>

#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace resumax::guard {

struct Neighbour;

/// The lines that may support a claim, and quick answers about their words.
class Support {
 public:
  explicit Support(const match::Taxonomy& taxonomy) : taxonomy_(&taxonomy) {}

  /// `list_item`: the line is an item of a list of skills. Lines outlive this.
  void add(const Line& line, bool list_item);
  /// The same, where the skills of the line are known.
  void add(const Line& line, const std::vector<match::SkillHit>& hits);

  const std::vector<const Line*>& lines() const { return lines_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }
  const match::Taxonomy& taxonomy() const { return *taxonomy_; }
  /// Whether a word of the lines means the same (key, synonym, root or a misspelling).
  bool has(const Word& word) const;
  /// The same without synonyms.
  bool has_form(const Word& word) const;
  /// Whether the digits or letters stand there as a word, folded.
  bool has_written(std::string_view folded) const { return written_.contains(std::string(folded)); }
  /// Whether a line of education has the letters as a word.
  bool names_degree(std::string_view letters) const;
  /// Whether the letters stand there as a word of their own that no lexicon knows: "chemo", "reg".
  bool clips(std::string_view folded) const;
  /// Whether digits of a name stand there as such, or in the line itself as whatever they are.
  bool has_version(const Line& line, const Word& word) const;
  bool has_key(const std::string& key) const { return by_key_.contains(key); }
  /// Whether a longer word is made with the part, as its beginning, or ends in the word.
  bool has_compound_with(std::string_view part, std::string_view word) const;
  /// Whether two neighbouring words, written together, give `joined`.
  bool has_joined(std::string_view joined) const { return joined_.contains(std::string(joined)); }
  /// The skill, or one that shows it, is named.
  bool shows(std::uint16_t skill) const { return skills_.contains(skill); }
  /// The skill is named with a version or another number.
  bool numbers_skill(std::uint16_t skill) const { return numbered_.contains(skill); }
  /// Whether a line holds the letters just so, as a word, or as a name with a capital.
  bool has_exactly(std::string_view written) const;
  /// Whether one line has all the words of bytes [begin, end) of `line`, or they say what one of its acronyms stands
  /// for.
  bool has_together(const Line& line, std::uint32_t begin, std::uint32_t end) const;
  /// Whether it is part of a name or a location, or stands behind a preposition of places or parties.
  bool has_place(const Word& word) const;
  /// Whether it stands there as an item of a list or a tool, in any case.
  bool lists(std::string_view folded) const;
  /// The source's number that a number of `line` repeats: the same quantity of the same thing; null for none.
  const text::Number* find_number(const text::Number& number, const Line& line,
                                  const std::set<const text::Number*>& used) const;
  /// The first number of a change that the lines give the other way round ("from 37 to 52" for "from 52 to 37").
  const text::Number* turned_change(const Line& line) const;
  /// Whether a number is by how much one changed of which the line gives both ends.
  bool has_difference(const text::Number& number, const Line& line) const;
  /// Whether a number is a year that a line of the same thing gives.
  bool dates(const text::Number& number, const Line& line) const;
  bool has_digits(const text::Number& number, const Line& line) const;
  bool has_date(const Date& date) const;
  const std::vector<std::string>& acronyms() const { return acronyms_; }
  /// Whether the initials of neighbouring words spell it.
  bool has_expansion(std::string_view acronym) const;
  /// Whether the lines speak of an acronym as of something to pass or hold one day only: "the CPA exam".
  bool only_studied(std::string_view letters) const;
  /// Whether a word of a line is part of what an acronym of the lines stands for: "International" of "IFRS".
  bool spells_out(const Line& line, const Word& word) const;

 private:
  const match::Taxonomy* taxonomy_;
  std::vector<const Line*> lines_;
  std::vector<Sentence> sentences_;
  bool has_holders(const Word& word) const;
  bool has_doers(const Word& word) const;
  bool has_done_to(const Word& word) const;
  bool has_relative(const Word& word) const;
  bool is_taken(const std::vector<Neighbour>& near, const text::Number& number, double like) const;

  /// Keys of one root have at least these bytes in common.
  static constexpr std::size_t start_length = 5;

  std::unordered_map<std::string, std::vector<const Word*>> by_key_, by_start_;
  std::unordered_map<char, std::vector<const Word*>> by_letter_;
  std::unordered_set<int> groups_;
  std::unordered_set<std::string> written_, joined_, pairs_;
  std::set<std::uint16_t> skills_, numbered_;
  std::vector<std::string> acronyms_;
};

/// The letters an acronym stands for ("SOPs" -> "sop", "E2E" -> "ete"), "" for other words. `written` as in the text.
std::string acronym_letters(std::string_view written);

/// Words [first, last) of a line whose initials spell `letters`, stop words counted or not; {0, 0} for none.
std::pair<std::size_t, std::size_t> find_expansion(const Line& line, std::string_view letters);

}  // namespace resumax::guard
