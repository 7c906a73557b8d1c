#include "build.hpp"

#include <resumax/core/error.hpp>
#include <resumax/extract/extract.hpp>
#include <resumax/extract/pdf.hpp>
#include <resumax/extract/pdf_fonts.hpp>
#include <resumax/extract/pdf_right_to_left.hpp>
#include <resumax/extract/pdf_words.hpp>
#include <tests/support/files.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace resumax;
using namespace resumax::extract;

namespace {

Errc code_of(std::string_view bytes, std::string_view name = "cv.pdf") {
  try {
    extract::extract(bytes, name);
  } catch (const Error& error) {
    CHECK_FALSE(error.hint().empty());
    return error.code();
  }
  return Errc::internal;
}

std::string words_of(const document::Page& page) {
  std::string out;
  for (const auto& word : page.words) out += word.text + " ";
  return out;
}

DrawnWord drawn(std::u32string text, double x0, double x1, double size = 10) {
  DrawnWord word;
  word.word.box = {x0, 100, x1, 110};
  word.word.size = static_cast<float>(size);
  const double step = (x1 - x0) / static_cast<double>(text.size());
  if (has_right_to_left(text))
    for (std::size_t i = 0; i < text.size(); ++i)
      word.extents.push_back({x0 + step * static_cast<double>(i), x0 + step * static_cast<double>(i + 1)});
  word.text = std::move(text);
  return word;
}

std::string fixture(const char* name) { return test::read_file(test::fixture(std::string("documents/") + name)); }

}  // namespace

TEST_CASE("words come with box, size, font and blank") {
  const auto document = extract::extract(
      test::pdf_pages({"BT /F1 10 Tf 72 700 Td (Nora Lindqvist) Tj ET BT /F2 20 Tf 300 100 Td (Lead) Tj ET"}),
      "cv.pdf");
  REQUIRE(document.pages.size() == 1);
  const auto& page = document.pages[0];
  CHECK(page.width == 612);
  CHECK(page.height == 792);
  REQUIRE(page.words.size() == 3);
  const auto& [nora, name, lead] = std::tie(page.words[0], page.words[1], page.words[2]);
  CHECK(nora.text == "Nora");
  CHECK(nora.space_after);
  CHECK(nora.box.x0 == Approx(72).margin(0.1));
  CHECK(nora.box.y0 < 92);  // from the top: the baseline is at 792 - 700
  CHECK(nora.box.y1 > 92);
  CHECK(name.box.x0 > nora.box.x1);
  CHECK(nora.size == Approx(10));
  CHECK(lead.size == Approx(20));
  CHECK_FALSE(document.fonts.at(nora.font).bold);
  CHECK(document.fonts.at(lead.font) == document::Font{"Helvetica-BoldOblique", true, true});
}

TEST_CASE("turned text says by how much") {
  const auto page = extract_pdf(test::pdf_pages({"BT /F1 10 Tf 0 1 -1 0 50 100 Tm (Upwards) Tj ET"})).pages.at(0);
  REQUIRE(page.words.size() == 1);
  CHECK(page.words[0].text == "Upwards");
  CHECK(page.words[0].rotation == 270);
  CHECK(page.words[0].box.y1 - page.words[0].box.y0 > page.words[0].box.x1 - page.words[0].box.x0);
}

TEST_CASE("list marks drawn as shapes are words, other shapes are not") {
  const std::string disc = ".5 m 76 705 73 705 73 703.5 c 73 702 76 702 76 703.5 c f ";
  const std::string square = "73 682 3 3 re f ";
  const std::string bar = "40 662 30 3 re f ";
  const std::string scale = "300 640 4 4 re f 306 640 4 4 re f 312 640 4 4 re f ";
  const std::string texts =
      "BT /F1 10 Tf 82 700 Td (Kept the lamps) Tj 0 -20 Td (Mended the bell) Tj 0 -20 Td (Wrote) Tj 0 -20 Td "
      "(Swedish) Tj 250 0 Td (fluent) Tj ET ";
  const auto document = extract::extract(test::pdf_pages({"73 703" + disc + square + bar + scale + texts}), "cv.pdf");
  CHECK(words_of(document.pages[0]) == "• Kept the lamps • Mended the bell Wrote Swedish fluent ");
}

TEST_CASE("links carry address, place and the words under them") {
  const auto link =
      "/Annots[<</Type/Annot/Subtype/Link/Rect[70 695 100 712]/A<</S/URI/URI(https://example.org/n)>>>>"
      "<</Type/Annot/Subtype/Link/Rect[0 0 5 5]/Dest[5 0 R/Fit]>>"
      "<</Type/Annot/Subtype/Link/Rect[1 2]/A<</S/URI/URI(https://example.org/broken)>>>>]";
  const auto document = extract_pdf(test::pdf_pages({"BT /F1 10 Tf 72 700 Td (Nora Lindqvist) Tj ET"}, link));
  REQUIRE(document.links.size() == 1);
  CHECK(document.links[0].uri == "https://example.org/n");
  CHECK(document.links[0].page == 1);
  CHECK(document.links[0].text == "Nora");
  CHECK(document.links[0].box == Box{70, 80, 100, 97});
  CHECK(document.warnings.empty());
}

TEST_CASE("links of a turned page lie over their words") {
  for (const int turn : {90, 180, 270}) {
    CAPTURE(turn);
    const auto entries = "/Rotate " + std::to_string(turn) +
                         "/Annots[<</Subtype/Link/Rect[70 695 100 712]/A<</S/URI/URI(https://example.org)>>>>]";
    const auto document = extract_pdf(test::pdf_pages({"BT /F1 10 Tf 72 700 Td (Nora Lindqvist) Tj ET"}, entries));
    REQUIRE(document.links.size() == 1);
    CHECK(document.links[0].text == "Nora");
  }
}

TEST_CASE("a PDF of a word processor, plain and locked against changes") {
  const auto plain = extract::extract(fixture("letter.pdf"), "letter.pdf");
  REQUIRE(plain.pages.size() == 1);
  CHECK_THAT(words_of(plain.pages[0]), Catch::StartsWith("Nora Lindqvist Measuring engineer, Uppsala"));
  CHECK(plain.links.size() == 2);
  const auto locked = extract::extract(fixture("owner-locked.pdf"), "letter.pdf");
  CHECK(locked.pages == plain.pages);
  CHECK(locked.warnings == std::vector<std::string>{"unread_links", "unchecked_text"});
}

TEST_CASE("each way a PDF can be of no use has its code") {
  CHECK(code_of(fixture("encrypted.pdf")) == Errc::encrypted);
  CHECK(code_of(test::pdf_pages({"0 0 1 rg 10 10 200 200 re f"})) == Errc::no_text_layer);
  CHECK(code_of("%PDF-1.4\n") == Errc::parse_failed);
  CHECK(code_of(test::pdf({"<</Type/Catalog>>"})) == Errc::parse_failed);
  CHECK(code_of(std::string(3000, '\x01')) == Errc::unsupported_format);
  CHECK(code_of("") == Errc::invalid_input);
}

TEST_CASE("pages that go in circles or are not there end in a code") {
  for (const auto& bytes : {test::pdf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[2 0 R]>>"}),
                            test::pdf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1000000/Kids[3 0 R]>>",
                                       "<</Type/Page/Parent 2 0 R>>"}),
                            test::pdf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 2/Kids[9 0 R null]>>"})}) {
    const auto code = code_of(bytes);
    CHECK((code == Errc::parse_failed || code == Errc::no_text_layer));
  }
}

TEST_CASE("a PDF cut or damaged anywhere gives a document or a code") {
  const auto whole = fixture("letter.pdf");
  for (std::size_t size = 0; size < whole.size(); size += 997) {
    try {
      extract::extract(std::string_view(whole).substr(0, size), "cv.pdf");
    } catch (const Error& error) {
      CHECK(error.code() != Errc::internal);
    }
  }
  for (std::size_t at = 0; at < whole.size(); at += 499) {
    auto bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x15);
    try {
      extract::extract(bytes, "cv.pdf");
    } catch (const Error& error) {
      CHECK(error.code() != Errc::internal);
    }
  }
}

TEST_CASE("pages and words past the limit are left out, and that is said") {
  const std::string line = "BT /F1 10 Tf 72 700 Td (one two three) Tj ET";
  const auto bytes = test::pdf_pages({line, line, line});
  CHECK(extract_pdf(bytes).warnings.empty());
  const auto few_pages = extract_pdf(bytes, {2, 1000});
  CHECK(few_pages.pages.size() == 2);
  CHECK(few_pages.warnings == std::vector<std::string>{"truncated_pages"});
  CHECK(extract_pdf(bytes, {100, 3}).pages.size() == 1);
}

TEST_CASE("a font's name tells bold and italic") {
  struct Case {
    const char* name;
    bool bold, italic;
  };
  for (const auto& [name, bold, italic] : std::initializer_list<Case>{{"ABCDEF+SourceSansPro-It", false, true},
                                                                      {"ABCDEF+SourceSansPro-BoldIt", true, true},
                                                                      {"Arial,BoldItalic", true, true},
                                                                      {"CMBX10", true, false},
                                                                      {"SFTI1095", false, true},
                                                                      {"CMR10", false, false},
                                                                      {"NimbusRomNo9L-Medi", true, false},
                                                                      {"Roboto-Medium", false, false},
                                                                      {"Inter-SemiBold", true, false},
                                                                      {"Lato-Black", true, false},
                                                                      {"Bitter-Regular", false, false},
                                                                      {"Titillium-Light", false, false},
                                                                      {"", false, false}}) {
    CAPTURE(name);
    const auto font = font_from_name(name);
    CHECK(font.bold == bold);
    CHECK(font.italic == italic);
  }
  CHECK(font_from_name("ABCDEF+Lato-Black").name == "Lato-Black");
  CHECK(font_from_name("A+B").name == "A+B");
}

TEST_CASE("drawn words become text") {
  CHECK(clean_word("plain") == "plain");
  CHECK(clean_word("e\xEF\xAC\x83"
                   "cient") == "efficient");
  CHECK(clean_word("2019\xC2\xAD"
                   "2021") == "2019-2021");
  CHECK(clean_word("m\xC2\xB2") == "m\xC2\xB2");
  CHECK(clean_word("Zoe\xCC\x88") == "Zoë");
  CHECK(clean_word("\xE2\x80\xAB\xD9\x85\xD9\x84\xD8\xB9\xE2\x80\xAC") == "علم");
  CHECK(clean_word("\xE2\x80\x8B\x01").empty());
}

TEST_CASE("right-to-left words that poppler takes apart are joined") {
  // Drawn from the left: alef, then the rest of "عاما" with its vowel mark as a word of its own.
  std::vector<DrawnWord> words;
  words.push_back(drawn(U"\u064B", 21, 21));
  words[0].word.box = {22.5, 99, 22.5, 109};
  words.push_back(drawn(U"في", 0, 10));
  words.push_back(drawn(U"ا", 15, 20));
  words.push_back(drawn(U"ماع", 20.2, 38));
  words.push_back(drawn(U"C++", 45, 60));
  join_right_to_left(words);
  REQUIRE(words.size() == 3);
  CHECK(words[1].text == U"ام\u064Bاع");
  CHECK(words[1].word.box.x0 == 15);
  CHECK(words[1].word.box.x1 == 38);
  CHECK(words[1].word.space_after);        // the next word to read stands to its left
  CHECK_FALSE(words[0].word.space_after);  // nothing does
  CHECK(words[2].text == U"C++");
}

TEST_CASE("brackets and marks stand on the side where reading ends") {
  std::vector<DrawnWord> words;
  for (const auto text : {U")ACLS(", U"2019(", U".Cerner", U"C++", U"(ok)"}) words.push_back(drawn(text, 50, 60));
  auto alone = words;
  turn_edges(alone);
  for (std::size_t i = 0; i < words.size(); ++i) CHECK(alone[i].text == words[i].text);
  for (int i = 0; i < 5; ++i) words.push_back(drawn(U"معد", 10, 40));
  turn_edges(words);
  CHECK(words[0].text == U"(ACLS)");
  CHECK(words[1].text == U"(2019");
  CHECK(words[2].text == U"Cerner.");
  CHECK(words[3].text == U"C++");
  CHECK(words[4].text == U"(ok)");
  CHECK(settle_brackets(U")لغة") == U"(لغة");
  CHECK(settle_brackets(U"لغة(،") == U"لغة)،");
  CHECK(settle_brackets(U"(لغة)") == U"(لغة)");
  CHECK(settle_brackets(U"(") == U"(");
}

TEST_CASE("a ligature's letters stand in reading order only if it is one glyph") {
  auto ligature = drawn(U"تلاواقم", 0, 70);
  const double widths[] = {9, 3, 3, 4, 2.5, 5, 6};
  const auto lay_out = [&](DrawnWord& word) {
    double x = 0;
    for (std::size_t i = 0; i < word.text.size(); ++i) {
      word.extents[i] = {x, x + widths[i]};
      x += widths[i];
    }
  };
  lay_out(ligature);
  turn_ligatures(ligature, {});
  CHECK(ligature.text == U"تالواقم");
  auto two_glyphs = drawn(U"سيئرلا", 0, 60);
  lay_out(two_glyphs);
  two_glyphs.extents[4] = {30, 32.5};
  two_glyphs.extents[5] = {32.5, 35.1};
  turn_ligatures(two_glyphs, {});
  CHECK(two_glyphs.text == U"سيئرلا");
  auto fixed_width = drawn(U"تلاواقم", 0, 70);
  turn_ligatures(fixed_width, {});
  CHECK(fixed_width.text == U"تلاواقم");

  // A page whose lams and alefs are as wide elsewhere draws two glyphs; another width of either, or another font, does
  // not tell.
  const auto drawn_with = [&](double lam, double alef, std::uint16_t font) {
    auto pair = drawn(U"تلاواقم", 0, 70), elsewhere = drawn(U"منلناك", 0, 60);
    lay_out(pair);
    elsewhere.word.font = font;
    elsewhere.extents[2] = {20, 20 + lam};
    elsewhere.extents[4] = {40, 40 + alef};
    LetterWidths letters;
    letters.see(elsewhere);
    turn_ligatures(pair, letters);
    return pair.text;
  };
  CHECK(drawn_with(3, 3, 0) == U"تلاواقم");
  CHECK(drawn_with(3, 3, 1) == U"تالواقم");
  CHECK(drawn_with(3, 4, 0) == U"تالواقم");
  CHECK(drawn_with(4, 3, 0) == U"تالواقم");
}

TEST_CASE("a mark drawn on the left edge of its letter is that letter's") {
  auto on_the_edge = drawn(U"ذّفن", 0, 40);
  on_the_edge.extents = {{0, 10}, {10, 10}, {10, 20}, {20, 30}};
  seat_marks(on_the_edge);
  CHECK(on_the_edge.text == U"ذفّن");
  auto over_the_letter = drawn(U"ذّفن", 0, 40);
  over_the_letter.extents = {{0, 10}, {5, 5}, {10, 20}, {20, 30}};
  seat_marks(over_the_letter);
  CHECK(over_the_letter.text == U"ذّفن");
  auto last = drawn(U"ذفّ", 0, 30);
  last.extents = {{0, 10}, {10, 20}, {15, 15}};
  seat_marks(last);
  CHECK(last.text == U"ذفّ");
  auto two = drawn(U"ذًّفن", 0, 40);
  two.extents = {{0, 10}, {10, 10}, {10, 10}, {10, 20}, {20, 30}};
  seat_marks(two);
  CHECK(two.text == U"ذفًّن");
}

TEST_CASE("an Arabic PDF of a word processor reads as it was written") {
  const auto page = extract::extract(fixture("arabic.pdf"), "cv.pdf").pages.at(0);
  for (const auto expected : {"ليلى", "الزهراني", "مهندسة", "برمجيات", "الأمثلة", "2019"})
    CHECK(std::any_of(page.words.begin(), page.words.end(), [&](const auto& word) { return word.text == expected; }));
}
