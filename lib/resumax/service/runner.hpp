#pragma once

#include <string>
#include <string_view>

namespace resumax::service {

/// The process that works on a run: host, id and start time ("host:123:456789").
std::string this_runner();

/// Whether that process has certainly ended. A process of another host may still be there.
bool has_ended(std::string_view runner);

}  // namespace resumax::service
