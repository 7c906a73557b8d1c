#include <resumax/guard/support.hpp>

#include <resumax/guard/place.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::guard {

namespace {

std::string plain(std::string_view folded) {
  std::string out;
  for (const char c : folded)
    if (c != '.' && c != '-' && c != '_') out += c;
  return out;
}

/// A word of the lexicon is spelled as it is meant.
bool is_known(const Word& word) { return word.stop || word.tier > 0 || !word.traits.empty() || !word.groups.empty(); }

}  // namespace

std::string acronym_letters(std::string_view raw) {
  std::string letters;
  std::size_t capitals = 0, count = 0;
  bool plural = false, upper = false;  // the letter before
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t start = at;
    const char32_t c = text::next_code_point(raw, at);
    if (c >= 0x80 && !text::is_letter(c)) return {};
    const bool plural_sign = c == 's' && at == raw.size();
    if (!plural_sign) upper = text::is_upper(c);
    if (text::is_upper(c)) {
      ++capitals;
      letters += text::fold(raw.substr(start, at - start));
    } else if (text::is_letter(c)) {
      if (c == 's' && at == raw.size() && upper && capitals >= 2) {
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
        const bool stop = words[i].stop && at > 0;
        const bool joined = at > 0 && words[i].begin == words[i - 1].end + 1 && line.text[words[i - 1].end] == '-';
        if (skip_stops && (stop || (joined && words[i].folded[0] != letters[at]))) continue;  // "medium-sized"
        // "custos de" is no "CD": two letters stand for two words that say something.
        if (words[i].folded[0] == letters[at] && !(letters.size() == 2 && words[i].stop)) {
          ++at;
        } else {
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
  for (const match::SkillHit& hit : hits) {
    open.push_back(hit.skill);
    const std::string_view name = std::string_view(line.text).substr(hit.begin, hit.end - hit.begin);
    if (name.find_first_of("0123456789") != std::string_view::npos) numbered_.insert(hit.skill);
  }
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
  if (word.folded == "leader" && (has_written("lead") || has_written("leading"))) return true;
  if (word.is(Trait::title)) return has_holders(word) || has_joined(word.folded) || has_done_to(word);
  if (std::any_of(word.groups.begin(), word.groups.end(), [&](int group) { return groups_.contains(group); }))
    return !names_doers(word) || has_doers(word) || has_form(word);
  return has_form(word);
}

/// People named by what they are: by that or a word for the same.
bool Support::has_holders(const Word& word) const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* line) {
    return std::any_of(line->words.begin(), line->words.end(),
                       [&](const Word& other) { return same_meaning(word, other); });
  });
}

/// "Vendors" for "providers", where "delivered" names nobody.
bool Support::has_doers(const Word& word) const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* line) {
    return std::any_of(line->words.begin(), line->words.end(), [&](const Word& other) {
      const bool verb = other.tier > 0 || other.is(Trait::act);
      return (!verb || names_doers(other)) && same_meaning(word, other);
    });
  });
}

/// "Mentees" where somebody mentored, "trainees" where somebody trained.
bool Support::has_done_to(const Word& word) const {
  if (!word.folded.ends_with("ees")) return false;
  const std::string verb = word.folded.substr(0, word.folded.size() - 3);
  return by_key_.contains(text::stem(verb, "en")) || by_key_.contains(text::stem(verb + "or", "en"));
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
  const std::string folded = text::fold(raw);
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* line) {
    // A capital inside a sentence makes a name of it too: "API Rest".
    const bool names = !line->language.starts_with("de");
    return std::any_of(line->words.begin(), line->words.end(), [&](const Word& word) {
      return written(*line, word) == raw || (names && word.capital && word.folded == folded && folded.size() > 3);
    });
  });
}

bool Support::has_version(const Line& line, const Word& word) const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* source) {
    return std::any_of(source->words.begin(), source->words.end(), [&](const Word& other) {
      return other.folded == word.folded && (!other.number || source->path == line.path);
    });
  });
}

bool Support::names_degree(std::string_view letters) const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* line) {
    return line->path.starts_with("/education/") &&
           std::any_of(line->words.begin(), line->words.end(),
                       [&](const Word& word) { return word.folded == letters; });
  });
}

bool Support::clips(std::string_view folded) const {
  if (!has_written(folded)) return false;
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* line) {
    return std::any_of(line->words.begin(), line->words.end(), [&](const Word& word) {
      return word.folded == folded && !is_known(word) && !word.name_like && !word.number;
    });
  });
}

bool Support::has_together(const Line& line, std::uint32_t begin, std::uint32_t end) const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* source) {
    return std::all_of(line.words.begin(), line.words.end(), [&](const Word& word) {
      if (word.begin < begin || word.end > end || word.stop) return true;
      return std::any_of(source->words.begin(), source->words.end(), [&](const Word& other) {
        const std::string letters = acronym_letters(written(*source, other));
        return same_meaning(word, other) || is_misspelling(word.folded, other.folded) ||
               plain(other.folded).find(plain(word.folded)) != std::string::npos ||
               (!letters.empty() && letters.find(word.folded[0]) != std::string::npos);
      });
    });
  });
}

bool Support::has_place(const Word& word) const {
  static constexpr std::string_view before[] = {"at",  "in",  "for", "with", "from", "the",
                                                "bei", "fur", "von", "im",   "chez", "pour"};
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line* line) {
    const Place::Kind kind = place_of(line->path).kind;
    const bool name = kind == Place::Kind::name || kind == Place::Kind::title;
    for (std::size_t i = 0; i < line->words.size(); ++i) {
      if (!same_meaning(line->words[i], word)) continue;
      if (name ||
          (i > 0 && (line->words[i - 1].capital || line->words[i - 1].name_like ||
                     std::find(std::begin(before), std::end(before), line->words[i - 1].folded) != std::end(before))))
        return true;
    }
    return false;
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

bool Support::only_studied(std::string_view letters) const {
  static constexpr std::string_view ahead[] = {"exam",    "exams",    "examination", "candidate", "sections", "course",
                                               "studies", "training", "preparation", "prep",      "level"};
  bool held = false, studied = false;
  for (const Line* line : lines_)
    for (std::size_t i = 0; i < line->words.size(); ++i) {
      if (acronym_letters(written(*line, line->words[i])) != letters) continue;
      const bool open = i + 1 < line->words.size() &&
                        std::find(std::begin(ahead), std::end(ahead), line->words[i + 1].folded) != std::end(ahead);
      (open ? studied : held) = true;
    }
  return studied && !held;
}

bool Support::spells_out(const Line& line, const Word& word) const {
  return std::any_of(acronyms_.begin(), acronyms_.end(), [&](const std::string& letters) {
    const auto [first, last] = find_expansion(line, letters);
    const bool beside =
        first != last && last < line.words.size() && acronym_letters(written(line, line.words[last])) == letters;
    // Two initials agree by chance, and more of them where small words between are left out.
    if (!beside && (letters.size() < 3 || last - first > letters.size())) return false;
    return &word >= line.words.data() + first && &word < line.words.data() + last;
  });
}

}  // namespace resumax::guard
