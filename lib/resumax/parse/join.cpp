#include <resumax/parse/join.hpp>

#include <resumax/parse/line_ends.hpp>
#include <resumax/parse/wrapped_dates.hpp>

#include <resumax/text/dates.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

namespace resumax::parse {
namespace {

double em(const Line& line) {
  if (!line.segments.empty() && line.segments.back().look.size > 0)
    return static_cast<double>(line.segments.back().look.size);
  return std::max(4.0, 0.8 * (line.box.y1 - line.box.y0));
}

/// A line that grows: the printed lines joined so far.
struct Paragraph {
  PrintedLine head;       ///< the result
  PrintedLine last;       ///< geometry of its last printed line
  double text_start = 0;  ///< start edge of its text
  double leading = 0;     ///< distance between its lines, 0 while there is one
};

class Joiner {
 public:
  explicit Joiner(const std::vector<PrintedLine>& lines) {
    for (const PrintedLine& line : lines) {
      std::size_t begin = 0;
      const std::string& text = line.line.text;
      for (std::size_t i = 0; i <= text.size(); ++i)
        if (i == text.size() || text[i] == ' ' || text[i] == '\t') {
          if (i > begin) words_.insert(text.substr(begin, i - begin));
          begin = i + 1;
        }
    }
    measure_leading(lines);
    find_flush_ends(lines);
  }

  bool goes_on(const Paragraph& paragraph, const PrintedLine& next) const {
    const Line& a = paragraph.last.line;
    const Line& b = next.line;
    if (b.bullet || a.column != b.column || a.label != b.label || a.row != b.row || a.text.empty()) return false;
    const bool turned = a.page != b.page;
    if (b.fresh && !turned) return false;
    if (a.segments.empty() || b.segments.empty() || !alike(a, b)) return false;
    if (!starts_there(paragraph, next)) return false;
    if (!turned && !close(paragraph, next)) return false;
    if (a.label && goes_on_as_date(paragraph.head.line.text, b.text)) return true;
    if (a.label && ends_with_date(a.text)) return false;
    if (starts_address(b.text) && !paragraph.head.line.bullet) return false;
    if (!starts_lower(b.text) && ends_dated_item(a.text, b.text)) return false;
    if (next.cells > 1 && !paragraph.head.line.bullet && !paragraph.head.line.joined) return false;
    const bool lower = starts_lower(b.text), sentence = ends_with_stop(a.text);
    if (paragraph.last.cells > 1 && !paragraph.head.line.bullet && !(lower && full(paragraph.last, next))) return false;
    if (turned && (sentence || !(lower || full(paragraph.last, next)))) return false;
    if (paragraph.head.line.bullet && !turned && b.indent > paragraph.head.line.indent - 1) {
      if (hanging(paragraph)) return true;
    }
    const bool narrow =
        !paragraph.head.line.bullet && a.box.x1 - a.box.x0 < 12 * em(a) && a.text.find(' ') == std::string::npos;
    if (full(paragraph.last, next)) return lower || ends_open(a.text) || (!narrow && !is_new_item(paragraph, next));
    const double used =
        b.right_to_left || is_flush_end(a) ? paragraph.last.limit - a.box.x0 : a.box.x1 - paragraph.last.start;
    const bool wide = used > 0.6 * (paragraph.last.limit - paragraph.last.start);
    if (!lower && ends_dangling(a.text) && same_look(a.segments.back().look, b.segments.front().look) &&
        !is_new_item(paragraph, next))
      return true;
    if (!wide || sentence) return false;
    const bool open = (ends_open(a.text) && !ends_with_address(a.text)) || !balanced(a.text);
    return lower || open || breaks_date(a.text, b.text);
  }

  /// Whether `next` is what did not fit into the first cell of a line with an aside: "University of … → 2019".
  bool wraps_in_cell(const Paragraph& paragraph, const PrintedLine& next) const {
    const Line& a = paragraph.head.line;
    const Line& b = next.line;
    if (paragraph.head.cells != 2 || a.joined || a.bullet || b.bullet || next.cells != 1 || b.fresh ||
        a.page != b.page || a.column != b.column || a.row != b.row || a.label != b.label || a.right_to_left)
      return false;
    const auto aside = std::find_if(a.segments.begin(), a.segments.end(), [](const Segment& s) { return s.after_gap; });
    if (aside == a.segments.end() || aside == a.segments.begin() || b.segments.empty()) return false;
    const Segment& last = *(aside - 1);
    if (!same_look(last.look, b.segments.front().look) || std::abs(b.box.x0 - a.box.x0) > 1.5) return false;
    if (next.baseline - paragraph.last.baseline > 1.8 * em(b) || b.text.size() > a.text.size()) return false;
    const std::size_t first = std::min(b.text.find(' '), b.text.size());
    const double word = (b.box.x1 - b.box.x0) * static_cast<double>(text::length(b.text.substr(0, first))) /
                        static_cast<double>(std::max<std::size_t>(1, text::length(b.text)));
    return aside->box.x0 - last.box.x1 < word + em(b) && text::find_dates(b.text).empty();
  }

  /// Puts `next` at the end of the first cell.
  static void append_to_cell(Paragraph& paragraph, const PrintedLine& next) {
    Line& a = paragraph.head.line;
    const auto aside = std::find_if(a.segments.begin(), a.segments.end(), [](const Segment& s) { return s.after_gap; });
    const auto at = (aside - 1)->end;
    a.text.insert(at, " " + next.line.text);
    const auto shift = static_cast<std::uint32_t>(next.line.text.size() + 1);
    (aside - 1)->end += shift;
    for (auto segment = aside; segment != a.segments.end(); ++segment) segment->begin += shift, segment->end += shift;
    a.box.y1 = std::max(a.box.y1, next.line.box.y1);
    paragraph.last = next;
  }

  /// Appends `next` to the paragraph's text; a hyphen at the break goes where the parts make one word.
  void append(Paragraph& paragraph, const PrintedLine& next) const {
    Line& line = paragraph.head.line;
    bool blank = true;
    if (line.text.size() > 1 && line.text.ends_with('-') && line.text[line.text.size() - 2] != ' ') {
      blank = false;
      if (starts_lower(next.line.text) && !keeps_hyphen(line.text)) {
        line.text.pop_back();
        if (line.segments.back().end > line.text.size())
          line.segments.back().end = static_cast<std::uint32_t>(line.text.size());
      }
    } else if (is_full_width(last_code_point(line.text)) && is_full_width(first_code_point(next.line.text))) {
      blank = false;
    } else if (breaks_mail(line.text, next.line.text)) {
      blank = false;
    } else if (line.text.ends_with('/') && !line.text.ends_with(" /") && line.text.find("://") != std::string::npos) {
      blank = false;
    }
    const bool terms = blank && !line.bullet && paragraph.last.line.text.find('\t') != std::string::npos &&
                       paragraph.last.cells == 1 && !is_justified_text(paragraph.last);
    if (blank) line.text += terms ? '\t' : ' ';
    const auto shift = static_cast<std::uint32_t>(line.text.size());
    line.text += next.line.text;
    for (Segment segment : next.line.segments) {
      segment.begin += shift;
      segment.end += shift;
      Segment& last = line.segments.back();
      segment.after_gap = segment.after_gap || (terms && segment.begin == shift);
      if (!segment.after_gap && same_look(last.look, segment.look))
        last.end = segment.end;
      else
        line.segments.push_back(segment);
    }
    const Box& b = next.line.box;
    if (line.page == next.line.page)
      line.box = {std::min(line.box.x0, b.x0), std::min(line.box.y0, b.y0), std::max(line.box.x1, b.x1),
                  std::max(line.box.y1, b.y1)};
    line.joined = true;
    if (paragraph.last.line.page == next.line.page) paragraph.leading = next.baseline - paragraph.last.baseline;
    if (paragraph.last.line.text.empty() || !paragraph.head.line.bullet) paragraph.text_start = start_edge(next);
    paragraph.last = next;
  }

  /// A line that reaches the end edge of its column.
  static bool is_justified_text(const PrintedLine& line) {
    const double end = line.line.right_to_left ? line.line.box.x0 - line.start : line.limit - line.line.box.x1;
    return end < 0.3 * em(line.line);
  }

  static double start_edge(const PrintedLine& line) {
    return line.line.right_to_left ? line.line.box.x1 : line.line.box.x0;
  }

 private:
  using Class = std::tuple<int, long, long>;
  static Class class_of(const PrintedLine& line) {
    return {line.line.column, std::lround(line.line.indent / 6), std::lround(em(line.line) * 2)};
  }

  /// The distance of wrapped lines, over the font size, for each kind of line: near the smallest that occurs.
  void measure_leading(const std::vector<PrintedLine>& lines) {
    std::map<Class, std::vector<double>> ratios;
    std::vector<double> all;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const Class key = class_of(lines[i]);
      if (lines[i].line.page != lines[i - 1].line.page || key != class_of(lines[i - 1])) continue;
      const double ratio = (lines[i].baseline - lines[i - 1].baseline) / em(lines[i].line);
      if (ratio < 0.9 || ratio > 2.2) continue;
      ratios[key].push_back(ratio);
      all.push_back(ratio);
    }
    const auto low = [](std::vector<double>& values) {
      const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 10);
      std::nth_element(values.begin(), at, values.end());
      return *at;
    };
    if (all.size() >= 3) leading_ = low(all);
    for (auto& [key, values] : ratios)
      if (values.size() >= 4) leadings_[key] = low(values);
  }

  /// Columns whose lines end at one edge and start anywhere: text set against the end.
  void find_flush_ends(const std::vector<PrintedLine>& lines) {
    struct Count {
      std::size_t lines = 0, ends = 0;
      std::set<long> starts;
    };
    std::map<std::pair<int, int>, Count> columns;
    for (const PrintedLine& line : lines) {
      if (line.line.right_to_left || line.line.column <= 0) continue;
      Count& count = columns[{line.line.page, line.line.column}];
      ++count.lines;
      count.starts.insert(std::lround(line.line.box.x0));
      if (line.limit - line.line.box.x1 < 1.5) ++count.ends;
    }
    for (const auto& [column, count] : columns)
      if (count.lines >= 5 && count.ends * 10 >= count.lines * 8 && count.starts.size() * 2 >= count.lines)
        flush_ends_.insert(column);
  }
  bool is_flush_end(const Line& line) const { return flush_ends_.contains({line.page, line.column}); }

  double leading_of(const PrintedLine& line) const {
    const auto found = leadings_.find(class_of(line));
    return found == leadings_.end() ? leading_ : found->second;
  }

  static bool alike(const Line& a, const Line& b) {
    const Look& x = a.segments.back().look;
    const Look& y = b.segments.front().look;
    if (std::abs(x.size - y.size) > 0.06F * std::max(x.size, y.size)) return false;
    if (x.bold == y.bold && x.italic == y.italic) return true;
    return starts_lower(b.text) && a.joined;
  }

  bool starts_there(const Paragraph& paragraph, const PrintedLine& next) const {
    const double size = em(next.line);
    if (is_flush_end(next.line)) return std::abs(paragraph.last.line.box.x1 - next.line.box.x1) < 1.5;
    const double dx =
        next.line.right_to_left ? paragraph.text_start - start_edge(next) : start_edge(next) - paragraph.text_start;
    if (std::abs(dx) < 0.3 * size + 0.5) return true;
    if (paragraph.head.line.bullet && paragraph.leading == 0) {
      // Out to where the column starts goes what is no item, but where items wrap there.
      const bool out = next.line.indent < 0.5 * size && dx < -1.5 * size && paragraph.head.line.indent > 1.5 * size;
      return dx < 1 && dx > -3.2 * size && !(out && !full(paragraph.last, next));
    }
    if (paragraph.leading == 0 && dx < 0 && dx > -3.5 * size) return false;
    const Box& a = paragraph.last.line.box;
    const Box& b = next.line.box;
    const double middle = (paragraph.last.start + paragraph.last.limit) / 2;
    const bool centred = std::abs((a.x0 + a.x1) / 2 - middle) < size && std::abs((b.x0 + b.x1) / 2 - middle) < size;
    return centred && a.x0 > paragraph.last.start + size;
  }

  bool close(const Paragraph& paragraph, const PrintedLine& next) const {
    const double distance = next.baseline - paragraph.last.baseline;
    const double size = em(next.line);
    if (distance <= 0.5 * size) return false;
    if (paragraph.leading > 0) return distance < paragraph.leading * 1.12 + 0.8;
    return distance < std::min(std::max(leading_of(next) * 1.35, 1.65), 2.2) * size;
  }

  static bool is_centred(const PrintedLine& line) {
    const Box& box = line.line.box;
    const double left = box.x0 - line.start, right = line.limit - box.x1;
    return left > 2 * em(line.line) && std::abs(left - right) < em(line.line);
  }

  bool hanging(const Paragraph& paragraph) const { return !paragraph.last.line.text.empty(); }

  /// Whether the first word of `next` had no room at the end of `line`.
  bool full(const PrintedLine& line, const PrintedLine& next) const {
    const Line& a = line.line;
    const Line& b = next.line;
    const std::size_t blank = b.text.find_first_of(" \t");
    const bool anywhere = is_full_width(first_code_point(b.text));
    const std::size_t first = anywhere ? 1 : text::length(std::string_view(b.text).substr(0, blank));
    const std::size_t all = std::max<std::size_t>(1, text::length(b.text));
    const double width = next.cells > 1 && !b.segments.empty() ? b.segments.front().box.x1 - b.segments.front().box.x0
                                                               : b.box.x1 - b.box.x0;
    const double word = width * static_cast<double>(first) / static_cast<double>(all);
    double room = a.right_to_left ? a.box.x0 - line.start : line.limit - a.box.x1;
    if (is_flush_end(a)) room = a.box.x0 - line.start;
    if (is_centred(line)) room = (line.limit - line.start) - (a.box.x1 - a.box.x0);
    return room < word * 0.9 + 0.25 * em(a) + 1.0;
  }

  /// After a full line: whether white space says that a new item starts.
  bool is_new_item(const Paragraph& paragraph, const PrintedLine& next) const {
    if (paragraph.last.line.page != next.line.page) return true;
    const double distance = next.baseline - paragraph.last.baseline;
    const double base = paragraph.leading > 0 ? paragraph.leading : leading_of(next) * em(next.line);
    return distance > base * 1.1 + 0.4;
  }

  /// "on-call" keeps its hyphen, "intern-ships" does not: the part before it is a word of this document or very short.
  bool keeps_hyphen(const std::string& text) const {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\t') --begin;
    const std::string part = text.substr(begin, text.size() - 1 - begin);
    return part.find('-') != std::string::npos || part.size() < 2 || words_.contains(part);
  }

  std::unordered_set<std::string> words_;
  std::set<std::pair<int, int>> flush_ends_;  ///< page and column
  std::map<Class, double> leadings_;
  double leading_ = 1.25;
};

void finish(Paragraph& paragraph, std::vector<Line>& out) {
  Line& line = paragraph.head.line;
  std::size_t most = 0;
  for (const Segment& segment : line.segments)
    if (segment.end - segment.begin > most) most = segment.end - segment.begin, line.look = segment.look;
  out.push_back(std::move(line));
}

}  // namespace

std::vector<Line> join_lines(std::vector<PrintedLine> lines) {
  const Joiner joiner(lines);
  std::vector<Line> out;
  Paragraph paragraph;
  bool open = false;
  for (PrintedLine& next : lines) {
    if (open && joiner.wraps_in_cell(paragraph, next)) {
      Joiner::append_to_cell(paragraph, next);
      continue;
    }
    if (open && joiner.goes_on(paragraph, next)) {
      joiner.append(paragraph, next);
      continue;
    }
    if (open) {
      const PrintedLine& before = paragraph.last;
      const bool comparable = before.line.page == next.line.page && before.line.column == next.line.column;
      const double space = next.line.box.y0 - before.line.box.y1;
      next.line.gap = comparable && space > -em(next.line) ? static_cast<float>(space / em(next.line)) : 3.0F;
      finish(paragraph, out);
    } else {
      next.line.gap = 3.0F;
    }
    paragraph = Paragraph{next, next, Joiner::start_edge(next), 0};
    open = true;
  }
  if (open) finish(paragraph, out);
  return out;
}

}  // namespace resumax::parse
