#include <resumax/embedded/everyday_words.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/match/taxonomy_data.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <set>
#include <string_view>

namespace resumax::match {

namespace {

constexpr std::size_t short_word = 2;  // letters: "go", "hr"

bool is_everyday(const std::string& word) {
  static const std::set<std::string_view> words = [] {
    std::set<std::string_view> out;
    for (const auto line : text::split_lines(embedded::everyday_words()))
      if (!line.starts_with('#')) out.insert(line);
    return out;
  }();
  return words.contains(word);
}

}  // namespace

bool is_ambiguous(const std::vector<std::string>& words) {
  if (words.size() != 1) return false;
  const auto& word = words.front();
  const bool letters = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && (word.size() <= short_word || is_everyday(word));
}

std::vector<TaxonomyProblem> check_taxonomy(std::string_view tsv) {
  const auto data = read_taxonomy(tsv);
  auto out = data.problems;
  for (const auto& surface : data.surfaces)
    if (surface.mode == Mode::any_case && is_ambiguous(phrase_words(surface.text)))
      out.push_back({data.skills[surface.skill].line, "'" + surface.text + "' is also an everyday word: mark it"});
  return out;
}

}  // namespace resumax::match
