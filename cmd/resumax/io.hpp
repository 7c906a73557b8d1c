#pragma once

#include <resumax/core/ports.hpp>
#include <resumax/service/local_service.hpp>
#include <resumax/service/parse_many.hpp>

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

namespace resumax::app {

/// The world as a run sees it: streams, terminal, environment, clock. main() hands in the real one, tests their own.
struct Io {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Clock& clock;
  Ids& ids;
  bool in_terminal = false, out_terminal = false, err_terminal = false;
  int width = 80, height = 24;
  std::filesystem::path home{}, folder{},
      program{};  ///< home may be empty; the folder the run starts in; the running binary
  std::function<std::optional<std::string>(const std::string&)> environment{};
  std::function<bool()> interrupted{};  ///< a signal asked to stop
  /// Shows text through a shell command; false where it cannot be started.
  std::function<bool(const std::string& command, const std::string& text)> page{};
  /// Runs a shell command on a file, the terminal its own; its exit status.
  std::function<int(const std::string& command, const std::filesystem::path& file)> edit{};
  std::function<std::unique_ptr<service::Service>(const std::filesystem::path&, bool, service::Dependencies)>
      open_service = service::open_local_service;
  /// Reads a resume without a workspace.
  std::function<ParsedResume(Extractor&, const std::string& bytes, const std::string& filename, std::uint64_t limit)>
      read_resume = service::read_resume;
};

}  // namespace resumax::app
