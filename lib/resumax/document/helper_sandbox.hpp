#pragma once

namespace resumax::document {

struct Sandbox {
  bool calls = false;  ///< system calls are held to a list: no network, no process, no writing
  bool files = false;  ///< the one folder of public character tables can be read, and no other file
};

/// Shuts this process in, for good: it can compute, take memory and talk on the descriptors it holds. Starting a
/// program or making a socket ends it with SIGSYS; anything else not on the list fails with EPERM. Where the kernel has
/// no Landlock no file opens at all, and PDFs that name a predefined CJK encoding lose its text. Where it has no
/// seccomp, on other machines than x86-64, and under sanitizers (which need calls of their own) nothing is shut.
Sandbox enter_sandbox();

}  // namespace resumax::document
