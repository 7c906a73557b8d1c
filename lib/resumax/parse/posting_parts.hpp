#pragma once

#include <resumax/text/tokens.hpp>

#include <initializer_list>
#include <string_view>
#include <vector>

namespace resumax::parse {

/// Bytes [begin, end) of a text.
struct ByteRange {
  std::size_t begin, end;
};

/// Parts of [begin, end) between any of the separators; brackets keep their content together.
std::vector<ByteRange> split_parts(std::string_view text, std::size_t begin, std::size_t end,
                                   std::initializer_list<std::string_view> separators);

/// Whether the token starts with a capital or a digit.
bool starts_upper(std::string_view text, const text::Token& token);

/// What the words of a header line can be: terms of employment ("Full-time", "Remote"), a way of working from afar, a
/// printed name (mostly capitals; in Arabic a word such as "company" in front), a name with a legal form.
bool only_terms(std::string_view part);
bool is_remote(std::string_view part);
bool looks_like_a_name(std::string_view part);
bool known_organisation(std::string_view part);

/// A country or city, alone or with its state or district beside it ("Austin, TX").
bool is_place(std::string_view text);

}  // namespace resumax::parse
