#pragma once

#include "io.hpp"

#include <array>
#include <istream>
#include <ostream>
#include <streambuf>

namespace resumax::app {

/// A file descriptor as a stream buffer. Once a reader has gone away (EPIPE) the rest is dropped in silence, as every
/// program in a pipeline is expected to; any other failure makes the stream bad.
class DescriptorBuffer final : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) {}
  ~DescriptorBuffer() override;
  DescriptorBuffer(const DescriptorBuffer&) = delete;
  DescriptorBuffer& operator=(const DescriptorBuffer&) = delete;

 protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* bytes, std::streamsize size) override;
  int sync() override;
  int_type underflow() override;

 private:
  bool write_out(const char* bytes, std::size_t size);

  int descriptor_;
  bool closed_ = false;
  std::string pending_;
  std::array<char, 1 << 14> input_{};
};

/// The real world: the process's streams, terminal, environment, clock and signals.
class SystemIo {
 public:
  SystemIo();
  Io& io() { return io_; }

 private:
  DescriptorBuffer in_buffer_{0}, out_buffer_{1}, err_buffer_{2};
  std::istream in_{&in_buffer_};
  std::ostream out_{&out_buffer_}, err_{&err_buffer_};
  SystemClock clock_;
  RandomIds ids_;
  Io io_;
};

}  // namespace resumax::app
