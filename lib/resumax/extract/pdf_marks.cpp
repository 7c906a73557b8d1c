#include <resumax/extract/pdf_marks.hpp>

#include <resumax/text/bidi.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace resumax::extract {
namespace {

double size_of(const document::Word& word) {
  return word.size > 0 ? static_cast<double>(word.size) : 0.8 * (word.box.y1 - word.box.y0);
}

/// Words by height, for looking up those on a line.
class Lines {
 public:
  explicit Lines(const std::vector<document::Word>& words) : words_(words) {
    for (std::size_t i = 0; i < words.size(); ++i)
      if (words[i].rotation == 0) buckets_[key((words[i].box.y0 + words[i].box.y1) / 2)].push_back(i);
  }

  struct Neighbours {
    std::ptrdiff_t left = -1, right = -1;
    double left_gap = 1e9, right_gap = 1e9;
  };

  Neighbours around(const Box& mark) const {
    Neighbours out;
    const double y = (mark.y0 + mark.y1) / 2, x = (mark.x0 + mark.x1) / 2;
    for (int k = key(y) - 1; k <= key(y) + 1; ++k) {
      const auto found = buckets_.find(k);
      if (found == buckets_.end()) continue;
      for (const std::size_t i : found->second) {
        const Box& box = words_[i].box;
        if (y < box.y0 || y > box.y1) continue;
        if (box.x0 >= x && box.x0 - mark.x1 < out.right_gap)
          out.right = static_cast<std::ptrdiff_t>(i), out.right_gap = box.x0 - mark.x1;
        else if (box.x1 <= x && mark.x0 - box.x1 < out.left_gap)
          out.left = static_cast<std::ptrdiff_t>(i), out.left_gap = mark.x0 - box.x1;
        else if (box.x0 < x && box.x1 > x)
          out.left_gap = out.right_gap = -1e9;
      }
    }
    return out;
  }

 private:
  static int key(double y) { return static_cast<int>(std::floor(y / 12)); }
  const std::vector<document::Word>& words_;
  std::map<int, std::vector<std::size_t>> buckets_;
};

/// Shapes beside others of their kind are a scale, not list marks.
std::vector<Box> without_rows(std::vector<Box> shapes) {
  std::sort(shapes.begin(), shapes.end(), [](const Box& a, const Box& b) {
    return std::lround(a.y0) != std::lround(b.y0) ? a.y0 < b.y0 : a.x0 < b.x0;
  });
  std::vector<Box> out;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    const auto near = [&](std::size_t k) {
      const double gap = std::max(shapes[k].x0 - shapes[i].x1, shapes[i].x0 - shapes[k].x1);
      return std::abs(shapes[k].y0 - shapes[i].y0) < 1 && gap < 3 * (shapes[i].x1 - shapes[i].x0) && gap > -0.5;
    };
    if ((i > 0 && near(i - 1)) || (i + 1 < shapes.size() && near(i + 1))) continue;
    if (!out.empty() && out.back() == shapes[i]) continue;
    out.push_back(shapes[i]);
  }
  return out;
}

bool has_right_to_left(const document::Page& page) {
  return std::any_of(page.words.begin(), page.words.end(),
                     [](const document::Word& word) { return text::has_right_to_left(word.text); });
}

}  // namespace

void mark_words(std::vector<Box> shapes, document::Page& page) {
  if (shapes.empty() || page.words.empty()) return;
  const bool mixed = has_right_to_left(page);
  const Lines lines(page.words);
  std::map<std::size_t, Box> marks;
  for (const Box& shape : without_rows(std::move(shapes))) {
    const auto near = lines.around(shape);
    const bool at_end = mixed && near.left_gap < near.right_gap;
    const std::ptrdiff_t marked = at_end ? near.left : near.right;
    const double gap = at_end ? near.left_gap : near.right_gap;
    const double other = at_end ? near.right_gap : near.left_gap;
    if (marked < 0 || gap < 0) continue;
    const double em = size_of(page.words[static_cast<std::size_t>(marked)]), width = shape.x1 - shape.x0;
    if (width < 0.15 * em || width > 0.55 * em || gap > 2.2 * em || other < 0.5 * em) continue;
    marks.emplace(static_cast<std::size_t>(marked), shape);
  }
  std::vector<document::Word> words;
  words.reserve(page.words.size() + marks.size());
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    if (const auto found = marks.find(i); found != marks.end()) {
      document::Word mark = page.words[i];
      mark.text = "•";
      mark.box = found->second;
      mark.space_after = true;
      words.push_back(std::move(mark));
    }
    words.push_back(std::move(page.words[i]));
  }
  page.words = std::move(words);
}

}  // namespace resumax::extract
