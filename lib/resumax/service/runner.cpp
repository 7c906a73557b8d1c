#include <resumax/service/runner.hpp>

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <iterator>

namespace resumax::service {
namespace {

/// When a process started, in clock ticks since boot (field 22 of /proc/PID/stat); "" when it is not there. Process ids
/// are used again, the pair is not.
std::string start_time(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  const std::string stat{std::istreambuf_iterator<char>(file), {}};
  auto at = stat.rfind(')');  // the name before it may hold blanks and brackets
  if (at == std::string::npos) return {};
  for (int field = 2; field < 22; ++field) {
    at = stat.find(' ', at + 1);
    if (at == std::string::npos) return {};
  }
  return stat.substr(at + 1, stat.find(' ', at + 1) - at - 1);
}

std::string host() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0) return "?";
  return name.data();
}

std::string runner_of(pid_t process) { return host() + ":" + std::to_string(process) + ":" + start_time(process); }

}  // namespace

std::string this_runner() { return runner_of(getpid()); }

bool has_ended(std::string_view runner) {
  const std::string prefix = host() + ":";
  if (!runner.starts_with(prefix)) return false;
  pid_t process = 0;
  const auto rest = runner.substr(prefix.size());
  if (std::from_chars(rest.data(), rest.data() + rest.size(), process).ec != std::errc{} || process <= 0) return false;
  if (kill(process, 0) != 0 && errno == ESRCH) return true;
  return runner_of(process) != runner;
}

}  // namespace resumax::service
