#pragma once

#include <resumax/document/document.hpp>
#include <resumax/document/paragraphs.hpp>
#include <resumax/extract/docx_package.hpp>
#include <resumax/extract/docx_styles.hpp>

#include <string>
#include <string_view>

namespace resumax::extract {

/// Adds the paragraphs of one part (body, header, footer, notes) to a document. Deleted and moved-away text, field
/// codes and fallback drawings are left out; hidden text too, with the warning "hidden_text", and what goes far beyond
/// a resume with "truncated_text".
class BodyReader {
 public:
  BodyReader(const Styles& styles, document::Document& document)
      : styles_(styles), document_(document), out_(document) {}

  void read(const pugi::xml_node& root, const Relationships& relationships, bool header_or_footer);

 private:
  struct Cell {
    int table = -1, row = -1, column = -1;
  };
  struct Open;  ///< the paragraph being put together

  void blocks(const pugi::xml_node& parent, const Cell& cell, int depth);
  void table(const pugi::xml_node& node, int depth);
  void paragraph(const pugi::xml_node& node, const Cell& cell, int depth);
  void inlines(const pugi::xml_node& parent, Open& open, int depth);
  void run(const pugi::xml_node& node, Open& open, int depth);
  void field_mark(const pugi::xml_node& node, Open& open);
  void link(const pugi::xml_node& node, Open& open, int depth);
  void text_boxes(const pugi::xml_node& parent, Open& open, int depth);
  void finish(Open& open, const Cell& cell);
  void add_link(Open& open, std::string uri, std::size_t begin);
  void warn(std::string_view code);
  static void check_depth(int depth);

  const Styles& styles_;
  document::Document& document_;
  document::ParagraphList out_;
  const Relationships* relationships_ = nullptr;
  bool header_or_footer_ = false;
  bool hidden_ = false;
  int tables_ = 0;
  std::size_t text_size_ = 0;
};

}  // namespace resumax::extract
