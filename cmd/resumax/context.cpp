#include "context.hpp"

#include "command.hpp"

#include <resumax/document/document.hpp>

namespace resumax::app {

namespace fs = std::filesystem;

namespace {

/// The helper, looked for when a document needs it. A stop asked for while it works is no fault of the document.
class LazyExtractor final : public Extractor {
 public:
  explicit LazyExtractor(Context& context) : context_(context) {}

  void prepare(std::string_view bytes, std::string_view filename) override {
    try {
      inner().prepare(bytes, filename);
    } catch (const Error&) {
      // A setting that is wrong: whoever reads settings next says so.
    }
  }

  document::Document extract(std::string_view bytes, std::string_view filename) override {
    const auto format = document::sniff(bytes, filename);
    if (format == document::Format::pdf || format == document::Format::docx) need_helper();
    Extractor& extractor = inner();
    context_.trace.event("extract");
    context_.console.progress("read " + std::string(filename), 0, 0);
    try {
      auto document = extractor.extract(bytes, filename);
      context_.check_interrupted();
      return document;
    } catch (const Error&) {
      context_.check_interrupted();
      throw;
    }
  }

 private:
  void need_helper() const {
    std::error_code ignored;
    if (!fs::is_regular_file(context_.helper(), ignored))
      throw Error(Errc::internal, "the helper program resumax-extract is missing: " + context_.helper().string(),
                  "install resumax again, or name the helper in RESUMAX_EXTRACT; resumax doctor checks it");
  }

  Extractor& inner() {
    if (!inner_) inner_ = document::make_helper_extractor(context_.helper(), context_.helper_limits());
    return *inner_;
  }

  Context& context_;
  std::unique_ptr<Extractor> inner_;
};

class ShownProgress final : public Progress {
 public:
  explicit ShownProgress(Context& context) : context_(context) {}
  void step(std::string_view stage, std::size_t done, std::size_t total) override {
    context_.check_interrupted();
    context_.trace.step(stage, done, total);
    context_.console.progress(stage, done, total);
  }

 private:
  Context& context_;
};

std::optional<fs::path> if_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored) ? std::optional(path) : std::nullopt;
}

}  // namespace

struct Context::Ports {
  explicit Ports(Context& context) : extractor(context), progress(context) {}
  LazyExtractor extractor;
  ShownProgress progress;
};

Context::Context(Io& world, const Globals& flags)
    : io(world), globals(flags), console(world), trace(world.clock), ports_(std::make_unique<Ports>(*this)) {}

Context::~Context() = default;

const config::Config& Context::config() {
  if (config_) return *config_;
  try {
    config::Config check({{}, {}, {}, globals.overrides});
  } catch (const Error& error) {
    throw UsageError(error.what(), error.hint());
  }
  config_.emplace(config::Sources{if_file(user_config_file()), if_file(workspace_config_file()), io.environment,
                                  globals.overrides});
  return *config_;
}

namespace {

fs::path under_home(const Io& io, const char* variable, const char* usual) {
  if (const auto set = io.environment(variable); set && !set->empty() && fs::path(*set).is_absolute())
    return fs::path(*set) / "resumax";
  if (io.home.empty())
    throw Error(Errc::storage_error, "there is no home folder", "name a workspace with --workspace DIR");
  return io.home / usual / "resumax";
}

/// A folder named by the user: the workspace in it where it holds one, else it is the workspace itself.
fs::path named(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / ".resumax", ignored) ? folder / ".resumax" : folder;
}

}  // namespace

fs::path Context::user_config_file() const {
  if (io.home.empty() && !io.environment("XDG_CONFIG_HOME")) return {};
  return under_home(io, "XDG_CONFIG_HOME", ".config") / "config.toml";
}

fs::path Context::workspace_config_file() const { return workspace() / "config.toml"; }

fs::path Context::workspace() const {
  if (globals.workspace) return named(path(*globals.workspace));
  if (const auto set = io.environment("RESUMAX_WORKSPACE"); set && !set->empty()) return named(path(*set));
  std::error_code ignored;
  for (fs::path folder = io.folder; !folder.empty(); folder = folder.parent_path()) {
    if (fs::is_directory(folder / ".resumax", ignored)) return folder / ".resumax";
    if (folder == folder.parent_path()) break;
  }
  return under_home(io, "XDG_DATA_HOME", ".local/share");
}

bool Context::workspace_exists() const {
  std::error_code ignored;
  return fs::exists(workspace(), ignored);
}

std::unique_ptr<service::Service> Context::open(const fs::path& folder, bool create) {
  const service::Limits limits{config().size("limits.resume"), config().size("limits.posting")};
  service::Dependencies dependencies{ports_->extractor, io.clock, io.ids, ports_->progress, nullptr, limits};
  // What is looked at without being kept is read by the workspace's skills.
  if (folder.empty() && workspace_exists())
    dependencies.taxonomy = [this]() -> const match::Taxonomy& { return writing().skills(); };
  return io.open_service(folder, create, std::move(dependencies));
}

service::Service& Context::writing() {
  if (!workspace_service_) workspace_service_ = open(workspace(), true);
  return *workspace_service_;
}

service::Service& Context::reading() { return workspace_service_ || workspace_exists() ? writing() : scratch(); }

service::Service& Context::scratch() {
  if (!scratch_) scratch_ = open({}, true);
  return *scratch_;
}

fs::path Context::helper() const {
  if (const auto set = io.environment("RESUMAX_EXTRACT"); set && !set->empty()) return path(*set);
  const auto beside = io.program.parent_path() / "resumax-extract";
  const auto installed = io.program.parent_path().parent_path() / "libexec/resumax/resumax-extract";
  std::error_code ignored;
  return !fs::exists(beside, ignored) && fs::exists(installed, ignored) ? installed : beside;
}

Extractor& Context::extractor() { return ports_->extractor; }

Progress& Context::progress() { return ports_->progress; }

document::HelperLimits Context::helper_limits() {
  const auto seconds = config().integer("extract.deadline");
  document::HelperLimits limits;
  limits.deadline = std::chrono::seconds(seconds);
  limits.cpu_seconds = static_cast<unsigned>(seconds);
  limits.memory_bytes = config().size("extract.memory");
  limits.stopped = io.interrupted;
  limits.once = one_document_;
  return limits;
}

std::unique_ptr<Extractor> Context::extractor_pool() { return document::make_helper_pool(helper(), helper_limits()); }

fs::path Context::path(const std::string& word) const { return (io.folder / word).lexically_normal(); }

void Context::check_interrupted() const {
  if (io.interrupted && io.interrupted()) throw Error(Errc::interrupted, "interrupted", "run the command again");
}

}  // namespace resumax::app
