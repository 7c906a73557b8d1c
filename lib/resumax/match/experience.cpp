#include <resumax/match/score.hpp>

#include <algorithm>

namespace resumax::match {

namespace {

constexpr int mid_year = 6;  // a bare year stands for its middle, so that 2019 to 2021 is two years

/// Months since year 0: of a start, or right after an end. -1 where the date is not known.
int month_of_start(const Date& date) {
  if (date.empty()) return -1;
  return date.year * 12 + (date.month > 0 ? date.month - 1 : mid_year);
}
int month_after_end(const Date& date) {
  if (date.empty()) return -1;
  return date.year * 12 + (date.month > 0 ? date.month : mid_year);
}

/// A role that began and ended in one bare year is taken as half of it.
std::pair<int, int> months(const DateRange& range, Date today) {
  const auto& start = range.start.date;
  const auto& end = range.end.date;
  if (!range.end.present && !start.empty() && start.year == end.year && start.month == 0 && end.month == 0)
    return {start.year * 12 + 3, start.year * 12 + 9};
  return {month_of_start(start), month_after_end(range.end.present ? today : end)};
}

}  // namespace

int months_of_experience(const Resume& resume, Date today) {
  std::vector<std::pair<int, int>> spans;
  const int limit = month_after_end(today);
  for (const auto& work : resume.work) {
    auto [begin, end] = months(work.dates, today);
    if (limit >= 0) end = std::min(end, limit);
    if (begin >= 0 && end > begin) spans.emplace_back(begin, end);
  }
  std::sort(spans.begin(), spans.end());
  int total = 0, covered = 0;
  for (const auto& [begin, end] : spans) {
    total += std::max(0, end - std::max(begin, covered));
    covered = std::max(covered, end);
  }
  return total;
}

}  // namespace resumax::match
