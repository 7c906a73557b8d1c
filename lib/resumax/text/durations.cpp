#include <resumax/text/durations.hpp>
#include <resumax/text/items.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace resumax::text {

namespace {

constexpr std::string_view unit_words =
    "year years yr yrs y month months mo mos mth mths week weeks wk wks day days "
    "an ans année années mois semaine semaines jour jours "
    "jahr jahre jahren monat monate monaten mon woche wochen tag tage "
    "año años mes meses semana semanas día días ano anos mês dia dias "
    "anno anni mese mesi settimana settimane giorno giorni "
    "jaar jaren maand maanden mnd weken dag dagen "
    "سنة سنوات سنين عام أعوام عاما شهر أشهر شهور شهرا أسبوع أسابيع يوم أيام سال ماه هفته روز";
/// Arabic duals say the number themselves.
constexpr std::string_view dual_words = "سنتان سنتين عامان عامين شهران شهرين";
constexpr std::string_view joint_words = "and und et y e en و";

std::set<std::string, std::less<>> folded_words(std::string_view list) {
  std::set<std::string, std::less<>> out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    out.insert(fold(list.substr(0, end)));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return out;
}

struct Words {
  std::set<std::string, std::less<>> units = folded_words(unit_words), duals = folded_words(dual_words),
                                     joints = folded_words(joint_words);
};

class Reader {
 public:
  explicit Reader(std::string_view text) : items_(lex(text)) {}

  std::vector<TextRange> run() const {
    std::vector<TextRange> out;
    for (std::size_t i = 0; i < items_.size();) {
      std::size_t last = part(i);
      if (last == i) {
        ++i;
        continue;
      }
      for (std::size_t next = joint(last), after = part(next); after != next; next = joint(last), after = part(next))
        last = after;
      std::size_t first = i;
      if (first > 0 && sign(first - 1, "(") && last < items_.size() && sign(last, ")")) --first, ++last;
      out.push_back({items_[first].begin, items_[last - 1].end});
      i = last;
    }
    return out;
  }

 private:
  static const Words& words() {
    static const Words words;
    return words;
  }
  bool sign(std::size_t i, std::string_view which) const {
    return i < items_.size() && items_[i].type == Item::Type::sign && items_[i].folded == which;
  }
  bool word(std::size_t i, const std::set<std::string, std::less<>>& of) const {
    return i < items_.size() && items_[i].type == Item::Type::word && of.contains(items_[i].folded);
  }

  /// Past a number with its unit at i, or i.
  std::size_t part(std::size_t i) const {
    if (word(i, words().duals)) return i + 1;
    if (i >= items_.size() || items_[i].type != Item::Type::number || items_[i].digits > 2) return i;
    std::size_t unit = i + 1;
    if ((sign(unit, ".") || sign(unit, ",")) && unit + 1 < items_.size() &&
        items_[unit + 1].type == Item::Type::number && !items_[unit + 1].gap)
      unit += 2;
    if (sign(unit, "+")) ++unit;
    if (!word(unit, words().units)) return i;
    return sign(unit + 1, ".") && !items_[unit + 1].gap ? unit + 2 : unit + 1;
  }

  /// Past what joins two parts at i.
  std::size_t joint(std::size_t i) const {
    if (sign(i, ",") || sign(i, "،") || word(i, words().joints)) return i + 1;
    return i;
  }

  std::vector<Item> items_;
};

}  // namespace

std::vector<TextRange> find_durations(std::string_view utf8) {
  const bool may_hold = std::any_of(
      utf8.begin(), utf8.end(), [](char c) { return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; });
  return may_hold ? Reader(utf8).run() : std::vector<TextRange>{};
}

}  // namespace resumax::text
