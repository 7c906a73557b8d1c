#include <resumax/document/document.hpp>
#include <resumax/parse/parse.hpp>
#include <resumax/parse/posting_runs.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace resumax;

TEST_CASE("a run of text is cut at sentences, list marks and known headings") {
  CHECK(
      parse::split_run("We bake bread. Requirements Five years at an oven, e.g. Bongard. Night shifts (yes!) Benefits: "
                       "Free rolls.") == std::vector<std::string>{"We bake bread.", "Requirements",
                                                                  "Five years at an oven, e.g. Bongard.",
                                                                  "Night shifts (yes!)", "Benefits:", "Free rolls."});
  CHECK(parse::split_run("Your tasks: • Knead dough • Clean ovens") ==
        std::vector<std::string>{"Your tasks:", "• Knead dough", "• Clean ovens"});
  CHECK(parse::split_run("node.js and 3.5 tons") == std::vector<std::string>{"node.js and 3.5 tons"});
  CHECK(parse::split_run("").empty());
}

TEST_CASE("nothing of a run is lost") {
  const std::string run =
      "Ovens – and more. $40 a day; \"Quoted\" words. Anforderungen Drei Jahre am Ofen. نبحث عن خباز. المتطلبات: خبرة.";
  const auto letters = [](std::string text) {
    std::erase(text, ' ');
    return text;
  };
  std::string joined;
  for (const auto& line : parse::split_run(run)) joined += line;
  CHECK(letters(joined) == letters(run));
}

TEST_CASE("a posting whose line ends were lost still says what is required and what is law") {
  const std::string posting =
      "Data Engineer\n\nHarbour Freight Lines moves containers between nine ports and keeps their papers in order. The "
      "data team is small and sits beside the dispatchers, who will tell you when a table is wrong. Responsibilities "
      "Build pipelines from the port systems. Keep the warehouse tidy. Requirements 4+ years of experience with Python. "
      "Strong SQL. Knowledge of Airflow. Nice to have Terraform. Benefits: Free ferry rides. We are an equal opportunity "
      "employer and consider all applicants without regard to race, religion, sex or age. Please apply with a resume and "
      "the name of the last table you broke, and let us know how you repaired it.";
  const auto parsed = parse::parse_posting(document::from_text(posting, document::Format::text));
  CHECK(parsed.title.value == "Data Engineer");
  REQUIRE(parsed.minimum_years);
  CHECK(*parsed.minimum_years == 4);
  const auto kind_of = [&](std::string_view words) {
    for (const auto& line : parsed.lines)
      if (line.text.value.find(words) != std::string::npos) return std::pair(line.kind, line.level);
    throw std::runtime_error("no line has " + std::string(words));
  };
  using enum PostingLineKind;
  CHECK(kind_of("Build pipelines").first == duty);
  CHECK(kind_of("Strong SQL") == std::pair(requirement, RequirementLevel::required));
  CHECK(kind_of("Terraform") == std::pair(requirement, RequirementLevel::preferred));
  CHECK(kind_of("ferry rides").first == benefits);
  CHECK(kind_of("equal opportunity").first == legal);
  for (const auto& line : parsed.lines)
    CHECK(parsed.text.substr(line.text.span.begin, line.text.span.end - line.text.span.begin) == line.text.value);
}
