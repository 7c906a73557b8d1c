#include "build.hpp"

#include <resumax/core/error.hpp>
#include <resumax/extract/extract.hpp>
#include <tests/support/files.hpp>

#include <catch2/catch.hpp>

#include <zlib.h>

using namespace resumax;
using namespace resumax::extract;
using namespace std::string_literals;

namespace {

document::Document read(const std::string& bytes) { return extract::extract(bytes, "cv.docx"); }

Error failure(const std::string& bytes) {
  try {
    read(bytes);
  } catch (const Error& error) {
    return error;
  }
  return Error(Errc::internal, "nothing thrown");
}

std::string p(std::string_view inside) { return "<w:p>" + std::string(inside) + "</w:p>"; }
std::string r(std::string_view text, std::string_view properties = "") {
  return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr><w:t xml:space=\"preserve\">" + std::string(text) +
         "</w:t></w:r>";
}

/// Texts joined by "|", a blank line as "".
std::string texts(const document::Document& document) {
  std::string out;
  for (const auto& paragraph : document.paragraphs) out += paragraph.text + "|";
  return out;
}

const std::string styles = R"(<w:styles>
  <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/>
    <w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Role"><w:name w:val="Role"/><w:basedOn w:val="berschrift1"/>
    <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Plain"><w:name w:val="Plain"/><w:basedOn w:val="Role"/>
    <w:pPr><w:outlineLvl w:val="9"/></w:pPr><w:rPr><w:b w:val="0"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Bullet"><w:name w:val="List Bullet"/>
    <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
  <w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>
  <w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>)";

const std::string numbering = R"(<w:numbering>
  <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
    <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
</w:numbering>)";

std::string styled(std::string_view style, std::string_view text, std::string_view extra = "") {
  return p("<w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/>" + std::string(extra) + "</w:pPr>" + r(text));
}

std::string deflate_raw(const std::string& bytes) {
  std::string out(compressBound(bytes.size()) + 64, '\0');
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

/// A stored archive turned into one that claims its first entry is deflated.
std::string claim_deflated(std::string archive) {
  archive[8] = 8;
  archive[archive.find("PK\x01\x02") + 10] = 8;
  return archive;
}

}  // namespace

TEST_CASE("text of a paragraph: runs, tabs, breaks, symbols, fields, insertions") {
  const auto body =
      p(r("Norrsken ") + "<w:ins>" + r("Instruments") + "</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r>" +
        r("gone too") + "</w:del><w:moveFrom>" + r("moved") + "</w:moveFrom>" +
        "<w:r><w:tab/><w:t>2019</w:t><w:noBreakHyphen/><w:t>2023</w:t><w:br/><w:t>Uppsala</w:t></w:r>" +
        "<w:sdt><w:sdtContent>" + r(" SE") + "</w:sdtContent></w:sdt><w:smartTag>" + r("!") +
        "</w:smartTag><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/></w:r>") +
      "<w:sdt><w:sdtContent>" + p(r("in a control")) + "</w:sdtContent></w:sdt>";
  CHECK(texts(read(test::docx(body))) == "Norrsken Instruments\t2019‑2023\nUppsala SE!\uF0E0|in a control|");
}

TEST_CASE("blank paragraphs are single and never at an end") {
  CHECK(texts(read(test::docx(p("") + p(r("a")) + p("") + p(r(" ")) + p(r("b")) + p("")))) == "a||b|");
}

TEST_CASE("styles give headings, size and weight through what they are based on") {
  const auto document =
      read(test::docx(styled("berschrift1", "Experience") + styled("Role", "Engineer") + styled("Plain", "words") +
                          styled("A", "circular") + p(r("body")) +
                          p(r("Lead ", "<w:rStyle w:val=\"Strong\"/>") + r("engineer", "<w:i/><w:sz w:val=\"18\"/>")),
                      {{"word/styles.xml", styles}}));
  REQUIRE(document.paragraphs.size() == 6);
  const auto& heading = document.paragraphs[0];
  CHECK(heading.heading == 1);
  CHECK(heading.style == "heading 1");
  CHECK(heading.bold);
  CHECK(heading.size == 16);
  CHECK(heading.runs.empty());
  CHECK(document.paragraphs[1].heading == 3);
  CHECK(document.paragraphs[1].bold);
  CHECK(document.paragraphs[2].heading == 0);
  CHECK_FALSE(document.paragraphs[2].bold);
  CHECK(document.paragraphs[2].size == 16);
  CHECK(document.paragraphs[3].heading == 0);
  CHECK(document.paragraphs[4].size == 10.5F);
  CHECK(document.paragraphs[4].style == "Normal");
  const auto& mixed = document.paragraphs[5];
  REQUIRE(mixed.runs.size() == 2);
  CHECK(mixed.runs[0] == document::Paragraph::Run{0, 5, true, false});
  CHECK(mixed.runs[1] == document::Paragraph::Run{5, 13, false, true});
  CHECK(mixed.size == 9);
}

TEST_CASE("lists by numbering, by style, or typed by hand") {
  const auto list = [](int id, int level) {
    return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(id) +
           "\"/></w:numPr>";
  };
  const auto document = read(test::docx(
      styled("Bullet", "by style") + styled("Standard", "second level", list(1, 1)) +
          styled("Standard", "a list without marks", list(2, 0)) + styled("Bullet", "taken out", list(0, 0)) +
          styled("Standard", "unknown", list(9, 0)) + p(r("• ") + r("typed", "<w:b/>")) + p(r("2. not typed")),
      {{"word/styles.xml", styles}, {"word/numbering.xml", numbering}}));
  std::vector<int> levels;
  for (const auto& paragraph : document.paragraphs) levels.push_back(paragraph.list_level);
  CHECK(levels == std::vector<int>{0, 1, -1, -1, -1, 0, -1});
  CHECK(document.paragraphs[5].text == "typed");
  CHECK(document.paragraphs[5].bold);
  CHECK(document.paragraphs[5].runs.empty());
  CHECK(document.paragraphs[6].text == "2. not typed");
}

TEST_CASE("tables number their cells, spans counted, inner tables on their own") {
  const auto cell = [](std::string_view inside, std::string_view properties = "") {
    return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + std::string(inside) + "</w:tc>";
  };
  const auto inner = "<w:tbl><w:tr>" + cell(p(r("inner"))) + "</w:tr></w:tbl>";
  const auto body = "<w:tbl><w:tr>" + cell(p(r("wide")), "<w:gridSpan w:val=\"2\"/>") +
                    cell(p(r("c")) + p("") + p(r("d"))) + "</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" +
                    cell(inner + p(r("after"))) + "</w:tr></w:tbl>" + p(r("out"));
  const auto document = read(test::docx(body));
  std::string cells;
  for (const auto& q : document.paragraphs)
    cells +=
        q.text + ":" + std::to_string(q.table) + "," + std::to_string(q.row) + "," + std::to_string(q.column) + " ";
  CHECK(cells == "wide:0,0,0 c:0,0,2 d:0,0,2 inner:1,0,0 after:0,1,1 out:-1,-1,-1 ");
}

TEST_CASE("a text box is read once, after the paragraph it hangs on") {
  const auto box = [](std::string_view text) { return "<w:txbxContent>" + p(r(text)) + "</w:txbxContent>"; };
  const auto drawing = "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + box("boxed") +
                       "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>" + box("boxed") +
                       "</w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  CHECK(texts(read(test::docx(p(drawing + r("anchor")) + p(r("next"))))) == "anchor|boxed|next|");
  CHECK(texts(read(test::docx(p("<w:r><w:pict>" + box("old style") + "</w:pict></w:r>")))) == "old style|");
}

TEST_CASE("links from relationships and from fields") {
  const auto field = [](std::string_view kind) {
    return "<w:r><w:fldChar w:fldCharType=\"" + std::string(kind) + "\"/></w:r>";
  };
  const auto body =
      p(r("See ") + "<w:hyperlink r:id=\"rId9\">" + r("my page") + "</w:hyperlink>" + r(" or ") + field("begin") +
        "<w:r><w:instrText> HYPERLINK \"mailto:nora@example.org\" </w:instrText></w:r>" + field("separate") +
        r("mail") + field("end") + "<w:hyperlink w:anchor=\"top\">" + r(" top") + "</w:hyperlink>");
  const auto document =
      read(test::docx(p(r("first")) + body, {{"links",
                                              "<Relationship Id=\"rId9\" Type=\"http://x/relationships/hyperlink\" "
                                              "Target=\"https://example.org/n\" TargetMode=\"External\"/>"}}));
  CHECK(texts(document) == "first|See my page or mail top|");
  REQUIRE(document.links.size() == 2);
  CHECK(document.links[0].uri == "https://example.org/n");
  CHECK(document.links[0].text == "my page");
  CHECK(document.links[0].paragraph == 1);
  CHECK(document.links[1].uri == "mailto:nora@example.org");
  CHECK(document.links[1].text == "mail");
}

TEST_CASE("headers come first, footers last, those that sections show") {
  const auto body = p(r("body")) +
                    "<w:sectPr><w:headerReference r:id=\"header1.xml\"/><w:headerReference r:id=\"header1.xml\"/>"
                    "<w:footerReference r:id=\"footer1.xml\"/></w:sectPr>";
  const auto document = read(test::docx(body, {{"word/header1.xml", "<w:hdr >" + p(r("head")) + "</w:hdr>"},
                                               {"word/header2.xml", "<w:hdr >" + p(r("unused")) + "</w:hdr>"},
                                               {"word/footer1.xml", "<w:ftr >" + p(r("foot")) + "</w:ftr>"}}));
  CHECK(texts(document) == "head||body||foot|");
  CHECK(document.paragraphs.front().header_or_footer);
  CHECK_FALSE(document.paragraphs[2].header_or_footer);
  CHECK(document.paragraphs.back().header_or_footer);
}

TEST_CASE("hidden text is left out, and that is said") {
  const auto document =
      read(test::docx(p(r("shown") + r("hidden words", "<w:vanish/>") + r(" too", "<w:vanish w:val=\"0\"/>"))));
  CHECK(texts(document) == "shown too|");
  REQUIRE(document.hidden.size() == 1);
  CHECK(document.hidden[0].text == "hidden words");
  CHECK(document.hidden[0].reason == document::HiddenReason::marked);
  CHECK(document.hidden[0].paragraph == 0);
}

TEST_CASE("text in the colour of what is behind it, tiny or transparent is hidden") {
  const std::string white = "<w:color w:val=\"FFFFFF\"/>";
  const auto shade = [](std::string_view fill) {
    return "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + std::string(fill) + "\"/>";
  };
  const auto cell = [&](std::string_view shading, std::string_view table = "") {
    return "<w:tbl><w:tblPr>" + std::string(table) + "</w:tblPr><w:tr><w:tc><w:tcPr>" + std::string(shading) +
           "</w:tcPr>" + p(r("words", white)) + "</w:tc></w:tr></w:tbl>";
  };
  const std::string behind =
      "<w:p><w:r><w:drawing><wp:anchor behindDoc=\"1\"><wp:extent cx=\"2000000\" cy=\"9000000\"/></wp:anchor>"
      "</w:drawing></w:r></w:p>";
  const std::string table_style =
      "<w:styles><w:style w:type=\"table\" w:styleId=\"Dark\"><w:tblStylePr><w:tcPr>" + shade("102030") +
      "</w:tcPr></w:tblStylePr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Ghost\"><w:rPr>" + white +
      "</w:rPr></w:style></w:styles>";
  struct Case {
    std::string body;
    bool hidden;
    document::HiddenReason reason = document::HiddenReason::colour;
  };
  for (const auto& [body, hidden, reason] : std::initializer_list<Case>{
           {p(r("words", white)), true},
           {p(r("words", "<w:color w:val=\"FAFAFA\"/>")), true},
           {p(r("words", "<w:color w:val=\"D0D0D0\"/>")), false},
           {p(r("words", "<w:color w:val=\"auto\"/>")), false},
           {p(r("words", white + shade("1F3864"))), false},
           {p(r("words", "<w:color w:val=\"1F3864\"/>" + shade("1F3865"))), true},
           {p(r("words", white + "<w:highlight w:val=\"blue\"/>")), false},
           {p("<w:pPr>" + shade("1F3864") + "</w:pPr>" + r("words", white)), false},
           {p("<w:pPr>" + shade("auto") + "</w:pPr>" + r("words", white)), true},
           {p("<w:pPr><w:pStyle w:val=\"Ghost\"/></w:pPr>" + r("words")), true},
           {cell(""), true},
           {cell(shade("000000")), false},
           {cell("", shade("000000")), false},
           {cell("", "<w:tblStyle w:val=\"Dark\"/>"), false},
           {behind + p(r("words", white)), false},
           {p("<w:r><w:pict><v:textbox><w:txbxContent>" + p(r("words", white)) +
              "</w:txbxContent></v:textbox></w:pict></w:r>"),
            false},
           {p(r("words", "<w:sz w:val=\"2\"/>")), true, document::HiddenReason::tiny},
           {p(r("words", "<w:sz w:val=\"8\"/>")), false},
           {p(r("words", "<w14:textFill><w14:noFill/></w14:textFill>")), true, document::HiddenReason::transparent},
       }) {
    CAPTURE(body);
    const auto document =
        read(test::docx(p(r("first")) + body, {{"word/styles.xml", table_style},
                                               {"word/_rels/document.xml.rels",
                                                "<Relationships><Relationship Id=\"s\" Type=\"http://x/styles\" "
                                                "Target=\"styles.xml\"/></Relationships>"}}));
    CHECK(document.hidden.size() == (hidden ? 1 : 0));
    CHECK((texts(document).find("words") == std::string::npos) == hidden);
    if (!hidden || document.hidden.empty()) continue;
    CHECK(document.hidden[0].reason == reason);
    CHECK(document.hidden[0].text == "words");
    CHECK(document.hidden[0].paragraph == 1);
  }
}

TEST_CASE("other writers: other prefixes and slashes, a word processor's own file") {
  const std::string xml =
      "<n:document xmlns:n=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><n:body>"
      "<n:p><n:pPr><n:outlineLvl n:val=\"1\"/></n:pPr><n:r><n:t>Nora</n:t></n:r></n:p></n:body></n:document>";
  CHECK(read(test::zip({{"word/document.xml", xml}})).paragraphs.at(0).heading == 2);
  CHECK(read(test::zip({{"word\\document.xml", xml}})).paragraphs.size() == 1);
  const auto letter = extract::extract(test::read_file(test::fixture("documents/letter.docx")), "letter.docx");
  CHECK(letter.paragraphs.at(0).text == "Nora Lindqvist");
  CHECK(letter.paragraphs.at(0).heading == 1);
  CHECK(letter.links.size() == 2);
}

TEST_CASE("each way a DOCX can be of no use has its code") {
  CHECK(failure("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s).code() ==
        Errc::encrypted);
  test::ZipOptions locked;
  locked.encrypted = true;
  CHECK(failure(test::zip({{"word/document.xml", "x"}}, locked)).code() == Errc::encrypted);
  CHECK(failure(test::zip({{"word/other.xml", "<x/>"}})).code() == Errc::parse_failed);
  CHECK(failure(test::zip({{"word/document.xml", "<w:document><w:body>"}})).code() == Errc::parse_failed);
  const auto picture =
      test::zip({{"word/document.xml", "<w:document><w:body><w:p/></w:body></w:document>"}, {"word/media/a.png", "x"}});
  CHECK(failure(picture).code() == Errc::no_text_layer);
  CHECK(read(test::docx("")).paragraphs.empty());
}

TEST_CASE("bombs cost little") {
  const auto big = "<w:document><w:body><w:p><w:r><w:t>"s + std::string(40u << 20, ' ');
  const auto bomb = claim_deflated(test::zip({{"word/document.xml", deflate_raw(big)}}));
  const auto error = failure(bomb);
  CHECK(error.code() == Errc::parse_failed);
  CHECK_THAT(error.what(), Catch::Contains("larger"));
  test::ZipOptions crowd;
  crowd.repeat_last_entry = 20'000;
  CHECK(failure(test::zip({{"word/document.xml", "<x/>"}}, crowd)).code() == Errc::parse_failed);

  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<w:sdt>";
  deep += p(r("in there"));
  for (int i = 0; i < 100'000; ++i) deep += "</w:sdt>";
  CHECK(failure(test::docx(deep)).code() == Errc::parse_failed);
  std::string tables = p(r("in there"));
  for (int i = 0; i < 1000; ++i) tables = "<w:tbl><w:tr><w:tc>" + tables + "</w:tc></w:tr></w:tbl>";
  CHECK(failure(test::docx(tables)).code() == Errc::parse_failed);

  // Entities are never expanded.
  const auto laughs = "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document><w:body>" +
                      p(r("&b;")) + "</w:body></w:document>";
  CHECK(texts(read(test::zip({{"word/document.xml", laughs}}))) == "&b;|");
}

TEST_CASE("a DOCX cut or damaged anywhere gives a document or a code") {
  const auto whole = test::read_file(test::fixture("documents/letter.docx"));
  for (std::size_t at = 0; at < whole.size(); at += 7) {
    auto bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0xFF);
    for (const auto& damaged : {bytes, whole.substr(0, at)}) {
      try {
        extract::extract(damaged, "cv.docx");
      } catch (const Error& error) {
        CHECK(error.code() != Errc::internal);
      }
    }
  }
}
