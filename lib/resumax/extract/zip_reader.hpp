#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace resumax::extract {

/// A ZIP archive in memory, over libzip. Sizes are checked while unpacking, whatever the archive declares.
/// Throws encrypted and parse_failed.
class ZipReader {
 public:
  /// `bytes` must outlive the object.
  explicit ZipReader(std::string_view bytes);

  bool has(std::string_view name) const { return entries_.contains(name); }
  bool has_folder(std::string_view prefix) const;
  /// An entry's bytes, or nothing where there is no such entry; more than `most` of them are parse_failed.
  std::optional<std::string> read(std::string_view name, std::size_t most) const;

 private:
  struct Discard {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Discard> archive_;
  std::map<std::string, std::uint64_t, std::less<>> entries_;  ///< name -> libzip's index
};

}  // namespace resumax::extract
