#include <resumax/parse/page_lines.hpp>

#include <resumax/parse/join.hpp>
#include <resumax/parse/page_order.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace resumax::parse {
namespace {

/// A strip with the page it stands on; strips of one chain go on from page to page.
struct Placed {
  Strip strip;
  std::size_t page = 0;
};
using Chain = std::vector<Placed>;

bool same_column(const Strip& a, const Strip& b) {
  if (!a.column && !b.column) return false;
  const double width = std::max(a.box.x1 - a.box.x0, b.box.x1 - b.box.x0);
  return std::abs(a.box.x0 - b.box.x0) < 0.08 * width + 4 && std::abs(a.box.x1 - b.box.x1) < 0.35 * width;
}

/// Columns of one page follow their counterparts of the page before.
std::vector<Chain> chain_strips(std::vector<std::vector<Strip>> pages) {
  std::vector<Chain> chains;
  std::vector<std::size_t> before;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    std::vector<std::size_t> now;
    bool linking = true;
    for (Strip& strip : pages[page]) {
      std::size_t target = chains.size();
      if (linking)
        for (std::size_t c : before)
          if (same_column(chains[c].back().strip, strip)) target = c;
      if (target == chains.size()) {
        chains.emplace_back();
        if (!strip.column) linking = false;
      }
      if (!strip.rows.empty()) now.push_back(target);
      chains[target].push_back({std::move(strip), page});
    }
    before = std::move(now);
  }
  return chains;
}

std::string without_digits(std::string_view text) {
  std::string out;
  for (char c : text::fold(text))
    if (c < '0' || c > '9') out += c;
  return text::squeeze(out);
}

bool is_page_number(std::string_view text) {
  const std::string rest = without_digits(text);
  std::size_t digits = 0, run = 0;
  for (char c : text::fold(text)) {
    run = c >= '0' && c <= '9' ? run + 1 : 0;
    if (run > 0) ++digits;
    if (run > 3) return false;
  }
  if (digits == 0 || digits > 6) return false;
  static constexpr std::string_view words[] = {"",          "/",        "-",         "- -",       "of",      "page",
                                               "page of",   "page /",   "seite",     "seite von", "seite /", "pagina",
                                               "pagina de", "pagina /", "p.",        "page sur",  "von",     "صفحه",
                                               "صفحه من",   "de",       "pagina di", "pagina van"};
  return std::find(std::begin(words), std::end(words), rest) != std::end(words);
}

/// Drops page numbers and the repeats of lines that stand at the same height near the edge of several pages.
class Margins {
 public:
  Margins(const document::Document& document, const std::vector<std::vector<Cell>>& cells) : document_(document) {
    if (cells.size() < 2) return;
    std::map<std::string, std::set<std::size_t>> seen;
    for (std::size_t p = 0; p < cells.size(); ++p)
      for (const Cell& cell : cells[p])
        if (in_margin(p, cell)) seen[key(cell)].insert(p);
    for (const auto& [key, pages] : seen)
      if (pages.size() >= 2) repeated_.insert(key);
  }

  void clean(std::size_t page, std::vector<Cell>& cells) {
    std::erase_if(cells, [&](const Cell& cell) {
      if (!in_margin(page, cell)) return false;
      if (is_page_number(cell.text)) return true;
      if (!repeated_.contains(key(cell))) return false;
      return !kept_.insert(key(cell)).second;
    });
  }

 private:
  bool in_margin(std::size_t page, const Cell& cell) const {
    const double height = document_.pages[page].height;
    return cell.box.y1 < 0.09 * height || cell.box.y0 > 0.92 * height;
  }
  static std::string key(const Cell& cell) {
    return std::to_string(std::lround(cell.baseline / 4)) + '|' + without_digits(cell.text);
  }

  const document::Document& document_;
  std::set<std::string> repeated_, kept_;
};

/// Whether the gaps of a row are the stretched blanks of a justified line: it fills its column and none is very wide.
/// `block`: the text around it is set justified.
bool is_justified(const std::vector<Cell>& cells, const PrintedRow& row, bool right_to_left, bool block) {
  if (row.cells.size() < 2) return false;
  double low = 1e9, high = 0, inner = 0;
  std::size_t words = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const Cell& cell = cells[static_cast<std::size_t>(row.cells[i])];
    words += 1 + static_cast<std::size_t>(
                     std::count_if(cell.text.begin(), cell.text.end(), [](char c) { return c == ' ' || c == '\t'; }));
    if (i > 0 && cell.bullet) return false;
    inner = std::max(inner, cell.widest_blank);
    if (i == 0) continue;
    const Box& a = cells[static_cast<std::size_t>(row.cells[i - 1])].box;
    const double gap = right_to_left ? a.x0 - cell.box.x1 : cell.box.x0 - a.x1;
    low = std::min(low, gap);
    high = std::max(high, gap);
  }
  const Cell& first = cells[static_cast<std::size_t>(row.cells.front())];
  const Cell& last = cells[static_cast<std::size_t>(row.cells.back())];
  const double em = static_cast<double>(first.size);
  const double end = right_to_left ? last.box.x0 - row.start : row.limit - last.box.x1;
  const bool fills = end < 0.3 * em + 1;
  const bool blanks = inner > 0 ? inner > 0.45 * high : row.cells.size() >= 5;
  if (block) return fills && high < 9 * em && high < low * 1.6 + 1.5;
  return fills && words >= 5 && blanks && high < (row.cells.size() > 2 ? 3.0 : 1.6) * em && high < low * 1.5 + 1;
}

/// Whether a strip is set justified: several of its full lines end at the very same edge.
bool is_justified_block(const std::vector<Cell>& cells, const Strip& strip, bool right_to_left) {
  std::size_t rows = 0;
  for (const PrintedRow& row : strip.rows) {
    if (row.cells.size() != 1) continue;
    const Cell& cell = cells[static_cast<std::size_t>(row.cells.front())];
    const double end = right_to_left ? cell.box.x0 - row.start : row.limit - cell.box.x1;
    const bool long_enough = cell.box.x1 - cell.box.x0 > 0.6 * (row.limit - row.start);
    if (end < 0.6 && long_enough && std::count(cell.text.begin(), cell.text.end(), ' ') >= 2) ++rows;
  }
  return rows >= 4;
}

/// A row as a printed line: its cells in order with tabs between.
PrintedLine printed_line(const std::vector<Cell>& cells, const PrintedRow& row, bool right_to_left, bool block) {
  PrintedLine line;
  Cell cell = cells[static_cast<std::size_t>(row.cells.front())];
  const bool justified = is_justified(cells, row, right_to_left, block);
  for (std::size_t i = 1; i < row.cells.size(); ++i)
    append_cell(cell, cells[static_cast<std::size_t>(row.cells[i])], justified ? ' ' : '\t');
  line.line.text = std::move(cell.text);
  line.line.segments = std::move(cell.segments);
  line.line.box = cell.box;
  line.line.bullet = cell.bullet;
  line.line.right_to_left = right_to_left;
  line.line.row = row.band;
  line.line.label = row.label;
  line.line.fresh = row.first;
  line.line.indent = right_to_left ? row.limit - cell.box.x1 : cell.box.x0 - row.start;
  line.baseline = cell.baseline;
  line.start = row.start;
  line.limit = row.limit;
  line.cells = justified ? 1 : row.cells.size();
  return line;
}

}  // namespace

std::vector<Line> page_lines(const document::Document& document) {
  std::vector<std::vector<Cell>> cells, rotated;
  const std::vector<bool> right_to_left = right_to_left_pages(document);
  for (const document::Page& page : document.pages) {
    cells.push_back(page_cells(document, page, right_to_left[cells.size()]));
    rotated.push_back(rotated_cells(document, page));
  }
  Margins margins(document, cells);
  std::vector<std::vector<Strip>> strips;
  int next_band = 0;
  for (std::size_t p = 0; p < cells.size(); ++p) {
    margins.clean(p, cells[p]);
    strips.push_back(page_order(cells[p], right_to_left[p], document.pages[p].height, next_band));
  }
  std::vector<PrintedLine> lines;
  int column = 0;
  for (const Chain& chain : chain_strips(std::move(strips))) {
    const bool columned = chain.front().strip.column;
    if (columned) ++column;
    for (const Placed& placed : chain) {
      const bool block = is_justified_block(cells[placed.page], placed.strip, right_to_left[placed.page]);
      for (const PrintedRow& row : placed.strip.rows) {
        lines.push_back(printed_line(cells[placed.page], row, right_to_left[placed.page], block));
        lines.back().line.page = static_cast<std::int32_t>(placed.page) + 1;
        lines.back().line.column = columned ? column : 0;
      }
    }
  }
  for (std::size_t p = 0; p < rotated.size(); ++p)
    for (std::size_t i = 0; i < rotated[p].size(); ++i) {
      PrintedRow row;
      row.cells = {static_cast<int>(i)};
      row.first = true;
      lines.push_back(printed_line(rotated[p], row, right_to_left[p], false));
      lines.back().line.page = static_cast<std::int32_t>(p) + 1;
      lines.back().line.column = -1;
    }
  // A label that heads nothing is a line like others.
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i].line;
    std::size_t next = i + 1;
    while (next < lines.size() && lines[next].line.label && lines[next].line.row == line.row) ++next;
    if (line.label && (next >= lines.size() || lines[next].line.row != line.row)) line.label = false;
  }
  return join_lines(std::move(lines));
}

}  // namespace resumax::parse
