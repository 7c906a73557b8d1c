#include <tests/fuzz/checks.hpp>

#include <resumax/match/taxonomy.hpp>
#include <resumax/text/bidi.hpp>
#include <resumax/text/dates.hpp>
#include <resumax/text/numbers.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <array>
#include <cmath>

namespace resumax::fuzz {

namespace {

/// Matches stand left to right and never overlap; what they cover is not empty.
template <class Matches>
void require_in_order(const Matches& matches, std::string_view text, const std::string& what) {
  std::size_t end = 0;
  for (const auto& match : matches) {
    require_slice(text, match.begin, match.end, what);
    require(match.begin < match.end, what + " of nothing");
    require(match.begin >= end, what + " overlaps the one before");
    end = match.end;
  }
}

void require_dates_sound(std::string_view text) {
  const auto dates = text::find_dates(text);
  require_in_order(dates, text, "date");
  for (const auto& match : dates) {
    require_date(match.range.start.date, "start");
    require_date(match.range.end.date, "end");
    require(!match.range.start.present, "a range starts at present");
    require(!match.range.end.empty() || !match.range.start.empty(), "a date without a date");
    if (match.single) require(match.range.start.empty(), "a single date with a start");
  }
}

}  // namespace

void run_text(std::string_view bytes) {
  bool repaired = false;
  const std::string text = text::to_utf8(bytes, &repaired);
  require_utf8(text, "to_utf8");
  require(repaired == !is_utf8(bytes), "repaired says otherwise");
  require(text::to_utf8(text) == text, "to_utf8 twice");
  const std::string folded = text::fold(text), squeezed = text::squeeze(text);
  for (const std::string& made : {folded, squeezed, text::lower(text), text::upper(text), text::nfkc(text),
                                  text::visual_to_logical(text), text::logical_to_visual(text)})
    require_utf8(made, "a form of the text");
  require(text::squeeze(squeezed) == squeezed, "squeeze twice");
  require(text::length(text) == text::decode(text).size(), "length");
  const std::string language = text::detect_language(text);
  require(language == text::detect_language(text), "language twice");
  const auto tokens = text::tokenize(text);
  require_in_order(tokens, text, "token");
  for (const auto& token : tokens) {
    require_utf8(token.folded, "token");
    require_utf8(text::stem(token.folded, language), "stem");
  }
  for (const auto line : text::split_lines(text))
    require(line.find('\n') == std::string_view::npos && line.data() >= text.data(), "line");
}

void run_dates(std::string_view bytes) {
  require_dates_sound(text::to_utf8(bytes));
  text::find_dates(bytes);
  const int month = text::month_of(bytes);
  require(month >= 0 && month <= 12, "month_of");
}

void run_numbers(std::string_view bytes) {
  static constexpr std::array languages{"en", "fr", "de", "es", "pt", "ar", "fa", "zh", ""};
  Choices choices(bytes);
  const std::string language = languages[choices.below(languages.size())];
  const std::string text = text::to_utf8(choices.rest());
  const auto numbers = text::find_numbers(text, language);
  require_in_order(numbers, text, "number");
  for (const auto& number : numbers) {
    require(std::isfinite(number.value), "a number that is none");
    require_utf8(number.unit, "unit");
  }
}

void run_skills(std::string_view bytes) {
  const std::string text = text::to_utf8(bytes);
  const auto& taxonomy = match::Taxonomy::builtin();
  for (const bool list : {false, true}) {
    const auto hits = list ? taxonomy.find_in_list(text) : taxonomy.find(text);
    require_in_order(hits, text, "skill");
    for (const auto& hit : hits) require(hit.skill < taxonomy.skills().size(), "unknown skill");
  }
  taxonomy.find(bytes);
  if (const auto* skill = taxonomy.find_name(text)) require(!skill->name.empty(), "a skill without a name");
}

}  // namespace resumax::fuzz
