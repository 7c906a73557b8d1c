#include <resumax/extract/qpdf_open.hpp>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFCryptoProvider.hh>

#include <stdexcept>

namespace resumax::extract {

std::unique_ptr<QPDF> open_with_qpdf(std::string_view bytes) {
  auto pdf = std::make_unique<QPDF>();
  pdf->setSuppressWarnings(true);
  pdf->processMemoryFile("document", bytes.data(), bytes.size());
  return pdf;
}

}  // namespace resumax::extract

// qpdf's choice of cryptography, replaced. The archive's own pulls in gnutls and nine libraries behind it, which cost
// more at every start of the helper than reading a resume does. It stands beside the one place that opens documents,
// so that the linker meets it before the archive's.

std::shared_ptr<QPDFCryptoImpl> QPDFCryptoProvider::getImpl() {
  throw std::runtime_error("encrypted documents are not read");
}

std::shared_ptr<QPDFCryptoImpl> QPDFCryptoProvider::getImpl(const std::string&) { return getImpl(); }
