#include <resumax/document/paragraphs.hpp>
#include <resumax/text/unicode.hpp>

namespace resumax::document {

namespace {

constexpr std::size_t most_hidden = 200;

bool is_dropped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C || c == 0x180E || c == 0x200B || c == 0x200E ||
         c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE007F);
}

bool is_mostly_right_to_left(std::string_view utf8) {
  std::size_t left = 0, right = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, at);
    if (!text::is_letter(c)) continue;
    ++(text::is_right_to_left(c) ? right : left);
  }
  return right > left;
}

}  // namespace

void StyledText::append(std::string_view utf8, const Style& style) {
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, at);
    invisible_.see(c);
    if (c == '\n' || c == '\v' || c == '\f' || c == 0x2028)
      line_break_ = true;
    else if (c == '\t')
      tab_ = true;
    else if (text::is_space(c))
      ++blank_width_;
    else if (!is_dropped(c))
      append_visible(c, style);
  }
}

void StyledText::append_visible(char32_t c, const Style& style) {
  if (!text_.empty()) {
    if (line_break_)
      text_ += '\n';
    else if (tab_ || blank_width_ > 2)
      text_ += '\t';
    else if (blank_width_ > 0)
      text_ += ' ';
  }
  blank_width_ = 0;
  tab_ = line_break_ = false;
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text::append(text_, c);
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (!runs_.empty() && runs_.back().bold == style.bold && runs_.back().italic == style.italic) {
    runs_.back().end = end;
  } else {
    if (!runs_.empty()) runs_.back().end = begin;
    runs_.push_back({begin, end, style.bold, style.italic});
  }
  if (style.size > 0) bytes_of_size_[style.size] += end - begin;
}

void StyledText::finish(Paragraph& paragraph) const {
  paragraph.text = text_;
  if (runs_.size() == 1) {
    paragraph.bold = runs_.front().bold;
    paragraph.italic = runs_.front().italic;
  } else {
    paragraph.runs = runs_;
  }
  std::size_t most = 0;
  for (const auto& [size, bytes] : bytes_of_size_) {
    if (bytes <= most) continue;
    most = bytes;
    paragraph.size = size;
  }
  if (is_mostly_right_to_left(text_)) paragraph.right_to_left = true;
}

void ParagraphList::hide(std::vector<HiddenText> hidden, int index) {
  for (auto& entry : hidden) {
    if (document_.hidden.size() >= most_hidden) return;
    entry.paragraph = index < 0 ? static_cast<int>(document_.paragraphs.size()) : index;
    document_.hidden.push_back(std::move(entry));
  }
}

int ParagraphList::add(Paragraph paragraph, std::vector<HiddenText> hidden) {
  if (paragraph.text.empty()) {
    if (paragraph.table < 0) blank_ = true;
    hide(std::move(hidden), -1);
    return -1;
  }
  auto& list = document_.paragraphs;
  if (blank_ && !list.empty()) list.emplace_back();
  blank_ = false;
  list.push_back(std::move(paragraph));
  const int index = static_cast<int>(list.size()) - 1;
  hide(std::move(hidden), index);
  return index;
}

Paragraph plain_paragraph(std::string_view text, std::vector<HiddenText>& hidden) {
  StyledText styled;
  styled.append(text);
  for (auto& entry : styled.take_invisible()) hidden.push_back(std::move(entry));
  Paragraph paragraph;
  styled.finish(paragraph);
  return paragraph;
}

}  // namespace resumax::document
