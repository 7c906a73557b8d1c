#include <resumax/parse/page_rows.hpp>

#include <resumax/parse/vocabulary.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace resumax::parse {
namespace {

/// How far list items are set in, in ems.
constexpr double list_indent = 2;

}  // namespace

PageRows::PageRows(const std::vector<Cell>& all, const std::vector<CellRow>& rows, bool right_to_left)
    : all_(all), rows_(rows), right_to_left_(right_to_left) {
  double sum = 0;
  std::size_t count = 0;
  for (const CellRow& row : rows)
    for (int i : row.cells) sum += size_of(cell(i)), ++count;
  em_ = count ? sum / static_cast<double>(count) : 10;
}

std::pair<Side, Side> PageRows::sides(double x, std::size_t begin, std::size_t end) const {
  Side left, right;
  for (std::size_t r = begin; r < end; ++r)
    for (int i : rows_[r].cells) {
      Side& side = cell(i).box.x0 < x ? left : right;
      side.cells.push_back(i);
      side.x0 = std::min(side.x0, cell(i).box.x0);
      side.x1 = std::max(side.x1, cell(i).box.x1);
      side.bytes += cell(i).text.size();
    }
  return {left, right};
}

double PageRows::nearest(const Cell& c, const Side& side) const {
  const auto below = std::lower_bound(side.cells.begin(), side.cells.end(), c.baseline,
                                      [&](int i, double baseline) { return cell(i).baseline < baseline; });
  double distance = 1e9;
  if (below != side.cells.end()) distance = cell(*below).baseline - c.baseline;
  if (below != side.cells.begin()) distance = std::min(distance, c.baseline - cell(*(below - 1)).baseline);
  return distance;
}

bool PageRows::is_heading(const Cell& c) const {
  if (c.segments.empty() || c.bullet || c.text.size() > 60) return false;
  const Look& look = c.segments.front().look;
  return (look.bold || look.caps || static_cast<double>(look.size) > 1.1 * em_) &&
         Vocabulary::get().heading(c.text).has_value();
}

bool PageRows::has_heading(const Side& side) const {
  return std::any_of(side.cells.begin(), side.cells.end(), [&](int i) { return is_heading(cell(i)); });
}

bool PageRows::has_heading_like(const Cell& heading, const Side& side) const {
  return std::any_of(side.cells.begin(), side.cells.end(),
                     [&](int i) { return is_heading(cell(i)) && size_of(cell(i)) > 0.9 * size_of(heading); });
}

double PageRows::aligned(const Side& side, const Side& other) const {
  std::size_t hits = 0, at = 0;
  for (int i : side.cells) {
    const double size = std::max(size_of(cell(i)), em_);
    const double tolerance = (size > 1.3 * em_ ? 0.5 : 0.3) * size;
    while (at < other.cells.size() && cell(other.cells[at]).baseline < cell(i).baseline - tolerance) ++at;
    if (at < other.cells.size() && cell(other.cells[at]).baseline <= cell(i).baseline + tolerance) ++hits;
  }
  return side.cells.empty() ? 0 : static_cast<double>(hits) / static_cast<double>(side.cells.size());
}

bool PageRows::wraps(const Side& side) const {
  for (std::size_t i = 1; i < side.cells.size(); ++i)
    if (cell(side.cells[i]).baseline - cell(side.cells[i - 1]).baseline < 1.4 * size_of(cell(side.cells[i])))
      return true;
  return false;
}

bool PageRows::prose(const Side& side) const {
  std::size_t words = 0;
  for (int i : side.cells)
    words += 1 + static_cast<std::size_t>(std::count(cell(i).text.begin(), cell(i).text.end(), ' '));
  return words > side.cells.size() * 5;
}

double PageRows::flush(const Side& side, double x, std::size_t begin, std::size_t end, double ems) const {
  std::size_t rows = 0, hits = 0;
  const double edge = right_to_left_ ? -side.x1 : side.x0;
  for (std::size_t r = begin; r < end; ++r) {
    double start = 1e9;
    bool item = false;
    for (int i : rows_[r].cells) {
      if ((cell(i).box.x0 >= x) == right_to_left_) continue;
      const double at = right_to_left_ ? -cell(i).box.x1 : cell(i).box.x0;
      if (at < start) start = at, item = cell(i).bullet;
    }
    if (start > 1e8) continue;
    ++rows;
    if (std::abs(start - edge) < (item ? ems + list_indent : ems) * em_) ++hits;
  }
  return rows == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(rows);
}

bool PageRows::leans_on_gutter(const Side& side) const {
  std::map<long, int> begins;
  std::size_t flush = 0;
  for (int i : side.cells) {
    const Box& box = cell(i).box;
    ++begins[std::lround((right_to_left_ ? box.x1 : box.x0) / 3)];
    if (right_to_left_ ? box.x0 < side.x0 + 2 : box.x1 > side.x1 - 2) ++flush;
  }
  return flush * 10 >= side.cells.size() * 8 && begins.size() * 3 > side.cells.size();
}

double PageRows::beside_or_alone(const Side& side, const Side& other) const {
  std::size_t hits = 0, lines = 0;
  for (int i : side.cells) {
    const double distance = nearest(cell(i), other), size = size_of(cell(i));
    if (distance > 0.7 * size) continue;
    ++lines;
    if (distance < 0.3 * size) ++hits;
  }
  return lines < 2 ? 0 : static_cast<double>(hits) / static_cast<double>(lines);
}

}  // namespace resumax::parse
