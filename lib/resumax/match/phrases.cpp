#include <resumax/match/phrases.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <bit>

namespace resumax::match {

namespace {

constexpr std::array<std::string_view, 3> narrow_marks = {"\u2019", "\u2010", "\u2011"};

bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// Length of the separator inside a token at `at`, 0 where there is none.
std::size_t separator_length(std::string_view raw, std::size_t at) {
  const char c = raw[at];
  if (c == '-' || c == '/' || c == '_' || c == '\'') return 1;
  if (static_cast<unsigned char>(c) != 0xe2) return 0;
  for (const auto mark : narrow_marks)
    if (raw.substr(at).starts_with(mark)) return mark.size();
  return 0;
}

std::string fold_part(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (const char c : raw) {
    if (static_cast<unsigned char>(c) >= 0x80) return text::fold(raw);
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

/// What stands between two tokens.
struct Gap {
  bool breaks = false, ampersand = false;
  bool glues = false;  ///< a hyphen or apostrophe and nothing else
};

Gap read_gap(std::string_view gap) {
  Gap out;
  out.glues = !gap.empty() && gap != "/" && gap != "_" && separator_length(gap, 0) == gap.size();
  for (std::size_t i = 0; i < gap.size();) {
    if (const auto length = separator_length(gap, i)) {
      i += length;
    } else if (gap[i] == ' ' || gap[i] == '+' || gap == ".") {  // "Bac+5", "D3.js"
      ++i;
    } else if (gap[i] == '&') {
      out.ampersand = true;
      ++i;
    } else {
      if (!text::is_space(text::next_code_point(gap, i)) || gap[i - 1] == '\n' || gap[i - 1] == '\t') out.breaks = true;
    }
  }
  return out;
}

/// Splits one token into its parts.
void split_token(std::string_view utf8, const text::Token& token, bool breaks, std::vector<Unit>& out) {
  const auto raw = utf8.substr(token.begin, token.end - token.begin);
  bool first = true, glued = false;
  std::size_t begin = 0;
  const auto flush = [&](std::size_t end, bool glued_after) {
    if (end <= begin) return;
    const bool whole = begin == 0 && end == raw.size();
    Unit unit;
    unit.begin = token.begin + static_cast<std::uint32_t>(begin);
    unit.end = token.begin + static_cast<std::uint32_t>(end);
    unit.folded = whole ? token.folded : fold_part(raw.substr(begin, end - begin));
    if (is_and(unit.folded)) unit.folded = "and";
    unit.starts_sentence = first && token.starts_sentence;
    unit.breaks_before = first && breaks;
    unit.glued = glued || glued_after;
    out.push_back(std::move(unit));
    first = false;
  };
  for (std::size_t i = 0; i < raw.size();) {
    const auto length = separator_length(raw, i);
    if (length == 0) {
      ++i;
      continue;
    }
    const bool slash = raw[i] == '/';
    flush(i, !slash && i + length < raw.size());
    glued = !slash;
    i += length;
    begin = i;
  }
  flush(raw.size(), false);
}

}  // namespace

bool is_and(std::string_view folded) { return folded == "and" || folded == "und" || folded == "et"; }

std::vector<Unit> split_units(std::string_view utf8) {
  std::vector<Unit> out;
  const auto tokens = text::tokenize(utf8);
  out.reserve(tokens.size() + 4);
  std::uint32_t previous = 0;
  for (const auto& token : tokens) {
    const auto gap = read_gap(utf8.substr(previous, token.begin - previous));
    if (gap.ampersand && !gap.breaks && !out.empty()) {
      Unit unit;
      unit.begin = previous;
      unit.end = token.begin;
      unit.folded = "and";
      out.push_back(std::move(unit));
    }
    const auto first = out.size();
    split_token(utf8, token, gap.breaks || previous == 0, out);
    if (gap.glues && first > 0 && first < out.size()) out[first - 1].glued = out[first].glued = true;
    previous = token.end;
  }
  return out;
}

bool is_arabic(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word[0]) >= 0xd8 && static_cast<unsigned char>(word[0]) <= 0xdb;
}

std::string_view without_article(std::string_view folded) {
  if (!is_arabic(folded)) return folded;
  for (const std::string_view prefix : {"وال", "بال", "كال", "فال", "لل", "ال"})
    if (folded.starts_with(prefix) && folded.size() >= prefix.size() + 6) return folded.substr(prefix.size());
  return folded;
}

std::string stem_of(std::string_view folded, std::string_view language) {
  constexpr std::array<std::string_view, 8> stemmed = {"en", "fr", "de", "es", "pt", "it", "nl", "ar"};
  if (std::find(stemmed.begin(), stemmed.end(), language.substr(0, 2)) != stemmed.end())
    return text::stem(folded, language);
  constexpr std::size_t kept = 6;
  std::size_t end = 0;
  for (std::size_t i = 0; i < kept && end < folded.size(); ++i) text::next_code_point(folded, end);
  return std::string(folded.substr(0, end));
}

std::string singular(std::string_view folded) {
  if (folded.size() < 4 || folded.back() != 's' || !is_ascii_word(folded[folded.size() - 2])) return {};
  for (const std::string_view ending : {"ss", "sis", "tis", "xis"})
    if (folded.ends_with(ending)) return {};
  if (folded.size() > 4 && folded.ends_with("us")) return {};
  if (folded.size() > 4 && folded.ends_with("ies")) return std::string(folded.substr(0, folded.size() - 3)) + "y";
  for (const std::string_view ending : {"ches", "shes", "xes", "sses"})
    if (folded.ends_with(ending)) return std::string(folded.substr(0, folded.size() - 2));
  return std::string(folded.substr(0, folded.size() - 1));
}

void word_forms(std::string_view folded, std::vector<std::string>& out) {
  out.emplace_back(without_article(folded));
  if (is_arabic(folded)) {
    for (const std::string_view prefix : {"و", "ب", "ل"})
      if (folded.starts_with(prefix) && folded.size() >= prefix.size() + 6)
        out.emplace_back(without_article(folded.substr(prefix.size())));
    return;
  }
  if (auto one = singular(folded); !one.empty()) out.push_back(std::move(one));
  std::size_t end = folded.size();
  while (end > 0 && ((folded[end - 1] >= '0' && folded[end - 1] <= '9') || folded[end - 1] == '.')) --end;
  if (end >= 2 && end < folded.size()) out.emplace_back(folded.substr(0, end));
  // German and Romance inflections of long words; only forms that are words of a phrase are kept by the walk.
  if (folded.size() >= 9)
    for (const std::string_view ending : {"en", "er", "es", "em", "e", "n"})
      if (folded.ends_with(ending)) {
        out.emplace_back(folded.substr(0, folded.size() - ending.size()));
        if (ending.size() == 2) out.emplace_back(folded.substr(0, folded.size() - 1));
        break;
      }
}

namespace {

std::uint32_t hash_of(std::string_view text) {  // FNV-1a
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ (hash >> 15);
}

std::size_t hash_of(std::uint64_t key) {
  key *= 0x9e3779b97f4a7c15u;
  return static_cast<std::size_t>(key ^ (key >> 32));
}

std::uint64_t edge_key(std::uint32_t node, std::uint32_t word) { return std::uint64_t{node} << 32 | word; }

}  // namespace

PhraseTrie::PhraseTrie(std::size_t phrases)
    : word_slots_(std::bit_ceil(phrases * 2), none), edges_(std::bit_ceil(phrases * 4)) {
  words_.reserve(phrases);
  values_.reserve(phrases * 2);
  letters_.reserve(phrases * 8);
}

std::size_t PhraseTrie::word_slot(std::string_view text, std::uint32_t hash) const {
  const auto mask = word_slots_.size() - 1;
  for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
    if (word_slots_[slot] == none) return slot;
    const auto& word = words_[word_slots_[slot]];
    if (word.hash == hash && std::string_view(letters_).substr(word.begin, word.length) == text) return slot;
  }
}

std::size_t PhraseTrie::edge_slot(std::uint64_t key) const {
  const auto mask = edges_.size() - 1;
  auto slot = hash_of(key) & mask;
  while (edges_[slot].node != none && edges_[slot].key != key) slot = (slot + 1) & mask;
  return slot;
}

std::uint32_t PhraseTrie::intern(std::string_view text) {
  const auto hash = hash_of(text);
  const auto slot = word_slot(text, hash);
  if (word_slots_[slot] != none) return word_slots_[slot];
  const auto number = static_cast<std::uint32_t>(words_.size());
  words_.push_back({static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(text.size()), hash});
  letters_ += text;
  word_slots_[slot] = number;
  if (words_.size() * 2 > word_slots_.size()) {
    word_slots_.assign(word_slots_.size() * 2, none);
    for (std::uint32_t i = 0; i < words_.size(); ++i)
      word_slots_[word_slot(std::string_view(letters_).substr(words_[i].begin, words_[i].length), words_[i].hash)] = i;
  }
  return number;
}

std::uint32_t PhraseTrie::extend(std::uint32_t node, std::uint32_t word) {
  const auto key = edge_key(node, word);
  const auto slot = edge_slot(key);
  if (edges_[slot].node != none) return edges_[slot].node;
  const auto next = static_cast<std::uint32_t>(values_.size());
  values_.push_back(none);
  edges_[slot] = {key, next};
  if (values_.size() * 2 > edges_.size()) {
    std::vector<Edge> old(edges_.size() * 2);
    old.swap(edges_);
    for (const auto& edge : old)
      if (edge.node != none) edges_[edge_slot(edge.key)] = edge;
  }
  return next;
}

std::uint32_t PhraseTrie::add(const std::vector<std::string>& words, std::uint32_t value) {
  auto node = root;
  for (const auto& text : words) node = extend(node, intern(text));
  const auto before = values_[node];
  if (before == none) values_[node] = value;
  return before;
}

std::uint32_t PhraseTrie::word(std::string_view folded) const {
  return word_slots_[word_slot(folded, hash_of(folded))];
}

std::uint32_t PhraseTrie::step(std::uint32_t node, std::uint32_t word) const {
  return edges_[edge_slot(edge_key(node, word))].node;
}

}  // namespace resumax::match
