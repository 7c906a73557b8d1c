#include <resumax/parse/gutter.hpp>

#include <resumax/parse/vocabulary.hpp>
#include <resumax/parse/wrapped_dates.hpp>

#include <resumax/text/dates.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace resumax::parse {
namespace {

using Cells = std::vector<int>;

/// One side of a gutter.
struct Side {
  Cells cells;  ///< from top to bottom
  double x0 = 1e9, x1 = -1e9;
  std::size_t bytes = 0;
  double width() const { return std::max(0.0, x1 - x0); }
};

class Finder {
 public:
  Finder(const std::vector<Cell>& all, const std::vector<CellRow>& rows, bool right_to_left, double page_height)
      : all_(all), rows_(rows), right_to_left_(right_to_left), page_height_(page_height) {
    double sum = 0;
    std::size_t count = 0;
    for (const CellRow& row : rows)
      for (int i : row.cells) sum += size_of(cell(i)), ++count;
    em_ = count ? sum / static_cast<double>(count) : 10;
  }

  std::optional<Gutter> best() {
    std::optional<Gutter> chosen;
    double chosen_score = 0;
    for (double x : candidates())
      for (const auto& [begin, end] : runs(x)) {
        double width = 0;
        auto gutter = judge(x, begin, end, width);
        if (!gutter) continue;
        const double height = rows_[gutter->end - 1].baseline - rows_[gutter->begin].baseline + em_;
        const double score = height * (1 + std::min(width, 20.0) / 400);
        if (score > chosen_score) {
          chosen = gutter;
          chosen_score = score;
        }
      }
    return chosen;
  }

 private:
  const Cell& cell(int i) const { return all_[static_cast<std::size_t>(i)]; }

  /// Where the end side may begin: edges that several cells share.
  std::vector<double> candidates() const {
    std::map<long, int> edges;
    for (const CellRow& row : rows_)
      for (int i : row.cells) ++edges[std::lround(right_to_left_ ? cell(i).box.x1 : cell(i).box.x0)];
    std::vector<std::pair<int, long>> ranked;
    for (const auto& [edge, count] : edges) {
      int near = 0;
      for (long step = 0; step <= 36; ++step) {
        const auto inset = edges.find(right_to_left_ ? edge - step : edge + step);
        if (inset != edges.end()) near += inset->second;
      }
      if (near >= 2) ranked.push_back({-near, edge});
    }
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > 60) ranked.resize(60);
    std::vector<double> out;
    for (const auto& [count, edge] : ranked)
      out.push_back(right_to_left_ ? static_cast<double>(edge) + gap() + 1.1 : static_cast<double>(edge) - 0.6);
    return out;
  }
  double gap() const { return 0.8 * em_; }

  /// Rows that keep the strip at the left of x white, as long runs with something at both sides of it.
  std::vector<std::pair<std::size_t, std::size_t>> runs(double x) const {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    std::size_t begin = 0;
    for (std::size_t r = 0; r <= rows_.size(); ++r) {
      if (r < rows_.size() && !crosses(rows_[r], x)) continue;
      if (r - begin >= 2) {
        out.push_back({begin, r});
        cut_at_headings(x, begin, r, out);
        for (std::size_t twin = begin + 1; twin < r; ++twin)
          if (names_both(rows_[twin], x)) out.push_back({twin, r});
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
      const bool alone =
          r < end && r > begin && one_sided(rows_[r], x) && rows_[r].baseline - rows_[r - 1].baseline > 2.2 * em_;
      if (r < end && !alone) continue;
      whole = whole && r == end;
      if (!whole && r - first >= 2) out.push_back({first, r});
      first = r;
    }
  }
  /// Whether a row is the headings of two sections that stand side by side.
  bool names_both(const CellRow& row, double x) const {
    if (row.cells.size() != 2) return false;
    const Cell &a = cell(row.cells[0]), &b = cell(row.cells[1]);
    return (a.box.x0 < x) != (b.box.x0 < x) && is_heading(a) && is_heading(b) &&
           same_look(a.segments.front().look, b.segments.front().look);
  }
  /// The row under sections side by side where the next one begins.
  std::size_t end_of_both(const Gutter& gutter, std::size_t last) const {
    for (std::size_t r = last + 1; r < gutter.end; ++r)
      if (std::any_of(rows_[r].cells.begin(), rows_[r].cells.end(), [&](int i) { return is_heading(cell(i)); }))
        return r;
    return gutter.end;
  }
  bool one_sided(const CellRow& row, double x) const {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [&](int i) { return (cell(i).box.x0 < x) != right_to_left_; });
  }
  bool crosses(const CellRow& row, double x) const {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [&](int i) { return cell(i).box.x0 < x && cell(i).box.x1 > x - gap() + 0.6; });
  }

  void sides(double x, std::size_t begin, std::size_t end, Side& left, Side& right) const {
    for (std::size_t r = begin; r < end; ++r)
      for (int i : rows_[r].cells) {
        Side& side = cell(i).box.x0 < x ? left : right;
        side.cells.push_back(i);
        side.x0 = std::min(side.x0, cell(i).box.x0);
        side.x1 = std::max(side.x1, cell(i).box.x1);
        side.bytes += cell(i).text.size();
      }
  }

  std::optional<Gutter> judge(double x, std::size_t begin, std::size_t end, double& width) const {
    const auto has = [&](std::size_t r, bool left) {
      return std::any_of(rows_[r].cells.begin(), rows_[r].cells.end(),
                         [&](int i) { return (cell(i).box.x0 < x) == left; });
    };
    // No column ends with a heading: it heads what comes below. At the end of a page that is the next one.
    while (end < rows_.size() && end > begin + 2 && is_only_heading(rows_[end - 1])) --end;
    std::size_t first = end, last = begin;
    int both = 0, lefts = 0, rights = 0;
    std::size_t first_left = end, last_left = begin, first_right = end, last_right = begin;
    for (std::size_t r = begin; r < end; ++r) {
      const bool l = has(r, true), t = has(r, false);
      if (l) ++lefts, first_left = std::min(first_left, r), last_left = r;
      if (t) ++rights, first_right = std::min(first_right, r), last_right = r;
      if (l && t) ++both;
    }
    if (lefts < 1 || rights < 1 || lefts + rights < 4) return std::nullopt;
    first = std::max(first_left, first_right);
    last = std::min(last_left, last_right);
    if (first > last) return std::nullopt;
    Gutter gutter{GutterKind::columns, x, begin, end, false};
    Side left, right;
    sides(x, begin, end, left, right);
    width = right.x0 - left.x1;
    const double height = rows_[end - 1].baseline - rows_[begin].baseline + em_;
    const bool edge = begin == 0 || end == rows_.size();
    gutter.major = height > (edge ? 0.3 : 0.6) * page_height_ && std::min(lefts, rights) >= 4;
    const auto tall = [&](std::size_t from, std::size_t to, const Side& side) {
      return rows_[to].baseline - rows_[from].baseline + em_ > 0.2 * page_height_ || has_heading(side);
    };
    gutter.major = gutter.major && tall(first_left, last_left, left) && tall(first_right, last_right, right);
    if (!gutter.major && std::min(lefts, rights) >= 3 && begin == 0 && end == rows_.size())
      gutter.major =
          has_heading(left) && has_heading(right) && aligned(left, right) < 0.7 && aligned(right, left) < 0.7;
    const Side& start = right_to_left_ ? right : left;
    const Side& finish = right_to_left_ ? left : right;
    // Labels: what stands above the first label or in the rows below the last belongs to the run only at the wide side.
    if (is_companion(start, finish, true) && flush(finish, gutter, 2.5) > 0.5) {
      gutter.kind = GutterKind::labels;
      return gutter;
    }
    if (const auto named = section_names(gutter, right_to_left_ ? first_left : first_right)) return named;
    if (!gutter.major && names_both(rows_[begin], x)) {
      gutter.end = end_of_both(gutter, last);
      return gutter;
    }
    if (begin == 0)
      if (const auto head = letterhead(gutter, last_left + 1, last_right + 1)) return head;
    if (std::min(lefts, rights) < 2) return std::nullopt;
    if (is_companion(finish, start, false)) {
      gutter.kind = GutterKind::margin;
      if (!wraps(finish, start, false)) return std::nullopt;
      gutter.begin = right_to_left_ ? first_left : first_right;
      while (gutter.begin > begin && rows_[gutter.begin].baseline - rows_[gutter.begin - 1].baseline < 0.8 * em_)
        --gutter.begin;
      gutter.end = (right_to_left_ ? last_left : last_right) + 1;
      return gutter;
    }
    if (headings_part(start, finish)) return std::nullopt;
    if (gutter.major && dates_and_items(start, finish)) gutter.major = false;
    Gutter items = gutter;
    if (!gutter.major) {
      gutter.begin = std::min(first_left, first_right);
      gutter.begin = std::max(first_left, first_right);
      gutter.end = std::max(right_to_left_ ? last_left : last_right, last) + 1;
      while (gutter.end < end && rows_[gutter.end].baseline - rows_[gutter.end - 1].baseline < 1.5 * em_) ++gutter.end;
      if (siblings(x, gutter)) return gutter;
      return cut_to_items(items) ? std::optional(items) : std::nullopt;
    }
    if (both * 10 >= std::min(lefts, rights) * 9 && std::min(left.width(), right.width()) < 6 * em_ && !prose(left) &&
        !prose(right) && aligned(finish, start) > 0.9)
      return std::nullopt;
    return gutter;
  }

  /// A column of nothing but section names and dates beside text without headings. What stands above the text at the
  /// start side only, as the person's name may, is no part of it.
  std::optional<Gutter> section_names(Gutter gutter, std::size_t first_text) const {
    gutter.kind = GutterKind::labels;
    for (std::size_t begin : {gutter.begin, first_text}) {
      gutter.begin = begin;
      Side left, right;
      sides(gutter.x, gutter.begin, gutter.end, left, right);
      const Side& labels = right_to_left_ ? right : left;
      const Side& text = right_to_left_ ? left : right;
      if (labels.cells.empty() || labels.width() > 0.75 * text.width()) continue;
      if (names_sections(labels, text) && flush(text, gutter, 2.5) > 0.5) return gutter;
    }
    return std::nullopt;
  }

  bool names_sections(const Side& labels, const Side& text) const {
    const Vocabulary& words = Vocabulary::get();
    std::size_t names = 0, dates = 0, others = 0, beside = 0;
    Look look;
    const auto look_of = [&](int i) { return cell(i).segments.empty() ? Look{} : cell(i).segments.front().look; };
    const std::vector<Cells> groups = label_groups(all_, labels.cells, text.cells, right_to_left_, true);
    for (const Cells& group : groups)
      for (int i : group) {
        if (!words.heading(cell(i).text)) continue;
        if (names++ == 0) look = look_of(i);
        if (nearest(cell(i), text) < 0.75 * std::max(size_of(cell(i)), em_)) ++beside;
      }
    for (const Cells& group : groups)
      for (int i : group)
        if (words.heading(cell(i).text))
          continue;
        else if (is_date(cell(i).text))
          ++dates;
        else if (same_look(look_of(i), look) && std::count(cell(i).text.begin(), cell(i).text.end(), ' ') < 4)
          ++others;
        else
          return false;
    // A heading's word in the text may be a name there: "Freelance".
    const auto headings =
        std::count_if(text.cells.begin(), text.cells.end(), [&](int i) { return is_heading(cell(i)); });
    const bool alike = std::any_of(text.cells.begin(), text.cells.end(),
                                   [&](int i) { return is_heading(cell(i)) && same_look(look_of(i), look); });
    return names + dates >= 2 && names >= others && beside >= 1 && beside * 2 >= names && !alike &&
           static_cast<std::size_t>(headings) * 3 <= names;
  }

  std::optional<Gutter> letterhead(Gutter gutter, std::size_t left_end, std::size_t right_end) const {
    gutter.major = false;
    for (std::size_t end : {std::max(left_end, right_end), left_end, right_end}) {
      gutter.end = end;
      Side left, right;
      sides(gutter.x, gutter.begin, gutter.end, left, right);
      if (is_letterhead(left, right) || is_letterhead(right, left)) return gutter;
    }
    return std::nullopt;
  }

  /// Whether a side is the name at the top of a page, and the other tells how to reach its bearer.
  bool is_letterhead(const Side& name, const Side& contact) const {
    if (name.cells.empty() || name.cells.size() > 4 || contact.cells.size() < 2 || contact.cells.size() > 12)
      return false;
    double largest = 0;
    for (int i : name.cells) largest = std::max(largest, size_of(cell(i)));
    if (largest < 1.5 * em_ || has_heading(name)) return false;
    std::size_t reach = 0;
    for (int i : contact.cells) {
      const Cell& c = cell(i);
      if (size_of(c) > 0.7 * largest || is_heading(c) || c.bullet || c.text.size() > 80) return false;
      const auto digits = std::count_if(c.text.begin(), c.text.end(), [](char d) { return d >= '0' && d <= '9'; });
      if (c.text.find('@') != std::string::npos || (digits >= 7 && text::find_dates(c.text).empty())) ++reach;
    }
    return reach >= 1;
  }

  bool is_only_heading(const CellRow& row) const {
    return row.cells.size() == 1 && is_heading(cell(row.cells.front()));
  }

  /// How far a line of `side` is from the line of a cell.
  double nearest(const Cell& c, const Side& side) const {
    double distance = 1e9;
    for (int i : side.cells) distance = std::min(distance, std::abs(cell(i).baseline - c.baseline));
    return distance;
  }

  bool is_heading(const Cell& c) const {
    if (c.segments.empty() || c.bullet || c.text.size() > 60) return false;
    const Look& look = c.segments.front().look;
    return (look.bold || look.caps || static_cast<double>(look.size) > 1.1 * em_) &&
           Vocabulary::get().heading(c.text).has_value();
  }
  bool has_heading(const Side& side) const {
    return std::any_of(side.cells.begin(), side.cells.end(), [&](int i) { return is_heading(cell(i)); });
  }

  /// Whether a side has a heading about as large or larger.
  bool has_heading_like(const Cell& heading, const Side& side) const {
    return std::any_of(side.cells.begin(), side.cells.end(),
                       [&](int i) { return is_heading(cell(i)) && size_of(cell(i)) > 0.9 * size_of(heading); });
  }

  /// Whether the headings at one side stand in white of the other: they head both, section by section.
  bool headings_part(const Side& side, const Side& other) const {
    std::size_t at = 0, inner = 0, headings = 0;
    for (int i : side.cells) {
      const Cell& c = cell(i);
      if (!is_heading(c)) continue;
      ++headings;
      if (has_heading_like(c, other)) return false;
      while (at < other.cells.size() && cell(other.cells[at]).baseline < c.baseline) ++at;
      if (at == 0 || at >= other.cells.size()) continue;
      ++inner;
      const double above = c.baseline - cell(other.cells[at - 1]).baseline;
      const double below = cell(other.cells[at]).baseline - c.baseline;
      if (std::min(above, below) < 1.2 * em_) return false;
    }
    return inner >= 2 || (inner == 1 && headings >= 2);
  }

  /// Share of the lines of `side` that stand on a line of `other`.
  double aligned(const Side& side, const Side& other) const {
    std::size_t hits = 0, at = 0;
    for (int i : side.cells) {
      const double size = std::max(size_of(cell(i)), em_);
      const double tolerance = (size > 1.3 * em_ ? 0.5 : 0.3) * size;
      while (at < other.cells.size() && cell(other.cells[at]).baseline < cell(i).baseline - tolerance) ++at;
      if (at < other.cells.size() && cell(other.cells[at]).baseline <= cell(i).baseline + tolerance) ++hits;
    }
    return side.cells.empty() ? 0 : static_cast<double>(hits) / static_cast<double>(side.cells.size());
  }

  /// Whether `side` is a narrow column whose every entry starts on a line of `other`.
  bool is_companion(const Side& side, const Side& other, bool at_start) const {
    if (side.width() > 0.75 * other.width() || side.bytes * 10 > other.bytes * 8) return false;
    if (at_start && is_text_of_its_own(side, other)) return false;
    const std::vector<Cells> groups = label_groups(all_, side.cells, other.cells, right_to_left_, at_start);
    if (groups.size() < 2)
      return at_start ? is_section_name(groups, other) || is_one_date(groups, other) : is_wrapped_date(groups, other);
    Side heads;
    std::size_t words = 0, dates = 0;
    for (const Cells& group : groups) {
      heads.cells.push_back(group.front());
      std::size_t group_words = 0;
      for (int i : group)
        group_words += 1 + static_cast<std::size_t>(std::count(cell(i).text.begin(), cell(i).text.end(), ' '));
      words += group_words;
      const std::string& first = cell(group.front()).text;
      if (!text::find_dates(first).empty() || is_duration(first)) ++dates;
    }
    if (words > groups.size() * 7) return false;
    const double share = aligned(heads, other);
    if (dates * 2 > groups.size())
      return share > 0.6 || (dates == groups.size() && std::all_of(heads.cells.begin(), heads.cells.end(), [&](int i) {
                               return nearest(cell(i), other) < 0.8 * em_;
                             }));
    if (at_start && groups.size() >= 4 && words <= groups.size() * 4 && share > 0.95 && stand_aside(heads, other))
      return true;
    if (at_start && like_content(groups, other)) return false;
    if (!at_start) return false;
    if (share < 0.8 || (groups.size() < 3 && share < 1)) return false;
    return starts_blocks(groups, other);
  }

  /// Whether the headings of the text beside labels have nothing beside them, and no label looks like them.
  bool stand_aside(const Side& labels, const Side& text) const {
    std::size_t headings = 0;
    for (int i : text.cells) {
      if (!is_heading(cell(i))) continue;
      ++headings;
      if (nearest(cell(i), labels) < 0.5 * size_of(cell(i))) return false;
    }
    return headings > 0 && std::none_of(labels.cells.begin(), labels.cells.end(), [&](int i) {
             return is_heading(cell(i)) && has_heading_like(cell(i), text) && size_of(cell(i)) > 1.1 * em_;
           });
  }

  /// Whether both sides have sections under headings of one look, or the narrow one lists: labels do neither.
  bool is_text_of_its_own(const Side& side, const Side& other) const {
    const auto items = std::count_if(side.cells.begin(), side.cells.end(), [&](int i) { return cell(i).bullet; });
    if (items >= 2) return true;
    const auto first = std::find_if(side.cells.begin(), side.cells.end(), [&](int i) { return is_heading(cell(i)); });
    if (first == side.cells.end()) return false;
    const auto alike = std::count_if(other.cells.begin(), other.cells.end(), [&](int i) {
      return is_heading(cell(i)) && same_look(cell(i).segments.front().look, cell(*first).segments.front().look);
    });
    return alike >= 2;
  }

  /// Whether the only label is the heading of a section, set larger or heavier than the text beside it.
  bool is_section_name(const std::vector<Cells>& groups, const Side& other) const {
    if (groups.empty() || other.cells.size() < 3) return false;
    const Cell& head = cell(groups.front().front());
    Side one;
    one.cells = {groups.front().front()};
    return Vocabulary::get().heading(head.text).has_value() && aligned(one, other) > 0 && !like_content(groups, other);
  }

  /// Whether most groups stand where a block of `other` starts: after more white than its lines keep between them,
  /// or where one label stands for each row.
  bool starts_blocks(const std::vector<Cells>& groups, const Side& other) const {
    if (different_looks(groups, other)) return true;
    std::size_t at = 0, good = 0;
    for (const Cells& group : groups) {
      const Cell& head = cell(group.front());
      while (at < other.cells.size() && cell(other.cells[at]).baseline < head.baseline - 0.3 * size_of(head)) ++at;
      if (at >= other.cells.size()) break;
      if (at == 0 || at + 1 >= other.cells.size()) {
        ++good;
        continue;
      }
      const double above = cell(other.cells[at]).baseline - cell(other.cells[at - 1]).baseline;
      const double below = cell(other.cells[at + 1]).baseline - cell(other.cells[at]).baseline;
      if (above > 1.15 * below) ++good;
    }
    return good * 10 >= groups.size() * 7;
  }

  bool different_looks(const std::vector<Cells>& groups, const Side& other) const {
    std::size_t bold_labels = 0, bold_content = 0;
    const auto bold = [&](int i) { return !cell(i).segments.empty() && cell(i).segments.front().look.bold; };
    for (const Cells& group : groups) bold_labels += bold(group.front()) ? 1U : 0U;
    for (int i : other.cells) bold_content += bold(i) ? 1U : 0U;
    return bold_labels * 10 >= groups.size() * 9 && bold_content * 4 <= other.cells.size();
  }

  /// Whether the only label is a date beside the first line of what it dates.
  bool is_one_date(const std::vector<Cells>& groups, const Side& other) const {
    if (groups.empty() || other.cells.size() < 2) return false;
    const Cell& head = cell(groups.front().front());
    std::string text;
    for (int i : groups.front()) text += (text.empty() ? "" : " ") + cell(i).text;
    return std::abs(cell(other.cells.front()).baseline - head.baseline) < 0.3 * size_of(head) &&
           std::count(text.begin(), text.end(), ' ') < 7 && !text::find_dates(text).empty();
  }

  /// Whether the only aside is a date on lines of its own.
  bool is_wrapped_date(const std::vector<Cells>& groups, const Side& other) const {
    if (groups.empty() || groups.front().size() < 2) return false;
    std::string text;
    for (int i : groups.front())
      if (!is_duration(cell(i).text)) text += (text.empty() ? "" : " ") + cell(i).text;
    return is_date(text) && nearest(cell(groups.front().front()), other) < 0.8 * em_;
  }

  /// Whether the labels look as the content does and end without a colon: then they are no labels.
  bool like_content(const std::vector<Cells>& groups, const Side& other) const {
    std::size_t alike = 0;
    for (const Cells& group : groups) {
      const Cell& head = cell(group.front());
      if (head.segments.empty() || cell(group.back()).text.ends_with(':')) continue;
      const auto beside = std::find_if(other.cells.begin(), other.cells.end(), [&](int i) {
        return std::abs(cell(i).baseline - head.baseline) < 0.3 * size_of(head);
      });
      if (beside != other.cells.end() && !cell(*beside).segments.empty() &&
          same_look(cell(*beside).segments.front().look, head.segments.front().look))
        ++alike;
    }
    return alike * 2 >= groups.size();
  }

  /// Whether a narrow side holds what belongs together on lines of its own.
  bool wraps(const Side& side, const Side& other, bool at_start) const {
    const auto groups = label_groups(all_, side.cells, other.cells, right_to_left_, at_start);
    return std::any_of(groups.begin(), groups.end(), [](const Cells& group) { return group.size() > 1; });
  }

  bool wraps(const Side& side) const {
    for (std::size_t i = 1; i < side.cells.size(); ++i)
      if (cell(side.cells[i]).baseline - cell(side.cells[i - 1]).baseline < 1.4 * size_of(cell(side.cells[i])))
        return true;
    return false;
  }

  bool prose(const Side& side) const {
    std::size_t words = 0;
    for (int i : side.cells)
      words += 1 + static_cast<std::size_t>(std::count(cell(i).text.begin(), cell(i).text.end(), ' '));
    return words > side.cells.size() * 5;
  }

  /// Share of the rows of the end side that start at its edge: columns are set flush, the rivers of justified text are
  /// not.
  double flush(const Side& side, const Gutter& gutter, double ems) const {
    std::size_t rows = 0, hits = 0;
    for (std::size_t r = gutter.begin; r < gutter.end; ++r) {
      double start = right_to_left_ ? -1e9 : 1e9;
      for (int i : rows_[r].cells) {
        if (!right_to_left_ && cell(i).box.x0 >= gutter.x) start = std::min(start, cell(i).box.x0);
        if (right_to_left_ && cell(i).box.x0 < gutter.x) start = std::max(start, cell(i).box.x1);
      }
      if (std::abs(start) > 1e8) continue;
      ++rows;
      if (std::abs(start - (right_to_left_ ? side.x1 : side.x0)) < ems * em_) ++hits;
    }
    return rows == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(rows);
  }

  /// Whether a side holds nothing but list items and dates that stand on lines of the other: it is no column.
  bool dates_and_items(const Side& start, const Side& finish) const {
    std::size_t dates = 0, items = 0;
    double indent = 1e9;
    for (int i : finish.cells) {
      const Cell& c = cell(i);
      const double edge = right_to_left_ ? -c.box.x1 : c.box.x0;
      if (c.bullet) {
        ++items;
        indent = edge;
      } else if (is_date(c.text)) {
        Side one;
        one.cells = {i};
        if (aligned(one, start) < 1) return false;
        ++dates;
        indent = 1e9;
      } else if (edge < indent - 2) {
        return false;
      }
    }
    return dates >= 1 && items >= 1;
  }

  /// Two lists side by side: from the first row with a list mark at both sides down to where text leaves their indents.
  /// Narrows the gutter to those rows.
  bool cut_to_items(Gutter& gutter) const {
    const auto edge = [&](int i) { return right_to_left_ ? -cell(i).box.x1 : cell(i).box.x0; };
    const auto first_of = [&](std::size_t r, bool left) -> const int* {
      const int* found = nullptr;
      for (const int& i : rows_[r].cells)
        if ((cell(i).box.x0 < gutter.x) == left && (!found || edge(i) < edge(*found))) found = &i;
      return found;
    };
    for (std::size_t r = gutter.begin; r < gutter.end; ++r) {
      const int *left = first_of(r, true), *right = first_of(r, false);
      if (!left || !right || !cell(*left).bullet || !cell(*right).bullet) continue;
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
  bool is_table(const Side& left, const Side& right) const {
    if (left.cells.size() != right.cells.size() || (prose(left) && prose(right))) return false;
    const auto even = [&](const Side& side) {
      return std::all_of(side.cells.begin(), side.cells.end(), [&](int i) {
        const Cell& first = cell(side.cells.front());
        return !cell(i).bullet && !cell(i).segments.empty() && !first.segments.empty() &&
               same_look(cell(i).segments.front().look, first.segments.front().look);
      });
    };
    return even(left) && even(right) && aligned(left, right) >= 1;
  }

  /// Whether a short set of rows is a list set in columns: both sides repeat the same looks from the same edges.
  bool siblings(double x, const Gutter& gutter) const {
    Side left, right;
    sides(x, gutter.begin, gutter.end, left, right);
    const std::size_t rows = gutter.end - gutter.begin;
    if (left.cells.size() < 2 || right.cells.size() < 2) return false;
    if (rows < 3 && !(left.cells.front() != right.cells.front() && wraps(left) && wraps(right))) return false;
    if (std::min(left.width(), right.width()) < 0.25 * std::max(left.width(), right.width())) return false;
    if (is_table(left, right)) return false;
    const Cell& a = cell(left.cells.front());
    const Cell& b = cell(right.cells.front());
    if (std::abs(a.baseline - b.baseline) > 0.4 * em_ || a.bullet != b.bullet) return false;
    if (a.segments.empty() || b.segments.empty() || !same_look(a.segments.front().look, b.segments.front().look))
      return false;
    if (flush(right_to_left_ ? left : right, gutter, 0.8) < 0.6) return false;
    const auto dated = [&](const Side& side) {
      return std::count_if(side.cells.begin(), side.cells.end(),
                           [&](int i) { return !text::find_dates(cell(i).text).empty(); });
    };
    return dated(left) == dated(right);
  }

  const std::vector<Cell>& all_;
  const std::vector<CellRow>& rows_;
  const bool right_to_left_;
  const double page_height_;
  double em_ = 10;
};

}  // namespace

std::optional<Gutter> find_gutter(const std::vector<Cell>& all, const std::vector<CellRow>& rows, bool right_to_left,
                                  double page_height) {
  return Finder(all, rows, right_to_left, page_height).best();
}

}  // namespace resumax::parse
