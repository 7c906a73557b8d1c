#include <resumax/text/items.hpp>
#include <resumax/text/unicode.hpp>

namespace resumax::text {

std::vector<Item> lex(std::string_view text) {
  std::vector<Item> items;
  bool gap = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t first = next_code_point(text, at);
    if (is_space(first)) {
      gap = true;
      continue;
    }
    Item item;
    item.gap = gap;
    gap = false;
    const bool letters = is_letter(first), digits = is_digit(first);
    item.type = letters ? Item::Type::word : digits ? Item::Type::number : Item::Type::sign;
    item.capital = is_upper(first);
    item.cased = first < 0x530;
    const bool ideograph = first >= 0x3400 && first < 0xA000;
    for (std::size_t next = at; (letters || digits) && !ideograph && next < text.size();) {
      const char32_t c = next_code_point(text, next);
      const bool mark =
          letters && ((c >= 0x300 && c < 0x370) || (c >= 0x64B && c <= 0x65F) || c == 0x640 || c == 0x200C);
      std::size_t after = next;
      const bool elision =
          letters && (c == '\'' || c == 0x2019) && next < text.size() && is_letter(next_code_point(text, after));
      if (letters && c >= 0x3400 && c < 0xA000) break;
      if (!(letters ? is_letter(c) || mark || elision : is_digit(c))) break;
      at = next;
    }
    item.begin = static_cast<std::uint32_t>(start);
    item.end = static_cast<std::uint32_t>(at);
    item.folded = fold(text.substr(start, at - start));
    if (digits) {
      item.digits = item.folded.size();
      if (item.digits <= 6) item.value = std::stoi(item.folded);
    }
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace resumax::text
