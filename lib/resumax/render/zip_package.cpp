#include <resumax/render/zip_package.hpp>

#include <resumax/core/error.hpp>

#include <memory>

#include <zip.h>

namespace resumax::render {

namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Release {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

[[noreturn]] void fail() { throw Error(Errc::internal, "packing the document failed"); }

void add(zip_t* archive, const PackagePart& part) {
  zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
  if (!source) fail();
  const zip_int64_t added = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (added < 0) {
    zip_source_free(source);
    fail();
  }
  const auto index = static_cast<zip_uint64_t>(added);
  constexpr zip_uint16_t first_of_january_1980 = 1 << 5 | 1;
  zip_file_set_dostime(archive, index, 0, first_of_january_1980, 0);
  zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, 9);
  zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_DOS, 0);
}

}  // namespace

std::string zip_package(const std::vector<PackagePart>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  std::unique_ptr<zip_source_t, Release> source(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!source) fail();
  std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error));
  if (!archive) fail();
  zip_source_keep(source.get());  // closing the archive gives its own reference back
  for (const PackagePart& part : parts) add(archive.get(), part);
  if (zip_close(archive.get()) != 0) fail();
  static_cast<void>(archive.release());

  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(source.get(), &stat) != 0 || zip_source_open(source.get()) != 0) fail();
  std::string out(stat.size, '\0');
  const zip_int64_t got = zip_source_read(source.get(), out.data(), out.size());
  zip_source_close(source.get());
  if (got != static_cast<zip_int64_t>(out.size())) fail();
  return out;
}

}  // namespace resumax::render
