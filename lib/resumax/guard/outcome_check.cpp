#include <resumax/guard/claims.hpp>
#include <resumax/guard/sentences.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::guard {

namespace {

constexpr Traits results = Trait::up | Trait::down | Trait::change | Trait::live;

/// "Performanceoptimierung" holds "optimiert".
bool is_part_of(const Word& claimed, const Word& known) {
  return std::any_of(claimed.keys.begin(), claimed.keys.end(), [&](const std::string& key) {
    return key.size() >= 6 && key[0] == '~' && known.folded.find(key.substr(1)) != std::string::npos;
  });
}

/// "Reduced" says as much as "cut", and "improved from 6 to 2" as "reduced to 2"; "eliminated" or "doubled" only as
/// much as itself.
bool says_as_much(const Word& known, const Word& claimed, bool same_number) {
  if (same_meaning(known, claimed) || is_part_of(claimed, known)) return true;
  if (claimed.is(Trait::outcome | Trait::live)) return false;
  if (claimed.is(Trait::change)) return known.is(results);
  if (same_number && known.is(Trait::change)) return true;
  return (claimed.is(Trait::up) && known.is(Trait::up)) || (claimed.is(Trait::down) && known.is(Trait::down));
}

bool is_article(const Word& word) {
  return word.folded == "the" || word.folded == "a" || word.folded == "an" || word.folded == "our" ||
         word.folded == "its";
}

/// What a result is of.
struct Object {
  Words nouns;   ///< "release time" of "cutting release time by 60%"
  Words around;  ///< the topics near it, up to the next result
};

Object object_of(const Words& words, std::size_t at) {
  Object out;
  bool direct = true;
  for (std::size_t i = at + 1; i < words.size() && out.around.size() < 4; ++i) {
    const bool launched = direct && out.around.empty() && words[i]->is(Trait::live) && !words[at]->is(Trait::live);
    if (words[i]->is(results) && !launched) break;  // "sped up releases": a thing there
    const bool parted = words[i]->begin > words[i - 1]->end + 1;
    if ((words[i]->stop && !is_article(*words[i]) && !words[i]->phrase) || words[i]->number || (parted && i > at + 1))
      direct = false;
    if (!is_topic(*words[i]) && !launched) continue;
    out.around.push_back(words[i]);
    const bool plain = !launched && words[i]->is(Traits(Trait::free) | Trait::act | Trait::thing);
    const bool name = words[i]->capital || words[i]->name_like;
    if (direct && !plain && !name) out.nouns.push_back(words[i]);
  }
  const std::size_t behind = out.around.size();
  for (std::size_t i = at; i-- > 0 && out.around.size() < behind + 3 && !words[i]->is(results);) {
    if (!is_topic(*words[i])) continue;
    // "…, wodurch der Umsatz stieg": nothing stands behind, so that what stands before is its subject.
    const bool subject = behind == 0 && out.nouns.empty() && at + 1 == words.size();
    if (subject && !words[i]->is(Traits(Trait::free) | Trait::act | Trait::thing | Trait::boast))
      out.nouns.push_back(words[i]);
    out.around.push_back(words[i]);
  }
  return out;
}

/// Whether a number near the word is given by the sentence too.
bool shares_number(const Line& line, const Word& word, const Sentence& source) {
  constexpr std::uint32_t reach = 60;  // bytes
  const std::uint32_t first = source.words.front()->begin, last = source.words.back()->end;
  for (const text::Number& number : line.numbers) {
    if (number.end + reach < word.begin || number.begin > word.end + reach) continue;
    for (const text::Number& other : source.line->numbers)
      if (other.begin >= first && other.begin < last && other.unit == number.unit &&
          std::fabs(other.value - number.value) <= 1e-9 * std::max(1.0, std::fabs(number.value)))
        return true;
  }
  return false;
}

/// "exceeding 300 million": the number tells whether it is so.
bool is_bound(const Words& words, std::size_t i) {
  const std::string& folded = words[i]->folded;
  const bool above = folded.starts_with("exceed") || folded.starts_with("surpass") || folded.starts_with("ubersteig");
  return above && ((i + 1 < words.size() && words[i + 1]->number) || (i + 2 < words.size() && words[i + 2]->number));
}

bool goes_to(const Line& line, const text::Number& from, const text::Number& to) {
  static constexpr std::string_view joints[] = {"to", "down to", "up to", "auf", "bis", "auf nur", "to only", "to just",
                                                "a",  "para",    "->",    "→",   "الي", "به",      "hasta",   "ate"};
  if (from.end > to.begin || from.unit != to.unit) return false;
  const std::string between = text::fold(text::trim(std::string_view(line.text).substr(from.end, to.begin - from.end)));
  return std::find(std::begin(joints), std::end(joints), between) != std::end(joints);
}

/// "from $11M to $16M" says of itself that it grew.
bool numbers_say(const Sentence& source, const Line& line, const Word& result) {
  if (result.is(Trait::outcome | Trait::live) || !result.is(Trait::up | Trait::down)) return false;
  const std::uint32_t first = source.words.front()->begin, last = source.words.back()->end;
  const auto& known = source.line->numbers;
  for (std::size_t i = 0; i + 1 < known.size(); ++i) {
    if (known[i].begin < first || known[i + 1].begin >= last || !goes_to(*source.line, known[i], known[i + 1]))
      continue;
    if (known[i].value == known[i + 1].value || (known[i].value < known[i + 1].value) != result.is(Trait::up)) continue;
    for (std::size_t j = 0; j + 1 < line.numbers.size(); ++j)
      if (line.numbers[j].value == known[i].value && line.numbers[j + 1].value == known[i + 1].value &&
          line.numbers[j].unit == known[i].unit)
        return true;
  }
  return false;
}

/// "Stock counts; raised accuracy …": a line's other sentence names the thing.
bool stands_beside(const Sentence& source, const Word& noun) {
  return std::any_of(source.line->words.begin(), source.line->words.end(),
                     [&](const Word& word) { return same_meaning(word, noun); });
}

bool gives(const Sentence& source, const Line& line, const Word& result, const Object& object, const Support& support) {
  const bool same_number = shares_number(line, result, source);
  const bool said = std::any_of(source.words.begin(), source.words.end(),
                                [&](const Word* word) { return says_as_much(*word, result, same_number); });
  if (!said && !numbers_say(source, line, result)) return false;
  const bool all = std::all_of(object.nouns.begin(), object.nouns.end(), [&](const Word* noun) {
    return holds(source.words, *noun) || support.spells_out(line, *noun) || stands_beside(source, *noun) ||
           std::any_of(source.words.begin(), source.words.end(),
                       [&](const Word* known) { return is_part_of(*noun, *known); });
  });
  const bool any = object.nouns.empty() || overlap(object.nouns, source.words) > 0 ||
                   std::any_of(object.nouns.begin(), object.nouns.end(), [&](const Word* noun) {
                     return support.spells_out(line, *noun) ||
                            std::any_of(source.words.begin(), source.words.end(),
                                        [&](const Word* known) { return is_part_of(*noun, *known); });
                   });
  if (!all || !any) return false;
  return overlap(object.around, source.words) > 0 || same_number;
}

}  // namespace

std::optional<Objection> check_outcomes(const Line& proposed, const Support& support) {
  const std::vector<Sentence>& source = support.sentences();
  for (const Sentence& sentence : sentences_of(proposed))
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const Word& word = *sentence.words[i];
      if (!word.is(results) || is_bound(sentence.words, i) || support.spells_out(proposed, word)) continue;
      const Object object = object_of(sentence.words, i);
      if (object.around.empty()) continue;
      const bool given = std::any_of(source.begin(), source.end(), [&](const Sentence& known) {
        return gives(known, proposed, word, object, support);
      });
      if (!given) return Objection{"the source does not give this result", {std::string(written(proposed, word))}};
    }
  return std::nullopt;
}

}  // namespace resumax::guard
