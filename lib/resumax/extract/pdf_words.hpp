#pragma once

#include <resumax/document/document.hpp>
#include <resumax/extract/pdf_fonts.hpp>

#include <string>
#include <vector>

namespace poppler {
class page;
}

namespace resumax::extract {

/// Adds the page's words to `out`, as poppler groups them; text in logical order, NFC. `hidden` gets the characters
/// without a shape among them, with their boxes and no page.
void read_words(const poppler::page& page, FontTable& fonts, document::Page& out,
                std::vector<document::HiddenText>& hidden);

/// The drawn text of a word (visual order, any normal form, marks and control characters in it) as Word::text wants it.
std::string clean_word(std::string_view drawn);

}  // namespace resumax::extract
