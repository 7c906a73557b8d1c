#include <resumax/guard/claims.hpp>
#include <resumax/guard/place.hpp>

#include <algorithm>
#include <array>

namespace resumax::guard {

namespace {

bool says_as(const Word& word) {
  static constexpr std::array<std::string_view, 7> as{"as", "als", "comme", "como", "que", "role", "rol"};
  return std::find(as.begin(), as.end(), word.folded) != as.end();
}

/// Whether the title at `i` is what the writer of the line says he is or was: "as deputy director", "als Leiter".
bool is_own(const Line& line, std::size_t i) {
  constexpr std::size_t reach = 4;
  for (std::size_t j = i; j-- > 0 && j + reach >= i && line.words[j].sentence == line.words[i].sentence;) {
    if (line.words[j].number || line.words[j].tier > 0) return false;
    if (says_as(line.words[j])) return true;
  }
  return false;
}

bool gives(const Line& known, const Word& title) {
  const bool position = place_of(known.path).kind == Place::Kind::title;
  for (std::size_t i = 0; i < known.words.size(); ++i) {
    const Word& word = known.words[i];
    const bool opens = i < 6 || known.words[i - 6].sentence != word.sentence;
    if ((position || opens || is_own(known, i)) &&
        (same_meaning(word, title) || is_misspelling(word.folded, title.folded)))
      return true;
  }
  return false;
}

}  // namespace

std::optional<Objection> check_role(const Line& proposed, const Support& support) {
  Objection objection;
  for (std::size_t i = 0; i < proposed.words.size(); ++i) {
    const Word& word = proposed.words[i];
    if (!names_holder(word) || !is_own(proposed, i)) continue;
    const bool known = std::any_of(support.lines().begin(), support.lines().end(),
                                   [&](const Line* line) { return gives(*line, word); });
    if (!known) objection.words.push_back(std::string(written(proposed, word)));
  }
  if (objection.words.empty()) return std::nullopt;
  objection.reason = "the source does not show this title";
  return objection;
}

}  // namespace resumax::guard
