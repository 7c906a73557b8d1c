#include <resumax/core/error.hpp>
#include <resumax/extract/docx.hpp>
#include <resumax/extract/extract.hpp>
#include <resumax/extract/pdf.hpp>

namespace resumax::extract {

document::Document extract(std::string_view bytes, std::string_view filename) {
  switch (document::sniff(bytes, filename)) {
    case document::Format::pdf:
      return extract_pdf(bytes);
    case document::Format::docx:
      return extract_docx(bytes);
    default:
      throw Error(Errc::unsupported_format, std::string(filename) + " is neither PDF nor DOCX");
  }
}

}  // namespace resumax::extract
