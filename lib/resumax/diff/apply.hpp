#pragma once

#include <resumax/core/resume.hpp>
#include <resumax/core/suggestion.hpp>

#include <string>
#include <vector>

namespace resumax::diff {

/// A suggestion taken, with the text to use (its own proposal, or a person's edit of it).
struct Pick {
  const Suggestion* suggestion;
  std::string text;
};

/// The resume with the picks applied, whatever order they come in: texts first (by the source's own indexes), then
/// reorderings, then added keywords. A pick whose original no longer stands at its target throws Errc::conflict;
/// a gap throws invalid_input.
Resume apply(const Resume& resume, const std::vector<Pick>& picks);

}  // namespace resumax::diff
