#pragma once

#include <memory>
#include <string_view>

class QPDF;

namespace resumax::extract {

/// The objects of a PDF as qpdf reads them, its complaints kept quiet. `bytes` must outlive the result. Throws
/// std::exception where there is nothing to read, and for encrypted documents even when their password is empty.
std::unique_ptr<QPDF> open_with_qpdf(std::string_view bytes);

}  // namespace resumax::extract
