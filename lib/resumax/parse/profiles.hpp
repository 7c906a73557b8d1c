#pragma once

#include <resumax/parse/source.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace resumax::parse {

/// "linkedin.com/in/me": the host in lower case, the name its address goes by ("linkedin"), and the user.
struct UrlParts {
  std::string host, site, user;
};
UrlParts take_apart(std::string_view url);

/// Display name of the network whose site an address leads to, or "".
std::string_view network_of(std::string_view url);

/// Adds a profile, or completes the one of the same network and user.
void add_profile(std::vector<Profile>& profiles, std::string_view network, const std::string& user, Text url);

/// Profiles named in words: "GitHub: me", "me (GitHub)", "GitHub \t me".
void read_named_profiles(Source& source, const std::vector<std::size_t>& lines, std::vector<Profile>& profiles);

/// Signs that part the items of a contact line.
const std::vector<std::string_view>& contact_separators();

}  // namespace resumax::parse
