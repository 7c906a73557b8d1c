#include <resumax/optimize/verbs.hpp>

#include <resumax/embedded/verbs.hpp>
#include <resumax/text/unicode.hpp>

#include <map>
#include <vector>

namespace resumax::optimize {

namespace {

struct Verb {
  std::string base, past, gerund, third;
  bool noun = false;
};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
bool consonant_y(std::string_view base) {
  return base.size() > 1 && base.ends_with('y') && !is_vowel(base[base.size() - 2]);
}
std::string without_last(std::string_view word) { return std::string(word.substr(0, word.size() - 1)); }

std::string regular_past(const std::string& base) {
  if (base.ends_with('e')) return base + "d";
  return consonant_y(base) ? without_last(base) + "ied" : base + "ed";
}
std::string regular_gerund(const std::string& base) {
  return base.ends_with('e') && !base.ends_with("ee") ? without_last(base) + "ing" : base + "ing";
}
std::string third_person(const std::string& base) {
  if (consonant_y(base)) return without_last(base) + "ies";
  const bool hiss = base.ends_with('s') || base.ends_with("sh") || base.ends_with("ch") || base.ends_with('x');
  return base + (hiss ? "es" : "s");
}

Verb read(std::string_view line) {
  Verb verb;
  verb.noun = line.starts_with('~');
  if (verb.noun) line.remove_prefix(1);
  std::vector<std::string> columns;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    columns.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  verb.base = columns[0];
  verb.past = columns.size() > 1 ? columns[1] : regular_past(verb.base);
  verb.gerund = columns.size() > 2 ? columns[2] : regular_gerund(verb.base);
  verb.third = third_person(verb.base);
  return verb;
}

struct Forms {
  std::vector<Verb> verbs;
  std::map<std::string_view, std::pair<const Verb*, VerbForm>> by_word;

  Forms() {
    for (const std::string_view line : text::split_lines(embedded::verbs()))
      if (!line.empty() && !line.starts_with('#')) verbs.push_back(read(line));
    for (const Verb& verb : verbs) {
      by_word.emplace(verb.base, std::pair{&verb, VerbForm::base});
      by_word.emplace(verb.past, std::pair{&verb, VerbForm::past});
      by_word.emplace(verb.gerund, std::pair{&verb, VerbForm::gerund});
      by_word.emplace(verb.third, std::pair{&verb, VerbForm::third});
    }
  }
};

}  // namespace

std::optional<VerbReading> read_verb(std::string_view folded) {
  static const Forms forms;
  const auto it = forms.by_word.find(folded);
  if (it == forms.by_word.end()) return std::nullopt;
  const auto& [verb, form] = it->second;
  const bool noun = verb->noun && (form == VerbForm::base || form == VerbForm::third);
  return VerbReading{verb->base, verb->past, form, noun};
}

}  // namespace resumax::optimize
