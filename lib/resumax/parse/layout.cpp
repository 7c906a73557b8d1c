#include <resumax/parse/layout.hpp>

#include <resumax/parse/page_lines.hpp>
#include <resumax/parse/paragraph_lines.hpp>

#include <resumax/text/unicode.hpp>

#include <cmath>
#include <map>

namespace resumax::parse {
namespace {

void append_line(Flow& flow, Line& line) {
  if (!flow.text.empty()) flow.text += '\n';
  if (line.bullet) flow.text += "• ";
  line.begin = static_cast<std::uint32_t>(flow.text.size());
  flow.text += line.text;
}

}  // namespace

bool same_look(const Look& a, const Look& b) {
  return a.font == b.font && a.bold == b.bold && a.italic == b.italic && a.caps == b.caps &&
         std::abs(a.size - b.size) <= 0.04F * std::max(a.size, b.size);
}

Flow lay_out(const document::Document& document) {
  Flow flow;
  flow.lines = document.pages.empty() ? paragraph_lines(document) : page_lines(document);
  std::map<float, std::size_t> sizes;
  std::size_t right = 0, letters = 0;
  for (Line& line : flow.lines) {
    append_line(flow, line);
    sizes[line.look.size] += line.text.size();
    for (std::size_t at = 0; at < line.text.size();) {
      const char32_t c = text::next_code_point(line.text, at);
      if (!text::is_letter(c)) continue;
      ++letters;
      if (text::is_right_to_left(c)) ++right;
    }
  }
  flow.right_to_left = right * 2 > letters;
  std::size_t most = 0;
  for (const auto& [size, bytes] : sizes)
    if (size > 0 && bytes > most) most = bytes, flow.body_size = size;
  return flow;
}

}  // namespace resumax::parse
