#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

namespace resumax::app {
namespace {

struct GcArgs {
  bool force = false, dry_run = false;
};

int run_gc(Context& context, const GcArgs& args) {
  auto& service = context.reading();
  auto report = service.gc(true);
  const bool nothing = report.resumes + report.postings + report.optimizations + report.versions + report.blobs == 0;
  if (!args.dry_run && !nothing) {
    if (!args.force) {
      context.console.note(gc_view(report, true));
      if (!context.console.confirm("Remove them for good?", "--force")) return 1;
    }
    report = service.gc(false);
  }
  context.console.print(context.console.json() ? record(report) : gc_view(report, args.dry_run));
  return 0;
}

}  // namespace

void add_gc(Command& command) {
  auto args = std::make_shared<GcArgs>();
  command
      .description(
          "Removes for good what was removed from the lists: deleted objects and the stored files that nothing refers "
          "to any more. Asks on a terminal; elsewhere it needs --force.")
      .example("resumax gc --dry-run", "what would go")
      .example("resumax gc --force", "without asking")
      .flag("-f,--force", "do not ask", args->force)
      .dry_run(args->dry_run)
      .run([args](Context& context) { return run_gc(context, *args); });
}

}  // namespace resumax::app
