#pragma once

#include <resumax/document/document.hpp>

#include <vector>

namespace resumax::extract {

/// Adds a word "•" before the word that each of the small `shapes` drawn on a page marks; shapes in rows (skill bars),
/// inside text, or larger than a list mark beside its text are none.
void mark_words(std::vector<Box> shapes, document::Page& page);

}  // namespace resumax::extract
