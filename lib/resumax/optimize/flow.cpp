#include <resumax/optimize/flow.hpp>

#include <resumax/optimize/verbs.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::optimize {

namespace {

/// Small words that may well end a line: "logged in", "set up".
constexpr std::array<std::string_view, 14> particles = {"up",   "out", "off",  "down",    "in",   "on", "over",
                                                        "more", "it",  "them", "further", "away", "ab", "ein"};

bool opens_small(std::string_view line) {
  std::size_t at = 0;
  if (line.empty()) return false;
  const char32_t first = text::next_code_point(line, at);
  return text::is_letter(first) && text::lower(line.substr(0, at)) == line.substr(0, at) &&
         text::upper(line.substr(0, at)) != line.substr(0, at);
}

bool ends_sentence(std::string_view line) {
  return !line.empty() && std::string_view(".!?:;").find(line.back()) != std::string_view::npos;
}

}  // namespace

bool breaks_off(std::string_view line, std::string_view language) {
  if (line.empty()) return false;
  if (std::string_view(",-(&/").find(line.back()) != std::string_view::npos) return true;
  if (std::count(line.begin(), line.end(), '(') > std::count(line.begin(), line.end(), ')')) return true;
  if (ends_sentence(line)) return false;
  // The last words are enough.
  constexpr std::size_t enough = 96;
  if (line.size() > enough)
    if (const auto blank = line.find(' ', line.size() - enough); blank != std::string_view::npos)
      line.remove_prefix(blank + 1);
  const auto tokens = text::tokenize(line);
  if (tokens.size() < 2) return false;
  const std::string& last = tokens.back().folded;
  if (tokens.back().end != line.size() || std::find(particles.begin(), particles.end(), last) != particles.end())
    return false;
  // As written: "IT" and "OR" are names.
  const std::string_view written = line.substr(tokens.back().begin);
  return text::lower(written) == written && text::is_stop_word(last, language.empty() ? "en" : language);
}

std::vector<bool> continued(const std::vector<Text>& lines, std::string_view language) {
  std::vector<bool> out(lines.size(), false);
  const auto small = std::count_if(lines.begin(), lines.end(), [](const Text& t) { return opens_small(t.value); });
  const bool style = 5 * static_cast<std::size_t>(small) >= 4 * lines.size();
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string& before = lines[i - 1].value;
    out[i] = breaks_off(before, language);
    if (out[i] || style || !opens_small(lines[i].value) || ends_sentence(before)) continue;
    const auto tokens = text::tokenize(lines[i].value);
    out[i] = tokens.empty() || !read_verb(tokens.front().folded);
  }
  return out;
}

}  // namespace resumax::optimize
