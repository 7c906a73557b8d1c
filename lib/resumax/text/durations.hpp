#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace resumax::text {

/// Bytes [begin, end) of a text.
struct TextRange {
  std::uint32_t begin = 0, end = 0;
};

/// Lengths of time written as numbers with units, left to right: "2 yrs 3 mos", "1 Jahr und 4 Monate", "8 months",
/// "سنتان و3 أشهر", in en, ar, fr, de, es, pt, it, nl, fa. A bracket around one belongs to it.
std::vector<TextRange> find_durations(std::string_view utf8);

}  // namespace resumax::text
