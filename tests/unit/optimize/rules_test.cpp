#include <resumax/optimize/propose_align.hpp>
#include <resumax/optimize/propose_format.hpp>
#include <resumax/optimize/propose_rephrase.hpp>
#include <resumax/optimize/verbs.hpp>

#include <catch2/catch.hpp>

using namespace resumax;
using namespace resumax::optimize;

namespace {

struct Case {
  std::string_view before, after;
};

std::string rephrased(std::string_view line, Tense tense) {
  const auto edit = rephrase(line, tense);
  return edit ? edit->text : std::string(line);
}

std::string tidied(std::string_view line, LineEnd end) {
  const auto edit = tidy(line, end);
  return edit ? edit->text : std::string(line);
}

std::vector<Text> texts(std::initializer_list<std::string_view> lines) {
  std::vector<Text> out;
  for (std::string_view line : lines) out.push_back({std::string(line), 1, {}});
  return out;
}

}  // namespace

TEST_CASE("weak openings become what was done") {
  const Case past[] = {
      {"Responsible for maintaining the billing service.", "Maintained the billing service."},
      {"Was responsible for planning the yearly audit", "Planned the yearly audit"},
      {"I was responsible for building dashboards", "Built dashboards"},
      {"Responsible for designing, building and testing signal software", "Designed, built and tested signal software"},
      {"Responsible for managing the depot and developing new routes", "Managed the depot and developed new routes"},
      {"Tasked with writing tools for testing and deploying", "Wrote tools for testing and deploying"},
      {"Responsible for the development and maintenance of three services", "Developed and maintained three services"},
      {"In charge of the coordination of night shifts", "Coordinated night shifts"},
      {"Duties included preparing invoices", "Prepared invoices"},
  };
  for (const Case& c : past) CHECK(rephrased(c.before, Tense::past) == c.after);
  CHECK(rephrased("Responsible for overseeing two depots and training drivers", Tense::present) ==
        "Oversee two depots and train drivers");
}

TEST_CASE("first person, tense and filler") {
  const Case past[] = {
      {"I built the ticket shop", "Built the ticket shop"},
      {"I have reduced delays by 12%", "Reduced delays by 12%"},
      {"Develop and maintain internal tools", "Developed and maintained internal tools"},
      {"Manages a fleet of 40 buses", "Managed a fleet of 40 buses"},
      {"Lead a team of five engineers", "Led a team of five engineers"},
      {"Building the new depot system", "Built the new depot system"},
      {"Successfully delivered the migration in order to cut costs", "Delivered the migration to cut costs"},
      {"Wrote reports on a weekly basis.", "Wrote reports weekly."},
  };
  for (const Case& c : past) CHECK(rephrased(c.before, Tense::past) == c.after);
}

TEST_CASE("what is not understood for sure stays as it is") {
  const std::string_view untouched[] = {
      "Maintained the billing service",
      "Responsible for the whole depot",                                     // no act is named
      "Responsible for onboarding, offboarding and payroll",                 // nouns or verbs: who knows
      "Responsible for the design of trains and the maintenance of tracks",  // the second noun would hang
      "Responsible for training of new drivers",
      "Assisted with testing the signals",  // the claim is smaller on purpose
      "Helped design the timetable",
      "Worked on building the depot",
      "We built the ticket shop",  // others were there
      "I led my team to success",
      "Lead developer of the ticket shop",
      "Support tickets and phone calls",
      "Engineering of brake systems",
      "Marketing for three regions",
      "Design documents, reviews and tests",
      "Managing director of the freight branch",
      "Building permits were obtained in two weeks",
      "Lead a group through planning, code review and releases",
      "Train the trainers: support new depots",
      "",
      "C++",
  };
  for (std::string_view line : untouched) CHECK(rephrased(line, Tense::past) == line);
  // The present stays where the role goes on, and where nobody knows.
  for (const Tense tense : {Tense::present, Tense::unknown})
    CHECK(rephrased("Develop and maintain internal tools", tense) == "Develop and maintain internal tools");
}

TEST_CASE("rephrasing is done once") {
  for (std::string_view line : {"Responsible for maintaining the billing service.", "I built the ticket shop",
                                "Develop and maintain internal tools", "Successfully delivered it in order to win"}) {
    const std::string once = rephrased(line, Tense::past);
    CHECK(rephrased(once, Tense::past) == once);
  }
}

TEST_CASE("verb forms") {
  for (const auto& [word, base] : {std::pair{"planned", "plan"},
                                   {"carries", "carry"},
                                   {"wrote", "write"},
                                   {"overseeing", "oversee"},
                                   {"analyzing", "analyze"}}) {
    const auto verb = read_verb(word);
    REQUIRE(verb);
    CHECK(verb->base == base);
  }
  CHECK_FALSE(read_verb("tableau"));
  CHECK(read_verb("support")->also_noun);
  CHECK_FALSE(read_verb("supported")->also_noun);
}

TEST_CASE("typography") {
  const Case open[] = {
      {"- built it up", "Built it up"}, {"• built  it up ,fast", "Built it up,fast"}, {"Built it.", "Built it"},
      {"Built it;", "Built it"},        {"élaboré le plan", "Élaboré le plan"},
  };
  for (const Case& c : open) CHECK(tidied(c.before, LineEnd::open) == c.after);
  for (std::string_view line :
       {"iOS apps", "jwt", "unit testing", "npm@7 packages", "Worked in the U.S.", "Cables, pumps, etc.", "Wait...",
        "First this. Then that.", "-40 degrees", "قدت الفريق", "3 depots"})
    CHECK(tidied(line, LineEnd::open) == line);
  CHECK(tidied("Built it up", LineEnd::full_stop) == "Built it up.");
  CHECK(tidied("Tools: Go, C++", LineEnd::full_stop) == "Tools: Go, C++");
  CHECK(tidied("Built it!", LineEnd::full_stop) == "Built it!");
  CHECK(tidied("Built it", LineEnd::mixed) == "Built it");
  CHECK(end_of(texts({"A b.", "C d.", "E f"})) == LineEnd::mixed);
  CHECK(end_of(texts({"A b.", "C d.", "E f.", "G h"})) == LineEnd::full_stop);
  CHECK(end_of(texts({"A b", "C d", "E f"})) == LineEnd::open);
}

TEST_CASE("a name stands for another only by its letters") {
  for (const auto& [wording, name] : {std::pair{"AWS", "Amazon Web Services"},
                                      {"Amazon Web Services", "AWS"},
                                      {"Kubernetes", "k8s"},
                                      {"PostgreSQL", "Postgres"},
                                      {"React.js", "React"},
                                      {"JavaScript", "JS"},
                                      {"Golang", "Go"},
                                      {"web applications", "web apps"},
                                      {"automated testing", "test automation"},
                                      {"MongoDB", "Mongo"}}) {
    INFO(wording << " for " << name);
    CHECK(can_stand_for(wording, name));
  }
  // Wider, narrower, another version, or only another spelling.
  for (const auto& [wording, name] : {std::pair{"CI/CD", "Continuous Integration"},
                                      {"Python 3", "Python"},
                                      {"Core Java", "Java"},
                                      {"Bash", "shell scripting"},
                                      {"public cloud", "cloud infrastructure"},
                                      {"REST API", "REST APIs"},
                                      {"front-end", "frontend"},
                                      {"Java", "JavaScript"},
                                      {"SQL", "MySQL"},
                                      {"", "Go"}}) {
    INFO(wording << " for " << name);
    CHECK_FALSE(can_stand_for(wording, name));
  }
}
