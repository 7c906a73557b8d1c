#pragma once

#include <resumax/optimize/analyze.hpp>
#include <resumax/optimize/edit.hpp>

namespace resumax::optimize {

/// English: a stronger opening at equal claim ("Responsible for building X" -> "Built X"), the first person dropped,
/// the tense of the role, filler out. Nothing where the sentence is not understood for sure.
std::optional<Edit> rephrase(std::string_view line, Tense tense);

}  // namespace resumax::optimize
