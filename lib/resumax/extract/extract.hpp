#pragma once

#include <resumax/document/document.hpp>

#include <string_view>

namespace resumax::extract {

/// A PDF or DOCX as a document, in this process and without limits on time: for the helper program, whose process
/// carries them. Throws unsupported_format, encrypted, no_text_layer, parse_failed, and std::bad_alloc.
document::Document extract(std::string_view bytes, std::string_view filename);

}  // namespace resumax::extract
