#include <resumax/core/error.hpp>
#include <resumax/service/json.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace resumax;
using namespace resumax::service;
using nlohmann::json;

namespace {

/// What a value is after it was written as text and read back.
template <class T, class F>
T round_trip(const T& value, F decode) {
  return decode(json::parse(to_json(value).dump()));
}

Text text(std::string value, std::uint32_t begin, double confidence) {
  return {value, confidence, {begin, begin + static_cast<std::uint32_t>(value.size()), 2, {1.5, 2, 3, 4.25}}};
}

Suggestion full_suggestion() {
  Suggestion s;
  s.id = 7;
  s.kind = SuggestionKind::reorder;
  s.section = SectionKind::volunteer;
  s.target = "/volunteer/0/highlights";
  s.original = "Größe\nb";
  s.proposed = "b\nGröße";
  s.order = {1, 0};
  s.reason = "because \"quoted\"";
  s.evidence = {{"/work/0/name", "Norrvik"}, {"/basics/summary", ""}};
  s.keywords_gained = {"C++", "مهندس"};
  s.score_delta = 1.0 / 3;
  s.confidence = 0.1;
  s.uncertain = true;
  s.origin = "provider/model/3";
  return s;
}

}  // namespace

TEST_CASE("a suggestion round-trips wholly") {
  const Suggestion s = full_suggestion();
  const Suggestion back = round_trip(s, suggestion_from_json);
  CHECK(back.id == s.id);
  CHECK(back.kind == s.kind);
  CHECK(back.section == s.section);
  CHECK(back.target == s.target);
  CHECK(back.original == s.original);
  CHECK(back.proposed == s.proposed);
  CHECK(back.order == s.order);
  CHECK(back.reason == s.reason);
  CHECK(back.evidence == s.evidence);
  CHECK(back.keywords_gained == s.keywords_gained);
  CHECK(back.score_delta == s.score_delta);
  CHECK(back.confidence == s.confidence);
  CHECK(back.uncertain == s.uncertain);
  CHECK(back.origin == s.origin);
}

TEST_CASE("a posting round-trips wholly") {
  JobDescription p;
  p.language = "de";
  p.title = text("Entwicklerin", 3, 0.75);
  p.company = text("Nordhaven GmbH", 20, 1);
  p.location = {"Bremen", 0.5, {}};
  p.seniority = text("senior", 40, 0.3);
  p.employment = text("full-time", 50, 0.3);
  p.degree = text("BSc", 60, 0.9);
  p.salary = Salary{text("€60.000–70.000", 70, 0.8), 60000, 70000.5, "EUR", "year"};
  p.minimum_years = 2.5;
  p.languages = {text("German", 90, 1)};
  p.lines = {{text("Python", 100, 1), PostingLineKind::requirement, RequirementLevel::preferred},
             {text("Wir", 110, 1), PostingLineKind::about, RequirementLevel::mentioned}};
  p.text = "…\nlines\n";
  p.findings = {{"posting_short", "it is short", {}}, {"bad_utf8", "repaired", {4, 5, 0, {}}}};

  const JobDescription back = round_trip(p, posting_from_json);
  CHECK(to_json(back) == to_json(p));
  CHECK(back.title == p.title);
  CHECK(back.location == p.location);
  CHECK(back.salary->text == p.salary->text);
  CHECK(back.salary->maximum == p.salary->maximum);
  CHECK(back.minimum_years == p.minimum_years);
  CHECK(back.languages == p.languages);
  CHECK(back.lines.at(0).text == p.lines.at(0).text);
  CHECK(back.lines.at(0).kind == p.lines.at(0).kind);
  CHECK(back.lines.at(0).level == p.lines.at(0).level);
  CHECK(back.findings.at(1).where == p.findings.at(1).where);

  const JobDescription bare = round_trip(JobDescription{}, posting_from_json);
  CHECK_FALSE(bare.salary);
  CHECK_FALSE(bare.minimum_years);
  CHECK(bare.title.empty());
}

TEST_CASE("a score, a verdict, a decision and a finding round-trip wholly") {
  Score score{"3", "0a1b2c3d4e5f", 61.27, {{"title", 10, 7.5, "near"}}, {}};
  RequirementMatch requirement{"Kubernetes",
                               "k8s",
                               RequirementLevel::preferred,
                               MatchKind::alias,
                               0.25,
                               3.1,
                               {7, 10, 0, {}},
                               {{"/skills/0/keywords/1", "Kubernetes"}}};
  score.requirements = {requirement};
  const Score back = round_trip(score, score_from_json);
  CHECK(to_json(back) == to_json(score));
  CHECK(back.taxonomy == "0a1b2c3d4e5f");
  CHECK(back.total == score.total);
  CHECK(back.components.at(0).explanation == "near");
  CHECK(back.requirements.at(0).match == MatchKind::alias);
  CHECK(back.requirements.at(0).span == requirement.span);
  CHECK(back.requirements.at(0).evidence == requirement.evidence);

  const Verdict verdict = round_trip(Verdict{false, "a number", {"40%"}, {{"/work/0", "30%"}}}, verdict_from_json);
  CHECK_FALSE(verdict.accepted);
  CHECK(verdict.words == std::vector<std::string>{"40%"});
  CHECK(verdict.evidence.at(0).quote == "30%");

  const Decision decision = round_trip(Decision{4, Decision::Kind::edited, "mine"}, decision_from_json);
  CHECK(decision.kind == Decision::Kind::edited);
  CHECK(decision.text == "mine");
}

TEST_CASE("JSON that is none of ours is refused, not half read") {
  const json good = to_json(full_suggestion());
  for (const auto& [key, value] : good.items()) {
    if (key == "order") continue;  // only reorderings have one
    json missing = good, wrong = good;
    missing.erase(key);
    wrong[key] = json::object({{"x", 1}});
    INFO(key);
    CHECK_THROWS_AS(suggestion_from_json(missing), Error);
    CHECK_THROWS_AS(suggestion_from_json(wrong), Error);
  }
  CHECK_THROWS_AS(suggestion_from_json(json("text")), Error);
  CHECK_THROWS_AS(score_from_json(json::array()), Error);
  json unknown = good;
  unknown["kind"] = "embellish";
  CHECK_THROWS_WITH(suggestion_from_json(unknown), Catch::Contains("embellish"));
}

TEST_CASE("records use the API's names") {
  OptimizationRecord record;
  record.identity = {"id-o", "o3"};
  record.resume = {"id-r", "r1"};
  record.posting = {"id-j", "j2"};
  record.status = RunStatus::completed;
  record.score = 61.5;
  record.created_at = 1'773'064'800'000;
  const json out = to_json(record);
  CHECK(out.at("optimizationId") == "id-o");
  CHECK(out.at("handle") == "o3");
  CHECK(out.at("resumeId") == "id-r");
  CHECK(out.at("resumeHandle") == "r1");
  CHECK(out.at("jobDescriptionId") == "id-j");
  CHECK(out.at("alignmentScore") == 61.5);
  CHECK(out.at("strategy") == "default");
  CHECK(out.at("createdAt") == "2026-03-09T14:00:00Z");
  CHECK(out.at("completedAt").is_null());

  VersionRecord version;  // of a dry run
  CHECK_FALSE(to_json(version).contains("versionId"));
}

TEST_CASE("times are ISO 8601 in UTC") {
  CHECK(format_time(0) == "");
  CHECK(format_time(1) == "1970-01-01T00:00:00Z");
  CHECK(format_time(951'782'399'999) == "2000-02-28T23:59:59Z");
  CHECK(format_time(951'782'400'000) == "2000-02-29T00:00:00Z");
  CHECK(format_time(253'402'300'799'000) == "9999-12-31T23:59:59Z");
}
