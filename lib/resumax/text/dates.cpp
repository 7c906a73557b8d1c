#include <resumax/text/bidi.hpp>
#include <resumax/text/date_atoms.hpp>
#include <resumax/text/dates.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <optional>

namespace resumax::text {

namespace {

class Reader : AtomReader {
 public:
  using AtomReader::AtomReader;

  std::vector<DateMatch> run() {
    std::vector<DateMatch> out;
    for (std::size_t i = 0; i < items_.size();) {
      std::size_t last = 0;
      if (auto match = match_at(i, last)) {
        out.push_back(std::move(*match));
        i = last;
      } else {
        ++i;
      }
    }
    return out;
  }

 private:
  /// Whether a year that stands alone is one, and no quantity, number of a street or part of a phone number.
  bool year_stands_alone(const Atom& atom) const {
    const std::size_t i = atom.first, next = atom.last;
    const int year = at(i)->value;
    if (!ends_number(i)) return false;
    if (i > 0 && glued(i)) {
      if (is_sign(i - 1, "$+#@=<>_") || is_money(i - 1)) return false;
      if (is_sign(i - 1, "-/.&") && i > 1 && glued(i - 1)) return false;
    }
    if (i > 0 && is_number(i - 1) && !is_year(i - 1)) return false;
    if (is_number(next) && !is_year(next)) return false;
    if (at(next) && glued(next) && (is_sign(next, "%+$_@=") || is_money(next))) return false;
    if (is_sign(next, "-/.") && glued(next) && at(next + 1) && glued(next + 1) && !is_year(next + 1)) return false;
    if (!is_word(next) || is_range_word(at(next)->folded)) return true;
    const Item& word = *at(next);
    if (word.capital) return true;
    const bool round = year % 100 == 0;
    const bool opens = i == 0 || at(i - 1)->type == Item::Type::sign;
    const bool led = i > 0 && is_word(i - 1) && is_date_preposition(at(i - 1)->folded);
    const bool stop = is_stop_word(word.folded, "en") || is_stop_word(word.folded, "ar") ||
                      is_stop_word(word.folded, "fr") || is_stop_word(word.folded, "de") ||
                      is_stop_word(word.folded, "es");
    if (stop) return led || opens || !round;
    return !round && (led || opens);
  }

  /// Whether the item at i begins another cell of its line.
  bool parted(std::size_t i) const {
    if (i == 0 || i >= items_.size()) return true;
    const std::uint32_t begin = items_[i - 1].end;
    return text_.substr(begin, items_[i].begin - begin).find('\t') != std::string_view::npos;
  }

  bool is_money(std::size_t i) const {
    return at(i)->folded == "€" || at(i)->folded == "£" || at(i)->folded == "¥" || at(i)->folded == "₹";
  }

  /// Past what stands between the ends of a range, or 0.
  std::size_t range_sign(std::size_t i, const Atom& left) const {
    if (is_sign(i, ".") && glued(i) && left.date.year == 0) ++i;
    if (is_dash(i)) {
      std::size_t next = i + 1;
      if (is_dash(next)) ++next;
      if (is_word(next) && is_range_word(at(next)->folded) && present_here(next).first == 0) ++next;
      return next;
    }
    if (is_word(i) && is_range_word(at(i)->folded)) {
      if (is_word(i + 1) && at(i)->folded == "fino") return i + 2;
      if (is_word(i + 1) && is_range_word(at(i + 1)->folded) && present_here(i + 1).first == 0 &&
          present_here(i + 2).first != 0)
        return i + 2;
      return i + 1;
    }
    if (left.bare_year && is_sign(i, "/") && (is_year(i + 1) || is_number(i + 1))) return i + 1;
    return 0;
  }

  /// The item past a present word or phrase at i, and its last byte; {0, 0} for none.
  std::pair<std::size_t, std::uint32_t> present_here(std::size_t i) const {
    if (!is_word(i)) return {0, 0};
    std::string folded;
    for (std::size_t j = i; j < items_.size() && j < i + 4; ++j) {
      if (j > i && at(j)->gap) folded += ' ';
      folded += at(j)->folded;
    }
    const std::size_t length = present_phrase(folded);
    if (length == 0) return {0, 0};
    std::size_t used = 0;
    for (std::size_t j = i; j < items_.size(); ++j) {
      if (j > i && at(j)->gap) ++used;
      used += at(j)->folded.size();
      if (used >= length) return {j + 1, at(j)->end};
    }
    return {0, 0};
  }

  /// Past the words a program prints for an end it cannot read, or 0.
  std::size_t unknown_here(std::size_t i) const {
    return is_word(i) && at(i)->folded == "invalid" && is_word(i + 1) && at(i + 1)->folded == "date" ? i + 2 : 0;
  }

  /// "Invalid date – May 2019", "May 2019 – Invalid date": the other end is still what it is.
  std::optional<DateMatch> half_range(std::size_t i, std::size_t& last) const {
    const std::size_t unknown = unknown_here(i);
    const bool ends = unknown != 0 && is_dash(unknown);
    const auto known = atom_at(ends ? unknown + 1 : i);
    DateMatch match;
    match.begin = items_[i].begin;
    if (ends) {
      const auto [past, end] = present_here(unknown + 1);
      if (past) {
        match.range.end = field({}, items_[unknown + 1].begin, end);
        match.range.end.present = true;
        match.end = end;
        last = past;
        return match;
      }
      if (!known || known->date.year == 0) return std::nullopt;
      match.range.end = field(*known);
      last = known->last;
    } else {
      if (!known || known->date.year == 0 || !is_dash(known->last)) return std::nullopt;
      last = unknown_here(known->last + 1);
      if (last == 0) return std::nullopt;
      match.range.start = field(*known);
    }
    match.end = items_[last - 1].end;
    return match;
  }

  DateField field(const Date& date, std::uint32_t begin, std::uint32_t end) const {
    DateField out;
    out.date = date;
    out.source.value = std::string(text_.substr(begin, end - begin));
    out.source.span = {begin, end, 0, {}};
    return out;
  }
  DateField field(const Atom& atom) const {
    return field(atom.date, items_[atom.first].begin, items_[atom.last - 1].end);
  }

  /// The right end of a range that starts with `left`, at i; borrows what one end leaves to the other.
  std::optional<Atom> right_end(std::size_t i, Atom& left) const {
    auto right = atom_at(i);
    if (!right && left.bare_year && is_number(i) && at(i)->digits == 2 && at(i)->value > left.date.year % 100 &&
        ends_number(i) && glued(i)) {
      right = Atom{};
      right->first = i;
      right->last = i + 1;
      right->date.year = left.date.year / 100 * 100 + at(i)->value;
    }
    if (!right) return std::nullopt;
    if (left.date.year == 0 && right->date.year == 0) return std::nullopt;
    if (left.date.year == 0) {
      left.date.year =
          right->date.month != 0 && left.date.month > right->date.month ? right->date.year - 1 : right->date.year;
    } else if (right->date.year == 0) {
      right->date.year = left.date.month > right->date.month ? left.date.year + 1 : left.date.year;
    }
    if (right->day_or_month != left.day_or_month) {
      // The end that can be read one way only says how the other is meant: month first when its day is above 12.
      Atom& open = right->day_or_month ? *right : left;
      const Atom& known = right->day_or_month ? left : *right;
      if (known.date.day > 12 && month_first(known)) std::swap(open.date.month, open.date.day);
    }
    // A borrowed year may lie outside those that are read.
    if (right->date.year < left.date.year || left.date.year < first_year || right->date.year > last_year)
      return std::nullopt;
    return right;
  }

  /// "2016 – 2012" in a right-to-left line: a range drawn in the other direction than the line reads.
  bool runs_back(const Atom& left, const Atom& right) const {
    return left.date.year != 0 && right.date.year != 0 && !left.short_year && !right.short_year &&
           left.bare_year == right.bare_year && right.date < left.date && range_holds(left, right) &&
           has_right_to_left(text_);
  }

  bool month_first(const Atom& atom) const { return is_number(atom.first) && at(atom.first)->value == atom.date.month; }

  std::optional<DateMatch> match_at(std::size_t i, std::size_t& last) const {
    if (auto half = half_range(i, last)) return half;
    auto left = atom_at(i);
    if (!left) return std::nullopt;
    DateMatch match;
    match.begin = items_[left->first].begin;
    if (const std::size_t next = range_sign(left->last, *left)) {
      const auto [past, end] = present_here(next);
      const bool whole_year = !left->bare_year || year_stands_alone(*left) || is_dash(left->last);
      if (past && left->date.year && whole_year) {
        match.range.start = field(*left);
        match.range.end = field({}, items_[next].begin, end);
        match.range.end.present = true;
        match.end = end;
        last = past;
        return match;
      }
      Atom start = *left;
      if (auto right = right_end(next, start); right && range_holds(start, *right)) {
        match.range.start = field(start);
        match.range.end = field(*right);
        match.end = items_[right->last - 1].end;
        last = right->last;
        return match;
      }
      if (const auto right = atom_at(next); right && is_dash(left->last) && runs_back(*left, *right)) {
        match.range.start = field(*right);
        match.range.end = field(*left);
        match.end = items_[right->last - 1].end;
        last = right->last;
        return match;
      }
    }
    if (left->date.year == 0 || left->short_year) return std::nullopt;
    // A cell for each end: "March 2020\tPresent".
    if (const auto [past, end] = present_here(left->last); past && parted(left->last) && parted(past)) {
      match.range.start = field(*left);
      match.range.end = field({}, items_[left->last].begin, end);
      match.range.end.present = true;
      match.end = end;
      last = past;
      return match;
    }
    if (left->bare_year && !year_stands_alone(*left)) return std::nullopt;
    match.end = items_[left->last - 1].end;
    last = left->last;
    if (i > 0 && is_word(i - 1) && is_since_word(at(i - 1)->folded)) {
      match.begin = items_[i - 1].begin;
      match.range.start = field(*left);
      match.range.end = field({}, items_[i - 1].begin, items_[i - 1].end);
      match.range.end.present = true;
      return match;
    }
    match.range.end = field(*left);
    match.single = true;
    return match;
  }

  /// Two bare numbers around a dash are years only when neither belongs to a longer number or counts things.
  bool range_holds(const Atom& left, const Atom& right) const {
    if (left.short_year != right.short_year && !(left.date.month && right.date.month)) return false;
    if (!left.bare_year) return true;
    if (left.first > 0 && glued(left.first) && (is_sign(left.first - 1, "-/.+$#") || is_money(left.first - 1)))
      return false;
    if (left.first > 0 && is_number(left.first - 1) && !parted(left.first)) return false;
    const std::size_t next = right.last;
    if ((is_number(next) && !parted(next)) || (at(next) && glued(next) && is_sign(next, "%-"))) return false;
    return !(left.date.year % 100 == 0 && is_word(next) && !at(next)->capital && at(next)->cased);
  }
};

}  // namespace

std::vector<DateMatch> find_dates(std::string_view utf8) {
  const bool may_hold = std::any_of(
      utf8.begin(), utf8.end(), [](char c) { return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; });
  return may_hold ? Reader(utf8).run() : std::vector<DateMatch>{};
}

}  // namespace resumax::text
