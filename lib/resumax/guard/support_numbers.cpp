#include <resumax/guard/quantities.hpp>
#include <resumax/guard/support.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace resumax::guard {

namespace {

/// Four digits that tell a year: it dates what it stands with.
bool is_year(const Line& line, const text::Number& number) {
  return number.unit.empty() && number.end - number.begin == 4 && number.value >= 1950 && number.value < 2100 &&
         line.text[number.begin] >= '1' && line.text[number.begin] <= '2';
}

/// Whether the sentence that gives this number gives another one, of the same unit, in the place it takes now.
bool belongs_to_another(const std::vector<Neighbour>& near, const Line& source, const text::Number& match) {
  const double own = likeness(near, neighbours(source, match, 6));
  return std::any_of(source.numbers.begin(), source.numbers.end(), [&](const text::Number& other) {
    if (!same_kind(other, match) || equal_value(other, match)) return false;
    if (sentence_of(source, other) != sentence_of(source, match)) return false;
    return likeness(near, neighbours(source, other, 6)) > own * 1.3;
  });
}

constexpr std::size_t counted_words = 3;

/// "Recoupées", "incorporadas": what was done with the things counted.
bool is_participle(const Line& line, const Word& word) {
  const auto ends = [&](std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view end) { return written(line, word).ends_with(end); });
  };
  if (word.is(Trait::people | Trait::title)) return false;
  if (line.language.starts_with("fr")) return ends({"é", "ée", "és", "ées"});
  return line.language.starts_with("es") && ends({"ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"});
}

/// What a bare number counts: the words right behind it ("three large depots").
Words counted(const Line& line, const text::Number& number) {
  const auto joint = [&](std::uint32_t at) { return at < line.text.size() ? line.text[at] : ' '; };
  Words out;
  std::uint32_t end = number.end;
  for (const Word& word : line.words) {
    if (word.begin < number.end) continue;
    if (word.begin > end + 1 || word.stop || word.number || word.is(Trait::scope) || out.size() == counted_words) break;
    if (!out.empty() && is_participle(line, word)) break;
    if (joint(number.end) == '-' && joint(end) != '-') break;  // "the 20-working-day deadline"
    if (!out.empty() && joint(end) == '/') break;              // "90 cartons/min"
    out.push_back(&word);
    end = word.end;
  }
  // "zwei Kunden betreut": German tells its nouns.
  const bool nouns = line.language.starts_with("de") &&
                     std::any_of(out.begin(), out.end(), [](const Word* word) { return word->capital; });
  while (nouns && !out.back()->capital) out.pop_back();
  return out;
}

bool is_anybody(const Word& word) {
  static constexpr std::string_view words[] = {"person",      "people",  "member",  "members", "individual",
                                               "individuals", "other",   "others",  "more",    "personne",
                                               "personnes",   "persona", "personas"};
  return std::find(std::begin(words), std::end(words), word.folded) != std::end(words);
}

/// The word right before a number, folded; "" for none.
std::string_view ahead_of(const Line& line, const text::Number& number) {
  std::string_view before;
  for (const Word& word : line.words) {
    if (word.begin >= number.begin) break;
    before = word.folded;
  }
  return before;
}

/// "von 4,2 % auf 2,9 %": the first of the two.
bool starts_range(const Line& line, const text::Number& number) {
  return std::any_of(line.numbers.begin(), line.numbers.end(), [&](const text::Number& next) {
    return next.begin > number.end &&
           text::trim(std::string_view(line.text).substr(number.end, next.begin - number.end)) == "auf";
  });
}

/// "by 80%" and "to 80%" are two things.
bool same_direction(const Line& line, const text::Number& number, const Line& source, const text::Number& other) {
  static constexpr std::pair<std::string_view, std::string_view> pairs[] = {
      {"by", "to"}, {"um", "auf"}, {"de", "a"}, {"en", "a"}, {"em", "para"}};
  if (number.unit.empty()) return true;
  const bool french = line.language.starts_with("fr");  // "en 10 minutes" is how long it takes
  const std::string_view here = ahead_of(line, number), there = ahead_of(source, other);
  return std::none_of(std::begin(pairs), std::end(pairs), [&](const auto& pair) {
    const bool english = pair.second == "to" && number.unit == "%" && here == "to" && there != "to" &&
                         there != "from" && line.numbers.size() == 1;
    if (french && pair.first == "en") return false;
    const bool range = here == "um" && there == "von" && starts_range(source, other);
    return english || range || (here == pair.first && there == pair.second) ||
           (here == pair.second && there == pair.first);
  });
}

/// "trained two people over three months", "spread over three shelves": no bound.
bool is_span(const Line& line, const text::Number& number) {
  static constexpr std::string_view times[] = {"day", "week", "month", "quarter", "year", "hour"};
  static constexpr std::string_view spread[] = {"spread", "balanced", "distributed", "divided", "split", "shared"};
  if (ahead_of(line, number) != "over") return false;
  const Word *before = nullptr, *behind = nullptr;
  for (const Word& word : line.words) {
    if (word.end <= number.begin && word.folded != "over") before = &word;
    if (word.begin >= number.end && !behind) behind = &word;
  }
  if (before && std::find(std::begin(spread), std::end(spread), before->folded) != std::end(spread)) return true;
  const bool time = std::find(std::begin(times), std::end(times), number.unit) != std::end(times);
  return time && before && !(behind && behind->folded == "of");
}

/// Whether the source's number stands near what this one counts, as far as that says anything.
bool counts_the_same(const Line& line, const Words& things, const Line& source, const text::Number& number) {
  constexpr Traits plain = Trait::people | Trait::free | Trait::act | Trait::filler | Trait::title | Trait::period;
  constexpr std::ptrdiff_t reach = 7;  // words
  if (things.empty()) return true;
  const int sentence = sentence_of(source, number);
  const auto at =
      std::find_if(source.words.begin(), source.words.end(), [&](const Word& word) { return word.end > number.begin; });
  const auto from = at - std::min(reach, at - source.words.begin());
  const auto to = at + std::min(reach + 1, source.words.end() - at);
  const auto is_known = [&](const Word* thing) {
    const std::string_view folded = thing->folded;
    const bool agent = folded.ends_with("ers") && !thing->is(Trait::people | Trait::title);
    const bool name = (thing->capital || thing->name_like) && thing != things.back();
    if (name || (thing->is(plain) && !agent) || is_anybody(*thing)) return true;
    if (thing->tier > 0 || folded.ends_with("ed") || folded.ends_with("ing")) return true;
    return std::any_of(from, to, [&](const Word& word) {
      if (word.sentence != sentence) return false;
      if (agent && !names_doers(word) && (word.tier > 0 || word.is(Trait::act))) return false;
      const std::string letters = acronym_letters(written(source, word));
      return alike(source, word, line, *thing) || (!letters.empty() && letters.find(folded[0]) != std::string::npos);
    });
  };
  // The last of them is what is counted ("two server racks"); where a third may not be, all have to be known.
  const bool whole = things.size() < counted_words && !things.back()->is(plain);
  return (whole && is_known(things.back())) || std::all_of(things.begin(), things.end(), is_known);
}

/// "30 teams" for "a team of 30".
bool counts_its_group(const Words& things, const Line& source, const text::Number& number) {
  if (things.size() != 1 || !things[0]->is(Trait::people) || !things[0]->folded.ends_with('s')) return false;
  for (std::size_t i = 2; i < source.words.size(); ++i)
    if (source.words[i].begin >= number.begin)
      return source.words[i - 1].folded == "of" && !source.words[i - 2].folded.ends_with('s') &&
             same_meaning(source.words[i - 2], *things[0]);
  return false;
}

/// "900 parcels" for "900 customers": one thing stands in the place of another, and neither sentence has both.
bool changes_thing(const Line& line, const text::Number& number, const Line& source, const text::Number& other) {
  const Words now = counted(line, number), then = counted(source, other);
  if (now.empty() || then.empty()) return false;
  const bool german = line.language.starts_with("de");
  const auto says_it = [&](const Word& word) {
    return word.capital == german && !word.name_like && !word.is(Trait::title) && !word.folded.ends_with("ed") &&
           !word.folded.ends_with("ing") && !is_anybody(word);
  };
  const auto lacks = [](const Line& one, const Line& other_line, const Word& head) {
    return std::none_of(other_line.words.begin(), other_line.words.end(),
                        [&](const Word& word) { return alike(other_line, word, one, head); });
  };
  return says_it(*now.back()) && says_it(*then.back()) && lacks(line, source, *now.back()) &&
         lacks(source, line, *then.back());
}

/// "up to 40%", "almost 200": words before a number that make it smaller.
bool is_bounded_above(const Line& line, const text::Number& number) {
  static constexpr std::string_view bounds[] = {
      "up to",       "as many as", "at most",     "no more than", "maximum of", "nearly",     "almost",  "less than",
      "fewer than",  "under",      "below",       "bis zu",       "fast",       "knapp",      "unter",   "nahezu",
      "maximal",     "hochstens",  "weniger als", "jusqu'a",      "presque",    "moins de",   "hasta",   "casi",
      "menos de",    "ate",        "quase",       "no maximo",    "fino a",     "maximum de", "au plus", "maximo de",
      "como maximo", "quasi",      "ما يصل الي",  "حتي",          "اقل من",     "ما يقارب"};
  const std::size_t from = number.begin > 40 ? number.begin - 40 : 0;
  std::string before = text::fold(std::string_view(line.text).substr(from, number.begin - from));
  while (before.ends_with(' ')) before.pop_back();
  return std::any_of(std::begin(bounds), std::end(bounds), [&](std::string_view bound) {
    return before.ends_with(bound) &&
           (before.size() == bound.size() || before[before.size() - bound.size() - 1] == ' ');
  });
}

/// "(team of 9), with weekly resets": a bracket closes between.
bool is_parted(const Line& line, std::uint32_t end, std::uint32_t begin) {
  return begin > end && std::string_view(line.text).substr(end, begin - end).find(')') != std::string_view::npos;
}

/// The periods a number stands with: "28% annually", "monthly sales of £2 million".
Words periods_of(const Line& line, const text::Number& number) {
  constexpr int behind = 5, ahead = 3;
  const int sentence = sentence_of(line, number);
  Words out, before;
  int seen = 0;
  std::uint32_t end = number.end;
  for (const Word& word : line.words) {
    if (word.sentence != sentence) continue;
    const bool period = word.is(Trait::period) && !word.number && word.folded != "second";  // "QPS"
    const bool digits = word.folded.find_first_not_of("0123456789") == std::string::npos;
    if (word.end <= number.begin) {
      if (word.number || digits) before.clear();  // "Year 9, with four groups"
      before.push_back(&word);
      if (static_cast<int>(before.size()) > ahead) before.erase(before.begin());
    } else if (word.begin >= number.end) {
      if (++seen > behind || word.number || is_parted(line, end, word.begin)) break;
      end = word.end;
      if (period) out.push_back(&word);
    }
  }
  for (const Word* word : before)
    if (word->is(Trait::period) && !word->number) out.push_back(word);
  return out;
}

/// "28% annually": the period right behind a percentage is part of it.
const Word* rate_of(const Line& line, const text::Number& number) {
  if (number.unit != "%") return nullptr;
  int seen = 0;
  for (const Word& word : line.words) {
    if (word.begin < number.end) continue;
    if (++seen > 2) break;
    if (word.is(Trait::period) && !word.number) return &word;
  }
  return nullptr;
}

/// Whether the sentence of the source's number names the periods too.
bool names_periods(const Words& periods, const Line& source, const text::Number& number) {
  const int sentence = sentence_of(source, number);
  return std::all_of(periods.begin(), periods.end(), [&](const Word* period) {
    return std::any_of(source.words.begin(), source.words.end(),
                       [&](const Word& word) { return word.sentence == sentence && same_meaning(word, *period); });
  });
}

}  // namespace

const text::Number* Support::find_number(const text::Number& number, const Line& line,
                                         const std::set<const text::Number*>& used) const {
  const auto near = neighbours(line, number, 4);
  Words periods = periods_of(line, number);
  std::erase_if(periods, [&](const Word* period) { return spells_out(line, *period); });  // "annual" of "ARR"
  const Word* rate = rate_of(line, number);
  const Words things = number.unit.empty() ? counted(line, number) : Words();
  const text::Number* best = nullptr;
  double most = -1;
  for (const Line* source : lines_) {
    for (const text::Number& other : source->numbers) {
      if (used.contains(&other) || !equal_value(number, other)) continue;
      if (number.at_least && !other.at_least && !is_span(line, number)) continue;
      if (!same_direction(line, number, *source, other)) continue;
      if (is_bounded_above(*source, other) && !is_bounded_above(line, number)) continue;
      const double like = likeness(near, neighbours(*source, other, 7));
      if (like > 0 && ((is_year(line, number) && is_year(*source, other)) || keeps_change(line, number, *source)))
        return &other;
      if ((!near.empty() && like == 0) || like <= most) continue;
      if (!names_periods(periods, *source, other)) continue;
      const Word* other_rate = rate_of(*source, other);
      if (rate && !(other_rate && same_meaning(*rate, *other_rate))) continue;
      if (belongs_to_another(near, *source, other) || !counts_the_same(line, things, *source, other)) continue;
      if (number.unit.empty() &&
          (changes_thing(line, number, *source, other) || counts_its_group(things, *source, other)))
        continue;
      best = &other;
      most = like;
    }
  }
  return best && !is_taken(near, number, most) ? best : nullptr;
}

const text::Number* Support::turned_change(const Line& line) const {
  const auto gives = [&](const text::Number& from, const text::Number& to) {
    return std::any_of(lines_.begin(), lines_.end(),
                       [&](const Line* source) { return gives_change(*source, from, to); });
  };
  for (std::size_t i = 0; i + 1 < line.numbers.size(); ++i) {
    const text::Number &from = line.numbers[i], &to = line.numbers[i + 1];
    if (!equal_value(from, to) && is_change(line, from, to) && gives(to, from) && !gives(from, to)) return &from;
  }
  return nullptr;
}

bool Support::has_difference(const text::Number& number, const Line& line) const {
  return std::any_of(lines_.begin(), lines_.end(),
                     [&](const Line* source) { return is_difference(number, line, *source); });
}

/// Whether another line gives another number of the same unit where this one stands: "two large clients" for three.
bool Support::is_taken(const std::vector<Neighbour>& near, const text::Number& number, double like) const {
  constexpr double much = 2;
  double greatest = 0;  // of any number, where each word stands at the same place
  for (const Neighbour& word : near) greatest += 1.0 / (4.0 * word.distance * word.distance);
  if (greatest <= like * much) return false;
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* source) {
    return std::any_of(source->numbers.begin(), source->numbers.end(), [&](const text::Number& other) {
      return same_kind(other, number) && !equal_value(other, number) &&
             likeness(near, neighbours(*source, other, 7)) > like * much;
    });
  });
}

bool Support::dates(const text::Number& number, const Line& line) const {
  if (!is_year(line, number)) return false;
  const std::string digits = line.text.substr(number.begin, number.end - number.begin);
  const auto near = neighbours(line, number, 4);
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* source) {
    const auto has = [&](const auto& wanted) {
      return std::any_of(source->words.begin(), source->words.end(), wanted);
    };
    return has([&](const Word& word) { return word.folded == digits; }) &&
           std::any_of(near.begin(), near.end(), [&](const Neighbour& neighbour) {
             return has([&](const Word& word) { return alike(line, *neighbour.word, *source, word); });
           });
  });
}

/// Digits that are part of a name or version there ("2.0") are no quantity, but they are there.
bool Support::has_digits(const text::Number& number, const Line& line) const {
  const std::string digits = text::fold(std::string_view(line.text).substr(number.begin, number.end - number.begin));
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* source) {
    return std::any_of(source->words.begin(), source->words.end(),
                       [&](const Word& word) { return word.folded == digits && !word.number; });
  });
}

}  // namespace resumax::guard
