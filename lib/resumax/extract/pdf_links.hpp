#pragma once

#include <resumax/document/document.hpp>

class QPDF;

namespace resumax::extract {

/// Adds the hyperlinks of a PDF, with the words under them. Throws what qpdf throws for damaged objects.
void read_links(QPDF& pdf, document::Document& document);

}  // namespace resumax::extract
