#pragma once

#include <resumax/parse/layout.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace resumax::parse {

/// Lines under one heading, in reading order.
struct SectionLines {
  SectionKind kind = SectionKind::other;
  std::optional<std::size_t> heading;  ///< index of its line
  bool known = true;                   ///< false where only typography says that this is a heading
  std::vector<std::size_t> lines;
  double confidence = 1.0;
};

/// The document parted at its headings, told by their words, their look and their place. The lines before the first
/// heading are a contact section without one.
std::vector<SectionLines> find_sections(const Flow& flow);

}  // namespace resumax::parse
