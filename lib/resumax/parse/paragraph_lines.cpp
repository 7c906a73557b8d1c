#include <resumax/parse/paragraph_lines.hpp>

#include <resumax/parse/split.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace resumax::parse {
namespace {

using document::Paragraph;

Look look_of(const Paragraph& paragraph) {
  Look look;
  look.size = paragraph.size;
  look.bold = paragraph.bold;
  look.italic = paragraph.italic;
  return look;
}

/// A line of signs drawn under a heading or between sections.
bool is_rule(std::string_view text) {
  return text.size() >= 3 && text.find_first_not_of(text.substr(0, 1)) == std::string_view::npos &&
         (text.front() == '=' || text.front() == '-' || text.front() == '_' || text.front() == '*' ||
          text.front() == '~');
}

/// Builds one line from bytes of a paragraph: blanks squeezed, tabs kept once, segments where style or a tab changes.
class Builder {
 public:
  Builder(const Paragraph& paragraph, std::vector<Line>& out) : paragraph_(paragraph), out_(out) {}

  void run(Line line) {
    line_ = std::move(line);
    std::size_t begin = 0;
    const std::string& text = paragraph_.text;
    bool first = true;
    for (std::size_t i = 0; i <= text.size(); ++i)
      if (i == text.size() || text[i] == '\n') {
        Line made = build(begin, i);
        if (!made.text.empty()) {
          made.soft_break = !first;
          if (!first && made.gap > 0) made.gap = 0.2F;
          first = false;
          out_.push_back(std::move(made));
        }
        begin = i + 1;
      }
  }

 private:
  Look look_at(std::size_t at) const {
    Look look = look_of(paragraph_);
    for (const Paragraph::Run& run : paragraph_.runs)
      if (at >= run.begin && at < run.end) {
        look.bold = run.bold;
        look.italic = run.italic;
        break;
      }
    return look;
  }

  Line build(std::size_t begin, std::size_t end) const {
    Line line = line_;
    const std::string_view text(paragraph_.text);
    std::size_t at = begin;
    bool marker = false;
    while (at < end) {
      std::size_t next = at;
      const char32_t c = text::next_code_point(text, next);
      if (text::is_space(c) || (marker && c == U'.')) {
        at = next;
      } else if (!marker && text::is_bullet(c) && next < end && (text[next] == ' ' || text[next] == '\t')) {
        marker = true;
        at = next;
      } else {
        break;
      }
    }
    line.bullet = line.bullet || marker;
    bool blank = false, tab = false;
    char32_t before = 0;
    while (at < end) {
      std::size_t next = at;
      const char32_t c = text::next_code_point(text, next);
      if (text::is_space(c)) {
        (c == U'\t' ? tab : blank) = true;
      } else if (c >= 0x200B && c <= 0x200F && !text::is_spelling_joiner(before, c, text.substr(next, end - next))) {
        // nothing a reader sees
      } else {
        append(line, text.substr(at, next - at), at, blank, tab);
        blank = tab = false;
      }
      before = c;
      at = next;
    }
    for (Segment& segment : line.segments) segment.look.caps = all_caps(line.part(segment));
    std::size_t most = 0;
    for (const Segment& segment : line.segments)
      if (segment.end - segment.begin > most) most = segment.end - segment.begin, line.look = segment.look;
    return line;
  }

  void append(Line& line, std::string_view piece, std::size_t at, bool blank, bool tab) const {
    if (!line.text.empty() && (tab || blank)) line.text += tab ? '\t' : ' ';
    const auto begin = static_cast<std::uint32_t>(line.text.size());
    line.text += piece;
    const auto end = static_cast<std::uint32_t>(line.text.size());
    const Look look = look_at(at);
    const bool after_gap = tab && !line.segments.empty();
    if (!line.segments.empty() && !after_gap && same_look(line.segments.back().look, look))
      line.segments.back().end = end;
    else
      line.segments.push_back({begin, end, after_gap, {}, look});
  }

  const Paragraph& paragraph_;
  std::vector<Line>& out_;
  Line line_;
};

/// What the cells of a document's tables are for: labels of their row, columns of the page design, or neither.
class CellRoles {
 public:
  explicit CellRoles(const document::Document& document) {
    for (const Paragraph& p : document.paragraphs) {
      if (p.table < 0 || p.text.empty()) continue;
      Cell& cell = rows_[{p.table, p.row}][p.column];
      ++cell.paragraphs;
      cell.bytes += p.text.size();
      cell.lists = cell.lists || p.list_level >= 0;
    }
    for (const auto& [place, row] : rows_)
      if (std::count_if(row.begin(), row.end(), [](const auto& cell) { return cell.second.is_column(); }) >= 2)
        for (const auto& [column, cell] : row)
          if (cell.is_column()) columns_.try_emplace({place.first, column}, static_cast<int>(columns_.size()) + 1);
  }

  /// Whether a paragraph stands in the first of several cells of its row, and that is short.
  bool is_label(const Paragraph& p) const {
    const auto found = rows_.find({p.table, p.row});
    if (found == rows_.end()) return false;
    const Row& row = found->second;
    return row.size() > 1 && row.begin()->first == p.column && !row.begin()->second.is_column() &&
           !row.begin()->second.lists;
  }

  /// The number of the column that a paragraph stands in, 0 for none.
  int column(const Paragraph& p) const {
    const auto found = columns_.find({p.table, p.column});
    return found == columns_.end() ? 0 : found->second;
  }

 private:
  struct Cell {
    std::size_t paragraphs = 0, bytes = 0;
    bool lists = false;  ///< has list items
    bool is_column() const { return paragraphs > 4 || bytes > 240; }
  };
  using Row = std::map<int, Cell>;
  std::map<std::pair<int, int>, Row> rows_;     ///< by table and row
  std::map<std::pair<int, int>, int> columns_;  ///< by table and column
};

}  // namespace

std::vector<Line> paragraph_lines(const document::Document& document) {
  std::vector<Line> lines;
  std::map<std::pair<int, int>, int> rows;
  const CellRoles roles(document);
  const bool spaced = std::any_of(document.paragraphs.begin(), document.paragraphs.end(),
                                  [](const Paragraph& p) { return p.text.empty(); });
  const Paragraph* before = nullptr;
  for (const Paragraph& p : document.paragraphs) {
    if (is_rule(p.text)) {
      if (p.text.front() == '=' && !lines.empty() && lines.back().heading == 0) lines.back().heading = 2;
      continue;
    }
    Line line;
    if (spaced) line.gap = before && before->text.empty() ? 1.5F : 0.2F;
    line.right_to_left = p.right_to_left;
    line.margin = p.header_or_footer;
    line.bullet = p.list_level >= 0 && p.heading == 0;
    line.level = p.list_level;
    line.heading = p.heading;
    line.indent = 18.0 * (p.list_level + 1);
    if (p.table >= 0) {
      line.row = rows.try_emplace({p.table, p.row}, static_cast<int>(rows.size())).first->second;
      line.label = roles.is_label(p);
      line.column = roles.column(p);
      line.fresh = !before || before->table != p.table || before->row != p.row || before->column != p.column;
    }
    Builder(p, lines).run(std::move(line));
    before = &p;
  }
  return lines;
}

}  // namespace resumax::parse
