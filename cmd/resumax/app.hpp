#pragma once

#include "io.hpp"

#include <string_view>

namespace resumax::app {

/// Runs one command line (argv[0] is the program) and returns its exit code. Throws nothing; results go to io.out,
/// everything else to io.err.
int run(int argc, const char* const* argv, Io& io);

std::string_view version();  ///< "0.1.0"

}  // namespace resumax::app
