#pragma once

#include <resumax/document/document.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace resumax::extract {

/// The typefaces of a document by the name a PDF gives them ("ABCDEF+Name-Bold").
class FontTable {
 public:
  explicit FontTable(std::vector<document::Font>& fonts) : fonts_(fonts) {}
  std::uint16_t index(const std::string& pdf_name);

 private:
  std::vector<document::Font>& fonts_;
  std::map<std::string, std::uint16_t, std::less<>> known_;
};

/// Name without the subset prefix; bold and italic as the name tells.
document::Font font_from_name(std::string_view pdf_name);

}  // namespace resumax::extract
