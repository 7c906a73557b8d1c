#include <resumax/parse/page_order.hpp>

#include <resumax/parse/gutter.hpp>
#include <resumax/parse/label_bands.hpp>
#include <resumax/parse/wrapped_dates.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::parse {
namespace {

using Cells = std::vector<int>;

class Cutter {
 public:
  Cutter(std::vector<Cell>& cells, bool right_to_left, double page_height, int& next_band)
      : cells_(cells), right_to_left_(right_to_left), page_height_(page_height), next_band_(next_band) {}

  std::vector<Strip> run() {
    Cells all(cells_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<int>(i);
    open_strip(false);
    cut(all, 0, true, edges_of(all));
    std::erase_if(strips_, [](const Strip& strip) { return strip.rows.empty(); });
    for (Strip& strip : strips_) strip.box = box_of(strip);
    return std::move(strips_);
  }

 private:
  const Cell& cell(int i) const { return cells_[static_cast<std::size_t>(i)]; }

  void open_strip(bool column) {
    strips_.emplace_back();
    strips_.back().column = column;
  }

  Box box_of(const Strip& strip) const {
    Box box{1e9, 1e9, -1e9, -1e9};
    for (const PrintedRow& row : strip.rows)
      for (int i : row.cells) {
        const Box& b = cell(i).box;
        box = {std::min(box.x0, b.x0), std::min(box.y0, b.y0), std::max(box.x1, b.x1), std::max(box.y1, b.y1)};
      }
    return box;
  }

  /// Edges of the column that cells stand in: where its lines start, and where they wrap.
  struct Edges {
    double start = 1e9, limit = -1e9;
  };

  Edges edges_of(const Cells& cells) const {
    Edges edges;
    for (int i : cells) {
      edges.start = std::min(edges.start, cell(i).box.x0);
      edges.limit = std::max(edges.limit, cell(i).box.x1);
    }
    return edges;
  }

  /// `may_open`: whether columns found here are columns of the page, not of a list inside a section.
  void cut(const Cells& cells, int depth, bool may_open, const Edges& edges) {
    if (cells.empty()) return;
    const std::vector<CellRow> rows = rows_of(cells_, cells);
    if (depth < 24 && rows.size() >= 3) {
      if (auto gutter = find_gutter(cells_, rows, right_to_left_, page_height_)) {
        split(rows, *gutter, depth, may_open, edges);
        return;
      }
    }
    emit(rows, edges);
  }

  static Cells gather(const std::vector<CellRow>& rows, std::size_t begin, std::size_t end) {
    Cells out;
    for (std::size_t r = begin; r < end; ++r) out.insert(out.end(), rows[r].cells.begin(), rows[r].cells.end());
    return out;
  }

  void split(const std::vector<CellRow>& rows, const Gutter& gutter, int depth, bool may_open, const Edges& edges) {
    cut(gather(rows, 0, gutter.begin), depth + 1, may_open, edges);
    Cells left, right;
    for (int i : gather(rows, gutter.begin, gutter.end)) (cell(i).box.x0 < gutter.x ? left : right).push_back(i);
    const Cells& first = right_to_left_ ? right : left;
    const Cells& second = right_to_left_ ? left : right;
    switch (gutter.kind) {
      case GutterKind::columns: {
        const bool opens = may_open && gutter.major;
        if (opens) open_strip(true);
        mark_first_ = true;
        cut(first, depth + 1, false, edges_of(first));
        if (opens) open_strip(true);
        mark_first_ = true;
        cut(second, depth + 1, false, edges_of(second));
        if (opens) open_strip(false);
        mark_first_ = true;
        break;
      }
      case GutterKind::labels:
        bands(first, second, depth);
        break;
      case GutterKind::margin:
        margin(first, second, edges);
        break;
    }
    cut(gather(rows, gutter.end, rows.size()), depth + 1, may_open, edges);
  }

  /// A label column: each group of labels heads the rows of the other side down to the next group.
  void bands(const Cells& labels, const Cells& content, int depth) {
    const std::vector<Cells> groups = label_groups(cells_, labels, content, right_to_left_, true);
    const std::vector<double> tops = band_tops(cells_, groups, content);
    const Edges edges = edges_of(content);
    std::size_t at = 0;
    const auto take_above = [&](double baseline) {
      Cells part;
      for (; at < content.size() && cell(content[at]).baseline < baseline; ++at) part.push_back(content[at]);
      return part;
    };
    for (std::size_t g = 0; g < groups.size(); ++g) {
      cut(take_above(tops[g]), depth + 1, false, edges);
      band_ = next_band_++;
      label_ = mark_first_ = true;
      const Cells label = with_whole_dates(groups[g]);
      emit(rows_of(cells_, label), edges_of(label));
      label_ = false;
      mark_first_ = true;
    }
    cut(Cells(content.begin() + static_cast<std::ptrdiff_t>(at), content.end()), depth + 1, false, edges);
    band_ = -1;
    mark_first_ = true;
  }

  /// A date that wraps inside its label is one cell.
  Cells with_whole_dates(const Cells& group) {
    if (group.size() > 1 && is_date(text_of(cells_, group))) {  // though no two of its lines are one
      for (std::size_t i = 1; i < group.size(); ++i)
        append_cell(cells_[static_cast<std::size_t>(group[0])], cell(group[i]), ' ');
      return {group[0]};
    }
    Cells out;
    for (int i : group) {
      if (out.empty() || !goes_on_as_date(cell(out.back()).text, cell(i).text)) {
        out.push_back(i);
        continue;
      }
      Cell& first = cells_[static_cast<std::size_t>(out.back())];
      const Box row = first.box;
      append_cell(first, cell(i), ' ');
      first.box.y0 = row.y0;
      first.box.y1 = row.y1;
    }
    return out;
  }

  /// The baseline of the row that a cell set a little off it belongs to.
  double on_row(const Cell& aside, const Cells& content) const {
    double nearest = 0.8 * size_of(aside), out = aside.baseline;
    const auto below = std::lower_bound(content.begin(), content.end(), aside.baseline,
                                        [&](int i, double baseline) { return cell(i).baseline < baseline; });
    const auto take = [&](int i) {
      const double distance = std::abs(cell(i).baseline - aside.baseline);
      if (distance < nearest) nearest = distance, out = cell(i).baseline;
    };
    if (below != content.begin()) take(*(below - 1));
    if (below != content.end()) take(*below);
    return out;
  }

  /// A narrow column at the end edge (dates): what wraps inside it goes to the row where it starts.
  void margin(const Cells& content, const Cells& asides, const Edges& edges) {
    Cells kept = content;
    for (const Cells& group : label_groups(cells_, asides, content, right_to_left_, false)) {
      Cell& first = cells_[static_cast<std::size_t>(group[0])];
      const Box row = first.box;
      for (std::size_t i = 1; i < group.size(); ++i)
        append_cell(first, cell(group[i]), goes_on_as_date(first.text, cell(group[i]).text) ? ' ' : '\t');
      first.box.y0 = row.y0;
      first.box.y1 = row.y1;
      first.baseline = on_row(first, content);
      kept.push_back(group[0]);
    }
    std::sort(kept.begin(), kept.end(), [&](int a, int b) {
      return cell(a).baseline != cell(b).baseline ? cell(a).baseline < cell(b).baseline : a < b;
    });
    emit(rows_of(cells_, kept), edges);
  }

  /// What stands beside much larger print, a name, is a line of its own.
  std::vector<CellRow> parted_by_size(const std::vector<CellRow>& rows) const {
    std::vector<CellRow> out;
    for (const CellRow& row : rows) {
      CellRow large{{}, row.baseline}, small{{}, row.baseline};
      double most = 0;
      for (int i : row.cells) most = std::max(most, size_of(cell(i)));
      for (int i : row.cells) (size_of(cell(i)) * 1.7 > most ? large : small).cells.push_back(i);
      out.push_back(std::move(large));
      if (!small.cells.empty()) out.push_back(std::move(small));
    }
    return out;
  }

  void emit(const std::vector<CellRow>& rows, const Edges& edges) {
    for (const CellRow& row : parted_by_size(rows)) {
      PrintedRow out;
      out.cells = row.cells;
      std::sort(out.cells.begin(), out.cells.end(), [&](int a, int b) {
        return right_to_left_ ? cell(a).box.x1 > cell(b).box.x1 : cell(a).box.x0 < cell(b).box.x0;
      });
      out.band = band_;
      out.label = label_;
      out.first = std::exchange(mark_first_, false);
      out.start = edges.start;
      out.limit = edges.limit;
      strips_.back().rows.push_back(std::move(out));
    }
  }

  std::vector<Cell>& cells_;
  const bool right_to_left_;
  const double page_height_;
  int& next_band_;
  std::vector<Strip> strips_;
  int band_ = -1;
  bool label_ = false, mark_first_ = true;
};

/// Rows cut apart by bands above and below share the edges of their column.
void share_edges(Strip& strip) {
  double start = 1e9, limit = -1e9;
  for (const PrintedRow& row : strip.rows)
    if (!row.label) start = std::min(start, row.start), limit = std::max(limit, row.limit);
  for (PrintedRow& row : strip.rows) {
    if (row.label) continue;
    if (std::abs(row.limit - limit) < 0.35 * (limit - start)) row.limit = limit;
    if (std::abs(row.start - start) < 0.35 * (limit - start)) row.start = start;
  }
}

}  // namespace

std::vector<Strip> page_order(std::vector<Cell>& cells, bool right_to_left, double page_height, int& next_band) {
  std::vector<Strip> strips = Cutter(cells, right_to_left, page_height, next_band).run();
  for (Strip& strip : strips) share_edges(strip);
  return strips;
}

}  // namespace resumax::parse
