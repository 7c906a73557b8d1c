#pragma once

#include <resumax/render/pdf_file.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace resumax::render {

/// The structure tree of a tagged PDF: elements in reading order, and which piece of which page belongs to which.
class TagTree {
 public:
  TagTree(const PdfFile& file, std::string_view language, bool right_to_left);

  /// A new element at the end of `parent` (null for the document).
  HPDF_Dict element(const char* type, HPDF_Dict parent = nullptr);

  void begin_page(HPDF_Page page);
  /// Operators that open a piece of the current page as the next content of `element`; `end` closes it.
  std::string begin(HPDF_Dict element, const char* type);
  static constexpr std::string_view end = "EMC\n";

  /// Makes an annotation of the current page part of `element`.
  void add_annotation(HPDF_Dict element, HPDF_Dict annotation);

  void finish();

 private:
  HPDF_Array children(HPDF_Dict element);

  struct PageTags {
    int key = 0;
    HPDF_Array elements = nullptr;
    int count = 0;
  };
  struct AnnotationTag {
    int key = 0;
    HPDF_Dict element = nullptr;
  };
  const PdfFile& file_;
  HPDF_Dict root_, document_;
  HPDF_Page page_ = nullptr;
  std::vector<PageTags> pages_;
  std::vector<AnnotationTag> annotations_;
  int next_key_ = 0;
};

}  // namespace resumax::render
