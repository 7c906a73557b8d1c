#include <resumax/core/error.hpp>
#include <resumax/document/document.hpp>

#include <catch2/catch.hpp>

#include <string>

using namespace resumax;
using namespace resumax::document;
using namespace std::string_literals;

namespace {

/// A document as lines that a reader of the test can check: "H2 title", "L0 item", "T0,1,2 cell", "" for a blank.
std::string outline(const Document& document) {
  std::string out;
  for (const auto& p : document.paragraphs) {
    if (p.heading > 0) out += "H" + std::to_string(p.heading) + " ";
    if (p.list_level >= 0) out += "L" + std::to_string(p.list_level) + " ";
    if (p.table >= 0)
      out += "T" + std::to_string(p.table) + "," + std::to_string(p.row) + "," + std::to_string(p.column) + " ";
    for (const char c : p.text) out += c == '\n' ? "⏎" : c == '\t' ? "⇥" : std::string(1, c);
    out += '\n';
  }
  return out;
}

std::string text_outline(std::string_view bytes) { return outline(from_text(bytes, Format::text)); }
std::string markdown_outline(std::string_view bytes) { return outline(from_text(bytes, Format::markdown)); }

struct Refused {
  Errc code;
  std::string message, hint;
};

Refused refusal(std::string_view bytes, std::string_view name) {
  try {
    sniff(bytes, name);
  } catch (const Error& error) {
    return {error.code(), error.what(), error.hint()};
  }
  FAIL("accepted " << name);
  return {};
}

}  // namespace

TEST_CASE("the bytes decide on the format, the name only between text and Markdown") {
  struct Case {
    std::string bytes, name;
    Format format;
  };
  const Case cases[] = {
      {"%PDF-1.7\n", "cv.pdf", Format::pdf},
      {"%PDF-1.7\n", "cv.docx", Format::pdf},
      {"\xEF\xBB\xBF%PDF-1.4", "cv.pdf", Format::pdf},
      {"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n\x00\x01"s, "download", Format::pdf},
      {"A posting that mentions %PDF-1.4 in passing.", "job.txt", Format::text},
      {"PK\x03\x04....word/document.xml", "upload", Format::docx},
      {"PK\x03\x04....", "cv.docx", Format::docx},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s, "cv.docx", Format::docx},
      {"Nora Lindqvist\nEngineer", "cv.txt", Format::text},
      {"Nora Lindqvist\nEngineer", "", Format::text},
      {"# Nora", "cv.md", Format::markdown},
      {"# Nora", "cv.MARKDOWN", Format::markdown},
      {"{\"basics\": {}}", "cv.txt", Format::json_resume},
      {"\xEF\xBB\xBF \n{ }", "cv", Format::json_resume},
      {"{broken", "cv.json", Format::json_resume},
      {"{braces} open this line", "cv.txt", Format::text},
      {"\xFF\xFEN\0o\0r\0a\0"s, "cv.txt", Format::text},
      {"N\0o\0r\0a\0 \0L\0"s, "cv.txt", Format::text},
      {"Caf\xE9 owner", "cv.txt", Format::text},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name, c.bytes);
    CHECK(sniff(c.bytes, c.name) == c.format);
  }
}

TEST_CASE("other formats are refused by name, with what to do") {
  CHECK(refusal("", "cv.pdf").code == Errc::invalid_input);
  struct Case {
    std::string bytes, name, what, hint;
  };
  const Case cases[] = {
      {"{\\rtf1 x}", "cv.rtf", "RTF", "export"},
      {"\x89PNG\r\n", "cv.png", "PNG", "picture"},
      {"\xFF\xD8\xFF\xE0", "cv.jpg", "JPEG", "picture"},
      {"RIFF\x01\x02\x03\x04WEBPVP8", "cv.webp", "WebP", "picture"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s, "cv.doc", "old Word", "DOCX"},
      {"PK\x03\x04\x14mimetypeapplication/vnd.oasis.opendocument.textPK", "cv.odt", "ODT", "export"},
      {"PK\x03\x04..Index/Document.iwa", "cv.pages", "iWork", "export"},
      {"PK\x03\x04..xl/workbook.xml", "cv.xlsx", "Excel", "export"},
      {"PK\x03\x04..photo.jpg", "cv.zip", "ZIP", "unpack"},
      {"\x1F\x8B\x08", "cv.tar.gz", "gzip", "unpack"},
      {"<?xml version='1.0'?><w/>", "cv.xml", "XML", "export"},
      {"plain words", "cv.pdf", "not a PDF", "rename"},
      {"plain words", "cv.docx", "not a DOCX", "rename"},
      {"\x01\x02\x03\x04\x05\x06\x0E\x0F", "cv.bin", "neither", "PDF"},
      {"a\0b"s, "cv.txt", "neither", "PDF"},
      {"\x01\0\x02\0\x03\0\x04\0\x05\0"s, "cv.txt", "neither", "PDF"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto refused = refusal(c.bytes, c.name);
    CHECK(refused.code == Errc::unsupported_format);
    CHECK_THAT(refused.message, Catch::Contains(c.name) && Catch::Contains(c.what));
    CHECK_THAT(refused.hint, Catch::Contains(c.hint));
  }
}

TEST_CASE("plain text keeps its lines and knows list items") {
  CHECK(text_outline("Nora Lindqvist\r\nEngineer\r\r\r\n\n\nUppsala\n\n") == "Nora Lindqvist\nEngineer\n\nUppsala\n");
  CHECK(text_outline("- one\n  - inner\n\t* deep\n- two\n• three\n•four\n") ==
        "L0 one\nL1 inner\nL2 deep\nL0 two\nL0 three\nL0 four\n");
  CHECK(text_outline("1. first\n2) second\n(b) third\n") == "L0 first\nL0 second\nL0 third\n");
  CHECK(text_outline("- a bullet whose text\n  hangs over\nnext line\n") ==
        "L0 a bullet whose text hangs over\nnext line\n");
  CHECK(text_outline("Example GmbH          2019 - 2021\nA  B\nC\tD") == "Example GmbH⇥2019 - 2021\nA B\nC⇥D\n");
}

TEST_CASE("what only looks like a list marker stays") {
  for (const auto line : {"+46 70 555 01 23", "-5 degrees", "2019. A good year", "(02) 555 0199", "J. Doe", "3.5 years",
                          "a) ", "-", "*bold*"}) {
    const auto document = from_text(line, Format::text);
    CAPTURE(line);
    REQUIRE(document.paragraphs.size() == 1);
    CHECK(document.paragraphs[0].list_level == -1);
  }
}

TEST_CASE("encodings are recognised, and repairs warned about") {
  const auto words = [](std::string_view bytes) {
    const auto document = from_text(bytes, Format::text);
    return outline(document) + (document.warnings.empty() ? "" : document.warnings[0]);
  };
  CHECK(words("Zo\xC3\xAB") == "Zoë\n");
  CHECK(words("\xEF\xBB\xBFZo\xC3\xAB") == "Zoë\n");
  CHECK(words("Zoe\xCC\x88") == "Zoë\n");
  CHECK(words("Zo\xEB \x96 \x80") == "Zoë – €\nbad_utf8");
  CHECK(words("Zo\xC3\xAB, Zo\xC3\xAB, Ren\xC3") == "Zoë, Zoë, Ren\uFFFD\nbad_utf8");
  CHECK(words("\xFF\xFEZ\0o\0\xEB\0"s) == "Zoë\n");
  CHECK(words("\xFE\xFF\0Z\0o\0\xEB"s) == "Zoë\n");
  CHECK(words("Z\0o\0\xEB\0 \0A\0B\0"s) == "Zoë AB\n");
  CHECK(words("\xFF\xFEZ\0\x00\xD8"s) == "Z\uFFFD\nbad_utf8");
  CHECK(words("a\x07\xC2\x85z\xE2\x80\x8B\xE2\x80\xAEx") == "a\nzx\n");
}

TEST_CASE("direction is that of most letters") {
  CHECK(from_text("مهندسة برمجيات C++", Format::text).paragraphs.at(0).right_to_left);
  CHECK_FALSE(from_text("Engineer in دبي", Format::text).paragraphs.at(0).right_to_left);
}

TEST_CASE("Markdown blocks") {
  CHECK(markdown_outline("# Nora Lindqvist #\n\nEngineer\n===\n\nWork\n----\n### Deep\n#hashtag\n") ==
        "H1 Nora Lindqvist\n\nH1 Engineer\n\nH2 Work\nH3 Deep\n#hashtag\n");
  CHECK(markdown_outline("* one\n    - inner\n    1. numbered\n+ two\n\n  still two\n") ==
        "L0 one\nL1 inner\nL1 numbered\nL0 two\n\nstill two\n");
  CHECK(markdown_outline("| Skill | Years |\n|---|:--:|\n| C++ | 9 \\| 10 |\n\nafter\n") ==
        "T0,0,0 Skill\nT0,0,1 Years\nT0,1,0 C++\nT0,1,1 9 | 10\n\nafter\n");
  CHECK(markdown_outline("above\n\n---\n\n> quoted\n\n```\n# code\n```\n<!-- gone -->\n") ==
        "above\n\nquoted\n\n# code\n");
}

TEST_CASE("a line break in Markdown is a blank after a full line only") {
  CHECK(markdown_outline("Engineer at Example\n2019 - 2021\n") == "Engineer at Example⏎2019 - 2021\n");
  CHECK(markdown_outline("Builds and runs the measuring stations of the northern coast,\nday and night\n") ==
        "Builds and runs the measuring stations of the northern coast, day and night\n");
}

TEST_CASE("Markdown inside a line") {
  const auto document = from_text(
      "**Lead** _engineer_ at [Example *GmbH*](https://example.org/a_(b) \"t\"), <nora@example.org>, snake_case_name, "
      "2 * 3 * 4, \\*kept\\*, `co*de*`, R&amp;D <b>x</b> ![icon](i.png) [ref], [none]\n\n[ref]: "
      "<https://example.org/r>\n",
      Format::markdown);
  REQUIRE(document.paragraphs.size() == 1);
  const auto& p = document.paragraphs[0];
  CHECK(
      p.text ==
      "Lead engineer at Example GmbH, nora@example.org, snake_case_name, 2 * 3 * 4, *kept*, co*de*, R&D x ref, [none]");
  REQUIRE(p.runs.size() >= 4);
  CHECK(p.text.substr(p.runs[0].begin, p.runs[0].end - p.runs[0].begin) == "Lead ");
  CHECK(p.runs[0].bold);
  CHECK(p.text.substr(p.runs[1].begin, p.runs[1].end - p.runs[1].begin) == "engineer ");
  CHECK(p.runs[1].italic);
  CHECK_FALSE(p.bold);
  REQUIRE(document.links.size() == 3);
  CHECK(document.links[0].uri == "https://example.org/a_(b)");
  CHECK(document.links[0].text == "Example GmbH");
  CHECK(document.links[1].uri == "mailto:nora@example.org");
  CHECK(document.links[2].uri == "https://example.org/r");
  CHECK(document.links[2].paragraph == 0);
  CHECK(from_text("**All of it**", Format::markdown).paragraphs.at(0).bold);
}

TEST_CASE("odd Markdown costs linear time") {
  for (const std::string_view part : {"*a **b _c ~~", "[", "<", "`", "[a](", "![", "&#", "**", "* ", "> ", "|a"}) {
    std::string text;
    while (text.size() < 400'000) text += part;
    CAPTURE(part);
    CHECK_NOTHROW(from_text(text, Format::markdown));
  }
}
