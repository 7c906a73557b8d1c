#include <resumax/parse/posting_words.hpp>

#include <resumax/embedded/posting_places.hpp>
#include <resumax/embedded/posting_words.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::parse {

namespace {

// "وال", "بال" and "ال" before an Arabic word of some length are articles and prepositions, not the word.
std::string_view without_article(std::string_view word) {
  for (std::string_view article : {"وال", "بال", "لل", "ال"})
    if (word.starts_with(article) && word.size() >= article.size() + 6) return word.substr(article.size());
  return word;
}

bool same_word(std::string_view pattern, std::string_view word) {
  const bool open_end = pattern.ends_with('*'), open_start = pattern.starts_with('*');
  if (open_end) pattern.remove_suffix(1);
  if (open_start) pattern.remove_prefix(1);
  if (open_start && open_end) return word.find(pattern) != std::string_view::npos;
  if (open_end) return word.starts_with(pattern);
  if (open_start) return word.ends_with(pattern);
  return pattern == word;
}

// Words at blanks; the star is part of a word here.
std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> words;
  for (const text::Token& token : text::tokenize(phrase)) {
    std::string word(without_article(token.folded));
    if (token.begin > 0 && phrase[token.begin - 1] == '*') word = std::string(1, '*').append(word);
    if (token.end < phrase.size() && phrase[token.end] == '*') word += '*';
    words.push_back(std::move(word));
  }
  return words;
}

void read(std::string_view data, std::map<std::string, PhraseTable>& tables) {
  for (const std::string_view line : text::split_lines(data)) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    PhraseTable& table = tables[std::string(line.substr(0, tab))];
    for (std::size_t begin = tab + 1; begin <= line.size();) {
      const std::size_t end = std::min(line.find('|', begin), line.size());
      table.add(line.substr(begin, end - begin));
      begin = end + 1;
    }
  }
}

}  // namespace

void PhraseTable::add(std::string_view phrase) {
  Phrase words = words_of(phrase);
  if (words.empty()) return;
  if (words.front().find('*') != std::string::npos) {
    open_.push_back(std::move(words));
  } else {
    std::string first = words.front();
    by_first_[std::move(first)].push_back(std::move(words));
  }
}

std::size_t PhraseTable::match(const std::vector<text::Token>& tokens, std::size_t at) const {
  if (at >= tokens.size()) return 0;
  std::size_t best = 0;
  const auto try_all = [&](const std::vector<Phrase>& phrases) {
    for (const Phrase& phrase : phrases) {
      if (phrase.size() <= best || at + phrase.size() > tokens.size()) continue;
      bool same = true;
      for (std::size_t i = 0; same && i < phrase.size(); ++i)
        same = same_word(phrase[i], without_article(tokens[at + i].folded));
      if (same) best = phrase.size();
    }
  };
  if (auto it = by_first_.find(std::string(without_article(tokens[at].folded))); it != by_first_.end())
    try_all(it->second);
  try_all(open_);
  return best;
}

PhraseTable::Hit PhraseTable::find(const std::vector<text::Token>& tokens) const {
  Hit best;
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (const std::size_t words = match(tokens, at); words > best.words) best = {at, words};
  return best;
}

bool PhraseTable::is_whole(const std::vector<text::Token>& tokens) const {
  return !tokens.empty() && match(tokens, 0) == tokens.size();
}

const PhraseTable& posting_table(const std::string& name) {
  static const auto tables = [] {
    std::map<std::string, PhraseTable> out;
    read(embedded::posting_words(), out);
    read(embedded::posting_places(), out);
    return out;
  }();
  return tables.at(name);
}

}  // namespace resumax::parse
