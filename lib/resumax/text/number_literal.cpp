#include <resumax/text/number_literal.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace resumax::text {

namespace {

using Type = Item::Type;

bool is_separator(const Item& item) {
  return item.type == Type::sign &&
         (item.folded == "," || item.folded == "." || item.folded == "'" || item.folded == "٫" || item.folded == "٬");
}

/// Which separators group thousands and which one opens the decimals.
double value_of(const std::string& digits, const std::string& separators, const std::vector<std::size_t>& groups,
                bool decimal_comma) {
  const double whole = std::strtod(digits.c_str(), nullptr);
  if (separators.empty()) return whole;
  const char last = separators.back();
  const std::size_t decimals = groups.back();
  const bool same = separators.find_first_not_of(last) == std::string::npos;
  const bool by_threes = std::all_of(groups.begin(), groups.end(), [](std::size_t n) { return n == 3; });
  const double scaled = whole / std::pow(10.0, static_cast<double>(decimals));
  if (same && separators.size() > 1) return by_threes ? whole : -1;
  if (!same) {
    const bool grouped = std::all_of(groups.begin(), groups.end() - 1, [](std::size_t n) { return n == 3; });
    return grouped && separators.find(last) == separators.size() - 1 ? scaled : -1;
  }
  const bool leading_zero = digits[0] == '0';
  if (last == ' ' || last == '\'') return whole;
  if (last == ',') return decimals == 3 && !leading_zero ? whole : scaled;
  if (last == '.') return decimals == 3 && decimal_comma && !leading_zero ? whole : scaled;
  return scaled;
}

}  // namespace

NumberLiteral read_number_literal(const std::vector<Item>& items, std::size_t first, bool decimal_comma) {
  std::string digits = items[first].folded, separators;
  std::vector<std::size_t> groups;
  std::size_t last = first + 1;
  while (last < items.size()) {
    const Item& item = items[last];
    const bool digits_behind = last + 1 < items.size() && items[last + 1].type == Type::number;
    if (is_separator(item) && !item.gap && digits_behind && !items[last + 1].gap) {
      separators += item.folded[0];
      groups.push_back(items[last + 1].digits);
      digits += items[last + 1].folded;
      last += 2;
    } else if (item.type == Type::number && item.gap && item.digits == 3 && items[first].digits <= 3 &&
               item.begin - items[last - 1].end <= 3 && separators.find_first_not_of(' ') == std::string::npos &&
               items[first].folded[0] != '0') {
      separators += ' ';
      groups.push_back(3);
      digits += item.folded;
      ++last;
    } else {
      break;
    }
  }
  return {last, value_of(digits, separators, groups, decimal_comma)};
}

}  // namespace resumax::text
