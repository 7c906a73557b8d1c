#include <resumax/parse/label_bands.hpp>

#include <resumax/parse/cell_rows.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace resumax::parse {
namespace {

using Cells = std::vector<int>;

class Bands {
 public:
  Bands(const std::vector<Cell>& all, const std::vector<Cells>& groups, const Cells& content)
      : all_(all), groups_(groups), rows_(rows_of(all, content)) {}

  std::vector<double> tops() const {
    std::vector<double> at_lines, between;
    for (const Cells& group : groups_)
      at_lines.push_back(cell(group.front()).baseline - 0.5 * static_cast<double>(cell(group.front()).size));
    between = at_lines;
    for (std::size_t g = 1; g < groups_.size(); ++g) between[g] = widest_white(g, at_lines[g]);
    if (groups_.size() < 2) return at_lines;
    const bool most = fit_the_middle(between);
    std::vector<double> out = at_lines;
    if (most || stands_off(0)) out[0] = mirrored_top(between[1]);
    for (std::size_t g = 1; g < groups_.size(); ++g)
      if (most || (stands_off(g) && fit(between, g) == Fit::middle)) out[g] = between[g];
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  const Cell& cell(int i) const { return all_[static_cast<std::size_t>(i)]; }
  double middle(const Cells& group) const { return (cell(group.front()).baseline + cell(group.back()).baseline) / 2; }

  /// The first row at or below y.
  std::size_t row_from(double y) const {
    const auto found = std::lower_bound(rows_.begin(), rows_.end(), y,
                                        [](const CellRow& row, double at) { return row.baseline < at; });
    return static_cast<std::size_t>(found - rows_.begin());
  }

  /// Whether no line of text stands on the line of a label.
  bool stands_off(std::size_t g) const {
    const Cell& label = cell(groups_[g].front());
    const double reach = 0.3 * std::max(size_of(label), size_of(cell(rows_.front().cells.front())));
    const std::size_t row = row_from(label.baseline - reach);
    return row >= rows_.size() || rows_[row].baseline > label.baseline + reach;
  }

  enum class Fit : std::uint8_t { none, first, middle };
  /// Where a label stands in the block that begins at its top.
  Fit fit(const std::vector<double>& tops, std::size_t g) const {
    const std::size_t begin = row_from(tops[g]);
    const std::size_t end = g + 1 == groups_.size() ? rows_.size() : row_from(tops[g + 1]);
    if (begin >= end) return Fit::none;
    const double low = rows_[begin].baseline, high = rows_[end - 1].baseline;
    const double size = size_of(cell(groups_[g].front()));
    if (std::abs(cell(groups_[g].front()).baseline - low) < 0.5 * size) return Fit::first;
    return std::abs(middle(groups_[g]) - (low + high) / 2) < 0.7 * size ? Fit::middle : Fit::none;
  }

  /// Whether more labels stand in the middle of the blocks that begin at `tops` than on their first lines.
  bool fit_the_middle(const std::vector<double>& tops) const {
    std::size_t first = 0, centre = 0;
    for (std::size_t g = 1; g < groups_.size(); ++g) {
      const Fit found = fit(tops, g);
      first += found == Fit::first ? 1U : 0U;
      centre += found == Fit::middle ? 1U : 0U;
    }
    return centre > first && centre * 2 >= groups_.size();
  }

  /// The widest white between a label and the one above it.
  double widest_white(std::size_t g, double top) const {
    const double from = cell(groups_[g - 1].back()).baseline - 4, to = cell(groups_[g].front()).baseline + 4;
    double widest = 0;
    for (std::size_t r = row_from(from) + 1; r < rows_.size() && rows_[r].baseline <= to; ++r) {
      const double above = rows_[r - 1].baseline, below = rows_[r].baseline;
      if (below - above <= widest) continue;
      widest = below - above;
      top = (above + below) / 2;
    }
    return top;
  }

  /// The first label is as far from the top of its band as from the end.
  double mirrored_top(double end) const {
    const double centre = middle(groups_.front());
    return std::min(centre, 2 * centre - end) - 0.5 * size_of(cell(groups_.front().front()));
  }

  const std::vector<Cell>& all_;
  const std::vector<Cells>& groups_;
  const std::vector<CellRow> rows_;
};

}  // namespace

std::vector<double> band_tops(const std::vector<Cell>& all, const std::vector<std::vector<int>>& groups,
                              const std::vector<int>& content) {
  return groups.empty() || content.empty() ? std::vector<double>(groups.size(), -1e9)
                                           : Bands(all, groups, content).tops();
}

}  // namespace resumax::parse
