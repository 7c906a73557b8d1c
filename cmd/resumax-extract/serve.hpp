#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace resumax::helper {

struct Limits {
  std::uint64_t memory_bytes = 512u << 20;
  unsigned cpu_seconds = 10;      ///< for each document
  std::string_view task = "pdf";  ///< one of document::helper_tasks
};

/// "--memory BYTES", "--cpu SECONDS" and "--task TASK"; nothing for anything else.
std::optional<Limits> parse_limits(int argc, char** argv);

/// Whether standard input is a socket, as the program sets it up.
bool is_asked_by_program();

/// Takes the limits on, then answers requests (document/protocol.hpp) until the program closes its end.
/// Returns the exit status.
int serve(const Limits& limits);

}  // namespace resumax::helper
