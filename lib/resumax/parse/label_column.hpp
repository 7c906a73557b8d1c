#pragma once

#include <resumax/parse/page_rows.hpp>

namespace resumax::parse {

/// Whether a narrow side of a gutter goes with the rows of the other: section names, labels, dates, places.
class LabelColumn {
 public:
  explicit LabelColumn(const PageRows& page) : page_(page) {}

  /// Whether `side` is a narrow column whose every entry starts on a line of `other`.
  bool is_companion(const Side& side, const Side& other, bool at_start) const;
  /// Whether it is nothing but section names and dates beside text without such headings.
  bool names_sections(const Side& labels, const Side& text) const;
  /// The first label that names a section, where from there on most do and the text beside has no headings.
  const Cell* first_section(const Side& labels, const Side& text) const;
  /// Whether a narrow side holds what belongs together on lines of its own.
  bool wraps(const Side& side, const Side& other, bool at_start) const;

 private:
  using Groups = std::vector<std::vector<int>>;

  bool stand_aside(const Side& labels, const Side& text) const;
  bool is_text_of_its_own(const Side& side, const Side& other) const;
  bool is_section_name(const Groups& groups, const Side& other) const;
  bool starts_blocks(const Groups& groups, const Side& other) const;
  bool different_looks(const Groups& groups, const Side& other) const;
  bool is_one_date(const Groups& groups, const Side& other) const;
  bool is_wrapped_date(const Groups& groups, const Side& other) const;
  bool like_content(const Groups& groups, const Side& other) const;

  const PageRows& page_;
};

}  // namespace resumax::parse
