#include <resumax/text/dates.hpp>
#include <resumax/text/items.hpp>
#include <resumax/text/number_literal.hpp>
#include <resumax/text/number_words.hpp>
#include <resumax/text/numbers.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace resumax::text {

namespace {

using Type = Item::Type;

class Reader {
 public:
  Reader(std::string_view text, std::string_view language)
      : text_(text), language_(language), items_(lex(text)), dates_(find_dates(text)) {}

  std::vector<Number> run() {
    for (std::size_t i = 0; i < items_.size();) i = read(i);
    return std::move(numbers_);
  }

 private:
  const Item* at(std::size_t i) const { return i < items_.size() ? &items_[i] : nullptr; }
  bool is_word(std::size_t i) const { return at(i) && at(i)->type == Type::word; }
  bool is_digits(std::size_t i) const { return at(i) && at(i)->type == Type::number; }
  bool is_sign(std::size_t i, std::string_view folded) const {
    return at(i) && at(i)->type == Type::sign && at(i)->folded == folded;
  }
  bool is_dash(std::size_t i) const { return is_sign(i, "-") || is_sign(i, "—"); }
  bool glued(std::size_t i) const { return at(i) && !at(i)->gap; }
  bool decimal_comma() const {
    static constexpr std::string_view codes[] = {"fr", "de", "es", "pt", "it", "nl"};
    return std::find(std::begin(codes), std::end(codes), std::string_view(language_).substr(0, 2)) != std::end(codes);
  }

  std::size_t read(std::size_t i) {
    for (const DateMatch& date : dates_)
      if (items_[i].begin >= date.begin && items_[i].begin < date.end) return past(date.end, i);
    if (is_digits(i)) return read_digits(i);
    if (is_word(i)) return is_bare_span(i) ? read_bare_span(i) : read_words(i);
    return i + 1;
  }

  std::size_t past(std::uint32_t end, std::size_t i) const {
    while (i < items_.size() && items_[i].begin < end) ++i;
    return i;
  }

  std::size_t read_digits(std::size_t i) {
    const NumberLiteral literal = read_number_literal(items_, i, decimal_comma());
    const std::size_t next = literal.last;
    if (i > 0 && is_sign(i - 1, "+") && glued(i) && is_digits(i + 1)) return phone_end(i);
    if (literal.value < 0 || is_name_part(i) || is_code(i)) return skip_chain(next);
    if (const std::size_t end = chain_end(i, next)) return end;
    Number number;
    number.begin = at(i)->begin;
    number.value = literal.value;
    std::size_t last = next;
    if (!tail(i, last, number)) return skip_chain(next);
    money_before(i, number);
    if (number.unit.empty() && last == next && follows_name(i)) return next;
    return finish(i, last, std::move(number));
  }

  std::size_t finish(std::size_t i, std::size_t last, Number number) {
    if (is_sign(last, "+") && glued(last)) {
      number.at_least = true;
      ++last;
    }
    const std::uint32_t start = at(i)->begin;
    const std::size_t from = start > 40 ? start - 40 : 0;
    number.at_least = number.at_least || ends_with_at_least(fold(text_.substr(from, number.begin - from)));
    number.end = at(last - 1)->end;
    number.at_least = number.at_least || starts_with_at_least(fold(text_.substr(number.end, 24)));
    share_unit(number);
    take_unit(last, number);
    numbers_.push_back(std::move(number));
    return last;
  }

  /// "10-15%", "2 to 3 million": what follows the second number belongs to the first too.
  void share_unit(const Number& number) {
    if (numbers_.empty() || number.unit.empty()) return;
    Number& before = numbers_.back();
    if (!before.unit.empty()) return;
    const std::string between = fold(trim(text_.substr(before.end, number.begin - before.end)));
    if (between == "-" || between == "to" || between == "a" || between == "bis" || between == "الي" ||
        between == "به" || (between == "and" && stands_between(before))) {
      before.unit = number.unit;
    }
  }

  /// "between 4 and 75 kW".
  bool stands_between(const Number& number) const {
    return fold(trim(text_.substr(0, number.begin))).ends_with("between");
  }

  /// "from 90 seconds to under 12": a bare number that ends a clause has the unit of the one it goes on from.
  void take_unit(std::size_t last, Number& number) const {
    if (!number.unit.empty() || numbers_.empty() || is_word(last)) return;
    static constexpr std::string_view bridges[] = {"to",      "to under", "to below", "to less than",
                                                   "to only", "bis",      "auf"};
    const Number& before = numbers_.back();
    const std::string between = fold(trim(text_.substr(before.end, number.begin - before.end)));
    if (std::find(std::begin(bridges), std::end(bridges), between) != std::end(bridges)) number.unit = before.unit;
  }

  /// "COVID-19", "S3", "#4", "v2": digits that belong to a name before them.
  bool is_name_part(std::size_t i) const {
    if (i == 0 || !glued(i)) return false;
    // Arabic prefixes ("و30") and Chinese words stand right before a number.
    if (is_word(i - 1) && currency_of(at(i - 1)->folded).empty()) return at(i - 1)->cased;
    if (is_sign(i - 1, "#") || is_sign(i - 1, "@") || is_sign(i - 1, "_") || is_sign(i - 1, "=")) return true;
    if (is_sign(i - 1, "+") && i > 1 && glued(i - 1)) return true;
    if ((is_dash(i - 1) || is_sign(i - 1, ".") || is_sign(i - 1, "/")) && glued(i - 1) && i > 1) return is_word(i - 2);
    return false;
  }

  /// Long or zero-led runs are numbers of things, not quantities.
  bool is_code(std::size_t i) const {
    return at(i)->digits > 10 || (at(i)->digits > 1 && at(i)->folded[0] == '0') ||
           (i > 0 && is_sign(i - 1, "+") && at(i)->digits > 6);
  }

  std::size_t phone_end(std::size_t i) const {
    while (is_digits(i) || is_dash(i) || is_sign(i, "(") || is_sign(i, ")")) ++i;
    return i;
  }

  /// "24/7", "10:30", "555-123-4567": past the chain when the number at [i, next) belongs to one, else 0.
  std::size_t chain_end(std::size_t i, std::size_t next) const {
    const bool ratio =
        (is_sign(next, "/") || is_sign(next, ":")) && glued(next) && is_digits(next + 1) && glued(next + 1);
    if (ratio) return skip_chain(next);
    std::size_t groups = 1, digits = at(i)->digits, end = next;
    while (end < items_.size()) {
      std::size_t j = end;
      if ((is_dash(j) && glued(j)) || is_sign(j, "(") || is_sign(j, ")")) ++j;
      if (is_sign(j, "(")) ++j;
      if (!is_digits(j)) break;
      ++groups;
      digits += at(j)->digits;
      end = j + 1;
    }
    return groups >= 3 && digits >= 7 ? end : 0;
  }

  std::size_t skip_chain(std::size_t i) const {
    while (i + 1 < items_.size() && glued(i) && items_[i].type == Type::sign && glued(i + 1) &&
           items_[i + 1].type != Type::sign)
      i += 2;
    while (i < items_.size() && glued(i) && items_[i].type != Type::sign) ++i;
    return i;
  }

  /// "Windows 10", "ISO 27001": a bare number right after a name.
  bool follows_name(std::size_t i) const {
    if (i == 0 || !is_word(i - 1) || !at(i)->gap || !at(i - 1)->capital) return false;
    const std::string_view word = text_.substr(at(i - 1)->begin, at(i - 1)->end - at(i - 1)->begin);
    const bool acronym = word.size() >= 2 && upper(word) == word;
    if (acronym) return true;
    const bool opens =
        i == 1 || (items_[i - 2].type == Type::sign && items_[i - 2].folded != "(" && items_[i - 2].folded != ",");
    return !opens && !language_.starts_with("de");
  }

  void money_before(std::size_t i, Number& number) const {
    if (!number.unit.empty() || i == 0) return;
    const Item& before = items_[i - 1];
    std::string_view currency;
    if (before.type == Type::sign) {
      currency = currency_of(before.folded);
    } else if (before.type == Type::word && before.folded.size() <= 4) {
      currency = currency_of(before.folded);
    }
    const std::uint32_t taken = numbers_.empty() ? 0 : numbers_.back().end;
    if (currency.empty() || before.begin < taken) return;  // "30$1": the sign is the first number's
    number.unit = currency;
    number.begin = before.begin;
    if (currency != "USD" || i < 2 || !is_word(i - 2) || !glued(i - 1) || items_[i - 2].begin < taken) return;
    number.begin = items_[i - 2].begin;
    const auto whole = currency_of(items_[i - 2].folded + before.folded);  // "R$"
    if (!whole.empty()) number.unit = whole;
  }

  /// "$150mm" are millions, "150mm" millimetres.
  bool is_money(std::size_t first, std::size_t last) const {
    return (first > 0 && !currency_of(at(first - 1)->folded).empty()) ||
           (at(last + 1) && !currency_of(at(last + 1)->folded).empty());
  }

  /// Reads multiplier and unit from `i` on; false when what is glued to the digits makes them a name ("4G", "3rd").
  bool tail(std::size_t first, std::size_t& i, Number& number) const {
    if (is_word(i) && glued(i)) {
      const std::string& word = at(i)->folded;
      const double times = word == "mm" && !is_money(first, i) ? 0 : multiplier(word, true);
      const std::string_view unit = unit_of(word);
      if (times == 0 && unit.empty()) return !at(i)->cased;
      const bool product = is_digits(i + 1) && glued(i + 1);
      if (product) return false;
      if (times != 0) {
        number.value *= times;
      } else {
        number.unit = unit;
      }
      ++i;
    } else if (is_word(i)) {
      const double times = at(i)->folded == "mm" && !is_money(first, i)
                               ? 0
                               : multiplier(at(i)->folded, is_sign(i + 1, "€") && glued(i + 1));
      if (times != 0) {
        number.value *= times;
        ++i;
      }
    }
    if (is_sign(i, ".") && glued(i) && number.value >= 1e6 && at(i + 1) && !currency_of(at(i + 1)->folded).empty())
      ++i;  // "2,5 Mio. Euro", "3 Mio. €"
    if (number.unit.empty()) unit_after(i, number);
    return true;
  }

  void unit_after(std::size_t& i, Number& number) const {
    std::size_t j = i;
    if (is_sign(j, "+")) {
      number.at_least = true;
      ++j;
    }
    if (is_dash(j) && glued(j) && is_word(j + 1) && glued(j + 1)) ++j;
    if (is_word(j) && at(j)->folded == "plus") {  // "eight-plus years"
      number.at_least = true;
      ++j;
    }
    if (is_word(j) && (at(j)->folded == "de" || at(j)->folded == "di")) ++j;
    if (is_word(j + 1)) {
      static constexpr std::string_view percents[] = {"per cent",  "pour cent", "por ciento", "por cento",
                                                      "per cento", "في المئه",  "في المائه"};
      const std::string both = at(j)->folded + " " + at(j + 1)->folded;
      if (std::find(std::begin(percents), std::end(percents), both) != std::end(percents)) {
        number.unit = "%";
        i = j + 2;
        return;
      }
    }
    const Item* item = at(j);
    if (!item) return;
    std::string_view word = item->folded;
    if (word.starts_with("d'")) word.remove_prefix(2);
    const bool letter = item->type == Type::word && word.size() == 1 && item->gap && word != "s" && word != "h";
    const std::string_view unit = letter ? std::string_view{} : unit_of(word);
    const bool numbered = item->capital && item->gap && is_digits(j + 1);  // "three Year 11 groups"
    static constexpr std::string_view each[] = {"a", "an", "per", "each", "every"};
    const bool pace = unit == "x" && is_word(j + 1) &&
                      std::find(std::begin(each), std::end(each), at(j + 1)->folded) != std::end(each);
    if (unit.empty() || numbered || pace) return;  // "2 times a month" is twice
    number.unit = unit;
    i = j + 1;
  }

  /// "a decade", "fortnightly": one, without a number before it.
  bool is_bare_span(std::size_t i) const {
    const std::string_view unit = unit_of(at(i)->folded);
    return (unit == "decade" || unit == "fortnight") && !at(i)->folded.ends_with('s') && !(i > 0 && is_digits(i - 1));
  }

  std::size_t read_bare_span(std::size_t i) {
    Number number;
    number.begin = at(i)->begin;
    number.value = 1;
    number.unit = unit_of(at(i)->folded);
    return finish(i, i + 1, std::move(number));
  }

  /// "half a million", "a quarter of a million": past it, its value in `value`; i for anything else.
  std::size_t part_of_scale(std::size_t i, double& value) const {
    const double part = part_at(i);
    if (part == 0) return i;
    const std::size_t j = behind_part(i);
    const auto scale = is_word(j) ? number_word(at(j)->folded, language_) : std::nullopt;
    if (!scale || !scale->scale || scale->value < 1000) return i;
    value = scale->value * part;
    return j + 1;
  }

  /// "half an hour", "a quarter of an hour": read to behind it; i for anything else.
  std::size_t read_part_of_unit(std::size_t i) {
    const double part = part_at(i);
    const std::size_t j = part == 0 ? i : behind_part(i);
    if (j == i || !is_word(j)) return i;
    if (unit_of(at(j)->folded) != "hour") return i;  // "half a day" is seldom meant to the hour
    Number number;
    number.begin = at(i)->begin;
    number.value = part;
    number.unit = "hour";
    return finish(i, j + 1, std::move(number));
  }

  double part_at(std::size_t i) const {
    if (is_half(at(i)->folded, language_)) return 0.5;
    return at(i)->folded == "quarter" && is_word(i + 1) && at(i + 1)->folded == "of" ? 0.25 : 0;
  }

  std::size_t behind_part(std::size_t i) const {
    std::size_t j = i + 1;
    if (is_dash(j) && glued(j)) ++j;
    if (is_word(j) && at(j)->folded == "of") ++j;
    if (is_word(j) && (at(j)->folded == "a" || at(j)->folded == "an")) ++j;
    if (is_dash(j) && glued(j)) ++j;
    return j;
  }

  /// "and a half" before a scale.
  bool and_a_half(std::size_t i) const {
    if (!is_word(i) || !is_word(i + 1) || !is_word(i + 2) || !is_word(i + 3)) return false;
    if (at(i)->folded != "and" || at(i + 1)->folded != "a" || at(i + 2)->folded != "half") return false;
    const auto scale = number_word(at(i + 3)->folded, "en");
    return scale && scale->scale;
  }

  std::size_t read_words(std::size_t i) {
    if (i > 0 && glued(i) && (is_digits(i - 1) || is_sign(i - 1, "@") || is_sign(i - 1, "."))) return i + 1;
    double total = 0, current = 0;
    if (const std::size_t end = read_part_of_unit(i); end != i) return end;
    std::size_t last = part_of_scale(i, total);
    for (std::size_t j = last; is_word(j);) {
      const auto word = number_word(at(j)->folded, language_);
      if (!word || !add(*word, total, current, j > i)) break;
      last = ++j;
      if (and_a_half(j)) {
        current += 0.5;
        j += 3;
      } else if (is_dash(j) && glued(j) && glued(j + 1) && is_word(j + 1) &&
                 number_word(at(j + 1)->folded, language_)) {
        ++j;
      } else if (is_word(j) && joins_number_words(at(j)->folded, language_) && is_word(j + 1) &&
                 number_word(at(j + 1)->folded, language_)) {
        ++j;
      }
    }
    if (last == i || is_article(i, last) || is_name(i, last)) return std::max(last, i + 1);
    Number number;
    number.begin = at(i)->begin;
    number.value = total + current;
    std::size_t end = last;
    unit_after(end, number);
    const bool times =
        at(i)->folded == "twice" && is_word(last) && (at(last)->folded == "as" || at(last)->folded == "the");
    if (times) number.unit = "x";
    if (number.unit == "second" && end == last + 1 && at(last)->folded == "second") number.unit.clear(), end = last;
    return finish(i, end, std::move(number));
  }

  /// Adds a word to the number read so far; false when it starts another one ("two three").
  bool add(const NumberWord& word, double& total, double& current, bool inside) const {
    if (word.scale) {
      if (word.value >= 1000) {
        total += std::max(1.0, current) * word.value;
        current = 0;
      } else {
        current = std::max(1.0, current) * word.value;
      }
      return true;
    }
    const bool eighty = language_.starts_with("fr") && word.value == 20 && current == 4;
    if (eighty) {
      current = 80;
      return true;
    }
    const bool arabic = language_.starts_with("ar");
    if (inside && current > 0) {
      const double room = std::fmod(current, 100) == 0  ? 100
                          : std::fmod(current, 10) == 0 ? (language_.starts_with("fr") ? 20 : 10)
                          : arabic && current < 10      ? 100
                                                        : 0;
      if (word.value >= room) return false;
    }
    current += word.value;
    return true;
  }

  /// "one of", "no one", "a million thanks" aside: a lone "one" that is a pronoun.
  bool is_article(std::size_t i, std::size_t last) const {
    if (last == i + 1 && (at(i)->folded == "احد" || at(i)->folded == "احدي")) return true;
    if (last != i + 1 || at(i)->folded != "one") return false;
    if (is_word(last) && (at(last)->folded == "of" || at(last)->folded == "another" || at(last)->folded == "on"))
      return true;
    return i > 0 && is_word(i - 1) &&
           (at(i - 1)->folded == "no" || at(i - 1)->folded == "any" || at(i - 1)->folded == "each" ||
            at(i - 1)->folded == "every" || at(i - 1)->folded == "the" || at(i - 1)->folded == "number");
  }

  /// "Six Sigma": a capitalised number word before a capitalised word.
  bool is_name(std::size_t i, std::size_t last) const {
    return at(i)->capital && is_word(last) && at(last)->capital && !language_.starts_with("de");
  }

  std::string_view text_;
  std::string language_;
  std::vector<Item> items_;
  std::vector<DateMatch> dates_;
  std::vector<Number> numbers_;
};

}  // namespace

std::vector<Number> find_numbers(std::string_view utf8, std::string_view language) {
  return Reader(utf8, language).run();
}

}  // namespace resumax::text
