#pragma once

#include "console.hpp"
#include "io.hpp"
#include "trace.hpp"

#include <resumax/config/config.hpp>
#include <resumax/document/helper.hpp>
#include <resumax/service/service.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace resumax::app {

/// The options every verb takes.
struct Globals {
  std::optional<std::string> workspace;
  std::vector<std::string> overrides;
  bool json = false, no_color = false, no_pager = false, help = false, version = false;
};

/// What a verb works with. Nothing is opened, read or made before a verb asks for it.
class Context {
 public:
  Context(Io& io, const Globals& globals);
  ~Context();

  Io& io;
  const Globals& globals;
  Console console;
  Trace trace;

  const config::Config& config();
  std::filesystem::path user_config_file() const;
  std::filesystem::path workspace_config_file() const;

  /// The workspace's folder, which may not exist yet: --workspace, RESUMAX_WORKSPACE, .resumax upward from here, else
  /// the user's own.
  std::filesystem::path workspace() const;
  bool workspace_exists() const;

  /// For verbs that add something: the workspace, made on first use.
  service::Service& writing();
  /// For verbs that work on what is there: the workspace, or an empty one in memory where there is none yet.
  service::Service& reading();
  /// A workspace in memory that leaves nothing behind.
  service::Service& scratch();

  std::filesystem::path helper() const;  ///< resumax-extract, which may be missing
  Extractor& extractor();
  /// An extractor for several threads. Settings have to be read before they use it.
  std::unique_ptr<Extractor> extractor_pool();
  /// The extractor's helper need not stay for another document. To be said before its first use.
  void expect_one_document() { one_document_ = true; }
  Progress& progress();
  document::HelperLimits helper_limits();
  std::filesystem::path path(const std::string& word) const;  ///< a word of the command line as a path from here
  void check_interrupted() const;

 private:
  std::unique_ptr<service::Service> open(const std::filesystem::path& folder, bool create);

  bool one_document_ = false;
  std::optional<config::Config> config_;
  struct Ports;
  std::unique_ptr<Ports> ports_;
  std::unique_ptr<service::Service> workspace_service_, scratch_;
};

}  // namespace resumax::app
