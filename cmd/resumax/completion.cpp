#include "usage.hpp"
#include "verbs.hpp"

#include <nlohmann/json.hpp>

namespace resumax::app {
namespace {

struct CompletionArgs {
  std::string shell;
};

int run_completion(Context& context, const CompletionArgs& args) {
  const Command root = root_command();
  Globals unused;
  const Command globals = global_options(unused);
  std::string script;
  if (args.shell == "bash")
    script = bash_completion(root, globals);
  else if (args.shell == "zsh")
    script = zsh_completion(root, globals);
  else if (args.shell == "fish")
    script = fish_completion(root, globals);
  else
    throw_unknown("shell", args.shell, {"bash", "zsh", "fish"}, "there are scripts for bash, zsh and fish");
  if (context.console.json()) script = nlohmann::json{{"shell", args.shell}, {"script", script}}.dump(2) + "\n";
  context.console.print(script);
  return 0;
}

std::string line(std::string_view candidate, std::string_view description) {
  return std::string(candidate) + "\t" + std::string(description) + "\n";
}

template <class Record>
std::string lines(const std::vector<Record>& records, std::string (*describe)(const Record&)) {
  std::string out;
  for (const auto& record : records) out += line(record.identity.handle, describe(record));
  return out;
}

std::string candidates(Context& context, std::string_view kind) {
  if (kind == "settings") {
    std::string out;
    for (const auto& setting : config::settings()) out += line(setting.key, setting.description);
    return out;
  }
  if (kind == "verbs") {
    std::string out;
    const Command root = root_command();
    for (const auto& child : root.children()) out += line(child.name, child.summary);
    return out;
  }
  auto& service = context.reading();
  const bool all = kind == "objects";
  std::string out;
  if (kind == "resumes" || all)
    out += lines<service::ResumeRecord>(service.list_resumes(), [](const auto& r) { return r.title; });
  if (kind == "postings" || all)
    out += lines<service::PostingRecord>(service.list_postings(), [](const auto& r) { return r.title; });
  if (kind == "optimizations" || all)
    out += lines<service::OptimizationRecord>(service.list_optimizations(),
                                              [](const auto& r) { return r.resume_title + " for " + r.posting_title; });
  if (kind == "versions" || all)
    out += lines<service::VersionRecord>(service.list_versions(),
                                         [](const auto& r) { return r.resume_title + " for " + r.posting_title; });
  return out;
}

}  // namespace

std::string completions_of(Context& context, std::string_view kind) {
  try {
    return candidates(context, kind);
  } catch (const std::exception&) {
    return {};  // a shell waiting for candidates has no use for a message
  }
}

void add_completion(Command& command) {
  auto args = std::make_shared<CompletionArgs>();
  command
      .description(
          "Prints the script that completes verbs, options, handles and settings in a shell. Installed packages bring "
          "them along; this is for everybody else.")
      .example("source <(resumax completion bash)", "in ~/.bashrc")
      .example("resumax completion zsh > ~/.zfunc/_resumax", "with ~/.zfunc in fpath")
      .example("resumax completion fish > ~/.config/fish/completions/resumax.fish", "")
      .positional("SHELL", "bash, zsh or fish", args->shell)
      .words({"bash", "zsh", "fish"})
      .run([args](Context& context) { return run_completion(context, *args); });
}

}  // namespace resumax::app
