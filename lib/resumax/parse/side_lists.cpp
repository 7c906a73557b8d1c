#include <resumax/parse/side_lists.hpp>

#include <resumax/parse/wrapped_dates.hpp>

#include <resumax/text/dates.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::parse {

bool SideLists::dates_and_items(const Side& start, const Side& finish) const {
  std::size_t dates = 0, items = 0;
  double indent = 1e9;
  for (int i : finish.cells) {
    const Cell& c = page_.cell(i);
    const double edge = page_.right_to_left() ? -c.box.x1 : c.box.x0;
    if (c.bullet) {
      ++items;
      indent = edge;
    } else if (is_date(c.text)) {
      Side one;
      one.cells = {i};
      if (page_.aligned(one, start) < 1) return false;
      ++dates;
      indent = 1e9;
    } else if (edge < indent - 2) {
      return false;
    }
  }
  return dates >= 1 && items >= 1;
}

bool SideLists::cut_to_items(Gutter& gutter) const {
  const auto edge = [&](int i) { return page_.right_to_left() ? -page_.cell(i).box.x1 : page_.cell(i).box.x0; };
  const auto first_of = [&](std::size_t r, bool left) -> const int* {
    const int* found = nullptr;
    for (const int& i : page_.rows()[r].cells)
      if ((page_.cell(i).box.x0 < gutter.x) == left && (!found || edge(i) < edge(*found))) found = &i;
    return found;
  };
  for (std::size_t r = gutter.begin; r < gutter.end; ++r) {
    const int *left = first_of(r, true), *right = first_of(r, false);
    if (!left || !right || !page_.cell(*left).bullet || !page_.cell(*right).bullet) continue;
    std::size_t end = r + 1;
    for (; end < gutter.end; ++end) {
      const int *a = first_of(end, true), *b = first_of(end, false);
      if ((a && edge(*a) < edge(*left) - 2) || (b && edge(*b) < edge(*right) - 2)) break;
    }
    gutter.begin = r;
    gutter.end = end;
    return true;
  }
  return false;
}

/// Whether each cell of one side stands beside one of the other and both sides look the same all the way down.
bool SideLists::is_table(const Side& left, const Side& right) const {
  if (left.cells.size() != right.cells.size() || (page_.prose(left) && page_.prose(right))) return false;
  const auto even = [&](const Side& side) {
    return std::all_of(side.cells.begin(), side.cells.end(), [&](int i) {
      const Cell& first = page_.cell(side.cells.front());
      return !page_.cell(i).bullet && !page_.cell(i).segments.empty() && !first.segments.empty() &&
             same_look(page_.cell(i).segments.front().look, first.segments.front().look);
    });
  };
  return even(left) && even(right) && page_.aligned(left, right) >= 1;
}

bool SideLists::siblings(double x, const Gutter& gutter) const {
  const auto [left, right] = page_.sides(x, gutter.begin, gutter.end);
  const std::size_t rows = gutter.end - gutter.begin;
  if (left.cells.size() < 2 || right.cells.size() < 2) return false;
  if (rows < 3 && !(left.cells.front() != right.cells.front() && page_.wraps(left) && page_.wraps(right))) return false;
  if (std::min(left.width(), right.width()) < 0.25 * std::max(left.width(), right.width())) return false;
  if (is_table(left, right)) return false;
  const Cell& a = page_.cell(left.cells.front());
  const Cell& b = page_.cell(right.cells.front());
  if (std::abs(a.baseline - b.baseline) > 0.4 * page_.em() || a.bullet != b.bullet) return false;
  if (a.segments.empty() || b.segments.empty() || !same_look(a.segments.front().look, b.segments.front().look))
    return false;
  if (page_.flush(page_.right_to_left() ? left : right, gutter.x, gutter.begin, gutter.end, 0.8) < 0.6) return false;
  const auto dated = [&](const Side& side) {
    return std::count_if(side.cells.begin(), side.cells.end(),
                         [&](int i) { return !text::find_dates(page_.cell(i).text).empty(); });
  };
  return dated(left) == dated(right);
}

}  // namespace resumax::parse
