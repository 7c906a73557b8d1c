#include <resumax/document/document.hpp>
#include <resumax/document/list_marker.hpp>
#include <resumax/document/markdown.hpp>
#include <resumax/document/paragraphs.hpp>
#include <resumax/document/text_bytes.hpp>
#include <resumax/text/unicode.hpp>

namespace resumax::document {

namespace {

/// Lines as paragraphs; a list item takes in the lines that hang under its text.
void read_plain_text(std::string_view utf8, Document& document) {
  ParagraphList paragraphs(document);
  ListLevels levels;
  int item = -1;  // the paragraph that a hanging line continues
  std::size_t hanging = 0;
  for (const auto line : text::split_lines(utf8)) {
    std::vector<HiddenText> hidden;
    auto paragraph = plain_paragraph(line, hidden);
    if (paragraph.text.empty()) {
      paragraphs.hide(std::move(hidden), -1);
      item = -1;
      paragraphs.blank();
      continue;
    }
    const auto indent = indentation(line);
    if (const auto marker = find_list_marker(line)) {
      hidden.clear();
      paragraph = plain_paragraph(line.substr(marker->content), hidden);
      paragraph.list_level = levels.level(indent);
      hanging = indent + 1;
      item = paragraphs.add(std::move(paragraph), std::move(hidden));
    } else if (item >= 0 && indent >= hanging) {
      auto& text = document.paragraphs[static_cast<std::size_t>(item)].text;
      text += ' ';
      text += paragraph.text;
      paragraphs.hide(std::move(hidden), item);
    } else {
      item = -1;
      levels.clear();
      paragraphs.add(std::move(paragraph), std::move(hidden));
    }
  }
}

}  // namespace

Document from_text(std::string_view bytes, Format format) {
  Document document;
  document.format = format;
  bool repaired = false;
  const std::string utf8 = decode_text(bytes, repaired);
  if (repaired) document.warnings.emplace_back("bad_utf8");
  if (format == Format::markdown)
    read_markdown(utf8, document);
  else
    read_plain_text(utf8, document);
  return document;
}

}  // namespace resumax::document
