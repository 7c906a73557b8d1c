#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::parse {

/// Bytes [begin, end) of a text.
struct TextRange {
  std::uint32_t begin = 0, end = 0;
};

/// The sentences of a text that speak to a language model ("ignore all previous instructions", in five languages) or
/// forge the delimiters of a prompt; in order, apart from each other, each within its lines.
std::vector<TextRange> find_directed(std::string_view utf8);

/// The text without these ranges.
std::string without(std::string_view utf8, const std::vector<TextRange>& ranges);

}  // namespace resumax::parse
