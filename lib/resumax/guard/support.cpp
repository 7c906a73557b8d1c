#include <resumax/guard/support.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::guard {

namespace {

std::string_view written(const Line& line, const Word& word) {
  return std::string_view(line.text).substr(word.begin, word.end - word.begin);
}

std::string plain(std::string_view folded) {
  std::string out;
  for (const char c : folded)
    if (c != '.' && c != '-' && c != '_') out += c;
  return out;
}

/// A word near a number, and how far from it: negative before it.
struct Neighbour {
  const Word* word;
  int distance;
};

/// Verbs say what happened to what a number counts: "raised" and "improved" are no common ground.
bool counts(const Word& word) {
  return !word.stop && !word.number && word.tier == 0 && !word.is(Traits(Trait::up) | Trait::down | Trait::change);
}

/// The words of the number's own sentence that say what it counts.
std::vector<Neighbour> neighbours(const Line& line, const text::Number& number, int reach) {
  int first = -1, last = -1;
  const int size = static_cast<int>(line.words.size());
  for (int i = 0; i < size; ++i) {
    const Word& word = line.words[static_cast<std::size_t>(i)];
    if (word.begin >= number.end || word.end <= number.begin) continue;
    if (first < 0) first = i;
    last = i;
  }
  std::vector<Neighbour> out;
  if (first < 0) return out;
  const int sentence = line.words[static_cast<std::size_t>(first)].sentence;
  int distance = 0;
  for (int i = last + 1; i < size && distance < reach; ++i) {
    const Word& word = line.words[static_cast<std::size_t>(i)];
    if (word.sentence != sentence) break;
    if (counts(word)) out.push_back({&word, ++distance});
  }
  distance = 0;
  for (int i = first; i-- > 0 && distance < reach;) {
    const Word& word = line.words[static_cast<std::size_t>(i)];
    if (word.sentence != sentence) break;
    if (counts(word)) out.push_back({&word, -++distance});
  }
  return out;
}

bool alike(const Word& a, const Word& b) {
  if (same_meaning(a, b) || is_misspelling(a.folded, b.folded)) return true;
  return std::min(a.folded.size(), b.folded.size()) >= 5 &&
         (a.folded.find(b.folded) != std::string::npos || b.folded.find(a.folded) != std::string::npos);
}

/// A word of the lexicon is spelled as it is meant.
bool is_known(const Word& word) { return word.stop || word.tier > 0 || !word.traits.empty() || !word.groups.empty(); }

/// How much two numbers count the same thing: shared words, near ones and those on the same side more.
double likeness(const std::vector<Neighbour>& left, const std::vector<Neighbour>& right) {
  double sum = 0;
  for (const Neighbour& a : left) {
    double best = 0;
    for (const Neighbour& b : right) {
      if (!alike(*a.word, *b.word)) continue;
      const int apart = std::abs(a.distance) + std::abs(b.distance) + ((a.distance < 0) != (b.distance < 0) ? 1 : 0);
      best = std::max(best, 1.0 / (apart * apart));
    }
    sum += best;
  }
  return sum;
}

bool equal_value(const text::Number& a, const text::Number& b) {
  const double scale = std::max({1.0, std::fabs(a.value), std::fabs(b.value)});
  return a.unit == b.unit && std::fabs(a.value - b.value) <= 1e-9 * scale;
}

int sentence_of(const Line& line, const text::Number& number) {
  for (const Word& word : line.words)
    if (word.begin < number.end && word.end > number.begin) return word.sentence;
  return -1;
}

/// Whether the sentence that gives this number gives another one, of the same unit, in the place it takes now.
bool belongs_to_another(const std::vector<Neighbour>& near, const Line& source, const text::Number& match) {
  const double own = likeness(near, neighbours(source, match, 6));
  return std::any_of(source.numbers.begin(), source.numbers.end(), [&](const text::Number& other) {
    if (other.unit != match.unit || equal_value(other, match)) return false;
    if (sentence_of(source, other) != sentence_of(source, match)) return false;
    return likeness(near, neighbours(source, other, 6)) > own * 1.3;
  });
}

/// "up to 40%", "almost 200": words before a number that make it smaller.
bool is_bounded_above(const Line& line, const text::Number& number) {
  static constexpr std::string_view bounds[] = {
      "up to",      "as many as", "at most", "no more than", "maximum of", "nearly", "almost", "less than",
      "fewer than", "under",      "below",   "bis zu",       "fast",       "knapp",  "unter",  "jusqu'a",
      "presque",    "moins de",   "hasta",   "casi",         "menos de",   "ate",    "quase",  "fino a",
      "quasi",      "ما يصل الي", "حتي",     "اقل من",       "ما يقارب"};
  const std::size_t from = number.begin > 40 ? number.begin - 40 : 0;
  std::string before = text::fold(std::string_view(line.text).substr(from, number.begin - from));
  while (before.ends_with(' ')) before.pop_back();
  return std::any_of(std::begin(bounds), std::end(bounds), [&](std::string_view bound) {
    return before.ends_with(bound) &&
           (before.size() == bound.size() || before[before.size() - bound.size() - 1] == ' ');
  });
}

/// The periods a number stands with: "28% annually", "monthly sales of £2 million".
Words periods_of(const Line& line, const text::Number& number) {
  constexpr int behind = 5, ahead = 3;
  const int sentence = sentence_of(line, number);
  Words out, before;
  int seen = 0;
  for (const Word& word : line.words) {
    if (word.sentence != sentence) continue;
    const bool period = word.is(Trait::period) && !word.number && word.folded != "second";  // "QPS"
    if (word.end <= number.begin) {
      if (word.number) before.clear();
      before.push_back(&word);
      if (static_cast<int>(before.size()) > ahead) before.erase(before.begin());
    } else if (word.begin >= number.end) {
      if (++seen > behind || word.number) break;
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

std::string acronym_letters(std::string_view raw) {
  std::string letters;
  std::size_t capitals = 0, count = 0;
  bool plural = false;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t start = at;
    const char32_t c = text::next_code_point(raw, at);
    if (c >= 0x80 && !text::is_letter(c)) return {};
    if (text::is_upper(c)) {
      ++capitals;
      letters += text::fold(raw.substr(start, at - start));
    } else if (text::is_letter(c)) {
      if (c == 's' && at == raw.size() && capitals == count && capitals >= 2) {
        plural = true;
        continue;
      }
      letters += text::fold(raw.substr(start, at - start));
    } else if (c == '2' && count > 0) {
      letters += 't';
    } else if (c != '&' && c != '.' && c != '/' && c != '-') {
      return {};
    }
    ++count;
  }
  if (plural) --count;
  return capitals >= 2 && letters.size() >= 2 && letters.size() <= 8 ? letters : std::string();
}

std::pair<std::size_t, std::size_t> find_expansion(const Line& line, std::string_view letters) {
  const auto& words = line.words;
  for (std::size_t start = 0; start < words.size(); ++start) {
    for (const bool skip_stops : {false, true}) {
      std::size_t at = 0, i = start;
      for (; i < words.size() && at < letters.size(); ++i) {
        if (words[i].folded.empty()) break;
        if (words[i].folded[0] == letters[at]) {
          ++at;
        } else if (!(skip_stops && at > 0 && words[i].stop)) {
          break;
        }
      }
      if (at == letters.size() && i - start >= 2) return {start, i};
    }
  }
  return {0, 0};
}

void Support::add(const Line& line, bool list_item) {
  add(line, list_item ? taxonomy_->find_in_list(line.text) : taxonomy_->find(line.text));
}

void Support::add(const Line& line, const std::vector<match::SkillHit>& hits) {
  lines_.push_back(&line);
  for (Sentence& sentence : sentences_of(line)) sentences_.push_back(std::move(sentence));
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const Word& word = line.words[i];
    for (const std::string& key : word.keys) {
      by_key_[key].push_back(&word);
      if (key.size() >= start_length) by_start_[key.substr(0, start_length)].push_back(&word);
    }
    if (word.folded.size() >= 4) by_letter_[word.folded[0]].push_back(&word);
    groups_.insert(word.groups.begin(), word.groups.end());
    written_.insert(word.folded);
    joined_.insert(plain(word.folded));
    if (i + 1 < line.words.size()) {
      const std::string pair = plain(word.folded) + plain(line.words[i + 1].folded);
      pairs_.insert(pair);
      joined_.insert(pair);
    }
    if (i + 2 < line.words.size())
      joined_.insert(plain(word.folded) + plain(line.words[i + 1].folded) + plain(line.words[i + 2].folded));
    const std::string letters = acronym_letters(written(line, word));
    if (!letters.empty()) acronyms_.push_back(letters);
  }
  std::vector<std::uint16_t> open;
  for (const match::SkillHit& hit : hits) open.push_back(hit.skill);
  while (!open.empty()) {
    const std::uint16_t skill = open.back();
    open.pop_back();
    if (!skills_.insert(skill).second) continue;
    for (const std::uint16_t parent : taxonomy_->skills()[skill].parents) open.push_back(parent);
  }
}

bool Support::has(const Word& word) const {
  for (const std::string& key : word.keys) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) continue;
    for (const Word* other : found->second)
      if (same_meaning(word, *other)) return true;
  }
  if (word.is(Trait::title)) return has_holders(word) || has_joined(word.folded);
  if (std::any_of(word.groups.begin(), word.groups.end(), [&](int group) { return groups_.contains(group); }))
    return true;
  return has_form(word);
}

/// People named by what they are: by that or a word for the same.
bool Support::has_holders(const Word& word) const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* line) {
    return std::any_of(line->words.begin(), line->words.end(),
                       [&](const Word& other) { return same_meaning(word, other); });
  });
}

bool Support::has_form(const Word& word) const {
  if (std::any_of(word.keys.begin(), word.keys.end(), [&](const std::string& key) { return by_key_.contains(key); }))
    return true;
  if (names_holder(word)) return false;
  const std::string joined = plain(word.folded);
  if (joined_.contains(joined)) return true;
  // "Post-Doc" for "Postdoctoral".
  for (std::size_t length = joined.size(); joined.size() >= 9 && length-- > 6;)
    if (pairs_.contains(joined.substr(0, length))) return true;
  return has_relative(word);
}

/// A form of one root, or a misspelling.
bool Support::has_relative(const Word& word) const {
  for (const std::string& key : word.keys) {
    const auto found = by_start_.find(key.substr(0, start_length));
    if (found == by_start_.end()) continue;
    for (const Word* other : found->second)
      if (!names_holder(*other) && std::any_of(other->keys.begin(), other->keys.end(),
                                               [&](const std::string& theirs) { return same_root(key, theirs); }))
        return true;
  }
  const auto found = by_letter_.find(word.folded[0]);
  return found != by_letter_.end() && std::any_of(found->second.begin(), found->second.end(), [&](const Word* other) {
           return !names_holder(*other) && !(is_known(word) && is_known(*other)) &&
                  is_misspelling(word.folded, other->folded);
         });
}

bool Support::has_compound_with(std::string_view part, std::string_view word) const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* line) {
    return std::any_of(line->words.begin(), line->words.end(), [&](const Word& other) {
      return other.folded.size() >= std::max(part.size(), word.size()) + 4 &&
             (other.folded.starts_with(part) || other.folded.ends_with(word) ||
              (part.size() >= 6 && other.folded.find(part, 4) != std::string::npos));
    });
  });
}

bool Support::has_exactly(std::string_view raw) const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* line) {
    return std::any_of(line->words.begin(), line->words.end(),
                       [&](const Word& word) { return written(*line, word) == raw; });
  });
}

const text::Number* Support::find_number(const text::Number& number, const Line& line,
                                         const std::set<const text::Number*>& used) const {
  const auto near = neighbours(line, number, 4);
  const Words periods = periods_of(line, number);
  const Word* rate = rate_of(line, number);
  const text::Number* best = nullptr;
  double most = -1;
  for (const Line* source : lines_) {
    for (const text::Number& other : source->numbers) {
      if (used.contains(&other) || !equal_value(number, other) || (number.at_least && !other.at_least)) continue;
      if (is_bounded_above(*source, other) && !is_bounded_above(line, number)) continue;
      const double like = likeness(near, neighbours(*source, other, 7));
      if ((!near.empty() && like == 0) || like <= most) continue;
      if (!names_periods(periods, *source, other)) continue;
      const Word* other_rate = rate_of(*source, other);
      if (rate && !(other_rate && same_meaning(*rate, *other_rate))) continue;
      if (belongs_to_another(near, *source, other)) continue;
      best = &other;
      most = like;
    }
  }
  return best;
}

/// Digits that are part of a name or version there ("2.0") are no quantity, but they are there.
bool Support::has_digits(const text::Number& number, const Line& line) const {
  const std::string digits = text::fold(std::string_view(line.text).substr(number.begin, number.end - number.begin));
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* source) {
    return std::any_of(source->words.begin(), source->words.end(),
                       [&](const Word& word) { return word.folded == digits && !word.number; });
  });
}

/// Whether the source lists the word among things: between commas, or after "using" and the like.
bool Support::lists(std::string_view folded) const {
  static constexpr std::string_view before[] = {"using", "with", "and", "avec", "mit", "con",
                                                "com",   "und",  "et",  "y",    "e"};
  for (const Line* line : lines_)
    for (std::size_t i = 0; i < line->words.size(); ++i) {
      const Word& word = line->words[i];
      if (word.folded != folded) continue;
      if (line->words.size() == 1) return true;
      const char next = word.end < line->text.size() ? line->text[word.end] : ' ';
      if (next == ',' || next == ';' || next == '/' || next == ')') return true;
      if (i == 0) continue;
      const char previous = line->text[word.begin - 1] == ' ' ? line->text[word.begin - 2] : line->text[word.begin - 1];
      if (previous == ',' || previous == ';' || previous == '/' || previous == '(' || previous == ':') return true;
      if (std::find(std::begin(before), std::end(before), line->words[i - 1].folded) != std::end(before)) return true;
    }
  return false;
}

bool Support::has_date(const Date& date) const {
  const auto matches = [&](const Date& other) {
    if (other.year != date.year) return false;
    if (date.month != 0 && other.month != date.month) return false;
    return date.day == 0 || other.day == date.day;
  };
  for (const Line* line : lines_)
    for (const text::DateMatch& match : line->dates)
      if (matches(match.range.start.date) || matches(match.range.end.date)) return true;
  return date.month == 0 && has_written(std::to_string(date.year));
}

bool Support::has_expansion(std::string_view acronym) const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* line) {
    const auto [first, last] = find_expansion(*line, acronym);
    return first != last;
  });
}

}  // namespace resumax::guard
