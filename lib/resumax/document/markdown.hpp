#pragma once

#include <resumax/document/document.hpp>

#include <string_view>

namespace resumax::document {

/// The part of Markdown that resumes are written in: headings, lists, emphasis, links, tables, quotes, rules, code.
/// A line break inside a block is a blank after a full line and a line break after a short one, as its writer saw it.
void read_markdown(std::string_view utf8, Document& document);

}  // namespace resumax::document
