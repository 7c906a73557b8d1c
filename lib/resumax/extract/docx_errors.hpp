#pragma once

#include <string>

namespace resumax::extract {

/// Throws parse_failed: "the DOCX is damaged: …".
[[noreturn]] void fail_docx(const std::string& why);
[[noreturn]] void fail_docx_encrypted();

}  // namespace resumax::extract
