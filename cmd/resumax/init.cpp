#include "verbs.hpp"

#include <nlohmann/json.hpp>

namespace resumax::app {
namespace {

namespace fs = std::filesystem;

struct InitArgs {
  std::string folder = ".";
  bool dry_run = false;
};

int run_init(Context& context, const InitArgs& args) {
  const auto parent = context.globals.workspace ? context.path(*context.globals.workspace) : context.path(args.folder);
  const auto folder = context.globals.workspace ? parent : fs::path((parent / ".resumax").lexically_normal());
  std::error_code ignored;
  const bool existed = fs::exists(folder, ignored);
  if (!args.dry_run) {
    const service::Limits limits;
    NoProgress silent;
    context.io.open_service(folder, true,
                            {context.extractor(), context.io.clock, context.io.ids, silent, nullptr, limits});
  }
  if (context.console.json()) {
    context.console.print(nlohmann::json{{"workspace", folder.string()}, {"existed", existed}}.dump(2) + "\n");
    return 0;
  }
  const auto* done = existed        ? "a workspace is there already: "
                     : args.dry_run ? "would make a workspace in "
                                    : "made a workspace in ";
  context.console.print(done + folder.string() + "\n");
  context.console.next("resumax resume add FILE");
  return 0;
}

}  // namespace

void add_init(Command& command) {
  auto args = std::make_shared<InitArgs>();
  command
      .description(
          "Makes a workspace, the folder .resumax, in the current folder or in DIR. Every resumax that runs in that "
          "folder or below it works there. Without any workspace on the way up, resumax uses your own one under "
          "$XDG_DATA_HOME/resumax, so this verb is never needed.\n\nA workspace that is there already is left as it is.")
      .example("resumax init", "in this folder")
      .example("resumax init ~/applications", "in another one")
      .optional("DIR", "the folder to make it in", args->folder, Offer::folders)
      .dry_run(args->dry_run)
      .run([args](Context& context) { return run_init(context, *args); });
}

}  // namespace resumax::app
