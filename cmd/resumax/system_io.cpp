#include "system_io.hpp"

#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fcntl.h>
#include <spawn.h>

#include <pwd.h>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>

namespace resumax::app {
namespace {

std::atomic<bool> stop_asked = false;  // set by a signal, read by every thread
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void on_stop(int) {
  if (stop_asked) _exit(130);  // asked twice: the database survives that, a verb that hangs must not
  stop_asked = true;
}

void install_signals() {
  struct sigaction action {};
  sigemptyset(&action.sa_mask);
  action.sa_handler = on_stop;  // no SA_RESTART: a read at a prompt has to come back
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, nullptr);
  sigaction(SIGXFSZ, &action, nullptr);  // a file over the limit is then a failed write, which is reported
}

std::optional<std::string> environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value ? std::optional<std::string>(value) : std::nullopt;
}

std::filesystem::path home_folder() {
  if (const auto home = environment("HOME"); home && !home->empty()) return *home;
  const passwd* user = getpwuid(getuid());
  return user && user->pw_dir ? user->pw_dir : "";
}

int from_environment(const char* name, int otherwise) {
  const auto text = environment(name).value_or("");
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failure == std::errc{} && value > 0 ? value : otherwise;
}

void measure_terminal(Io& io) {
  winsize size{};
  if (io.out_terminal && ioctl(1, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    io.width = size.ws_col;
    if (size.ws_row > 0) io.height = size.ws_row;
  }
  io.width = from_environment("COLUMNS", io.width);
}

/// Runs `sh -c command "$@"` with our signals' defaults; `input` becomes its standard input unless it is -1.
pid_t start_shell(const std::string& command, const char* argument, int input) {
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  for (const int signal : {SIGINT, SIGTERM, SIGPIPE, SIGXFSZ}) sigaddset(&defaults, signal);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (input >= 0) posix_spawn_file_actions_adddup2(&actions, input, 0);
  std::string shell = "sh", option = "-c", line = command, name = "sh", word = argument ? argument : "";
  std::array<char*, 6> arguments{
      shell.data(), option.data(), line.data(), name.data(), argument ? word.data() : nullptr, nullptr};
  pid_t child = -1;
  if (posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments.data(), environ) != 0) child = -1;
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return child;
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// While a child owns the terminal, Ctrl-C is for it and not for us.
class ChildOwnsTerminal {
 public:
  ChildOwnsTerminal() {
    struct sigaction ignore {};
    sigemptyset(&ignore.sa_mask);
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGINT, &ignore, &before_);
  }
  ~ChildOwnsTerminal() { sigaction(SIGINT, &before_, nullptr); }
  ChildOwnsTerminal(const ChildOwnsTerminal&) = delete;
  ChildOwnsTerminal& operator=(const ChildOwnsTerminal&) = delete;

 private:
  struct sigaction before_ {};
};

bool page(const std::string& command, const std::string& text) {
  std::array<int, 2> pipe_ends{};
  if (pipe2(pipe_ends.data(), O_CLOEXEC) != 0) return false;
  const ChildOwnsTerminal owns;
  const pid_t child = start_shell(command, nullptr, pipe_ends[0]);
  ::close(pipe_ends[0]);
  if (child < 0) {
    ::close(pipe_ends[1]);
    return false;
  }
  for (std::size_t at = 0; at < text.size();) {
    const auto wrote = ::write(pipe_ends[1], text.data() + at, text.size() - at);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) break;  // the reader left early
    at += static_cast<std::size_t>(wrote);
  }
  ::close(pipe_ends[1]);
  return wait_for(child) != 127;  // 127: the shell found no such command
}

int edit(const std::string& command, const std::filesystem::path& file) {
  const ChildOwnsTerminal owns;
  const pid_t child = start_shell(command + " \"$@\"", file.c_str(), -1);
  return child < 0 ? 127 : wait_for(child);
}

std::filesystem::path running_program() {
  std::error_code failure;
  return std::filesystem::read_symlink("/proc/self/exe", failure);
}

}  // namespace

DescriptorBuffer::~DescriptorBuffer() { DescriptorBuffer::sync(); }

bool DescriptorBuffer::write_out(const char* bytes, std::size_t size) {
  while (size > 0 && !closed_) {
    const auto wrote = ::write(descriptor_, bytes, size);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0 && errno == EPIPE) closed_ = true;
    if (wrote < 0) return closed_;
    bytes += wrote;
    size -= static_cast<std::size_t>(wrote);
  }
  return true;
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  const char byte = traits_type::to_char_type(c);
  return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
}

std::streamsize DescriptorBuffer::xsputn(const char* bytes, std::streamsize size) {
  pending_.append(bytes, static_cast<std::size_t>(size));
  return pending_.size() < (1u << 16) || sync() == 0 ? size : 0;
}

int DescriptorBuffer::sync() {
  const bool done = write_out(pending_.data(), pending_.size());
  pending_.clear();
  return done ? 0 : -1;
}

DescriptorBuffer::int_type DescriptorBuffer::underflow() {
  const auto got = ::read(descriptor_, input_.data(), input_.size());  // EINTR ends the stream: a stop was asked for
  if (got <= 0) return traits_type::eof();
  setg(input_.data(), input_.data(), input_.data() + got);
  return traits_type::to_int_type(input_.front());
}

SystemIo::SystemIo() : io_{in_, out_, err_, clock_, ids_} {
  install_signals();
  io_.in_terminal = isatty(0);
  io_.out_terminal = isatty(1);
  io_.err_terminal = isatty(2);
  measure_terminal(io_);
  io_.home = home_folder();
  std::error_code failure;
  io_.folder = std::filesystem::current_path(failure);
  io_.program = running_program();
  io_.environment = environment;
  io_.interrupted = [] { return stop_asked.load(); };
  io_.page = page;
  io_.edit = edit;
}

}  // namespace resumax::app
