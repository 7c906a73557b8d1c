#include <resumax/guard/context.hpp>
#include <resumax/guard/lexicon.hpp>
#include <resumax/guard/roots.hpp>
#include <resumax/text/tokens.hpp>

#include <algorithm>
#include <array>

namespace resumax::guard {

namespace {

/// Keys of one root begin alike: they are marked by their first letters.
void mark(Word& word) {
  constexpr std::size_t start_of_a_root = 5;
  word.key_mark = word.group_mark = 0;
  for (const std::string& key : word.keys) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : std::string_view(key).substr(0, start_of_a_root))
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    word.key_mark |= std::uint64_t{1} << (hash >> 58);
  }
  for (const int group : word.groups) word.group_mark |= std::uint64_t{1} << (group % 64);
}

}  // namespace

void add_keys(Word& word, std::string_view language) {
  const auto add = [&](std::string key) {
    if (!key.empty() && std::find(word.keys.begin(), word.keys.end(), key) == word.keys.end())
      word.keys.push_back(std::move(key));
  };
  const auto learn = [&](std::string_view code) {
    std::vector<std::string> keys = keys_of(word.folded, code);
    const WordFacts facts = word_facts(word.folded, keys, code);
    word.groups.insert(word.groups.end(), facts.synonyms.begin(), facts.synonyms.end());
    word.tier = std::max(word.tier, facts.tier);
    word.traits.add(facts.traits);
    word.stop = word.stop || text::is_stop_word(word.folded, code);
    for (std::string& key : keys) add(std::move(key));
  };
  learn(language);
  // English words stand in lines of all languages; what a language knows itself it does not ask of English.
  const bool known = word.stop || word.tier > 0 || !word.traits.empty() || !word.groups.empty();
  if (!language.starts_with("en")) {
    if (known)
      add(text::stem(word.folded, "en"));
    else
      learn("en");
  }
  if (word.is(Trait::title)) word.tier = 0;                   // "architect" the noun
  const bool foreign = known && !language.starts_with("en");  // "travers", "divers"
  if (names_doers(word) && !foreign && word.folded != "others")
    word.traits.remove(Trait::filler);  // "providers" are no "provided"
  if (word.name_like || word.folded.find_first_of(".+#&_") != std::string::npos) {
    std::string plain;
    for (const char c : word.folded)
      if (c != '.' && c != '_' && c != '&') plain += c;
    add(plain);
  }
  std::sort(word.groups.begin(), word.groups.end());
  word.groups.erase(std::unique(word.groups.begin(), word.groups.end()), word.groups.end());
  mark(word);
}

namespace {

/// "worked with the design team": what was done together.
bool works_with_people(const Line& line, std::size_t i) {
  static constexpr std::array<std::string_view, 14> people{
      "team",  "teams",        "department", "departments", "group",     "groups",     "colleagues",
      "staff", "stakeholders", "partners",   "engineers",   "designers", "developers", "managers"};
  if (!line.words[i].folded.starts_with("work") || line.words[i + 1].folded != "with") return false;
  for (std::size_t j = i + 2; j < line.words.size() && j < i + 7; ++j)
    if (std::find(people.begin(), people.end(), line.words[j].folded) != people.end()) return true;
  return false;
}

void read_as(Word& word, std::string_view folded, std::string_view language) {
  Word read;
  read.folded = folded;
  add_keys(read, language);
  word.phrase = true;
  word.folded = read.folded;
  word.keys = read.keys;
  word.groups = read.groups;
  word.key_mark = read.key_mark;
  word.group_mark = read.group_mark;
  word.tier = read.tier;
  word.stop = read.stop;
  word.traits = read.traits;
}

bool ends_clause(const Line& line, std::size_t i) {
  if (i + 1 >= line.words.size() || line.words[i + 1].sentence != line.words[i].sentence) return true;
  static constexpr std::array<std::string_view, 4> joints{"und", "sowie", "oder", "bzw"};
  const std::string_view behind = std::string_view(line.text).substr(line.words[i].end);
  if (behind[0] == ',' || behind[0] == ')' || behind[0] == ':' || behind.starts_with(" (") ||
      behind.starts_with(" –") || behind.starts_with(" - "))
    return true;
  return std::find(joints.begin(), joints.end(), line.words[i + 1].folded) != joints.end();
}

/// German parts verbs: "nahm an Messen teil" is read as "teilnahm", where that is a verb the lexicon knows.
void join_parted_verbs(Line& line) {
  constexpr std::size_t reach = 16;
  if (!line.language.starts_with("de")) return;
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    Word& particle = line.words[i];
    if (!is_german_particle(particle.folded) || !ends_clause(line, i)) continue;
    for (std::size_t j = i; j-- > 0 && j + reach >= i && line.words[j].sentence == particle.sentence;) {
      if (line.words[j].stop || line.words[j].number || line.words[j].capital || line.words[j].folded.size() < 3)
        continue;
      const std::string joined = particle.folded + line.words[j].folded;
      const WordFacts facts = word_facts(joined, keys_of(joined, "de"), "de");
      if (facts.tier == 0 && facts.synonyms.empty() && facts.traits.empty()) continue;
      read_as(line.words[j], joined, line.language);
      particle.traits = Trait::filler;
      break;
    }
  }
}

/// "re-architected" is one verb, not "architected"; "co-workers" are no workers.
void join_prefixes(Line& line) {
  for (std::size_t i = 0; i + 1 < line.words.size(); ++i) {
    Word& prefix = line.words[i];
    Word& verb = line.words[i + 1];
    const bool joined = verb.begin == prefix.end + 1 && line.text[prefix.end] == '-';
    if (!joined || !line.language.starts_with("en")) continue;
    const bool again = prefix.folded == "re", with = prefix.folded == "co" && verb.folded.starts_with("worker");
    if (!again && !with) continue;
    read_as(verb, prefix.folded + verb.folded, line.language);
    prefix.phrase = true;
    prefix.traits = Trait::filler;
    prefix.tier = 0;
  }
}

/// "the company's program": a thing, where "programmed" is what was done.
void settle_program(Line& line) {
  static constexpr std::array<std::string_view, 4> things{"program", "programs", "programme", "programmes"};
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    Word& word = line.words[i];
    const Word& before = line.words[i - 1];
    if (std::find(things.begin(), things.end(), word.folded) == things.end() || before.sentence != word.sentence)
      continue;
    if (before.folded == "to" || before.folded == "and" || before.folded == "i") continue;
    word.tier = 0;
    word.groups.clear();
    word.group_mark = 0;
  }
}

/// "deployed on their own": nobody owns there.
void settle_own(Line& line) {
  static constexpr std::array<std::string_view, 7> whose{"my", "our", "your", "their", "his", "her", "its"};
  if (!line.language.starts_with("en")) return;
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    Word& word = line.words[i];
    if (word.folded != "own" || std::find(whose.begin(), whose.end(), line.words[i - 1].folded) == whose.end())
      continue;
    word.tier = 0;
    word.traits = Trait::filler;
  }
}

/// "took part" is read as "participated", "led to" as "caused".
void settle_phrases(Line& line) {
  for (std::size_t i = 0; i + 1 < line.words.size(); ++i) {
    Word& word = line.words[i];
    Word& next = line.words[i + 1];
    if (works_with_people(line, i)) {
      word.tier = 2;
      word.traits.remove(Trait::filler);
      word.phrase = true;
    }
    const std::string_view meant = phrase_word(word.folded, next.folded, line.language);
    if (meant.empty() || word.sentence != next.sentence) continue;
    read_as(word, meant, line.language);
    next.phrase = true;
    next.traits = Trait::filler;
    next.tier = 0;
  }
}

/// "في عام 2019": the word before a year is no period.
void settle_years(Line& line) {
  if (!line.language.starts_with("ar")) return;
  for (std::size_t i = 0; i + 1 < line.words.size(); ++i) {
    const std::string& next = line.words[i + 1].folded;
    const std::string bare = without_arabic_clitics(line.words[i].folded);
    const bool year = next.size() == 4 && (next.starts_with("19") || next.starts_with("20")) &&
                      std::all_of(next.begin(), next.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!year || (bare != "عام" && bare != "سنه")) continue;
    line.words[i].traits = Trait::filler;
    line.words[i].phrase = true;
  }
}

/// "brought waste down" is read as "brought down waste", "put the files together" as "put together".
void join_phrasal_verbs(Line& line) {
  static constexpr std::array<std::string_view, 7> particles{"up", "down", "out", "off", "over", "back", "together"};
  static constexpr std::array<std::string_view, 6> determiners{"the", "a", "an", "its", "our", "their"};
  constexpr std::size_t reach = 5;
  if (!line.language.starts_with("en")) return;
  for (std::size_t i = 2; i < line.words.size(); ++i) {
    Word& particle = line.words[i];
    if (particle.phrase || std::find(particles.begin(), particles.end(), particle.folded) == particles.end()) continue;
    for (std::size_t j = i; j-- > 0 && j + reach >= i && line.words[j].end + 1 == line.words[j + 1].begin;) {
      Word& verb = line.words[j];
      const std::string_view meant = phrase_word(verb.folded, particle.folded, line.language);
      if (j + 1 < i && !meant.empty() && verb.sentence == particle.sentence) {
        read_as(verb, meant, line.language);
        particle.phrase = true;
        particle.traits = Trait::filler;
        particle.tier = 0;
        break;
      }
      const bool determines = std::find(determiners.begin(), determiners.end(), verb.folded) != determiners.end();
      if ((verb.stop && !determines) || verb.phrase) break;
    }
  }
}

}  // namespace

void read_in_context(Line& line) {
  join_prefixes(line);
  settle_own(line);
  settle_program(line);
  settle_phrases(line);
  settle_years(line);
  join_phrasal_verbs(line);
  join_parted_verbs(line);
}

}  // namespace resumax::guard
