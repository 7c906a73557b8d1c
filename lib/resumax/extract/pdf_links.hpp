#pragma once

#include <resumax/document/document.hpp>

#include <string_view>

namespace resumax::extract {

/// Adds the hyperlinks of a PDF, with the words under them. What cannot be read is left out with the warning
/// "unread_links".
void read_links(std::string_view bytes, document::Document& document);

}  // namespace resumax::extract
