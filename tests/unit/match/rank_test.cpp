#include <resumax/match/rank.hpp>
#include <resumax/match/rarity.hpp>
#include <resumax/match/titles.hpp>

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

using namespace resumax;
using namespace resumax::match;

namespace {

Text text(std::string value) { return {std::move(value), 1.0, {}}; }

JobDescription posting() {
  JobDescription out;
  out.language = "en";
  out.title = text("Warehouse Planner");
  for (const std::string line : {"Plan deliveries with SAP and Excel", "Lead the night shift of a large warehouse",
                                 "Forecast stock of spare parts"}) {
    out.lines.push_back({text(line), PostingLineKind::requirement, RequirementLevel::required});
    out.text += line + "\n";
  }
  return out;
}

Resume resume(std::string position, std::vector<std::string> lines) {
  Resume out;
  out.language = "en";
  Work work;
  work.position = text(std::move(position));
  for (auto& line : lines) work.highlights.push_back(text(std::move(line)));
  out.work = {work};
  return out;
}

struct Named {
  std::string name;
  Resume resume;
};

std::vector<Named> collection() {
  const std::vector<std::string> jobs = {"Warehouse Planner", "Nurse", "Cook", "Logistics Planner", "Java Developer"};
  const std::vector<std::string> lines = {"Planned deliveries of spare parts with SAP", "Cared for patients at night",
                                          "Cooked for two hundred guests", "Kept stock of a large warehouse in Excel",
                                          "Wrote services in Java"};
  std::vector<Named> out;
  for (std::size_t i = 0; i < 60; ++i)
    out.push_back({"cv" + std::to_string(i) + ".txt",
                   resume(jobs[i % 5], {lines[i % 5], lines[(i / 5) % 5], "Year " + std::to_string(i)})});
  return out;
}

std::vector<std::string> order(const std::vector<Named>& all) {
  Ranker ranker(posting(), Taxonomy::builtin(), {2026, 6, 1});
  for (const auto& [name, resume] : all) ranker.add(resume, name);
  std::vector<std::string> out;
  for (const auto& ranked : ranker.finish())
    out.push_back(all[ranked.index].name + " " + std::to_string(ranked.relevance) + " " + std::to_string(ranked.score));
  return out;
}

}  // namespace

TEST_CASE("a ranking does not depend on the order of the resumes") {
  auto all = collection();
  const auto first = order(all);
  REQUIRE(first.size() == all.size());
  std::mt19937 random(7);
  for (int i = 0; i < 5; ++i) {
    std::shuffle(all.begin(), all.end(), random);
    CHECK(order(all) == first);
  }
}

TEST_CASE("a ranking puts those who do the job first, and scores are those of the pairs alone") {
  const auto all = collection();
  Ranker ranker(posting(), Taxonomy::builtin(), {2026, 6, 1});
  for (const auto& [name, resume] : all) ranker.add(resume, name);
  const auto ranked = ranker.finish();
  for (std::size_t i = 0; i < 12; ++i) CHECK(all[ranked[i].index].resume.work[0].position.value.ends_with("Planner"));
  for (std::size_t i = 1; i < ranked.size(); ++i) CHECK(ranked[i - 1].relevance >= ranked[i].relevance);
  for (const auto& one : ranked)
    CHECK(one.score == score(all[one.index].resume, posting(), Taxonomy::builtin(), {2026, 6, 1}).total);
  CHECK(ranked.front().met <= ranked.front().requirements);
}

TEST_CASE("equal resumes stand in the order of their names; none and one are fine") {
  const auto same = resume("Cook", {"Cooked"});
  Ranker none(posting(), Taxonomy::builtin(), {2026, 6, 1});
  CHECK(none.finish().empty());
  Ranker ranker(posting(), Taxonomy::builtin(), {2026, 6, 1});
  for (const std::string name : {"c", "a", "b"}) ranker.add(same, name);
  std::vector<std::size_t> places;
  for (const auto& one : ranker.finish()) places.push_back(one.index);
  CHECK(places == std::vector<std::size_t>{1, 2, 0});
}

TEST_CASE("words are as rare as they are") {
  CHECK(rarity_of("and", "en").in_postings == 0);
  CHECK(rarity_of("team", "en").in_postings < rarity_of("kubernet", "en").in_postings);
  CHECK(rarity_of("kubernet", "en-GB").in_postings <= 40);
  CHECK(rarity_of("manag", "en").in_resumes >= 0);
  for (const auto word : {"", "zzzz", "\xff", "qqqqqqqqqqqqqqqqqqqqqqqqq"}) CHECK_FALSE(rarity_of(word, "en").known());
  CHECK_FALSE(rarity_of("and", "ja").known());
  CHECK(has_rarity("ar"));
  CHECK_FALSE(has_rarity(""));
}

TEST_CASE("titles of one field are nearer than those of two") {
  const auto like = [](const char* wanted, const char* have) {
    return title_match(read_title(wanted, "en"), read_title(have, "en"));
  };
  CHECK(like("Software Engineer", "Software Engineer") == 1000);
  CHECK(like("Backend Engineer", "Web Developer") > like("Backend Engineer", "Civil Engineer"));
  CHECK(like("ICU Nurse", "Paediatric Nurse") > like("ICU Nurse", "Sales Manager"));
  CHECK(like("Backend Engineer", "Backend Engineer") > like("Backend Engineer", "Web Developer"));
  CHECK(title_head("Java Developer - Dallas, TX (remote)") == "Java Developer");
  CHECK(title_head("Nurse") == "Nurse");
  CHECK(names_occupation("Senior Data Analyst", "en"));
  CHECK_FALSE(names_occupation("Skip to content", "en"));
  CHECK_FALSE(names_occupation("We look for an engineer.", "en"));
}
