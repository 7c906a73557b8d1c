#include <resumax/render/formats.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace resumax::render {

namespace {

constexpr std::size_t columns = 78;
constexpr std::size_t aside_gap = 2;

// A word that would look like a list item at the start of a line.
bool is_lone_dash(std::string_view word) {
  std::size_t end = 0;
  return !word.empty() && text::is_bullet(text::next_code_point(word, end)) && end == word.size();
}

// Words of a line; a lone dash stays with the word before it.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = line.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    at = std::min(line.find(' ', begin), line.size());
    const std::string_view word = line.substr(begin, at - begin);
    if (is_lone_dash(word) && !out.empty()) {
      out.back().append(1, ' ').append(word);
    } else {
      out.emplace_back(word);
    }
  }
  return out;
}

// Lines of at most `width` columns, broken at blanks; a longer word stands on a line of its own.
std::vector<std::string> wrap(std::string_view line, std::size_t width) {
  std::vector<std::string> out;
  std::size_t used = 0;
  for (std::string& word : words_of(line)) {
    const std::size_t size = text::display_width(word);
    if (out.empty() || used + 1 + size > width) {
      out.push_back(std::move(word));
      used = size;
    } else {
      out.back().append(1, ' ').append(word);
      used += 1 + size;
    }
  }
  return out;
}

class Writer {
 public:
  explicit Writer(const Manuscript& manuscript) {
    for (const OutlineSection& section : manuscript.sections) {
      heading(section.heading);
      for (std::size_t i = 0; i < section.lines.size(); ++i) line(section.lines, i);
    }
  }
  std::string take() { return std::move(out_); }

 private:
  void blank_line() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
  }

  void put(std::string_view indent, std::string_view line) { out_.append(indent).append(line) += '\n'; }

  void heading(std::string_view heading) {
    if (!out_.empty()) blank_line();
    if (heading.empty()) return;
    const auto lines = wrap(heading, columns);
    std::size_t width = 0;
    for (const std::string& part : lines) {
      width = std::max(width, text::display_width(part));
      put("", part);
    }
    put("", std::string(width, '-'));
  }

  void line(const std::vector<OutlineLine>& lines, std::size_t i) {
    const OutlineLine& line = lines[i];
    const bool first = i == 0;
    switch (line.kind) {
      case OutlineKind::contact:
        contact(line.text, !first && lines[i - 1].kind == OutlineKind::contact);
        break;
      case OutlineKind::bullet:
        hanging("- ", line.text);
        break;
      case OutlineKind::entry:
      case OutlineKind::heading:
        if (!first) blank_line();
        with_aside(line.text, line.aside);
        break;
      case OutlineKind::name:
      case OutlineKind::label:
      case OutlineKind::subentry:
      case OutlineKind::paragraph:
        with_aside(line.text, line.aside);
        break;
    }
  }

  // Contact items share a line as long as they fit; none is broken.
  void contact(std::string_view item, bool continued) {
    if (continued) {
      const std::size_t last = out_.rfind('\n', out_.size() - 2);
      const std::string_view open = std::string_view(out_).substr(last == std::string::npos ? 0 : last + 1);
      if (text::display_width(text::trim(open)) + contact_separator.size() + text::display_width(item) <= columns) {
        out_.pop_back();
        out_.append(contact_separator).append(item) += '\n';
        return;
      }
    }
    put("", item);
  }

  void hanging(std::string_view marker, std::string_view line) {
    const auto lines = wrap(line, columns - marker.size());
    for (std::size_t i = 0; i < lines.size(); ++i) put(i == 0 ? marker : std::string(marker.size(), ' '), lines[i]);
  }

  // The aside ends at the right margin of the last line, or on a line below where it does not fit.
  void with_aside(std::string_view line, std::string_view aside) {
    if (aside.empty()) {
      hanging("", line);
      return;
    }
    const std::size_t aside_width = text::display_width(aside);
    auto lines = wrap(line, columns);
    auto fits = [&] {
      return !lines.empty() && text::display_width(lines.back()) + aside_gap + aside_width <= columns;
    };
    if (!fits() && aside_width + aside_gap < columns / 2) lines = wrap(line, columns - aside_width - aside_gap);
    if (fits()) {
      lines.back().append(columns - text::display_width(lines.back()) - aside_width, ' ');
    } else {
      lines.emplace_back(columns > aside_width ? columns - aside_width : 0, ' ');
    }
    lines.back() += aside;
    for (const std::string& part : lines) put("", part);
  }

  std::string out_;
};

}  // namespace

std::string to_plain_text(const Manuscript& manuscript) { return Writer(manuscript).take(); }

}  // namespace resumax::render
