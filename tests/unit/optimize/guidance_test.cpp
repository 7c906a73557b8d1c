// What a person may ask of a run: instructions, a number of changes, decisions that stay.
#include <resumax/core/fields.hpp>
#include <resumax/core/resume_json.hpp>
#include <resumax/match/score.hpp>
#include <resumax/optimize/optimize.hpp>
#include <resumax/optimize/stages.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

using namespace resumax;
using namespace resumax::optimize;
using Kind = SuggestionKind;

namespace {

const match::Taxonomy& taxonomy() { return match::Taxonomy::builtin(); }

Guidance read(std::string_view instructions) { return read_guidance(instructions, taxonomy()); }

Resume engineer() {
  return resume_from_json(nlohmann::json::parse(R"({
    "meta": {"language": "en"},
    "basics": {"name": "Mira Valdane", "label": "Software Engineer", "summary": "Engineer who likes trains."},
    "work": [
      {"name": "Northlight Rail", "position": "Senior Software Engineer", "startDate": "2019-03", "endDate": "2024-05",
       "highlights": ["Responsible for maintaining the ticket shop in Java.",
                      "Organised the summer party.",
                      "Moved 14 services to k8s and Terraform, cutting cost by 30%.",
                      "Wrote Python tools for the depot.",
                      "Tuned Postgres queries."]}],
    "skills": [{"name": "Tools", "keywords": ["Photoshop", "Git", "Excel", "JS"]}]})"));
}

JobDescription posting() {
  JobDescription p;
  p.language = "en";
  p.title.value = "Platform Engineer";
  using enum PostingLineKind;
  for (const char* text : {"Experience with Kubernetes and Terraform", "Python", "JavaScript", "PostgreSQL"})
    p.lines.push_back({Text{text, 1, {}}, requirement, RequirementLevel::required});
  for (const PostingLine& line : p.lines) p.text += line.text.value + "\n";
  return p;
}

Outcome run(const std::function<void(Request&)>& ask = {}) {
  static const Resume resume = engineer();
  static const JobDescription wanted = posting();
  Request request{resume, wanted, Strategy::standard, Date{2026, 3, 0}};
  if (ask) ask(request);
  NoProgress progress;
  return optimize::optimize(request, taxonomy(), progress);
}

std::vector<std::string> changes(const Outcome& outcome) {
  std::vector<std::string> out;
  for (const Suggestion& s : outcome.suggestions)
    if (s.kind != Kind::gap) out.push_back(decision_key(s));
  return out;
}

const Suggestion& at(const Outcome& outcome, std::string_view target) {
  const auto found = std::find_if(outcome.suggestions.begin(), outcome.suggestions.end(),
                                  [&](const Suggestion& s) { return s.target == target; });
  REQUIRE(found != outcome.suggestions.end());
  return *found;
}

}  // namespace

TEST_CASE("instructions are read part by part") {
  auto g = read("more about Kubernetes, shorter");
  CHECK(g.focus == std::vector<std::string>{"Kubernetes"});
  CHECK(g.shorter);
  CHECK(g.unknown.empty());
  g = read("Please focus on CI/CD and Node.js; keep the summary as it is. At most 5 changes, more formal tone.");
  CHECK(g.focus == std::vector<std::string>{"CI/CD", "Node.js"});
  CHECK(g.keep == std::set<SectionKind>{SectionKind::summary});
  CHECK(g.max_changes == 5);
  CHECK(g.strategy == Strategy::executive_tone);
  CHECK(g.unknown.empty());
  CHECK(read("more about Python, Go, shorter").focus == std::vector<std::string>{"Python", "Go"});
  CHECK(read("emphasize route planning").focus == std::vector<std::string>{"route planning"});
  CHECK(read("leave skills alone, don\u2019t change education").keep ==
        std::set<SectionKind>{SectionKind::skills, SectionKind::education});
  CHECK(read("careful; more keywords").strategy == Strategy::aggressive_keywords);  // the later one counts
}

TEST_CASE("what is not understood is named and changes nothing") {
  for (const char* text : {"sparkle", "make me a doctor", "more pizzazz", "at most zero changes", "keep the cat",
                           "translate to French", "at most 99999 changes"}) {
    INFO(text);
    const auto g = read(text);
    CHECK(g.unknown == std::vector<std::string>{text});
    CHECK((g.focus.empty() && g.keep.empty() && !g.shorter && !g.strategy && !g.max_changes));
  }
  const auto g = read("shorter and with more sparkle");
  CHECK(g.unknown.size() == 1);
  CHECK(read("").unknown.empty());
  CHECK(read(" , ;; . ").unknown.empty());
  std::string many;
  for (int i = 0; i < 100000; ++i) many += "shorter and ";
  CHECK(read(many).unknown.size() == 1);
}

TEST_CASE("a skill to bring forward comes first, whether the posting asks for it or not") {
  const auto outcome = run([](Request& r) { r.guidance = read("more about Python, Java"); });
  const Suggestion& order = at(outcome, "/work/0/highlights");
  CHECK(order.order.front() == 3);
  const auto before = run();
  CHECK(at(before, "/work/0/highlights").order.front() == 2);
  CHECK(std::any_of(outcome.suggestions.begin(), outcome.suggestions.end(),
                    [](const Suggestion& s) { return s.kind == Kind::surface_skill && s.proposed == "Java"; }));
  const auto nothing = run([](Request& r) { r.guidance = read("more about Haskell"); });
  CHECK(changes(nothing) == changes(before));
  REQUIRE_FALSE(nothing.warnings.empty());
  CHECK(nothing.warnings.back().find("Haskell") != std::string::npos);
}

TEST_CASE("a section that is kept is left as it is") {
  const auto outcome = run([](Request& r) { r.guidance = read("keep skills"); });
  for (const Suggestion& s : outcome.suggestions) CHECK((s.section != SectionKind::skills || s.kind == Kind::gap));
  CHECK(changes(outcome).size() < changes(run()).size());
}

TEST_CASE("at most N changes are those that together score best") {
  const auto all = run();
  const std::size_t count = changes(all).size();
  REQUIRE(count >= 5);
  double last = all.before.total;
  for (int most = 1; most <= static_cast<int>(count) + 1; ++most) {
    const auto some = run([&](Request& r) { r.max_changes = most; });
    CHECK(changes(some).size() == std::min(count, static_cast<std::size_t>(most)));
    CHECK(some.after.total >= last);  // one more never makes it worse
    last = some.after.total;
    int id = 0;
    for (const Suggestion& s : some.suggestions) CHECK(s.id == ++id);
  }
  CHECK(last == all.after.total);

  // No pair scores better than the two that were chosen.
  const auto two = run([](Request& r) { r.max_changes = 2; });
  const Resume resume = engineer();
  match::Scorer scorer(posting(), taxonomy(), Date{2026, 3, 0});
  Trial trial(resume, scorer);
  for (const Suggestion& a : all.suggestions)
    for (const Suggestion& b : all.suggestions)
      if (a.id < b.id && a.kind != Kind::gap && b.kind != Kind::gap) CHECK(trial.total({&a, &b}) <= two.after.total);
}

TEST_CASE("decisions stay: what was accepted as it was accepted, what was declined not again") {
  const auto first = run();
  Suggestion edited = at(first, "/work/0/highlights/0");
  edited.proposed = "Maintained the Java ticket shop.";
  edited.origin = "edited";
  const Suggestion& skill = *std::find_if(first.suggestions.begin(), first.suggestions.end(),
                                          [](const Suggestion& s) { return s.kind == Kind::surface_skill; });
  const auto outcome = run([&](Request& r) {
    r.kept = {edited};
    r.declined = {decision_key(skill), "/work/0/highlights"};
  });
  CHECK(at(outcome, "/work/0/highlights/0").proposed == "Maintained the Java ticket shop.");
  CHECK(at(outcome, "/work/0/highlights/0").origin == "edited");
  const auto keys = changes(outcome);
  CHECK(std::count(keys.begin(), keys.end(), "/work/0/highlights/0") == 1);
  CHECK(std::count(keys.begin(), keys.end(), decision_key(skill)) == 0);
  CHECK(std::count(keys.begin(), keys.end(), "/work/0/highlights") == 0);
  // Other keywords for the same list are other decisions.
  CHECK(std::count_if(outcome.suggestions.begin(), outcome.suggestions.end(),
                      [&](const Suggestion& s) { return s.target == skill.target; }) > 0);
  // Kept ones count, and are never the ones to go.
  const auto one = run([&](Request& r) {
    r.kept = {edited};
    r.max_changes = 1;
  });
  CHECK(changes(one) == std::vector<std::string>{"/work/0/highlights/0"});
}

TEST_CASE("a kept text that the resume does not support is sent back") {
  Suggestion invented = at(run(), "/work/0/highlights/0");
  invented.proposed = "Maintained the ticket shop in Java for 900,000 travellers.";
  const auto outcome = run([&](Request& r) { r.kept = {invented}; });
  REQUIRE(outcome.rejected.size() == 1);
  CHECK(outcome.rejected[0].suggestion.target == "/work/0/highlights/0");
}
