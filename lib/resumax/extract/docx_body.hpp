#pragma once

#include <resumax/document/document.hpp>
#include <resumax/document/paragraphs.hpp>
#include <resumax/extract/docx_package.hpp>
#include <resumax/extract/docx_styles.hpp>

#include <string>
#include <string_view>

namespace resumax::extract {

/// Adds the paragraphs of one part (body, header, footer, notes) to a document. Deleted and moved-away text, field
/// codes and fallback drawings are left out, and what goes far beyond a resume with the warning "truncated_text".
/// Text that nobody sees goes to Document::hidden: formatted as hidden, in the colour of what is behind it, tiny.
class BodyReader {
 public:
  /// `paper`: the colour of the page.
  BodyReader(const Styles& styles, Colour paper, document::Document& document)
      : styles_(styles), paper_(paper), document_(document), out_(document) {}

  void read(const pugi::xml_node& root, const Relationships& relationships, bool header_or_footer);

 private:
  struct Cell {
    int table = -1, row = -1, column = -1;
    Colour background = automatic;  ///< behind its text, the page's where automatic
  };
  struct Open;  ///< the paragraph being put together

  void blocks(const pugi::xml_node& parent, const Cell& cell, int depth);
  void table(const pugi::xml_node& node, Colour background, int depth);
  void paragraph(const pugi::xml_node& node, const Cell& cell, int depth);
  void inlines(const pugi::xml_node& parent, Open& open, int depth);
  void run(const pugi::xml_node& node, Open& open, int depth);
  std::optional<document::HiddenReason> hidden_reason(const RunFormat& format, float size, const Open& open);
  bool has_backdrop();
  void hide(std::string_view text, document::HiddenReason reason, Open& open);
  void field_mark(const pugi::xml_node& node, Open& open);
  void link(const pugi::xml_node& node, Open& open, int depth);
  void text_boxes(const pugi::xml_node& parent, Open& open, int depth);
  void finish(Open& open, const Cell& cell);
  void add_link(Open& open, std::string uri, std::size_t begin);
  void warn(std::string_view code);
  static void check_depth(int depth);

  const Styles& styles_;
  Colour paper_;
  document::Document& document_;
  document::ParagraphList out_;
  const Relationships* relationships_ = nullptr;
  bool header_or_footer_ = false;
  pugi::xml_node root_;           ///< of the part being read
  std::optional<bool> backdrop_;  ///< a drawing behind the text of this part, once looked for
  bool header_backdrop_ = false;
  int tables_ = 0;
  std::size_t text_size_ = 0;
};

}  // namespace resumax::extract
