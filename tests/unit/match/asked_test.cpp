#include <resumax/match/asked.hpp>
#include <resumax/match/requirements.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace resumax;
using namespace resumax::match;

namespace {

using Strings = std::vector<std::string>;

Strings asked(std::string_view line, const Categories& known = {}) {
  Strings out;
  for (const auto& hit : asked_skills(line, Taxonomy::builtin(), known))
    out.emplace_back(line.substr(hit.begin, hit.end - hit.begin));
  return out;
}

Text text(std::string value) { return {std::move(value), 1.0, {}}; }

}  // namespace

TEST_CASE("a line of prose asks for what it says is wanted, not for what it names in passing") {
  struct Case {
    std::string_view line;
    Strings skills;
  };
  const Case cases[] = {
      // Fields of work in passing, and the same ones wanted.
      {"Our ovens keep the user experience warm for everybody.", {}},
      {"Three years of experience in user experience for shops", {"user experience"}},
      {"You find the root cause analysis dull? We all do.", {}},
      {"Solid root cause analysis", {"root cause analysis"}},
      // Things with a name count anywhere, and so do lists.
      {"You move our bakery till to kubernetes.", {"kubernetes"}},
      {"code reviews, pair programming", {"code reviews", "pair programming"}},
      // A title and what it adds in brackets or behind a dash.
      {"Full-Stack Engineer (Java, React)", {}},
      {"Web Developer - JavaScript", {}},
      {"Harbour Software Engineer (m/f/d) – Kubernetes", {}},
      {"Experience as an engineer (Java, React)", {"Java", "React"}},
      {"Python developers of all ages", {}},
      {"Java / Kotlin engineers", {}},
      // What is given.
      {"Learning & Development resources for every baker", {}},
      {"A modern UX role by the sea", {}},
      {"At least two years in a UX role", {"UX"}},
  };
  for (const auto& c : cases) {
    INFO(c.line);
    CHECK(asked(c.line) == c.skills);
  }
  // A posting that is about the field means it wherever it says so.
  CHECK(asked("Our ovens keep the user experience warm for everybody.", {"design"}) == Strings{"user experience"});
}

TEST_CASE("duties count a field of work where the posting is about it") {
  const auto names = [](std::string title, std::string wanted) {
    JobDescription posting;
    posting.language = "en";
    posting.title = text(std::move(title));
    const auto add = [&](PostingLineKind kind, RequirementLevel level, std::string line) {
      posting.lines.push_back({text(std::move(line)), kind, level});
    };
    add(PostingLineKind::duty, RequirementLevel::mentioned, "Keep an eye on the user experience of the till");
    if (!wanted.empty()) add(PostingLineKind::requirement, RequirementLevel::required, std::move(wanted));
    Strings out;
    for (const auto& r : find_requirements(posting, Taxonomy::builtin()))
      out.emplace_back(Taxonomy::builtin().skills()[r.skill].name);
    return out;
  };
  CHECK(names("Till Mechanic", "PostgreSQL") == Strings{"PostgreSQL"});
  CHECK(names("Till Mechanic", "Wireframes").size() == 2);
  CHECK(names("Till Mechanic", "").size() == 1);  // nothing else to tell by
}

TEST_CASE("what was studied is no skill, what stands beside it is") {
  const std::pair<std::string_view, Strings> cases[] = {
      {"Bachelor degree in nutrition or computer science", {}},
      {"Master's degree in Finance; knowledge of accounting", {"accounting"}},
      {"BSc in Mathematics and 3 years of experience with Python", {"Python"}},
      {"Bachelor's degree and Python", {"Python"}},
      {"MBA, Excel, PowerPoint", {"Excel", "PowerPoint"}},
      {"Degree or experience in accounting", {"accounting"}},
      {"Abgeschlossenes Studium der Informatik, Erfahrung mit Docker", {"Docker"}},
      {"Diplôme en comptabilité et maîtrise de SAP", {"SAP"}},
      {"A degree is welcome. Nutrition is what you plan", {"Nutrition"}},
  };
  for (const auto& [line, skills] : cases) {
    INFO(line);
    Strings found;
    for (const auto& hit : asked_skills(line, Taxonomy::builtin()))
      found.emplace_back(line.substr(hit.begin, hit.end - hit.begin));
    CHECK(found == skills);
  }
}
