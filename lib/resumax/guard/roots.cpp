#include <resumax/guard/roots.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <span>

namespace resumax::guard {

namespace {

using Endings = std::span<const std::string_view>;

// Longest first, so that the first that fits is the one.
constexpr std::array<std::string_view, 34> german{
    "ierungen", "ationen", "ierung", "ierten", "ierend", "ierte", "ieren", "ation", "ungen", "enden", "ender", "endes",
    "iert",     "ende",    "eten",   "ung",    "end",    "ern",   "ten",   "ter",   "tes",   "tem",   "et",    "te",
    "en",       "er",      "es",     "em",     "t",      "e",     "n",     "s",     "ete",   "ier"};
constexpr std::array<std::string_view, 47> french{
    "issements", "issement", "isations", "isation", "ations", "ements", "ation", "ition", "ement", "aient",
    "euses",     "rices",    "isant",    "antes",   "ances",  "euse",   "eurs",  "rice",  "ante",  "ants",
    "ance",      "ages",     "iser",     "isee",    "ures",   "eur",    "age",   "ant",   "ees",   "ent",
    "ait",       "ure",      "ise",      "er",      "ez",     "ee",     "es",    "ir",    "is",    "it",
    "ie",        "s",        "e",        "i",       "a",      "ons",    "ions"};
constexpr std::array<std::string_view, 66> spanish{
    "amientos", "imientos", "aciones", "iciones", "amiento", "imiento", "adores", "adoras", "idores", "acion", "icion",
    "ciones",   "antes",    "ieron",   "iendo",   "adora",   "azgos",   "aron",   "ando",   "ados",   "adas",  "idos",
    "idas",     "ador",     "idor",    "ante",    "cion",    "azgo",    "aban",   "abas",   "ajes",   "ado",   "ada",
    "ido",      "ida",      "aba",     "aje",     "ian",     "amos",    "emos",   "imos",   "aria",   "ar",    "er",
    "ir",       "ia",       "io",      "os",      "as",      "es",      "an",     "en",     "o",      "a",     "e",
    "i",        "s",        "ores",    "or",      "ora",     "oras",    "uras",   "arian",  "ieran",  "iera",  "aran"};
constexpr std::array<std::string_view, 56> portuguese{
    "amentos", "imentos", "adores", "acoes", "icoes", "amento", "imento", "adora", "agens", "aram", "eram", "iram",
    "ando",    "endo",    "indo",   "ados",  "adas",  "idos",   "idas",   "ador",  "acao",  "icao", "agem", "avam",
    "coes",    "amos",    "zido",   "ado",   "ada",   "ido",    "ida",    "ava",   "cao",   "zir",  "ziu",  "ou",
    "eu",      "iu",      "ei",     "ar",    "er",    "ir",     "ia",     "os",    "as",    "es",   "am",   "em",
    "o",       "a",       "e",      "i",     "s",     "or",     "ora",    "ores"};

constexpr std::size_t shortest_root = 3;

std::string without_ending(std::string_view word, Endings endings) {
  std::string_view best;
  for (const std::string_view ending : endings)
    if (ending.back() == word.back() && ending.size() > best.size() && word.size() >= ending.size() + shortest_root &&
        word.ends_with(ending))
      best = ending;
  return std::string(word.substr(0, word.size() - best.size()));
}

constexpr std::array<std::string_view, 46> separable{
    "zusammen", "bereit", "weiter", "wieder", "zuruck", "zurecht", "sicher", "durch",    "heraus",    "heran",
    "herbei",   "hervor", "hinzu",  "voran",  "voraus", "vorher",  "vorbei", "entgegen", "gegenuber", "fertig",
    "statt",    "wahr",   "unter",  "nach",   "fest",   "fort",    "frei",   "offen",    "nahe",      "auf",
    "aus",      "bei",    "dar",    "ein",    "her",    "hin",     "los",    "mit",      "vor",       "weg",
    "ab",       "an",     "um",     "zu",     "uber",   "teil"};
constexpr std::array<std::string_view, 8> inseparable{"be", "ent", "emp", "er", "ver", "zer", "miss", "hinter"};

/// "mitgearbeitet" -> "mitarbeitet", "sicherzustellen" -> "sicherstellen", "gefuhrt" -> "fuhrt"; "" for other words.
std::string without_infix(std::string_view word) {
  for (const std::string_view infix : {std::string_view("ge"), std::string_view("zu")}) {
    for (const std::string_view prefix : separable)
      if (word[0] == prefix[0] && word.starts_with(prefix) && word.substr(prefix.size()).starts_with(infix) &&
          word.size() >= prefix.size() + infix.size() + 4)
        return std::string(prefix) + std::string(word.substr(prefix.size() + infix.size()));
  }
  if (word.starts_with("ge") && word.size() >= 6 &&
      (word.ends_with('t') || word.ends_with("te") || word.ends_with("en") || word.ends_with("ten")))
    return std::string(word.substr(2));
  return {};
}

/// "Kolleginnen", "Lehrerin" -> "kolleg", "lehrer"; "" for other words.
std::string_view without_feminine(std::string_view word) {
  static constexpr std::string_view endings[] = {"erin",  "entin", "antin", "istin", "orin",   "eurin",
                                                 "login", "legin", "ztin",  "undin", "eiterin"};
  if (word.ends_with("innen") && word.size() >= 9) return word.substr(0, word.size() - 5);
  for (const std::string_view ending : endings)
    if (word.ends_with(ending) && word.size() >= 6) return word.substr(0, word.size() - 2);
  return {};
}

/// "ermittel|n" as "Ermittl|ung", "qualifiz|ieren" as "Qualifik|ation".
std::string german_root(std::string_view word) {
  std::string root = without_ending(word, german);
  if (root.size() > 4 && root.ends_with("el")) root.erase(root.size() - 2, 1);
  if (root.ends_with("ik") && word.substr(root.size()).starts_with("ation")) root.back() = 'z';
  return root;
}

std::vector<std::string> german_roots(std::string_view word) {
  std::vector<std::string> out{german_root(word)};
  if (out[0].size() + 1 == word.size() && word.ends_with('t')) out.emplace_back(word);               // "Mitarbeit"
  if (word.ends_with("ern") && word.size() >= 6) out.emplace_back(word.substr(0, word.size() - 1));  // "steuern"
  if (const std::string bare = without_infix(word); !bare.empty()) out.push_back(german_root(bare));
  if (const std::string_view bare = without_feminine(word); !bare.empty()) {
    out.emplace_back(bare);
    out.push_back(german_root(bare));
  }
  return out;
}

/// "organic|e", "planifiqu|e": the spelling changes before e.
std::string spanish_root(std::string_view word) {
  std::string root = without_ending(word, spanish);
  if (root.ends_with("qu")) root.replace(root.size() - 2, 2, "c");
  if (root.ends_with("gu")) root.pop_back();
  if (root.ends_with('c')) root.back() = 'z';
  return root;
}

std::string utf8_of(std::u32string_view letters) {
  std::string out;
  for (const char32_t c : letters) text::append(out, c);
  return out;
}

/// The stems of a verb in the past and of its noun: CaCCaC, taCCīC, taCCiCa; CāCaC, muCāCaCa; CiCāCa, CuCūC; and those
/// that begin with alif ("اعتماد", "اعتمد").
std::vector<std::string> bare_arabic_roots(std::u32string_view word) {
  std::vector<std::string> out;
  const auto add = [&](std::u32string_view root) {
    if (root.size() >= 3) out.push_back(utf8_of(root));
  };
  const auto size = word.size();
  if (size == 5 && word[0] == U'ت' && word[3] == U'ي') add(std::u32string{word[1], word[2], word[4]});
  if (size == 6 && word[0] == U'م' && word[2] == U'ا' && word[5] == U'ه') add(word.substr(1, 4));
  if (size == 5 && word[2] == U'ا' && word[4] == U'ه') add(std::u32string{word[0], word[1], word[3]});
  if (size == 5 && word[0] == U'ت' && word[4] == U'ه') add(word.substr(1, 3));
  if (size == 4 && word[2] == U'و') add(std::u32string{word[0], word[1], word[3]});
  if (size >= 5 && word[0] == U'ا' && word[size - 2] == U'ا')
    add(std::u32string(word.substr(1, size - 3)) + word[size - 1]);
  for (const std::u32string_view ending : {U"ت", U"نا", U"وا", U"ا", U"ين", U"ون", U"ات", U"ه", U"ي"})
    if (size >= ending.size() + 3 && word.ends_with(ending)) add(word.substr(0, size - ending.size()));
  if (size >= 4 && (word[0] == U'ا' || word[0] == U'ي' || word[0] == U'ن' || word[0] == U'ت')) add(word.substr(1));
  if (size == 3) add(word);
  return out;
}

/// The same, a pronoun behind it aside: "تنظيفها".
std::vector<std::string> arabic_roots(std::string_view folded) {
  const std::u32string word = text::code_points(folded);
  std::vector<std::string> out = bare_arabic_roots(word);
  for (const std::u32string_view pronoun : {U"ها", U"هم", U"هما", U"تها", U"تهم"}) {
    if (word.size() < pronoun.size() + 3 || !word.ends_with(pronoun)) continue;
    for (std::string& root : bare_arabic_roots(std::u32string_view(word).substr(0, word.size() - pronoun.size())))
      out.push_back(std::move(root));
  }
  return out;
}

/// The plural, possessive and comparative endings, written joined or after a zero-width space; folded, ya is the Arabic
/// one.
std::vector<std::string> persian_roots(std::string_view folded) {
  std::string word(folded);
  constexpr std::string_view zero_width = "\u200c";
  for (const std::string_view ending :
       {std::string_view("هايي"), std::string_view("هاي"), std::string_view("هايم"), std::string_view("ها"),
        std::string_view("ترين"), std::string_view("تر"), std::string_view("اي"), std::string_view("ي")}) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 4) continue;
    word.resize(word.size() - ending.size());
    break;
  }
  while (word.ends_with(zero_width)) word.resize(word.size() - zero_width.size());
  return {word};
}

}  // namespace

std::vector<std::string> roots_of(std::string_view folded, std::string_view language) {
  if (folded.size() < shortest_root || folded.find_first_of("0123456789.+#&") != std::string_view::npos) return {};
  if (language.starts_with("de")) return german_roots(folded);
  if (language.starts_with("fr")) return {without_ending(folded, french)};
  if (language.starts_with("es")) return {spanish_root(folded)};
  if (language.starts_with("pt")) return {without_ending(folded, portuguese)};
  if (language.starts_with("ar")) return arabic_roots(folded);
  if (language.starts_with("fa")) return persian_roots(folded);
  return {};
}

std::string_view german_prefix(std::string_view folded, bool parts) {
  std::string_view best;
  if (folded.empty()) return best;
  const auto look = [&](Endings prefixes) {
    for (const std::string_view prefix : prefixes)
      if (prefix[0] == folded[0] && prefix.size() > best.size() && folded.size() >= prefix.size() + shortest_root &&
          folded.starts_with(prefix))
        best = prefix;
  };
  look(separable);
  if (!parts) look(inseparable);
  return best;
}

bool is_german_particle(std::string_view folded) {
  return std::find(separable.begin(), separable.end(), folded) != separable.end();
}

std::vector<ArabicReading> arabic_readings(std::string_view folded) {
  struct Prefix {
    std::string_view letters;
    bool present;
  };
  static constexpr Prefix prefixes[] = {{"", false},    {"و", false},   {"ف", false},   {"ب", false},   {"ل", false},
                                        {"ك", false},   {"ال", false},  {"لل", false},  {"وال", false}, {"بال", false},
                                        {"فال", false}, {"كال", false}, {"ول", false},  {"وب", false},  {"ا", true},
                                        {"ي", true},    {"ت", true},    {"ن", true},    {"وا", true},   {"وي", true},
                                        {"وت", true},   {"ون", true},   {"في", true},   {"فت", true},   {"لي", true},
                                        {"لت", true},   {"سا", true},   {"ولل", false}, {"وبال", false}};
  // The second of a pair is what the ending stands for: "مراجعتها" is "مراجعه" with a pronoun.
  struct Ending {
    std::string_view letters, instead;
  };
  static constexpr Ending endings[] = {
      {"", ""},     {"ه", ""},     {"ا", ""},     {"ت", ""},    {"ها", ""},   {"هم", ""},   {"نا", ""},    {"هن", ""},
      {"ات", ""},   {"ات", "ه"},   {"ون", ""},    {"ين", ""},   {"ان", ""},   {"وا", ""},   {"ته", ""},    {"ته", "ه"},
      {"تها", ""},  {"تها", "ه"},  {"تهم", ""},   {"تهم", "ه"}, {"تهن", "ه"}, {"تهن", ""},  {"تي", "ه"},   {"تان", "ه"},
      {"تين", "ه"}, {"هما", ""},   {"تهما", "ه"}, {"تهما", ""}, {"ناها", ""}, {"اتها", ""}, {"اتها", "ه"}, {"اته", ""},
      {"اته", "ه"}, {"اتهم", "ه"}, {"اتهم", ""},  {"ونها", ""}, {"وها", ""}};
  static constexpr std::size_t least = 3;
  std::vector<ArabicReading> out{{std::string(folded), false}};
  for (const Prefix& prefix : prefixes) {
    if (!folded.starts_with(prefix.letters)) continue;
    const std::string_view rest = folded.substr(prefix.letters.size());
    for (const Ending& ending : endings) {
      if (!rest.ends_with(ending.letters)) continue;
      const std::string_view word = rest.substr(0, rest.size() - ending.letters.size());
      if (ending.letters == "ا" && word.ends_with("ه")) continue;  // "شحنها" is no form of "شحنه"
      const std::size_t shortest = ending.letters.empty() && !prefix.present ? least - 1 : least;  // "وحل"
      if (text::length(word) + text::length(ending.instead) < shortest) continue;
      out.push_back({std::string(word) + std::string(ending.instead), prefix.present});
      // "زملائي", "إنشاؤها": the hamza takes a seat before what is joined to it.
      if (!ending.letters.empty() && (word.ends_with("ائ") || word.ends_with("اؤ")))
        out.push_back({std::string(word.substr(0, word.size() - std::string_view("ئ").size())) + "ء", prefix.present});
    }
  }
  const auto kept = [](const ArabicReading& reading) { return reading.word.size(); };
  std::stable_sort(out.begin(), out.end(),
                   [&](const ArabicReading& a, const ArabicReading& b) { return kept(a) > kept(b); });
  return out;
}

std::string without_arabic_clitics(std::string_view folded) {
  static constexpr std::string_view prefixes[] = {"وبال", "وال", "فال", "بال", "كال", "ولل", "ال",
                                                  "لل",   "و",   "ب",   "ل",   "ف",   "ك"};
  for (const std::string_view prefix : prefixes) {
    if (!folded.starts_with(prefix)) continue;
    const std::string_view rest = folded.substr(prefix.size());
    if (text::length(rest) >= 3) return std::string(rest);
  }
  return std::string(folded);
}

}  // namespace resumax::guard
