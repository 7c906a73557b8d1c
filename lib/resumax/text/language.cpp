#include <resumax/embedded/stop_words.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

namespace resumax::text {

namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
};
using Words = std::unordered_set<std::string, Hash, std::equal_to<>>;

/// language -> folded stop words; an ordered map, so that ties never depend on hashing.
const std::map<std::string, Words, std::less<>>& stop_words() {
  static const auto lists = [] {
    std::map<std::string, Words, std::less<>> out;
    for (const std::string_view line : split_lines(embedded::stop_words())) {
      if (line.empty() || line.starts_with('#')) continue;
      Words* list = nullptr;
      std::size_t start = 0;
      while (start < line.size()) {
        const std::size_t end = std::min(line.find(' ', start), line.size());
        const std::string_view word = line.substr(start, end - start);
        if (list) {
          list->insert(fold(word));
        } else {
          list = &out[std::string(word)];
        }
        start = end + 1;
      }
    }
    return out;
  }();
  return lists;
}

enum Script { latin, arabic, cyrillic, greek, hebrew, devanagari, thai, han, kana, hangul, script_count };

Script script_of(char32_t c) {
  if (c < 0x370) return latin;
  if (c < 0x400) return greek;
  if (c < 0x530) return cyrillic;
  if (c >= 0x590 && c < 0x600) return hebrew;
  if ((c >= 0x600 && c < 0x780) || (c >= 0xFB50 && c < 0xFE00) || (c >= 0xFE70 && c < 0xFEFF)) return arabic;
  if (c >= 0x900 && c < 0x980) return devanagari;
  if (c >= 0xE00 && c < 0xE80) return thai;
  if (c >= 0x3040 && c < 0x3100) return kana;
  if ((c >= 0x3400 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00)) return han;
  if ((c >= 0xAC00 && c < 0xD7B0) || (c >= 0x1100 && c < 0x1200)) return hangul;
  return latin;
}

struct Letters {
  std::array<std::size_t, script_count> of{};
  std::size_t total = 0;
  std::size_t persian = 0, only_arabic = 0, ukrainian = 0;
};

Letters count_letters(std::string_view utf8) {
  Letters letters;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (!is_letter(c)) continue;
    ++letters.total;
    ++letters.of[static_cast<std::size_t>(script_of(c))];
    if (c == 0x67E || c == 0x686 || c == 0x698 || c == 0x6AF || c == 0x6A9 || c == 0x6CC) ++letters.persian;
    if (c == 0x629 || c == 0x643 || c == 0x64A || c == 0x649 || c == 0x623 || c == 0x625) ++letters.only_arabic;
    if (c == 0x456 || c == 0x457 || c == 0x454 || c == 0x491) ++letters.ukrainian;
  }
  return letters;
}

/// The language whose stop words a text holds most of; "" below two, or where two languages tie. Of the languages that
/// are met less, one has to lead clearly: a short line holds a word or two of many.
std::string by_stop_words(std::string_view utf8) {
  constexpr std::array<std::string_view, 7> usual = {"en", "fr", "de", "es", "pt", "it", "nl"};
  constexpr std::array<std::string_view, 9> others = {"ro", "sv", "da", "no", "fi", "tr", "pl", "cs", "hu"};
  constexpr std::size_t lead = 3;
  const auto tokens = tokenize(utf8);
  std::string best;
  std::size_t most = 1;
  bool tie = true;
  const auto count_of = [&](std::string_view language) {
    return static_cast<std::size_t>(
        std::count_if(tokens.begin(), tokens.end(), [&](const Token& t) { return is_stop_word(t.folded, language); }));
  };
  const auto consider = [&](std::string_view language) {
    const auto count = count_of(language);
    if (count == most) tie = true;
    if (count <= most) return;
    most = count, best = language, tie = false;
  };
  for (const auto language : usual) consider(language);
  const auto of_usual = most;
  const auto usual_best = tie ? "" : best;
  for (const auto language : others) consider(language);
  if (most < of_usual + lead || most * 4 < of_usual * 5) return usual_best;
  return tie ? "" : best;
}

}  // namespace

bool is_stop_word(std::string_view folded, std::string_view language) {
  const auto& lists = stop_words();
  const auto list = lists.find(language.substr(0, language.find('-')));
  if (list == lists.end()) return false;
  if (list->second.contains(folded)) return true;
  // "d'une", "dell'altro"
  const auto apostrophe = folded.find('\'');
  return apostrophe != std::string_view::npos && list->second.contains(folded.substr(0, apostrophe + 1)) &&
         list->second.contains(folded.substr(apostrophe + 1));
}

std::string detect_language(std::string_view utf8) {
  const Letters letters = count_letters(utf8);
  if (letters.total == 0) return {};
  // A resume in another script is full of Latin names: two fifths of its letters are enough.
  const auto& of = letters.of;
  std::size_t script = static_cast<std::size_t>(std::max_element(of.begin() + 1, of.end()) - of.begin());
  if (of[script] * 5 < letters.total * 2) script = latin;
  if ((letters.of[kana] + letters.of[han]) * 5 >= letters.total * 2)
    return letters.of[kana] * 10 >= letters.of[kana] + letters.of[han] ? "ja" : "zh";
  switch (script) {
    case arabic:
      return letters.persian > letters.only_arabic ? "fa" : "ar";
    case cyrillic:
      return letters.ukrainian * 50 > letters.of[cyrillic] ? "uk" : "ru";
    case greek:
      return "el";
    case hebrew:
      return "he";
    case devanagari:
      return "hi";
    case thai:
      return "th";
    case hangul:
      return "ko";
    default:
      return by_stop_words(utf8);
  }
}

}  // namespace resumax::text
