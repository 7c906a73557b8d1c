#include <resumax/render/layout.hpp>

#include <resumax/text/bidi.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace resumax::render {

namespace {

constexpr double side_margin = 54, top_margin = 48, bottom_margin = 48;
constexpr double text_width = page_width - 2 * side_margin;
constexpr double bullet_indent = 13, bullet_place = 3, aside_gap = 14;

constexpr Color ink{0, 0, 0}, accent{0.10, 0.22, 0.38}, soft{0.27, 0.27, 0.27};
constexpr Style name_style{Face::bold, 21, 26, accent};
constexpr Style label_style{Face::regular, 12, 17, soft};
constexpr Style contact_style{Face::regular, 10, 14, ink};
constexpr Style heading_style{Face::bold, 11.5, 18, accent};
constexpr Style entry_style{Face::bold, 10.5, 14, ink};
constexpr Style subentry_style{Face::italic, 10, 13.5, ink};
constexpr Style body_style{Face::regular, 10, 13.5, ink};
constexpr Style aside_style{Face::regular, 10, 13.5, soft};

// Space above a block of its kind.
constexpr double before_heading = 10, after_heading = 3, before_entry = 7, before_line = 2;

// Around a contact item, so that none is torn apart by the direction of its neighbours.
constexpr std::string_view left_isolate = "\u2066", right_isolate = "\u2067", pop_isolate = "\u2069";

using Cells = std::vector<Cell>;
using Line = std::span<const Cell>;

class Composer {
 public:
  Composer(const Manuscript& manuscript, FontSet& fonts) : manuscript_(manuscript), fonts_(fonts) {
    layout_.left = side_margin;
    layout_.right = page_width - side_margin;
  }

  Layout run() {
    for (const OutlineSection& section : manuscript_.sections) {
      heading(section.heading);
      for (std::size_t i = 0; i < section.lines.size();) i = line(section, i);
    }
    fonts_.check();
    if (!layout_.rows.empty()) layout_.rows.back().keep_next = false;
    layout_.pages = paginate(layout_.rows, top_margin, page_height - top_margin - bottom_margin);
    return std::move(layout_);
  }

 private:
  // How the lines of a block stand on the page.
  struct Setting {
    Tag tag = Tag::paragraph;
    const Style& style;
    double before = 0;
    double indent = 0;
    bool keep_next = false;
  };

  void heading(std::string_view text) {
    space_ = before_heading;
    if (text.empty()) return;
    const std::size_t first = layout_.rows.size();
    block({Tag::heading, heading_style, 0, 0, true}, shape({{text, heading_style.face}}), {});
    if (layout_.rows.size() == first) return;
    layout_.rows.back().ruled = true;
    space_ = after_heading;
  }

  // Sets the line at `i`, with the contact lines that follow a contact line; returns the next one's index.
  std::size_t line(const OutlineSection& section, std::size_t i) {
    const auto& lines = section.lines;
    const OutlineLine& line = lines[i];
    const bool opens =
        line.kind == OutlineKind::heading || line.kind == OutlineKind::entry || line.kind == OutlineKind::subentry;
    const bool more =
        i + 1 < lines.size() && lines[i + 1].kind != OutlineKind::entry && lines[i + 1].kind != OutlineKind::heading;
    switch (line.kind) {
      case OutlineKind::name:
        whole(line, {Tag::title, name_style, 0, 0, true});
        break;
      case OutlineKind::label:
        whole(line, {Tag::paragraph, label_style, 0, 0, true});
        break;
      case OutlineKind::contact:
        return contacts(lines, i);
      case OutlineKind::heading:
      case OutlineKind::entry:
        whole(line, {Tag::entry, entry_style, before_entry, 0, opens && more});
        break;
      case OutlineKind::subentry:
        whole(line, {Tag::paragraph, subentry_style, 0, 0, opens && more});
        break;
      case OutlineKind::paragraph:
        whole(line, {Tag::paragraph, body_style, before_line, 0, false}, list_label(section, line));
        break;
      case OutlineKind::bullet:
        whole(line, {Tag::bullet, body_style, before_line, bullet_indent, false});
        break;
    }
    return i + 1;
  }

  void whole(const OutlineLine& line, const Setting& setting, std::size_t label = 0) {
    const std::int16_t link = add_link(line.link);
    const std::string_view text = line.text;
    block(setting, shape({{text.substr(0, label), Face::bold, link}, {text.substr(label), setting.style.face, link}}),
          shape({{line.aside, aside_style.face}}));
  }

  // Contact items share a row as long as they fit; none is broken unless it is wider than the page.
  std::size_t contacts(const std::vector<OutlineLine>& lines, std::size_t i) {
    std::vector<Span> row;
    std::vector<std::string> texts;  // what the spans of `row` view
    texts.reserve(lines.size());
    Cells set;
    auto flush = [&] { block({Tag::paragraph, contact_style, 0, 0, true}, set, {}); };
    for (; i < lines.size() && lines[i].kind == OutlineKind::contact; ++i) {
      std::string& item = texts.emplace_back();
      item += text::has_right_to_left(lines[i].text) ? right_isolate : left_isolate;
      for (const char c : lines[i].text) item += c == ' ' ? std::string("\u00A0") : std::string(1, c);
      item += pop_isolate;
      const Span span{item, contact_style.face, add_link(lines[i].link)};
      std::vector<Span> longer = row;
      if (!row.empty()) longer.push_back({contact_separator});
      longer.push_back(span);
      Cells cells = fonts_.shape(longer, manuscript_.direction);
      if (!row.empty() && width_of(cells, contact_style.size) > text_width) {
        flush();
        longer = {span};
        cells = fonts_.shape(longer, manuscript_.direction);
      }
      row = std::move(longer);
      set = std::move(cells);
    }
    flush();
    return i;
  }

  Cells shape(std::initializer_list<Span> spans) {
    return fonts_.shape(std::span(spans.begin(), spans.size()), manuscript_.direction);
  }

  std::int16_t add_link(const std::string& url) {
    if (url.empty() || layout_.links.size() > 30000) return -1;
    layout_.links.push_back(url);
    return static_cast<std::int16_t>(layout_.links.size() - 1);
  }

  bool from_right(Line cells) const {
    if (manuscript_.direction == Direction::right_to_left) return true;
    const auto first = std::find_if(cells.begin(), cells.end(), [](const Cell& cell) {
      return cell.level > 0 || (cell.character > U'@' && cell.level == 0);
    });
    return first != cells.end() && first->level % 2 == 1;
  }

  // Sets a block: its text, broken into rows, with the aside on the other side of the last row.
  void block(const Setting& setting, const Cells& text, const Cells& aside) {
    if (text.empty() && aside.empty()) return;
    const double width = text_width - setting.indent;
    const double aside_width = width_of(aside, aside_style.size);
    auto lines = break_lines(text, width, setting.style.size);
    bool beside = !aside.empty() && !lines.empty() &&
                  width_of(lines.back(), setting.style.size) + aside_gap + aside_width <= width;
    if (!aside.empty() && !beside && aside_width + aside_gap < width / 2) {
      lines = break_lines(text, width - aside_width - aside_gap, setting.style.size);
      beside = !lines.empty();
    }
    const bool right = text.empty() ? manuscript_.direction == Direction::right_to_left : from_right(text);

    const std::size_t first = layout_.rows.size();
    layout_.blocks.push_back(setting.tag);
    for (const Line& line : lines) {
      Row& row = add_row(setting.style);
      if (setting.tag == Tag::bullet && row_is(first)) add_bullet(row, right);
      const double left = side_margin + (right ? 0 : setting.indent);
      place(row, line, setting.style, left, left + width, right);
    }
    if (!aside.empty()) add_aside(aside, beside, right);
    finish(first, setting);
  }

  bool row_is(std::size_t index) const { return layout_.rows.size() == index + 1; }

  Row& add_row(const Style& style) {
    Row& row = layout_.rows.emplace_back();
    row.block = layout_.blocks.size() - 1;
    row.height = style.leading;
    row.baseline = (style.leading - style.size) / 2 + style.size * 0.8;
    return row;
  }

  void add_bullet(Row& row, bool right) {
    const Cells bullet = shape({{"•"}});
    const double left = side_margin + (right ? 0 : bullet_place);
    place(row, bullet, body_style, left, layout_.right - (right ? bullet_place : 0), right);
    for (Segment& segment : row.segments) segment.label = true;
  }

  void add_aside(const Cells& aside, bool beside, bool right) {
    if (beside) {
      add_gap(layout_.rows.back(), width_of(aside, aside_style.size), right);
      place(layout_.rows.back(), aside, aside_style, side_margin, layout_.right, !right);
      return;
    }
    for (const Line& line : break_lines(aside, text_width, aside_style.size))
      place(add_row(aside_style), line, aside_style, side_margin, layout_.right, !right);
  }

  // Fills the row between its text and an aside on the other side with white space.
  void add_gap(Row& row, double aside_width, bool right) {
    double from = side_margin + (right ? aside_width : 0), to = layout_.right - (right ? 0 : aside_width);
    for (const Segment& segment : row.segments) {
      if (right) to = std::min(to, segment.x);
      if (!right) from = std::max(from, segment.x + segment.width);
    }
    const int room = static_cast<int>((to - from) * 1000 / aside_style.size);
    Segment gap{from, to - from, &aside_style, {}, -1, false};
    if (right) {
      const Cell mark = fonts_.direction_mark(Direction::right_to_left);
      gap.cells = fonts_.gap(room - mark.advance);
      gap.cells.push_back(mark);
    } else {
      gap.cells = fonts_.gap(room);
    }
    row.segments.push_back(std::move(gap));
  }

  // Space above the block, and the rows of it that a page may not part: no lone first or last line.
  void finish(std::size_t first, const Setting& setting) {
    auto& rows = layout_.rows;
    if (rows.size() == first) {
      layout_.blocks.pop_back();
      return;
    }
    const double space = std::exchange(space_, -1);
    rows[first].before = first == 0 ? 0 : space >= 0 ? space : setting.before;
    const std::size_t count = rows.size() - first;
    for (std::size_t i = 0; i < count; ++i) {
      const bool parts = i + 1 < count && (setting.keep_next || i == 0 || i + 2 == count);
      rows[first + i].keep_next = parts || (i + 1 == count && setting.keep_next);
    }
  }

  static bool is_sign(char32_t c) {
    std::string utf8;
    text::append(utf8, c);
    return !text::is_letter(c) && !text::is_digit(c) && c != U' ' && text::display_width(utf8) > 0;
  }

  // Where a line of both directions is drawn in separate pieces, so that they can stand in reading order: words, and in
  // right-to-left ones the signs after and inside them.
  static bool parts_words(const Cell& left, const Cell& right, std::int8_t level) {
    return left.space || (level % 2 == 1 && (is_sign(right.character) || is_number_part(left.character)));
  }

  // Puts a broken line between two places, at the left or right one, as segments in reading order.
  void place(Row& row, Line line, const Style& style, double left, double right_end, bool right) {
    std::vector<std::int8_t> levels;
    for (const Cell& cell : line) levels.push_back(cell.level);
    const std::int8_t base = right && !levels.empty() && levels.front() > 0 ? std::int8_t{1} : std::int8_t{0};
    double trailing = 0;
    for (std::size_t i = line.size(); i > 0 && line[i - 1].space; --i) {
      levels[i - 1] = base;
      trailing += line[i - 1].advance * style.size / 1000;
    }
    double x = right ? right_end - width_of(line, style.size) - (base == 1 ? trailing : 0) : left;
    std::vector<double> places(line.size());
    for (const std::size_t i : visual_order(levels)) {
      places[i] = x;
      x += line[i].advance * style.size / 1000;
    }
    const bool plain = std::all_of(levels.begin(), levels.end(), [](std::int8_t level) { return level == 0; });
    for (std::size_t begin = 0; begin < line.size();) {
      std::size_t end = begin + 1;
      while (end < line.size() && levels[end] == levels[begin] && line[end].link == line[begin].link &&
             (plain || !parts_words(line[end - 1], line[end], levels[begin])))
        ++end;
      add_segment(row, line.subspan(begin, end - begin), levels[begin] % 2 == 1, style,
                  std::min(places[begin], places[end - 1]));
      begin = end;
    }
  }

  static void add_segment(Row& row, Line cells, bool reversed, const Style& style, double x) {
    Segment segment{x, 0, &style, Cells(cells.begin(), cells.end()), cells.front().link, false};
    if (reversed) std::reverse(segment.cells.begin(), segment.cells.end());
    segment.width = width_of(segment.cells, style.size);
    row.segments.push_back(std::move(segment));
  }

  const Manuscript& manuscript_;
  FontSet& fonts_;
  Layout layout_;
  double space_ = -1;  // above the next block instead of its own, when not negative
};

}  // namespace

Layout lay_out(const Manuscript& manuscript, FontSet& fonts) { return Composer(manuscript, fonts).run(); }

}  // namespace resumax::render
