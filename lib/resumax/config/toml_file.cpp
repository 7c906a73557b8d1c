// The only file that sees toml++: header-only here, because Debian's shared library of it would bring a shared
// libstdc++.
#include <resumax/config/toml_file.hpp>

#include <resumax/core/error.hpp>

#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_UNRELEASED_FEATURES 0
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wconversion"
#endif
#include <toml++/toml.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

#include <algorithm>

namespace resumax::config {
namespace {

std::string place(const std::string& name, const toml::source_region& source) {
  return name + ":" + std::to_string(source.begin.line);
}

std::string text_of(const toml::node& node, const std::string& key, const std::string& name) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* truth = node.as_boolean()) return truth->get() ? "true" : "false";
  throw Error(Errc::invalid_input,
              place(name, node.source()) + ": " + key + " is no text, whole number, true or false");
}

void walk(const toml::table& table, const std::string& prefix, const std::string& name, std::vector<TomlValue>& out) {
  for (const auto& [key, node] : table) {
    const std::string path = prefix + std::string(key.str());
    if (const auto* inner = node.as_table()) {
      walk(*inner, path + ".", name, out);
      continue;
    }
    const auto& source = node.source();
    out.push_back({path, text_of(node, path, name), static_cast<int>(source.begin.line),
                   static_cast<int>(source.begin.column), static_cast<int>(source.end.line),
                   static_cast<int>(source.end.column)});
  }
}

}  // namespace

std::vector<TomlValue> read_toml(const std::string& text, const std::string& name) {
  try {
    std::vector<TomlValue> values;
    walk(toml::parse(text), "", name, values);
    std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) {
      return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return values;
  } catch (const toml::parse_error& error) {
    throw Error(Errc::invalid_input, place(name, error.source()) + ": " + std::string(error.description()),
                "settings files are TOML: key = \"value\" below a [table]");
  }
}

}  // namespace resumax::config
