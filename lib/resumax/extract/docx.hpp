#pragma once

#include <resumax/document/document.hpp>

#include <string_view>

namespace resumax::extract {

document::Document extract_docx(std::string_view bytes);

}  // namespace resumax::extract
