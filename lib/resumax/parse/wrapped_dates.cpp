#include <resumax/parse/wrapped_dates.hpp>

#include <resumax/text/dates.hpp>

#include <algorithm>
#include <string>

namespace resumax::parse {
namespace {

/// No date is longer, however it is wrapped.
constexpr std::size_t longest = 80;

}  // namespace

bool goes_on_as_date(std::string_view text, std::string_view next) {
  if (text.size() > longest || next.size() > longest) return false;
  const auto dates = text::find_dates(std::string(text) + ' ' + std::string(next));
  return std::any_of(dates.begin(), dates.end(), [&](const text::DateMatch& date) {
    return date.begin < text.size() && date.end > text.size() + 1;
  });
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

}  // namespace resumax::parse
