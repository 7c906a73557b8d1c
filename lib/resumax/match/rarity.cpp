#include <resumax/match/rarity.hpp>

#include <resumax/embedded/rarity_ar.hpp>
#include <resumax/embedded/rarity_de.hpp>
#include <resumax/embedded/rarity_en.hpp>
#include <resumax/embedded/rarity_es.hpp>
#include <resumax/embedded/rarity_fr.hpp>
#include <resumax/embedded/rarity_pt.hpp>

#include <array>
#include <utility>

namespace resumax::match {

namespace {

/// Rows "stem TAB postings resumes", a character each from '0', '.' for none, in the order of their bytes.
std::string_view table_of(std::string_view language) {
  constexpr std::array<std::pair<std::string_view, std::string_view (*)()>, 6> tables{{
      {"ar", embedded::rarity_ar},
      {"de", embedded::rarity_de},
      {"en", embedded::rarity_en},
      {"es", embedded::rarity_es},
      {"fr", embedded::rarity_fr},
      {"pt", embedded::rarity_pt},
  }};
  for (const auto& [code, table] : tables)
    if (language.substr(0, 2) == code) return table();
  return {};
}

int value_of(std::string_view row, std::size_t at) { return at < row.size() && row[at] != '.' ? row[at] - '0' : -1; }

}  // namespace

bool has_rarity(std::string_view language) { return !table_of(language).empty(); }

Rarity rarity_of(std::string_view stem, std::string_view language) {
  std::string_view rows = table_of(language);
  while (!rows.empty()) {
    const auto middle = rows.rfind('\n', rows.size() / 2);
    const auto begin = middle == std::string_view::npos ? 0 : middle + 1;
    const auto end = rows.find('\n', begin);
    const auto row = rows.substr(begin, end - begin);
    const auto tab = row.find('\t');
    const auto key = row.substr(0, tab);
    if (key == stem) return {value_of(row, tab + 1), value_of(row, tab + 2)};
    if (stem < key)
      rows = rows.substr(0, begin);
    else
      rows = end == std::string_view::npos ? std::string_view() : rows.substr(end + 1);
  }
  return {};
}

}  // namespace resumax::match
