#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace resumax::extract {

/// A ZIP archive in memory, stored and deflated entries, without ZIP64. Read here rather than by libzip, which loads
/// libcrypto into every start of the helper. Everything the archive declares is checked against what is there.
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
  struct Entry {
    std::uint16_t flags = 0, method = 0;
    std::uint32_t checksum = 0, packed_size = 0, header_at = 0;
  };
  void read_directory(std::size_t end_record);
  std::string_view packed(const Entry& entry) const;
  std::uint32_t number(std::size_t at, int size) const;

  std::string_view bytes_;
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace resumax::extract
