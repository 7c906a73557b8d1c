#pragma once

#include <cstdint>
#include <string_view>

namespace resumax::match {

/// The fields of work that a word of a job title points to, a bit each: "backend", "web" and "Java" all to software,
/// "ICU" and "paediatric" to care. Words of no field and of too many ("global", "product") give 0.
std::uint32_t title_fields(std::string_view folded_word);

}  // namespace resumax::match
