#include <resumax/document/helper_process.hpp>
#include <resumax/document/protocol.hpp>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace resumax::document {

namespace {

/// Milliseconds between two looks at whether the work is still wanted.
constexpr std::int64_t longest_wait = 100;

constexpr auto hint_damaged = "open the file in its own program and save or export it again";

std::string seconds(std::chrono::milliseconds time) {
  const auto tenths = (time.count() + 50) / 100;
  return std::to_string(tenths / 10) + (tenths % 10 ? "." + std::to_string(tenths % 10) : "") + " s";
}

void check(int code, const char* what) {
  if (code != 0) throw Error(Errc::internal, std::string(what) + ": " + std::generic_category().message(code));
}

struct FileActions {
  posix_spawn_file_actions_t value;
  FileActions() { check(posix_spawn_file_actions_init(&value), "cannot prepare the extractor"); }
  ~FileActions() { posix_spawn_file_actions_destroy(&value); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
};

struct SpawnAttributes {
  posix_spawnattr_t value;
  SpawnAttributes() { check(posix_spawnattr_init(&value), "cannot prepare the extractor"); }
  ~SpawnAttributes() { posix_spawnattr_destroy(&value); }
  SpawnAttributes(const SpawnAttributes&) = delete;
  SpawnAttributes& operator=(const SpawnAttributes&) = delete;
};

}  // namespace

HelperProcess::HelperProcess(const std::filesystem::path& program, Task task, const HelperLimits& limits)
    : limits_(limits) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) check(errno, "cannot make a socket");
  socket_ = ends[0];
  try {
    start(program, task, ends[1]);
  } catch (...) {
    close(ends[0]);
    close(ends[1]);
    throw;
  }
  close(ends[1]);
}

void HelperProcess::start(const std::filesystem::path& program, Task task, int child_end) {
  FileActions actions;
  const auto prepare = [](int code) { check(code, "cannot prepare the extractor"); };
  prepare(posix_spawn_file_actions_adddup2(&actions.value, child_end, 0));
  prepare(posix_spawn_file_actions_addopen(&actions.value, 1, "/dev/null", O_WRONLY, 0));
  prepare(posix_spawn_file_actions_addopen(&actions.value, 2, "/dev/null", O_WRONLY, 0));
  prepare(posix_spawn_file_actions_addclosefrom_np(&actions.value, 3));

  // A group of its own: Ctrl-C is the program's to answer, and the helper goes when the program does.
  SpawnAttributes attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  prepare(posix_spawnattr_setsigmask(&attributes.value, &none));
  prepare(posix_spawnattr_setsigdefault(&attributes.value, &all));
  prepare(posix_spawnattr_setpgroup(&attributes.value, 0));
  prepare(posix_spawnattr_setflags(&attributes.value,
                                   POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP));

  std::array<std::string, 7> words{program.string(),
                                   "--memory",
                                   std::to_string(limits_.memory_bytes),
                                   "--cpu",
                                   std::to_string(limits_.cpu_seconds),
                                   "--task",
                                   std::string(helper_tasks[static_cast<std::size_t>(task)])};
  std::array<char*, 8> arguments{};
  std::transform(words.begin(), words.end(), arguments.begin(), [](std::string& word) { return word.data(); });
  std::array<char*, 1> environment{};  // empty, so that no variable changes what is read

  const int code =
      posix_spawn(&pid_, program.c_str(), &actions.value, &attributes.value, arguments.data(), environment.data());
  if (code != 0)
    throw Error(Errc::internal, "cannot start the document extractor: " + std::generic_category().message(code),
                "resumax-extract is expected at " + program.string() + "; reinstall resumax if it is not there");
}

HelperProcess::~HelperProcess() {
  close(socket_);
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    reap();
  }
}

int HelperProcess::reap() {
  int status = 0;
  pid_t done = -1;
  do done = waitpid(pid_, &status, 0);
  while (done < 0 && errno == EINTR);
  pid_ = -1;
  return done < 0 ? 0 : status;
}

bool HelperProcess::quiet() const {
  char byte = 0;
  return recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

std::string HelperProcess::ask(std::string_view bytes, std::string_view filename, TimePoint deadline) {
  filename = filename.substr(0, longest_filename);
  send(encode_request_header({static_cast<std::uint32_t>(filename.size()), bytes.size()}), deadline);
  send(filename, deadline);
  send(bytes, deadline);
  // It then ends by itself while the answer is worked on, and nobody waits for its end.
  if (limits_.once) shutdown(socket_, SHUT_WR);
  return listen(deadline);
}

std::string HelperProcess::listen(TimePoint deadline) {
  const auto size = decode_answer_header(receive(answer_header_size, deadline));
  if (size > limits_.answer_bytes)
    throw Error(Errc::parse_failed, "the document holds more text than is read (" + std::to_string(size) + " bytes)");
  return receive(static_cast<std::size_t>(size), deadline);
}

std::uint64_t HelperProcess::resident_bytes() const {
  std::ifstream in("/proc/" + std::to_string(pid_) + "/statm");
  std::uint64_t size = 0, resident = 0;
  return in >> size >> resident ? resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)) : 0;
}

void HelperProcess::wait_for(short events, TimePoint deadline) {
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0)
      throw Error(Errc::parse_failed, "reading the document took longer than " + seconds(limits_.deadline),
                  hint_damaged);
    pollfd entry{socket_, events, 0};
    const int ready = poll(&entry, 1, static_cast<int>(std::min<std::int64_t>(left.count(), longest_wait)));
    if (ready > 0) return;
    if (limits_.stopped && limits_.stopped()) throw Error(Errc::interrupted, "interrupted");
    if (ready < 0 && errno != EINTR) check(errno, "cannot wait for the extractor");
  }
}

void HelperProcess::send(std::string_view bytes, TimePoint deadline) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0)
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    else if (errno == EAGAIN || errno == EWOULDBLOCK)
      wait_for(POLLOUT, deadline);
    else if (errno != EINTR)
      report_death();
  }
}

std::string HelperProcess::receive(std::size_t size, TimePoint deadline) {
  // Grown as bytes arrive: a length is a claim until then.
  std::string out;
  while (out.size() < size) {
    const auto before = out.size();
    out.resize(std::min(size, before + (std::size_t{1} << 18)));
    const auto got = recv(socket_, out.data() + before, out.size() - before, MSG_DONTWAIT);
    out.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got > 0) continue;
    if (got == 0) report_death();
    if (errno == EAGAIN || errno == EWOULDBLOCK)
      wait_for(POLLIN, deadline);
    else if (errno != EINTR)
      report_death();
  }
  return out;
}

void HelperProcess::report_death() {
  // It may have closed its end and live on.
  kill(pid_, SIGKILL);
  const int status = reap();
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    if (signal == SIGPROF || signal == SIGXCPU)
      throw HelperDied(
          "reading the document took more than " + std::to_string(limits_.cpu_seconds) + " s of processor time",
          hint_damaged);
    if (signal == SIGSEGV || signal == SIGABRT || signal == SIGBUS || signal == SIGFPE || signal == SIGILL)
      throw HelperDied("the document makes its reader crash: it is damaged or hostile", hint_damaged);
    if (signal == SIGSYS)
      throw HelperDied("the document makes its reader ask for something no document needs: it is hostile",
                       hint_damaged);
  } else if (WIFEXITED(status) && WEXITSTATUS(status) == exit_out_of_memory) {
    throw HelperDied(
        "reading the document needs more than " + std::to_string(limits_.memory_bytes >> 20) + " MB of memory",
        hint_damaged);
  }
  throw HelperDied("the document's reader stopped without an answer", hint_damaged);
}

}  // namespace resumax::document
