#pragma once

#include <pugixml.hpp>

#include <charconv>
#include <optional>
#include <string_view>

namespace resumax::extract {

// Names without their prefix: writers are free to call the namespaces what they like.

inline std::string_view without_prefix(std::string_view name) { return name.substr(name.find(':') + 1); }

inline std::string_view local_name(const pugi::xml_node& node) { return without_prefix(node.name()); }

inline pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const auto entry : node.children())
    if (local_name(entry) == name) return entry;
  return {};
}

/// "" where there is no such attribute.
inline std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const auto entry : node.attributes())
    if (without_prefix(entry.name()) == name) return entry.value();
  return {};
}

inline std::optional<int> read_int(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return value;
}

}  // namespace resumax::extract
