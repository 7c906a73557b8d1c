#include <resumax/config/settings.hpp>

#include <resumax/core/error.hpp>
#include <resumax/core/names.hpp>

#include <algorithm>
#include <charconv>

namespace resumax::config {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> words_of(std::string_view type) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at <= type.size();) {
    const auto bar = std::min(type.find('|', at), type.size());
    words.push_back(type.substr(at, bar - at));
    at = bar + 1;
  }
  return words;
}

[[noreturn]] void reject(const Setting& setting, std::string_view value, std::string_view wanted) {
  throw Error(Errc::invalid_input,
              std::string(setting.key) + " wants " + std::string(wanted) + ", not '" + std::string(value) + "'");
}

}  // namespace

const std::vector<Setting>& settings() {
  static const std::vector<Setting> table{
      {"export.format", "pdf|docx|text|md|json", "pdf", "Format of an export whose file name does not say it"},
      {"extract.deadline", "integer", "10", "Seconds after which reading one document is given up"},
      {"extract.memory", "size", "512 MB", "Memory the reading of one document may take"},
      {"limits.posting", "size", "10 MB", "Largest posting that is read"},
      {"limits.resume", "size", "5 MB", "Largest resume that is read"},
      {"limits.skills", "size", "64 MB", "Largest table of skills that is imported"},
      {"optimize.strategy", "default|conservative|aggressive_keywords|executive_tone|concise|skills_focus", "default",
       "How far suggestions go, and in which tone"},
      {"ui.color", "auto|always|never", "auto", "When to colour: auto is on a terminal without NO_COLOR"},
      {"ui.pager", "string", "", "Command that shows long output; empty for PAGER, else less"},
  };
  return table;
}

std::size_t setting_index(std::string_view key) {
  const auto& table = settings();
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table[i].key == key) return i;
  std::vector<std::string_view> keys;
  for (const auto& setting : table) keys.push_back(setting.key);
  const auto near = nearest_name(key, keys.data(), keys.size());
  throw Error(Errc::invalid_input, "unknown setting '" + std::string(key) + "'",
              near.empty() ? "resumax config list names every setting" : "did you mean " + std::string(near) + "?");
}

std::string variable_of(std::string_view key) {
  std::string name = "RESUMAX_";
  for (const char c : key) name += c == '.' ? '_' : upper(c);
  return name;
}

void check_value(const Setting& setting, std::string_view value) {
  if (setting.type == "string") return;
  if (setting.type == "size") {
    if (!parse_size(value)) reject(setting, value, "a size such as \"5 MB\"");
  } else if (setting.type == "integer") {
    if (!parse_integer(value)) reject(setting, value, "a whole number");
  } else if (setting.type == "boolean") {
    if (value != "true" && value != "false") reject(setting, value, "true or false");
  } else {
    const auto words = words_of(setting.type);
    if (std::find(words.begin(), words.end(), value) != words.end()) return;
    std::string list;
    for (const auto word : words)
      list += (list.empty() ? "" : word == words.back() ? " or " : ", ") + std::string(word);
    reject(setting, value, list);
  }
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
  text = trim(text);
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  std::uint64_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + digits, value);
  if (digits == 0 || failure != std::errc{} || end != text.data() + digits) return std::nullopt;
  std::string unit;
  for (const char c : trim(text.substr(digits))) unit += upper(c);
  if (unit.size() > 1 && unit.back() == 'B') unit.pop_back();
  int shift = 0;
  if (unit.empty() || unit == "B")
    shift = 0;
  else if (unit == "K" || unit == "KI")
    shift = 10;
  else if (unit == "M" || unit == "MI")
    shift = 20;
  else if (unit == "G" || unit == "GI")
    shift = 30;
  else
    return std::nullopt;
  if (value > (UINT64_MAX >> shift)) return std::nullopt;
  return value << shift;
}

}  // namespace resumax::config
