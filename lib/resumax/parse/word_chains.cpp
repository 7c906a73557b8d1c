#include <resumax/parse/word_chains.hpp>

#include <resumax/parse/split.hpp>
#include <resumax/parse/word_marks.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace resumax::parse {
namespace {

using document::Word;

double height(const Word& word) { return std::max(1.0, word.box.y1 - word.box.y0); }

double overlap(double a0, double a1, double b0, double b1) {
  return (std::min(a1, b1) - std::max(a0, b0)) / std::max(1.0, std::min(a1 - a0, b1 - b0));
}

bool is_disc(const std::string& text) { return text == "•" || text == "●" || text == "▪" || text == "■"; }

/// Strings words into chains: a word goes to the chain that ends just left of it on the same line. Chains are found
/// through buckets of a few points of height, so that the work stays proportional to the words.
class Stringer {
 public:
  /// `dashes`: those that something stands right of, as the end of a range that wraps: no list marks.
  Stringer(std::vector<Chain>& chains, bool right_to_left, const std::set<const Word*>& dashes)
      : chains_(chains), dashes_(dashes), right_to_left_(right_to_left) {}

  void add(const Word& word) {
    const int best = find(word);
    if (best < 0) {
      chains_.push_back({{&word}, word.box.x1, word.box.y0, word.box.y1, is_marker(word.text)});
      enter(static_cast<int>(chains_.size()) - 1);
      return;
    }
    Chain& chain = chains_[static_cast<std::size_t>(best)];
    chain.words.push_back(&word);
    chain.x1 = std::max(chain.x1, word.box.x1);
    if (chain.marker_only) {
      chain.y0 = word.box.y0;
      chain.y1 = word.box.y1;
      chain.marker_only = is_marker(word.text);
      enter(best);
    }
  }

 private:
  static constexpr double bucket_ = 6.0;

  static int key(double y) { return static_cast<int>(std::floor(y / bucket_)); }
  void enter(int chain) {
    const Chain& c = chains_[static_cast<std::size_t>(chain)];
    open_[key((c.y0 + c.y1) / 2)].push_back(chain);
  }
  int find(const Word& word) {
    const double middle = (word.box.y0 + word.box.y1) / 2;
    const int reach = 1 + static_cast<int>(height(word) / 2 / bucket_);
    int best = -1;
    double best_overlap = 0.5;
    for (int k = key(middle) - std::min(reach, 8); k <= key(middle) + std::min(reach, 8); ++k) {
      const auto found = open_.find(k);
      if (found == open_.end()) continue;
      auto& list = found->second;
      std::erase_if(list, [&](int i) { return closed(chains_[static_cast<std::size_t>(i)], word); });
      for (int i : list) consider(i, word, best, best_overlap);
    }
    return best;
  }
  static bool closed(const Chain& chain, const Word& word) { return word.box.x0 - chain.x1 > 120; }
  /// Whether a mark opens an item beside the text before it.
  bool opens_column(const Chain& chain, const Word& word) const {
    if (right_to_left_) return chain.words.size() > 1 && is_disc(chain.words.back()->text);
    return !chain.marker_only && is_disc(word.text);
  }
  void consider(int i, const Word& word, int& best, double& best_overlap) const {
    const Chain& chain = chains_[static_cast<std::size_t>(i)];
    const double size = std::max(em(word), em(*chain.words.back()));
    const double gap = word.box.x0 - chain.x1;
    const bool marks = right_to_left_ ? is_marker(word.text) && !dashes_.contains(&word) : chain.marker_only;
    const double least = std::min(em(word), em(*chain.words.back()));
    if (size > 1.7 * least && gap > 0.6 * least && !marks) return;  // a name beside small print
    if (gap > 0.5 * size && opens_column(chain, word)) return;
    const double spacing = std::min(letter_spacing(word), letter_spacing(*chain.words.back()));
    const double limit = marks ? 4.5 * size : 0.95 * size + 2 * spacing;
    if (gap > limit || gap < -0.6 * size) return;
    const double shared = overlap(chain.y0, chain.y1, word.box.y0, word.box.y1);
    if (shared > best_overlap + 0.01) {
      best = i;
      best_overlap = shared;
    }
  }

  std::vector<Chain>& chains_;
  const std::set<const Word*>& dashes_;
  const bool right_to_left_;
  std::unordered_map<int, std::vector<int>> open_;
};

/// Dashes with a word close at their right, of words sorted by x.
std::set<const Word*> led_dashes(const std::vector<const Word*>& words) {
  std::set<const Word*> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& dash = *words[i];
    if (dash.text != "-" && dash.text != "–" && dash.text != "—") continue;
    const double reach = dash.box.x1 + 0.5 * em(dash);
    for (std::size_t k = i + 1; k < words.size() && words[k]->box.x0 <= reach && k < i + 200; ++k)
      if (words[k]->box.x0 >= dash.box.x1 - 1 &&
          overlap(dash.box.y0, dash.box.y1, words[k]->box.y0, words[k]->box.y1) > 0.5)
        out.insert(&dash);
  }
  return out;
}

}  // namespace

double em(const Word& word) { return word.size > 0 ? static_cast<double>(word.size) : height(word) * 0.8; }

bool is_blank_box(const Box& box) { return !(box.x1 > box.x0) || !(box.y1 > box.y0); }

double letter_spacing(const Word& word) {
  const std::size_t length = text::length(word.text);
  if (length < 3 || !all_caps(word.text)) return 0;
  const double advance = (word.box.x1 - word.box.x0) / static_cast<double>(length);
  return advance > 0.74 * em(word) ? advance - 0.62 * em(word) : 0;
}

std::vector<Chain> string_words(const document::Page& page, bool right_to_left) {
  std::vector<const Word*> words;
  for (const Word& word : page.words)
    if (word.rotation == 0 && !word.text.empty() && !is_blank_box(word.box)) words.push_back(&word);
  std::stable_sort(words.begin(), words.end(), [](const Word* a, const Word* b) { return a->box.x0 < b->box.x0; });
  std::vector<Chain> chains;
  const std::set<const Word*> dashes = right_to_left ? led_dashes(words) : std::set<const Word*>{};
  Stringer stringer(chains, right_to_left, dashes);
  for (const Word* word : words) stringer.add(*word);
  return chains;
}

}  // namespace resumax::parse
