#pragma once

#include <string>
#include <string_view>

namespace resumax::store {

/// SHA-256 (FIPS 180-4) in lower-case hex. Written out here because linking OpenSSL costs every command more start-up
/// time than all of its own work; keys of content, never of secrets.
std::string sha256(std::string_view bytes);

}  // namespace resumax::store
