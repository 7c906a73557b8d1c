#include <tests/support/files.hpp>

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace resumax::test {

namespace fs = std::filesystem;

fs::path fixture(std::string_view name) { return fs::path(RESUMAX_SOURCE_DIR) / "tests/fixtures" / name; }
fs::path example(std::string_view name) { return fs::path(RESUMAX_SOURCE_DIR) / "examples" / name; }
fs::path program(std::string_view name) { return fs::path(RESUMAX_BINARY_DIR) / name; }

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

void write_file(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out) throw std::runtime_error("cannot write " + path.string());
}

TemporaryFolder::TemporaryFolder() {
  auto pattern = (fs::temp_directory_path() / "resumax-test-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("mkdtemp failed");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string check_golden(std::string_view path, std::string_view actual) {
  const auto file = fs::path(RESUMAX_SOURCE_DIR) / "tests" / path;
  const char* accept = std::getenv("RESUMAX_ACCEPT_GOLDEN");
  if (accept && std::string_view(accept) == "1") {
    write_file(file, actual);
    return {};
  }
  if (!fs::exists(file)) return "no golden file " + std::string(path) + "; write it with RESUMAX_ACCEPT_GOLDEN=1";
  const std::string expected = read_file(file);
  if (expected == actual) return {};
  std::istringstream a(expected), b{std::string(actual)};
  std::string left, right;
  for (int line = 1;; ++line) {
    const bool more_left = static_cast<bool>(std::getline(a, left));
    const bool more_right = static_cast<bool>(std::getline(b, right));
    if (!more_left && !more_right) return std::string(path) + ": differs in line endings only";
    if (left != right || more_left != more_right)
      return std::string(path) + ":" + std::to_string(line) + "\n  expected: " + (more_left ? left : "(end)") +
             "\n  actual:   " + (more_right ? right : "(end)");
  }
}

}  // namespace resumax::test
