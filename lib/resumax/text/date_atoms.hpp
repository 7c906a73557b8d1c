#pragma once

#include <resumax/core/resume.hpp>
#include <resumax/text/date_words.hpp>
#include <resumax/text/items.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace resumax::text {

/// One end of a range as read, items [first, last).
struct Atom {
  std::size_t first = 0, last = 0;
  Date date;                  ///< year 0: the words name no year
  bool short_year = false;    ///< two digits, only to be believed within a range
  bool day_or_month = false;  ///< "03/04/2021": which is which is open
  bool bare_year = false;
};

/// Reads single dates from the items of a line.
class AtomReader {
 public:
  explicit AtomReader(std::string_view text) : text_(text), items_(lex(text)) {}

  /// The date that starts at item i, months without a year and two-digit years included.
  std::optional<Atom> atom_at(std::size_t i) const;

 protected:
  static constexpr int first_year = 1940, last_year = 2049;

  const Item* at(std::size_t i) const { return i < items_.size() ? &items_[i] : nullptr; }
  bool is_sign(std::size_t i, std::string_view signs) const {
    const Item* item = at(i);
    return item && item->type == Item::Type::sign && item->folded.size() == 1 &&
           signs.find(item->folded[0]) != std::string_view::npos;
  }
  bool is_word(std::size_t i) const { return at(i) && at(i)->type == Item::Type::word; }
  bool is_number(std::size_t i) const { return at(i) && at(i)->type == Item::Type::number; }
  bool glued(std::size_t i) const { return at(i) && !at(i)->gap; }
  bool is_year(std::size_t i) const {
    return is_number(i) && at(i)->digits == 4 && at(i)->value >= first_year && at(i)->value <= last_year;
  }
  /// A year of the solar Persian calendar.
  bool is_solar_year(std::size_t i) const {
    return is_number(i) && at(i)->digits == 4 && at(i)->value >= 1320 && at(i)->value <= 1430;
  }
  /// A number of one or two digits from `low` to `high`.
  bool is_small(std::size_t i, int low, int high) const {
    return is_number(i) && at(i)->digits <= 2 && at(i)->value >= low && at(i)->value <= high;
  }
  bool is_dash(std::size_t i) const {
    const Item* item = at(i);
    if (!item || item->type != Item::Type::sign) return false;
    const std::string_view s = item->folded;
    return s == "-" || s == "~" || s == "—" || s == "―" || s == "→" || s == "‐" || s == "–" || s == "➔";
  }
  static int full_year(int two_digits) { return two_digits < 50 ? 2000 + two_digits : 1900 + two_digits; }
  bool ends_number(std::size_t i) const;

  std::string_view text_;
  std::vector<Item> items_;

 private:
  DateWord month_at(std::size_t i, std::size_t& next) const;
  static Date solar_date(int year, int month);
  std::size_t skip_filler(std::size_t i) const;
  std::size_t skip_ordinal(std::size_t i) const;
  bool year_after_month(std::size_t i, Atom& atom) const;
  std::optional<Atom> from_month(std::size_t i) const;
  std::optional<Atom> from_year(std::size_t i) const;
  std::optional<Atom> from_solar_year(std::size_t i) const;
  std::optional<Atom> from_small(std::size_t i) const;
  std::optional<Atom> from_short(std::size_t i) const;
  std::optional<Atom> from_quarter(std::size_t i) const;
};

}  // namespace resumax::text
