#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

namespace resumax::app {
namespace {

struct LogArgs {
  std::size_t limit = 50;
};

}  // namespace

void add_log(Command& command) {
  auto args = std::make_shared<LogArgs>();
  command.description("Lists what happened in the workspace, the latest first. Times are UTC.")
      .example("resumax log", "the latest 50")
      .example("resumax log -m 5 --json", "five, for scripts")
      .option("-m,--max-count", "N", "at most so many entries, by default 50", args->limit)
      .run([args](Context& context) {
        const auto entries = context.reading().log(args->limit);
        if (context.console.json())
          context.console.print(records("entries", entries));
        else
          context.console.page(log_view(entries, context.console.look()));
        return 0;
      });
}

}  // namespace resumax::app
