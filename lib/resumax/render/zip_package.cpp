#include <resumax/render/zip_package.hpp>

#include <resumax/core/error.hpp>

#include <dlfcn.h>
#include <zip.h>

#include <memory>

namespace resumax::render {

namespace {

/// libzip, loaded with the first DOCX: it brings libcrypto, whose relocations would cost every command, `--version`
/// included, half a millisecond. Constant once loaded, and never unloaded.
class Libzip {
 public:
  Libzip() : library_(dlopen(RESUMAX_LIBZIP, RTLD_NOW | RTLD_LOCAL)) {
    if (library_ == nullptr)
      throw Error(Errc::internal, std::string("cannot load ") + RESUMAX_LIBZIP, "install Debian's libzip4");
    bind(discard, "zip_discard");
    bind(close, "zip_close");
    bind(open_from_source, "zip_open_from_source");
    bind(file_add, "zip_file_add");
    bind(file_set_dostime, "zip_file_set_dostime");
    bind(set_file_compression, "zip_set_file_compression");
    bind(file_set_external_attributes, "zip_file_set_external_attributes");
    bind(source_buffer, "zip_source_buffer");
    bind(source_buffer_create, "zip_source_buffer_create");
    bind(source_keep, "zip_source_keep");
    bind(source_free, "zip_source_free");
    bind(source_stat, "zip_source_stat");
    bind(source_open, "zip_source_open");
    bind(source_read, "zip_source_read");
    bind(source_close, "zip_source_close");
    bind(error_init, "zip_error_init");
    bind(stat_init, "zip_stat_init");
  }

  decltype(&zip_discard) discard;
  decltype(&zip_close) close;
  decltype(&zip_open_from_source) open_from_source;
  decltype(&zip_file_add) file_add;
  decltype(&zip_file_set_dostime) file_set_dostime;
  decltype(&zip_set_file_compression) set_file_compression;
  decltype(&zip_file_set_external_attributes) file_set_external_attributes;
  decltype(&zip_source_buffer) source_buffer;
  decltype(&zip_source_buffer_create) source_buffer_create;
  decltype(&zip_source_keep) source_keep;
  decltype(&zip_source_free) source_free;
  decltype(&zip_source_stat) source_stat;
  decltype(&zip_source_open) source_open;
  decltype(&zip_source_read) source_read;
  decltype(&zip_source_close) source_close;
  decltype(&zip_error_init) error_init;
  decltype(&zip_stat_init) stat_init;

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

struct Discard {
  void operator()(zip_t* archive) const { libzip().discard(archive); }
};
struct Release {
  void operator()(zip_source_t* source) const { libzip().source_free(source); }
};

[[noreturn]] void fail() { throw Error(Errc::internal, "packing the document failed"); }

void add(zip_t* archive, const PackagePart& part) {
  zip_source_t* source = libzip().source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
  if (!source) fail();
  const zip_int64_t added = libzip().file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (added < 0) {
    libzip().source_free(source);
    fail();
  }
  const auto index = static_cast<zip_uint64_t>(added);
  constexpr zip_uint16_t first_of_january_1980 = 1 << 5 | 1;
  libzip().file_set_dostime(archive, index, 0, first_of_january_1980, 0);
  libzip().set_file_compression(archive, index, ZIP_CM_DEFLATE, 9);
  libzip().file_set_external_attributes(archive, index, 0, ZIP_OPSYS_DOS, 0);
}

}  // namespace

std::string zip_package(const std::vector<PackagePart>& parts) {
  zip_error_t error;
  libzip().error_init(&error);
  std::unique_ptr<zip_source_t, Release> source(libzip().source_buffer_create(nullptr, 0, 0, &error));
  if (!source) fail();
  std::unique_ptr<zip_t, Discard> archive(libzip().open_from_source(source.get(), ZIP_TRUNCATE, &error));
  if (!archive) fail();
  libzip().source_keep(source.get());  // closing the archive gives its own reference back
  for (const PackagePart& part : parts) add(archive.get(), part);
  if (libzip().close(archive.get()) != 0) fail();
  static_cast<void>(archive.release());

  zip_stat_t stat;
  libzip().stat_init(&stat);
  if (libzip().source_stat(source.get(), &stat) != 0 || libzip().source_open(source.get()) != 0) fail();
  std::string out(stat.size, '\0');
  const zip_int64_t got = libzip().source_read(source.get(), out.data(), out.size());
  libzip().source_close(source.get());
  if (got != static_cast<zip_int64_t>(out.size())) fail();
  return out;
}

}  // namespace resumax::render
