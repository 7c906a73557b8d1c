#include <resumax/extract/extract.hpp>

#include <poppler-document.h>
#include <poppler-global.h>

namespace resumax::extract {

std::shared_ptr<void> keep_poppler_loaded() {
  static constexpr std::string_view smallest =
      "%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj "
      "trailer<</Root 1 0 R>>";
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  return std::shared_ptr<poppler::document>(
      poppler::document::load_from_raw_data(smallest.data(), static_cast<int>(smallest.size())));
}

}  // namespace resumax::extract
