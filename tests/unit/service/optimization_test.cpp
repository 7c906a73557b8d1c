// Runs over pairs and the versions made of them.
#include <resumax/core/resume_json.hpp>
#include <resumax/service/json.hpp>
#include <tests/unit/service/workspace_fixture.hpp>

#include <nlohmann/json.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <map>
#include <utility>

using namespace resumax;
using namespace resumax::service;
using test::code_of;
using test::error_of;
using test::number;
using test::TestWorkspace;

namespace {

constexpr Optimize pair_request(bool force = false) { return {"r1", "j1", Strategy::standard, force, 0}; }

/// A workspace with a pair.
struct PairWorkspace : TestWorkspace {
  PairWorkspace() {
    add_resume();
    add_posting();
  }
  OptimizationDetail optimize(bool force = false) { return service->optimize(pair_request(force)); }
};

Suggestion suggestion(int id, SuggestionKind kind, SectionKind section, std::string target, std::string original,
                      std::string proposed) {
  Suggestion out;
  out.id = id;
  out.kind = kind;
  out.section = section;
  out.target = std::move(target);
  out.original = std::move(original);
  out.proposed = std::move(proposed);
  out.reason = "reason " + std::to_string(id);
  return out;
}

/// Suggestions of every kind that matters to accepting, whatever the engine would propose.
std::vector<Suggestion> known_suggestions() {
  using enum SuggestionKind;
  std::vector<Suggestion> out{
      suggestion(1, align_term, SectionKind::work, "/work/0/highlights/1", "Wrote k8s deployment manifests",
                 "Wrote Kubernetes deployment manifests"),
      suggestion(2, reorder, SectionKind::work, "/work/0/highlights",
                 "Built a settlement service in Python and PostgreSQL for 3 million payments a day\n"
                 "Wrote k8s deployment manifests\nReduced nightly batch time by 40%",
                 "Wrote k8s deployment manifests\nBuilt a settlement service in Python and PostgreSQL for 3 million "
                 "payments a day\nReduced nightly batch time by 40%"),
      suggestion(3, surface_skill, SectionKind::skills, "/skills/0/keywords/-", "", "Kubernetes"),
      suggestion(4, rephrase, SectionKind::summary, "/basics/summary",
                 "Backend developer with seven years of experience in payment systems.",
                 "Backend developer with seven years of experience in payment systems"),
      suggestion(5, gap, SectionKind::skills, "", "", ""),
  };
  out[1].order = {1, 0, 2};
  out[2].evidence = {{"/work/0/highlights/1", "k8s"}};
  out[3].uncertain = true;
  return out;
}

/// A pair with an optimization whose suggestions are the known ones.
struct ProposedWorkspace : PairWorkspace {
  ProposedWorkspace() {
    optimize();
    nlohmann::json suggestions = nlohmann::json::array();
    for (const auto& item : known_suggestions()) suggestions.push_back(to_json(item));
    database().run("UPDATE optimization_requests SET suggestions = ?, suggestion_count = 4, gap_count = 1",
                   suggestions.dump());
  }
  VersionDetail accept(const Accept& request) { return service->accept(request); }
  VersionDetail accept_listed(std::vector<Decision> decisions) {
    return accept({"o1", Accept::Choice::listed, {}, std::move(decisions), "", false});
  }
};

Accept choose(Accept::Choice choice) { return {"o1", choice, {}, {}, "", false}; }

}  // namespace

TEST_CASE("the same pair gives the stored result until something about it changes") {
  PairWorkspace w;
  const auto first = w.optimize();
  CHECK(first.record.identity.handle == "o1");
  CHECK(first.record.status == RunStatus::completed);
  CHECK_FALSE(first.record.reused);
  CHECK(w.service->get_resume("r1").record.last_score == first.record.score);

  const auto again = w.optimize();
  CHECK(again.record.reused);
  CHECK(again.record.identity.id == first.record.identity.id);
  CHECK(to_json(again.score) == to_json(first.score));
  REQUIRE(again.suggestions.size() == first.suggestions.size());
  for (std::size_t i = 0; i < again.suggestions.size(); ++i)
    CHECK(to_json(again.suggestions[i]) == to_json(first.suggestions[i]));

  CHECK(w.optimize(true).record.identity.handle == "o2");
  CHECK(w.service->optimize({"r1", "j1", Strategy::conservative, false, 0}).record.identity.handle == "o3");

  w.service->rename_resume("r1", "another title");
  CHECK(w.optimize().record.reused);
  w.service->edit_posting({"j1", "Platform Engineer", {}, {}});
  CHECK(w.optimize().record.identity.handle == "o4");
  auto corrected = w.service->get_resume("r1").parsed.resume;
  corrected.work[0].position.value = "Platform Engineer";
  w.service->edit_resume("r1", corrected);
  CHECK(w.optimize().record.identity.handle == "o5");

  auto database = w.database();
  database.run("UPDATE optimization_requests SET engine_version = 'older'");
  CHECK(w.optimize().record.identity.handle == "o6");
}

TEST_CASE("one run per pair at a time") {
  PairWorkspace w;
  bool asked = false;
  w.progress.on_step = [&](std::string_view) {
    if (asked) return;
    asked = true;
    test::FakeProgress quiet;
    auto other = open_local_service(w.folder.path(), false, {w.extractor, w.clock, w.ids, quiet, nullptr, {}});
    CHECK(other->status().running.size() == 1);
    const Error error = error_of([&] { other->optimize(pair_request()); });
    CHECK(error.code() == Errc::conflict);
    CHECK(std::string(error.what()).find("o1") != std::string::npos);
  };
  CHECK(w.optimize().record.identity.handle == "o1");
  CHECK(asked);
  CHECK(w.service->list_optimizations().size() == 1);
}

TEST_CASE("a run that stopped in the middle gives way; one that may still work does not") {
  PairWorkspace w;
  w.optimize();
  auto database = w.database();
  char host[256] = {};
  gethostname(host, sizeof host - 1);
  const auto stop_at = [&](const std::string& runner, std::int64_t at) {
    database.run(
        "UPDATE optimization_requests SET status = 'processing', score = NULL, completed_at = NULL, runner = ?, "
        "updated_at = ?",
        runner, at);
  };

  stop_at("elsewhere:1:1", w.clock.time);
  CHECK(code_of([&] { w.optimize(); }) == Errc::conflict);
  CHECK(w.service->status().running.size() == 1);
  SECTION("its process is gone") { stop_at(std::string(host) + ":999999999:1", w.clock.time); }
  SECTION("its process id is another's by now") {
    stop_at(std::string(host) + ":" + std::to_string(getpid()) + ":1", w.clock.time);
  }
  SECTION("it is too old") { stop_at("elsewhere:1:1", w.clock.time - 11 * 60 * 1000); }
  CHECK(w.service->status().running.empty());
  CHECK(w.service->get_optimization("o1").record.status == RunStatus::failed);
  CHECK(w.optimize().record.identity.handle == "o2");
  const auto stopped = w.service->get_optimization("o1").record;
  CHECK(stopped.status == RunStatus::failed);
  REQUIRE(stopped.failure);
  CHECK(stopped.failure->code == "interrupted");
}

TEST_CASE("a process killed in the middle of a run leaves a workspace that goes on") {
  PairWorkspace w;
  w.service.reset();
  const pid_t child = fork();
  if (child == 0) {
    w.progress.on_step = [](std::string_view) { std::raise(SIGKILL); };
    w.open()->optimize(pair_request());
    _exit(1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  w.ids.count += 100;  // the child's were its own
  w.service = w.open();
  CHECK(w.service->status().running.empty());
  CHECK(w.optimize().record.identity.handle == "o2");
  CHECK(w.service->get_optimization("o1").record.failure->code == "interrupted");
}

TEST_CASE("a run that fails says why, proposes nothing and is no obstacle") {
  PairWorkspace w;
  w.progress.on_step = [](std::string_view) { throw Error(Errc::interrupted, "stopped by the user"); };
  CHECK(code_of([&] { w.optimize(); }) == Errc::interrupted);
  const auto failed = w.service->get_optimization("o1");
  CHECK(failed.record.status == RunStatus::failed);
  CHECK(failed.record.failure->message == "stopped by the user");
  CHECK(failed.suggestions.empty());
  CHECK(code_of([&] { w.service->accept(choose(Accept::Choice::all)); }) == Errc::conflict);
  CHECK_FALSE(w.service->get_resume("r1").record.last_score);

  w.progress.on_step = nullptr;
  CHECK(w.optimize().record.identity.handle == "o2");
}

TEST_CASE("a pair that is removed while it is worked on is not brought back") {
  PairWorkspace w;
  w.progress.on_step = [&, done = false](std::string_view) mutable {
    if (std::exchange(done, true)) return;
    test::FakeProgress quiet;
    open_local_service(w.folder.path(), false, {w.extractor, w.clock, w.ids, quiet, nullptr, {}})->remove_posting("j1");
  };
  CHECK(code_of([&] { w.optimize(); }) == Errc::conflict);
  CHECK(w.service->list_optimizations().empty());
  CHECK(w.service->gc(false).optimizations == 1);
}

TEST_CASE("accepting all makes a version that reads back wholly") {
  ProposedWorkspace w;
  const auto made = w.accept(choose(Accept::Choice::all));
  CHECK(made.record.identity.handle == "v1");
  CHECK(made.record.accepted == 4);
  const auto version = w.service->get_version("v1");
  const auto& highlights = version.resume.work.at(0).highlights;
  CHECK(highlights.at(0).value == "Wrote Kubernetes deployment manifests");
  CHECK(highlights.at(2).value == "Reduced nightly batch time by 40%");
  CHECK(version.resume.skills.at(0).keywords.back().value == "Kubernetes");
  CHECK(to_json(version.resume) == to_json(made.resume));
  CHECK(field_notes(version.resume) == field_notes(made.resume));
  CHECK(version.record.score == made.record.score);
  CHECK(w.service->verify("v1").empty());

  const auto again = w.accept(choose(Accept::Choice::all));
  CHECK(again.record.existed);
  CHECK(again.record.identity.id == made.record.identity.id);
  auto noted = choose(Accept::Choice::all);
  noted.notes = "for the second round";
  CHECK(w.accept(noted).record.identity.handle == "v2");

  const auto status = w.service->status();
  CHECK(status.open.empty());
  CHECK(status.versions == 2);
  CHECK(status.latest->identity.handle == "v2");
}

TEST_CASE("what is accepted: safe, a section, a list with edits") {
  ProposedWorkspace w;
  const auto safe = w.accept(choose(Accept::Choice::safe));
  CHECK(safe.record.accepted == 3);
  CHECK(safe.record.declined == 1);
  CHECK(safe.resume.basics.summary.value.ends_with("systems."));

  auto request = choose(Accept::Choice::section);
  request.section = SectionKind::skills;
  const auto skills = w.accept(request);
  CHECK(skills.record.accepted == 1);
  CHECK(skills.resume.work.at(0).highlights.at(1).value == "Wrote k8s deployment manifests");

  using Kind = Decision::Kind;
  const auto edited =
      w.accept_listed({{1, Kind::edited, " Wrote Kubernetes (k8s) deployment\nmanifests "}, {3, Kind::declined, ""}});
  CHECK(edited.record.edited == 1);
  CHECK(edited.record.declined == 3);
  CHECK(edited.resume.work.at(0).highlights.at(1).value == "Wrote Kubernetes (k8s) deployment manifests");
  const auto proposal_typed_in = w.accept_listed({{3, Kind::edited, "Kubernetes"}});
  CHECK(proposal_typed_in.record.edited == 0);
  CHECK(proposal_typed_in.record.accepted == 1);
}

TEST_CASE("what cannot be accepted is refused whole, and nothing is written") {
  ProposedWorkspace w;
  using Kind = Decision::Kind;
  const auto refused = [&](std::vector<Decision> decisions) {
    return code_of([&] { w.accept_listed(std::move(decisions)); });
  };
  CHECK(refused({}) == Errc::invalid_input);
  CHECK(refused({{1, Kind::declined, ""}}) == Errc::invalid_input);
  CHECK(refused({{1, Kind::accepted, ""}, {9, Kind::accepted, ""}}) == Errc::invalid_input);
  CHECK(refused({{1, Kind::accepted, ""}, {1, Kind::declined, ""}}) == Errc::invalid_input);
  CHECK(refused({{5, Kind::accepted, ""}}) == Errc::invalid_input);  // a gap
  CHECK(refused({{2, Kind::edited, "moved"}}) == Errc::invalid_input);
  CHECK(refused({{1, Kind::edited, "  "}}) == Errc::invalid_input);
  auto request = choose(Accept::Choice::section);
  request.section = SectionKind::education;
  CHECK(code_of([&] { w.accept(request); }) == Errc::invalid_input);

  const Error invented = error_of([&] {
    w.accept_listed({{3, Kind::accepted, ""}, {1, Kind::edited, "Led 45 engineers at Globex Corporation"}});
  });
  CHECK(invented.code() == Errc::guard_rejected);
  CHECK(std::string(invented.what()).find("suggestion 1") != std::string::npos);
  CHECK(std::string(invented.what()).find("45") != std::string::npos);

  auto dry = choose(Accept::Choice::all);
  dry.dry_run = true;
  const auto planned = w.accept(dry);
  CHECK(planned.record.identity.id.empty());
  CHECK(planned.record.score > 0);

  CHECK(w.service->list_versions().empty());
  auto database = w.database();
  CHECK(number(database.query("SELECT count(*) FROM handles WHERE kind = 'v'")) == 0);
}

TEST_CASE("a proposal that its source does not support makes no version, wherever it came from") {
  PairWorkspace w;
  w.optimize();
  nlohmann::json suggestions{to_json(suggestion(1, SuggestionKind::rephrase, SectionKind::work, "/work/1/highlights/0",
                                                "Maintained REST APIs in Java",
                                                "Maintained REST APIs in Java for 9 million customers of Globex"))};
  w.database().run("UPDATE optimization_requests SET suggestions = ?", suggestions.dump());
  CHECK(code_of([&] { w.service->accept(choose(Accept::Choice::all)); }) == Errc::guard_rejected);
  CHECK(w.service->list_versions().empty());
}

TEST_CASE("a version never changes and goes only after its deletion") {
  ProposedWorkspace w;
  w.accept(choose(Accept::Choice::all));
  auto database = w.database();
  CHECK_THROWS_AS(database.run("UPDATE optimization_versions SET optimized_sections = '{}'"), Error);
  CHECK_THROWS_AS(database.run("UPDATE optimization_versions SET notes = 'x'"), Error);
  CHECK_THROWS_AS(database.run("DELETE FROM optimization_versions"), Error);

  const auto before = to_json(w.service->get_version("v1"));
  auto corrected = w.service->get_resume("r1").parsed.resume;
  corrected.basics.name.value = "Somebody Else";
  w.service->edit_resume("r1", corrected);
  w.service->edit_posting({"j1", "Another Title", {}, {}});
  auto after = to_json(w.service->get_version("v1"));
  after["jobDescriptionTitle"] = before["jobDescriptionTitle"];
  CHECK(after == before);
  CHECK(w.service->verify("v1").empty());
}

TEST_CASE("blame tells each line's origin") {
  ProposedWorkspace w;
  using Kind = Decision::Kind;
  w.accept_listed({{1, Kind::edited, "Wrote Kubernetes (k8s) deployment manifests"},
                   {2, Kind::accepted, ""},
                   {3, Kind::accepted, ""}});
  std::map<std::string, BlameLine> by_text;
  for (const auto& line : w.service->blame("v1")) by_text[line.text] = line;

  const auto& reworded = by_text.at("Wrote Kubernetes (k8s) deployment manifests");
  CHECK(reworded.path == "/work/0/highlights/0");
  CHECK(reworded.origin == "edited");
  CHECK(reworded.suggestion == 1);
  CHECK(reworded.reason == "reason 1");
  CHECK(reworded.accepted_at > 0);
  CHECK(reworded.accepted_by == "local");
  CHECK(reworded.proposed_by == "rules");
  const auto& moved = by_text.at("Built a settlement service in Python and PostgreSQL for 3 million payments a day");
  CHECK(moved.path == "/work/0/highlights/1");
  CHECK(moved.origin == "source");
  CHECK(moved.suggestion == 0);
  const auto& surfaced = by_text.at("Kubernetes");
  CHECK(surfaced.origin == "rules");
  CHECK(surfaced.suggestion == 3);
  const auto& untouched = by_text.at("Maintained REST APIs in Java");
  CHECK(untouched.origin == "source");
  CHECK(untouched.accepted_by.empty());
}

TEST_CASE("diff between the source, what is proposed and what was accepted") {
  ProposedWorkspace w;
  w.accept_listed({{3, Decision::Kind::accepted, ""}});
  const auto proposed = w.service->diff({"", "o1"});
  const auto accepted = w.service->diff({"", "v1"});
  CHECK(accepted.added > 0);
  CHECK(proposed.added > accepted.added);
  CHECK(w.service->diff({"", ""}).added == accepted.added);  // the latest
  CHECK(w.service->diff({"r1", "v1"}).added == accepted.added);
  CHECK_FALSE(w.service->diff({"v1", "v1"}).changed());
  CHECK(w.service->diff({"v1", "o1"}).changed());
  CHECK(code_of([&] { w.service->diff({"", "r1"}); }) == Errc::invalid_input);
  CHECK(code_of([&] { w.service->diff({"j1", "v1"}); }) == Errc::invalid_input);

  auto corrected = w.service->get_resume("r1").parsed.resume;
  corrected.basics.name.value = "Somebody Else";
  w.service->edit_resume("r1", corrected);
  CHECK(w.service->diff({"", "v1"}).added == accepted.added);  // against the resume as it was
}

TEST_CASE("an export is recorded once for the same bytes") {
  ProposedWorkspace w;
  w.accept(choose(Accept::Choice::all));
  const auto file = w.service->export_version({"v1", render::Format::text, {}});
  CHECK(file.bytes.find("Kubernetes deployment manifests") != std::string::npos);
  CHECK(file.suggested_name == "Mara Lindqvist - Senior Backend Engineer.txt");
  CHECK(w.service->export_version({"v1", render::Format::text, {}}).bytes == file.bytes);
  w.service->export_version({"@", render::Format::markdown, {}});
  auto database = w.database();
  CHECK(number(database.query("SELECT count(*) FROM export_artifacts")) == 2);
  const auto entries = w.service->log(3);
  CHECK(entries.at(0).action == "exported");
  CHECK(entries.at(1).action == "exported");
  CHECK(entries.at(2).action == "accepted");
}

TEST_CASE("at most so many changes make another run, stored as such") {
  PairWorkspace w;
  const auto all = w.optimize();
  REQUIRE(all.record.suggestions >= 2);
  Optimize one = pair_request();
  one.max_changes = 1;
  const auto some = w.service->optimize(one);
  CHECK(some.record.identity.handle == "o2");
  CHECK(some.record.suggestions == 1);
  CHECK(some.record.max_changes == 1);
  CHECK(to_json(some.record)["maxChanges"] == 1);
  CHECK(w.service->optimize(one).record.reused);
  CHECK(w.optimize().record.identity.handle == "o1");
  one.max_changes = -1;
  CHECK(code_of([&] { w.service->optimize(one); }) == Errc::invalid_input);
}

TEST_CASE("a refinement keeps what was decided, and its instructions stay for the next") {
  ProposedWorkspace w;
  Accept request{"o1", Accept::Choice::listed, SectionKind::other, {}, "", false};
  request.decisions = {{1, Decision::Kind::edited, "Wrote the Kubernetes manifests"}};
  w.service->accept(request);  // 2, 3 and 4 count as declined

  const auto refined = w.service->refine({"o1", "more about Python, sparkle"});
  CHECK(refined.record.identity.handle == "o2");
  CHECK(refined.record.refined.handle == "o1");
  const auto target = [&](const OptimizationDetail& detail, std::string_view path) {
    return std::ranges::find(detail.suggestions, path, &Suggestion::target);
  };
  const auto kept = target(refined, "/work/0/highlights/1");
  REQUIRE(kept != refined.suggestions.end());
  CHECK(kept->proposed == "Wrote the Kubernetes manifests");
  CHECK(kept->origin == "edited");
  CHECK(target(refined, "/work/0/highlights") == refined.suggestions.end());
  CHECK(target(refined, "/basics/summary") == refined.suggestions.end());
  CHECK(std::ranges::none_of(refined.suggestions, [](const Suggestion& s) {
    return s.kind == SuggestionKind::surface_skill && s.proposed == "Kubernetes";
  }));
  CHECK(std::ranges::any_of(refined.warnings, [](const std::string& warning) {
    return warning.find("sparkle") != std::string::npos && warning.find("more about SKILL") != std::string::npos;
  }));
  CHECK(to_json(refined.record)["refinedHandle"] == "o1");
  CHECK(w.service->refine({"o1", "more about Python, sparkle"}).record.reused);

  // Of o2 nothing is accepted yet: what was decided on o1 still holds, and so does what was asked for.
  const auto again = w.service->refine({"o2", "keep skills"});
  CHECK(again.record.instructions == "more about Python, sparkle; keep skills");
  CHECK(target(again, "/work/0/highlights/1") != again.suggestions.end());
  CHECK(target(again, "/work/0/highlights") == again.suggestions.end());
  // All of it makes a version, and what it says comes from the resume.
  const auto version = w.service->accept({"o3", Accept::Choice::all, SectionKind::other, {}, "", false});
  CHECK(version.resume.work[0].highlights[1].value == "Wrote the Kubernetes manifests");
  CHECK(w.service->verify("v2").empty());
}

TEST_CASE("a refinement may be tried, needs instructions, and starts from what was optimized") {
  PairWorkspace w;
  w.optimize();
  const auto tried = w.service->refine({"o1", "skills first", 0, true});
  CHECK(tried.record.identity.id.empty());
  CHECK(tried.record.strategy == Strategy::skills_focus);
  CHECK(tried.record.status == RunStatus::completed);
  CHECK(w.service->list_optimizations().size() == 1);
  CHECK(code_of([&] { w.service->refine({"o1", "  "}); }) == Errc::invalid_input);
  CHECK(code_of([&] { w.service->refine({"o9", "shorter"}); }) == Errc::not_found);
  CHECK(w.service->refine({"o1", "shorter", 1}).record.max_changes == 1);
  // The resume was corrected since: decisions and lines are those of the refined run.
  auto corrected = w.service->get_resume("r1").parsed.resume;
  corrected.work[0].highlights.clear();
  w.service->edit_resume("r1", corrected);
  CHECK_NOTHROW(w.service->refine({"o1", "careful"}));
}
