// resume parse --out: which files are read, where results go, and what is never written over.
#include "world.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace resumax;
using nlohmann::json;
using test::World;
namespace fs = std::filesystem;

namespace {

struct Folder : World {
  Folder() {
    put_fixture("cli/resume.txt");
    resume = get("resume.txt");
  }
  void make(const std::string& name, const std::string& bytes) const {
    fs::create_directories((folder() / name).parent_path());
    put(name, bytes);
  }
  void copy(const std::string& fixture, const std::string& name) const {
    make(name, test::read_file(test::fixture(fixture)));
  }
  /// Everything below a folder, with contents.
  std::map<std::string, std::string> tree(const std::string& name) const {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder() / name))
      if (entry.is_regular_file())
        files[entry.path().lexically_relative(folder() / name).string()] = test::read_file(entry.path());
    return files;
  }
  std::vector<std::string> names(const std::string& name) const {
    std::vector<std::string> list;
    for (const auto& file : tree(name)) list.push_back(file.first);
    return list;
  }
  std::string resume;
};

}  // namespace

TEST_CASE("a folder of resumes becomes a folder of JSON, the same for any number of jobs") {
  Folder world;
  world.copy("documents/letter.pdf", "in/letter.pdf");
  world.copy("documents/letter.docx", "in/deep/er/letter.docx");
  world.copy("documents/arabic.pdf", "in/deep/ARABIC.PDF");
  world.copy("documents/encrypted.pdf", "in/locked.pdf");
  world.make("in/cv.txt", world.resume);
  world.make("in/.hidden/cv.txt", world.resume);
  world.make("in/package.json", "{}");
  world.make("in/photo.png", "\x89PNG");
  const auto ran = world.run({"resume", "parse", "--out", "one", "in", "--jobs", "1"});
  INFO(ran.err);
  CHECK(ran.code == 1);
  CHECK(ran.out == "parsed 4 of 5 files into one, 1 failed\n");
  CHECK(ran.err.find("error[encrypted]: in/locked.pdf") != std::string::npos);
  CHECK(world.names("one") ==
        std::vector<std::string>{"cv.json", "deep/ARABIC.json", "deep/er/letter.json", "letter.json"});
  CHECK(world.get("one/cv.json") == world.run({"resume", "parse", "in/cv.txt", "--json"}).out);
  CHECK(world.get("one/letter.json") == world.run({"resume", "parse", "in/letter.pdf", "--json"}).out);
  const auto record = world.run({"resume", "parse", "--out", "many", "in", "-j", "4", "--json"});
  CHECK(record.code == 1);
  CHECK(record.err.empty());
  CHECK(world.tree("many") == world.tree("one"));
  const auto report = json::parse(record.out);
  CHECK(report["parsed"] == 4);
  CHECK(report["failed"] == 1);
  CHECK(report["files"].size() == 5);
  CHECK(report["files"][3]["file"] == "in/letter.pdf");
  CHECK(report["files"][3]["output"] == "many/letter.json");
  CHECK(report["files"][3]["status"] == "written");
  CHECK(report["files"][4]["error"]["code"] == "encrypted");
  CHECK_FALSE(world.has(".local"));  // no workspace is made
}

TEST_CASE("results are not written over without --force, unless they are the same") {
  Folder world;
  world.make("a/cv.txt", world.resume);
  world.make("a/gone.md", "");
  CHECK(world.run({"resume", "parse", "-o", "out", "a/cv.txt"}).code == 0);
  CHECK(world.names("out") == std::vector<std::string>{"a/cv.json"});
  const auto again = world.run({"resume", "parse", "-o", "out", "a/cv.txt"});
  CHECK(again.code == 0);
  CHECK(again.out == "parsed 1 of 1 file into out, 1 unchanged\n");
  const auto before = world.tree("out");
  world.put("a/cv.txt", world.resume + "\nAwards\n\nSwimmer of the year\n");
  const auto refused = world.run({"resume", "parse", "-o", "out", "a/cv.txt"});
  CHECK(refused.code == 1);
  CHECK(refused.err.find("error[conflict]: a/cv.txt") != std::string::npos);
  CHECK(world.tree("out") == before);
  CHECK(world.run({"resume", "parse", "-o", "out", "a/cv.txt", "--force", "-n"}).out ==
        "would parse 1 of 1 file into out\n");
  CHECK(world.tree("out") == before);
  CHECK(world.run({"resume", "parse", "-o", "out", "a/cv.txt", "--force"}).code == 0);
  CHECK(world.get("out/a/cv.json").find("Swimmer") != std::string::npos);
}

TEST_CASE("no two files go to one result, and a file named twice is read once") {
  Folder world;
  world.make("a/cv.txt", world.resume);
  world.copy("documents/letter.docx", "a/cv.docx");
  world.make("b/cv.md", world.resume);
  const auto ran = world.run({"resume", "parse", "-o", "out", "a", "a/cv.txt", "b", "--json"});
  CHECK(ran.code == 0);
  CHECK(world.names("out") == std::vector<std::string>{"cv.docx.json", "cv.md.json", "cv.txt.json"});
  // Two folders with the same name in them.
  world.make("c/cv.md", world.resume);
  const auto clash = world.run({"resume", "parse", "-o", "out2", "b", "c"});
  CHECK(clash.code == 1);
  CHECK(clash.err.find("error[conflict]: c/cv.md: b/cv.md goes to out2/cv.md.json too") != std::string::npos);
  CHECK(world.names("out2") == std::vector<std::string>{"cv.md.json"});
}

TEST_CASE("what cannot be meant is said before anything is read") {
  Folder world;
  world.make("in/cv.txt", world.resume);
  CHECK(world.run({"resume", "parse", "resume.txt", "in/cv.txt"}).code == 2);
  CHECK(world.run({"resume", "parse", "in"}).code == 2);
  CHECK(world.run({"resume", "parse", "resume.txt", "--jobs", "2"}).code == 2);
  CHECK(world.run({"resume", "parse", "--out", "out", "-"}).code == 2);
  CHECK(world.run({"resume", "parse", "--out", "out", "in", "--jobs", "0x"}).code == 2);
  CHECK(world.run({"resume", "parse", "--out", "out", "in", "--jobs", "100000"}).code == 2);
  CHECK_FALSE(world.has("out"));
  CHECK(world.run({"resume", "parse", "--out", "resume.txt", "in"}).code == 3);
  CHECK(world.run({"resume", "parse", "--out", "out", "in", "nowhere.pdf"}).code == 1);
  CHECK(world.names("out") == std::vector<std::string>{"cv.json"});
}

TEST_CASE("a stop leaves whole results only") {
  Folder world;
  for (int i = 0; i < 30; ++i) world.make("in/" + std::to_string(i) + ".txt", world.resume);
  world.interrupted = true;
  CHECK(world.run({"resume", "parse", "--out", "out", "in"}).code == 130);
  for (const auto& [name, bytes] : world.tree("out")) {
    CAPTURE(name);
    CHECK(json::accept(bytes));
    CHECK(fs::path(name).extension() == ".json");
  }
}

TEST_CASE("without the helper, a batch says so once") {
  Folder world;
  for (int i = 0; i < 3; ++i) world.copy("documents/letter.pdf", "in/" + std::to_string(i) + ".pdf");
  world.environment["RESUMAX_EXTRACT"] = "nowhere/resumax-extract";
  const auto ran = world.run({"resume", "parse", "--out", "out", "in"});
  CHECK(ran.code == 70);
  CHECK(ran.err.find("resumax-extract") != std::string::npos);
  CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 2);
}
