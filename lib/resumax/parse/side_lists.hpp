#pragma once

#include <resumax/parse/gutter.hpp>
#include <resumax/parse/page_rows.hpp>

namespace resumax::parse {

/// Lists set in columns, told from columns of the page.
class SideLists {
 public:
  explicit SideLists(const PageRows& page) : page_(page) {}

  /// Whether a side holds nothing but list items and dates that stand on lines of the other: it is no column.
  bool dates_and_items(const Side& start, const Side& finish) const;
  /// Two lists side by side: from the first row with a list mark at both sides down to where text leaves their indents.
  /// Narrows the gutter to those rows; whether there are such lists.
  bool cut_to_items(Gutter& gutter) const;
  /// Whether a short set of rows is a list set in columns: both sides repeat the same looks from the same edges.
  bool siblings(double x, const Gutter& gutter) const;

 private:
  bool is_table(const Side& left, const Side& right) const;

  const PageRows& page_;
};

}  // namespace resumax::parse
