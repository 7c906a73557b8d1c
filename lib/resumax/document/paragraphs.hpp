#pragma once

#include <resumax/document/document.hpp>
#include <resumax/document/invisible.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::document {

struct Style {
  bool bold = false, italic = false;
  float size = 0;  ///< points, 0 when unknown
  bool operator==(const Style&) const = default;
};

/// A paragraph's text as it is put together from runs: white space runs become one blank, or one "\t" where they hold
/// a tab or are wide, or one "\n" where they hold a line break; ends are trimmed; control, bidi control and invisible
/// characters are dropped (joiners stay).
class StyledText {
 public:
  void append(std::string_view utf8, const Style& style = {});
  bool empty() const { return text_.empty(); }
  /// Bytes so far, a pending blank not counted.
  std::size_t size() const { return text_.size(); }
  const std::string& text() const { return text_; }
  /// Sets text, runs, bold, italic, size and direction of `paragraph`.
  void finish(Paragraph& paragraph) const;
  /// What of the dropped characters had no honest use.
  std::vector<HiddenText> take_invisible() { return invisible_.take(); }

 private:
  void append_visible(char32_t c, const Style& style);
  std::string text_;
  std::vector<Paragraph::Run> runs_;
  std::map<float, std::size_t> bytes_of_size_;
  InvisibleCharacters invisible_;
  int blank_width_ = 0;
  bool tab_ = false, line_break_ = false;
};

/// Paragraphs in order, blank ones as Document wants them: single, and never at an end or inside a table.
class ParagraphList {
 public:
  explicit ParagraphList(Document& document) : document_(document) {}
  /// Returns the index it got, or -1 for a blank that is not kept. `hidden` stands in it.
  int add(Paragraph paragraph, std::vector<HiddenText> hidden = {});
  /// Keeps what stands in the paragraph of that index, -1 for the one to come.
  void hide(std::vector<HiddenText> hidden, int index);
  void blank() { blank_ = true; }

 private:
  Document& document_;
  bool blank_ = false;
};

/// A paragraph of unstyled text; adds to `hidden` what stands in it.
Paragraph plain_paragraph(std::string_view text, std::vector<HiddenText>& hidden);

}  // namespace resumax::document
