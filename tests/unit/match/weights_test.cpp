#include <resumax/match/weights.hpp>

#include <resumax/core/error.hpp>

#include <tests/support/files.hpp>

#include <catch2/catch.hpp>

#include <numeric>
#include <string>

using namespace resumax;

namespace {

std::string file() { return test::read_file(test::fixture("../../lib/resumax/match/weights.txt")); }

std::string with(std::string_view from, std::string_view to) {
  std::string text = file();
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("the points of the components are 100, and each kind of match has its order") {
  const auto& w = match::weights();
  CHECK(std::accumulate(w.points.begin(), w.points.end(), 0) == 100);
  CHECK(w.credit.front() == 100);
  CHECK(w.credit.back() == 0);
  CHECK(w.requirement.required >= w.requirement.mentioned);
  CHECK(w.title.latest >= w.title.older);
}

TEST_CASE("a weight changed in the file is a weight changed") {
  const auto w = match::read_weights(with("term.by_letters 0 10 10", "term.by_letters 7  8 9"));
  CHECK(w.term.by_letters[0] == 7);
  CHECK(w.term.by_letters[2] == 9);
  CHECK(match::read_weights(with("half_cosine 200", "half_cosine 150 # tried")).half_cosine == 150);
}

TEST_CASE("a weights file that is not whole is refused, with the name at fault") {
  const std::pair<std::string, std::string> cases[] = {
      {with("half_cosine 200", "half_cosin 200"), "half_cosin"},
      {with("half_cosine 200", ""), "half_cosine"},
      {with("half_cosine 200", "half_cosine 200\nhalf_cosine 200"), "half_cosine"},
      {with("half_cosine 200", "half_cosine"), "half_cosine"},
      {with("half_cosine 200", "half_cosine 200 1"), "half_cosine"},
      {with("half_cosine 200", "half_cosine 2x"), "half_cosine"},
      {with("half_cosine 200", "half_cosine -2"), "half_cosine"},
      {with("half_cosine 200", "half_cosine 1e9"), "half_cosine"},
      {with("points.title 15", "points.title 16"), "101"},
      {"", "points.required_skills"},
  };
  for (const auto& [text, named] : cases) CHECK_THROWS_WITH(match::read_weights(text), Catch::Contains(named));
}
