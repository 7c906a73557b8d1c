#include <resumax/parse/contact.hpp>
#include <resumax/parse/vocabulary.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::parse {
namespace {

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t here = at;
    const char32_t c = at < text.size() ? text::next_code_point(text, at) : (++at, U',');
    if (c != U',' && c != U'،' && c != U'(' && c != U')' && c != U'\t' && c != U'|' && c != U'·' && c != U'，')
      continue;
    const std::string_view part = text::trim(text.substr(begin, here - begin));
    if (!part.empty()) out.push_back(part);
    begin = std::min(at, text.size());
  }
  return out;
}

bool is_code(std::string_view word) {
  int digits = 0;
  for (char c : word) {
    if (c >= '0' && c <= '9')
      ++digits;
    else if (!((c >= 'A' && c <= 'Z') || c == '-'))
      return false;
  }
  return digits >= 3 && word.size() <= 10;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

bool is_region_code(std::string_view part) {
  return part.size() == 2 && part[0] >= 'A' && part[0] <= 'Z' && part[1] >= 'A' && part[1] <= 'Z';
}

enum class PlacePart { none, city, region, country, code };

PlacePart part_kind(std::string_view part, bool first);

/// "Islamabad PK", "Somerville Massachusetts 02143 US": a city or region with what it lies in, without commas.
bool is_run_of_places(std::string_view part) {
  const auto words = words_of(part);
  if (words.size() < 2 || words.size() > 5) return false;
  if (Vocabulary::get().count(Topic::institution, part) > 0) return false;
  std::size_t known = 0;
  for (std::size_t w = 0; w < words.size(); ++w) {
    const PlacePart kind = part_kind(words[w], w == 0);
    // Two letters are a region behind its town only: "Acme IT France" is no address.
    const bool stray = is_region_code(words[w]) && w > 0 && w + 1 < words.size() && known < w;
    if (kind != PlacePart::none && !stray) ++known;
  }
  return known >= 2 && known + 1 >= words.size() && part_kind(words.back(), false) != PlacePart::none;
}

PlacePart part_kind(std::string_view part, bool first) {
  const Vocabulary& words = Vocabulary::get();
  if (is_code(part)) return PlacePart::code;
  if (part.size() <= 3 && part.size() > 1 &&
      !std::all_of(part.begin(), part.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; }) &&
      static_cast<unsigned char>(part[0]) < 0x80)
    return PlacePart::none;
  if (words.is(Topic::city, part)) return PlacePart::city;
  if (words.is(Topic::country, part)) return PlacePart::country;
  if (words.is(Topic::region, part) && !(first && part.size() == 2)) return PlacePart::region;
  if (!first && is_region_code(part)) return PlacePart::region;
  if (part.find(' ') != std::string_view::npos && is_run_of_places(part)) return PlacePart::city;
  return PlacePart::none;
}

}  // namespace

bool looks_like_place(std::string_view text) {
  if (text.empty() || text.size() > 90) return false;
  const auto parts = parts_of(text);
  if (parts.empty() || parts.size() > 6) return false;
  int known = 0, unknown = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const PlacePart kind = part_kind(parts[i], i == 0);
    if (kind == PlacePart::none || kind == PlacePart::code) {
      const auto words = words_of(parts[i]);
      bool inner = false;
      for (std::size_t w = 0; w < words.size() && words.size() > 1; ++w)
        inner = inner || (is_code(words[w]) && (w == 0 || w + 1 == words.size()));
      if (words.size() > 1 && !inner) {
        const std::string_view tail = parts[i].substr(static_cast<std::size_t>(words.back().data() - parts[i].data()));
        inner = i > 0 && (part_kind(tail, false) == PlacePart::region || part_kind(tail, false) == PlacePart::country);
      }
      if (inner && i > 0)
        ++known;
      else if (words.size() > 4)
        return false;
      else
        ++unknown;
    } else {
      ++known;
    }
  }
  if (known == 0) return false;
  if (Vocabulary::get().count(Topic::position, text) > 0) return false;
  if (parts.size() > 1 && unknown > 0 && Vocabulary::get().count(Topic::company, parts[0]) > 0) return false;
  return unknown <= 1 && (unknown == 0 || parts.size() > 1);
}

bool is_known_place(std::string_view text) {
  if (text.empty() || text.size() > 90) return false;
  const auto parts = parts_of(text);
  if (parts.empty() || parts.size() > 5) return false;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (part_kind(parts[i], i == 0) == PlacePart::none) return false;
  return true;
}

bool is_address(std::string_view text) {
  if (looks_like_place(text)) return true;
  if (text.size() > 140) return false;
  const auto parts = parts_of(text);
  if (parts.size() < 2 || parts.size() > 8 || Vocabulary::get().count(Topic::position, text) > 0) return false;
  std::size_t known = 0;
  for (std::size_t i = 1; i < parts.size(); ++i) known += part_kind(parts[i], false) != PlacePart::none ? 1U : 0U;
  const bool tail = part_kind(parts.back(), false) != PlacePart::none;
  return tail && (known >= 2 || std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

Location read_location(const Text& text) {
  Location out;
  out.text = text;
  const auto parts = parts_of(text.value);
  std::string address;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::string_view part = parts[i];
    auto words = words_of(part);
    if (words.size() > 1 && is_code(words.front())) {
      out.postal_code = words.front();
      part = text::trim(part.substr(words.front().size()));
    } else if (words.size() > 1 && is_code(words.back())) {
      out.postal_code = words.back();
      part = text::trim(part.substr(0, part.size() - words.back().size()));
    }
    switch (part_kind(part, i == 0)) {
      case PlacePart::code:
        out.postal_code = part;
        break;
      case PlacePart::city:
        if (out.city.empty())
          out.city = part;
        else if (out.region.empty())
          out.region = part;
        break;
      case PlacePart::region:
        if (out.region.empty()) out.region = part;
        break;
      case PlacePart::country: {
        const bool code = part.size() == 2 && static_cast<unsigned char>(part[0]) < 0x80;
        if (code) out.country_code = part;
        break;
      }
      case PlacePart::none: {
        const bool street = std::any_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!street && out.city.empty() && !(i == 0 && parts.size() > 2))
          out.city = part;
        else
          address += (address.empty() ? "" : ", ") + std::string(part);
        break;
      }
    }
  }
  out.address = address;
  return out;
}

}  // namespace resumax::parse
