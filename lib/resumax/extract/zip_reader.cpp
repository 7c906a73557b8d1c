#include <resumax/core/error.hpp>
#include <resumax/extract/docx_errors.hpp>
#include <resumax/extract/zip_reader.hpp>

#include <zlib.h>

#include <algorithm>
#include <new>

namespace resumax::extract {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_entries = 10'000;
constexpr std::size_t end_record_size = 22, directory_entry_size = 46, local_header_size = 30;
constexpr std::uint16_t stored = 0, deflated = 8, encrypted_flag = 1;

class Inflater {
 public:
  explicit Inflater(std::string_view packed) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    if (inflateInit2(&stream_, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Appends up to `step` bytes; false at the end of the stream.
  bool next(std::string& out, std::size_t step) {
    const auto before = out.size();
    out.resize(before + step);
    stream_.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    stream_.avail_out = static_cast<uInt>(step);
    const int code = inflate(&stream_, Z_NO_FLUSH);
    out.resize(out.size() - stream_.avail_out);
    if (code == Z_MEM_ERROR) throw std::bad_alloc();
    if (code != Z_OK && code != Z_STREAM_END) fail_docx("a part of it cannot be unpacked");
    return code == Z_OK;
  }

 private:
  z_stream stream_{};
};

}  // namespace

std::uint32_t ZipReader::number(std::size_t at, int size) const {
  std::uint32_t value = 0;
  for (int i = size; i-- > 0;)
    value = value << 8 | static_cast<unsigned char>(bytes_[at + static_cast<std::size_t>(i)]);
  return value;
}

ZipReader::ZipReader(std::string_view bytes) : bytes_(bytes) {
  // The record at the end may have a comment of up to 64 KB after it.
  auto at = bytes_.rfind("PK\x05\x06"sv);
  while (at != std::string_view::npos && bytes_.size() - at < end_record_size)
    at = at == 0 ? std::string_view::npos : bytes_.rfind("PK\x05\x06"sv, at - 1);
  if (at == std::string_view::npos || bytes_.size() - at > end_record_size + 0xFFFF)
    fail_docx("its archive is cut short");
  read_directory(at);
}

void ZipReader::read_directory(std::size_t end_record) {
  const std::size_t count = number(end_record + 10, 2);
  std::size_t at = number(end_record + 16, 4);
  const auto is_entry = [&](std::size_t place) {
    return place + directory_entry_size <= end_record && bytes_.substr(place).starts_with("PK\x01\x02"sv);
  };
  if (count > most_entries) fail_docx("it holds too many files");
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_entry(at)) fail_docx("its list of files is cut short");
    const std::size_t name_size = number(at + 28, 2), extra_size = number(at + 30, 2),
                      comment_size = number(at + 32, 2);
    if (at + directory_entry_size + name_size > end_record) fail_docx("its list of files is cut short");
    Entry entry;
    entry.flags = static_cast<std::uint16_t>(number(at + 8, 2));
    entry.method = static_cast<std::uint16_t>(number(at + 10, 2));
    entry.checksum = number(at + 16, 4);
    entry.packed_size = number(at + 20, 4);
    entry.header_at = number(at + 42, 4);
    std::string name(bytes_.substr(at + directory_entry_size, name_size));
    std::replace(name.begin(), name.end(), '\\', '/');
    entries_.emplace(std::move(name), entry);
    at += directory_entry_size + name_size + extra_size + comment_size;
  }
}

bool ZipReader::has_folder(std::string_view prefix) const {
  const auto found = entries_.lower_bound(prefix);
  return found != entries_.end() && found->first.starts_with(prefix);
}

std::string_view ZipReader::packed(const Entry& entry) const {
  const std::size_t at = entry.header_at;
  if (at + local_header_size > bytes_.size() || !bytes_.substr(at).starts_with("PK\x03\x04"sv))
    fail_docx("a part of it is missing");
  const std::size_t data = at + local_header_size + number(at + 26, 2) + number(at + 28, 2);
  if (data > bytes_.size() || bytes_.size() - data < entry.packed_size) fail_docx("a part of it is cut short");
  return bytes_.substr(data, entry.packed_size);
}

std::optional<std::string> ZipReader::read(std::string_view name, std::size_t most) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) return std::nullopt;
  const Entry& entry = found->second;
  if ((entry.flags & encrypted_flag) != 0) fail_docx_encrypted();
  const auto raw = packed(entry);
  const auto check_size = [&](std::size_t size) {
    if (size > most) fail_docx(std::string(name) + " is far larger than a resume needs");
  };
  std::string out;
  if (entry.method == stored) {
    check_size(raw.size());
    out = raw;
  } else if (entry.method == deflated) {
    Inflater inflater(raw);
    bool more = true;
    while (more) {
      more = inflater.next(out, std::size_t{1} << 17);
      check_size(out.size());
    }
  } else {
    fail_docx("a part of it is packed in an unknown way");
  }
  if (crc32_z(0, reinterpret_cast<const Bytef*>(out.data()), out.size()) != entry.checksum)
    fail_docx("a part of it has changed since it was written");
  return out;
}

}  // namespace resumax::extract
