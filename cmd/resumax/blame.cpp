#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

namespace resumax::app {
namespace {

struct BlameArgs {
  std::string version = "@";
};

}  // namespace

void add_blame(Command& command) {
  auto args = std::make_shared<BlameArgs>();
  command
      .description(
          "Says for every line of a version where it came from: the source, with its page or position in the text that "
          "was read, or a suggestion, with its number, what made it, who accepted it and when, or your own edit.")
      .example("resumax blame v1", "every line")
      .optional("VERSION", "a version, by default the latest", args->version, Offer::versions)
      .run([args](Context& context) {
        const auto lines = context.reading().blame(args->version);
        if (context.console.json())
          context.console.print(records("lines", lines));
        else
          context.console.page(blame_view(lines, context.console.look()));
        return 0;
      });
}

}  // namespace resumax::app
