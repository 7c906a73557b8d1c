#include "build.hpp"

#include <resumax/core/error.hpp>
#include <resumax/extract/extract.hpp>
#include <resumax/extract/pdf.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace resumax;
using namespace resumax::extract;
using document::HiddenReason;

namespace {

const std::string shown = "BT /F1 10 Tf 72 700 Td (Seen here) Tj ET ";

std::string words_of(const document::Page& page) {
  std::string out;
  for (const auto& word : page.words) out += word.text + " ";
  return out;
}

std::string stream(std::string_view entries, std::string_view content) {
  return "<<" + std::string(entries) + "/Length " + std::to_string(content.size()) + ">>\nstream\n" +
         std::string(content) + "\nendstream";
}

/// A page of 612 x 792 with this content; `resources` goes into its resources, `objects` follow from number 6.
document::Document read(std::string_view content, std::string_view resources = "", std::string_view entries = "",
                        const std::vector<std::string>& objects = {}, std::string_view catalog = "") {
  std::vector<std::string> all{"<</Type/Catalog/Pages 2 0 R" + std::string(catalog) + ">>",
                               "<</Type/Pages/MediaBox[0 0 612 792]/Count 1/Kids[3 0 R]>>",
                               "<</Type/Page/Parent 2 0 R/Contents 4 0 R" + std::string(entries) +
                                   "/Resources<</Font<</F1 5 0 R>>" + std::string(resources) + ">>>>",
                               stream("", content),
                               "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"};
  all.insert(all.end(), objects.begin(), objects.end());
  return extract_pdf(test::pdf(all));
}

void require_hidden(const document::Document& document, HiddenReason reason, std::string_view text = "Kubernetes Go") {
  CHECK(words_of(document.pages.at(0)) == "Seen here ");
  REQUIRE(document.hidden.size() == 1);
  CHECK(document.hidden[0].text == text);
  CHECK(document.hidden[0].reason == reason);
  CHECK(document.hidden[0].page == 1);
  CHECK(document.warnings.empty());
}

void require_seen(const document::Document& document, std::string_view words = "Seen here Kubernetes Go ") {
  CHECK(words_of(document.pages.at(0)) == words);
  CHECK(document.hidden.empty());
  CHECK(document.warnings.empty());
}

const std::string image =
    stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "\x7f");

}  // namespace

TEST_CASE("text that nobody sees is no word of its page, and is kept with its place") {
  struct Case {
    const char* content;
    HiddenReason reason;
  };
  const auto [content, reason] = GENERATE(values<Case>({
      {"BT 3 Tr /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET", HiddenReason::invisible},
      {"BT 7 Tr /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET", HiddenReason::invisible},
      {"1 g BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET", HiddenReason::colour},
      {"0.97 0.98 1 rg BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET", HiddenReason::colour},
      {"0 0 0 0 k BT /F1 10 Tf 72 600 Td [(Kuber) -1 (netes Go)] TJ ET", HiddenReason::colour},
      {"1 G BT 1 Tr /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET", HiddenReason::colour},
      {"/Sep cs 0 scn BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET", HiddenReason::colour},
      {"0 0 1 rg 50 580 400 50 re f BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET", HiddenReason::colour},
      {"/Faint gs BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET", HiddenReason::transparent},
      {"BT /F1 1 Tf 72 600 Td (Kubernetes Go) Tj ET", HiddenReason::tiny},
      {"BT /F1 10 Tf 0.1 0 0 0.1 72 600 Tm (Kubernetes Go) Tj ET", HiddenReason::tiny},
      {"q .05 0 0 .05 0 0 cm BT /F1 20 Tf 1440 12000 Td (Kubernetes Go) Tj ET Q", HiddenReason::tiny},
      {"BT /F1 10 Tf 72 -600 Td (Kubernetes Go) Tj ET", HiddenReason::off_page},
      {"BT /F1 10 Tf 900 600 Td (Kubernetes Go) Tj ET", HiddenReason::off_page},
      {"q 0 0 50 50 re W n BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET Q", HiddenReason::clipped},
      {"BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET 1 g 60 590 200 30 re f", HiddenReason::covered},
      {"BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET 1 g 60 590 m 260 590 l 260 620 l 60 620 l h f",
       HiddenReason::covered},
      {"/OC /Layer BDC BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET EMC", HiddenReason::layer},
  }));
  CAPTURE(content);
  const auto document = read(shown + content,
                             "/ExtGState<</Faint<</ca .01>>>>/Properties<</Layer 6 0 R>>"
                             "/ColorSpace<</Sep[/Separation/Ink/DeviceGray 7 0 R]>>",
                             "", {"<</Type/OCG/Name(Layer)>>", "<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>"},
                             "/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>");
  require_hidden(document, reason);
  const Box& box = document.hidden[0].box;
  if (reason == HiddenReason::off_page) return;
  CHECK(box.x0 == Approx(72).margin(1));
  CHECK(box.y1 == Approx(192).margin(4));
}

TEST_CASE("text that stands out from what is behind it is seen") {
  const auto content =
      GENERATE(as<std::string>(), "1 g 72 600 Td",  // a colour that no text uses
               "0 0 1 rg 50 580 400 50 re f 1 g BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET",
               "0 0 1 rg 60 580 m 450 580 l 450 640 l 60 640 l h f 1 g BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET",
               "20 w 0 0 1 RG 60 603 m 450 603 l S 1 g BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET",
               "0 0 1 rg 60 600 m 60 650 450 650 450 600 c 450 560 60 560 60 600 c f 1 g BT /F1 10 Tf 72 602 Td "
               "(Kubernetes Go) Tj ET",
               "q 400 0 0 60 60 580 cm /Im Do Q 1 g BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET",
               ".85 g BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET", "BT /F1 4 Tf 72 600 Td (Kubernetes Go) Tj ET",
               "1 g 60 590 200 30 re f 0 g BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET",
               "BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET 1 g 60 590 20 30 re f",
               "/Dark gs BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET 1 1 0 rg 60 590 200 30 re f",
               "q 60 590 200 30 re W n BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET Q",
               "q BT 7 Tr /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET 0 0 1 rg 0 500 600 200 re f Q",
               "1 g BT /F1 10 Tf 72 600 Td (   ) Tj 0 g (Kubernetes Go) Tj ET",
               "/OC /On BDC BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET EMC",
               "BI /W 1 /H 1 /CS /G /BPC 8 ID (1 g EI BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET");
  CAPTURE(content);
  const auto document =
      read(shown + content, "/XObject<</Im 6 0 R>>/ExtGState<</Dark<</BM/Multiply>>>>/Properties<</On 7 0 R>>", "",
           {image, "<</Type/OCG/Name(On)>>"}, "/OCProperties<</OCGs[7 0 R]/D<<>>>>");
  require_seen(document, content.starts_with("1 g 72") ? "Seen here " : "Seen here Kubernetes Go ");
}

TEST_CASE("hidden words amid seen ones are told apart, where they are drawn in one go") {
  const auto document = read("BT /F1 10 Tf 72 700 Td (Seen ) Tj 1 g (Kubernetes Go) Tj 0 g ( here) Tj ET");
  require_hidden(document, HiddenReason::colour);
  CHECK(document.pages[0].words[1].box.x0 > document.hidden[0].box.x1);
}

TEST_CASE("hidden words behind seen ones") {
  require_hidden(read("1 g BT /F1 10 Tf 72 700 Td (Kubernetes Go) Tj ET 0 g " + shown), HiddenReason::colour);
}

TEST_CASE("white text that runs off its dark bar is hidden where it does") {
  const auto document = read("0 g 70 690 60 30 re f 1 g BT /F1 10 Tf 72 700 Td (Seen here Kubernetes Go) Tj ET");
  require_hidden(document, HiddenReason::colour);
}

TEST_CASE("forms hide text too, and their group's opacity counts") {
  const std::string words = "BT /F1 10 Tf 0 0 Td (Kubernetes Go) Tj ET";
  const std::string form = "/Type/XObject/Subtype/Form/BBox[0 -5 300 20]/Resources<</Font<</F1 5 0 R>>>>";
  const auto place = [&](std::string_view state, std::string_view content, std::string_view entries = "") {
    return read(shown + std::string(state), "/XObject<</Fm 6 0 R>>/ExtGState<</Faint<</ca .01>>>>", "",
                {stream(form + std::string(entries), content)});
  };
  require_hidden(place("q 2 0 0 2 72 600 cm /Fm Do Q", "1 g " + words), HiddenReason::colour);
  require_hidden(place("q 1 0 0 1 72 600 cm /Faint gs /Fm Do Q", words, "/Group<</S/Transparency>>"),
                 HiddenReason::transparent);
  require_seen(place("q 1 0 0 1 72 600 cm /Fm Do Q", words));
  // Seen in one place, the same words in another hide nothing.
  const auto twice = place("q 1 0 0 1 72 600 cm /Fm Do Q 1 g q 1 0 0 1 72 500 cm /Fm Do Q", words);
  CHECK(twice.hidden.empty());
  // Forms that show themselves end.
  CHECK(words_of(read(shown + "/Fm Do", "/XObject<</Fm 6 0 R>>", "",
                      {stream("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Fm 6 0 R>>>>", "/Fm Do /Fm Do")})
                     .pages[0]) == "Seen here ");
}

TEST_CASE("recognised text over its scan is the document") {
  const std::string ocr = "BT 3 Tr /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET ";
  const auto scan = read("q 612 0 0 792 0 0 cm /Im Do Q " + ocr, "/XObject<</Im 6 0 R>>", "", {image});
  CHECK(words_of(scan.pages[0]) == "Kubernetes Go ");
  CHECK(scan.hidden.empty());
  // A picture of a corner is no scan, and beside plenty of seen text invisible text is no recognition.
  require_hidden(read(shown + "q 60 0 0 60 0 0 cm /Im Do Q " + ocr, "/XObject<</Im 6 0 R>>", "", {image}),
                 HiddenReason::invisible);
  require_hidden(read(shown + "q 612 0 0 792 0 0 cm /Im Do Q " + ocr, "/XObject<</Im 6 0 R>>", "", {image}),
                 HiddenReason::invisible);
}

TEST_CASE("pages that are turned, cropped or far from the origin") {
  const std::string hidden = "1 g BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET";
  for (const auto entries : {"/Rotate 90", "/Rotate 180", "/Rotate 270", "/CropBox[50 500 300 750]"}) {
    CAPTURE(entries);
    const auto plain = read(shown, "", entries);
    const auto document = read(shown + hidden, "", entries);
    require_hidden(document, HiddenReason::colour);
    REQUIRE(document.pages[0].words.size() == plain.pages[0].words.size());
    for (std::size_t i = 0; i < plain.pages[0].words.size(); ++i) {
      const auto& was = plain.pages[0].words[i];
      const auto& is = document.pages[0].words[i];
      CHECK(is.rotation == was.rotation);
      CHECK(is.box.x0 == Approx(was.box.x0).margin(0.01));
      CHECK(is.box.y0 == Approx(was.box.y0).margin(0.01));
      CHECK(is.box.x1 == Approx(was.box.x1).margin(0.01));
      CHECK(is.box.y1 == Approx(was.box.y1).margin(0.01));
    }
    CHECK(document.hidden[0].box.x0 >= 0);
    CHECK(document.hidden[0].box.x1 <= document.pages[0].width);
    CHECK(document.hidden[0].box.y1 <= document.pages[0].height);
  }
  require_hidden(read(shown + "BT /F1 10 Tf 72 300 Td (Kubernetes Go) Tj ET", "", "/CropBox[50 500 300 750]"),
                 HiddenReason::off_page);
}

TEST_CASE("a PDF with nothing but hidden text says so") {
  try {
    read("1 g BT /F1 10 Tf 72 600 Td (Kubernetes Go) Tj ET");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == Errc::no_text_layer);
    CHECK_THAT(error.what(), Catch::Contains("hidden"));
  }
}

TEST_CASE("content that is damaged or meant to cost time gives the words it has") {
  for (const auto content :
       {"Q Q Q EMC ET Tj TJ ' \" Do gs cs scn f W n re m l h (", "[[[[ << /A (x] Tj ]", "BT (x) Tj 1e999 0 0 0 0 0 Tm",
        "BI ID", "/ / // <4", "0 0 0 0 0 0 cm BT /F1 10 Tf 1 g (gone) Tj ET"})
    CHECK(words_of(read(shown + content).pages[0]).find("Seen here") != std::string::npos);
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "1 0 0 rg 0 0 9 9 re f q ";
  CHECK(words_of(read(shown + many + "1 g " + shown).pages[0]).starts_with("Seen here"));
}
