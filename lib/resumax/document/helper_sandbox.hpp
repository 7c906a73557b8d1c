#pragma once

// gcc and clang say in different ways that a sanitizer is at work.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define RESUMAX_SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define RESUMAX_SANITIZED 1
#endif

namespace resumax::document {

struct Sandbox {
  bool built = false;  ///< this build has one at all
  bool calls = false;  ///< system calls are held to a list: no network, no process, no writing
  bool files = false;  ///< the one folder of public character tables can be read, and no other file
};

/// Shuts this process in, for good: it can compute, take memory and talk on the descriptors it holds. Starting a
/// program or making a socket ends it with SIGSYS; anything else not on the list fails with EPERM. Where the kernel has
/// no Landlock no file opens at all, and PDFs that name a predefined CJK encoding lose its text. Where it has no
/// seccomp, on other machines than x86-64, and under sanitizers (which need calls of their own) nothing is shut. What
/// came of it is returned, and `resumax doctor` says so.
Sandbox enter_sandbox();

}  // namespace resumax::document
