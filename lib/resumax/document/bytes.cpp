#include <resumax/document/bytes.hpp>

#include <bit>
#include <cmath>
#include <limits>

namespace resumax::document {

void Writer::integer(std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out_.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
}

void Writer::f32(float value) { u32(std::bit_cast<std::uint32_t>(value)); }
void Writer::f64(double value) { u64(std::bit_cast<std::uint64_t>(value)); }

void Writer::string(std::string_view value) {
  count(value.size());
  out_.append(value);
}

void Reader::fail(std::string_view what) {
  throw Malformed("the extractor answered with a damaged document (" + std::string(what) + ")");
}

std::uint64_t Reader::integer(std::size_t bytes) {
  if (bytes_.size() - at_ < bytes) fail("cut short");
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes; ++i)
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes_[at_ + i])) << (8 * i);
  at_ += bytes;
  return value;
}

bool Reader::boolean() {
  const auto value = u8();
  if (value > 1) fail("boolean");
  return value == 1;
}

float Reader::f32() {
  const auto value = std::bit_cast<float>(u32());
  if (!std::isfinite(value)) fail("number");
  return value;
}

double Reader::f64() {
  const auto value = std::bit_cast<double>(u64());
  if (!std::isfinite(value)) fail("number");
  return value;
}

std::size_t Reader::count(std::size_t least) {
  const std::size_t value = u32();
  if (value > (bytes_.size() - at_) / least) fail("count");
  return value;
}

std::string Reader::string() {
  const std::size_t size = count(1);
  const auto value = bytes_.substr(at_, size);
  if (!is_utf8(value)) fail("UTF-8");
  at_ += size;
  return std::string(value);
}

bool is_utf8(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  for (std::size_t i = 0; i < bytes.size();) {
    const unsigned char lead = at(i);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || bytes.size() - i < length) return false;
    for (std::size_t k = 1; k < length; ++k)
      if ((at(i + k) & 0xC0) != 0x80) return false;
    const unsigned char second = at(i + 1);
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
        (lead == 0xF4 && second > 0x8F))
      return false;
    i += length;
  }
  return true;
}

}  // namespace resumax::document
