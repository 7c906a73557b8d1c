#include <resumax/parse/posting_parts.hpp>

#include <resumax/parse/posting_words.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::parse {

namespace {

using Tokens = std::vector<text::Token>;

}  // namespace

bool starts_upper(std::string_view text, const text::Token& token) {
  std::size_t at = token.begin;
  const char32_t first = text::next_code_point(text, at);
  return text::is_upper(first) || text::is_digit(first);
}

std::vector<ByteRange> split_parts(std::string_view text, std::size_t begin, std::size_t end,
                                   std::initializer_list<std::string_view> separators) {
  std::vector<ByteRange> parts;
  std::size_t from = begin;
  int depth = 0;
  for (std::size_t i = begin; i < end;) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')') --depth;
    std::size_t width = 0;
    if (depth <= 0)
      for (std::string_view separator : separators)
        if (text.substr(i, end - i).starts_with(separator)) width = std::max(width, separator.size());
    if (width > 0) {
      parts.push_back({from, i});
      from = i + width;
    }
    i += std::max<std::size_t>(width, 1);
  }
  parts.push_back({from, end});
  return parts;
}

bool only_terms(std::string_view part) {
  const Tokens tokens = text::tokenize(part);
  if (tokens.empty()) return true;
  for (const char* name : {"employment.full-time", "employment.part-time", "employment.contract",
                           "employment.internship", "employment.freelance", "place.remote", "place.hybrid"}) {
    const auto hit = posting_table(name).find(tokens);
    if (hit && hit.words + 2 >= tokens.size()) return true;
  }
  return false;
}

bool is_remote(std::string_view part) {
  const Tokens tokens = text::tokenize(part);
  for (const char* name : {"place.remote", "place.hybrid"}) {
    const auto hit = posting_table(name).find(tokens);
    if (hit && hit.words + 1 >= tokens.size()) return true;
  }
  return false;
}

bool looks_like_a_name(std::string_view text) {
  const Tokens tokens = text::tokenize(text);
  if (tokens.empty() || tokens.size() > 7) return false;
  if (posting_table("company.not").is_whole({tokens.front()}) && tokens.size() == 1) return false;
  std::size_t capitals = 0;
  for (const text::Token& token : tokens) capitals += starts_upper(text, token);
  const bool arabic = !tokens.empty() && text::is_right_to_left(text::decode(text).front());
  return arabic ? posting_table("company.head").match(tokens, 0) > 0 : capitals * 2 > tokens.size();
}

bool known_organisation(std::string_view part) {
  const Tokens tokens = text::tokenize(part);
  if (tokens.size() < 2) return false;
  return posting_table("company.suffix").match(tokens, tokens.size() - 1) > 0 ||
         posting_table("company.head").match(tokens, 0) > 0;
}

bool is_place(std::string_view text) {
  bool known = false;
  const auto parts =
      split_parts(text, 0, text.size(), {",", "،", " or ", " and ", "/", " et ", " oder ", " und ", " – "});
  for (const ByteRange part : parts) {
    const std::string_view piece = text::trim(text.substr(part.begin, part.end - part.begin));
    const Tokens tokens = text::tokenize(piece);
    if (tokens.empty() || tokens.size() > 5) return false;
    const bool known_place = posting_table("country").is_whole(tokens) || posting_table("city").is_whole(tokens);
    known = known || known_place;
    // Beside a known place any capitalised name is its district or state ("Austin, TX").
    if (!known_place && (parts.size() == 1 || !looks_like_a_name(piece))) return false;
  }
  return known;
}

}  // namespace resumax::parse
