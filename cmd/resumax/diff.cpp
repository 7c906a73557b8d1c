#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

namespace resumax::app {
namespace {

struct DiffArgs {
  std::string first, second;
  bool side_by_side = false, stat = false, words = false, exit_code = false;
};

/// What is looked at without being named: the optimization that waits to be accepted from, else the latest version.
std::string usual(Context& context) {
  const auto status = context.reading().status();
  if (!status.open.empty()) return status.open.front().identity.id;
  if (status.latest) return status.latest->identity.id;
  throw Error(Errc::not_found, "there is nothing to compare yet", "resumax optimize RESUME JD proposes changes");
}

int run_diff(Context& context, const DiffArgs& args) {
  if (args.side_by_side + args.stat + args.words > 1)
    throw UsageError("--side-by-side, --stat and --word-diff are three ways to show one thing", "choose one");
  service::DiffRequest request;
  request.after = args.second.empty() ? args.first : args.second;
  if (!args.second.empty()) request.before = args.first;
  if (request.after.empty()) request.after = usual(context);
  const auto diff = context.reading().diff(request);
  const auto style = args.side_by_side ? DiffStyle::side_by_side
                     : args.stat       ? DiffStyle::stat
                     : args.words      ? DiffStyle::words
                                       : DiffStyle::unified;
  if (context.console.json())
    context.console.print(record(diff));
  else
    context.console.page(diff_view(diff, style, context.console.look()));
  return args.exit_code && diff.changed() ? 1 : 0;
}

}  // namespace

void add_diff(Command& command) {
  auto args = std::make_shared<DiffArgs>();
  command
      .description(
          "Shows what changes, section by section: between a resume and what an optimization proposes, between a "
          "resume and a version made of it, or between two versions. Without a name it is the optimization that waits "
          "to be accepted from, else the latest version.")
      .example("resumax diff o1", "what is proposed")
      .example("resumax diff v1 v2", "between two versions")
      .example("resumax diff v1 --stat", "how much, by section")
      .optional("OBJECT", "an optimization or a version", args->first, Offer::objects)
      .optional("VERSION", "a version to compare the first one with", args->second, Offer::versions)
      .flag("--side-by-side", "old at the left, new at the right", args->side_by_side)
      .flag("--stat", "only how many lines change", args->stat)
      .flag("--word-diff", "one line with [-old-] and {+new+} words", args->words)
      .flag("--exit-code", "exit with 1 where there are differences", args->exit_code)
      .run([args](Context& context) { return run_diff(context, *args); });
}

}  // namespace resumax::app
