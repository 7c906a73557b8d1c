#include <resumax/config/config.hpp>

#include <resumax/config/settings.hpp>
#include <resumax/config/toml_file.hpp>
#include <resumax/core/error.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace resumax::config {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (in) text << in.rdbuf();
  if (!in) throw Error(Errc::invalid_input, "cannot read " + file.string() + ": " + std::strerror(errno));
  return text.str();
}

/// Puts one value into its layer's place; what is wrong with it is said with where it stands.
void put(std::vector<Value>& values, std::string_view key, std::string text, Origin origin, const std::string& source) {
  try {
    const auto index = setting_index(key);
    check_value(settings()[index], text);
    values[index] = {std::move(text), origin, source};
  } catch (const Error& error) {
    throw Error(error.code(), source + ": " + error.what(), error.hint());
  }
}

void put_file(std::vector<Value>& values, const std::optional<fs::path>& file, Origin origin) {
  if (!file) return;
  for (auto& value : read_toml(read(*file), file->string()))
    put(values, value.key, std::move(value.text), origin, file->string() + ":" + std::to_string(value.line));
}

}  // namespace

Config::Config(const Sources& sources) {
  for (const auto& setting : settings())
    values_.push_back({std::string(setting.built_in), Origin::built_in, "built in"});
  put_file(values_, sources.user_file, Origin::user);
  put_file(values_, sources.workspace_file, Origin::workspace);
  if (sources.environment)
    for (const auto& setting : settings()) {
      const auto variable = variable_of(setting.key);
      if (auto value = sources.environment(variable); value && !value->empty())
        put(values_, setting.key, std::move(*value), Origin::environment, variable);
    }
  for (const auto& text : sources.overrides) {
    const auto equals = text.find('=');
    if (equals == std::string::npos)
      throw Error(Errc::invalid_input, "-c " + text + ": no value", "write it as -c key=value");
    put(values_, std::string_view(text).substr(0, equals), text.substr(equals + 1), Origin::command_line, "-c");
  }
}

const Value& Config::at(std::string_view key) const { return values_[setting_index(key)]; }
std::string Config::string(std::string_view key) const { return at(key).text; }
std::int64_t Config::integer(std::string_view key) const { return parse_integer(at(key).text).value_or(0); }
std::uint64_t Config::size(std::string_view key) const { return parse_size(at(key).text).value_or(0); }
bool Config::boolean(std::string_view key) const { return at(key).text == "true"; }

}  // namespace resumax::config
