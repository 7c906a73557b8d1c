#include <resumax/core/error.hpp>
#include <resumax/core/fields.hpp>
#include <resumax/core/outline.hpp>
#include <resumax/core/ports.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace resumax;

namespace {

Text words(std::string value) { return {std::move(value), 1.0, {}}; }

Resume sample() {
  Resume resume;
  resume.language = "en";
  resume.basics.name = words("Ada Byström");
  resume.basics.email = words("ada@example.com");
  resume.basics.url = words("https://ada.example.com/");
  resume.basics.summary = words("Builds engines.");
  Work role;
  role.company = words("Engine Works");
  role.position = words("Engineer");
  role.location = words("Lund");
  role.dates.start.date = {2020, 3, 0};
  role.dates.end.present = true;
  role.highlights = {words("Built a press"), words("Ran a crew")};
  resume.work.push_back(role);
  resume.skills.push_back({words("Languages"), {}, {words("C++"), words("Go")}});
  resume.sections = {{SectionKind::skills, words("Know-how"), {}},
                     {SectionKind::work, words("Career"), {words("Stray line")}},
                     {SectionKind::other, words("Patents"), {words("SE 123")}}};
  return resume;
}

std::string plain(const std::vector<OutlineSection>& sections) {
  std::string out;
  for (const auto& section : sections) {
    if (!section.heading.empty()) out += "# " + section.heading + "\n";
    for (const auto& line : section.lines) out += line.text + (line.aside.empty() ? "" : " | " + line.aside) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("the outline keeps the source's sections, headings and order") {
  CHECK(plain(outline(sample())) ==
        "Ada Byström\nada@example.com\nada.example.com\n"
        "# Summary\nBuilds engines.\n"
        "# Know-how\nLanguages: C++, Go\n"
        "# Career\nEngineer | Mar 2020 – Present\nEngine Works | Lund\nBuilt a press\nRan a crew\nStray line\n"
        "# Patents\nSE 123\n");
}

TEST_CASE("nothing of a resume is missing from its outline") {
  Resume resume = sample();
  Education school;
  school.institution = words("Lund University");
  school.study_type = words("MSc");
  school.area = words("Physics");
  school.score = words("4.5");
  school.location = words("Lund");
  school.dates.end.date = {2017, 0, 0};
  school.courses = {words("Optics")};
  resume.education.push_back(school);
  resume.projects.push_back(
      {words("Tiny"), words("A thing"), {}, words("Author"), {}, {words("Shipped")}, {words("Rust")}});
  resume.certificates.push_back({words("CKA"), words("CNCF"), words("https://c.example.com"), words("Hard"), {}});
  resume.languages.push_back({words("Swedish"), words("native")});
  resume.interests.push_back({words("Sailing"), {}, {}});
  resume.references.push_back({words("Bo Ek"), words("Good")});
  resume.volunteer.push_back({words("Code Club"), words("Tutor"), {}, {}, {}, {}, {}});
  resume.basics.profiles.push_back({"GitHub", "adab", words("github.com/adab")});
  const std::string text = plain(outline(resume));
  for (const ConstField& field : fields(std::as_const(resume))) {
    std::string value = field.text->value;
    if (value.starts_with("https://")) value = value.substr(8);
    if (value.ends_with("/")) value.pop_back();
    INFO(field.path << " in\n" << text);
    CHECK(text.find(value) != std::string::npos);
  }
}

TEST_CASE("an entry without a title opens with its organisation") {
  Resume resume = sample();
  resume.work[0].position = {};
  const auto sections = outline(resume);
  const auto& career = sections.at(3);
  CHECK(career.lines.at(0).kind == OutlineKind::entry);
  CHECK(career.lines.at(0).text == "Engine Works · Lund");
  CHECK(career.lines.at(0).aside == "Mar 2020 – Present");
}

TEST_CASE("dates print in the resume's language") {
  DateRange range;
  range.start.date = {2021, 3, 9};
  range.end.present = true;
  CHECK(format_range(range, "en") == "Mar 2021 – Present");
  CHECK(format_range(range, "fr-CA") == "mars 2021 – aujourd'hui");
  CHECK(format_range(range, "ar") == "مارس 2021 – حتى الآن");
  CHECK(format_range(range, "tlh") == "Mar 2021 – Present");
  range = {};
  range.end.date = {2019, 0, 0};
  CHECK(format_range(range, "en") == "2019");
  CHECK(section_title(SectionKind::work, "de") == "Berufserfahrung");
}

TEST_CASE("ISO dates: precision is kept, rubbish is refused") {
  for (const char* text : {"", "2021", "2021-03", "2021-03-09"}) CHECK(Date::from_iso(text).iso() == text);
  for (const char* text : {"21", "2021-", "2021-3", "2021-13", "2021-00", "2021-03-32", "2021-03-00", "2021/03", "abcd",
                           "2021-03-091", "+202"})
    CHECK_THROWS_AS(Date::from_iso(text), Error);
}

TEST_CASE("an unknown word names the nearest and the known ones") {
  try {
    parse_name<SectionKind>("eduction");
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(std::string(error.what()) == "unknown section 'eduction'");
    CHECK(error.hint().starts_with("did you mean 'education'? known: contact, "));
  }
  const std::string_view verbs[] = {"optimize", "export", "diff"};
  CHECK(nearest_name("optimise", verbs, 3) == "optimize");
  CHECK(nearest_name("dfif", verbs, 3) == "diff");
  CHECK(nearest_name("banana", verbs, 3).empty());
}

TEST_CASE("ids are UUIDs of version 4 and do not repeat") {
  RandomIds ids;
  const std::string a = ids.next(), b = ids.next();
  CHECK(a != b);
  CHECK(a.size() == 36);
  CHECK(a[14] == '4');
  CHECK((std::string("89ab").find(a[19]) != std::string::npos && a[8] == '-' && a[23] == '-'));
}
