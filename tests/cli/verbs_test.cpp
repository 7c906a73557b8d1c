// What each verb prints, over a fake workspace: golden files under golden/<verb>/.
#include "fake_service.hpp"
#include "world.hpp"

#include <resumax/layout.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace resumax;
using test::Ran;
using test::World;
using Words = std::vector<std::string>;

namespace {

struct FakeWorld : World {
  FakeWorld() {
    open_service = [](const auto&, bool, auto) { return test::make_fake_service(); };
    read_resume = [](auto&, const auto& bytes, const auto& name, auto) {
      return test::make_fake_service()->parse_resume(bytes, name);
    };
    put("cv.pdf", "%PDF-");
    put("job.txt", "text");
    put("fixed.json", R"({"basics": {"name": "Mira Sandholt"}})");
    put("items.jsonl", R"({"id": "a", "path": "/work/0/highlights/0", "proposed": "Ran the settlement service"}
{"id": 2, "path": "/work/0/highlights/0", "proposed": "Ran it with Terraform"}
)");
    put("mixed.jsonl", R"({"id": "a", "path": "/work/7/highlights/0", "proposed": "Ran the settlement service"}
no JSON

{"id": "c", "path": "/work/0/highlights/0"}
{"id": "d", "path": "/work/0/highlights/0", "proposed": "Ran the settlement service"}
)");
    put("blank.jsonl", "\xEF\xBB\xBF\r\n  \r\n");
    put("pointers.jsonl",
        "\xEF\xBB\xBF{\"id\": \"older key\", \"path\": \"/work/0/company\", \"proposed\": \"x\"}\r\n"
        "{\"id\": \"new line\", \"path\": \"/work/0/highlights/9\", \"proposed\": \"Ran the settlement service\"}\r\n"
        "{\"id\": \"no index\", \"path\": \"/work/0/highlights/x\", \"proposed\": \"x\"}\r\n"
        "{\"id\": \"no key\", \"path\": \"/basics/shoe\", \"proposed\": \"x\"}\r\n"
        "{\"id\": \"twice\", \"path\": \"work/0/name\", \"proposed\": \"x\"}\r\n"
        "{\"id\": \"twice\", \"path\": \"\", \"proposed\": \"x\"}\r\n"
        "{\"id\": {\"a\": [1]}, \"path\": 3, \"proposed\": \"x\"}\r\n"
        "[{\"id\": 8}]\r\n{\"id\": 9, \"path\"\r\n");
    put("lines.txt",
        "You know Kubernetes and Terraform.\nAs a Java developer you join our data science team.\n\n"
        "We are an equal opportunity employer and teach Python.\n");
    put("skills.tsv", "Alpha\tx\tbeta\nGamma\tx\tBeta\tDelta\nSpring\tx\n");
    std::filesystem::create_directory(folder() / ".resumax");
  }
};

/// One text of all that a run shows: the command, its exit code and both streams.
std::string transcript(const Words& words, const Ran& ran, const World& world) {
  std::string text = "$ resumax";
  for (const auto& word : words) text += word.find(' ') == std::string::npos ? " " + word : " '" + word + "'";
  text += "\n" + ran.out;
  if (!ran.err.empty()) text += "--- stderr\n" + ran.err;
  if (ran.code != 0) text += "--- exit " + std::to_string(ran.code) + "\n";
  return test::without_folder(text, world);
}

struct Golden {
  const char* name;
  Words words;
};

const std::vector<Golden> goldens{
    {"init/new", {"init", "there"}},
    {"init/again", {"init"}},
    {"resume/add", {"resume", "add", "cv.pdf"}},
    {"resume/add-several", {"resume", "add", "cv.pdf", "gone.pdf"}},
    {"resume/add-dry-run", {"resume", "add", "cv.pdf", "--dry-run"}},
    {"resume/list", {"resume", "list"}},
    {"resume/show", {"resume", "show", "r1"}},
    {"resume/edit", {"resume", "edit", "r1", "--from", "fixed.json"}},
    {"resume/rename", {"resume", "rename", "r1", "Two pages"}},
    {"resume/rm", {"resume", "rm", "r1", "--force"}},
    {"resume/parse", {"resume", "parse", "cv.pdf"}},
    {"jd/add", {"jd", "add", "job.txt"}},
    {"jd/list", {"jd", "list"}},
    {"jd/show", {"jd", "show", "j1"}},
    {"jd/edit", {"jd", "edit", "j1", "--title", "Engineer"}},
    {"jd/rm", {"jd", "rm", "j1", "--dry-run"}},
    {"jd/parse", {"jd", "parse", "job.txt"}},
    {"taxonomy/show", {"taxonomy", "show", "CCNA"}},
    {"taxonomy/find", {"taxonomy", "find", "lines.txt"}},
    {"taxonomy/find-asked", {"taxonomy", "find", "lines.txt", "--asked", "--json"}},
    {"taxonomy/check", {"taxonomy", "check", "skills.tsv"}},
    {"taxonomy/import", {"taxonomy", "import", "skills.tsv", "lines.txt"}},
    {"taxonomy/import-dry-run", {"taxonomy", "import", "skills.tsv", "--dry-run"}},
    {"taxonomy/import-json", {"taxonomy", "import", "skills.tsv", "--json"}},
    {"taxonomy/import-missing", {"taxonomy", "import", "gone.csv"}},
    {"taxonomy/rm", {"taxonomy", "rm", "skills_xx.csv", "--force"}},
    {"taxonomy/rm-unknown", {"taxonomy", "rm", "other.csv", "--force"}},
    {"taxonomy/rm-asks", {"taxonomy", "rm", "skills_xx.csv"}},
    {"taxonomy/list", {"taxonomy", "list", "--category", "programming language"}},
    {"taxonomy/unknown", {"taxonomy", "show", "juggling with knives"}},
    {"score/plain", {"score", "r1", "j1"}},
    {"score/explain", {"score", "cv.pdf", "job.txt", "--explain"}},
    {"rank/files", {"rank", "job.txt", "cv.pdf", "fixed.json", "--limit", "1"}},
    {"optimize/pair", {"optimize", "r1", "j1"}},
    {"optimize/export",
     {"optimize", "cv.pdf", "job.txt", "--accept", "safe", "--export", "out.pdf", "--export", "out.txt"}},
    {"refine/text", {"refine", "o1", "more about Python, sparkle"}},
    {"refine/json", {"refine", "o1", "shorter", "--max-changes", "2", "--dry-run", "--json"}},
    {"status/plain", {"status"}},
    {"diff/unified", {"diff", "o1"}},
    {"diff/side-by-side", {"diff", "o1", "--side-by-side"}},
    {"diff/stat", {"diff", "o1", "--stat", "--exit-code"}},
    {"diff/words", {"diff", "v1", "--word-diff"}},
    {"accept/numbers", {"accept", "o1", "--suggestion", "1-2", "--notes", "why not"}},
    {"accept/edited", {"accept", "o1", "--suggestion", "1,2", "--edit", "2=Integration tests"}},
    {"accept/dry-run", {"accept", "--all", "--dry-run"}},
    {"log/plain", {"log"}},
    {"show/resume", {"show", "r1"}},
    {"show/posting", {"show", "j1"}},
    {"show/optimization", {"show", "o1"}},
    {"show/version", {"show", "v1"}},
    {"show/unknown", {"show", "x9"}},
    {"blame/version", {"blame", "v1"}},
    {"guard/text", {"guard", "r1", "--items", "items.jsonl"}},
    {"guard/json", {"guard", "r1", "--items", "items.jsonl", "--json"}},
    {"guard/mixed", {"guard", "r1", "--items", "mixed.jsonl", "--json"}},
    {"guard/pointers", {"guard", "r1", "--items", "pointers.jsonl", "--json"}},
    {"guard/blank", {"guard", "r1", "--items", "blank.jsonl"}},
    {"guard/mixed-text", {"guard", "r1", "--items", "mixed.jsonl"}},
    {"verify/supported", {"verify", "v1"}},
    {"verify/findings", {"verify", "v2"}},
    {"export/named", {"export", "v1", "-o", "cv2.docx"}},
    {"export/stdout", {"export", "v1", "--format", "text", "-o", "-"}},
    {"config/list", {"config", "list"}},
    {"config/origin", {"config", "list", "--show-origin", "-c", "ui.color=never"}},
    {"config/set", {"config", "set", "limits.resume", "8 MB"}},
    {"config/get", {"config", "get", "limits.resume", "--json"}},
    {"config/unset", {"config", "unset", "limits.resume", "--local", "--dry-run"}},
    {"config/path", {"config", "path"}},
    {"gc/dry-run", {"gc", "--dry-run"}},
    {"gc/force", {"gc", "--force"}},
    {"help/overview", {"help"}},
    {"help/verb", {"help", "export"}},
    {"help/group", {"jd", "--help"}},
};

const std::vector<Words> json_runs{
    {"init"},
    {"resume", "add", "cv.pdf"},
    {"resume", "add", "cv.pdf", "job.txt"},
    {"resume", "list"},
    {"resume", "show"},
    {"resume", "edit", "r1", "--from", "fixed.json"},
    {"resume", "rename", "r1", "x"},
    {"resume", "rm", "r1", "-f"},
    {"resume", "parse", "cv.pdf"},
    {"jd", "add", "job.txt"},
    {"jd", "list"},
    {"jd", "show"},
    {"jd", "edit", "j1", "--title", "x"},
    {"jd", "rm", "j1", "-f"},
    {"jd", "parse", "job.txt"},
    {"taxonomy", "list"},
    {"taxonomy", "import", "skills.tsv", "-n"},
    {"taxonomy", "rm", "skills_xx.csv", "-n"},
    {"score", "r1", "j1"},
    {"rank", "j1"},
    {"rank", "j1", "r1", "cv.pdf"},
    {"optimize", "r1", "j1"},
    {"optimize", "r1", "j1", "--accept", "all", "--export", "j.pdf"},
    {"status"},
    {"diff"},
    {"accept", "--all"},
    {"log"},
    {"show", "r1"},
    {"show", "j1"},
    {"show", "o1"},
    {"show", "v1"},
    {"blame"},
    {"verify", "v1"},
    {"export", "-o", "k.pdf"},
    {"config", "list"},
    {"config", "get", "ui.color"},
    {"config", "set", "ui.color", "never"},
    {"config", "unset", "ui.color"},
    {"config", "path"},
    {"gc", "-f"},
    {"help"},
    {"help", "resume", "add"},
    {"completion", "zsh"},
};

}  // namespace

TEST_CASE("verbs print as their golden files say") {
  for (const auto& [name, words] : goldens) {
    FakeWorld world;
    const auto ran = world.run(words);
    INFO(name);
    CHECK(test::check_golden("cli/golden/" + std::string(name) + ".txt", transcript(words, ran, world)) == "");
  }
}

TEST_CASE("narrow terminals get narrow lines") {
  for (const int width : {40, 80, 200}) {
    for (const auto& words : std::vector<Words>{{"status"},
                                                {"resume", "list"},
                                                {"resume", "show"},
                                                {"optimize", "r1", "j1"},
                                                {"diff", "o1"},
                                                {"diff", "o1", "--side-by-side"},
                                                {"diff", "--stat"},
                                                {"blame"},
                                                {"score", "r1", "j1", "--explain"},
                                                {"log"},
                                                {"jd", "list"},
                                                {"gc", "--help"}}) {
      FakeWorld world;
      world.width = width;
      std::istringstream lines(world.run(words).out);
      for (std::string line; std::getline(lines, line);) {
        INFO(words.front() << " at " << width << ": " << line);
        // The parting line of a table, a path or an example may be longer; text is not.
        CHECK((app::columns(line) <= width || line.find("workspace") == 0 || line.find("  resumax") == 0));
      }
    }
  }
}

TEST_CASE("every verb prints one JSON record without colour") {
  for (auto words : json_runs) {
    FakeWorld world;
    world.out_terminal = true;
    words.push_back("--json");
    const auto ran = world.run(words);
    INFO(words[0] << " " << (words.size() > 1 ? words[1] : "") << ": " << ran.err);
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(nlohmann::json::parse(ran.out, nullptr, false).is_object());
    CHECK(ran.out.find('\033') == std::string::npos);
  }
}

TEST_CASE("colour is for terminals that want it") {
  const auto coloured = [](FakeWorld& world, Words words) {
    return world.run(std::move(words)).out.find('\033') != std::string::npos;
  };
  FakeWorld world;
  CHECK_FALSE(coloured(world, {"diff", "o1"}));
  world.out_terminal = true;
  CHECK(coloured(world, {"diff", "o1"}));
  CHECK_FALSE(coloured(world, {"diff", "o1", "--no-color"}));
  CHECK_FALSE(coloured(world, {"diff", "o1", "-c", "ui.color=never"}));
  world.environment["TERM"] = "dumb";
  CHECK_FALSE(coloured(world, {"diff", "o1"}));
  world.environment = {{"NO_COLOR", "1"}};
  CHECK_FALSE(coloured(world, {"diff", "o1"}));
  CHECK(coloured(world, {"diff", "o1", "-c", "ui.color=always"}));
}

TEST_CASE("long output goes through the pager, on a terminal only") {
  FakeWorld world;
  world.run({"help"});
  CHECK(world.paged.empty());
  world.out_terminal = true;
  CHECK(world.run({"help"}).out.empty());
  REQUIRE(world.paged.size() == 1);
  CHECK(world.paged[0].substr(0, world.paged[0].find('\n')) == "less -FRX");
  world.run({"help", "--no-pager"});
  world.run({"status", "-c", "ui.pager=most"});  // short: no pager
  CHECK(world.paged.size() == 1);
  world.environment["PAGER"] = "more";
  world.run({"help", "-c", "ui.pager=most"});
  CHECK(world.paged.back().substr(0, 5) == "most\n");
  world.environment["RESUMAX_PAGER"] = "cat";
  world.run({"help", "-c", "ui.pager=most"});
  CHECK(world.paged.size() == 2);
}

TEST_CASE("accept -p asks like git add -p") {
  FakeWorld world;
  world.in_terminal = world.err_terminal = true;
  world.environment["NO_COLOR"] = "1";
  const auto picked = [&](const std::string& keys) {
    const auto ran = world.run({"accept", "o1", "-p", "--json"}, keys);
    if (ran.out.empty()) return std::string("none");
    std::string list;
    const auto record = nlohmann::json::parse(ran.out);
    for (const auto& change : record["acceptedChanges"])
      list +=
          std::to_string(change["suggestion"].get<int>()) + change["decision"].get<std::string>().substr(0, 1) + " ";
    return list;
  };
  CHECK(picked("y\nn\n") == "1a ");
  CHECK(picked("n\ny\n") == "2a ");
  CHECK(picked("y\ny\n") == "1a 2a ");
  CHECK(picked("n\nn\n") == "none");
  CHECK(picked("a\nn\n") == "1a ");  // a is for the section: the skills are asked about
  CHECK(picked("d\ny\n") == "2a ");
  CHECK(picked("y\nq\n") == "1a ");
  CHECK(picked("q\n") == "none");
  CHECK(picked("y\n") == "1a ");  // the end of input stops as q does
  CHECK(picked("?\nx\n\ny\nq\n") == "1a ");
  world.edited = "Ran settlement\n# was: nothing\n";
  CHECK(picked("e\nq\n") == "1e ");
  world.edited = "Ran it with Terraform\n";
  CHECK(picked("e\nn\nq\n") == "none");  // the guard refuses it, and the question stands
  CHECK(world.run({"accept", "o1", "-p"}, "e\nn\nq\n").err.find("'Terraform'") != std::string::npos);
  const auto shown = world.run({"accept", "o1", "-p"}, "y\nq\n").err;
  CHECK(test::check_golden("cli/golden/accept/patch.txt", shown) == "");
}

TEST_CASE("destructive verbs ask, and without a terminal say what answers them") {
  FakeWorld world;
  for (const Words& words : {Words{"resume", "rm", "r1"}, Words{"jd", "rm", "j1"}, Words{"gc"}}) {
    world.in_terminal = world.err_terminal = false;
    const auto refused = world.run(words);
    CHECK(refused.code == 2);
    CHECK(refused.err.find("--force") != std::string::npos);
    world.in_terminal = world.err_terminal = true;
    CHECK(world.run(words, "n\n").out.empty());
    CHECK(world.run(words, "n\n").code == 1);
    CHECK(world.run(words, "y\n").out.find("removed") != std::string::npos);
  }
}

TEST_CASE("exports are whole, atomic and never over another file") {
  FakeWorld world;
  world.put("out.pdf", "mine");
  const auto refused = world.run({"export", "v1", "-o", "out.pdf"});
  CHECK(refused.code == 6);
  CHECK(world.get("out.pdf") == "mine");
  CHECK(world.run({"export", "v1", "-o", "out.pdf", "--force", "--dry-run"}).code == 0);
  CHECK(world.get("out.pdf") == "mine");
  CHECK(world.run({"export", "v1", "-o", "out.pdf", "--force"}).code == 0);
  CHECK(world.get("out.pdf") == "bytes of the file\n");
  CHECK(world.run({"export", "--dry-run", "--format", "text"}).out.find("would write a file under the name") == 0);
  CHECK(world.run({"export", "v1", "-o", "nowhere/out.pdf"}).code == 3);
  CHECK(world.run({"export", "v1", "-o", "out.odt"}).code == 2);
  CHECK(world.run({"export", "v1", "-o", "out.MD"}).code == 0);
  world.interrupted = true;
  CHECK(world.run({"export", "v1", "-o", "late.pdf"}).code == 130);
  CHECK_FALSE(world.has("late.pdf"));
  for (const auto& entry : std::filesystem::directory_iterator(world.folder()))
    CHECK(entry.path().filename().string().find("late") == std::string::npos);
  world.interrupted = false;
  world.out_terminal = true;
  CHECK(world.run({"export", "v1", "-o", "-"}).code == 2);  // a PDF is not for a terminal
}

TEST_CASE("a resume is edited as JSON Resume in the editor") {
  FakeWorld world;
  world.environment["NO_COLOR"] = "1";
  CHECK(world.run({"resume", "edit", "r1"}).code == 2);
  world.in_terminal = world.err_terminal = true;
  CHECK(world.run({"resume", "edit", "r1"}).code == 3);  // nothing was changed
  world.edited = R"({"basics": {"name": "Mira S."}})";
  CHECK(world.run({"resume", "edit", "r1"}).code == 0);
  world.edited = "{";
  CHECK(world.run({"resume", "edit", "r1"}).err.find("error[parse_failed]") == 0);
}

TEST_CASE("a trace has steps and no text of anybody's") {
  FakeWorld world;
  world.environment["RESUMAX_TRACE"] = "trace.jsonl";
  world.run({"resume", "rename", "r1", "Secret title"});
  world.run({"show", "x9"});
  std::istringstream lines(world.get("trace.jsonl"));
  std::vector<std::string> events;
  for (std::string line; std::getline(lines, line);) events.push_back(nlohmann::json::parse(line)["event"]);
  CHECK(events == std::vector<std::string>{"start", "end", "start", "error", "end"});
  CHECK(world.get("trace.jsonl").find("Secret") == std::string::npos);
}
