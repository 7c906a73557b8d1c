#pragma once

#include <resumax/core/ports.hpp>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace resumax::app {

/// RESUMAX_TRACE: one JSON line per step of a run, appended to a file. Verbs, stages, codes and times only: no names,
/// no paths, no text of anybody's.
class Trace {
 public:
  explicit Trace(Clock& clock) : clock_(clock) {}
  /// Nothing is traced until a file is opened; one that cannot be written throws storage_error.
  void open(const std::filesystem::path& file);
  void event(std::string_view name, std::string_view key = {}, std::string_view value = {});
  void step(std::string_view stage, std::size_t done, std::size_t total);
  void end(int exit_code);

 private:
  void write(const std::string& fields);

  Clock& clock_;
  std::optional<std::ofstream> file_;
  std::int64_t started_ = 0;
};

}  // namespace resumax::app
