#include <resumax/document/helper_sandbox.hpp>

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

using resumax::document::enter_sandbox;

namespace {

/// The wait status of a child that runs `act` in the sandbox: exit status 0 where it returns true; 77 without one.
template <class Act>
int in_sandbox(Act act) {
  const pid_t child = fork();
  if (child == 0) {
    if (!enter_sandbox().calls) _exit(77);
    _exit(act() ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

bool unavailable() {
  return in_sandbox([] { return true; }) == 77 << 8;
}

}  // namespace

TEST_CASE("the sandbox leaves memory and ends what starts programs or talks to the network") {
  if (unavailable()) return;
  CHECK(in_sandbox([] {
          void* block = std::malloc(64u << 20);
          std::free(block);
          return block != nullptr;
        }) == 0);
  const auto killed = [](int status) { return WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS; };
  CHECK(killed(in_sandbox([] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; })));
  CHECK(killed(in_sandbox([] { return connect(0, nullptr, 0) == 0; })));
  CHECK(killed(in_sandbox([] { return execl("/bin/true", "true", nullptr) == 0; })));
}

TEST_CASE("the sandbox refuses files, processes and code made at run time") {
  if (unavailable()) return;
  CHECK(in_sandbox([] { return open("/etc/passwd", O_RDONLY) < 0 && errno == EACCES; }) == 0);
  CHECK(in_sandbox([] { return open("/tmp/written", O_WRONLY | O_CREAT, 0600) < 0 && errno == EACCES; }) == 0);
  CHECK(in_sandbox([] { return unlink("/tmp/written") < 0 && errno == EPERM; }) == 0);
  CHECK(in_sandbox([] { return fork() < 0 && errno == EPERM; }) == 0);
  CHECK(in_sandbox([] { return kill(getppid(), 0) < 0 && errno == EPERM; }) == 0);
  CHECK(in_sandbox([] {
          return mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED;
        }) == 0);
}
