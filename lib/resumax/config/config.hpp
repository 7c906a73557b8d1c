#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::config {

/// Where a value came from, weakest first.
enum class Origin { built_in, user, workspace, environment, command_line };

/// A known setting: its dotted key, built-in value, and what it is for. Types are "string", "integer", "size"
/// ("5 MB"), "boolean" or a list of words separated by "|".
struct Setting {
  std::string_view key, type, built_in, description;
};
const std::vector<Setting>& settings();

struct Value {
  std::string text;
  Origin origin = Origin::built_in;
  std::string source;  ///< file and line, variable or flag it was read from
};

/// What the layers are read from; the caller finds the files and reads the environment.
struct Sources {
  std::optional<std::filesystem::path> user_file, workspace_file;  ///< those that exist
  std::function<std::optional<std::string>(const std::string& variable)> environment;
  std::vector<std::string> overrides;  ///< "key=value" of -c
};

/// The settings in force. An unknown key, a wrong type or a malformed file throws invalid_input with file, line and
/// the nearest known key.
class Config {
 public:
  explicit Config(const Sources& sources);

  const Value& at(std::string_view key) const;  ///< the key is one of settings()
  std::string string(std::string_view key) const;
  std::int64_t integer(std::string_view key) const;
  std::uint64_t size(std::string_view key) const;  ///< bytes
  bool boolean(std::string_view key) const;

 private:
  std::vector<Value> values_;
};

/// Sets (or with no value removes) a key in a TOML file, keeping comments and the other lines; the value is checked.
void set_in_file(const std::filesystem::path& file, std::string_view key, const std::optional<std::string>& value);

}  // namespace resumax::config
