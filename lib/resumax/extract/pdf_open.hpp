#pragma once

#include <memory>
#include <string_view>

namespace poppler {
class document;
}

namespace resumax::extract {

/// A PDF that poppler can read. `bytes` must outlive the result. Throws parse_failed and encrypted.
std::unique_ptr<poppler::document> open_with_poppler(std::string_view bytes);

}  // namespace resumax::extract
