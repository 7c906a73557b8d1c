#include <resumax/embedded/everyday_words.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/match/taxonomy_data.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::match {

namespace {

constexpr std::size_t short_word = 2;  // letters: "go", "hr"

bool is_everyday(const std::string& word) {
  for (const auto line : text::split_lines(embedded::everyday_words()))
    if (!line.starts_with('#') && line == word) return true;
  return false;
}

/// A word that needs a mark: short and of letters alone, or one that people use for other things too.
bool needs_mark(const std::vector<std::string>& words) {
  if (words.size() != 1) return false;
  const auto& word = words.front();
  const bool letters = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && (word.size() <= short_word || is_everyday(word));
}

}  // namespace

std::vector<TaxonomyProblem> check_taxonomy(std::string_view tsv) {
  const auto data = read_taxonomy(tsv);
  auto out = data.problems;
  for (const auto& surface : data.surfaces)
    if (surface.mode == Mode::any_case && needs_mark(phrase_words(surface.text)))
      out.push_back({data.skills[surface.skill].line, "'" + surface.text + "' is also an everyday word: mark it"});
  return out;
}

}  // namespace resumax::match
