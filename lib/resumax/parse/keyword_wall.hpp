#pragma once

#include <string_view>

namespace resumax::parse {

/// Whether a line is a wall of keywords: the same few words over and over, or far more terms on end than anybody lists
/// for a reader. Lists of skills, however long an honest one gets, are none.
bool is_keyword_wall(std::string_view line);

}  // namespace resumax::parse
