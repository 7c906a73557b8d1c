#include <resumax/parse/chain_edges.hpp>

#include <resumax/parse/word_marks.hpp>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace resumax::parse {
namespace {

using document::Word;

/// Between most words of a line: wide where it is justified. 0 for one or two words.
double usual_gap(const std::vector<const Word*>& words) {
  if (words.size() < 3) return 0;
  std::vector<double> gaps;
  for (std::size_t i = 1; i < words.size(); ++i) gaps.push_back(words[i]->box.x0 - words[i - 1]->box.x1);
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>((gaps.size() - 1) / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle;
}

/// The words of a line that stand after blanks wider than others of it, from the right.
std::vector<std::size_t> wide_gaps(const std::vector<const Word*>& words) {
  std::vector<std::size_t> out;
  const double usual = usual_gap(words);
  for (std::size_t i = words.size(); i-- > 1;) {
    const double gap = words[i]->box.x0 - words[i - 1]->box.x1;
    if (gap >= 0.55 * std::max(em(*words[i - 1]), em(*words[i])) && gap >= 1.5 * usual &&
        !is_marker(words[i - 1]->text) && !is_marker(words[i]->text))
      out.push_back(i);
  }
  return out;
}

}  // namespace

void cut_at_edges(std::vector<Chain>& chains, bool right_to_left) {
  const auto start = [&](const Word& word) { return std::lround(right_to_left ? word.box.x1 : word.box.x0); };
  const auto after_gap = [&](const Chain& chain, std::size_t i) -> const Word& {
    return *chain.words[right_to_left ? i - 1 : i];
  };
  struct Edge {
    int starts = 0, gaps = 0;
  };
  std::unordered_map<long, Edge> edges;
  std::vector<std::vector<std::size_t>> gaps;
  for (const Chain& chain : chains) {
    if (!chain.marker_only) ++edges[start(right_to_left ? *chain.words.back() : *chain.words.front())].starts;
    gaps.push_back(wide_gaps(chain.words));
    for (std::size_t i : gaps.back()) ++edges[start(after_gap(chain, i))].gaps;
  }
  const auto shared = [&](const Word& word) {
    Edge all;
    for (long near = -1; near <= 1; ++near)
      if (const auto found = edges.find(start(word) + near); found != edges.end())
        all = {all.starts + found->second.starts, all.gaps + found->second.gaps};
    return all.starts >= 2 && all.starts + all.gaps >= 3;
  };
  for (std::size_t c = 0; c < gaps.size(); ++c)
    for (std::size_t i : gaps[c]) {
      if (!shared(after_gap(chains[c], i))) continue;
      Chain rest{{}, chains[c].x1, chains[c].y0, chains[c].y1, false};
      rest.words.assign(chains[c].words.begin() + static_cast<std::ptrdiff_t>(i), chains[c].words.end());
      chains[c].words.resize(i);
      chains[c].x1 = chains[c].words.back()->box.x1;
      chains.push_back(std::move(rest));
    }
}

}  // namespace resumax::parse
