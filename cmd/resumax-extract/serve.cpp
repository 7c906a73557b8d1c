#include "serve.hpp"

#include <resumax/core/error.hpp>
#include <resumax/document/helper_sandbox.hpp>
#include <resumax/document/protocol.hpp>
#include <resumax/extract/extract.hpp>

#include <iconv.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <new>
#include <string>
#include <string_view>

namespace resumax::helper {

namespace {

constexpr int channel = STDIN_FILENO;

template <class T>
bool read_number(std::string_view word, T& value) {
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc{} && end == word.data() + word.size();
}

void limit(__rlimit_resource what, rlim_t value) {
  const rlimit both{value, value};
  setrlimit(what, &both);
}

/// What no document may do, whatever it makes its reader do.
void take_limits(const Limits& limits) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // never outlive the program
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_DUMPABLE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, 32);
  limit(RLIMIT_NPROC, 0);
#ifndef RESUMAX_SANITIZED  // their shadow memory is terabytes
  limit(RLIMIT_AS, static_cast<rlim_t>(limits.memory_bytes));
#else
  static_cast<void>(limits);
#endif
}

/// Has the C library read what it otherwise reads from files later, when it no longer may.
void warm_up() {
  setenv("TZ", "UTC0", 1);
  tzset();
  // Held for good: poppler converts text, and its converter must stay loaded.
  static_cast<void>(iconv_open("UTF-8", "UTF-16"));
  static_cast<void>(iconv_open("UTF-16", "UTF-8"));
}

/// Processor time until SIGPROF ends the process; 0 for never.
void set_alarm(unsigned seconds) {
  const itimerval timer{{0, 0}, {static_cast<time_t>(seconds), 0}};
  setitimer(ITIMER_PROF, &timer, nullptr);
}

/// Fills `out`; false at the end of input.
bool read_all(char* out, std::size_t size) {
  while (size > 0) {
    const auto got = read(channel, out, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    out += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = send(channel, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool write_answer(std::string_view payload) {
  return write_all(document::encode_answer_header(payload.size())) && write_all(payload);
}

/// What the task needs of libraries and their tables, loaded while files can be opened. The other format's would cost
/// every start.
std::shared_ptr<void> load_libraries(std::string_view task) {
  try {
    if (task == "docx") extract::load_zip_library();
    if (task == "pdf") return extract::keep_poppler_loaded();
  } catch (const Error&) {
    // Met again, and answered, with the first document.
  }
  return nullptr;
}

std::string answer(std::string_view bytes, std::string_view filename) {
  try {
    return document::encode_answer(extract::extract(bytes, filename));
  } catch (const Error& error) {
    return document::encode_answer(error);
  } catch (const std::bad_alloc&) {
    // What was half built may still be held somewhere: a fresh process is safer than this one.
    _exit(document::exit_out_of_memory);
  } catch (const std::exception& error) {
    return document::encode_answer(Error(Errc::parse_failed, std::string("the document is damaged: ") + error.what()));
  }
}

}  // namespace

std::optional<Limits> parse_limits(int argc, char** argv) {
  Limits limits;
  for (int i = 1; i < argc; i += 2) {
    const std::string_view name = argv[i];
    if (i + 1 >= argc) return std::nullopt;
    const std::string_view value = argv[i + 1];
    bool read = false;
    if (name == "--memory") read = read_number(value, limits.memory_bytes);
    if (name == "--cpu") read = read_number(value, limits.cpu_seconds);
    if (name == "--task") {
      read = std::find(document::helper_tasks.begin(), document::helper_tasks.end(), value) !=
             document::helper_tasks.end();
      limits.task = value;
    }
    if (!read) return std::nullopt;
  }
  return limits;
}

bool is_asked_by_program() {
  struct stat status {};
  return fstat(channel, &status) == 0 && S_ISSOCK(status.st_mode);
}

int serve(const Limits& limits) {
  take_limits(limits);
  warm_up();
  const auto libraries = load_libraries(limits.task);
  const auto sandbox = document::enter_sandbox();
  if (limits.task == "report") return write_answer(document::encode_sandbox(sandbox)) ? 0 : 1;
  std::string header(document::request_header_size, '\0'), filename, bytes;
  try {
    while (read_all(header.data(), header.size())) {
      const auto request = document::decode_request_header(header);
      filename.resize(request.filename_size);
      bytes.resize(request.body_size);
      if (!read_all(filename.data(), filename.size()) || !read_all(bytes.data(), bytes.size())) return 1;
      set_alarm(limits.cpu_seconds);
      const std::string payload = answer(bytes, filename);
      set_alarm(0);
      bytes = {};
      if (!write_answer(payload)) return 1;
    }
  } catch (const std::bad_alloc&) {
    return document::exit_out_of_memory;
  } catch (const Error&) {
    return 1;
  }
  _exit(0);  // the program has gone, or waits for nothing but the end: no library need tidy up
}

}  // namespace resumax::helper
