#include <resumax/extract/pdf_fonts.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace resumax::extract {

namespace {

using namespace std::string_view_literals;

std::string ascii_lower(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool holds(std::string_view name, std::string_view part) { return name.find(part) != std::string_view::npos; }

/// "SourceSansPro-It", "Futura-BdIt": short marks stand at the end, after a separator or another mark.
bool ends_in_mark(std::string_view name, std::string_view mark) {
  const auto dash = name.find_last_of("-,_");
  return dash != std::string_view::npos && holds(name.substr(dash), mark);
}

/// TeX's Computer Modern, Latin Modern and their kin: "CMBX10", "SFBX1200", "LMRoman10-Bold" has words.
bool is_tex_family(std::string_view name, std::initializer_list<std::string_view> shapes) {
  for (const auto family : {"cm"sv, "sf"sv, "ec"sv, "lm"sv}) {
    if (!name.starts_with(family)) continue;
    for (const auto shape : shapes)
      if (name.substr(family.size()).starts_with(shape)) return true;
  }
  return false;
}

bool is_bold(std::string_view name) {
  constexpr std::array words{"bold"sv, "black"sv, "heavy"sv, "demi"sv};
  if (std::any_of(words.begin(), words.end(), [&](std::string_view word) { return holds(name, word); })) return true;
  return ends_in_mark(name, "bd") || name.ends_with("-medi") || name.ends_with("-mediital") ||
         is_tex_family(name, {"bx", "b1", "ssbx", "bxti", "bxsl", "ssdc"});
}

bool is_italic(std::string_view name) {
  if (holds(name, "italic") || holds(name, "oblique") || holds(name, "slanted")) return true;
  return ends_in_mark(name, "it") || is_tex_family(name, {"ti", "sl", "bxti", "bxsl", "ssi", "itt"});
}

}  // namespace

document::Font font_from_name(std::string_view pdf_name) {
  const auto plus = pdf_name.find('+');
  if (plus == 6) pdf_name.remove_prefix(plus + 1);
  document::Font font;
  font.name = text::squeeze(text::to_utf8(pdf_name));
  const auto name = ascii_lower(pdf_name);
  font.bold = is_bold(name);
  font.italic = is_italic(name);
  return font;
}

std::uint16_t FontTable::index(const std::string& pdf_name) {
  if (const auto found = known_.find(pdf_name); found != known_.end()) return found->second;
  const auto font = font_from_name(pdf_name);
  auto at = std::find(fonts_.begin(), fonts_.end(), font);
  if (at == fonts_.end()) {
    if (fonts_.size() > std::numeric_limits<std::uint16_t>::max()) return 0;
    at = fonts_.insert(fonts_.end(), font);
  }
  const auto index = static_cast<std::uint16_t>(at - fonts_.begin());
  known_.emplace(pdf_name, index);
  return index;
}

}  // namespace resumax::extract
