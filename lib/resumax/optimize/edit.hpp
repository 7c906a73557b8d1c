#pragma once

#include <resumax/core/suggestion.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::optimize {

/// What one rule makes of one line.
struct Edit {
  std::string text;
  std::string reason;
  std::vector<std::string> keywords_gained;
};

/// Upper case for the first letter, unless the word has a shape of its own ("iOS", "npm install").
std::string capitalised(std::string_view line);

}  // namespace resumax::optimize
