#include <tests/fuzz/target.hpp>

#include <catch2/catch.hpp>
#include <tests/support/files.hpp>

#include <algorithm>
#include <ctime>
#include <filesystem>

using namespace resumax;

namespace {

std::vector<std::filesystem::path> corpus_of(const fuzz::Target& target) {
  std::vector<std::filesystem::path> files;
  const auto folder = std::filesystem::path(RESUMAX_SOURCE_DIR) / "tests/fuzz/corpus" / target.name;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("every kept input keeps its target's invariants") {
  for (const auto& target : fuzz::targets()) {
    const auto files = corpus_of(target);
    CHECK_FALSE(files.empty());
    for (const auto& file : files) {
      CAPTURE(file);
      const std::string bytes = test::read_file(file);
      CHECK_NOTHROW(target.run(bytes));
      CHECK_NOTHROW(target.run(std::string_view(bytes).substr(0, bytes.size() / 2)));
    }
  }
}

TEST_CASE("64 KB of any kept input take seconds at most") {
  for (const auto& target : fuzz::targets())
    for (const auto& file : corpus_of(target)) {
      const std::string bytes = test::read_file(file);
      if (bytes.empty() || target.name == "docx") continue;
      std::string much;
      while (much.size() < 65536) much += bytes;
      much.resize(65536);
      CAPTURE(file);
      const std::clock_t begin = std::clock();
      CHECK_NOTHROW(target.run(much));
      const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
      if (seconds > 1) WARN(file.filename().string() << " of " << target.name << " took " << seconds << " s");
      CHECK(seconds < 20);
    }
}
