#include <resumax/render/pdf_tags.hpp>

#include <map>

#include <hpdf_doc.h>
#include <hpdf_objects.h>

namespace resumax::render {

TagTree::TagTree(const PdfFile& file, std::string_view language, bool right_to_left)
    : file_(file), root_(file.object()), document_(nullptr) {
  file_.set_name(root_, "Type", "StructTreeRoot");
  file_.set(file_.catalog(), "StructTreeRoot", root_);
  const HPDF_Dict mark = file_.dict();
  file_.set(file_.catalog(), "MarkInfo", mark);
  HPDF_Dict_AddBoolean(mark, "Marked", HPDF_TRUE);
  if (!language.empty()) file_.set_text(file_.catalog(), "Lang", language);
  const HPDF_Dict view = file_.dict();
  file_.set(file_.catalog(), "ViewerPreferences", view);
  HPDF_Dict_AddBoolean(view, "DisplayDocTitle", HPDF_TRUE);
  if (right_to_left) file_.set_name(view, "Direction", "R2L");
  document_ = element("Document", root_);
}

HPDF_Array TagTree::children(HPDF_Dict element) {
  auto* list = static_cast<HPDF_Array>(HPDF_Dict_GetItem(element, "K", HPDF_OCLASS_ARRAY));
  if (list) return list;
  HPDF_ResetError(file_.doc());  // a missing key counts as an error there
  list = file_.array();
  file_.set(element, "K", list);
  return list;
}

HPDF_Dict TagTree::element(const char* type, HPDF_Dict parent) {
  if (!parent) parent = document_;
  const HPDF_Dict out = file_.object();
  file_.set_name(out, "Type", "StructElem");
  file_.set_name(out, "S", type);
  file_.set(out, "P", parent);
  file_.add(children(parent), out);
  return out;
}

void TagTree::begin_page(HPDF_Page page) {
  page_ = page;
  pages_.push_back({next_key_++, file_.array(), 0});
  file_.set_number(page, "StructParents", pages_.back().key);
  file_.set_name(page, "Tabs", "S");
}

std::string TagTree::begin(HPDF_Dict element, const char* type) {
  PageTags& page = pages_.back();
  const HPDF_Dict content = file_.dict();
  file_.set_name(content, "Type", "MCR");
  file_.set(content, "Pg", page_);
  file_.set_number(content, "MCID", page.count);
  file_.add(children(element), content);
  file_.add(page.elements, element);
  return "/" + std::string(type) + " <</MCID " + std::to_string(page.count++) + ">> BDC\n";
}

void TagTree::add_annotation(HPDF_Dict element, HPDF_Dict annotation) {
  const HPDF_Dict reference = file_.dict();
  file_.set_name(reference, "Type", "OBJR");
  file_.set(reference, "Obj", annotation);
  file_.set(reference, "Pg", page_);
  file_.add(children(element), reference);
  annotations_.push_back({next_key_++, element});
  file_.set_number(annotation, "StructParent", annotations_.back().key);
}

void TagTree::finish() {
  const HPDF_Dict tree = file_.object();
  file_.set(root_, "ParentTree", tree);
  const HPDF_Array numbers = file_.array();
  file_.set(tree, "Nums", numbers);
  std::map<int, void*> parents;
  for (const PageTags& page : pages_) parents[page.key] = page.elements;
  for (const AnnotationTag& annotation : annotations_) parents[annotation.key] = annotation.element;
  for (const auto& [key, value] : parents) {
    HPDF_Array_AddNumber(numbers, key);
    file_.add(numbers, value);
  }
  file_.set_number(root_, "ParentTreeNextKey", next_key_);
}

}  // namespace resumax::render
