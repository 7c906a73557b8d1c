#include <resumax/parse/baselines.hpp>

#include <algorithm>
#include <utility>

namespace resumax::parse {
namespace {

using document::Word;

/// Of a box's height, for the most fonts.
constexpr double usual_drop = 0.22;

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

Baselines::Baselines(const std::vector<std::vector<const Word*>>& lines) {
  std::map<std::uint16_t, std::pair<std::size_t, double>> fonts;  // bytes, and the usual drop over the size
  std::map<std::pair<std::uint16_t, std::uint16_t>, std::vector<double>> steps;
  for (const auto& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i) {
      const Word& word = *line[i];
      if (!(word.size > 0)) continue;
      auto& [bytes, drop] = fonts[word.font];
      bytes += word.text.size();
      drop = usual_drop * (word.box.y1 - word.box.y0) / static_cast<double>(word.size);
      if (i == 0 || line[i - 1]->font == word.font || line[i - 1]->size != word.size) continue;
      const double step = (word.box.y1 - line[i - 1]->box.y1) / static_cast<double>(word.size);
      steps[{line[i - 1]->font, word.font}].push_back(step);
      steps[{word.font, line[i - 1]->font}].push_back(-step);
    }
  if (steps.empty()) return;
  std::map<std::uint16_t, std::vector<std::pair<std::uint16_t, double>>> neighbours;
  for (auto& [pair, values] : steps) neighbours[pair.first].push_back({pair.second, median(values)});
  std::vector<std::pair<std::size_t, std::uint16_t>> ranked;
  for (const auto& [font, use] : fonts) ranked.push_back({use.first, font});
  std::sort(ranked.rbegin(), ranked.rend());
  for (const auto& [bytes, font] : ranked) {
    if (drops_.contains(font)) continue;
    drops_[font] = fonts[font].second;
    std::vector<std::uint16_t> open{font};
    while (!open.empty()) {
      const std::uint16_t from = open.back();
      open.pop_back();
      for (const auto& [to, step] : neighbours[from])
        if (drops_.try_emplace(to, drops_[from] + step).second) open.push_back(to);
    }
  }
}

double Baselines::of(const Word& word) const {
  const auto found = drops_.find(word.font);
  if (found == drops_.end() || !(word.size > 0))
    return word.box.y1 - usual_drop * std::max(1.0, word.box.y1 - word.box.y0);
  return word.box.y1 - found->second * static_cast<double>(word.size);
}

}  // namespace resumax::parse
