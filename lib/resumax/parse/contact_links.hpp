#pragma once

#include <resumax/parse/source.hpp>

#include <resumax/core/resume.hpp>
#include <resumax/document/document.hpp>

#include <vector>

namespace resumax::parse {

/// What link annotations of the contact block (`lines`) add to what is printed: addresses cut by a line break, profiles
/// behind a user name, and those behind a picture that stands on none of the `others`.
void read_links(Source& source, const document::Document& document, const std::vector<std::size_t>& lines,
                const std::vector<std::size_t>& others, Basics& basics);

}  // namespace resumax::parse
