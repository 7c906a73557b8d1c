#include <resumax/config/config.hpp>
#include <resumax/config/settings.hpp>
#include <resumax/config/toml_file.hpp>
#include <resumax/core/error.hpp>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace resumax::config {
namespace {

namespace fs = std::filesystem;

std::string quote(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
      out += c;
  }
  return out + "\"";
}

std::string literal(const Setting& setting, const std::string& value) {
  const bool bare = setting.type == "integer" || setting.type == "boolean" ||
                    (setting.type == "size" && parse_integer(value).has_value());
  return bare ? value : quote(value);
}

/// Byte offset of a line and a column of code points, both from 1.
std::size_t offset_of(std::string_view text, int line, int column) {
  std::size_t at = 0;
  while (--line > 0) {
    at = text.find('\n', at);
    if (at == std::string_view::npos) return text.size();
    ++at;
  }
  while (--column > 0 && at < text.size())
    for (++at; at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;) ++at;
  return at;
}

std::string without_blanks(std::string_view line) {
  std::string out;
  for (const char c : line)
    if (c != ' ' && c != '\t' && c != '\r') out += c;
  return out.substr(0, out.find('#'));
}

/// Where a new line for a key of `table` goes: after the last line of its table that says something, or nowhere.
std::optional<std::size_t> end_of_table(std::string_view text, std::string_view table) {
  const std::string header = "[" + std::string(table) + "]";
  std::optional<std::size_t> end;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto stop = std::min(text.find('\n', at), text.size());
    const auto line = without_blanks(text.substr(at, stop - at));
    if (!line.empty() && line.front() == '[') inside = line == header;
    at = std::min(stop + 1, text.size());
    if (inside && !line.empty()) end = at;
  }
  return end;
}

std::string with_key(std::string text, std::string_view key, const std::string& value) {
  const auto dot = key.find('.');
  const auto table = key.substr(0, dot);
  const std::string line = std::string(key.substr(dot + 1)) + " = " + value + "\n";
  if (!text.empty() && text.back() != '\n') text += '\n';
  if (const auto end = end_of_table(text, table)) return text.insert(*end, line);
  return text + (text.empty() ? "" : "\n") + "[" + std::string(table) + "]\n" + line;
}

std::string without_line(std::string text, int first, int last) {
  const auto begin = offset_of(text, first, 1);
  return text.erase(begin, offset_of(text, last + 1, 1) - begin);
}

std::string edited(const std::string& text, const std::string& name, std::string_view key,
                   const std::optional<std::string>& value, const Setting& setting) {
  for (const auto& old : read_toml(text, name)) {
    if (old.key != key) continue;
    if (!value) return without_line(text, old.line, old.end_line);
    const auto begin = offset_of(text, old.line, old.column);
    const auto end = offset_of(text, old.end_line, old.end_column);
    return std::string(text).replace(begin, end - begin, literal(setting, *value));
  }
  return value ? with_key(text, key, literal(setting, *value)) : text;
}

/// The edit is textual: what it made is read again, and only the one key may differ.
bool as_meant(const std::string& before, const std::string& after, const std::string& name, std::string_view key,
              const std::optional<std::string>& value) {
  try {
    std::vector<std::pair<std::string, std::string>> wanted, got;
    for (const auto& v : read_toml(before, name))
      if (v.key != key) wanted.emplace_back(v.key, v.text);
    if (value) wanted.emplace_back(key, *value);
    for (const auto& v : read_toml(after, name)) got.emplace_back(v.key, v.text);
    std::sort(wanted.begin(), wanted.end());
    std::sort(got.begin(), got.end());
    return wanted == got;
  } catch (const Error&) {
    return false;
  }
}

void write(const fs::path& file, const std::string& text) {
  std::error_code failure;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), failure);
  const fs::path target = fs::is_symlink(file) ? fs::canonical(file) : file;
  const fs::path temporary = target.string() + ".new." + std::to_string(getpid());
  std::ofstream out(temporary, std::ios::binary);
  out << text;
  out.close();
  if (out) fs::rename(temporary, target, failure);
  if (out && !failure) return;
  const std::string why = failure ? failure.message() : std::strerror(errno);
  fs::remove(temporary, failure);
  throw Error(Errc::storage_error, "cannot write " + file.string() + ": " + why);
}

}  // namespace

void set_in_file(const fs::path& file, std::string_view key, const std::optional<std::string>& value) {
  const auto& setting = settings()[setting_index(key)];
  if (value) check_value(setting, *value);
  std::string text;
  if (std::ifstream in{file, std::ios::binary}) {
    std::ostringstream all;
    all << in.rdbuf();
    text = all.str();
  } else if (fs::exists(file)) {
    throw Error(Errc::storage_error, "cannot read " + file.string() + ": " + std::strerror(errno));
  }
  const auto after = edited(text, file.string(), key, value, setting);
  if (!as_meant(text, after, file.string(), key, value))
    throw Error(Errc::invalid_input,
                file.string() + ": " + std::string(key) + " is written in a form that cannot be edited",
                "change the file by hand");
  if (after != text || (value && !fs::exists(file))) write(file, after);
}

}  // namespace resumax::config
