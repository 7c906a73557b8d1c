#pragma once

#include <resumax/document/document.hpp>

#include <memory>
#include <string_view>

namespace resumax::extract {

/// For a process that is about to lose the right to open files. Poppler builds its tables for the first document and
/// drops them with the last: as long as what is returned lives, they stay. libzip is loaded with the first DOCX.
std::shared_ptr<void> keep_poppler_loaded();
void load_zip_library();

/// A PDF or DOCX as a document, in this process and without limits on time: for the helper program, whose process
/// carries them. Throws unsupported_format, encrypted, no_text_layer, parse_failed, and std::bad_alloc.
document::Document extract(std::string_view bytes, std::string_view filename);

}  // namespace resumax::extract
