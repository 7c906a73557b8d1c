#include "verbs.hpp"

#include <resumax/core/names.hpp>

#include <nlohmann/json.hpp>

namespace resumax::app {
namespace {

std::string_view name_of(config::Origin origin) {
  switch (origin) {
    case config::Origin::built_in:
      return "built in";
    case config::Origin::user:
      return "user";
    case config::Origin::workspace:
      return "workspace";
    case config::Origin::environment:
      return "environment";
    case config::Origin::command_line:
      return "command line";
  }
  return "?";
}

nlohmann::json to_json(const config::Setting& setting, const config::Value& value) {
  return {{"key", setting.key}, {"value", value.text}, {"origin", name_of(value.origin)}, {"source", value.source}};
}

const config::Setting& setting_named(const std::string& key) {
  std::vector<std::string_view> known;
  for (const auto& setting : config::settings()) {
    if (setting.key == key) return setting;
    known.push_back(setting.key);
  }
  throw_unknown("setting", key, known, "resumax config list names every setting");
}

struct KeyArgs {
  std::string key, value;
  bool workspace = false, dry_run = false;
};

void build_get(Command& command) {
  auto args = std::make_shared<KeyArgs>();
  command.description("Prints the value in force.")
      .example("resumax config get limits.resume", "")
      .positional("KEY", "a setting", args->key, Offer::settings)
      .run([args](Context& context) {
        const auto& setting = setting_named(args->key);
        const auto& value = context.config().at(setting.key);
        context.console.print((context.console.json() ? to_json(setting, value).dump(2) : value.text) + "\n");
        return 0;
      });
}

int change(Context& context, const KeyArgs& args, const std::optional<std::string>& value) {
  setting_named(args.key);
  const auto file = args.workspace ? context.workspace_config_file() : context.user_config_file();
  if (file.empty()) throw Error(Errc::storage_error, "there is no home folder for your settings", "use --local");
  if (args.workspace && !context.workspace_exists())
    throw Error(Errc::not_found, "there is no workspace yet", "resumax init makes one");
  if (!args.dry_run)
    config::set_in_file(file, args.key, value);
  else if (value)
    config::Config({{}, {}, {}, {args.key + "=" + *value}});
  if (context.console.json()) {
    nlohmann::json record{
        {"key", args.key}, {"value", value ? nlohmann::json(*value) : nlohmann::json()}, {"file", file.string()}};
    context.console.print(record.dump(2) + "\n");
  } else {
    const std::string done =
        value ? (args.dry_run ? "would set " : "set ") : (args.dry_run ? "would unset " : "unset ");
    context.console.print(done + args.key + (value ? " = " + *value : "") + " in " + file.string() + "\n");
  }
  return 0;
}

void build_set(Command& command) {
  auto args = std::make_shared<KeyArgs>();
  command.description("Writes a setting to your own file, or with --local to the workspace's; comments in it stay.")
      .example("resumax config set limits.resume \"8 MB\"", "for you")
      .example("resumax config set optimize.strategy conservative --local", "for this workspace")
      .positional("KEY", "a setting", args->key, Offer::settings)
      .positional("VALUE", "its new value", args->value)
      .flag("--local", "in the workspace's file", args->workspace)
      .dry_run(args->dry_run)
      .run([args](Context& context) { return change(context, *args, args->value); });
}

void build_unset(Command& command) {
  auto args = std::make_shared<KeyArgs>();
  command.description("Removes a setting from your own file, or with --local from the workspace's.")
      .example("resumax config unset ui.color", "")
      .positional("KEY", "a setting", args->key, Offer::settings)
      .flag("--local", "from the workspace's file", args->workspace)
      .dry_run(args->dry_run)
      .run([args](Context& context) { return change(context, *args, std::nullopt); });
}

struct ListArgs {
  bool origin = false;
};

int run_list(Context& context, const ListArgs& args) {
  const auto& config = context.config();
  if (context.console.json()) {
    nlohmann::json list{{"settings", nlohmann::json::array()}};
    for (const auto& setting : config::settings()) list["settings"].push_back(to_json(setting, config.at(setting.key)));
    context.console.print(list.dump(2) + "\n");
    return 0;
  }
  Table table({{"setting"},
               {"value", Table::Fit::cut, false, &Style::bold},
               {args.origin ? "from" : "", args.origin ? Table::Fit::cut : Table::Fit::drop, false, &Style::dim}});
  for (const auto& setting : config::settings()) {
    const auto& value = config.at(setting.key);
    table.row({std::string(setting.key), value.text, args.origin ? value.source : std::string(setting.description)});
  }
  context.console.page(table.text(context.console.look()));
  return 0;
}

void build_list(Command& command) {
  auto args = std::make_shared<ListArgs>();
  command
      .description(
          "Lists every setting with its value, and with --show-origin the file and line, variable or flag it is from.")
      .example("resumax config list --show-origin", "where each value comes from")
      .flag("--show-origin", "say where each value comes from", args->origin)
      .run([args](Context& context) { return run_list(context, *args); });
}

void build_path(Command& command) {
  command.description("Prints the settings files, weakest first; they need not exist.")
      .example("$EDITOR \"$(resumax config path | head -1)\"", "edit your own")
      .run([](Context& context) {
        const auto user = context.user_config_file().string(), workspace = context.workspace_config_file().string();
        if (context.console.json())
          context.console.print(nlohmann::json{{"user", user}, {"workspace", workspace}}.dump(2) + "\n");
        else
          context.console.print(user + "\n" + workspace + "\n");
        return 0;
      });
}

}  // namespace

void add_config(Command& command) {
  command
      .description(
          "Settings come from layers, the first that has a value wins: -c KEY=VALUE, the environment (limits.resume is "
          "RESUMAX_LIMITS_RESUME), the workspace's config.toml, your own config.toml, and what is built in. An unknown "
          "key is an error, with its line and the nearest known one.")
      .example("resumax config list --show-origin", "every setting and where it is from")
      .example("resumax config set ui.color never", "change one for good")
      .example("resumax -c limits.resume=20MB resume add big.pdf", "change one for once")
      .child("get", "print a setting", build_get)
      .child("set", "write a setting", build_set)
      .child("unset", "remove a setting", build_unset)
      .child("list", "list all settings", build_list)
      .child("path", "print where the files are", build_path);
}

}  // namespace resumax::app
