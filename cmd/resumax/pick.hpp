#pragma once

#include "context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace resumax::app {

struct Picked {
  std::string optimization;
  std::vector<service::Decision> decisions;
};

/// Asks about each suggestion of an optimization on the terminal, as git add -p does about hunks. Nothing where none
/// was taken. Throws UsageError without a terminal, interrupted for a signal.
std::optional<Picked> pick_interactively(Context& context, service::Service& service, const std::string& reference);

}  // namespace resumax::app
