#include <tests/support/files.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

// The layers of lib/, enforced on the includes. Which module may use which is read from lib/CMakeLists.txt, so that the
// build and this test cannot disagree; which third-party header belongs to which module is the table below.

using namespace resumax::test;
namespace fs = std::filesystem;

namespace {

struct Include {
  std::string file, module, header;
};

std::vector<fs::path> sources_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".hpp" || entry.path().extension() == ".cpp") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

const fs::path lib = fs::path(RESUMAX_SOURCE_DIR) / "lib/resumax";

std::vector<Include> includes_of_lib() {
  std::vector<Include> found;
  for (const auto& path : sources_below(lib)) {
    std::istringstream in(read_file(path));
    for (std::string line; std::getline(in, line);) {
      if (line.rfind("#include ", 0) != 0) continue;
      const auto begin = line.find_first_of("<\"") + 1;
      found.push_back({path.lexically_relative(lib).string(), path.lexically_relative(lib).begin()->string(),
                       line.substr(begin, line.find_first_of(">\"", begin) - begin)});
    }
  }
  return found;
}

// resumax_module(NAME MODULES a b LIBRARIES c), possibly over several lines.
std::map<std::string, std::set<std::string>> allowed_modules() {
  const std::string text = read_file(lib.parent_path() / "CMakeLists.txt");
  std::map<std::string, std::set<std::string>> allowed;
  for (std::size_t at = text.find("\nresumax_module("); at != std::string::npos;
       at = text.find("\nresumax_module(", at + 1)) {
    const auto begin = at + 16;
    std::istringstream words(text.substr(begin, text.find(')', begin) - begin));
    std::string name, word;
    words >> name;
    auto& uses = allowed[name];
    uses.insert(name);
    bool modules = false;
    while (words >> word) {
      if (word == "MODULES" || word == "LIBRARIES") {
        modules = word == "MODULES";
      } else if (modules) {
        uses.insert(word);
      }
    }
  }
  return allowed;
}

const std::map<std::string, std::set<std::string>> third_party = {
    {"nlohmann/", {"core", "render", "parse", "service"}},
    {"libstemmer.h", {"text"}},
    {"utf8proc.h", {"text"}},
    {"fribidi/", {"text", "render"}},
    {"poppler", {"extract"}},
    {"qpdf/", {"extract"}},
    {"zip.h", {"extract", "render"}},
    {"zlib.h", {"render"}},
    {"pugixml.hpp", {"extract", "render"}},
    {"hpdf", {"render"}},
    {"ft2build.h", {"render"}},
    {"freetype/", {"render"}},
    {"dtl/", {"diff"}},
    {"sqlite3.h", {"store"}},
    {"toml++/", {"config"}},
    {"CLI/", {}},
    {"rang.hpp", {}},
    {"curl/", {"net"}},
};

}  // namespace

TEST_CASE("modules include only the modules below them") {
  const auto allowed = allowed_modules();
  REQUIRE(allowed.size() >= 13);
  for (const Include& include : includes_of_lib()) {
    if (include.header.rfind("resumax/", 0) != 0 || include.header.rfind("resumax/embedded/", 0) == 0) continue;
    const std::string target = include.header.substr(8, include.header.find('/', 8) - 8);
    INFO(include.file << " includes <" << include.header << ">");
    REQUIRE(allowed.count(include.module) == 1);
    CHECK(allowed.at(include.module).count(target) == 1);
  }
}

TEST_CASE("third-party headers are seen only by the modules that own them") {
  for (const Include& include : includes_of_lib()) {
    const auto owner = std::find_if(third_party.begin(), third_party.end(), [&](const auto& entry) {
      return include.header.rfind(entry.first, 0) == 0 &&
             (include.header == entry.first || entry.first.find('.') == std::string::npos);
    });
    INFO(include.file << " includes <" << include.header << ">");
    if (owner != third_party.end()) {
      CHECK(owner->second.count(include.module) == 1);
    } else {
      // Anything else is ours, the standard library's or the system's.
      const bool ours = include.header.rfind("resumax/", 0) == 0;
      const bool standard = include.header.find('.') == std::string::npos;
      const bool system = include.header.ends_with(".h");
      CHECK((ours || standard || system));
    }
  }
}

TEST_CASE("lib neither prints nor reads the environment") {
  for (const auto& path : sources_below(lib)) {
    const std::string text = read_file(path);
    for (const char* word : {"std::cout", "std::cerr", "std::clog", "printf(", "getenv", "<iostream>", "std::regex"}) {
      // snprintf formats; it does not print.
      std::size_t at = text.find(word);
      while (at != std::string::npos && std::string_view(word) == "printf(" && at > 0 && text[at - 1] == 'n')
        at = text.find(word, at + 1);
      INFO(path.lexically_relative(lib).string() << " has " << word);
      CHECK(at == std::string::npos);
    }
  }
}
