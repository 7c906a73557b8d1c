#include <resumax/core/error.hpp>
#include <resumax/match/education.hpp>
#include <resumax/match/spoken_languages.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/match/titles.hpp>

#include <tests/support/files.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

using namespace resumax;
using namespace resumax::match;

namespace {

using Strings = std::vector<std::string>;

Strings names(const std::vector<SkillHit>& hits) {
  Strings out;
  for (const auto& hit : hits) out.emplace_back(Taxonomy::builtin().skills()[hit.skill].name);
  return out;
}
Strings found(std::string_view text) { return names(Taxonomy::builtin().find(text)); }
Strings listed(std::string_view text) { return names(Taxonomy::builtin().find_in_list(text)); }

std::string error_of(std::string_view tsv) {
  try {
    Taxonomy taxonomy(tsv);
  } catch (const Error& error) {
    CHECK(error.code() == Errc::invalid_input);
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("the built-in skills are many, over many professions, and consistent") {
  const auto& skills = Taxonomy::builtin().skills();
  CHECK(skills.size() >= 3000);
  std::set<std::string_view> categories;
  for (const auto& skill : skills) {
    categories.insert(skill.category);
    for (const auto parent : skill.parents) REQUIRE(parent < skills.size());
    for (const auto other : skill.related) {
      const auto& back = skills[other].related;
      INFO(skill.name << " and " << skills[other].name);
      REQUIRE(std::find(back.begin(), back.end(), &skill - skills.data()) != back.end());
    }
  }
  CHECK(categories.size() >= 15);
}

TEST_CASE("every name and alias of the built-in skills leads back to its skill") {
  const auto& taxonomy = Taxonomy::builtin();
  for (const auto& skill : taxonomy.skills()) {
    Strings surfaces(skill.aliases.begin(), skill.aliases.end());
    surfaces.emplace_back(skill.name);
    for (const auto& surface : surfaces) {
      INFO(skill.name << ": " << surface);
      REQUIRE(taxonomy.find_name(surface) == &skill);
      // As an item of a list it is found whole, whatever marks it carries.
      const auto hits = taxonomy.find_in_list(surface);
      REQUIRE(hits.size() == 1);
      REQUIRE(&taxonomy.skills()[hits[0].skill] == &skill);
    }
    const auto hits = taxonomy.find_in_list(skill.name);
    REQUIRE(hits[0].canonical);
  }
}

TEST_CASE("the skills data has no problem, and no everyday word goes unmarked") {
  std::string all;
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(RESUMAX_SOURCE_DIR "/lib/resumax/match/skills")) {
    if (entry.path().extension() != ".tsv") continue;
    all += test::read_file(entry.path());
    ++files;
  }
  for (const auto& problem : check_taxonomy(all)) FAIL_CHECK(problem.line << ": " << problem.message);
  CHECK(files > 1);
  CHECK(Taxonomy(all).skills().size() == Taxonomy::builtin().skills().size());
}

TEST_CASE("the check names every problem, and words that need a mark") {
  const auto problems = check_taxonomy(
      "Alpha\tx\tbeta ray\nGamma\tx\tBeta Ray\tDelta\nSpring\tx\tgo|=Swift\nUp\tx\t\tDown\nDown\tx\t\tUp\n");
  Strings said;
  for (const auto& problem : problems) said.push_back(std::to_string(problem.line) + " " + problem.message);
  CHECK(said == Strings{"2 'Beta Ray' is 'Alpha' already", "2 unknown parent 'Delta'", "4 'Up' is its own ancestor",
                        "3 'Spring' is also an everyday word: mark it", "3 'go' is also an everyday word: mark it",
                        "4 'Up' is also an everyday word: mark it"});
}

TEST_CASE("a long chain of parents is no danger") {
  std::string tsv = "S0\tx\n";
  for (int i = 1; i < 60000; ++i) tsv += "S" + std::to_string(i) + "\tx\t\tS" + std::to_string(i - 1) + "\n";
  CHECK(check_taxonomy(tsv).empty());
}

TEST_CASE("bad skill data is refused with its line") {
  CHECK(error_of("Alpha\tx\ta1\nBeta\tx\tA1\n") == "skills, line 2: 'A1' is 'Alpha' already");
  CHECK(error_of("Alpha\tx\t\tGamma\n") == "skills, line 1: unknown parent 'Gamma'");
  CHECK(error_of("Alpha\tx\t\t\tGamma\n") == "skills, line 1: unknown related skill 'Gamma'");
  CHECK(error_of("# head\nAlpha\tx\t\tBeta\nBeta\tx\t\tAlpha\n") == "skills, line 2: 'Alpha' is its own ancestor");
  CHECK(error_of("Alpha\tx\t\tAlpha\n") == "skills, line 1: 'Alpha' is its own ancestor");
  CHECK(error_of("Alpha\n").starts_with("skills, line 1: expected"));
  CHECK(error_of("Alpha\tx\t!!\n").starts_with("skills, line 1: '!!' holds no word"));
  CHECK(error_of("\n# nothing\nAlpha\tx\talpha one|first\n").empty());
}

TEST_CASE("ancestors go all the way up, each once") {
  const Taxonomy taxonomy("Top\tx\nLeft\tx\t\tTop\nRight\tx\t\tTop\nBottom\tx\t\tLeft|Right\n");
  CHECK(taxonomy.ancestors(3) == std::vector<std::uint16_t>{0, 1, 2});
  CHECK(taxonomy.ancestors(0).empty());
}

TEST_CASE("skills in sentences") {
  struct Case {
    std::string text;
    Strings expected;
  };
  const std::vector<Case> cases = {
      {"Strong C++ and modern tooling", {"C++"}},
      {"Drivers written in C and C++", {"C", "C++"}},
      {"Vitamin C and hepatitis C", {}},
      {"Reports to C-level executives", {}},
      {"C'est la vie", {}},
      {"Five years of C# in games", {"C#"}},
      {"Services written in Go", {"Go"}},
      {"Ready to go to the office", {}},
      {"Go the extra mile.", {}},
      {"Plan our go-to-market", {"Product launch"}},
      {"Senior Go Developer", {"Go"}},
      {"SENIOR GO DEVELOPER", {"Go"}},
      {"Statistics with R, Python and SQL", {"Statistical analysis", "R", "Python", "SQL"}},
      {"Worked in R&D", {}},
      {"Languages: Go, R, Swift", {"Go", "R", "Swift"}},
      {"The Spring 2024 semester", {}},
      {"Build services with Spring and Kafka", {"Spring", "Apache Kafka"}},
      {"Spring Boot 3", {"Spring Boot"}},
      {"You excel at finding bugs", {}},
      {"Excel at what you do", {}},
      {"Advanced Excel macros", {"Microsoft Excel"}},
      {"React quickly to incidents", {}},
      {"react, node.js and html5", {"React", "Node.js", "HTML"}},
      {"A swift answer, an express delivery", {}},
      {"Access to the building; word of mouth", {}},
      {"k8s and Docker", {"Kubernetes", "Docker"}},
      {"Designed REST APIs", {"REST API"}},
      {"Designed a REST API", {"REST API"}},
      {"the rest of the team", {}},
      {"CI/CD, ci-cd", {"CI/CD", "CI/CD"}},
      {"APIs in .NET and Node.js", {"API development", ".NET", "Node.js"}},
      {"NodeJS, Node JS", {"Node.js", "Node.js"}},
      {"Python3 scripts", {"Python"}},
      {"front-end, frontend or front end", {"Front-end development", "Front-end development", "Front-end development"}},
      {"Learning & Development", {"Training and development"}},
      {"machine, learning", {}},
      {"reporting to the plant manager", {}},
      {"experience in reporting", {"Reporting"}},
      {"Advanced cardiac life support (ACLS)", {"Advanced cardiac life support", "Advanced cardiac life support"}},
      {"Grund- und Behandlungspflege", {"Basic nursing care"}},
      {"Gute Excel-Kenntnisse", {"Microsoft Excel"}},
      {"gestion de la paie", {"Payroll"}},
      {"خبرة في بايثون وقواعد البيانات", {"Python", "Databases"}},
      {"العناية المركزة والإنعاش القلبي الرئوي", {"Intensive care", "CPR"}},
      {"", {}},
  };
  for (const auto& c : cases) {
    INFO(c.text);
    CHECK(found(c.text) == c.expected);
  }
}

TEST_CASE("in a list every item is meant as a skill") {
  CHECK(listed("go") == Strings{"Go"});
  CHECK(listed("Python, r, c, go 1.21") == Strings{"Python", "R", "C", "Go"});
  CHECK(listed("excel | word") == Strings{"Microsoft Excel", "Microsoft Word"});
  CHECK(listed("reporting") == Strings{"Reporting"});
  CHECK(listed("Go to market") == Strings{"Product launch"});
  CHECK(listed("ready to go").empty());
}

TEST_CASE("hits lie in the text, in order, without overlap") {
  const std::string text = "• Kafka, Spark (PySpark) & Kubernetes/k8s — العمل على Docker و Python; C++17, R.";
  std::uint32_t last = 0;
  const auto hits = Taxonomy::builtin().find(text);
  CHECK(hits.size() >= 7);
  for (const auto& hit : hits) {
    REQUIRE(hit.begin >= last);
    REQUIRE(hit.end > hit.begin);
    REQUIRE(hit.end <= text.size());
    last = hit.end;
  }
}

TEST_CASE("degrees in several languages") {
  using enum DegreeLevel;
  CHECK(highest_degree("B.Sc. Computer Science") == bachelor);
  CHECK(highest_degree("Master of Science, MSc") == master);
  CHECK(highest_degree("Ph.D. in Physics") == doctorate);
  CHECK(highest_degree("MBA") == master);
  CHECK(lowest_degree("BS or MS in Engineering") == bachelor);
  CHECK(highest_degree("Bac+5") == master);
  CHECK(highest_degree("Abgeschlossene Berufsausbildung") == vocational);
  CHECK(highest_degree("Diplom-Ingenieur") == master);
  CHECK(highest_degree("Licenciatura en Derecho") == bachelor);
  CHECK(highest_degree("Mestrado em Física") == master);
  CHECK(highest_degree("بكالوريوس محاسبة") == bachelor);
  CHECK(highest_degree("درجة الماجستير") == master);
  CHECK(highest_degree("Worked as a ma and be kind") == none);
}

TEST_CASE("spoken languages and their levels") {
  const auto spoken = spoken_languages("Deutsch (Muttersprache), English C1, français");
  REQUIRE(spoken.size() == 3);
  CHECK((spoken[0].code == "de" && spoken[0].level == 5));
  CHECK((spoken[1].code == "en" && spoken[1].level == 4));
  CHECK((spoken[2].code == "fr" && spoken[2].level == 0));
  const auto before = spoken_languages("Fluent English");
  REQUIRE(before.size() == 1);
  CHECK(before[0].level == 4);
  CHECK(spoken_languages("العربية: اللغة الأم").at(0).level == 5);
}

TEST_CASE("titles are compared by what somebody is and of what") {
  const auto match = [](std::string_view wanted, std::string_view have, std::string_view language = "en") {
    return title_match(read_title(wanted, language), read_title(have, language));
  };
  CHECK(match("Senior Backend Engineer (m/w/d)", "Backend Developer") == 1000);
  CHECK(match("Softwareentwickler", "Software Engineer") == 1000);
  CHECK(match("مهندس برمجيات", "مطور برمجيات", "ar") == 1000);
  CHECK(match("Data Engineer", "Data Analyst") > match("Data Engineer", "Mechanical Engineer"));
  CHECK(match("Data Engineer", "Registered Nurse") == 0);
  CHECK(seniority_level("Senior Data Engineer") > seniority_level("Junior Data Engineer"));
  CHECK(seniority_level("Head of Data") > seniority_level("Lead Data Engineer"));
  CHECK(seniority_level("Data Engineer") == 0);
}
