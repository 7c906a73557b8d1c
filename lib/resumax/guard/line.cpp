#include <resumax/guard/lexicon.hpp>
#include <resumax/guard/line.hpp>
#include <resumax/guard/roots.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::guard {

namespace {

struct Part {
  std::size_t begin, end;  // bytes of the line
};

bool is_apostrophe_at(std::string_view line, std::size_t at, std::size_t& next) {
  next = at;
  const char32_t c = text::next_code_point(line, next);
  return c == '\'' || c == 0x2019 || c == 0x2BC;
}

/// "l'outil" -> "outil", "SABIC's" -> "SABIC", "HTML/CSS" -> both.
std::vector<Part> parts_of(std::string_view line, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end;) {
    std::size_t next = at;
    if (is_apostrophe_at(line, at, next)) {
      const std::size_t before = at - begin, after = end - next;
      if (after <= 1) return {{begin, at}};
      if (before <= 4 && after > 2) return {{next, end}};
    }
    at = next;
  }
  const std::size_t slash = line.substr(begin, end - begin).find('/');
  if (slash == std::string_view::npos) return {{begin, end}};
  std::vector<Part> parts{{begin, begin + slash}};
  for (const Part& rest : parts_of(line, begin + slash + 1, end)) parts.push_back(rest);
  return parts;
}

/// Capitals and digits of the word as written.
void read_shape(std::string_view written, bool starts_sentence, Word& word) {
  std::size_t capitals = 0, letters = 0, index = 0;
  bool inner_capital = false, digit = false, sign = false, first = false;
  for (std::size_t at = 0; at < written.size(); ++index) {
    const char32_t c = text::next_code_point(written, at);
    if (text::is_letter(c)) ++letters;
    if (text::is_upper(c)) {
      ++capitals;
      if (index == 0) first = true;
      if (index > 0) inner_capital = true;
    }
    digit = digit || text::is_digit(c);
    sign = sign || c == '+' || c == '#' || (c == '.' && index + 1 < written.size());
  }
  word.capital = first && !starts_sentence;
  word.name_like = (digit && letters > 0) || sign || (inner_capital && letters > 1) || (capitals > 1);
}

bool within(const Word& word, std::uint32_t begin, std::uint32_t end) { return word.begin < end && word.end > begin; }

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

bool is_arabic(std::string_view utf8) {
  const auto lead = static_cast<unsigned char>(utf8.empty() ? 0 : utf8[0]);
  return lead >= 0xD8 && lead <= 0xDB;
}

std::u32string letters_of(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) out += text::next_code_point(utf8, at);
  return out;
}

/// Whether so many letters left out, added or changed make one word of the other.
template <class Letters>
bool within_distance(const Letters& a, const Letters& b, std::size_t allowed) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > allowed) return false;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row[b.size()] <= allowed;
}

/// What derivation adds to or leaves of a stem ("architect|ur", "contribut|or"); short rests of other scripts too.
bool is_ending(std::string_view rest) {
  static constexpr std::array<std::string_view, 51> endings{
      "ion",  "or",  "er",   "ur",   "ure", "ment", "al",  "iv",    "ive",   "abl", "able", "ing", "ed",
      "anc",  "enc", "ance", "ence", "at",  "ator", "ic",  "ist",   "iti",   "ity", "ly",   "es",  "eri",
      "ar",   "ant", "ent",  "ung",  "te",  "tes",  "ten", "en",    "em",    "ado", "ada",  "ido", "eur",
      "euse", "iz",  "ise",  "ize",  "ier", "iert", "aci", "acion", "ation", "ad",  "rung", "ern"};
  static constexpr std::array<std::string_view, 36> joined{
      "ه",    "ي",   "ا",   "ت",   "يه",  "يا", "ات",  "ين",  "ون",   "ان",   "ها", "هم",
      "نا",   "وا",  "ته",  "تها", "تهم", "تي", "تان", "تين", "اتها", "اتهم", "ي",  "اي",
      "هايي", "هاي", "هاي", "م",   "د",   "ند", "ام",  "تر",  "ش",    "ايي",  "يي", "شان"};
  if (rest.size() <= 1) return true;
  if (is_arabic(rest)) return std::find(joined.begin(), joined.end(), rest) != joined.end();
  if (static_cast<unsigned char>(rest[0]) >= 0x80) return rest.size() <= 4;
  return std::find(endings.begin(), endings.end(), rest) != endings.end();
}

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

/// "from 9 days to 3": the second is of days too, as the first is of "de 9 à 3 jours".
void complete_units(Line& line) {
  static constexpr std::array<std::string_view, 14> joints{
      "to", "a", "auf", "bis", "para", "الي", "به", "-", "–", "down to", "up to", "to just", "to only", ", from"};
  for (std::size_t i = 1; i < line.numbers.size(); ++i) {
    text::Number& number = line.numbers[i];
    text::Number& before = line.numbers[i - 1];
    if (number.unit.empty() == before.unit.empty() || before.end > number.begin) continue;
    const std::string between =
        text::fold(text::trim(std::string_view(line.text).substr(before.end, number.begin - before.end)));
    if (std::find(joints.begin(), joints.end(), between) == joints.end()) continue;
    if (number.unit.empty())
      number.unit = before.unit;
    else if (between == "a")
      before.unit = number.unit;
  }
}

/// "by a quarter" is by 25%.
void add_fractions(Line& line) {
  struct Fraction {
    std::string_view written;
    double percent;
  };
  static constexpr std::array<Fraction, 18> fractions{{{"by a quarter", 25},
                                                       {"by one quarter", 25},
                                                       {"by a third", 33},
                                                       {"by one third", 33},
                                                       {"by a fifth", 20},
                                                       {"by one fifth", 20},
                                                       {"by a tenth", 10},
                                                       {"um ein Viertel", 25},
                                                       {"um die Hälfte", 50},
                                                       {"zur Hälfte", 50},
                                                       {"um ein Drittel", 33},
                                                       {"um ein Fünftel", 20},
                                                       {"um ein Zehntel", 10},
                                                       {"d'un quart", 25},
                                                       {"d'un tiers", 33},
                                                       {"d'un cinquième", 20},
                                                       {"en un cuarto", 25},
                                                       {"en un tercio", 33}}};
  for (const Fraction& fraction : fractions) {
    const auto at = line.text.find(fraction.written);
    const auto end = at + fraction.written.size();
    if (at == std::string::npos ||
        (end < line.text.size() && text::is_letter(static_cast<unsigned char>(line.text[end]))))
      continue;
    text::Number number;
    number.begin = static_cast<std::uint32_t>(line.text.rfind(' ', end - 1) + 1);
    number.end = static_cast<std::uint32_t>(end);
    number.value = fraction.percent;
    number.unit = "%";
    line.numbers.push_back(std::move(number));
  }
}

bool is_arabic_dual(std::string_view folded) { return folded.ends_with("تين") || folded.ends_with("تان"); }

/// Arabic says two days in one word, and one day without a number behind "to" and "within":
/// "إلى يومين", "خلال يوم". The number
/// behind a dual says nothing new: "متدربتين اثنتين".
void add_arabic_times(Line& line) {
  struct Time {
    std::string_view unit;
    std::array<std::string_view, 3> words;  // one, and two in either case
  };
  static constexpr std::array<Time, 8> times{{{"second", {"ثانيه", "ثانيتين", "ثانيتان"}},
                                              {"minute", {"دقيقه", "دقيقتين", "دقيقتان"}},
                                              {"hour", {"ساعه", "ساعتين", "ساعتان"}},
                                              {"day", {"يوم", "يومين", "يومان"}},
                                              {"week", {"اسبوع", "اسبوعين", "اسبوعان"}},
                                              {"month", {"شهر", "شهرين", "شهران"}},
                                              {"year", {"سنه", "سنتين", "سنتان"}},
                                              {"year", {"عام", "عامين", "عامان"}}}};
  if (!line.language.starts_with("ar")) return;
  std::string before;
  for (const text::Token& token : text::tokenize(line.text)) {
    if (token.folded.starts_with("اثن") && is_arabic_dual(before))
      std::erase_if(line.numbers,
                    [&](const text::Number& number) { return number.begin == token.begin && number.end == token.end; });
    const std::string bare = without_arabic_clitics(token.folded);
    const bool counted = std::any_of(line.numbers.begin(), line.numbers.end(), [&](const text::Number& number) {
      return number.begin < token.end && number.end > token.begin;
    });
    for (const Time& time : times) {
      const auto at = std::find(time.words.begin(), time.words.end(), bare) - time.words.begin();
      if (counted || at == 3 || (at == 0 && before != "الي" && before != "خلال" && before != "غضون")) continue;
      text::Number number;
      number.begin = static_cast<std::uint32_t>(token.begin);
      number.end = static_cast<std::uint32_t>(token.end);
      number.value = at == 0 ? 1 : 2;
      number.unit = time.unit;
      line.numbers.push_back(std::move(number));
    }
    before = token.folded;
  }
  std::sort(line.numbers.begin(), line.numbers.end(),
            [](const text::Number& a, const text::Number& b) { return a.begin < b.begin; });
}

/// The line's own language, where it shows clearly: a short line holds a word or two of many ("AI" is Italian too).
std::string line_language(std::string_view text, std::string_view language) {
  const std::string own = text::detect_language(text), usual(language.empty() ? "en" : language);
  if (own.empty()) return usual;
  if (own == usual.substr(0, 2)) return own;
  std::size_t ours = 0, theirs = 0;
  for (const text::Token& token : text::tokenize(text)) {
    if (text::is_stop_word(token.folded, own)) ++ours;
    if (text::is_stop_word(token.folded, usual)) ++theirs;
  }
  return ours == 0 || ours >= theirs + 2 ? own : usual;  // by its letters, or by its words
}

}  // namespace

void Vocabulary::learn(const Word& word, std::string_view language) { known_.try_emplace(key(word, language), word); }

bool Vocabulary::recall(Word& word, std::string_view language) const {
  const auto found = known_.find(key(word, language));
  if (found == known_.end()) return false;
  word.keys = found->second.keys;
  word.groups = found->second.groups;
  word.key_mark = found->second.key_mark;
  word.group_mark = found->second.group_mark;
  word.tier = found->second.tier;
  word.traits = found->second.traits;
  word.stop = found->second.stop;
  return true;
}

/// What is known of a word depends on its language and on whether it is written like a name.
std::string Vocabulary::key(const Word& word, std::string_view language) {
  return std::string(language) + (word.name_like ? "+" : " ") + word.folded;
}

Line read_line(std::string_view path, std::string_view raw, std::string_view language, Vocabulary* known) {
  Line line;
  line.path = path;
  line.text = text::squeeze(raw);
  line.language = line_language(line.text, language);
  const std::string& code = line.language;
  line.numbers = text::find_numbers(line.text, code);
  complete_units(line);
  add_fractions(line);
  add_arabic_times(line);
  line.dates = text::find_dates(line.text);
  int sentence = -1;
  std::uint32_t end = 0;
  for (const text::Token& token : text::tokenize(line.text)) {
    const auto between = std::string_view(line.text).substr(end, token.begin - end);
    const bool parted = between.find(';') != std::string_view::npos || between.find("؛") != std::string_view::npos;
    if (token.starts_sentence || parted || sentence < 0) ++sentence;
    end = token.end;
    bool first = token.starts_sentence;
    for (const Part& part : parts_of(line.text, token.begin, token.end)) {
      if (part.begin >= part.end) continue;
      Word word;
      word.begin = static_cast<std::uint32_t>(part.begin);
      word.end = static_cast<std::uint32_t>(part.end);
      const auto written = std::string_view(line.text).substr(part.begin, part.end - part.begin);
      word.folded = text::fold(written);
      word.sentence = sentence;
      read_shape(written, first, word);
      first = false;
      const bool shouted = word.name_like && (word.folded == "us" || word.folded == "it" || word.folded == "who");
      if (!known || !known->recall(word, code)) {
        add_keys(word, code);
        if (known) known->learn(word, code);
      }
      if (shouted && written.size() == word.folded.size()) word.stop = false;  // the country, the trade
      for (const auto& number : line.numbers) word.number = word.number || within(word, number.begin, number.end);
      for (const auto& date : line.dates) word.number = word.number || within(word, date.begin, date.end);
      line.words.push_back(std::move(word));
    }
  }
  join_prefixes(line);
  settle_own(line);
  settle_program(line);
  settle_phrases(line);
  settle_years(line);
  join_phrasal_verbs(line);
  join_parted_verbs(line);
  return line;
}

bool same_root(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.empty() || b.empty() || a[0] != b[0] || a[0] == '~') return false;
  std::size_t common = 0;
  while (common < std::min(a.size(), b.size()) && a[common] == b[common]) ++common;
  if (common < 5 || common * 2 <= std::max(a.size(), b.size())) return false;
  return is_ending(a.substr(common)) && is_ending(b.substr(common));
}

bool is_misspelling(std::string_view a, std::string_view b) {
  const std::size_t longest = std::max(a.size(), b.size());
  if (longest < 5 || a.empty() || b.empty() || a[0] != b[0]) return false;
  if (a.find_first_of("0123456789") != std::string_view::npos) return false;
  // Arabic words are short, and most change with every letter.
  if (is_arabic(a)) return longest >= 12 && a[1] == b[1] && within_distance(letters_of(a), letters_of(b), 1);
  return within_distance(a, b, longest >= 10 ? 2 : 1);
}

bool names_doers(const Word& word) {
  return word.folded.size() >= 6 && (word.folded.ends_with("ers") || word.folded.ends_with("ors"));
}

bool names_holder(const Word& word) {
  return word.is(Trait::title) && !(word.folded.size() > 3 && word.folded.ends_with('s'));
}

bool same_meaning(const Word& a, const Word& b) {
  if ((a.key_mark & b.key_mark) == 0 && (a.group_mark & b.group_mark) == 0) return false;
  const auto share = [](const std::vector<int>& left, const std::vector<int>& right) {
    return std::any_of(left.begin(), left.end(),
                       [&](int group) { return std::find(right.begin(), right.end(), group) != right.end(); });
  };
  if (a.is(Trait::title) || b.is(Trait::title)) {
    const auto singular = [](std::string_view s) {
      constexpr std::string_view accusative = "ا";
      if (s.ends_with(accusative)) return s.substr(0, s.size() - accusative.size());
      return s.ends_with('s') ? s.substr(0, s.size() - 1) : s;
    };
    const bool both = a.is(Trait::title) && b.is(Trait::title);
    if (a.folded == b.folded || (both && singular(a.folded) == singular(b.folded))) return true;
    // Of other people, a word for them; never what they do.
    return !names_holder(a) && !names_holder(b) && a.tier == 0 && b.tier == 0 && share(a.groups, b.groups);
  }
  for (const std::string& left : a.keys)
    for (const std::string& right : b.keys)
      if (left == right || same_root(left, right)) return true;
  return share(a.groups, b.groups);
}

}  // namespace resumax::guard
