#include <resumax/guard/lexicon.hpp>

#include <resumax/embedded/guard_lexicon.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace resumax::guard {

namespace {

struct Language {
  std::unordered_map<std::string, std::string> forms;
  std::unordered_map<std::string, WordFacts> by_word, by_stem;
};

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> out;
  std::size_t start = 0;
  while (start < line.size()) {
    const std::size_t end = std::min(line.find(' ', start), line.size());
    if (end > start) out.emplace_back(line.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

/// "والمشروع", "بالمشروع", "للمشروع" -> "مشروع": the clitics before a noun or verb, as long as a word remains.
std::string without_arabic_clitics(std::string_view folded) {
  static constexpr std::string_view prefixes[] = {"وبال", "وال", "فال", "بال", "كال", "ولل",
                                                  "ال",   "لل",  "و",   "ب",   "ل",   "ف"};
  for (const std::string_view prefix : prefixes) {
    if (!folded.starts_with(prefix)) continue;
    const std::string_view rest = folded.substr(prefix.size());
    if (text::length(rest) >= 3) return std::string(rest);
  }
  return std::string(folded);
}

const Language& language_of(std::string_view code);

class Loader {
 public:
  std::map<std::string, Language, std::less<>> run() {
    // Forms first: stems of all other lines are taken of base forms.
    const auto lines = text::split_lines(embedded::guard_lexicon());
    for (const auto line : lines)
      if (line.starts_with("form ")) form(split(line));
    for (const auto line : lines)
      if (!line.empty() && line[0] != '#' && !line.starts_with("form ") && !line.starts_with("expand ") &&
          !line.starts_with("phrase "))
        fact(split(line));
    return std::move(languages_);
  }

 private:
  void form(const std::vector<std::string>& words) {
    Language& language = languages_[words[1]];
    for (std::size_t i = 3; i < words.size(); ++i) language.forms[text::fold(words[i])] = text::fold(words[2]);
  }

  std::string stem(const std::string& folded, const std::string& code) {
    if (code == "ar") return text::stem(without_arabic_clitics(folded), code);
    const auto& forms = languages_[code].forms;
    const auto base = forms.find(folded);
    return text::stem(base == forms.end() ? folded : base->second, code);
  }

  void fact(const std::vector<std::string>& words) {
    const std::string& what = words[0];
    const std::string& code = words[1];
    const bool tier = what == "tier";
    if (what == "syn") ++group_;
    for (std::size_t i = tier ? 3 : 2; i < words.size(); ++i) {
      std::string folded = text::fold(words[i]);
      std::replace(folded.begin(), folded.end(), '_', ' ');
      Language& language = languages_[code];
      if (what == "title") language.by_word[folded + "s"].title = true;
      const bool exact = what == "title" || what == "limit";
      WordFacts& facts = exact ? language.by_word[folded] : language.by_stem[stem(folded, code)];
      if (what == "syn") facts.synonyms.push_back(group_);
      if (tier) facts.tier = std::max(facts.tier, words[2][0] - '0');
      if (what == "scope") facts.scope = true;
      if (what == "filler") facts.filler = true;
      if (what == "negation") facts.negation = true;
      if (what == "limit") facts.limit = true;
      if (what == "title") facts.title = true;
    }
  }

  int group_ = 0;
  std::map<std::string, Language, std::less<>> languages_;
};

const Language& language_of(std::string_view code) {
  static const auto languages = Loader().run();
  static const Language none;
  const auto found = languages.find(code.substr(0, 2));
  return found == languages.end() ? none : found->second;
}

}  // namespace

std::string_view phrase_word(std::string_view first, std::string_view second) {
  static const auto known = [] {
    std::map<std::pair<std::string, std::string>, std::string> out;
    for (const auto line : text::split_lines(embedded::guard_lexicon())) {
      if (!line.starts_with("phrase ")) continue;
      const auto words = split(line);
      out[{text::fold(words[3]), text::fold(words[4])}] = text::fold(words[2]);
    }
    return out;
  }();
  const auto found = known.find({std::string(first), std::string(second)});
  return found == known.end() ? std::string_view{} : std::string_view(found->second);
}

const std::vector<Abbreviation>& abbreviations() {
  static const auto known = [] {
    std::vector<Abbreviation> out;
    for (const auto line : text::split_lines(embedded::guard_lexicon())) {
      if (!line.starts_with("expand ") && !line.starts_with("phrase ")) continue;
      const auto words = split(line);
      Abbreviation entry{text::fold(words[2]), {}};
      for (std::size_t i = 3; i < words.size(); ++i) entry.expansion.push_back(text::fold(words[i]));
      out.push_back(std::move(entry));
    }
    return out;
  }();
  return known;
}

std::string base_form(std::string_view folded, std::string_view language) {
  const auto& forms = language_of(language).forms;
  const auto found = forms.find(std::string(folded));
  return found == forms.end() ? std::string(folded) : found->second;
}

WordFacts word_facts(std::string_view folded, std::string_view key, std::string_view language) {
  const Language& known = language_of(language);
  WordFacts facts;
  if (const auto found = known.by_stem.find(std::string(key)); found != known.by_stem.end()) facts = found->second;
  if (const auto found = known.by_word.find(std::string(folded)); found != known.by_word.end()) {
    facts.limit = found->second.limit;
    facts.title = found->second.title;
  }
  return facts;
}

std::string key_of(std::string_view folded, std::string_view language) {
  if (language.starts_with("ar")) return text::stem(without_arabic_clitics(folded), "ar");
  return text::stem(base_form(folded, language), language);
}

}  // namespace resumax::guard
