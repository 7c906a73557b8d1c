#pragma once

#include <resumax/core/resume.hpp>

#include <string_view>
#include <vector>

namespace resumax::text {

/// A date range found in a text: bytes [begin, end) of it. A single date is a range whose start is empty and whose
/// end holds it (`single`).
struct DateMatch {
  std::uint32_t begin = 0, end = 0;
  DateRange range;
  bool single = false;
};

/// Every date or date range in a line, left to right: "Mar 2021 – Present", "03/2021-05/2022", "2019 to 2021",
/// "2021-03", "été 2020", "مارس ٢٠٢١ - حتى الآن", month names in en, ar (both sets), fr, de, es, pt, it, nl, fa;
/// Arabic-Indic and Persian digits; "present" words of all of these; seasons as their first month. Numbers that are
/// no dates (phones, "2000 users", "24/7") are left alone: years run from 1940 to 2049.
std::vector<DateMatch> find_dates(std::string_view utf8);

/// Month 1 to 12 of a month name or abbreviation in any of those languages (any case), 0 for other words.
int month_of(std::string_view word);

}  // namespace resumax::text
