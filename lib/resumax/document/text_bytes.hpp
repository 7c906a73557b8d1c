#pragma once

#include <string>
#include <string_view>

namespace resumax::document {

/// Whether bytes that start no known format are no text in any encoding read here either.
bool looks_binary(std::string_view bytes);

/// Text in UTF-8, UTF-16 (with or without a mark) or Windows-1252, as NFC UTF-8 without a byte order mark and without
/// control characters but tab, line feed and form feed (line ends become "\n"). `repaired` is set where the bytes
/// were not what their encoding allows, or no Unicode at all.
std::string decode_text(std::string_view bytes, bool& repaired);

}  // namespace resumax::document
