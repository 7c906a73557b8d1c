#pragma once

#include <resumax/text/items.hpp>

#include <cstddef>
#include <vector>

namespace resumax::text {

/// A number in digits with its separators: the items [first, last) and its value, negative for version numbers and the
/// like ("1.2.3").
struct NumberLiteral {
  std::size_t last = 0;
  double value = 0;
};

/// The literal that starts with the run of digits at `first`. A lone separator before three digits groups thousands;
/// `decimal_comma`: the language writes decimals with a comma, so that a point groups.
NumberLiteral read_number_literal(const std::vector<Item>& items, std::size_t first, bool decimal_comma);

}  // namespace resumax::text
