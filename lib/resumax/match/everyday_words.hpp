#pragma once

#include <resumax/match/phrases.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace resumax::match {

/// How a surface form has to stand to count. Marked in the data: `^REST` as written, `=Go` as written and where the
/// words around it speak of tools, `~reporting` as an item of a list or after words such as "experience in".
enum class Mode : std::uint8_t { any_case, as_written, in_context, as_item };

enum class Writing : std::uint8_t { as_written, upper_case, other_case };

/// A phrase of the taxonomy that stands in a text: units [first, last).
struct Candidate {
  std::uint16_t skill = 0;
  bool canonical = false;
  Mode mode = Mode::any_case;
  Writing writing = Writing::as_written;
  std::size_t first = 0, last = 0;
  bool accepted = false;
};

/// Decides which candidates are meant as skills, setting `accepted`. With `list`, every item between separators is
/// meant as one, whatever its case.
void settle(std::string_view utf8, const std::vector<Unit>& units, std::vector<Candidate>& candidates, bool list);

}  // namespace resumax::match
