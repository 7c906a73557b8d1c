#pragma once

#include <resumax/document/document.hpp>

#include <string>
#include <string_view>

namespace resumax::document {

/// A Document as bytes, for the pipe between the program and its helper; same version on both sides.
std::string encode(const Document& document);
/// Throws parse_failed for anything `encode` could not have written: bad counts, indexes, UTF-8 or trailing bytes.
Document decode(std::string_view bytes);

}  // namespace resumax::document
