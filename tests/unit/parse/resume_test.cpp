#include "dropped.hpp"

#include <resumax/core/error.hpp>
#include <resumax/core/fields.hpp>
#include <resumax/core/resume_json.hpp>
#include <resumax/parse/contact.hpp>
#include <resumax/parse/parse.hpp>
#include <resumax/text/unicode.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <tests/support/files.hpp>

#include <chrono>
#include <string>

using namespace resumax;

namespace {

ParsedResume parse_markdown(std::string_view text) {
  return parse::parse_resume(document::from_text(text, document::Format::markdown));
}

ParsedResume parse_fixture(const std::string& name) {
  return parse_markdown(test::read_file(test::fixture("resumes/" + name)));
}

std::vector<std::string> values(const std::vector<Text>& texts) {
  std::vector<std::string> out;
  for (const Text& text : texts) out.push_back(text.value);
  return out;
}

}  // namespace

TEST_CASE("an English resume is read whole") {
  const Resume resume = parse_fixture("engineer_en.md").resume;
  CHECK(resume.language == "en");
  CHECK(resume.basics.name.value == "Nora Lindqvist");
  CHECK(resume.basics.label.value == "Backend Engineer");
  CHECK(resume.basics.email.value == "nora.lindqvist@example.org");
  CHECK(resume.basics.phone.value == "+46 70 555 01 23");
  CHECK(resume.basics.location.city == "Gothenburg");
  CHECK(resume.basics.url.value == "https://lindqvist.example");
  REQUIRE(resume.basics.profiles.size() == 1);
  CHECK(resume.basics.profiles[0].network == "GitHub");
  CHECK(resume.basics.profiles[0].username == "noralq");
  CHECK(resume.basics.summary.value.starts_with("Backend engineer who has kept"));

  REQUIRE(resume.work.size() == 2);
  CHECK(resume.work[0].company.value == "Fjordpay AB");
  CHECK(resume.work[0].position.value == "Senior Backend Engineer");
  CHECK(resume.work[0].location.value == "Gothenburg, Sweden");
  CHECK(resume.work[0].dates.start.date == Date{2021, 3, 0});
  CHECK(resume.work[0].dates.end.present);
  CHECK(resume.work[0].highlights.size() == 2);
  CHECK(resume.work[1].company.value == "Tallriken Systems Ltd");
  CHECK(resume.work[1].dates.end.date == Date{2021, 2, 0});

  REQUIRE(resume.projects.size() == 1);
  CHECK(resume.projects[0].name.value == "harbourmaster");
  CHECK(resume.projects[0].highlights.size() == 1);
  REQUIRE(resume.education.size() == 1);
  CHECK(resume.education[0].institution.value == "Chalmers Polytechnic Institute");
  CHECK(resume.education[0].study_type.value == "Master of Science");
  CHECK(resume.education[0].area.value == "Computer Engineering");

  REQUIRE(resume.skills.size() == 2);
  CHECK(resume.skills[0].name.value == "Languages");
  CHECK(values(resume.skills[0].keywords) == std::vector<std::string>{"C++", "Go", "SQL"});
  REQUIRE(resume.certificates.size() == 1);
  CHECK(resume.certificates[0].name.value == "Certified Tide Analyst");
  CHECK(resume.certificates[0].issuer.value == "Harbour Board");
  CHECK(resume.certificates[0].date.date == Date{2020, 5, 0});
  REQUIRE(resume.languages.size() == 2);
  CHECK(resume.languages[1].language.value == "English");
  CHECK(resume.languages[1].fluency.value == "Fluent");
}

TEST_CASE("a heading that no list knows keeps its section and its lines") {
  const Resume resume = parse_fixture("engineer_en.md").resume;
  const Section& last = resume.sections.back();
  CHECK(last.kind == SectionKind::other);
  CHECK(last.heading.value == "Beekeeping");
  CHECK(values(last.lines) == std::vector<std::string>{"Keeps four hives on the roof of the office."});
}

TEST_CASE("an Arabic resume is read whole") {
  const Resume resume = parse_fixture("accountant_ar.md").resume;
  CHECK(resume.language == "ar");
  CHECK(resume.basics.name.value == "سلمى خالد النجار");
  CHECK(resume.basics.label.value == "محاسبة أولى");
  CHECK(resume.basics.phone.value == "+962 7 5550 1234");
  CHECK(resume.basics.location.city == "عمّان");
  REQUIRE(resume.work.size() == 2);
  CHECK(resume.work[0].company.value == "شركة الجسر الأزرق للتجارة");
  CHECK(resume.work[0].position.value == "محاسبة أولى");
  CHECK(resume.work[0].dates.end.present);
  CHECK(resume.work[1].dates.start.date == Date{2016, 1, 0});
  CHECK(resume.work[1].dates.end.date == Date{2020, 2, 0});
  REQUIRE(resume.education.size() == 1);
  CHECK(resume.education[0].institution.value == "جامعة الوادي");
  CHECK(resume.education[0].area.value == "المحاسبة");
  REQUIRE(resume.skills.size() == 1);
  CHECK(values(resume.skills[0].keywords) == std::vector<std::string>{"Excel", "SAP", "Power BI"});
  REQUIRE(resume.languages.size() == 2);
  CHECK(resume.languages[0].language.value == "العربية");
}

TEST_CASE("nothing of the source is dropped, and spans index the text") {
  for (const std::string name : {"engineer_en.md", "accountant_ar.md"}) {
    CAPTURE(name);
    const ParsedResume parsed = parse_fixture(name);
    CHECK(test::dropped(parsed) == std::vector<std::string>{});
    for (const ConstField& field : fields(parsed.resume)) {
      const SourceSpan& span = field.text->span;
      CAPTURE(field.path, field.text->value);
      REQUIRE(span.end <= parsed.text.size());
      REQUIRE(span.begin < span.end);
      const std::string source = text::squeeze(parsed.text.substr(span.begin, span.end - span.begin));
      if (field.kind != FieldKind::start_date && field.kind != FieldKind::end_date) CHECK(source == field.text->value);
    }
  }
}

TEST_CASE("values carry no list markers and no trailing separators") {
  const Resume resume =
      parse_markdown(
          "# Ada Moreau\n\nada@example.org |\n\n## Experience\n\nEngineer | Quayside Ltd | 2019 - 2021\n\n"
          "• Ran the lock gates;\n\n## Skills\n\n• Welding, | Rigging •\n")
          .resume;
  for (const ConstField& field : fields(resume)) {
    CAPTURE(field.path, field.text->value);
    CHECK(field.text->value.find("•") == std::string::npos);
    CHECK_FALSE(field.text->value.ends_with('|'));
    CHECK_FALSE(field.text->value.ends_with(','));
  }
}

TEST_CASE("titles and employers keep apart whichever comes first") {
  const auto role = [](const std::string& head) {
    const Resume resume = parse_markdown("# Ada Moreau\n\nada@example.org\n\n## Experience\n\n" + head +
                                         "\n\n- Ran the lock gates every morning.\n")
                              .resume;
    REQUIRE(resume.work.size() == 1);
    return resume.work[0].position.value + " / " + resume.work[0].company.value;
  };
  CHECK(role("**Software Engineer**, Quayside Ltd\n2019 – 2021") == "Software Engineer / Quayside Ltd");
  CHECK(role("**Quayside Ltd**\nSoftware Engineer\n2019 – 2021") == "Software Engineer / Quayside Ltd");
  CHECK(role("Software Engineer at Quayside\t2019 – 2021") == "Software Engineer / Quayside");
  CHECK(role("Quayside, Software Engineer\t2019 – 2021") == "Software Engineer / Quayside");
  CHECK(role("2019 – 2021\n**Softwareentwickler**\nQuayside GmbH, Hamburg, Deutschland") ==
        "Softwareentwickler / Quayside GmbH");
}

TEST_CASE("two letters in a name make no address of it") {
  CHECK_FALSE(parse::is_known_place("Acme IT France"));
  CHECK(parse::is_known_place("Boston MA 02143 US"));
  CHECK(parse::is_known_place("Islamabad PK"));
}

TEST_CASE("a list item that names tools stays an item, a line of tools gives its terms") {
  const Resume resume =
      parse_markdown(
          "# Ada Brandt\n\n## Experience\n\n### Rigging Engineer, Nordkran AS\nMay 2014 - June 2022\n\n"
          "- Built the hoist of the new pier\n- Stack: C++, Qt\n")
          .resume;
  REQUIRE(resume.work.size() == 1);
  CHECK(values(resume.work[0].highlights) ==
        std::vector<std::string>{"Built the hoist of the new pier", "Stack: C++, Qt"});
}

TEST_CASE("what stands in brackets behind a title is part of it where the employer has a line of its own") {
  const Resume resume =
      parse_markdown(
          "# Ada Brandt\n\n## Experience\n\n### Nordkran Group\nRigging Engineer (Young Builders Foundation programme)\n"
          "May 2014 - June 2022\n\n- Built the hoist of the new pier\n")
          .resume;
  REQUIRE(resume.work.size() == 1);
  CHECK(resume.work[0].company.value == "Nordkran Group");
  CHECK(resume.work[0].position.value == "Rigging Engineer (Young Builders Foundation programme)");
}

TEST_CASE("a page hosted by a code forge is a site, not the profile there") {
  const Basics basics =
      parse_markdown("# Ada Brandt\n\nhttps://adabrandt.github.io/cv/ | https://github.com/adabrandt | brandt.pub/\n")
          .resume.basics;
  CHECK(basics.url.value == "https://adabrandt.github.io/cv");
  REQUIRE(basics.profiles.size() == 1);
  CHECK(basics.profiles[0].username == "adabrandt");
}

TEST_CASE("a form of labels and values is read by its labels") {
  document::Document document;
  document.format = document::Format::docx;
  int row = 0;
  const auto add = [&](const std::string& text, int column) {
    document::Paragraph paragraph;
    paragraph.text = text;
    paragraph.table = 0;
    paragraph.row = row;
    paragraph.column = column;
    document.paragraphs.push_back(paragraph);
  };
  const auto heading = [&](const std::string& text) {
    document::Paragraph paragraph;
    paragraph.text = text;
    paragraph.heading = 1;
    document.paragraphs.push_back(paragraph);
  };
  const auto pair = [&](const std::string& label, const std::string& value) {
    add(label, 0);
    add(value, 1);
    ++row;
  };
  heading("Personal information");
  pair("Name", "Ilse Vantongeren");
  pair("E-mail", "ilse@example.org");
  heading("Work experience");
  for (const std::string year : {"2018", "2012"}) {
    pair("Employer", "Mill " + year);
    pair("Position", "Miller");
    pair("Period", "March " + year + " – May 2019");
  }
  const Resume resume = parse::parse_resume(document).resume;
  CHECK(resume.basics.name.value == "Ilse Vantongeren");
  CHECK(resume.basics.email.value == "ilse@example.org");
  REQUIRE(resume.work.size() == 2);
  CHECK(resume.work[1].company.value == "Mill 2012");
  CHECK(resume.work[1].position.value == "Miller");
  CHECK(resume.work[1].dates.start.date == Date{2012, 3, 0});
}

TEST_CASE("addresses in a text") {
  const auto found = [](std::string_view text) {
    std::vector<std::string> out;
    for (const parse::Address& a : parse::find_addresses(text)) out.emplace_back(text.substr(a.begin, a.end - a.begin));
    return out;
  };
  using Found = std::vector<std::string>;
  CHECK(found("mail: me@site.org, https://x.org/a(b).") == Found{"me@site.org", "https://x.org/a(b"});
  CHECK(found("github.com/me | www.site.de") == Found{"github.com/me", "www.site.de"});
  CHECK(found("Node.js, ASP.NET and 3.5 years") == Found{});
}

TEST_CASE("a document without text is refused") {
  try {
    parse::parse_resume(document::Document{});
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == Errc::invalid_input);
  }
}

TEST_CASE("JSON Resume, new and old, with spans into its outline") {
  const ParsedResume parsed = parse::parse_json_resume(
      R"({"basics":{"name":"Ada Moreau","email":"ada@example.org"},"work":[{"company":"Quayside","position":"Engineer","highlights":["Ran the lock gates"]}]})");
  CHECK(parsed.resume.basics.name.value == "Ada Moreau");
  REQUIRE(parsed.resume.work.size() == 1);
  CHECK(parsed.resume.work[0].company.value == "Quayside");
  const Text& highlight = parsed.resume.work[0].highlights.at(0);
  CHECK(parsed.text.substr(highlight.span.begin, highlight.span.end - highlight.span.begin) == highlight.value);
  const auto code = [](std::string_view bytes) {
    try {
      parse::parse_json_resume(bytes);
    } catch (const Error& error) {
      return error.code();
    }
    return Errc::internal;
  };
  CHECK(code(R"({"basics":)") == Errc::parse_failed);
  CHECK(code(R"({"shopping":["milk"]})") == Errc::invalid_input);
  CHECK(code("[1,2]") == Errc::invalid_input);
}

TEST_CASE("a huge document takes time in proportion") {
  std::string text = "# Ada Moreau\n\nada@example.org\n\n## Experience\n\n";
  for (int i = 0; i < 5000; ++i)
    text += "Engineer at Mill " + std::to_string(10000 + i) +
            "\n2010 – 2012\n\n- Turned the stones and swept the floor of the mill, sack by sack, until evening\n\n";
  const auto begin = std::chrono::steady_clock::now();
  const ParsedResume parsed = parse_markdown(text);
  const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  CHECK(parsed.resume.work.size() == 5000);
  CHECK(seconds < 20);
}
