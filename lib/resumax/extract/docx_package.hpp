#pragma once

#include <resumax/extract/zip_reader.hpp>

#include <pugixml.hpp>

#include <map>
#include <string>
#include <string_view>

namespace resumax::extract {

struct Relationship {
  std::string type;    ///< last word of the type's address: "hyperlink", "header", "styles", …
  std::string target;  ///< a part's name from the root, or an address when external
  bool external = false;
};

using Relationships = std::map<std::string, Relationship, std::less<>>;

/// The parts of an OOXML file, within bounds on what comes out of the compression. Throws encrypted and parse_failed.
class Package {
 public:
  /// `bytes` must outlive the object.
  explicit Package(std::string_view bytes) : archive_(bytes) {}

  const ZipReader& archive() const { return archive_; }
  /// The part as XML; false where there is no such part.
  bool load(std::string_view part, pugi::xml_document& out);
  /// The relationships of a part ("" for the package's own), by id.
  Relationships relationships(std::string_view part);

 private:
  ZipReader archive_;
  std::size_t bytes_left_ = std::size_t{64} << 20;
};

}  // namespace resumax::extract
