#include <resumax/guard/place.hpp>

#include <resumax/text/dates.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace resumax::guard {

namespace {

std::vector<std::string_view> segments(std::string_view path) {
  std::vector<std::string_view> out;
  std::size_t start = path.starts_with('/') ? 1 : 0;
  while (start <= path.size() && !path.empty()) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    out.push_back(path.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Place::Kind kind_of(std::string_view list, std::string_view key) {
  static constexpr std::array<std::string_view, 4> contacts{"email", "phone", "url", "profiles"};
  static constexpr std::array<std::string_view, 4> dates{"startDate", "endDate", "date", "releaseDate"};
  static constexpr std::array<std::string_view, 7> names{"institution", "publisher",    "issuer", "awarder",
                                                         "title",       "organization", "company"};
  static constexpr std::array<std::string_view, 9> titles{"position", "studyType", "area", "score",   "fluency",
                                                          "level",    "location",  "role", "language"};
  if (is_one_of(key, contacts)) return Place::Kind::contact;
  if (is_one_of(key, dates)) return Place::Kind::date;
  if (list == "skills" || list == "interests") return key == "level" ? Place::Kind::title : Place::Kind::skill;
  if (is_one_of(key, names) || (key == "name" && list != "projects")) return Place::Kind::name;
  if (is_one_of(key, titles)) return Place::Kind::title;
  if (key == "keywords") return Place::Kind::skill;
  return Place::Kind::text;
}

/// Digits of a phone number; scheme, "www." and a closing slash of an address dropped, its host folded.
std::string bare_contact(std::string_view value) {
  const std::string folded = text::lower(text::squeeze(value));
  const bool address = std::any_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  std::string out;
  if (!address) {
    std::string digits = text::fold(folded);
    // "+44 (0)20": the zero is not dialled from abroad.
    if (const auto zero = digits.find("(0)"); digits.starts_with('+') && zero != std::string::npos)
      digits.erase(zero, 3);
    for (const char c : digits)
      if (c >= '0' && c <= '9') out += c;
    return out;
  }
  std::string_view rest = folded;
  for (const std::string_view prefix : {"mailto:", "https://", "http://", "www."})
    if (rest.starts_with(prefix)) rest.remove_prefix(prefix.size());
  while (rest.ends_with('/')) rest.remove_suffix(1);
  return std::string(rest);
}

}  // namespace

Place place_of(std::string_view path) {
  const auto parts = segments(path);
  Place place;
  if (parts.empty()) return place;
  const bool listed = parts[0] != "basics" && parts.size() > 1;
  place.entry = "/" + std::string(parts[0]) + (listed ? "/" + std::string(parts[1]) : "");
  const std::size_t key = listed ? 2 : 1;
  place.kind = parts.size() > key ? kind_of(parts[0], parts[key]) : Place::Kind::text;
  if (parts[0] == "skills" && parts.size() == 2) place.kind = Place::Kind::skill;
  place.headline = path == "/basics/label";
  const bool introduction = parts[0] == "basics" && place.kind == Place::Kind::text;
  place.whole_resume = introduction || (place.kind == Place::Kind::skill && parts[0] == "skills");
  return place;
}

std::string list_of(std::string_view entry) { return std::string(entry.substr(0, entry.find('/', 1))); }

bool same_contact(std::string_view a, std::string_view b) {
  const std::string left = bare_contact(a), right = bare_contact(b);
  if (left == right) return !left.empty();
  // A country code may come or go: "+1 …".
  const bool digits = left.find_first_not_of("0123456789") == std::string::npos &&
                      right.find_first_not_of("0123456789") == std::string::npos;
  return digits && std::min(left.size(), right.size()) >= 9 && (left.ends_with(right) || right.ends_with(left));
}

bool same_date(std::string_view source, std::string_view proposed) {
  if (text::fold(source) == text::fold(proposed)) return true;
  const auto left = text::find_dates(source), right = text::find_dates(proposed);
  if (left.size() != 1 || right.size() != 1) return false;
  const auto same = [](const DateField& a, const DateField& b) {
    if (a.present != b.present || a.date.year != b.date.year) return false;
    if (b.date.month != 0 && a.date.month != b.date.month) return false;
    return b.date.day == 0 || a.date.day == b.date.day;
  };
  return same(left[0].range.start, right[0].range.start) && same(left[0].range.end, right[0].range.end);
}

}  // namespace resumax::guard
