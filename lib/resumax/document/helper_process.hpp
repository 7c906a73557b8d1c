#pragma once

#include <resumax/core/error.hpp>
#include <resumax/document/helper.hpp>

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace resumax::document {

/// The helper ended before it answered: it crashed, met one of its limits, or was killed from outside.
class HelperDied : public Error {
 public:
  explicit HelperDied(const std::string& message, std::string hint = {})
      : Error(Errc::parse_failed, message, std::move(hint)) {}
};

/// A running helper and the socket to it. Gone, and reaped, with the object.
class HelperProcess {
 public:
  /// What a helper is started for.
  enum class Task { pdf, docx, report };
  /// Throws Errc::internal where the program cannot be started.
  HelperProcess(const std::filesystem::path& program, Task task, const HelperLimits& limits);
  ~HelperProcess();
  HelperProcess(const HelperProcess&) = delete;
  HelperProcess& operator=(const HelperProcess&) = delete;

  /// Whether it waits for a request: alive, and without anything said unasked.
  bool quiet() const;

  /// Sends a document and returns the answer's payload. Throws HelperDied, or parse_failed when the deadline passes
  /// or the answer is too long; after any throw the object is fit for destruction only.
  std::string ask(std::string_view bytes, std::string_view filename, std::chrono::steady_clock::time_point deadline);
  /// An answer's payload without a question; throws as `ask` does.
  std::string listen(std::chrono::steady_clock::time_point deadline);

  /// The memory it holds now, 0 where the system does not say.
  std::uint64_t resident_bytes() const;

 private:
  using TimePoint = std::chrono::steady_clock::time_point;
  void start(const std::filesystem::path& program, Task task, int child_end);
  void send(std::string_view bytes, TimePoint deadline);
  std::string receive(std::size_t size, TimePoint deadline);
  void wait_for(short events, TimePoint deadline);
  [[noreturn]] void report_death();
  int reap();

  HelperLimits limits_;
  int socket_ = -1;
  pid_t pid_ = -1;
};

}  // namespace resumax::document
