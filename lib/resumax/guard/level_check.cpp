#include <resumax/guard/claims.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::guard {

namespace {

/// The numbers of a grade, "3.80" as "3.8".
std::vector<std::string> grade_numbers(std::string_view value) {
  std::vector<std::string> out;
  bool open = false;
  for (const char c : text::fold(value)) {
    const bool digit = c >= '0' && c <= '9';
    if (digit || (open && (c == '.' || c == ','))) {
      if (!open) out.emplace_back();
      out.back() += c == ',' ? '.' : c;
    }
    open = digit || (open && (c == '.' || c == ','));
  }
  for (std::string& number : out) {
    if (number.find('.') == std::string::npos) continue;
    while (number.ends_with('0')) number.pop_back();
    if (number.ends_with('.')) number.pop_back();
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// The level of the longest word or phrase of the table in a text; 0 for none.
int level_of(std::string_view value) {
  const std::string folded = " " + text::fold(value) + " ";
  int height = 0;
  std::size_t longest = 0;
  for (const auto& [word, its] : fluency_levels()) {
    const auto at = folded.find(word);
    if (at == std::string::npos || folded[at - 1] != ' ' || word.size() < longest) continue;
    const char behind = folded[at + word.size()];
    if (behind != ' ' && behind != ',' && behind != ')' && behind != '/') continue;
    longest = word.size();
    height = its;
  }
  return height;
}

/// The parts of a place between commas, codes of regions as their names.
std::vector<std::string> place_parts(std::string_view value) {
  std::vector<std::string> out;
  while (!value.empty()) {
    const auto comma = std::min(value.find(','), value.size());
    const std::string_view part = text::trim(value.substr(0, comma));
    const auto region = region_names().find(part);
    if (!part.empty()) out.push_back(region == region_names().end() ? text::fold(part) : region->second);
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return out;
}

}  // namespace

std::optional<Objection> check_grade(std::string_view before, std::string_view proposed) {
  const auto given = grade_numbers(before), claimed = grade_numbers(proposed);
  if (std::includes(given.begin(), given.end(), claimed.begin(), claimed.end())) return std::nullopt;
  return Objection{"the source does not give this number", {std::string(proposed)}};
}

bool is_same_grade(std::string_view path, std::string_view before, std::string_view proposed) {
  const auto bare = [](std::string_view value) { return value.find_first_not_of("0123456789., /") == value.npos; };
  return path.ends_with("/score") && bare(before) && bare(proposed) && grade_numbers(before) == grade_numbers(proposed);
}

std::optional<Objection> check_fluency(std::string_view before, std::string_view proposed) {
  const int given = level_of(before), claimed = level_of(proposed);
  if (claimed <= given || given == 0) return std::nullopt;
  return Objection{"claims more than the source", {std::string(proposed)}};
}

bool is_same_place(std::string_view path, std::string_view before, std::string_view proposed) {
  const bool place = path.ends_with("/location") || path.find("/location/") != path.npos;
  return place && !before.empty() && place_parts(before) == place_parts(proposed);
}

}  // namespace resumax::guard
