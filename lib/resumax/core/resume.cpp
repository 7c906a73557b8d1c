#include <resumax/core/error.hpp>
#include <resumax/core/resume.hpp>

#include <array>
#include <charconv>

namespace resumax {

namespace {

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

bool read_part(std::string_view& text, std::size_t width, int& value) {
  if (text.size() < width) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + width, value);
  if (error != std::errc() || end != text.data() + width) return false;
  text.remove_prefix(width);
  return true;
}

bool skip_dash(std::string_view& text) {
  if (text.empty() || text.front() != '-') return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::string Date::iso() const {
  if (empty()) return {};
  std::string text = padded(year, 4);
  if (month > 0) text += "-" + padded(month, 2);
  if (month > 0 && day > 0) text += "-" + padded(day, 2);
  return text;
}

Date Date::from_iso(std::string_view text) {
  Date date;
  std::string_view rest = text;
  const bool well_formed =
      rest.empty() ||
      (read_part(rest, 4, date.year) && (rest.empty() || (skip_dash(rest) && read_part(rest, 2, date.month))) &&
       (rest.empty() || (skip_dash(rest) && read_part(rest, 2, date.day))) && rest.empty());
  const bool in_range = date.month >= 0 && date.month <= 12 && date.day >= 0 && date.day <= 31 &&
                        (text.size() < 7 || date.month > 0) && (text.size() < 10 || date.day > 0);
  if (!well_formed || !in_range)
    throw Error(Errc::invalid_input, "'" + std::string(text) + "' is no date", "write 2021, 2021-03 or 2021-03-09");
  return date;
}

}  // namespace resumax
