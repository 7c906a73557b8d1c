#include <resumax/document/helper_sandbox.hpp>

#if defined(__x86_64__) && !defined(RESUMAX_SANITIZED)

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>
#if __has_include(<linux/landlock.h>)  // headers from before Linux 5.13 have none
#include <linux/landlock.h>
#endif

#include <cerrno>
#include <cstddef>
#include <vector>

namespace resumax::document {

namespace {

constexpr auto character_tables = "/usr/share/poppler";  // what poppler reads CJK encodings from

/// Whether reading is held to the character tables from now on.
bool confine_files() {
#ifdef LANDLOCK_ACCESS_FS_MAKE_SYM
  landlock_ruleset_attr rules{};
  rules.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;  // all that the first version knows
  const auto ruleset = static_cast<int>(syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0));
  if (ruleset < 0) return false;
  landlock_path_beneath_attr tables{};
  tables.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  tables.parent_fd = open(character_tables, O_PATH | O_CLOEXEC);
  if (tables.parent_fd >= 0) {
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &tables, 0);
    close(tables.parent_fd);
  }
  const bool done = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return done;
#else
  return false;
#endif
}

class Filter {
 public:
  Filter() {
    load(offsetof(seccomp_data, arch));
    add(BPF_JMP | BPF_JEQ | BPF_K, AUDIT_ARCH_X86_64, 1, 0);
    give(SECCOMP_RET_KILL_PROCESS);
    load(offsetof(seccomp_data, nr));
  }
  void on(long call, unsigned verdict) {
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 1);
    give(verdict);
  }
  /// Allowed where argument `index` has none of `forbidden` and all of `needed`, else fails with `error`.
  void on_flags(long call, unsigned index, unsigned forbidden, unsigned needed, unsigned error) {
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 6);
    load(static_cast<unsigned>(offsetof(seccomp_data, args)) + 8 * index);
    add(BPF_JMP | BPF_JSET | BPF_K, forbidden, 3, 0);
    add(BPF_ALU | BPF_AND | BPF_K, needed, 0, 0);
    add(BPF_JMP | BPF_JEQ | BPF_K, needed, 0, 1);
    give(SECCOMP_RET_ALLOW);
    give(SECCOMP_RET_ERRNO | error);
  }
  bool install() {
    give(SECCOMP_RET_ERRNO | EPERM);
    const sock_fprog program{static_cast<unsigned short>(code_.size()), code_.data()};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
  }

 private:
  void load(std::size_t offset) { add(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset), 0, 0); }
  void give(unsigned verdict) { add(BPF_RET | BPF_K, verdict, 0, 0); }
  void add(int code, unsigned value, int when_true, int when_false) {
    code_.push_back({static_cast<unsigned short>(code), static_cast<unsigned char>(when_true),
                     static_cast<unsigned char>(when_false), value});
  }
  std::vector<sock_filter> code_;
};

}  // namespace

Sandbox enter_sandbox() {
  Sandbox made;
  made.built = true;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return made;
  made.files = confine_files();
  Filter filter;
  for (const long call :
       {SYS_read,           SYS_write,        SYS_sendto,          SYS_recvfrom,     SYS_brk,       SYS_munmap,
        SYS_mremap,         SYS_madvise,      SYS_futex,           SYS_close,        SYS_lseek,     SYS_fstat,
        SYS_pread64,        SYS_getdents64,   SYS_clock_gettime,   SYS_gettimeofday, SYS_getrandom, SYS_rt_sigreturn,
        SYS_rt_sigprocmask, SYS_rt_sigaction, SYS_restart_syscall, SYS_getpid,       SYS_gettid,    SYS_sysinfo,
        SYS_exit,           SYS_exit_group})
    filter.on(call, SECCOMP_RET_ALLOW);
  filter.on_flags(SYS_mmap, 2, PROT_EXEC, 0, EPERM);
  filter.on_flags(SYS_mprotect, 2, PROT_EXEC, 0, EPERM);
  filter.on_flags(SYS_setitimer, 0, ~0u ^ ITIMER_PROF, ITIMER_PROF, EPERM);
  if (made.files) {
    filter.on(SYS_newfstatat, SECCOMP_RET_ALLOW);  // sizes and dates, no contents
    filter.on_flags(SYS_openat, 2, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND, 0, EACCES);
  } else {
    // fstat() in other words; a path has no such flag.
    filter.on_flags(SYS_newfstatat, 3, 0, AT_EMPTY_PATH, EACCES);
    filter.on(SYS_openat, SECCOMP_RET_ERRNO | EACCES);
  }
  for (const long call : {SYS_execve, SYS_execveat, SYS_fork, SYS_vfork, SYS_socket, SYS_socketpair, SYS_connect,
                          SYS_bind, SYS_listen, SYS_ptrace})
    filter.on(call, SECCOMP_RET_KILL_PROCESS);
  made.calls = filter.install();
  return made;
}

}  // namespace resumax::document

#else

resumax::document::Sandbox resumax::document::enter_sandbox() { return {}; }

#endif
