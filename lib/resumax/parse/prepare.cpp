#include <resumax/parse/parse.hpp>
#include <resumax/parse/vocabulary.hpp>

#include <resumax/text/tokens.hpp>

namespace resumax::parse {

void prepare() {
  Vocabulary::get();
  static_cast<void>(text::is_stop_word("and", "en"));
}

}  // namespace resumax::parse
