#include <tests/fuzz/checks.hpp>

#include <resumax/core/fields.hpp>
#include <resumax/core/resume_json.hpp>
#include <resumax/document/document.hpp>
#include <resumax/parse/directed.hpp>
#include <resumax/parse/keyword_wall.hpp>
#include <resumax/parse/parse.hpp>
#include <resumax/text/unicode.hpp>

#include <nlohmann/json.hpp>

#include <array>

namespace resumax::fuzz {

namespace {

void parse_soundly(const document::Document& document) {
  const auto parse = [&] { return parse::parse_resume(document); };
  const auto parsed = run_or_refuse({Errc::invalid_input}, parse);
  if (!parsed) return;
  require_sound(*parsed);
  const ParsedResume again = parse();
  require(again.text == parsed->text && to_json(again.resume) == to_json(parsed->resume) &&
              field_notes(again.resume) == field_notes(parsed->resume),
          "two runs differ");
}

/// Words as pages of resumes hold them, so that headings, dates and entries come about by chance.
constexpr std::array<std::string_view, 40> page_words{"Experience",
                                                      "EDUCATION",
                                                      "Skills",
                                                      "Languages",
                                                      "Projects",
                                                      "Nora",
                                                      "Lindqvist",
                                                      "Engineer",
                                                      "Ltd",
                                                      "GmbH",
                                                      "2019",
                                                      "–",
                                                      "-",
                                                      "Present",
                                                      "Mar",
                                                      "2021",
                                                      "03/2020",
                                                      "•",
                                                      "",
                                                      "|",
                                                      "nora@example.org",
                                                      "+46",
                                                      "70",
                                                      "555",
                                                      "inter-",
                                                      "C++,",
                                                      "Python",
                                                      "University",
                                                      "BSc",
                                                      "الخبرات",
                                                      "شركة",
                                                      "مارس",
                                                      "٢٠٢٠",
                                                      "حتى",
                                                      "الآن",
                                                      "E",
                                                      "X",
                                                      "Page",
                                                      "1",
                                                      "https://example.org"};

std::string word_text(Choices& choices) {
  const unsigned pick = choices.below(page_words.size() + 4);
  if (pick < page_words.size()) return std::string(page_words[pick]);
  std::string word;
  for (const char32_t c : text::decode(text::to_utf8(choices.take(1 + choices.below(12)))))
    if (c > ' ' && !text::is_space(c) && c != 0x7f) text::append(word, c);
  return word.empty() ? "a" : text::nfc(word);
}

/// Words that follow one another on lines, with jumps, turns and odd sizes now and then.
document::Page page_of(Choices& choices, std::size_t fonts) {
  document::Page page;
  page.width = 595;
  page.height = 842;
  double x = 50, y = 50;
  float size = 10;
  for (unsigned left = choices.byte() * 2; left > 0 && !choices.done(); --left) {
    switch (choices.below(12)) {
      case 0:
        x = 50;
        y += 14;
        break;
      case 1:
        x = choices.byte() * 2.5 - 20;
        break;
      case 2:
        y = choices.byte() * 3.5 - 20;
        break;
      case 3:
        size = static_cast<float>(choices.byte()) / 8;
        break;
      case 4:
        x += choices.byte();
        break;
      case 5:
        x = 50;
        y += choices.byte() / 4.0;
        break;
      default:
        break;
    }
    document::Word word;
    word.text = word_text(choices);
    const unsigned look = choices.byte();
    word.font = static_cast<std::uint16_t>(look % fonts);
    word.space_after = look % 7 != 0;
    word.rotation = static_cast<std::uint16_t>(look % 31 == 0 ? 90 * (look % 4) : 0);
    word.size = size;
    const double width = size * 0.5 * static_cast<double>(text::length(word.text));
    word.box = {x, y, x + width, y + size};
    x += width + (word.space_after ? size * 0.3 : 0);
    page.words.push_back(std::move(word));
  }
  return page;
}

}  // namespace

void run_resume(std::string_view bytes) {
  const auto format = bytes.starts_with('#') ? document::Format::markdown : document::Format::text;
  if (const auto document = run_or_refuse({Errc::invalid_input}, [&] { return document::from_text(bytes, format); }))
    parse_soundly(*document);
}

void run_layout(std::string_view bytes) {
  Choices choices(bytes);
  document::Document document;
  document.format = document::Format::pdf;
  document.fonts = {{"Body", false, false}, {"Body Bold", true, false}, {"Italic", false, true}};
  for (unsigned pages = 1 + choices.below(3); pages > 0; --pages)
    document.pages.push_back(page_of(choices, document.fonts.size()));
  if (choices.byte() % 2 == 1) {
    document::Link link;
    link.uri = text::to_utf8(choices.take(40));
    link.page = 1;
    link.box = {50, 50, 200, 64};
    document.links.push_back(link);
  }
  parse_soundly(document);
}

void run_json_resume(std::string_view bytes) {
  const auto parse = [&] { return parse::parse_json_resume(bytes); };
  const auto parsed = run_or_refuse({Errc::invalid_input, Errc::parse_failed}, parse);
  if (!parsed) return;
  require_utf8(parsed->text, "text");
  for (const ConstField& field : fields(parsed->resume)) {
    require_utf8(field.text->value, field.path);
    require_slice(parsed->text, field.text->span.begin, field.text->span.end, field.path + ": span");
  }
  const nlohmann::json json = to_json(parsed->resume);
  const Resume again = resume_from_json(nlohmann::json::parse(json.dump()));
  require(to_json(again) == json, "the JSON form reads back otherwise");
  require(to_json(parse().resume) == json, "two runs differ");
}

void run_posting(std::string_view bytes) {
  const auto format = bytes.starts_with('#') ? document::Format::markdown : document::Format::text;
  const auto document = run_or_refuse({Errc::invalid_input}, [&] { return document::from_text(bytes, format); });
  if (!document) return;
  const auto parse = [&] { return parse::parse_posting(*document); };
  const auto posting = run_or_refuse({Errc::invalid_input}, parse);
  if (!posting) return;
  require_utf8(posting->text, "text");
  const auto value = [&](const Text& text, const std::string& what) {
    require_utf8(text.value, what);
    require_slice(posting->text, text.span.begin, text.span.end, what + ": span");
    require(text.confidence >= 0 && text.confidence <= 1, what + ": confidence out of range");
  };
  value(posting->title, "title");
  value(posting->company, "company");
  value(posting->location, "location");
  value(posting->seniority, "seniority");
  value(posting->employment, "employment");
  value(posting->degree, "degree");
  for (const Text& language : posting->languages) value(language, "language");
  for (const PostingLine& line : posting->lines) {
    value(line.text, "line");
    require(!line.text.empty(), "an empty line");
  }
  if (posting->salary) {
    value(posting->salary->text, "salary");
    require(posting->salary->minimum >= 0 && posting->salary->minimum <= posting->salary->maximum, "salary range");
  }
  if (posting->minimum_years) require(*posting->minimum_years >= 0 && *posting->minimum_years < 100, "years");
  const auto again = parse();
  require(again.text == posting->text && again.title == posting->title && again.company == posting->company &&
              again.lines.size() == posting->lines.size(),
          "two runs differ");
}

void run_directed(std::string_view bytes) {
  const std::string utf8 = text::to_utf8(bytes);
  std::uint32_t end = 0;
  const auto ranges = parse::find_directed(utf8);
  for (const auto& range : ranges) {
    require(range.begin < range.end && (range.begin >= end || end == 0), "ranges overlap");
    require_slice(utf8, range.begin, range.end, "directed");
    end = range.end;
  }
  require_utf8(parse::without(utf8, ranges), "what is left");
  parse::is_keyword_wall(utf8);
}

}  // namespace resumax::fuzz
