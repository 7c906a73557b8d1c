#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace resumax {

template <class E, std::size_t N>
using NameTable = std::array<std::pair<E, std::string_view>, N>;

/// The vocabulary of an enumeration: `what` names it for messages, `table` lists every value once.
/// Specialised beside each enumeration; argv, manifests and JSON all read through it.
template <class E>
struct Names;

template <class E>
constexpr std::string_view to_string(E value) {
  for (const auto& [candidate, name] : Names<E>::table)
    if (candidate == value) return name;
  return "?";
}

/// The value with that exact name, or nothing.
template <class E>
constexpr std::optional<E> find_name(std::string_view name) {
  for (const auto& [value, candidate] : Names<E>::table)
    if (candidate == name) return value;
  return std::nullopt;
}

/// Throws Errc::invalid_input for an unknown word, naming the nearest and all known ones.
[[noreturn]] void throw_unknown_name(std::string_view what, std::string_view word, const std::string_view* known,
                                     std::size_t count);

/// The value with that exact name; an unknown word throws Errc::invalid_input and names the known ones.
template <class E>
E parse_name(std::string_view word) {
  if (auto value = find_name<E>(word)) return *value;
  std::array<std::string_view, Names<E>::table.size()> known{};
  for (std::size_t i = 0; i < known.size(); ++i) known[i] = Names<E>::table[i].second;
  throw_unknown_name(Names<E>::what, word, known.data(), known.size());
}

/// The candidate nearest to `word` by Damerau-Levenshtein distance, or empty when none is within
/// a third of the word's length (at least 1, at most 3 edits). Bytes are compared, case folded.
std::string_view nearest_name(std::string_view word, const std::string_view* candidates, std::size_t count);

}  // namespace resumax
