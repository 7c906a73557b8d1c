#include <resumax/optimize/questions.hpp>

#include <resumax/embedded/questions.hpp>
#include <resumax/text/unicode.hpp>

#include <array>

namespace resumax::optimize {

namespace {

constexpr std::array<std::string_view, 4> names = {"required", "preferred", "nearest", "number"};

std::string_view words_of(std::string_view name, std::string_view language) {
  for (const std::string_view line : text::split_lines(embedded::questions())) {
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (line.starts_with('#') || second == std::string_view::npos) continue;
    if (line.substr(0, first) == name && line.substr(first + 1, second - first - 1) == language)
      return line.substr(second + 1);
  }
  return {};
}

}  // namespace

std::string question(Question kind, std::string_view language, std::string_view what) {
  const std::string_view name = names.at(static_cast<std::size_t>(kind));
  std::string_view words = words_of(name, language.substr(0, 2));
  if (words.empty()) words = words_of(name, "en");
  const std::size_t gap = words.find("{}");
  return std::string(words.substr(0, gap)) + std::string(what) + std::string(words.substr(gap + 2));
}

}  // namespace resumax::optimize
