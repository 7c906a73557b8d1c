#include <resumax/optimize/questions.hpp>

#include <resumax/embedded/questions.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace resumax::optimize {

namespace {

constexpr std::array<std::string_view, 5> names = {"required", "preferred", "nearest", "number", "also"};

std::string_view words_of(std::string_view name, std::string_view language) {
  for (const std::string_view line : text::split_lines(embedded::questions())) {
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (line.starts_with('#') || second == std::string_view::npos) continue;
    if (line.substr(0, first) == name && line.substr(first + 1, second - first - 1) == language)
      return line.substr(second + 1);
  }
  return {};
}

std::map<std::string, CountWords, std::less<>> read_count_words() {
  constexpr std::array<std::pair<std::string_view, std::set<std::string, std::less<>> CountWords::*>, 4> lists = {
      {{"change", &CountWords::change},
       {"amount", &CountWords::amount},
       {"object", &CountWords::object},
       {"measure", &CountWords::measure}}};
  std::map<std::string, CountWords, std::less<>> out;
  for (const std::string_view line : text::split_lines(embedded::questions())) {
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (line.starts_with('#') || second == std::string_view::npos) continue;
    const auto list =
        std::find_if(lists.begin(), lists.end(), [&](const auto& each) { return each.first == line.substr(0, first); });
    if (list == lists.end()) continue;
    CountWords& words = out[std::string(line.substr(first + 1, second - first - 1))];
    for (std::size_t begin = second + 1; begin <= line.size();) {
      const std::size_t end = std::min(line.find('|', begin), line.size());
      const std::string word = text::fold(line.substr(begin, end - begin));
      if (word.starts_with('-'))
        words.endings.push_back(word.substr(1));
      else
        (words.*list->second).insert(word);
      begin = end + 1;
    }
  }
  return out;
}

}  // namespace

const CountWords* count_words(std::string_view language) {
  static const auto all = read_count_words();
  const auto found = all.find(language.substr(0, 2));
  return found == all.end() ? nullptr : &found->second;
}

std::string question(Question kind, std::string_view language, std::string_view what) {
  const std::string_view name = names.at(static_cast<std::size_t>(kind));
  std::string_view words = words_of(name, language.substr(0, 2));
  if (words.empty()) words = words_of(name, "en");
  const std::size_t gap = words.find("{}");
  return std::string(words.substr(0, gap)) + std::string(what) + std::string(words.substr(gap + 2));
}

}  // namespace resumax::optimize
