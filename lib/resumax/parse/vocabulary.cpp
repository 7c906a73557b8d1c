#include <resumax/parse/vocabulary.hpp>

#include <resumax/embedded/parse_headings.hpp>
#include <resumax/embedded/parse_words.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::parse {
namespace {

constexpr int title_heading = 100;
constexpr std::size_t longest_phrase = 4;

constexpr std::array<std::string_view, static_cast<std::size_t>(Topic::count)> topic_names{"position",
                                                                                           "company",
                                                                                           "institution",
                                                                                           "degree",
                                                                                           "language",
                                                                                           "level",
                                                                                           "country",
                                                                                           "city",
                                                                                           "region",
                                                                                           "label.email",
                                                                                           "label.phone",
                                                                                           "label.url",
                                                                                           "label.location",
                                                                                           "label.name",
                                                                                           "label.title",
                                                                                           "label.personal",
                                                                                           "label.company",
                                                                                           "label.position",
                                                                                           "label.dates",
                                                                                           "label.duties",
                                                                                           "label.institution",
                                                                                           "label.degree",
                                                                                           "label.area",
                                                                                           "label.score",
                                                                                           "label.courses",
                                                                                           "label.keywords",
                                                                                           "label.issuer",
                                                                                           "label.certificate",
                                                                                           "label.level",
                                                                                           "label.language",
                                                                                           "label.project",
                                                                                           "joiner",
                                                                                           "issuer",
                                                                                           "certificate",
                                                                                           "employment"};

/// Calls `each(row name, phrase)` for every phrase of a table.
template <class Each>
void read_table(std::string_view table, Each each) {
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t line_end = std::min(table.find('\n', at), table.size());
    const std::string_view row = table.substr(at, line_end - at);
    at = line_end + 1;
    const std::size_t tab = row.find('\t');
    if (tab == std::string_view::npos) continue;
    const std::string_view name = row.substr(0, tab);
    for (std::size_t begin = tab + 1; begin <= row.size();) {
      const std::size_t end = std::min(row.find('|', begin), row.size());
      if (end > begin) each(name, row.substr(begin, end - begin));
      begin = end + 1;
    }
  }
}

/// Bytes of a bracket that leaves the number open, as forms have it: "Address(es)", "Telefon(e)". 0 where none starts.
std::size_t plural_bracket(std::string_view text, std::size_t at) {
  if (text[at] != '(' || at == 0 || text[at - 1] == ' ' || text[at - 1] == '(') return 0;
  const std::string_view inside = text.substr(at + 1, 4).substr(0, text.substr(at + 1, 4).find(')'));
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (inside.empty() || inside.size() > 2 || at + 1 + inside.size() >= text.size()) return 0;
  return std::all_of(inside.begin(), inside.end(), small) ? inside.size() + 2 : 0;
}

}  // namespace

std::string phrase_key(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  const auto part = [&] {
    if (blank && !out.empty()) out += ' ';
    blank = false;
  };
  const auto is_ascii = [](char c) { return static_cast<signed char>(c) >= 0; };
  const bool ascii = std::all_of(text.begin(), text.end(), is_ascii);
  const std::string folded = ascii ? std::string() : text::fold(text);
  const std::string_view left = ascii ? text : folded;
  for (std::size_t at = 0; at < left.size();) {
    if (const std::size_t plural = plural_bracket(left, at); plural > 0) {
      at += plural;
      continue;
    }
    if (const char c = left[at]; is_ascii(c)) {
      ++at;
      const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      if ((small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '#') {
        part();
        out += small;
      } else if (c != '.') {
        blank = true;
      }
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(left, at);
    if (text::is_letter(c) || text::is_digit(c)) {
      part();
      out.append(left, begin, at - begin);
    } else {
      blank = true;
    }
  }
  return out;
}

std::vector<std::string> key_words(std::string_view text) {
  std::vector<std::string> words;
  const std::string key = phrase_key(text);
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    words.push_back(key.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

const Vocabulary& Vocabulary::get() {
  static const Vocabulary& vocabulary = *new Vocabulary;  // taking it down would cost every run's end
  return vocabulary;
}

Vocabulary::Vocabulary() {
  topics_.reserve(6000);
  headings_.reserve(4500);
  std::string_view row;
  std::uint64_t topics = 0;
  read_table(embedded::parse_words(), [&](std::string_view name, std::string_view phrase) {
    if (name == "network") {
      const std::size_t sign = phrase.find('=');
      networks_.emplace(phrase_key(phrase.substr(0, sign)), std::string(phrase.substr(sign + 1)));
      return;
    }
    if (name != row) {
      row = name;
      topics = 0;
      for (std::size_t i = 0; i < topic_names.size(); ++i)
        if (topic_names[i] == name) topics |= std::uint64_t{1} << i;
    }
    if (topics != 0) topics_[phrase_key(phrase)] |= topics;
  });
  read_table(embedded::parse_headings(), [&](std::string_view name, std::string_view phrase) {
    const auto kind = find_name<SectionKind>(name);
    headings_.emplace(phrase_key(phrase), kind ? static_cast<int>(*kind) : title_heading);
  });
}

bool Vocabulary::has(Topic topic, const std::string& key) const {
  const auto found = topics_.find(key);
  return found != topics_.end() && (found->second >> static_cast<unsigned>(topic) & 1U);
}

bool Vocabulary::is(Topic topic, std::string_view text) const { return has(topic, phrase_key(text)); }

std::size_t Vocabulary::leading_words(Topic topic, const std::vector<std::string>& keys, std::size_t from) const {
  std::string phrase;
  std::size_t best = 0;
  for (std::size_t n = 1; n <= longest_phrase && from + n <= keys.size(); ++n) {
    if (n > 1) phrase += ' ';
    phrase += keys[from + n - 1];
    if (has(topic, phrase)) best = n;
  }
  return best;
}

int Vocabulary::count(Topic topic, std::string_view text) const {
  const std::vector<std::string> keys = key_words(text);
  int found = 0;
  for (std::size_t i = 0; i < keys.size();) {
    if (const std::size_t n = leading_words(topic, keys, i)) {
      ++found;
      i += n;
      continue;
    }
    const std::string& word = keys[i++];
    for (std::size_t cut = 3; word.size() >= cut + 5; ++cut)
      if ((static_cast<unsigned char>(word[cut]) & 0xC0U) != 0x80U && has(topic, word.substr(cut))) {
        ++found;
        break;
      }
  }
  return found;
}

std::optional<SectionKind> Vocabulary::heading(std::string_view heading, bool* title, bool* partial) const {
  std::string_view text = heading;
  const auto look_up = [&](std::string_view part) -> std::optional<SectionKind> {
    auto found = headings_.find(phrase_key(part));
    if (found == headings_.end()) {
      std::string closed;
      for (char c : phrase_key(part))
        if (c != ' ') closed += c;
      found = headings_.find(closed);
    }
    if (found == headings_.end()) return std::nullopt;
    if (found->second == title_heading) {
      if (title) *title = true;
      return std::nullopt;
    }
    return static_cast<SectionKind>(found->second);
  };
  if (auto kind = look_up(text)) return kind;
  static constexpr std::string_view separators[] = {"/",    "|",    " – ",  " - ",   "(",    "&",    " and ", " und ",
                                                    " et ", " y ",  " e ",  " en ",  " și ", " şi ", " i ",   " och ",
                                                    " og ", " ja ", " és ", " και ", " ve ", " и ",  " та ",  " و",
                                                    ",",    "،",    ":",    "\t",    "+"};
  const std::string lower = text::lower(heading);
  text = lower;
  for (std::string_view separator : separators) {
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos || at == 0) continue;
    const auto first = look_up(text.substr(0, at));
    const auto second = look_up(text.substr(at + separator.size()));
    if (first && second) return first;
    if (partial) *partial = true;
    const bool bracket = separator == "(" || separator == "\t" || separator == ":";
    if (first && !bracket && key_words(text.substr(at + separator.size())).size() <= 2) return first;
    if (second && !bracket && key_words(text.substr(0, at)).size() <= 2) return second;
    // A value after a colon is content.
    if (first && bracket && separator != ":" && text.size() - at < 25) return first;
  }
  if (partial) *partial = false;
  // "Projects Experience", "My Professional Skills Summary": nothing but words of headings.
  static constexpr std::string_view modifiers[] = {"my",       "personal",   "professional", "key",
                                                   "core",     "main",       "other",        "relevant",
                                                   "selected", "additional", "recent",       "technical"};
  const std::vector<std::string> words = key_words(heading);
  if (words.size() < 2 || words.size() > 4) return std::nullopt;
  std::optional<SectionKind> first;
  for (const std::string& word : words) {
    if (std::find(std::begin(modifiers), std::end(modifiers), word) != std::end(modifiers)) continue;
    const auto kind = look_up(word);
    if (!kind) return std::nullopt;
    if (!first) first = kind;
  }
  if (first && partial) *partial = true;
  return first;
}

std::string_view Vocabulary::network(std::string_view key) const {
  const auto found = networks_.find(phrase_key(key));
  return found == networks_.end() ? std::string_view{} : std::string_view(found->second);
}

}  // namespace resumax::parse
