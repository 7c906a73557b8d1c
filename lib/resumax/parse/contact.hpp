#pragma once

#include <resumax/parse/sections.hpp>
#include <resumax/parse/source.hpp>

#include <resumax/document/document.hpp>

#include <string>
#include <vector>

namespace resumax::parse {

/// A web or mail address found in a text.
struct Address {
  std::uint32_t begin = 0, end = 0;
  bool email = false;
};

/// Addresses in a text, left to right: "a@b.org", "https://x.org/y", "www.x.org", "x.org/y", "github.com/me".
std::vector<Address> find_addresses(std::string_view text);

/// Bytes of the telephone number that starts a text's longest run of phone signs, or an empty piece.
Piece find_phone(const Source& source, std::size_t line);

/// Name, label, email, phone, location, url, profiles and a summary without a heading, from the contact sections,
/// the links of the document, and, for mail and phone, from anywhere else.
Basics read_contact(Source& source, const std::vector<SectionLines>& sections, const document::Document& document);

/// A place as printed, taken apart: city, region, country, postal code, street.
Location read_location(const Text& text);
/// Whether a short text is a place: its parts are known places, or one is and the others may be.
bool looks_like_place(std::string_view text);
/// Whether every part of a short text is a known place or a code.
bool is_known_place(std::string_view text);
/// Whether a text that stands in a contact block is an address: it ends with a known place or a postal code.
bool is_address(std::string_view text);

}  // namespace resumax::parse
