#pragma once

#include <resumax/document/paragraphs.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::document {

/// "[name]: address" definitions, by lower-case name.
using LinkDefinitions = std::map<std::string, std::string, std::less<>>;

struct InlineLink {
  std::string uri, text;
};

/// Appends a block's text without its marks: emphasis as style, links as their text (and to `links`), code as is,
/// pictures and HTML tags dropped, escapes and entities resolved.
void append_inline(std::string_view markdown, const LinkDefinitions& definitions, const Style& style, StyledText& out,
                   std::vector<InlineLink>& links);

std::string definition_key(std::string_view name);

}  // namespace resumax::document
