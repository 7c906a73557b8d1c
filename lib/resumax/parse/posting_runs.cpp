#include <resumax/parse/posting_runs.hpp>

#include <resumax/parse/posting_words.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::parse {

namespace {

using Tokens = std::vector<text::Token>;

bool begins_upper(std::string_view text, const text::Token& token) {
  std::size_t at = token.begin;
  const char32_t c = text::next_code_point(text, at);
  return text::is_upper(c) || text::is_right_to_left(c) || (c >= '0' && c <= '9');
}

bool is_abbreviation(std::string_view folded) {
  constexpr std::array<std::string_view, 15> words = {"e.g", "i.e", "inc", "ltd", "co",  "dr",  "mr", "mrs",
                                                      "ms",  "no",  "vs",  "st",  "bzw", "z.b", "ca"};
  return folded.size() < 2 || std::find(words.begin(), words.end(), folded) != words.end();
}

/// Whether what stands between two words ends a sentence or begins an item.
bool parts(std::string_view between, bool dashes_are_marks) {
  for (std::size_t at = 0; at < between.size();) {
    const bool after_space = at > 0 && between[at - 1] == ' ';
    const char32_t c = text::next_code_point(between, at);
    const bool before_space = at < between.size() && between[at] == ' ';
    if (before_space && (c == '!' || c == '?' || c == ';' || c == '.' || c == 0x061F)) return true;
    if (c == '-' || c == '*' || c == 0x2013) {
      if (dashes_are_marks && after_space && before_space) return true;
    } else if (text::is_bullet(c)) {
      return true;
    }
  }
  return false;
}

std::size_t heading_words(const Tokens& tokens, std::size_t at) {
  std::size_t most = 0;
  for (const char* table : {"heading.required", "heading.preferred", "heading.duty", "heading.about",
                            "heading.benefits", "heading.legal", "heading.apply"})
    most = std::max(most, posting_table(table).match(tokens, at));
  return most;
}

bool lists_by_dashes(std::string_view run) {
  constexpr std::size_t several = 4;
  std::size_t count = 0;
  for (const std::string_view mark : {" - ", " * ", " – "})
    for (auto at = run.find(mark); at != std::string_view::npos; at = run.find(mark, at + 2)) ++count;
  return count >= several;
}

}  // namespace

std::vector<std::string> split_run(std::string_view run) {
  const Tokens tokens = text::tokenize(run);
  const bool dashes = lists_by_dashes(run);
  const auto between = [&](std::size_t i) {
    return run.substr(tokens[i - 1].end, tokens[i].begin - tokens[i - 1].end);
  };
  std::vector<std::size_t> cuts;  // tokens that begin a line
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const bool upper = begins_upper(run, tokens[i]);
    const bool fresh = upper && parts(between(i), dashes) && !is_abbreviation(tokens[i - 1].folded);
    if (fresh) cuts.push_back(i);
    if (!upper) continue;
    const std::size_t words = heading_words(tokens, i), next = i + words;
    if (words == 0 || next >= tokens.size()) continue;
    const bool colon = between(next).starts_with(':');
    if ((!fresh && words < 2 && !colon) || (!colon && (between(next) != " " || !begins_upper(run, tokens[next]))))
      continue;
    if (!fresh) cuts.push_back(i);
    cuts.push_back(next);
    i = next;
  }
  std::vector<std::string> out;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    std::string line = text::squeeze(run.substr(begin, end - begin));
    begin = end;
    if (!line.empty()) out.push_back(std::move(line));
  };
  // A sign that stands before a word, as a list mark, bracket or currency, goes with it.
  for (const std::size_t cut : cuts) {
    const auto gap = between(cut);
    const auto space = gap.find(' ');
    add(space == std::string_view::npos ? tokens[cut].begin : tokens[cut - 1].end + space + 1);
  }
  add(run.size());
  return out;
}

}  // namespace resumax::parse
