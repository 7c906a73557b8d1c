#include <resumax/parse/split.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::parse {

std::vector<Piece> split(const Source& source, const Piece& piece, const std::vector<std::string_view>& separators) {
  std::vector<Piece> out;
  const std::string_view text = source.line(piece.line).text;
  int depth = 0;
  std::uint32_t begin = piece.begin;
  const auto finish = [&](std::uint32_t end) {
    const Piece part = source.clean({piece.line, begin, end});
    if (!part.empty()) out.push_back(part);
  };
  for (std::uint32_t at = piece.begin; at < piece.end;) {
    const char c = text[at];
    if (c == '(' || c == '[')
      ++depth;
    else if ((c == ')' || c == ']') && depth > 0)
      --depth;
    std::size_t length = 0;
    if (depth == 0)
      for (std::string_view separator : separators)
        if (text.substr(at, separator.size()) == separator && at + separator.size() <= piece.end)
          length = std::max(length, separator.size());
    if (length == 0) {
      ++at;
      continue;
    }
    finish(at);
    at += static_cast<std::uint32_t>(length);
    begin = at;
  }
  finish(piece.end);
  return out;
}

std::size_t word_count(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (char c : text) {
    const bool blank = c == ' ' || c == '\t';
    if (!blank && !inside) ++words;
    inside = !blank;
  }
  return words;
}

bool all_caps(std::string_view text) {
  int letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (!text::is_letter(c)) continue;
    ++letters;
    if (!text::is_upper(c)) return false;
  }
  return letters > 1;
}

bool ends_sentence(std::string_view text) {
  if (text.ends_with("؟") || text.ends_with("。") || text.ends_with("…")) return true;
  if (!text.ends_with('.') && !text.ends_with('!') && !text.ends_with('?')) return false;
  const std::size_t blank = text.rfind(' ');
  const std::string_view last = blank == std::string_view::npos ? text : text.substr(blank + 1);
  for (std::string_view short_form : {"Inc.", "Ltd.", "Co.", "Corp.", "Sr.", "Jr.", "S.A.", "St.", "Dr.", "B.V.",
                                      "GmbH.", "etc.", "U.S.", "D.C.", "Bros.", "No.", "e.V."})
    if (last == short_form) return false;
  return true;
}

/// Han and kana.
static bool is_ideograph(char32_t c) { return (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF); }

std::size_t lettered_words(std::string_view text) {
  std::size_t words = 0, ideographs = 0;
  bool lettered = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (c == U' ' || c == U'\t') {
      words += lettered ? 1U : 0U;
      lettered = false;
    } else if (is_ideograph(c)) {
      ++ideographs;
    } else {
      lettered = lettered || text::is_letter(c);
    }
  }
  return words + (lettered ? 1U : 0U) + (ideographs + 1) / 2;
}

bool is_prose(const Line& line) {
  const std::size_t words = lettered_words(line.text);
  if (ends_sentence(line.text)) return words >= 5;
  const std::size_t gap = line.text.rfind('\t');
  if (gap != std::string::npos && gap * 2 > line.text.size() && !line.joined) return words >= 24;
  return words >= 15 || (line.joined && words >= 11);
}

bool split_label(const Source& source, const Piece& piece, std::size_t words, Labelled& out) {
  const std::string_view text = source.view(piece);
  for (std::string_view sign : {":", "："}) {
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos || at == 0) continue;
    if (text.substr(at, 3) == "://") continue;
    if (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9' && at + 1 < text.size() && text[at + 1] >= '0' &&
        text[at + 1] <= '9')
      continue;
    if (word_count(text.substr(0, at)) > words) continue;
    out.label = source.clean({piece.line, piece.begin, piece.begin + static_cast<std::uint32_t>(at)});
    out.value = {piece.line, piece.begin + static_cast<std::uint32_t>(at + sign.size()), piece.end};
    return !out.label.empty();
  }
  return false;
}

bool split_named(const Source& source, const Piece& piece, std::size_t words, Labelled& out) {
  if (split_label(source, piece, words, out)) return true;
  const std::string_view text = source.view(piece);
  std::size_t cut = std::string_view::npos, length = 0;
  for (std::string_view sign : {" — ", " – ", " - "})
    if (const std::size_t at = text.find(sign); at < cut) cut = at, length = sign.size();
  if (cut == std::string_view::npos || word_count(text.substr(0, cut)) > words) return false;
  out.label = source.clean({piece.line, piece.begin, piece.begin + static_cast<std::uint32_t>(cut)});
  out.value = {piece.line, piece.begin + static_cast<std::uint32_t>(cut + length), piece.end};
  return !out.label.empty() && !source.clean(out.value).empty();
}

}  // namespace resumax::parse
