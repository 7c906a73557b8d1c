#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

namespace resumax::app {
namespace {

struct RefineArgs {
  service::Refine request;
  std::size_t most = 0;
};

int run_refine(Context& context, const RefineArgs& args) {
  auto request = args.request;
  request.max_changes = changes_of(args.most);
  const auto detail = context.reading().refine(request);
  if (context.console.json()) {
    context.console.print(record(detail));
    return 0;
  }
  context.console.page(optimization_view(detail, context.console.look()));
  const auto& handle = detail.record.identity.handle;
  if (!request.dry_run) context.console.next("resumax diff " + handle + ", then resumax accept " + handle + " -p");
  return 0;
}

}  // namespace

int changes_of(std::size_t most) {
  if (most > 10'000) throw UsageError("--max-changes is a number up to 10000");
  return static_cast<int>(most);
}

void add_refine(Command& command) {
  auto args = std::make_shared<RefineArgs>();
  command
      .description(
          "Runs an optimization again with instructions, as a new one. What was accepted of it (its latest version) stays "
          "as it was accepted, what was declined is not proposed again, and the instructions it had before still hold."
          "\n\nInstructions are parts divided by commas. Offline these are understood: \"more about SKILL\" (also focus "
          "on, emphasize, highlight) puts first what the resume says about it; \"shorter\" drops what lines can do "
          "without; \"keep SECTION\" leaves a section as it is; \"executive\", \"formal\", \"careful\", \"more "
          "keywords\" and \"skills first\" choose the strategy; \"at most N changes\" limits it. A part that is not "
          "understood is named in a warning and changes nothing. Nothing is ever claimed that the resume does not "
          "support.")
      .example("resumax refine o1 'more about Kubernetes, shorter'", "once more, as o2")
      .example("resumax refine @ 'keep summary, at most 5 changes' --dry-run", "what the latest would become")
      .positional("OPTIMIZATION", "an optimization", args->request.optimization, Offer::optimizations)
      .positional("INSTRUCTIONS", "what should be different", args->request.instructions)
      .option("--max-changes", "N", "at most so many changes, those that score best", args->most)
      .dry_run(args->request.dry_run)
      .run([args](Context& context) { return run_refine(context, *args); });
}

}  // namespace resumax::app
