#include <resumax/core/names.hpp>

#include <resumax/core/error.hpp>

#include <algorithm>
#include <vector>

namespace resumax {

namespace {

char fold_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = fold_ascii(a[i - 1]) == fold_ascii(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && fold_ascii(a[i - 1]) == fold_ascii(b[j - 2]) &&
          fold_ascii(a[i - 2]) == fold_ascii(b[j - 1]))
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

}  // namespace

std::string_view nearest_name(std::string_view word, const std::string_view* candidates, std::size_t count) {
  std::size_t best = std::clamp<std::size_t>(word.size() / 3, 1, 3) + 1;
  std::string_view nearest;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t distance = edit_distance(word, candidates[i]);
    if (distance < best) {
      best = distance;
      nearest = candidates[i];
    }
  }
  return nearest;
}

void throw_unknown_name(std::string_view what, std::string_view word, const std::string_view* known,
                        std::size_t count) {
  std::string hint;
  if (const auto nearest = nearest_name(word, known, count); !nearest.empty())
    hint = "did you mean '" + std::string(nearest) + "'? ";
  hint += "known: ";
  for (std::size_t i = 0; i < count; ++i) hint += (i ? ", " : "") + std::string(known[i]);
  throw Error(Errc::invalid_input, "unknown " + std::string(what) + " '" + std::string(word) + "'", hint);
}

}  // namespace resumax
