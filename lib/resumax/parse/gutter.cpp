#include <resumax/parse/gutter.hpp>

#include <resumax/parse/contact.hpp>
#include <resumax/parse/label_column.hpp>
#include <resumax/parse/page_rows.hpp>
#include <resumax/parse/side_lists.hpp>
#include <resumax/parse/wrapped_dates.hpp>

#include <resumax/text/dates.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace resumax::parse {
namespace {

/// More headings side by side than a page has, below one another.
constexpr std::size_t most_pairs = 8;

/// How far, in ems, lines beside labels may be set in.
constexpr double label_reach = 3.5;

class Finder {
 public:
  Finder(const std::vector<Cell>& all, const std::vector<CellRow>& rows, bool right_to_left, double page_height)
      : page_(all, rows, right_to_left), labels_(page_), lists_(page_), page_height_(page_height) {}

  std::optional<Gutter> best() {
    std::optional<Gutter> chosen;
    double chosen_score = 0;
    // Labels may stand closer to what they head than columns to each other.
    for (const double ems : {0.8, 0.6}) {
      gap_ = ems * page_.em();
      for (double x : candidates())
        for (const auto& [begin, end] : runs(x)) {
          double width = 0;
          auto gutter = judge(x, begin, end, width);
          if (!gutter || (ems < 0.8 && gutter->kind != GutterKind::labels)) continue;
          const double score =
              height(gutter->begin, gutter->end - 1) * (1 + std::min(width, 20.0) / 400) * (gutter->sections ? 1.5 : 1);
          if (score > chosen_score) {
            chosen = gutter;
            chosen_score = score;
          }
        }
    }
    return chosen;
  }

 private:
  /// Where the end side may begin: edges that several cells share.
  std::vector<double> candidates() const {
    std::map<long, int> edges;
    for (const CellRow& row : page_.rows())
      for (int i : row.cells) ++edges[std::lround(page_.right_to_left() ? page_.cell(i).box.x1 : page_.cell(i).box.x0)];
    std::vector<std::pair<int, long>> ranked;
    for (const auto& [edge, count] : edges) {
      int near = 0;
      for (long step = 0; step <= 36; ++step) {
        const auto inset = edges.find(page_.right_to_left() ? edge - step : edge + step);
        if (inset != edges.end()) near += inset->second;
      }
      if (near >= 2) ranked.push_back({-near, edge});
    }
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > 60) ranked.resize(60);
    std::vector<double> out;
    for (const auto& [count, edge] : ranked)
      out.push_back(page_.right_to_left() ? static_cast<double>(edge) + gap_ + 1.1 : static_cast<double>(edge) - 0.6);
    return out;
  }

  /// Rows that keep the strip at the left of x white, as long runs with something at both sides of it.
  std::vector<std::pair<std::size_t, std::size_t>> runs(double x) const {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    std::size_t begin = 0;
    for (std::size_t r = 0; r <= page_.rows().size(); ++r) {
      if (r < page_.rows().size() && !crosses(page_.rows()[r], x)) continue;
      if (r - begin >= 2) {
        out.push_back({begin, r});
        cut_at_headings(x, begin, r, out);
        std::size_t pairs = 0;
        for (std::size_t twin = begin + 1; twin < r && pairs < most_pairs; ++twin)
          if (names_both(page_.rows()[twin], x)) out.push_back({twin, r}), ++pairs;
      }
      begin = r + 1;
    }
    return out;
  }

  /// The parts of a run between rows that stand alone at the start side after white space: headings of other lists.
  void cut_at_headings(double x, std::size_t begin, std::size_t end,
                       std::vector<std::pair<std::size_t, std::size_t>>& out) const {
    std::size_t first = begin;
    bool whole = true;
    for (std::size_t r = begin; r <= end; ++r) {
      const double above = r < end && r > begin ? page_.rows()[r].baseline - page_.rows()[r - 1].baseline : 0;
      const bool alone = above > 0 && one_sided(page_.rows()[r], x) &&
                         (above > 2.2 * page_.em() || (above > 1.3 * page_.em() && is_only_heading(page_.rows()[r])));
      if (r < end && !alone) continue;
      whole = whole && r == end;
      if (!whole && r - first >= 2) out.push_back({first, r});
      first = r;
    }
  }

  /// Whether a row is the headings of two sections that stand side by side.
  bool names_both(const CellRow& row, double x) const {
    if (row.cells.size() != 2) return false;
    const Cell &a = page_.cell(row.cells[0]), &b = page_.cell(row.cells[1]);
    return (a.box.x0 < x) != (b.box.x0 < x) && page_.is_heading(a) && page_.is_heading(b) &&
           same_look(a.segments.front().look, b.segments.front().look);
  }

  /// Whether sections stand side by side only in the lower part of a run, and what is at the end side above them are
  /// the dates of another section.
  bool below_dates(const Gutter& run) const {
    std::size_t dates = 0;
    for (std::size_t r = run.begin; r < run.end; ++r) {
      if (names_both(page_.rows()[r], run.x)) return dates > 0;
      for (int i : page_.rows()[r].cells) {
        const bool left = page_.cell(i).box.x0 < run.x;
        if (left != page_.right_to_left()) continue;
        if (!is_date(page_.cell(i).text)) return false;
        ++dates;
      }
    }
    return false;
  }
  /// The row under sections side by side where the next one begins.
  std::size_t end_of_both(const Gutter& gutter, std::size_t last) const {
    for (std::size_t r = last + 1; r < gutter.end; ++r)
      if (std::any_of(page_.rows()[r].cells.begin(), page_.rows()[r].cells.end(),
                      [&](int i) { return page_.is_heading(page_.cell(i)); }))
        return r;
    return gutter.end;
  }

  bool one_sided(const CellRow& row, double x) const {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [&](int i) { return (page_.cell(i).box.x0 < x) != page_.right_to_left(); });
  }

  bool crosses(const CellRow& row, double x) const {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [&](int i) { return page_.cell(i).box.x0 < x && page_.cell(i).box.x1 > x - gap_ + 0.6; });
  }

  /// The rows of a run in which each side has something.
  struct Extent {
    std::size_t first_left, last_left, first_right, last_right;
    int lefts = 0, rights = 0, both = 0;
    std::size_t first() const { return std::max(first_left, first_right); }
    std::size_t last() const { return std::min(last_left, last_right); }
  };

  Extent measure(double x, std::size_t begin, std::size_t end) const {
    Extent out{end, begin, end, begin};
    const auto has = [&](std::size_t r, bool left) {
      const std::vector<int>& cells = page_.rows()[r].cells;
      return std::any_of(cells.begin(), cells.end(), [&](int i) { return (page_.cell(i).box.x0 < x) == left; });
    };
    for (std::size_t r = begin; r < end; ++r) {
      const bool left = has(r, true), right = has(r, false);
      if (left) ++out.lefts, out.first_left = std::min(out.first_left, r), out.last_left = r;
      if (right) ++out.rights, out.first_right = std::min(out.first_right, r), out.last_right = r;
      if (left && right) ++out.both;
    }
    return out;
  }

  double height(std::size_t first, std::size_t last) const {
    return page_.rows()[last].baseline - page_.rows()[first].baseline + page_.em();
  }

  /// Whether both sides are columns of the page: they take much of its height and have sections of their own.
  bool is_major(const Gutter& run, const Extent& extent, const Side& left, const Side& right) const {
    const int fewer = std::min(extent.lefts, extent.rights);
    const bool top = run.begin == 0, bottom = run.end == page_.rows().size();
    const auto tall = [&](std::size_t from, std::size_t to, const Side& side) {
      return height(from, to) > 0.2 * page_height_ || page_.has_heading(side) || has_mail_address(side);
    };
    if (height(run.begin, run.end - 1) > (top || bottom ? 0.3 : 0.6) * page_height_ && fewer >= 4 &&
        tall(extent.first_left, extent.last_left, left) && tall(extent.first_right, extent.last_right, right))
      return true;
    return fewer >= 3 && top && bottom && page_.has_heading(left) && page_.has_heading(right) &&
           page_.aligned(left, right) < 0.7 && page_.aligned(right, left) < 0.7;
  }

  bool has_mail_address(const Side& side) const {
    return std::any_of(side.cells.begin(), side.cells.end(), [&](int i) {
      const auto found = find_addresses(page_.cell(i).text);
      return std::any_of(found.begin(), found.end(), [](const Address& address) { return address.email; });
    });
  }

  std::optional<Gutter> judge(double x, std::size_t begin, std::size_t end, double& width) const {
    // No column ends with a heading: it heads what comes below. At the end of a page that is the next one.
    while (end < page_.rows().size() && end > begin + 2 && is_only_heading(page_.rows()[end - 1])) --end;
    const Extent extent = measure(x, begin, end);
    if (extent.lefts < 1 || extent.rights < 1 || extent.lefts + extent.rights < 4) return std::nullopt;
    if (extent.first() > extent.last()) return std::nullopt;
    const auto [left, right] = page_.sides(x, begin, end);
    width = right.x0 - left.x1;
    Gutter gutter{GutterKind::columns, x, begin, end, false};
    gutter.major = is_major(gutter, extent, left, right);
    const Side& start = page_.right_to_left() ? right : left;
    const Side& finish = page_.right_to_left() ? left : right;
    const Cell* top = labels_.first_section(start, finish);
    // Labels: what stands above the first label or in the rows below the last belongs to the run only at the wide side.
    if (labels_.is_companion(start, finish, true) && page_.flush(finish, x, begin, end, label_reach) > 0.5) {
      gutter.kind = GutterKind::labels;
      gutter.sections = top != nullptr;
      return gutter;
    }
    if (top) return from_first_section(gutter, start, *top);
    if (const auto named = section_names(gutter, page_.right_to_left() ? extent.first_left : extent.first_right))
      return named;
    if (!gutter.major && names_both(page_.rows()[begin], x)) {
      gutter.end = end_of_both(gutter, extent.last());
      return gutter;
    }
    if (begin == 0)
      if (const auto head = letterhead(gutter, extent.last_left + 1, extent.last_right + 1)) return head;
    if (std::min(extent.lefts, extent.rights) < 2) return std::nullopt;
    if (labels_.is_companion(finish, start, false)) return margin(gutter, extent, start, finish);
    if (headings_part(start, finish)) return std::nullopt;
    if (gutter.major && (lists_.dates_and_items(start, finish) || below_dates(gutter))) gutter.major = false;
    if (!gutter.major) return list_in_columns(gutter, extent);
    const bool rows_of_terms = extent.both * 10 >= std::min(extent.lefts, extent.rights) * 9 &&
                               std::min(left.width(), right.width()) < 6 * page_.em() && !page_.prose(left) &&
                               !page_.prose(right) && page_.aligned(finish, start) > 0.9;
    if (rows_of_terms) return std::nullopt;
    return gutter;
  }

  /// A column of dates at the end, with the rows it stands beside.
  std::optional<Gutter> margin(Gutter gutter, const Extent& extent, const Side& start, const Side& finish) const {
    if (!labels_.wraps(finish, start, false)) return std::nullopt;
    const std::size_t run = gutter.begin;
    gutter.kind = GutterKind::margin;
    gutter.begin = page_.right_to_left() ? extent.first_left : extent.first_right;
    const auto& rows = page_.rows();
    while (gutter.begin > run && rows[gutter.begin].baseline - rows[gutter.begin - 1].baseline < 0.8 * page_.em())
      --gutter.begin;
    gutter.end = (page_.right_to_left() ? extent.last_left : extent.last_right) + 1;
    return gutter;
  }

  /// A list set in columns inside a section.
  std::optional<Gutter> list_in_columns(const Gutter& run, const Extent& extent) const {
    const auto& rows = page_.rows();
    Gutter gutter = run, items = run;
    gutter.begin = extent.first();
    gutter.end = std::max(page_.right_to_left() ? extent.last_left : extent.last_right, extent.last()) + 1;
    while (gutter.end < run.end && rows[gutter.end].baseline - rows[gutter.end - 1].baseline < 1.5 * page_.em())
      ++gutter.end;
    if (lists_.siblings(run.x, gutter)) return gutter;
    return lists_.cut_to_items(items) ? std::optional(items) : std::nullopt;
  }

  /// A column of nothing but section names and dates beside text without headings. What stands above the text at the
  /// start side only, as the person's name may, is no part of it.
  std::optional<Gutter> section_names(Gutter gutter, std::size_t first_text) const {
    gutter.kind = GutterKind::labels;
    for (std::size_t begin : {gutter.begin, first_text}) {
      gutter.begin = begin;
      const auto [left, right] = page_.sides(gutter.x, gutter.begin, gutter.end);
      const Side& labels = page_.right_to_left() ? right : left;
      const Side& text = page_.right_to_left() ? left : right;
      if (labels.cells.empty() || labels.width() > 0.75 * text.width()) continue;
      if (labels_.names_sections(labels, text) &&
          page_.flush(text, gutter.x, gutter.begin, gutter.end, label_reach) > 0.5)
        return gutter;
    }
    return std::nullopt;
  }

  /// A column of section names, without what else stands in it above the first of them.
  Gutter from_first_section(Gutter gutter, const Side& labels, const Cell& top) const {
    gutter.kind = GutterKind::labels;
    gutter.sections = true;
    const auto& rows = page_.rows();
    const bool others_above = page_.cell(labels.cells.front()).baseline < top.baseline - size_of(top);
    while (others_above && gutter.begin + 1 < gutter.end &&
           rows[gutter.begin].baseline < top.baseline - 0.35 * size_of(top))
      ++gutter.begin;
    return gutter;
  }

  std::optional<Gutter> letterhead(Gutter gutter, std::size_t left_end, std::size_t right_end) const {
    gutter.major = false;
    for (std::size_t end : {std::max(left_end, right_end), left_end, right_end}) {
      gutter.end = end;
      const auto [left, right] = page_.sides(gutter.x, gutter.begin, gutter.end);
      if (is_letterhead(left, right) || is_letterhead(right, left)) return gutter;
    }
    return std::nullopt;
  }

  /// Whether a side is the name at the top of a page, and the other tells how to reach its bearer.
  bool is_letterhead(const Side& name, const Side& contact) const {
    if (name.cells.empty() || name.cells.size() > 4 || contact.cells.size() < 2 || contact.cells.size() > 12)
      return false;
    double largest = 0;
    for (int i : name.cells) largest = std::max(largest, size_of(page_.cell(i)));
    if (largest < 1.5 * page_.em() || page_.has_heading(name)) return false;
    std::size_t reach = 0;
    for (int i : contact.cells) {
      const Cell& c = page_.cell(i);
      if (size_of(c) > 0.7 * largest || page_.is_heading(c) || c.bullet || c.text.size() > 80) return false;
      const auto digits = std::count_if(c.text.begin(), c.text.end(), [](char d) { return d >= '0' && d <= '9'; });
      if (c.text.find('@') != std::string::npos || (digits >= 7 && text::find_dates(c.text).empty())) ++reach;
    }
    return reach >= 1;
  }

  bool is_only_heading(const CellRow& row) const {
    return row.cells.size() == 1 && page_.is_heading(page_.cell(row.cells.front()));
  }

  /// Whether the headings at one side stand in white of the other: they head both, section by section.
  bool headings_part(const Side& side, const Side& other) const {
    std::size_t at = 0, inner = 0, headings = 0;
    for (int i : side.cells) {
      const Cell& c = page_.cell(i);
      if (!page_.is_heading(c)) continue;
      ++headings;
      if (page_.has_heading_like(c, other)) return false;
      while (at < other.cells.size() && page_.cell(other.cells[at]).baseline < c.baseline) ++at;
      if (at == 0 || at >= other.cells.size()) continue;
      ++inner;
      const double above = c.baseline - page_.cell(other.cells[at - 1]).baseline;
      const double below = page_.cell(other.cells[at]).baseline - c.baseline;
      if (std::min(above, below) < 0.95 * page_.em() || std::max(above, below) < 1.2 * page_.em()) return false;
    }
    return inner >= 2 || (inner == 1 && headings >= 2);
  }

  const PageRows page_;
  const LabelColumn labels_;
  const SideLists lists_;
  const double page_height_;
  double gap_ = 8;  ///< least white of the strip
};

}  // namespace

std::optional<Gutter> find_gutter(const std::vector<Cell>& all, const std::vector<CellRow>& rows, bool right_to_left,
                                  double page_height) {
  return Finder(all, rows, right_to_left, page_height).best();
}

}  // namespace resumax::parse
