#include <resumax/guard/context.hpp>
#include <resumax/guard/line.hpp>
#include <resumax/guard/line_numbers.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>

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
  read_numbers(line);
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
  read_in_context(line);
  return line;
}

std::string_view written(const Line& line, const Word& word) {
  return std::string_view(line.text).substr(word.begin, word.end - word.begin);
}

}  // namespace resumax::guard
