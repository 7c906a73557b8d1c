#pragma once

#include <resumax/core/error.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace resumax::document {

/// Appends numbers and strings as bytes, little-endian, lengths before contents.
class Writer {
 public:
  void u8(std::uint8_t value) { out_.push_back(static_cast<char>(value)); }
  void boolean(bool value) { u8(value ? 1 : 0); }
  void u16(std::uint16_t value) { integer(value, 2); }
  void u32(std::uint32_t value) { integer(value, 4); }
  void u64(std::uint64_t value) { integer(value, 8); }
  void i32(std::int32_t value) { u32(static_cast<std::uint32_t>(value)); }
  void f32(float value);
  void f64(double value);
  /// The number of elements that follow.
  void count(std::size_t value) { u32(static_cast<std::uint32_t>(value)); }
  void string(std::string_view value);

  std::string take() { return std::move(out_); }

 private:
  void integer(std::uint64_t value, int bytes);
  std::string out_;
};

/// Bytes that no Writer wrote: the other side of the pipe is broken or hostile.
class Malformed : public Error {
 public:
  explicit Malformed(const std::string& message) : Error(Errc::parse_failed, message) {}
};

/// Reads what a Writer wrote and believes none of it: every read past the end, count that cannot fit, boolean other
/// than 0 or 1, number that is not finite and string that is not UTF-8 throws Malformed.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t u8() { return static_cast<std::uint8_t>(integer(1)); }
  bool boolean();
  std::uint16_t u16() { return static_cast<std::uint16_t>(integer(2)); }
  std::uint32_t u32() { return static_cast<std::uint32_t>(integer(4)); }
  std::uint64_t u64() { return integer(8); }
  std::int32_t i32() { return static_cast<std::int32_t>(u32()); }
  float f32();
  double f64();
  /// A count of elements that take at least `least` bytes each.
  std::size_t count(std::size_t least);
  std::string string();

  bool at_end() const { return at_ == bytes_.size(); }
  [[noreturn]] static void fail(std::string_view what);

 private:
  std::uint64_t integer(std::size_t bytes);
  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// Whether the bytes are UTF-8 without overlong forms, surrogates or code points past U+10FFFF.
bool is_utf8(std::string_view bytes);

}  // namespace resumax::document
