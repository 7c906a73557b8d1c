// Resumes, postings, references and gc: what goes into a workspace and out of it.
#include <resumax/core/resume_json.hpp>
#include <tests/unit/service/workspace_fixture.hpp>

#include <nlohmann/json.hpp>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <thread>

using namespace resumax;
using namespace resumax::service;
using test::code_of;
using test::error_of;
using test::number;
using test::TestWorkspace;

TEST_CASE("the same bytes are the same resume, whatever they are called") {
  TestWorkspace w;
  const auto first = w.add_resume();
  CHECK(first.identity.handle == "r1");
  CHECK(first.title == "mara");
  CHECK(first.parse_status == ParseStatus::completed);
  CHECK_FALSE(first.existed);

  const auto again = w.service->add_resume({std::string(test::resume_json), "copy.json", ""});
  CHECK(again.existed);
  CHECK(again.identity.id == first.identity.id);
  CHECK(again.title == "mara");
  const auto renamed = w.service->add_resume({std::string(test::resume_json), "copy.json", "  Master\tCV "});
  CHECK(renamed.existed);
  CHECK(renamed.title == "Master CV");
  CHECK(w.service->list_resumes().size() == 1);

  auto database = w.database();
  auto row = database.query("SELECT bytes FROM blobs");
  REQUIRE(row.step());
  CHECK(row.text() == test::resume_json);
}

TEST_CASE("a resume comes back as it was read, after the workspace was closed") {
  TestWorkspace w;
  w.add_resume("%PDF-1.7 fine\nMara Lindqvist\nmara@example.org\n\nSkills\nPython, PostgreSQL\n", "mara.pdf");
  const auto read = w.service->parse_resume(
      "%PDF-1.7 fine\nMara Lindqvist\nmara@example.org\n\nSkills\nPython, PostgreSQL\n", "mara.pdf");
  w.service = w.open();
  const auto detail = w.service->get_resume("r1");
  CHECK(detail.parsed.text == read.text);
  CHECK(to_json(detail.parsed.resume) == to_json(read.resume));
  CHECK(field_notes(detail.parsed.resume) == field_notes(read.resume));
  CHECK(detail.record.mime_type == "application/pdf");
}

TEST_CASE("a failed parse is kept as failed, with its code, and read again when the file comes again") {
  TestWorkspace w;
  const std::string locked = "%PDF-1.7 locked\nMara Lindqvist\nSkills\nPython\n";
  const Error error = error_of([&] { w.add_resume(locked, "mara.pdf"); });
  CHECK(error.code() == Errc::encrypted);
  auto records = w.service->list_resumes();
  REQUIRE(records.size() == 1);
  CHECK(records[0].parse_status == ParseStatus::failed);
  REQUIRE(records[0].failure);
  CHECK(records[0].failure->code == "encrypted");
  CHECK(records[0].failure->hint == "save it without one");

  w.add_posting();
  CHECK(code_of([&] { w.service->optimize({"r1", "j1", Strategy::standard, false}); }) == Errc::parse_not_ready);

  w.extractor.unlocked = true;
  const auto record = w.add_resume(locked, "mara.pdf");
  CHECK(record.identity.handle == "r1");
  CHECK(record.parse_status == ParseStatus::completed);
  CHECK_FALSE(record.failure);
  CHECK(w.service->list_resumes().size() == 1);
}

TEST_CASE("what is no resume leaves nothing behind, not even a handle") {
  TestWorkspace w;
  w.limits.resume_bytes = 2000;
  w.limits.posting_bytes = 2000;
  w.service = w.open();
  struct Case {
    std::string bytes, filename;
    Errc code;
  };
  const std::vector<Case> cases{
      {"", "empty.pdf", Errc::invalid_input},
      {std::string(2001, 'x'), "long.txt", Errc::size_exceeded},
      {"GIF89a\x01\x02\x03", "photo.gif", Errc::unsupported_format},
      {"%PDF-1.7 foreign\n", "foreign.pdf", Errc::unsupported_format},
      {"%PDF-1.7 stopped\n", "stopped.pdf", Errc::interrupted},
      {"{\"songs\": []}", "songs.json", Errc::invalid_input},
      {"  \n \n", "blank.txt", Errc::invalid_input},
  };
  for (const auto& [bytes, filename, code] : cases) {
    INFO(filename);
    CHECK(code_of([&] { w.add_resume(bytes, filename); }) == code);
  }
  CHECK(code_of([&] { w.add_posting("", "empty.txt"); }) == Errc::invalid_input);
  CHECK(code_of([&] { w.add_posting(std::string(2001, 'x'), "long.txt"); }) == Errc::size_exceeded);
  CHECK(code_of([&] { w.add_posting("%PDF-1.7 damaged\n", "bad.pdf"); }) == Errc::parse_failed);

  auto database = w.database();
  CHECK(number(database.query("SELECT (SELECT count(*) FROM resumes) + (SELECT count(*) FROM job_descriptions) + "
                              "(SELECT count(*) FROM blobs) + (SELECT count(*) FROM handles) + "
                              "(SELECT count(*) FROM audit_log)")) == 0);
}

TEST_CASE("a disk that fills up while a resume is added leaves the workspace as it was") {
  TestWorkspace w;
  w.add_posting();
  w.service.reset();
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{600'000, 600'000};
    setrlimit(RLIMIT_FSIZE, &limit);
    int status = 1;
    try {
      w.open()->add_resume({std::string(test::posting_text) + std::string(1'000'000, '\n'), "long.txt", ""});
    } catch (const Error& error) {
      status = error.code() == Errc::storage_error ? 0 : 2;
    }
    _exit(status);
  }
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(status == 0);
  w.service = w.open();
  CHECK(w.service->list_resumes().empty());
  CHECK(w.service->list_postings().size() == 1);
  CHECK(w.add_resume().identity.handle == "r1");
}

TEST_CASE("the workspace folder is its owner's alone") {
  test::TemporaryFolder parent;
  TestWorkspace w;
  const auto folder = parent.path() / "deep" / ".resumax";
  service::open_local_service(folder, true, {w.extractor, w.clock, w.ids, w.progress, nullptr, {}});
  CHECK((std::filesystem::status(folder).permissions() & std::filesystem::perms::mask) ==
        std::filesystem::perms::owner_all);
  CHECK(code_of([&] {
          service::open_local_service(parent.path() / "none", false,
                                      {w.extractor, w.clock, w.ids, w.progress, nullptr, {}});
        }) == Errc::not_found);
  CHECK_FALSE(std::filesystem::exists(parent.path() / "none"));
}

TEST_CASE("a correction stands beside the parse and keeps the places of what it left alone") {
  TestWorkspace w;
  w.add_resume("%PDF-1.7 fine\nMara Lindqvist\nmara@example.org\n\nSkills\nPython, PostgreSQL\n", "mara.pdf");
  const auto before = w.service->get_resume("r1");
  REQUIRE(before.parsed.resume.basics.email.value == "mara@example.org");
  auto json = to_json(before.parsed.resume);
  json["basics"]["label"] = "Backend Developer";
  const auto record = w.service->edit_resume("r1", resume_from_json(json));
  CHECK(record.parse_status == ParseStatus::completed);
  const auto after = w.service->get_resume("r1");
  CHECK(after.edited);
  CHECK(after.parsed.resume.basics.label.value == "Backend Developer");
  CHECK(after.parsed.resume.basics.email.span == before.parsed.resume.basics.email.span);
  CHECK_FALSE(after.parsed.resume.basics.email.span.empty());
  auto database = w.database();
  auto row = database.query("SELECT parsed_sections FROM resumes");
  row.step();
  CHECK(nlohmann::json::parse(row.text()) == to_json(before.parsed.resume));
}

TEST_CASE("a posting gets its title from the caller, the text or the file's name, in this order") {
  TestWorkspace w;
  const std::string untitled = "we look for somebody who writes python and postgresql every day, and likes it.\n";
  CHECK(w.service->add_posting({untitled, "data-engineer.txt", "", "", ""}).record.title != "");
  CHECK(w.service->add_posting({untitled + "1", "x.txt", "Data Engineer", "Halden", ""}).record.title ==
        "Data Engineer");
  const auto detail = w.add_posting();
  CHECK(detail.record.company == "Halden Freight");
  CHECK(detail.record.source_type == "upload");
  CHECK(w.service->add_posting({untitled + "2", "-", "Clerk", "", ""}).record.source_type == "paste");
}

TEST_CASE("editing a posting shows in the posting, and the same bytes again are the same posting") {
  TestWorkspace w;
  const std::string bare = std::string(test::posting_text.substr(test::posting_text.find("About")));
  const auto added = w.service->add_posting({bare, "x.txt", "Engineer", "", ""});
  const auto has = [](const std::vector<Finding>& findings, std::string_view code) {
    return std::ranges::any_of(findings, [&](const Finding& f) { return f.code == code; });
  };
  REQUIRE(has(added.record.findings, "posting_no_company"));
  w.service->edit_posting({"j1", {}, "Halden Freight", {}});
  const auto edited = w.service->get_posting("j1");
  CHECK(edited.record.company == "Halden Freight");
  CHECK(edited.posting.company.value == "Halden Freight");
  CHECK_FALSE(has(edited.posting.findings, "posting_no_company"));
  CHECK(edited.posting.text == added.posting.text);
  CHECK(edited.posting.lines.size() == added.posting.lines.size());

  const auto again = w.service->add_posting({bare, "x.txt", "Platform Engineer", "", ""});
  CHECK(again.record.existed);
  CHECK(again.record.title == "Platform Engineer");
  CHECK(again.record.company == "Halden Freight");
  CHECK(w.service->list_postings().size() == 1);
  CHECK(code_of([&] { w.service->edit_posting({"j1", "", {}, {}}); }) == Errc::invalid_input);
}

TEST_CASE("references") {
  TestWorkspace w;
  w.service->add_resume({std::string(test::resume_json), "mara.json", "Master CV"});
  const auto second = w.service->add_resume({"{\"basics\": {\"name\": \"Ivo Brandt\"}}", "ivo.json", "Ivo's CV"});
  w.service->add_resume({"{\"basics\": {\"name\": \"Ada Kern\"}}", "ada.json", "cafe manager"});
  w.add_posting();
  w.service->remove_resume(w.service->add_resume({"{\"basics\": {\"name\": \"X\"}}", "x.json", "gone"}).identity.id);
  REQUIRE(second.identity.id.starts_with("2aaaaaaa"));

  struct Case {
    std::string reference, handle;  // handle "" : an error
    Errc code = Errc::not_found;
  };
  const std::vector<Case> resumes{
      {"r1", "r1", {}},
      {"r2", "r2", {}},
      {second.identity.id, "r2", {}},
      {"2AAA", "r2", {}},
      {"2aa", "", Errc::not_found},  // too short for a UUID's beginning
      {"Master CV", "r1", {}},
      {"master cv", "r1", {}},
      {"mast", "r1", {}},
      {"cv", "", Errc::invalid_input},  // in two titles
      {"cafe", "r3", {}},               // looks like a UUID, is a title
      {"@", "r3", {}},
      {"r9", "", Errc::not_found},
      {"r4", "", Errc::not_found},  // removed
      {"gone", "", Errc::not_found},
      {"j1", "", Errc::invalid_input},  // of another kind
      {"", "", Errc::not_found},
      {"nobody", "", Errc::not_found},
      {"%", "", Errc::not_found},
      {"____", "", Errc::not_found},
  };
  for (const auto& [reference, handle, code] : resumes) {
    INFO(reference);
    if (handle.empty()) {
      CHECK(code_of([&] { w.service->get_resume(reference); }) == code);
    } else {
      CHECK(w.service->get_resume(reference).record.identity.handle == handle);
    }
  }
  CHECK(w.service->resolve("j1").first == ObjectKind::job_description);
  CHECK(w.service->resolve("ivo").second.handle == "r2");
  CHECK(w.service->resolve("@").second.handle == "j1");
  CHECK(std::string(error_of([&] { w.service->get_resume("r4"); }).what()).find("removed") != std::string::npos);
  CHECK(std::string(error_of([&] { w.service->get_resume("cv"); }).what()).find("r2 (Ivo's CV)") != std::string::npos);
}

TEST_CASE("deleting hides, gc removes for good, and a handle names one object for ever") {
  TestWorkspace w;
  w.add_resume();
  w.add_posting();
  w.service->optimize({"r1", "j1", Strategy::standard, false});
  w.service->accept({"o1", Accept::Choice::all, {}, {}, "", false});
  w.service->export_version({"v1", render::Format::text, {}});
  w.service->remove_resume("r1");
  CHECK(w.service->list_resumes().empty());
  CHECK(w.service->list_optimizations().empty());
  CHECK(w.service->list_versions().empty());
  CHECK(code_of([&] { w.service->get_version("v1"); }) == Errc::not_found);
  CHECK(w.service->status().versions == 0);
  CHECK(w.service->list_postings().size() == 1);
  CHECK(w.service->log(100).front().action == "removed");

  auto same_bytes = w.add_resume();
  CHECK(same_bytes.identity.handle == "r2");
  CHECK_FALSE(same_bytes.existed);

  const auto planned = w.service->gc(true);
  CHECK(planned.resumes == 1);
  CHECK(planned.optimizations == 1);
  CHECK(planned.versions == 1);
  CHECK(planned.blobs == 2);  // the pair's snapshots; the file itself is r2's
  CHECK(planned.bytes > 0);
  const auto done = w.service->gc(false);
  CHECK(done.versions == 1);
  CHECK(done.bytes == planned.bytes);
  CHECK(w.service->gc(false).versions == 0);
  for (const auto& entry : w.service->log(100)) CHECK(entry.identity.handle != "r1");

  w.service->remove_resume("r2");
  w.service->gc(false);
  CHECK(w.add_resume().identity.handle == "r3");
  w.service->optimize({"r3", "j1", Strategy::standard, false});
  CHECK(w.service->list_optimizations().front().identity.handle == "o2");

  auto database = w.database();
  auto row = database.query("PRAGMA foreign_key_check");
  CHECK_FALSE(row.step());
}

TEST_CASE("several processes adding the same files make each of them once") {
  TestWorkspace w;
  std::vector<std::thread> threads;
  std::atomic<int> failures = 0;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      try {
        test::FakeExtractor extractor;
        SystemClock clock;
        RandomIds ids;
        NoProgress progress;
        auto service = open_local_service(w.folder.path(), true, {extractor, clock, ids, progress, nullptr, {}});
        for (int i = 0; i < 8; ++i)
          service->add_resume({"{\"basics\": {\"name\": \"Person " + std::to_string(i) + "\"}}", "p.json", ""});
      } catch (const std::exception&) {
        ++failures;
      }
    });
  for (auto& thread : threads) thread.join();
  CHECK(failures == 0);
  const auto records = w.service->list_resumes();
  REQUIRE(records.size() == 8);
  for (std::size_t i = 0; i < records.size(); ++i)
    CHECK(records[i].identity.handle == "r" + std::to_string(i + 1));  // no number is lost to a loser of the race
}

TEST_CASE("a record that was tampered with is a damaged workspace, not the caller's fault") {
  TestWorkspace w;
  w.add_resume();
  w.add_posting();
  auto database = w.database();
  database.run("UPDATE resumes SET parsed_sections = '{\"work\": 3}'");
  database.run("UPDATE job_descriptions SET metadata = '[]'");
  CHECK(code_of([&] { w.service->get_resume("r1"); }) == Errc::storage_error);
  CHECK(code_of([&] { w.service->get_posting("j1"); }) == Errc::storage_error);
  CHECK(w.service->list_resumes().size() == 1);
}

TEST_CASE("a workspace in memory works and leaves nothing") {
  TestWorkspace w;
  auto service = open_local_service({}, true, {w.extractor, w.clock, w.ids, w.progress, nullptr, {}});
  service->add_resume({std::string(test::resume_json), "mara.json", ""});
  CHECK(service->list_resumes().size() == 1);
  CHECK(w.service->list_resumes().empty());
}
