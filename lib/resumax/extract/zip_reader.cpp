#include <resumax/core/error.hpp>
#include <resumax/extract/docx_errors.hpp>
#include <resumax/extract/extract.hpp>
#include <resumax/extract/zip_reader.hpp>

#include <dlfcn.h>
#include <zip.h>

#include <algorithm>
#include <new>

namespace resumax::extract {

namespace {

constexpr std::int64_t most_entries = 10'000;
constexpr std::size_t step = std::size_t{1} << 17;

/// libzip, loaded with the first DOCX: it brings libcrypto, whose relocations would cost the start of every helper that
/// reads a PDF more than a millisecond. Constant once loaded, and never unloaded.
class Libzip {
 public:
  Libzip() : library_(dlopen(RESUMAX_LIBZIP, RTLD_NOW | RTLD_LOCAL)) {
    if (library_ == nullptr)
      throw Error(Errc::internal, std::string("cannot load ") + RESUMAX_LIBZIP, "install Debian's libzip4");
    bind(discard, "zip_discard");
    bind(error_code, "zip_error_code_zip");
    bind(error_fini, "zip_error_fini");
    bind(error_init, "zip_error_init");
    bind(fclose, "zip_fclose");
    bind(file_get_error, "zip_file_get_error");
    bind(fopen_index, "zip_fopen_index");
    bind(fread, "zip_fread");
    bind(get_error, "zip_get_error");
    bind(get_name, "zip_get_name");
    bind(get_num_entries, "zip_get_num_entries");
    bind(open_from_source, "zip_open_from_source");
    bind(source_buffer_create, "zip_source_buffer_create");
    bind(source_free, "zip_source_free");
    bind(stat_index, "zip_stat_index");
  }

  decltype(&zip_discard) discard;
  decltype(&zip_error_code_zip) error_code;
  decltype(&zip_error_fini) error_fini;
  decltype(&zip_error_init) error_init;
  decltype(&zip_fclose) fclose;
  decltype(&zip_file_get_error) file_get_error;
  decltype(&zip_fopen_index) fopen_index;
  decltype(&zip_fread) fread;
  decltype(&zip_get_error) get_error;
  decltype(&zip_get_name) get_name;
  decltype(&zip_get_num_entries) get_num_entries;
  decltype(&zip_open_from_source) open_from_source;
  decltype(&zip_source_buffer_create) source_buffer_create;
  decltype(&zip_source_free) source_free;
  decltype(&zip_stat_index) stat_index;

 private:
  template <class Function>
  void bind(Function& function, const char* name) {
    function = reinterpret_cast<Function>(dlsym(library_, name));
    if (function == nullptr) throw Error(Errc::internal, std::string(RESUMAX_LIBZIP) + " has no " + name);
  }
  void* library_;
};

const Libzip& libzip() {
  static const Libzip loaded;
  return loaded;
}

struct Close {
  void operator()(zip_file_t* file) const { libzip().fclose(file); }
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

void load_zip_library() { libzip(); }

void ZipReader::Discard::operator()(zip* archive) const { libzip().discard(archive); }

ZipReader::ZipReader(std::string_view bytes) {
  zip_error_t error;
  libzip().error_init(&error);
  zip_source_t* source = libzip().source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw std::bad_alloc();
  archive_.reset(libzip().open_from_source(source, ZIP_RDONLY, &error));
  const int code = libzip().error_code(&error);
  libzip().error_fini(&error);
  if (!archive_) {
    libzip().source_free(source);
    if (code == ZIP_ER_MEMORY) throw std::bad_alloc();
    fail_docx("its archive is cut short");
  }
  const std::int64_t count = libzip().get_num_entries(archive_.get(), 0);
  if (count > most_entries) fail_docx("it holds too many files");
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(count); ++i) {
    const char* found = libzip().get_name(archive_.get(), i, ZIP_FL_ENC_RAW);
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
  if (libzip().stat_index(archive_.get(), found->second, 0, &stat) == 0 &&
      (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    fail_docx_encrypted();
  const std::unique_ptr<zip_file_t, Close> file(libzip().fopen_index(archive_.get(), found->second, 0));
  if (!file) fail_reading(libzip().error_code(libzip().get_error(archive_.get())));
  std::string out;
  for (;;) {
    const auto before = out.size();
    out.resize(before + step);
    const auto got = libzip().fread(file.get(), out.data() + before, step);
    if (got < 0) fail_reading(libzip().error_code(libzip().file_get_error(file.get())));
    out.resize(before + static_cast<std::size_t>(got));
    if (got == 0) return out;
    if (out.size() > most) fail_docx(std::string(name) + " is far larger than a resume needs");
  }
}

}  // namespace resumax::extract
