#include <resumax/core/error.hpp>
#include <resumax/extract/docx_errors.hpp>

namespace resumax::extract {

void fail_docx(const std::string& why) {
  throw Error(Errc::parse_failed, "the DOCX is damaged: " + why,
              "open the file in a word processor and save it again as DOCX");
}

void fail_docx_encrypted() {
  throw Error(Errc::encrypted, "the DOCX is encrypted and needs a password", "save a copy without the password");
}

}  // namespace resumax::extract
