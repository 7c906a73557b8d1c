#pragma once

#include <array>
#include <string_view>

namespace resumax::detail {

/// The words the outline adds of its own, in one language. `titles` follow SectionKind; `months` are the short forms.
struct OutlineWords {
  std::string_view language;
  std::string_view present;
  std::array<std::string_view, 12> months;
  std::array<std::string_view, 14> titles;
};

/// Those of a BCP 47 language by its first subtag; English for languages that are not there.
const OutlineWords& words_of(std::string_view language);

}  // namespace resumax::detail
