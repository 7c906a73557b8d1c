#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::guard {

/// What a word can be. Several may hold.
enum class Trait : std::uint32_t {
  filler = 1u << 0,    ///< adds no claim and names no topic
  free = 1u << 1,      ///< a plain word that may be added
  negation = 1u << 2,  ///< turns a claim round
  limit = 1u << 3,     ///< makes a claim smaller
  title = 1u << 4,
  scope = 1u << 5,     ///< all of something
  sole = 1u << 6,      ///< done by oneself
  honour = 1u << 7,    ///< awards, publications, certificates
  reach = 1u << 8,     ///< whom or how many it reached
  boast = 1u << 9,     ///< ranks, superlatives, sizes
  outcome = 1u << 10,  ///< a result by itself: "profit"
  period = 1u << 11,   ///< "monthly"
  up = 1u << 12,
  down = 1u << 13,
  change = 1u << 14,    ///< for the better, in whichever direction
  mild = 1u << 15,      ///< a verb of leading that over things only says it was done
  people = 1u << 16,    ///< who or what can be led
  event = 1u << 17,     ///< what is held rather than led
  act = 1u << 18,       ///< a plain verb of work: may be added as a verb
  deed = 1u << 21,      ///< a claim as a verb: "negotiated"
  live = 1u << 20,      ///< "launched": brought to those who use it
  loses = 1u << 22,     ///< "sacrificing": not doing it keeps
  keeps = 1u << 23,     ///< "preserving"
  makes = 1u << 24,     ///< "created": it was not there before
  arranges = 1u << 26,  ///< "coordinated": others did it
  performs = 1u << 27,  ///< "conducted": did it oneself
  uses = 1u << 25,      ///< "operated": it was there already
  topic = 1u << 28,     ///< a thing of its own, though its root or ending is that of a plain word: "paiement"
  thing = 1u << 19,     ///< a plain noun of work: may be added where it does not narrow another noun
};

class Traits {
 public:
  constexpr Traits() = default;
  constexpr Traits(Trait trait) : bits_(static_cast<std::uint32_t>(trait)) {}
  constexpr bool has(Traits any) const { return (bits_ & any.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr Traits operator|(Traits other) const { return Traits(bits_ | other.bits_); }
  constexpr void add(Traits other) { bits_ |= other.bits_; }
  constexpr void remove(Traits other) { bits_ &= ~other.bits_; }

 private:
  constexpr explicit Traits(std::uint32_t bits) : bits_(bits) {}
  std::uint32_t bits_ = 0;
};

constexpr Traits operator|(Trait a, Trait b) { return Traits(a) | Traits(b); }

/// What is known of one word in a language, whichever form it takes.
struct WordFacts {
  std::vector<int> synonyms;  ///< numbers of the groups it belongs to
  int tier = 0;               ///< 1 assisted … 5 directed, 0 no such verb
  Traits traits;
};

/// Facts of a folded word by its keys (keys_of) in a language. Titles, limits and claims are known by the word as it
/// stands, the rest by its stem or root.
WordFacts word_facts(std::string_view folded, const std::vector<std::string>& keys, std::string_view language);

/// The word that two words together stand for ("take part" -> "participate"), "" for others.
std::string_view phrase_word(std::string_view first, std::string_view second, std::string_view language);

/// How well somebody has a language, from 1 ("basic") to 6 ("native"), by folded word or phrase.
const std::map<std::string, int, std::less<>>& fluency_levels();

/// Names of states, provinces and countries by their codes: "CA" -> "california".
const std::map<std::string, std::string, std::less<>>& region_names();

/// The word that says the contrary ("internal" -> "external"), "" for others.
std::string_view opposite(std::string_view folded);

struct Abbreviation {
  std::string letters;                 ///< folded
  std::vector<std::string> expansion;  ///< folded words, without small ones
};
/// Abbreviations whose letters are not the initials of what they stand for.
const std::vector<Abbreviation>& abbreviations();

/// The stems by which words are compared, the one of the base form first, then roots (roots.hpp) marked with '~'.
std::vector<std::string> keys_of(std::string_view folded, std::string_view language);

}  // namespace resumax::guard
