#include <resumax/guard/line_numbers.hpp>
#include <resumax/guard/roots.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::guard {

namespace {

/// "from 9 days to 3": the second is of days too, as the first is of "de 9 à 3 jours".
void complete_units(Line& line) {
  static constexpr std::array<std::string_view, 14> joints{
      "to", "a", "auf", "bis", "para", "الي", "به", "-", "–", "down to", "up to", "to just", "to only", ", from"};
  for (std::size_t i = 1; i < line.numbers.size(); ++i) {
    text::Number& number = line.numbers[i];
    text::Number& before = line.numbers[i - 1];
    if (number.unit.empty() == before.unit.empty() || before.end > number.begin) continue;
    const std::string between =
        text::fold(text::trim(std::string_view(line.text).substr(before.end, number.begin - before.end)));
    if (std::find(joints.begin(), joints.end(), between) == joints.end()) continue;
    if (number.unit.empty())
      number.unit = before.unit;
    else if (between == "a")
      before.unit = number.unit;
  }
}

/// "by a quarter" is by 25%.
void add_fractions(Line& line) {
  struct Fraction {
    std::string_view written;
    double percent;
  };
  static constexpr std::array<Fraction, 18> fractions{{{"by a quarter", 25},
                                                       {"by one quarter", 25},
                                                       {"by a third", 33},
                                                       {"by one third", 33},
                                                       {"by a fifth", 20},
                                                       {"by one fifth", 20},
                                                       {"by a tenth", 10},
                                                       {"um ein Viertel", 25},
                                                       {"um die Hälfte", 50},
                                                       {"zur Hälfte", 50},
                                                       {"um ein Drittel", 33},
                                                       {"um ein Fünftel", 20},
                                                       {"um ein Zehntel", 10},
                                                       {"d'un quart", 25},
                                                       {"d'un tiers", 33},
                                                       {"d'un cinquième", 20},
                                                       {"en un cuarto", 25},
                                                       {"en un tercio", 33}}};
  for (const Fraction& fraction : fractions) {
    const auto at = line.text.find(fraction.written);
    const auto end = at + fraction.written.size();
    if (at == std::string::npos ||
        (end < line.text.size() && text::is_letter(static_cast<unsigned char>(line.text[end]))))
      continue;
    text::Number number;
    number.begin = static_cast<std::uint32_t>(line.text.rfind(' ', end - 1) + 1);
    number.end = static_cast<std::uint32_t>(end);
    number.value = fraction.percent;
    number.unit = "%";
    line.numbers.push_back(std::move(number));
  }
}

bool is_arabic_dual(std::string_view folded) { return folded.ends_with("تين") || folded.ends_with("تان"); }

/// Arabic says two days in one word, and one day without a number behind "to" and "within":
/// "إلى يومين", "خلال يوم". The number
/// behind a dual says nothing new: "متدربتين اثنتين".
void add_arabic_times(Line& line) {
  struct Time {
    std::string_view unit;
    std::array<std::string_view, 3> words;  // one, and two in either case
  };
  static constexpr std::array<Time, 8> times{{{"second", {"ثانيه", "ثانيتين", "ثانيتان"}},
                                              {"minute", {"دقيقه", "دقيقتين", "دقيقتان"}},
                                              {"hour", {"ساعه", "ساعتين", "ساعتان"}},
                                              {"day", {"يوم", "يومين", "يومان"}},
                                              {"week", {"اسبوع", "اسبوعين", "اسبوعان"}},
                                              {"month", {"شهر", "شهرين", "شهران"}},
                                              {"year", {"سنه", "سنتين", "سنتان"}},
                                              {"year", {"عام", "عامين", "عامان"}}}};
  if (!line.language.starts_with("ar")) return;
  std::string before;
  for (const text::Token& token : text::tokenize(line.text)) {
    if (token.folded.starts_with("اثن") && is_arabic_dual(before))
      std::erase_if(line.numbers,
                    [&](const text::Number& number) { return number.begin == token.begin && number.end == token.end; });
    const std::string bare = without_arabic_clitics(token.folded);
    const bool counted = std::any_of(line.numbers.begin(), line.numbers.end(), [&](const text::Number& number) {
      return number.begin < token.end && number.end > token.begin;
    });
    for (const Time& time : times) {
      const auto at = std::find(time.words.begin(), time.words.end(), bare) - time.words.begin();
      if (counted || at == 3 || (at == 0 && before != "الي" && before != "خلال" && before != "غضون")) continue;
      text::Number number;
      number.begin = static_cast<std::uint32_t>(token.begin);
      number.end = static_cast<std::uint32_t>(token.end);
      number.value = at == 0 ? 1 : 2;
      number.unit = time.unit;
      line.numbers.push_back(std::move(number));
    }
    before = token.folded;
  }
  std::sort(line.numbers.begin(), line.numbers.end(),
            [](const text::Number& a, const text::Number& b) { return a.begin < b.begin; });
}

}  // namespace

void read_numbers(Line& line) {
  line.numbers = text::find_numbers(line.text, line.language);
  complete_units(line);
  add_fractions(line);
  add_arabic_times(line);
}

}  // namespace resumax::guard
