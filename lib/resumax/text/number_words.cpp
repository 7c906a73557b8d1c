#include <resumax/text/number_words.hpp>

#include <resumax/embedded/number_words.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <unordered_map>

namespace resumax::text {

namespace {

using Table = std::unordered_map<std::string, NumberWord>;

struct Words {
  std::map<std::string, Table, std::less<>> spelled;  ///< by language
  std::map<std::string, Table, std::less<>> halves;   ///< likewise
  std::unordered_map<std::string, double> times;
  std::unordered_map<std::string, std::string> units, currencies;
  std::map<std::string, std::pair<double, std::string>, std::less<>> bases;  ///< by unit
};

constexpr std::string_view bounds[] = {
    "over",         "more than",  "at least",   "above",       "exceeding", "upwards of", "minimum",  "minimum of",
    "in excess of", "plus de",    "au moins",   "uber",        "mehr als",  "mindestens", "mas de",   "al menos",
    "mais de",      "pelo menos", "piu di",     "oltre",       "almeno",    "meer dan",   "minstens", "اكثر من",
    "لاكثر من",     "باكثر من",   "ما يزيد عن", "ما يزيد علي", "لا يقل عن", "يزيد عن",    "تزيد عن",  "فوق",
    "بيش از",       ">",          ">=",         "≥",
};

void load(const std::vector<std::string>& line, Words& words) {
  const std::string& what = line[0];
  if (what == "base") {
    words.bases.emplace(line[3], std::pair(std::strtod(line[2].c_str(), nullptr), line[1]));
    return;
  }
  const bool named = what == "unit" || what == "currency";
  std::string name = line[1];
  std::replace(name.begin(), name.end(), '_', ' ');
  const double value = named ? 0 : std::strtod(line[2].c_str(), nullptr);
  for (std::size_t i = named ? 2 : 3; i < line.size(); ++i) {
    std::string word = fold(line[i]);
    if (what == "number")
      words.spelled[name].emplace(std::move(word), NumberWord{value, false});
    else if (what == "scale")
      words.spelled[name][std::move(word)] = {value, true};
    else if (what == "half")
      words.halves[name].emplace(std::move(word), NumberWord{value, false});
    else if (what == "times")
      words.times.emplace(std::move(word), value);
    else if (what == "unit")
      words.units.emplace(std::move(word), name);
    else if (what == "currency")
      words.currencies.emplace(std::move(word), name);
  }
}

const Words& words() {
  static const auto loaded = [] {
    Words out;
    for (const std::string_view line : split_lines(embedded::number_words()))
      if (!line.empty() && !line.starts_with('#')) load(split_words(line), out);
    return out;
  }();
  return loaded;
}

const Table* table_for(std::string_view language) {
  const auto& tables = words().spelled;
  const auto found = tables.find(language.empty() ? "en" : language.substr(0, 2));
  return found == tables.end() ? nullptr : &found->second;
}

std::optional<double> simple_german(std::string_view word, const Table& table) {
  if (const auto found = table.find(std::string(word)); found != table.end() && !found->second.scale)
    return found->second.value;
  if (word == "achtzig") return 80;
  if (word == "neunzig") return 90;
  return std::nullopt;
}

/// "hundertzwanzig", "fünfundzwanzig", "dreihundert", "zweitausend".
std::optional<double> german_compound(std::string_view word, const Table& table) {
  if (word.empty()) return 0;
  if (const auto plain = simple_german(word, table)) return plain;
  constexpr std::pair<double, std::string_view> parts[] = {{1000, "tausend"}, {100, "hundert"}};
  for (const auto& [value, name] : parts) {
    const auto at = word.find(name);
    if (at == std::string_view::npos) continue;
    const auto left = german_compound(word.substr(0, at), table);
    std::string_view rest = word.substr(at + name.size());
    if (rest.starts_with("und") && rest.size() > 3) rest.remove_prefix(3);
    const auto right = german_compound(rest, table);
    if (!left || !right) return std::nullopt;
    return std::max(1.0, *left) * value + *right;
  }
  const auto und = word.find("und", 1);
  if (und == std::string_view::npos) return std::nullopt;
  const auto one = simple_german(word.substr(0, und), table), ten = simple_german(word.substr(und + 3), table);
  if (!one || !ten || *one > 9 || *ten < 20) return std::nullopt;
  return *one + *ten;
}

}  // namespace

std::optional<NumberWord> number_word(std::string_view folded, std::string_view language) {
  const Table* table = table_for(language);
  if (!table) return std::nullopt;
  if (const auto found = table->find(std::string(folded)); found != table->end()) {
    if (language.starts_with("de") && folded == "ein") return std::nullopt;
    return found->second;
  }
  if (language.starts_with("de") && folded.size() > 5) {
    const auto value = german_compound(folded, *table);
    return value ? std::optional(NumberWord{*value, false}) : std::nullopt;
  }
  if (language.starts_with("ar")) {
    for (const std::string_view prefix : {"و", "ل", "ب", "ول", "وب"}) {
      if (!folded.starts_with(prefix)) continue;
      const auto found = table->find(std::string(folded.substr(prefix.size())));
      if (found != table->end()) return found->second;
    }
  }
  return std::nullopt;
}

bool joins_number_words(std::string_view folded, std::string_view language) {
  const auto code = language.substr(0, 2);
  return (folded == "and" && (code == "en" || code.empty())) || (folded == "et" && code == "fr") ||
         (folded == "y" && code == "es") || (folded == "e" && code == "pt");
}

bool is_half(std::string_view folded, std::string_view language) {
  const auto& tables = words().halves;
  const auto found = tables.find(language.empty() ? "en" : language.substr(0, 2));
  return found != tables.end() && found->second.contains(std::string(folded));
}

double multiplier(std::string_view folded, bool glued) {
  const auto found = words().times.find(std::string(folded));
  return found == words().times.end() || (!glued && folded.size() == 1) ? 0 : found->second;
}

std::string_view unit_of(std::string_view folded) {
  const auto found = words().units.find(std::string(folded));
  return found == words().units.end() ? currency_of(folded) : std::string_view(found->second);
}

Measure in_base_unit(double value, std::string_view unit) {
  const auto found = words().bases.find(unit);
  return found == words().bases.end() ? Measure{value, unit}
                                      : Measure{value * found->second.first, found->second.second};
}

std::string_view currency_of(std::string_view folded) {
  const auto found = words().currencies.find(std::string(folded));
  return found == words().currencies.end() ? std::string_view{} : std::string_view(found->second);
}

bool ends_with_at_least(std::string_view folded) {
  while (folded.ends_with(' ')) folded.remove_suffix(1);
  for (const std::string_view bound : bounds) {
    if (!folded.ends_with(bound)) continue;
    const std::string_view ahead = folded.substr(0, folded.size() - bound.size());
    static constexpr std::string_view denials[] = {"no ", "not ", "never ", "nicht ", "pas ", "nunca ", "nao ", "ليس "};
    if (std::any_of(std::begin(denials), std::end(denials), [&](std::string_view no) {
          return ahead.ends_with(no) && (ahead.size() == no.size() || ahead[ahead.size() - no.size() - 1] == ' ');
        }))
      return false;  // "no more than"
    if (folded.size() == bound.size()) return true;
    const auto before = static_cast<unsigned char>(folded[folded.size() - bound.size() - 1]);
    if (before == ' ' || before == '(' || before == ',' || !(before >= 0x80 || (before >= 'a' && before <= 'z')))
      return true;
  }
  return false;
}

bool starts_with_at_least(std::string_view folded) {
  while (folded.starts_with(' ')) folded.remove_prefix(1);
  static constexpr std::string_view endings[] = {"or more", "or above",  "and above", "and up", "ou plus", "o mas",
                                                 "ou mais", "oder mehr", "of meer",   "o piu",  "او اكثر", "فاكثر"};
  for (const std::string_view ending : endings)
    if (folded.starts_with(ending)) return true;
  // Chinese puts a measure word between: 15个以上.
  const auto above = folded.find("以上");
  return above != std::string_view::npos && above <= 6;
}

}  // namespace resumax::text
