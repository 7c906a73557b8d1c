#pragma once

#include <resumax/config/config.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace resumax::config {

/// Index into settings(); an unknown key throws invalid_input and names the nearest one.
std::size_t setting_index(std::string_view key);

/// "limits.resume" -> "RESUMAX_LIMITS_RESUME".
std::string variable_of(std::string_view key);

/// Throws invalid_input, without saying where, for a value the setting cannot take.
void check_value(const Setting& setting, std::string_view value);

std::optional<std::int64_t> parse_integer(std::string_view text);  ///< not negative
/// Bytes of "5 MB", "5M", "5 MiB", "5120 k", "100": units are powers of 1024, case does not matter.
std::optional<std::uint64_t> parse_size(std::string_view text);

}  // namespace resumax::config
