#pragma once

#include <resumax/core/resume.hpp>

#include <string_view>
#include <vector>

namespace resumax::optimize {

/// Whether a line breaks off: in a small word ("and", "mit"), a hyphen, a comma or an open bracket.
bool breaks_off(std::string_view line, std::string_view language);

/// Which lines of a list go on with what the one before them began: the parts of a paragraph that was cut at its line
/// ends. Such lines take no capital and no full stop, and must not be moved.
std::vector<bool> continued(const std::vector<Text>& lines, std::string_view language);

}  // namespace resumax::optimize
