#include <resumax/parse/contact.hpp>
#include <resumax/parse/profiles.hpp>
#include <resumax/parse/split.hpp>
#include <resumax/parse/vocabulary.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::parse {
namespace {

bool is_user(std::string_view text) {
  if (text.starts_with('@')) text.remove_prefix(1);
  return text.size() >= 2 && text.size() <= 60 && word_count(text) <= 2 && text.find('@') == std::string_view::npos &&
         Vocabulary::get().network(text).empty();
}

void name_profile(Source& source, std::vector<Profile>& profiles, std::string_view network, const Piece& label,
                  const Piece& user) {
  source.claim(label);
  std::string_view name = source.view(source.clean(user));
  if (name.starts_with('@')) name.remove_prefix(1);
  add_profile(profiles, network, std::string(name), {});
  source.claim(user);
}

void read_bracketed(Source& source, const Piece& part, std::vector<Profile>& profiles) {
  const std::string_view text = source.view(part);
  const std::size_t open = text.find('('), close = text.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return;
  const std::string_view network = Vocabulary::get().network(text.substr(open + 1, close - open - 1));
  const Piece user = source.clean({part.line, part.begin, part.begin + static_cast<std::uint32_t>(open)});
  if (network.empty() || user.empty() || !is_user(source.view(user))) return;
  source.claim(part);
  add_profile(profiles, network, std::string(source.view(user)), {});
}

}  // namespace

UrlParts take_apart(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  UrlParts out;
  const std::size_t slash = url.find('/');
  out.host = text::lower(url.substr(0, slash));
  std::string_view path = slash == std::string_view::npos ? std::string_view{} : url.substr(slash + 1);
  path = path.substr(0, path.find_first_of("?#"));
  while (path.ends_with('/')) path.remove_suffix(1);
  const std::size_t last = path.rfind('/');
  out.user = last == std::string_view::npos ? path : path.substr(last + 1);
  if (out.user.starts_with('@')) out.user.erase(0, 1);
  std::string host = out.host;
  const std::size_t dot = host.rfind('.');
  if (dot != std::string::npos) host.resize(dot);
  const std::size_t before = host.rfind('.');
  out.site = before == std::string::npos ? host : host.substr(before + 1);
  return out;
}

std::string_view network_of(std::string_view url) {
  const UrlParts parts = take_apart(url);
  if (parts.site == "x" && parts.host != "x.com") return {};
  // Pages that somebody hosts there are a site of their own.
  if (parts.host.ends_with(".github.io") || parts.host.ends_with(".gitlab.io")) return {};
  if (parts.user.empty() && !parts.host.starts_with(parts.site)) return {};
  return Vocabulary::get().network(parts.site);
}

void add_profile(std::vector<Profile>& profiles, std::string_view network, const std::string& user, Text url) {
  for (Profile& profile : profiles)
    if (profile.network == network && (profile.username == user || profile.username.empty() || user.empty())) {
      if (profile.username.empty()) profile.username = user;
      if (profile.url.empty()) profile.url = std::move(url);
      return;
    }
  Profile profile;
  profile.network = network;
  profile.username = user;
  profile.url = std::move(url);
  profiles.push_back(std::move(profile));
}

void read_named_profiles(Source& source, const std::vector<std::size_t>& lines, std::vector<Profile>& profiles) {
  for (std::size_t n = 0; n < lines.size(); ++n) {
    const auto parts = split(source, source.whole(lines[n]), contact_separators());
    for (std::size_t p = 0; p < parts.size(); ++p) {
      if (!find_addresses(source.view(parts[p])).empty()) continue;
      Labelled labelled;
      const std::string_view network = Vocabulary::get().network(source.view(parts[p]));
      if (!network.empty() && p + 1 < parts.size() && is_user(source.view(parts[p + 1]))) {
        name_profile(source, profiles, network, parts[p], parts[p + 1]);
        ++p;
      } else if (!network.empty() && p + 1 == parts.size() && n + 1 < lines.size() &&
                 is_user(source.line(lines[n + 1]).text) && parts.size() == 1) {
        name_profile(source, profiles, network, parts[p], source.whole(lines[n + 1]));
      } else if (split_label(source, parts[p], 2, labelled)) {
        const std::string_view named = Vocabulary::get().network(source.view(labelled.label));
        const Piece user = source.clean(labelled.value);
        if (!named.empty() && !user.empty() && is_user(source.view(user)))
          name_profile(source, profiles, named, labelled.label, user);
      } else {
        read_bracketed(source, parts[p], profiles);
      }
    }
  }
}

const std::vector<std::string_view>& contact_separators() {
  static const std::vector<std::string_view> separators{"\t",  " | ", "|",   " · ", " • ", " ∙ ", " ⋅ ", " ‧ ",
                                                        " – ", " — ", " - ", "•",   " / ", "◦",   ";"};
  return separators;
}

}  // namespace resumax::parse
