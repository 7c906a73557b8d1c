#include <resumax/match/taxonomy.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace resumax;

namespace {

std::string found(std::string_view line) {
  const auto& taxonomy = match::Taxonomy::builtin();
  std::string out;
  for (const auto& hit : taxonomy.find(line))
    out += (out.empty() ? "" : "|") + std::string(taxonomy.skills()[hit.skill].name);
  return out;
}

bool names(std::string_view line, std::string_view skill) {
  return ("|" + found(line) + "|").find("|" + std::string(skill) + "|") != std::string::npos;
}

}  // namespace

TEST_CASE("words that are also names of tools count where the line speaks of tools") {
  const struct {
    const char *line, *skill;
    bool meant;
  } cases[] = {
      {"Services in Go and PostgreSQL", "Go", true},
      {"Experience with Go or Rust", "Go", true},
      {"Led the go to market of three products", "Go", false},
      {"Go to market strategy and launches", "Go", false},
      {"Always ready to go the extra mile", "Go", false},
      {"Statistics in R and Python", "R", true},
      {"Head of R&D with 12 researchers", "R", false},
      {"Mr. R. Halvard signed the plan", "R", false},
      {"Firmware in C and C++", "C", true},
      {"Gave vitamin C supplements to patients", "C", false},
      {"Reported to the C-suite", "C", false},
      {"iOS apps in Swift and SwiftUI", "Swift", true},
      {"Swift handling of complaints", "Swift", false},
      {"Java with Spring and Hibernate", "Spring", true},
      {"Planned the spring sale", "Spring", false},
      {"Spring 2019 intake of students", "Spring", false},
      {"Reports in Excel and Word", "Microsoft Excel", true},
      {"People who excel at sales", "Microsoft Excel", false},
      {"Automated servers with Chef and Ansible", "Chef", true},
      {"Chef de partie in a hotel kitchen", "Chef", false},
      {"Worked as head chef for six years", "Chef", false},
  };
  for (const auto& c : cases) {
    INFO(c.line << " -> " << found(c.line));
    CHECK(names(c.line, c.skill) == c.meant);
  }
}

TEST_CASE("forms of one skill are one skill") {
  const std::vector<std::vector<std::string>> groups = {
      {"Kubernetes", "k8s", "K8S"},
      {"machine learning", "Machine-Learning", "Machine learning (ML)"},
      {"natural language processing", "NLP", "Natural-Language Processing"},
      {"customer relationship management", "CRM"},
      {"continuous integration", "Continuous Integration"},
      {"REST API", "REST APIs", "RESTful APIs"},
      {"front-end development", "frontend development", "front end development"},
      {"Node.js", "NodeJS", "Node JS"},
      {"PostgreSQL", "Postgres"},
      {"JavaScript", "Javascript", "JS"},
      {"CI/CD", "CI/CD pipelines"},
      {"unit testing", "unit tests", "unit-testing"},
      {"A/B testing", "A/B tests"},
      {"search engine optimization", "SEO", "search engine optimisation"},
      {"microservices", "micro-services", "microservice"},
      {"data warehousing", "data warehouse", "data warehouses"},
  };
  for (const auto& group : groups) {
    const auto first = match::Taxonomy::builtin().find_in_list(group.front());
    REQUIRE_FALSE(first.empty());
    for (const auto& form : group) {
      const auto hits = match::Taxonomy::builtin().find_in_list(form);
      INFO(group.front() << " and " << form);
      CHECK((!hits.empty() && hits.front().skill == first.front().skill));
    }
  }
}
