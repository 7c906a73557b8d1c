#pragma once

#include <resumax/document/document.hpp>

#include <string_view>

namespace resumax::extract {

/// Pages past `most_pages` and words past `most_words` are left out, with the warning "truncated_pages".
struct PdfLimits {
  int most_pages = 2000;
  std::size_t most_words = 200'000;
};

document::Document extract_pdf(std::string_view bytes, const PdfLimits& limits = {});

}  // namespace resumax::extract
