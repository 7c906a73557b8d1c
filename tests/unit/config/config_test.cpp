#include <resumax/config/config.hpp>
#include <resumax/core/error.hpp>

#include <tests/support/files.hpp>

#include <catch2/catch.hpp>

#include <map>

using namespace resumax;
using config::Config;
using config::Origin;

namespace {

struct Layers {
  test::TemporaryFolder folder;
  config::Sources sources;
  std::map<std::string, std::string> variables;

  Layers() {
    sources.environment = [this](const std::string& name) -> std::optional<std::string> {
      const auto found = variables.find(name);
      if (found == variables.end()) return std::nullopt;
      return found->second;
    };
  }
  std::filesystem::path file(const char* name, std::string_view text) {
    const auto path = folder.path() / name;
    test::write_file(path, text);
    return path;
  }
};

/// Message and hint of the error that making a Config throws; "" when it does not.
std::string complaint(const config::Sources& sources) {
  try {
    Config made(sources);
    return {};
  } catch (const Error& error) {
    CHECK(error.code() == Errc::invalid_input);
    return error.what() + std::string(" | ") + error.hint();
  }
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("each layer wins over the weaker ones and says where it came from") {
  Layers layers;
  CHECK(Config(layers.sources).at("limits.resume").origin == Origin::built_in);
  CHECK(Config(layers.sources).size("limits.resume") == 5u << 20);

  layers.sources.user_file = layers.file("user.toml", "# mine\n[limits]\nresume = \"6 MB\"\n");
  CHECK(Config(layers.sources).at("limits.resume").origin == Origin::user);
  CHECK(Config(layers.sources).at("limits.resume").source == layers.sources.user_file->string() + ":3");

  layers.sources.workspace_file = layers.file("workspace.toml", "limits.resume = \"7 MB\"\n");
  CHECK(Config(layers.sources).at("limits.resume").origin == Origin::workspace);

  layers.variables["RESUMAX_LIMITS_RESUME"] = "8 MB";
  CHECK(Config(layers.sources).at("limits.resume").origin == Origin::environment);
  CHECK(Config(layers.sources).at("limits.resume").source == "RESUMAX_LIMITS_RESUME");

  layers.sources.overrides = {"limits.resume=9 MB", "limits.resume=10 MB"};
  const Config config(layers.sources);
  CHECK(config.at("limits.resume").origin == Origin::command_line);
  CHECK(config.size("limits.resume") == 10u << 20);
  CHECK(config.size("limits.posting") == 10u << 20);
}

TEST_CASE("what is wrong in a layer is said with its place") {
  Layers layers;
  const auto with_user = [&](std::string_view text) {
    layers.sources.user_file = layers.file("user.toml", text);
    return complaint(layers.sources);
  };
  SECTION("an unknown key, with its line and the nearest one") {
    const auto text = with_user("\n[limits]\nresme = \"5 MB\"\n");
    CHECK(contains(text, "user.toml:3: unknown setting 'limits.resme'"));
    CHECK(contains(text, "did you mean limits.resume?"));
  }
  SECTION("a word that is none of the known ones") {
    CHECK(contains(with_user("ui.color = \"red\""), "user.toml:1: ui.color wants auto, always or never, not 'red'"));
  }
  SECTION("a wrong type") {
    CHECK(contains(with_user("extract.deadline = \"soon\""), "wants a whole number"));
    CHECK(contains(with_user("[extract]\ndeadline = -1\n"), "wants a whole number"));
    CHECK(contains(with_user("limits.resume = \"5 XB\""), "wants a size"));
    CHECK(contains(with_user("limits.resume = [1, 2]"), "is no text"));
  }
  SECTION("a file that is no TOML") { CHECK(contains(with_user("[limits]\nresume = \n"), "user.toml:2: ")); }
  SECTION("variables and -c") {
    layers.variables["RESUMAX_UI_COLOR"] = "blue";
    CHECK(contains(complaint(layers.sources), "RESUMAX_UI_COLOR: ui.color wants"));
    layers.variables.clear();
    layers.sources.overrides = {"ui.colour=never"};
    CHECK(contains(complaint(layers.sources), "-c: unknown setting 'ui.colour' | did you mean ui.color?"));
    layers.sources.overrides = {"ui.color"};
    CHECK(contains(complaint(layers.sources), "no value"));
  }
}

TEST_CASE("sizes") {
  const std::vector<std::pair<std::string, std::uint64_t>> sizes{
      {"0", 0},         {"100", 100},        {"100 B", 100},     {"5 MB", 5u << 20}, {"5MB", 5u << 20},
      {"5M", 5u << 20}, {"5 MiB", 5u << 20}, {"5 mb", 5u << 20}, {"1 GB", 1u << 30}, {" 512 k ", 512u << 10},
  };
  for (const auto& [text, bytes] : sizes) {
    config::Sources sources;
    sources.overrides = {"limits.resume=" + text};
    INFO(text);
    CHECK(Config(sources).size("limits.resume") == bytes);
  }
  for (const char* text : {"", "MB", "-1", "1.5 MB", "5 TB", "99999999999 GB", "5 MB x"}) {
    config::Sources sources;
    sources.overrides = {"limits.resume=" + std::string(text)};
    INFO(text);
    CHECK(contains(complaint(sources), "wants a size"));
  }
}

TEST_CASE("editing a file keeps everything else") {
  test::TemporaryFolder folder;
  const auto file = folder.path() / "new" / "config.toml";
  const auto after = [&](std::string_view before, std::string_view key, const std::optional<std::string>& value) {
    if (!before.empty()) test::write_file(file, before);
    config::set_in_file(file, key, value);
    return test::read_file(file);
  };
  CHECK(after("", "ui.color", "never") == "[ui]\ncolor = \"never\"\n");
  CHECK(after("# top\n[limits] # é\nresume = \"5 MB\" # mine\n\n[ui]\n", "limits.resume", "7 MB") ==
        "# top\n[limits] # é\nresume = \"7 MB\" # mine\n\n[ui]\n");
  CHECK(after("[limits]\nresume = 1\n\n# next\n[ui]\npager = \"less\"", "limits.posting", "9 MB") ==
        "[limits]\nresume = 1\nposting = \"9 MB\"\n\n# next\n[ui]\npager = \"less\"\n");
  CHECK(after("extract.deadline = 3\n", "extract.deadline", "20") == "extract.deadline = 20\n");
  CHECK(after("ui = { pager = \"é\", color = \"auto\" }\n", "ui.color", "always") ==
        "ui = { pager = \"é\", color = \"always\" }\n");
  CHECK(after("[ui]\n# why\ncolor = \"auto\"\npager = \"most\"\n", "ui.color", std::nullopt) ==
        "[ui]\n# why\npager = \"most\"\n");
  CHECK(after("[ui]\n", "ui.pager", "less \"-R\"\\") == "[ui]\npager = \"less \\\"-R\\\"\\\\\"\n");
}

TEST_CASE("an edit that cannot be made leaves the file alone") {
  test::TemporaryFolder folder;
  const auto file = folder.path() / "config.toml";
  const std::string inline_table = "ui = { color = \"auto\", pager = \"less\" }\n";
  test::write_file(file, inline_table);
  CHECK_THROWS_AS(config::set_in_file(file, "ui.color", std::nullopt), Error);
  CHECK_THROWS_AS(config::set_in_file(file, "ui.color", "pink"), Error);
  CHECK_THROWS_AS(config::set_in_file(file, "ui.nothing", "1"), Error);
  CHECK(test::read_file(file) == inline_table);
}
