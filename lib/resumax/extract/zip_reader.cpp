#include <resumax/extract/docx_errors.hpp>
#include <resumax/extract/zip_reader.hpp>

#include <zip.h>

#include <algorithm>
#include <new>

namespace resumax::extract {

namespace {

constexpr std::int64_t most_entries = 10'000;
constexpr std::size_t step = std::size_t{1} << 17;

struct Close {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

[[noreturn]] void fail_reading(int code) {
  switch (code) {
    case ZIP_ER_MEMORY:
      throw std::bad_alloc();
    case ZIP_ER_CRC:
      fail_docx("a part of it has changed since it was written");
    case ZIP_ER_COMPNOTSUPP:
      fail_docx("a part of it is packed in an unknown way");
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP:
      fail_docx_encrypted();
    default:
      fail_docx("a part of it cannot be unpacked");
  }
}

}  // namespace

void ZipReader::Discard::operator()(zip* archive) const { zip_discard(archive); }

ZipReader::ZipReader(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw std::bad_alloc();
  archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  const int code = zip_error_code_zip(&error);
  zip_error_fini(&error);
  if (!archive_) {
    zip_source_free(source);
    if (code == ZIP_ER_MEMORY) throw std::bad_alloc();
    fail_docx("its archive is cut short");
  }
  const std::int64_t count = zip_get_num_entries(archive_.get(), 0);
  if (count > most_entries) fail_docx("it holds too many files");
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(count); ++i) {
    const char* found = zip_get_name(archive_.get(), i, ZIP_FL_ENC_RAW);
    if (found == nullptr) continue;
    std::string name = found;
    std::replace(name.begin(), name.end(), '\\', '/');
    entries_.emplace(std::move(name), i);
  }
}

bool ZipReader::has_folder(std::string_view prefix) const {
  const auto found = entries_.lower_bound(prefix);
  return found != entries_.end() && found->first.starts_with(prefix);
}

std::optional<std::string> ZipReader::read(std::string_view name, std::size_t most) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) return std::nullopt;
  zip_stat_t stat;
  if (zip_stat_index(archive_.get(), found->second, 0, &stat) == 0 && (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
      stat.encryption_method != ZIP_EM_NONE)
    fail_docx_encrypted();
  const std::unique_ptr<zip_file_t, Close> file(zip_fopen_index(archive_.get(), found->second, 0));
  if (!file) fail_reading(zip_error_code_zip(zip_get_error(archive_.get())));
  std::string out;
  for (;;) {
    const auto before = out.size();
    out.resize(before + step);
    const auto got = zip_fread(file.get(), out.data() + before, step);
    if (got < 0) fail_reading(zip_error_code_zip(zip_file_get_error(file.get())));
    out.resize(before + static_cast<std::size_t>(got));
    if (got == 0) return out;
    if (out.size() > most) fail_docx(std::string(name) + " is far larger than a resume needs");
  }
}

}  // namespace resumax::extract
