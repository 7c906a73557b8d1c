#include <resumax/embedded/stop_words.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace resumax::text {

namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
};

/// A bit for each language.
using Languages = std::uint32_t;

/// Folded stop words, each with the languages that have it.
class StopWords {
 public:
  static const StopWords& get() {
    static const StopWords instance;
    return instance;
  }

  /// 0 for one without a list. `code`: two letters, more after a hyphen.
  Languages language(std::string_view code) const {
    const auto found = std::find(codes_.begin(), codes_.end(), code.substr(0, code.find('-')));
    return found == codes_.end() ? 0 : Languages{1} << (found - codes_.begin());
  }

  Languages of(std::string_view folded) const {
    const Languages whole = listed(folded);
    // "d'une", "dell'altro"
    const auto apostrophe = folded.find('\'');
    if (apostrophe == std::string_view::npos) return whole;
    return whole | (listed(folded.substr(0, apostrophe + 1)) & listed(folded.substr(apostrophe + 1)));
  }

 private:
  StopWords() {
    words_.reserve(4000);
    for (const std::string_view line : split_lines(embedded::stop_words())) {
      if (line.empty() || line.starts_with('#')) continue;
      Languages bit = 0;
      std::size_t start = 0;
      while (start < line.size()) {
        const std::size_t end = std::min(line.find(' ', start), line.size());
        const std::string_view word = line.substr(start, end - start);
        if (bit != 0) {
          words_[fold(word)] |= bit;
        } else {
          bit = Languages{1} << codes_.size();
          codes_.push_back(word);
        }
        start = end + 1;
      }
    }
  }

  Languages listed(std::string_view folded) const {
    const auto found = words_.find(folded);
    return found == words_.end() ? 0 : found->second;
  }

  std::vector<std::string_view> codes_;
  std::unordered_map<std::string, Languages, Hash, std::equal_to<>> words_;
};

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
  const auto& stop_words = StopWords::get();
  std::vector<Languages> tokens;
  for (const Token& token : tokenize(utf8))
    if (const Languages languages = stop_words.of(token.folded)) tokens.push_back(languages);
  std::string best;
  std::size_t most = 1;
  bool tie = true;
  const auto count_of = [&](std::string_view code) {
    const Languages bit = stop_words.language(code);
    return static_cast<std::size_t>(
        std::count_if(tokens.begin(), tokens.end(), [&](Languages languages) { return (languages & bit) != 0; }));
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
  const auto& stop_words = StopWords::get();
  const Languages bit = stop_words.language(language);
  return bit != 0 && (stop_words.of(folded) & bit) != 0;
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
