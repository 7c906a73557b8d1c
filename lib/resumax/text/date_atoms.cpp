#include <resumax/text/date_atoms.hpp>

namespace resumax::text {

using Kind = DateWord::Kind;

/// A month or season word (of two words too) at i; `next` is set past it.
DateWord AtomReader::month_at(std::size_t i, std::size_t& next) const {
  if (!is_word(i)) return {};
  next = i + 1;
  if (is_word(i + 1)) {
    const DateWord both = date_word(at(i)->folded + " " + at(i + 1)->folded);
    if (both.kind != Kind::none) {
      next = i + 2;
      return both;
    }
  }
  const DateWord one = date_word(at(i)->folded);
  if (one.kind == Kind::month && is_sign(next, "/")) {
    // "مارس/آذار": both names of a month.
    std::size_t after = next + 1;
    const DateWord other = month_at(next + 1, after);
    if (other.kind == Kind::month && other.month == one.month) next = after;
  }
  return one;
}

Date AtomReader::solar_date(int year, int month) {
  return month <= 10 ? Date{year + 621, month + 2, 0} : Date{year + 622, month - 10, 0};
}

std::size_t AtomReader::skip_filler(std::size_t i) const {
  if (is_sign(i, ".") && glued(i)) ++i;
  if (is_sign(i, ",")) ++i;
  if (is_word(i) && (at(i)->folded == "de" || at(i)->folded == "of" || at(i)->folded == "del" ||
                     at(i)->folded == "عام" || at(i)->folded == "سنه"))
    ++i;
  return i;
}

std::size_t AtomReader::skip_ordinal(std::size_t i) const {
  if (is_sign(i, ".") && glued(i)) return i + 1;
  if (is_word(i) && glued(i)) {
    static constexpr std::string_view suffixes[] = {"st", "nd", "rd", "th", "er", "o", "a"};
    for (const auto suffix : suffixes)
      if (at(i)->folded == suffix) return i + 1;
  }
  return i;
}

/// The year of a month whose words end before i: four digits, or two after an apostrophe, dash or slash.
bool AtomReader::year_after_month(std::size_t i, Atom& atom) const {
  std::size_t j = skip_filler(i);
  if (is_year(j) && ends_number(j)) {
    atom.date.year = at(j)->value;
    atom.last = j + 1;
    return true;
  }
  if (is_sign(j, "-/'`\u2019") || (at(j) && at(j)->folded == "'")) {
    if (is_year(j + 1) && (glued(j) || !at(j + 1)->gap) && ends_number(j + 1)) {
      atom.date.year = at(j + 1)->value;
      atom.last = j + 2;
      return true;
    }
    if (is_number(j + 1) && at(j + 1)->digits == 2 && glued(j + 1) && (glued(j) || at(j)->folded == "'") &&
        ends_number(j + 1)) {
      atom.date.year = full_year(at(j + 1)->value);
      atom.last = j + 2;
      return true;
    }
  }
  return false;
}

bool AtomReader::ends_number(std::size_t i) const {
  if (is_word(i + 1) && glued(i + 1)) return false;
  return !(is_sign(i + 1, ".,") && glued(i + 1) && is_number(i + 2) && glued(i + 2) && at(i + 2)->digits == 3);
}

std::optional<Atom> AtomReader::from_month(std::size_t i) const {
  std::size_t next = i;
  const DateWord word = month_at(i, next);
  if (word.kind == Kind::none || (i > 0 && is_number(i - 1) && glued(i))) return std::nullopt;
  Atom atom;
  atom.first = i;
  if (word.kind == Kind::solar_month) {
    std::size_t j = is_word(next) && at(next)->folded == "ماه" ? next + 1 : next;
    if (!is_number(j) || at(j)->digits != 4 || at(j)->value < 1300 || at(j)->value > 1430) return std::nullopt;
    atom.date = solar_date(at(j)->value, word.month);
    atom.last = j + 1;
    return atom;
  }
  atom.date.month = word.month;
  atom.last = next;
  if (year_after_month(next, atom)) return atom;
  if (is_small(next, 1, 31) && word.kind == Kind::month && at(next)->gap) {
    const std::size_t j = skip_filler(skip_ordinal(next + 1));
    if (is_year(j) && ends_number(j)) {
      atom.date.year = at(j)->value;
      atom.date.day = at(next)->value;
      atom.last = j + 1;
      return atom;
    }
    if (at(next)->digits == 2 && !is_word(next + 1) && !is_number(next + 1)) {
      atom.date.year = full_year(at(next)->value);
      atom.short_year = true;
      atom.last = next + 1;
      return atom;
    }
  }
  if (is_sign(next, ".") && glued(next)) atom.last = next + 1;
  return atom;
}

std::optional<Atom> AtomReader::from_year(std::size_t i) const {
  Atom atom;
  atom.first = i;
  atom.date.year = at(i)->value;
  atom.last = i + 1;
  if (is_sign(i + 1, "-/.") && glued(i + 1) && is_small(i + 2, 1, 12) && glued(i + 2) && at(i + 2)->digits == 2) {
    const char sign = at(i + 1)->folded[0];
    if (is_sign(i + 3, std::string_view(&sign, 1)) && glued(i + 3) && is_small(i + 4, 1, 31) && glued(i + 4)) {
      atom.date = {at(i)->value, at(i + 2)->value, at(i + 4)->value};
      atom.last = i + 5;
      return atom;
    }
    const bool academic = sign == '/' && at(i + 2)->value == (at(i)->value + 1) % 100;
    if (!academic && ends_number(i + 2) && text_[at(i + 1)->begin] == sign) {
      atom.date.month = at(i + 2)->value;
      atom.last = i + 3;
      return atom;
    }
  }
  if (is_word(i + 1) && at(i + 1)->folded.starts_with("年")) {
    atom.last = i + 2;
    if (is_small(i + 2, 1, 12) && is_word(i + 3) && at(i + 3)->folded == "月") {
      atom.date.month = at(i + 2)->value;
      atom.last = i + 4;
    }
    return atom;
  }
  // Hungarian: "2020. március"; a capital after the full stop begins a sentence.
  const bool dotted = is_sign(i + 1, ".") && glued(i + 1) && is_word(i + 2) &&
                      !(text_[at(i + 2)->begin] >= 'A' && text_[at(i + 2)->begin] <= 'Z');
  const std::size_t named = dotted ? i + 2 : i + 1;
  std::size_t next = named;
  const DateWord word = month_at(named, next);
  if (word.kind == Kind::month && at(named)->gap && !is_number(next)) {
    atom.date.month = word.month;
    atom.last = next;
    return atom;
  }
  atom.bare_year = true;
  return atom;
}

/// "۱۳۹۷", "۱۳۹۷/۰۲", "1397/02/15". A year alone means most of its months; in other digits than Persian ones it is only
/// believed with a month, and within a range.
std::optional<Atom> AtomReader::from_solar_year(std::size_t i) const {
  const Item& year = *at(i);
  const bool persian = static_cast<unsigned char>(text_[year.begin]) == 0xDB;  // U+06F0 to U+06F9
  Atom atom;
  atom.first = i;
  atom.last = i + 1;
  atom.date.year = year.value + 621;
  atom.short_year = !persian;
  if (is_sign(i + 1, "/-.") && glued(i + 1) && is_small(i + 2, 1, 12) && glued(i + 2)) {
    const char sign = at(i + 1)->folded[0];
    atom.date = solar_date(year.value, at(i + 2)->value);
    atom.last = i + 3;
    if (is_sign(i + 3, std::string_view(&sign, 1)) && glued(i + 3) && is_small(i + 4, 1, 31) && glued(i + 4))
      atom.last = i + 5;
    return atom;
  }
  if (!persian) return std::nullopt;
  atom.bare_year = true;
  return atom;
}

/// "03/2021", "09.03.2021", "9 March 2021", "03/21".
std::optional<Atom> AtomReader::from_small(std::size_t i) const {
  Atom atom;
  atom.first = i;
  const int value = at(i)->value;
  std::size_t next = i;
  // "01-May-2020" too
  const bool signs = is_sign(i + 1, "-/") && glued(i + 1) && is_word(i + 2) && glued(i + 2);
  const std::size_t j = signs ? i + 2 : skip_filler(skip_ordinal(i + 1));
  const DateWord word = month_at(j, next);
  if (word.kind == Kind::month && value >= 1 && value <= 31 && (at(j)->gap || j > i + 1)) {
    atom.date.month = word.month;
    atom.last = next;
    if (!year_after_month(next, atom)) return std::nullopt;
    atom.date.day = value;
    return atom;
  }
  if (!is_sign(i + 1, "/.-") || !is_number(i + 2)) return std::nullopt;
  const char sign = at(i + 1)->folded[0];
  if (sign != '/' && !(glued(i + 1) && glued(i + 2))) return std::nullopt;
  if (is_year(i + 2) && value >= 1 && value <= 12 && ends_number(i + 2)) {
    atom.date = {at(i + 2)->value, value, 0};
    atom.last = i + 3;
    return atom;
  }
  if (!is_small(i + 2, 1, 31)) {
    return std::nullopt;
  }
  if (is_sign(i + 3, std::string_view(&sign, 1)) && is_number(i + 4) && glued(i + 4)) {
    const bool four = is_year(i + 4), two = at(i + 4)->digits == 2;
    if ((!four && !two) || !ends_number(i + 4)) return std::nullopt;
    const int second = at(i + 2)->value;
    if (value < 1 || value > 31 || (value > 12 && second > 12)) return std::nullopt;
    const bool month_first = second > 12;
    atom.date = {four ? at(i + 4)->value : full_year(at(i + 4)->value), month_first ? value : second,
                 month_first ? second : value};
    atom.day_or_month = sign == '/' && value <= 12 && second <= 12 && value != second;
    atom.short_year = two;
    atom.last = i + 5;
    return atom;
  }
  return std::nullopt;
}

/// "03/21": month and two digits of a year, within a range only.
std::optional<Atom> AtomReader::from_short(std::size_t i) const {
  if (!is_small(i, 1, 12) || !is_sign(i + 1, "/.") || !is_number(i + 2) || at(i + 2)->digits != 2 || !glued(i + 1) ||
      !glued(i + 2))
    return std::nullopt;
  Atom atom;
  atom.first = i;
  atom.last = i + 3;
  atom.date = {full_year(at(i + 2)->value), at(i)->value, 0};
  atom.short_year = true;
  return atom;
}

std::optional<Atom> AtomReader::from_quarter(std::size_t i) const {
  const std::string& letter = at(i)->folded;
  if ((letter != "q" && letter != "h") || !is_small(i + 1, 1, letter == "q" ? 4 : 2) || !glued(i + 1) ||
      !is_year(i + 2))
    return std::nullopt;
  Atom atom;
  atom.first = i;
  atom.last = i + 3;
  atom.date = {at(i + 2)->value, (at(i + 1)->value - 1) * (letter == "q" ? 3 : 6) + 1, 0};
  return atom;
}

std::optional<Atom> AtomReader::atom_at(std::size_t i) const {
  if (is_word(i)) {
    if (auto quarter = from_quarter(i)) return quarter;
    return from_month(i);
  }
  if (!is_number(i) || (i > 0 && glued(i) && (is_word(i - 1) || is_sign(i - 1, "+#@=")))) return std::nullopt;
  if (i > 1 && glued(i) && is_sign(i - 1, ".,:") && glued(i - 1) && is_number(i - 2)) return std::nullopt;
  if (is_year(i)) return from_year(i);
  if (is_solar_year(i)) return from_solar_year(i);
  if (at(i)->digits <= 2) {
    if (auto atom = from_small(i)) return atom;
    return from_short(i);
  }
  return std::nullopt;
}

}  // namespace resumax::text
