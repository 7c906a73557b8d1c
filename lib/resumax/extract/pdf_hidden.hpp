#pragma once

#include <resumax/document/document.hpp>
#include <resumax/extract/pdf_fonts.hpp>

#include <vector>

class QPDF;

namespace resumax::extract {

/// Moves the words that a reader does not see from the pages to Document::hidden, and finds those that stand outside
/// the pages. What cannot be looked at keeps its words, with the warning "unchecked_text".
///
/// A page's content stream tells which texts are hidden, but not which words they became. So where one looks hidden the
/// page is drawn once more, each such text moved to a place of its own, far from the rest: the words that are read
/// there are its words, and the others the ones to keep.
///
/// Returns the small shapes that each page draws (Painting::dots), as they are seen.
std::vector<std::vector<Box>> set_hidden_aside(QPDF& pdf, FontTable& fonts, document::Document& document);

}  // namespace resumax::extract
