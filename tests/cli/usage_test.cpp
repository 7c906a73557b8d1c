// The command line itself: what is refused and how, and that man pages and completions follow the command tree.
#include "world.hpp"

#include <resumax/core/error.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace resumax;
using nlohmann::json;
using test::World;
using Words = std::vector<std::string>;

namespace {

struct Usage {
  Words words;
  std::string message, hint;
};

const std::vector<Usage> bad_usage{
    {{"expor"}, "unknown verb 'expor'", "did you mean export?"},
    {{"add"}, "unknown verb 'add'", "did you mean resumax resume add or resumax jd add?"},
    {{"resume"}, "needs a verb: add, list", ""},
    {{"jd", "lst"}, "unknown verb 'lst'", "did you mean list?"},
    {{"--jsn", "status"}, "unknown option '--jsn'", "did you mean --json?"},
    {{"status", "--workspce=x"}, "unknown option '--workspce'", "did you mean --workspace?"},
    {{"export", "--out", "x"}, "unknown option '--out'", ""},
    {{"export", "-o"}, "--output needs a value FILE", "--help"},
    {{"export", "--format", "odt"}, "--format: unknown export format 'odt'", "pdf"},
    {{"export", "v1", "v2"}, "takes no 'v2'", ""},
    {{"resume", "add"}, "needs FILE", ""},
    {{"resume", "rename", "r1"}, "needs TITLE", ""},
    {{"log", "-m", "many"}, "'many' is no whole number", ""},
    {{"accept", "o1"}, "what should be accepted?", "--all, --safe"},
    {{"accept", "o1", "--all", "--safe"}, "more than one way", ""},
    {{"accept", "o1", "--suggestion", "x"}, "'x' is no suggestion number", ""},
    {{"accept", "o1", "--edit", "3"}, "no text", "--edit NUMBER=TEXT"},
    {{"accept", "o1", "--section", "wrk"}, "unknown section 'wrk'", "work"},
    {{"accept", "o1", "-p"}, "asks on a terminal", "--suggestion"},
    {{"optimize", "a.txt", "b.txt", "--export", "x.pdf"}, "nothing is accepted", "--accept safe"},
    {{"optimize", "-", "-"}, "one file, not two", ""},
    {{"optimize", "r1", "j1", "--strategy", "bold"}, "unknown strategy 'bold'", "conservative"},
    {{"diff", "v1", "--stat", "--word-diff"}, "three ways", ""},
    {{"resume", "add", "a", "b", "--title", "x"}, "--title names one resume", ""},
    {{"guard", "r1"}, "nothing to check", "--items"},
    {{"jd", "edit", "j1"}, "nothing to change", "--title"},
    {{"completion", "tcsh"}, "unknown shell 'tcsh'", ""},
    {{"config", "get", "ui.colour"}, "unknown setting 'ui.colour'", "ui.color"},
    {{"status", "-c", "ui.color=red"}, "ui.color wants", ""},
    {{"status", "-c", "nonsense"}, "no value", ""},
    {{"help", "exprt"}, "unknown verb 'exprt'", "export"},
};

json tree() {
  World world;
  return json::parse(world.run({"__commands"}).out);
}

/// Every command of the tree that runs, with its own parameters.
void leaves(const json& command, std::vector<json>& out) {
  if (!command.contains("commands")) return out.push_back(command);
  for (const auto& child : command["commands"]) leaves(child, out);
}

}  // namespace

TEST_CASE("what cannot be meant is said with a hint, exit 2, and nothing on standard output") {
  for (const auto& [words, message, hint] : bad_usage) {
    World world;
    const auto ran = world.run(words);
    INFO(ran.err);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("error[usage]: ") == 0);
    CHECK(ran.err.find(message) != std::string::npos);
    CHECK(ran.err.find(hint) != std::string::npos);
    CHECK_FALSE(world.has(".local"));
  }
}

TEST_CASE("errors are one JSON record with --json") {
  World world;
  const auto ran = world.run({"show", "r7", "--json"});
  CHECK(ran.code == 3);
  CHECK(ran.out.empty());
  const auto error = json::parse(ran.err)["error"];
  CHECK(error["code"] == "not_found");
  CHECK(error["message"].get<std::string>().find("r7") != std::string::npos);
  CHECK(error.contains("hint"));
  CHECK(json::parse(world.run({"--json", "expor"}).err)["error"]["code"] == "usage");
}

TEST_CASE("options stand anywhere, and words after -- are no options") {
  World world;
  CHECK(world.run({"--json", "status"}).out == world.run({"status", "--json"}).out);
  CHECK(world.run({"resume", "--json", "list"}).out == world.run({"resume", "list", "--json"}).out);
  CHECK(world.run({"resume", "parse", "--", "-x.txt"}).err.find("no file -x.txt") != std::string::npos);
  CHECK(world.run({"--version"}).out == "resumax " + std::string(app::version()) + "\n");
  CHECK(world.run({"status", "--version"}).code == 0);
  CHECK(world.run({"optimize", "--help"}).code == 0);  // what is required is not required for help
  CHECK(world.run({"--help"}).out == world.run({}).out);
}

TEST_CASE("help, version and completion open and make nothing") {
  for (const Words& words :
       {Words{"--help"}, Words{"--version"}, Words{"export", "--help"}, Words{"completion", "bash"},
        Words{"help", "jd", "add"}, Words{"__complete", "settings"}, Words{"__complete", "resumes"}}) {
    World world;
    world.open_service = [](const auto&, bool, auto) -> std::unique_ptr<service::Service> {
      throw Error(Errc::internal, "opened");
    };
    const auto before = world.run(words);
    CHECK(before.code == 0);
    CHECK(std::filesystem::is_empty(world.folder()));
  }
}

TEST_CASE("man pages are what the tree makes: RESUMAX_ACCEPT_GOLDEN=1 writes them again") {
  World world;
  CHECK(test::check_golden("../man/resumax.1", world.run({"__man"}).out) == "");
  const auto all = tree();
  for (const auto& verb : all["commands"]) {
    const auto name = verb["path"].get<std::string>();
    const auto page = world.run({"__man", name}).out;
    CHECK(test::check_golden("../man/resumax-" + name + ".1", page) == "");
    std::vector<json> commands;
    leaves(verb, commands);
    for (const auto& command : commands)
      for (const auto& parameter : command.value("parameters", json::array())) {
        const auto option = parameter["name"].get<std::string>();
        INFO(name << " " << option);
        if (option[0] != '-') continue;
        std::string wanted = "Fl \\-";
        for (const char c : option.substr(2)) wanted += c == '-' ? std::string("\\-") : std::string(1, c);
        CHECK(page.find(wanted) != std::string::npos);
      }
  }
}

TEST_CASE("completions are what the tree makes and name every long option") {
  World world;
  const std::vector<std::pair<std::string, std::string>> shells{{"bash", "../completions/resumax.bash"},
                                                                {"zsh", "../completions/_resumax"},
                                                                {"fish", "../completions/resumax.fish"}};
  std::vector<json> commands;
  leaves(tree(), commands);
  for (const auto& [shell, file] : shells) {
    const auto script = world.run({"completion", shell}).out;
    CHECK(test::check_golden(file, script) == "");
    for (const auto& command : commands)
      for (const auto& parameter : command.value("parameters", json::array())) {
        auto option = parameter["name"].get<std::string>();
        if (option[0] != '-') continue;
        INFO(shell << " " << command["path"] << " " << option);
        CHECK(script.find(shell == "fish" ? "-l " + option.substr(2) : option) != std::string::npos);
      }
  }
}

TEST_CASE("every verb has a summary, a description and examples") {
  std::vector<json> commands;
  leaves(tree(), commands);
  CHECK(commands.size() > 30);
  for (const auto& command : commands) {
    World world;
    const auto path = command["path"].get<std::string>();
    Words words{"help"};
    for (std::size_t at = 0; at <= path.size();) {
      const auto end = std::min(path.find(' ', at), path.size());
      words.push_back(path.substr(at, end - at));
      at = end + 1;
    }
    const auto help = world.run(words).out;
    INFO(path);
    CHECK(help.find("\nExamples\n") < help.find("\nUsage\n"));
    CHECK(help.find("  resumax " + path.substr(0, path.find(' '))) != std::string::npos);
  }
}
