#include <resumax/core/error.hpp>
#include <resumax/core/fields.hpp>
#include <resumax/core/resume_json.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>

using namespace resumax;
using nlohmann::json;

namespace {

// Every list and every key of the form once.
const char* const whole = R"({
  "basics": {
    "name": "Ada Byström", "label": "Engineer", "email": "ada@example.com", "phone": "+46 8 555 0100",
    "url": "https://ada.example.com", "summary": "Builds engines.",
    "location": {"text": "Lund, Sweden", "city": "Lund", "countryCode": "SE"},
    "profiles": [{"network": "GitHub", "username": "adab", "url": "https://github.com/adab"}]
  },
  "work": [{"name": "Engine Works", "position": "Engineer", "location": "Lund", "url": "https://ew.example.com",
            "startDate": "2020-03", "endDate": "2022", "summary": "Small team.", "highlights": ["Built a", "Ran b"]},
           {"name": "Second", "position": "Lead", "startDate": "2022-05"}],
  "volunteer": [{"organization": "Code Club", "position": "Tutor", "highlights": ["Taught"]}],
  "education": [{"institution": "Lund University", "studyType": "MSc", "area": "Physics", "score": "4.5",
                 "startDate": "2012", "endDate": "2017-06", "courses": ["Optics"], "highlights": ["Thesis prize"]}],
  "awards": [{"title": "Prize", "awarder": "Academy", "date": "2019", "summary": "For work"}],
  "certificates": [{"name": "CKA", "issuer": "CNCF", "date": "2021-02", "url": "https://c.example.com"}],
  "publications": [{"name": "On engines", "publisher": "Journal", "releaseDate": "2018-01-05"}],
  "skills": [{"name": "Languages", "level": "expert", "keywords": ["C++", "Go"]}],
  "languages": [{"language": "Swedish", "fluency": "native"}],
  "interests": [{"name": "Sailing", "keywords": ["Dinghies"]}],
  "references": [{"name": "Bo Ek", "reference": "Good."}],
  "projects": [{"name": "Tiny", "role": "Author", "description": "A thing", "url": "https://t.example.com",
                "startDate": "2021-01", "highlights": ["Shipped"], "keywords": ["Rust"]}],
  "sections": [{"kind": "contact"}, {"kind": "work", "heading": "Work", "lines": ["Unclaimed"]},
               {"kind": "other", "heading": "Patents", "lines": ["SE 123", "SE 456"]}],
  "meta": {"language": "en"}
})";

}  // namespace

TEST_CASE("the JSON form comes back as it went in") {
  const json in = json::parse(whole);
  const Resume resume = resume_from_json(in);
  CHECK(to_json(resume) == in);
  CHECK(resume.work[1].dates.end.present);
  CHECK_FALSE(resume.work[0].dates.end.present);
  CHECK(resume.sections[2].kind == SectionKind::other);
}

TEST_CASE("a pointer of an older schema leads to the same text") {
  const Resume resume = resume_from_json(json::parse(whole));
  CHECK(current_pointer(resume, "/work/0/company") == "/work/0/name");
  CHECK(current_pointer(resume, "/work/0/name") == "/work/0/name");
  CHECK(current_pointer(resume, "/work/99/company") == "/work/99/company");
  CHECK(current_pointer(resume, "/work/0/companyname") == "/work/0/companyname");
  CHECK(current_pointer(resume, "/basics/website") == "/basics/url");
  CHECK(current_pointer(resume, "") == "");
}

TEST_CASE("with its notes the JSON form holds everything a Resume does") {
  Resume resume = resume_from_json(json::parse(whole));
  std::uint32_t at = 0;
  for (Field& field : fields(resume)) {
    field.text->confidence = 0.5;
    field.text->span = {at, at + 3, 2, {1, 2, 3, 4}};
    at += 5;
  }
  resume.work[0].dates.start.source.value = "mars 2020";
  resume.work[0].dates.end.source.value = "2022";
  resume.projects[0].dates.end = {};  // only a start is known: not "present"

  Resume again = resume_from_json(json::parse(to_json(resume).dump()));
  apply_field_notes(again, json::parse(field_notes(resume).dump()));
  CHECK_FALSE(again.projects[0].dates.end.present);
  const auto before = fields(std::as_const(resume)), after = fields(std::as_const(again));
  REQUIRE(before.size() == after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    INFO(before[i].path);
    CHECK(before[i].path == after[i].path);
    CHECK(*before[i].text == *after[i].text);
  }
}

TEST_CASE("older and looser forms are read") {
  const Resume resume = resume_from_json(json::parse(R"({
    "basics": {"name": "X", "website": "https://x.example.com", "location": "Oslo", "summary": null},
    "work": [{"company": "Old Key", "startDate": "2019-01-15T00:00:00Z", "endDate": "present"}],
    "skills": ["C++", {"name": "Tools", "keywords": "Git"}], "languages": ["Norwegian"], "unknown": [1, 2]
  })"));
  CHECK(resume.work[0].company.value == "Old Key");
  CHECK(resume.work[0].dates.start.date == Date{2019, 1, 15});
  CHECK(resume.work[0].dates.end.present);
  CHECK(resume.basics.url.value == "https://x.example.com");
  CHECK(resume.basics.location.text.value == "Oslo");
  CHECK(resume.skills[0].name.value == "C++");
  CHECK(resume.skills[1].keywords.at(0).value == "Git");
  CHECK(resume.languages[0].language.value == "Norwegian");
}

TEST_CASE("wrong types are named by their pointer") {
  for (auto [text, pointer] : {std::pair{R"({"work": {}})", "/work"},
                               {R"({"work": [{"highlights": [[]]}]})", "/work/0/highlights/0"},
                               {R"({"basics": {"name": {}}})", "/basics/name"},
                               {R"({"work": [{"startDate": "2019-13"}]})", "/work/0/startDate"},
                               {R"([])", "top level"}}) {
    INFO(text);
    try {
      resume_from_json(json::parse(text));
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.code() == Errc::invalid_input);
      CHECK(std::string(error.what()).find(pointer) != std::string::npos);
    }
  }
}

TEST_CASE("every field is found again by its pointer, and by no other") {
  Resume resume = resume_from_json(json::parse(whole));
  std::set<std::string> paths;
  for (const Field& field : fields(resume)) {
    INFO(field.path);
    CHECK(find_field(resume, field.path) == field.text);
    CHECK(paths.insert(field.path).second);
  }
  for (const char* nothing : {"", "/", "/work", "/work/9/name", "/work/0/highlights/7", "/work/0/highlights/-",
                              "/work/x/name", "/work/0/name/0", "/workshop/0/name", "/work/0", "work/0/name"})
    CHECK(find_field(resume, nothing) == nullptr);
  CHECK(find_field(resume, "/work/1/summary") == &resume.work[1].summary);
  CHECK(find_list(resume, "/skills/0/keywords") == &resume.skills[0].keywords);
  CHECK(find_list(resume, "/sections/2/lines") == &resume.sections[2].lines);
  CHECK(find_list(resume, "/skills/0/name") == nullptr);
}

TEST_CASE("a role is told by section and entry") {
  const Resume resume = resume_from_json(json::parse(whole));
  for (const ConstField& field : fields(resume)) {
    if (field.path == "/work/1/name") CHECK((field.section == SectionKind::work && field.entry == 1));
    if (field.path == "/basics/summary") CHECK((field.section == SectionKind::summary && field.entry == -1));
    if (field.path == "/basics/profiles/0/url") CHECK((field.section == SectionKind::contact && field.entry == -1));
    if (field.path == "/sections/1/lines/0") CHECK((field.section == SectionKind::work && field.entry == -1));
  }
}
