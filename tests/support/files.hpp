#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace resumax::test {

/// tests/fixtures/NAME, examples/NAME and the built programs.
std::filesystem::path fixture(std::string_view name);
std::filesystem::path example(std::string_view name);
std::filesystem::path program(std::string_view name);

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// A fresh folder that goes with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Compares with the golden file at `path` (relative to tests/). With RESUMAX_ACCEPT_GOLDEN=1 in the environment the
/// file is written instead: read it before committing. Returns "" when equal, else a message with the first difference.
std::string check_golden(std::string_view path, std::string_view actual);

}  // namespace resumax::test
