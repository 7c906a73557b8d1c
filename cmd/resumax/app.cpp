#include "app.hpp"

#include "usage.hpp"
#include "verbs.hpp"

#include <algorithm>
#include <ostream>

namespace resumax::app {
namespace {

enum : int { usage_exit = 2, input_exit = 3, conflict_exit = 6, internal_exit = 70, interrupted_exit = 130 };

int exit_code(Errc code) {
  switch (code) {
    case Errc::conflict:
      return conflict_exit;
    case Errc::interrupted:
      return interrupted_exit;
    case Errc::internal:
      return internal_exit;
    case Errc::invalid_input:
    case Errc::not_found:
    case Errc::unsupported_format:
    case Errc::size_exceeded:
    case Errc::encrypted:
    case Errc::no_text_layer:
    case Errc::parse_failed:
    case Errc::parse_not_ready:
    case Errc::guard_rejected:
    case Errc::storage_error:
      return input_exit;
  }
  return internal_exit;
}

void configure_console(Context& context, bool settings) {
  ConsoleOptions options;
  options.json = context.globals.json;
  options.pager = !context.globals.no_pager;
  if (settings) {
    options.color = context.config().string("ui.color");
    options.pager_command = context.config().string("ui.pager");
  }
  if (context.globals.no_color) options.color = "never";
  context.console.configure(options);
}

std::vector<std::string_view> names_of(const Command& command) {
  std::vector<std::string_view> names;
  for (const auto& child : command.children()) names.push_back(child.name);
  return names;
}

/// What the generated files and the shells ask for; not part of the overview.
int run_hidden(Context& context, const Command& root, const Command& globals, const std::vector<std::string>& words) {
  const auto& name = words.front();
  const auto argument = words.size() > 1 ? words[1] : std::string();
  if (name == "__commands") {
    context.console.print(commands_json(root, globals));
  } else if (name == "__complete") {
    context.console.print(completions_of(context, argument));
  } else if (argument.empty()) {
    context.console.print(root_manual(root, globals));
  } else {
    for (const auto& child : root.children())
      if (child.name == argument) context.console.print(verb_manual(root.make_child(child), globals));
  }
  return 0;
}

int run_leaf(Context& context, const Command& command, const Command& globals, std::vector<std::string> words) {
  const auto positionals = parse_words(command, globals, std::move(words), false);
  if (context.globals.help) {
    configure_console(context, false);
    context.console.page(help_text(command, context.console.look()));
    return 0;
  }
  check_required(command, positionals.size());
  configure_console(context, true);
  if (const auto file = context.io.environment("RESUMAX_TRACE"); file && !file->empty())
    context.trace.open(context.path(*file));
  context.trace.event("start", "verb", command.path());
  return command(context);
}

/// "add" alone is a verb of several groups: they are named.
std::string groups_with(const Command& root, const std::string& word) {
  std::string list;
  for (const auto& child : root.children()) {
    const Command group = root.make_child(child);
    for (const auto& grandchild : group.children())
      if (grandchild.name == word) list += (list.empty() ? "" : " or ") + ("resumax " + group.path() + " " + word);
  }
  return list;
}

int run_child(Context& context, const Command& parent, const Command& globals, std::vector<std::string> words) {
  const auto& children = parent.children();
  const auto child = std::find_if(children.begin(), children.end(), [&](const auto& c) { return c.name == words[0]; });
  const auto help = "resumax " + parent.path() + (parent.path().empty() ? "" : " ") + "--help lists the verbs";
  if (child == children.end()) {
    if (const auto list = parent.path().empty() ? groups_with(parent, words[0]) : ""; !list.empty())
      throw UsageError("unknown verb '" + words[0] + "'", "did you mean " + list + "?");
    throw_unknown("verb", words[0], names_of(parent), help);
  }
  const Command command = parent.make_child(*child);
  words.erase(words.begin());
  if (command.children().empty()) return run_leaf(context, command, globals, std::move(words));
  auto rest = parse_words(globals, globals, std::move(words), true);
  if (context.globals.help) {
    configure_console(context, false);
    context.console.page(help_text(command, context.console.look()));
    return 0;
  }
  if (!rest.empty()) return run_child(context, command, globals, std::move(rest));
  std::string list;
  for (const auto name : names_of(command)) list += (list.empty() ? "" : ", ") + std::string(name);
  throw UsageError("resumax " + command.path() + " needs a verb: " + list, "resumax " + command.path() + " --help");
}

int dispatch(Context& context, const Command& globals, std::vector<std::string> words) {
  const Command root = root_command();
  auto rest = parse_words(globals, globals, std::move(words), true);
  if (context.globals.version) {
    context.console.print("resumax " + std::string(version()) + "\n");
    return 0;
  }
  if (rest.empty()) {
    configure_console(context, false);
    context.console.page(overview_text(root, globals, context.console.look()));
    return 0;
  }
  if (rest.front() == "__commands" || rest.front() == "__man" || rest.front() == "__complete")
    return run_hidden(context, root, globals, rest);
  return run_child(context, root, globals, std::move(rest));
}

int report(Context& context, int code, std::string_view name, std::string_view message, std::string_view hint,
           bool json) {
  context.console.clear_progress();
  context.trace.event("error", "code", name);
  context.io.out.flush();
  if (code == interrupted_exit && !json) {
    if (context.io.err_terminal) context.io.err << "\n";
  }
  context.io.err << error_text(name, message, hint, json, context.console.err_look().style) << std::flush;
  return code;
}

/// What a failure that is no Error of ours gets: a defect, with what is known of it.
int report_defect(Context& context, std::string_view what, bool json) {
  return report(context, internal_exit, to_string(Errc::internal), "unexpected: " + std::string(what),
                "this is a defect of resumax; RESUMAX_TRACE=FILE records the steps for a report", json);
}

}  // namespace

std::string_view version() { return RESUMAX_VERSION; }

int run(int argc, const char* const* argv, Io& io) {
  Globals flags;
  Context context(io, flags);
  std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  context.console.configure({});
  const bool json = std::find(words.begin(), words.end(), "--json") != words.end();
  int code = 0;
  try {
    const Command globals = global_options(flags);
    code = dispatch(context, globals, std::move(words));
    io.out.flush();
    if (!io.out) throw Error(Errc::storage_error, "cannot write to standard output");
  } catch (const UsageError& error) {
    code = report(context, usage_exit, "usage", error.what(), error.hint(), json);
  } catch (const Error& error) {
    code = report(context, exit_code(error.code()), to_string(error.code()), error.what(), error.hint(), json);
  } catch (const std::exception& error) {
    code = report_defect(context, error.what(), json);
  }
  context.trace.end(code);
  return code;
}

}  // namespace resumax::app
