#include "usage.hpp"
#include "verbs.hpp"

#include <algorithm>

namespace resumax::app {
namespace {

struct HelpArgs {
  std::vector<std::string> words;
};

/// The command that words such as "resume", "add" lead to.
Command find(const Command& parent, const std::vector<std::string>& words, std::size_t at) {
  const auto& children = parent.children();
  const auto child = std::find_if(children.begin(), children.end(), [&](const auto& c) { return c.name == words[at]; });
  if (child == children.end()) {
    std::vector<std::string_view> names;
    for (const auto& c : children) names.push_back(c.name);
    throw_unknown("verb", words[at], names, "resumax help lists the verbs");
  }
  auto command = parent.make_child(*child);
  return at + 1 < words.size() ? find(command, words, at + 1) : command;
}

int run_help(Context& context, const HelpArgs& args) {
  const Command root = root_command();
  Globals unused;
  const Command globals = global_options(unused);
  const auto& look = context.console.look();
  const bool json = context.console.json();
  if (args.words.empty()) {
    if (json)
      context.console.print(commands_json(root, globals));
    else
      context.console.page(overview_text(root, globals, look));
    return 0;
  }
  const Command command = find(root, args.words, 0);
  if (json)
    context.console.print(command_record(command));
  else
    context.console.page(help_text(command, look));
  return 0;
}

}  // namespace

void add_help(Command& command) {
  auto args = std::make_shared<HelpArgs>();
  command.description("Explains a verb, or lists them all. The man pages say more: man resumax, man resumax-export.")
      .example("resumax help export", "one verb")
      .example("resumax help resume add", "one below another")
      .optional("VERB", "the verb to explain", args->words, Offer::verbs)
      .run([args](Context& context) { return run_help(context, *args); });
}

}  // namespace resumax::app
