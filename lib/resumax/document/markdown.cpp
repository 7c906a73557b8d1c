#include <resumax/document/list_marker.hpp>
#include <resumax/document/markdown.hpp>
#include <resumax/document/markdown_inline.hpp>
#include <resumax/document/paragraphs.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <optional>

namespace resumax::document {

namespace {

constexpr auto npos = std::string_view::npos;
/// A line this long was broken because it was full, not to begin something new.
constexpr std::size_t full_line = 60;

std::size_t run_length(std::string_view line, char c) { return std::min(line.find_first_not_of(c), line.size()); }

/// "---", "* * *", "___".
bool is_rule(std::string_view line) {
  const char mark = line.empty() ? ' ' : line.front();
  if (mark != '-' && mark != '*' && mark != '_') return false;
  std::size_t marks = 0;
  for (const char c : line) {
    if (c == mark)
      ++marks;
    else if (c != ' ' && c != '\t')
      return false;
  }
  return marks >= 3;
}

/// Level of an underline that makes the line above it a heading, 0 for none.
int underline_level(std::string_view line) {
  if (line.size() < 2) return 0;
  if (run_length(line, '=') == line.size()) return 1;
  return run_length(line, '-') == line.size() ? 2 : 0;
}

/// "|---|:--:|"
bool is_table_rule(std::string_view line) {
  return line.find('-') != npos && line.find('|') != npos && line.find_first_not_of("|-: \t") == npos;
}

std::vector<std::string_view> cells_of(std::string_view line) {
  if (line.starts_with('|')) line.remove_prefix(1);
  std::vector<std::string_view> cells;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\')
      ++i;
    else if (line[i] == '|') {
      cells.push_back(text::trim(line.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  if (begin < line.size() && !text::trim(line.substr(begin)).empty()) cells.push_back(text::trim(line.substr(begin)));
  return cells;
}

class Markdown {
 public:
  Markdown(std::string_view utf8, Document& document)
      : lines_(text::split_lines(utf8)), document_(document), paragraphs_(document) {}

  void read() {
    collect_definitions();
    for (at_ = 0; at_ < lines_.size(); ++at_) read_line(lines_[at_]);
    finish_block();
  }

 private:
  struct Block {
    std::string text;
    int list_level = -1;
    std::size_t hanging = 0;
    bool full = false;  ///< its last line was a full one
  };

  void collect_definitions() {
    for (const auto line : lines_) {
      const auto trimmed = text::trim(line);
      if (!trimmed.starts_with('[')) continue;
      const auto close = trimmed.find("]:");
      if (close == npos || close < 2 || close > 200) continue;
      auto uri = text::trim(trimmed.substr(close + 2));
      uri = uri.substr(0, uri.find_first_of(" \t"));
      if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
      if (uri.empty()) continue;
      definitions_.emplace(definition_key(trimmed.substr(1, close - 1)), uri);
    }
  }

  bool is_definition(std::string_view trimmed) const {
    const auto close = trimmed.find("]:");
    return trimmed.starts_with('[') && close != npos && close < 200 &&
           definitions_.contains(definition_key(trimmed.substr(1, close - 1)));
  }

  void read_line(std::string_view line) {
    const auto indent = indentation(line);
    auto trimmed = text::trim(line);
    if (read_fence(trimmed)) return;
    while (trimmed.starts_with('>')) trimmed = text::trim(trimmed.substr(1));
    if (trimmed.empty() || is_definition(trimmed)) {
      finish_block();
      paragraphs_.blank();
      after_blank_ = true;
      return;
    }
    if (block_ && block_->list_level < 0 && underline_level(trimmed) > 0) return finish_block(underline_level(trimmed));
    if (is_rule(trimmed)) {
      finish_block();
      levels_.clear();
      return paragraphs_.blank();
    }
    if (read_heading(trimmed) || read_table(trimmed)) return;
    read_text(line, trimmed, indent);
    after_blank_ = false;
  }

  /// Lines between fences, as they are.
  bool read_fence(std::string_view trimmed) {
    const bool mark = trimmed.starts_with("```") || trimmed.starts_with("~~~");
    if (!fence_.empty()) {
      if (mark && trimmed.starts_with(fence_))
        fence_.clear();
      else
        add_plain(lines_[at_]);
      return true;
    }
    if (!mark) return false;
    finish_block();
    fence_ = trimmed.substr(0, 3);
    return true;
  }

  bool read_heading(std::string_view trimmed) {
    const auto level = run_length(trimmed, '#');
    if (level == 0 || level > 6 || level == trimmed.size() || (trimmed[level] != ' ' && trimmed[level] != '\t'))
      return false;
    finish_block();
    auto title = text::trim(trimmed.substr(level));
    const auto last = title.find_last_not_of('#');
    if (last == npos) return true;
    if (last + 1 < title.size() && (title[last] == ' ' || title[last] == '\t'))
      title = text::trim(title.substr(0, last));
    levels_.clear();
    Paragraph paragraph;
    paragraph.heading = static_cast<int>(level);
    add(title, std::move(paragraph));
    return true;
  }

  /// A header row, its rule and the rows after them.
  bool read_table(std::string_view trimmed) {
    if (trimmed.find('|') == npos || at_ + 1 >= lines_.size() || !is_table_rule(text::trim(lines_[at_ + 1])))
      return false;
    finish_block();
    levels_.clear();
    const int table = tables_++;
    for (int row = 0; at_ < lines_.size(); ++at_) {
      const auto line = text::trim(lines_[at_]);
      if (line.find('|') == npos) break;
      if (is_table_rule(line)) continue;
      int column = 0;
      for (const auto cell : cells_of(line)) {
        Paragraph paragraph;
        paragraph.table = table;
        paragraph.row = row;
        paragraph.column = column++;
        add(cell, std::move(paragraph));
      }
      ++row;
    }
    --at_;
    return true;
  }

  void read_text(std::string_view line, std::string_view trimmed, std::size_t indent) {
    if (const auto marker = find_list_marker(trimmed)) {
      finish_block();
      block_ = Block{};
      block_->list_level = levels_.level(indent);
      block_->hanging = indent + 1;
      trimmed = trimmed.substr(marker->content);
    } else if (block_ && (block_->list_level < 0 || indent >= block_->hanging || !after_blank_)) {
      block_->text += block_->full ? " " : "\n";
    } else {
      finish_block();
      block_ = Block{};
      if (indent == 0) levels_.clear();
    }
    const bool hard = line.ends_with("  ") || trimmed.ends_with('\\');
    if (trimmed.ends_with('\\')) trimmed.remove_suffix(1);
    block_->text += trimmed;
    block_->full = !hard && text::length(trimmed) >= full_line;
  }

  void finish_block(int heading = 0) {
    if (!block_) return;
    Paragraph paragraph;
    paragraph.list_level = block_->list_level;
    paragraph.heading = heading;
    if (heading > 0) levels_.clear();
    add(block_->text, std::move(paragraph));
    block_.reset();
  }

  void add_plain(std::string_view line) {
    std::vector<HiddenText> hidden;
    auto paragraph = plain_paragraph(line, hidden);
    paragraphs_.add(std::move(paragraph), std::move(hidden));
  }

  void add(std::string_view markdown, Paragraph paragraph) {
    StyledText styled;
    std::vector<InlineLink> links;
    append_inline(markdown, definitions_, {}, styled, links);
    styled.finish(paragraph);
    const int index = paragraphs_.add(std::move(paragraph), styled.take_invisible());
    if (index < 0) return;
    for (auto& link : links) {
      Link out;
      out.uri = std::move(link.uri);
      out.text = std::move(link.text);
      out.paragraph = index;
      document_.links.push_back(std::move(out));
    }
  }

  std::vector<std::string_view> lines_;
  Document& document_;
  ParagraphList paragraphs_;
  LinkDefinitions definitions_;
  std::optional<Block> block_;
  ListLevels levels_;
  std::string fence_;
  std::size_t at_ = 0;
  int tables_ = 0;
  bool after_blank_ = false;
};

}  // namespace

void read_markdown(std::string_view utf8, Document& document) { Markdown(utf8, document).read(); }

}  // namespace resumax::document
