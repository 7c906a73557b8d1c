#pragma once

#include <resumax/guard/line.hpp>

namespace resumax::guard {

/// The numbers of a line whose text and language are known, with the units that others lend them, fractions as
/// percentages and the Arabic duals of times.
void read_numbers(Line& line);

}  // namespace resumax::guard
