#pragma once

#include <resumax/core/resume.hpp>
#include <resumax/optimize/edit.hpp>

namespace resumax::optimize {

/// How the lines of a list end, by most of them.
enum class LineEnd { mixed, full_stop, open };
LineEnd end_of(const std::vector<Text>& lines);

/// Typography of one line: a stray bullet, blanks, a lower-case start (unless `keep_case`: the first word is a name
/// written so), the end that the other lines have. Any language.
std::optional<Edit> tidy(std::string_view line, LineEnd end, bool keep_case = false);

}  // namespace resumax::optimize
