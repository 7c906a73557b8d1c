#include <resumax/parse/wrapped_dates.hpp>

#include <resumax/text/dates.hpp>
#include <resumax/text/durations.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <string>

namespace resumax::parse {
namespace {

/// No date is longer, however it is wrapped.
constexpr std::size_t longest = 80;

}  // namespace

bool goes_on_as_date(std::string_view text, std::string_view next) {
  if (text.size() > longest || next.size() > longest) return false;
  for (std::string_view dash : {"-", "–", "—"})
    if (next == dash) return ends_with_date(text);
  const auto dates = text::find_dates(std::string(text) + ' ' + std::string(next));
  return std::any_of(dates.begin(), dates.end(), [&](const text::DateMatch& date) {
    return date.begin < text.size() && date.end > text.size() + 1;
  });
}

bool breaks_date(std::string_view text, std::string_view next) {
  const std::size_t blank = text.find_last_of(" |\t");
  const std::string_view last = blank == std::string_view::npos ? text : text.substr(blank + 1);
  const std::string_view first = next.substr(0, next.find(' '));
  if (text::month_of(last) == 0 || first.size() != 4) return false;
  return std::all_of(first.begin(), first.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool ends_with_date(std::string_view text) {
  if (text.size() > longest) return false;
  const auto dates = text::find_dates(text);
  return !dates.empty() && dates.back().end == text.size();
}

bool is_date(std::string_view text) {
  if (text.size() > longest) return false;
  const auto dates = text::find_dates(text);
  return dates.size() == 1 && dates.front().begin == 0 && dates.front().end == text.size();
}

bool is_duration(std::string_view text) {
  if (text.size() > longest) return false;
  static constexpr std::string_view ones[] = {"a", "an", "one", "un", "une", "una", "ein", "eine", "um", "uma", "een"};
  const std::size_t blank = text.find(' ');
  std::string counted(text);
  if (blank != std::string_view::npos &&
      std::find(std::begin(ones), std::end(ones), text::fold(text.substr(0, blank))) != std::end(ones))
    counted.replace(0, blank, "1");
  const auto found = text::find_durations(counted);
  return found.size() == 1 && found.front().begin == 0 && found.front().end == counted.size();
}

}  // namespace resumax::parse
