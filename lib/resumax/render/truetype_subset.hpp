#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::render {

/// What stands at one glyph number of a subset: a glyph of the source font (or nothing, when blank) and its advance in
/// font units.
struct SubsetSlot {
  unsigned glyph = 0;
  int advance = 0;
  bool blank = false;
};

/// Bytes of a table of the source font by its tag, empty when it has none.
using FontTable = std::function<std::string(std::string_view tag)>;

/// A TrueType font of those slots in their order, with the hinting programs of the source. The parts of composite
/// glyphs, nested ones too, follow as slots of their own. Throws Errc::internal for damaged tables.
std::string subset_truetype(const FontTable& table, std::vector<SubsetSlot> slots);

}  // namespace resumax::render
