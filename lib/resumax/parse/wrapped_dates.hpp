#pragma once

#include <string_view>

namespace resumax::parse {

/// Whether a date begun in `text` ends in `next`: "Sep 2021 – Jun", "2025".
bool goes_on_as_date(std::string_view text, std::string_view next);

/// Whether a line break stands between a month and its year: "… | Jan", "2012 – Mar 2016".
bool breaks_date(std::string_view text, std::string_view next);

/// Whether the text ends with a date.
bool ends_with_date(std::string_view text);

/// Whether the text is a date and nothing else.
bool is_date(std::string_view text);

/// Whether the text is a length of time and nothing else: "2 years", "a month".
bool is_duration(std::string_view text);

}  // namespace resumax::parse
