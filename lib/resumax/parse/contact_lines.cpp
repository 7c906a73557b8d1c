#include <resumax/parse/contact_lines.hpp>

#include <resumax/parse/contact.hpp>
#include <resumax/parse/split.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::parse {

Piece find_name(const Source& source, std::size_t i) {
  const Line& line = source.line(i);
  Piece whole = source.whole(i);
  const auto addresses = find_addresses(line.text);
  if (!addresses.empty()) whole.end = std::min(whole.end, addresses.front().begin);
  if (!line.segments.empty()) {
    const Look& look = line.segments.front().look;
    for (const Segment& segment : line.segments)
      if (segment.after_gap || segment.look.size < look.size * 0.93F) {
        whole.end = std::min(whole.end, segment.begin);
        break;
      }
  }
  const auto parts = split(source, whole, {"\t", " | ", "|", ", ", "،", " – ", " — ", " - ", " · ", " • "});
  if (parts.empty()) return {};
  const std::string_view name = source.view(parts.front());
  if (word_count(name) > 6 || std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return {};
  return parts.front();
}

std::size_t line_of(const Source& source, const document::Link& link, const std::vector<std::size_t>& lines) {
  for (std::size_t i : lines) {
    const Line& line = source.line(i);
    if (link.page > 0 && line.page == link.page) {
      const double middle = (link.box.y0 + link.box.y1) / 2, centre = (link.box.x0 + link.box.x1) / 2;
      if (middle > line.box.y0 - 2 && middle < line.box.y1 + 2 && centre > line.box.x0 - 30 &&
          centre < line.box.x1 + 30)
        return i;
    } else if (link.page == 0 && !link.text.empty() && line.text.find(link.text) != std::string::npos) {
      return i;
    }
  }
  return source.lines().size();
}

bool holds_house_number(std::string_view text) {
  std::size_t digits = 0;
  bool other = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (c == ' ' || c == ',') {
      if (digits >= 2 && !other) return true;
      digits = 0, other = false;
    } else if (c >= '0' && c <= '9') {
      ++digits;
    } else {
      other = true;
    }
  }
  return false;
}

std::string dialled(std::string_view number) {
  std::string out;
  for (std::size_t at = 0; at < number.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(number, at);
    if (c >= 0x660 && c <= 0x669)
      out += static_cast<char>('0' + (c - 0x660));
    else if (c >= 0x6F0 && c <= 0x6F9)
      out += static_cast<char>('0' + (c - 0x6F0));
    else
      out.append(number, begin, at - begin);
  }
  return out;
}

}  // namespace resumax::parse
