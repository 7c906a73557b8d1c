#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace resumax::config {

/// A value of a TOML file as text, with its dotted key and where it stands. Lines and columns count from 1, columns in
/// code points; the value is [column, end_column) of the lines line..end_line.
struct TomlValue {
  std::string key, text;
  int line = 0, column = 0, end_line = 0, end_column = 0;
};

/// The values of a TOML text in its order; tables are walked, arrays and dates are invalid_input. `name` stands in
/// messages.
std::vector<TomlValue> read_toml(const std::string& text, const std::string& name);

}  // namespace resumax::config
