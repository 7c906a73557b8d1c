#include <resumax/parse/contact.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::parse {
namespace {

constexpr std::array<std::string_view, 126> domains{
    "com",     "org",   "net",   "io",    "dev",     "me",    "co",      "edu",   "gov",  "info",  "biz",    "app",
    "ai",      "tech",  "xyz",   "site",  "online",  "page",  "pro",     "name",  "blog", "cloud", "design", "studio",
    "us",      "uk",    "de",    "fr",    "es",      "pt",    "it",      "nl",    "be",   "ch",    "at",     "ca",
    "br",      "mx",    "ar",    "cl",    "pe",      "in",    "cn",      "jp",    "kr",   "ru",    "pl",     "cz",
    "se",      "no",    "dk",    "fi",    "ie",      "eu",    "au",      "nz",    "za",   "ae",    "sa",     "eg",
    "jo",      "lb",    "ma",    "tn",    "ir",      "tr",    "il",      "to",    "fm",   "sh",    "so",     "example",
    "gg",      "tv",    "link",  "works", "digital", "test",  "pk",      "pub",   "id",   "my",    "sg",     "hk",
    "tw",      "vn",    "th",    "ph",    "ng",      "ke",    "gh",      "gr",    "ro",   "hu",    "bg",     "hr",
    "si",      "sk",    "lt",    "lv",    "ee",      "lu",    "ua",      "kz",    "bd",   "lk",    "np",     "qa",
    "kw",      "bh",    "om",    "dz",    "iq",      "space", "website", "store", "work", "team",  "group",  "software",
    "systems", "codes", "rocks", "life",  "live",    "world"};

bool is_edge(char c) {
  return c == ' ' || c == '\t' || c == '|' || c == '<' || c == '>' || c == '"' || c == ';' || c == '[' || c == ']';
}

bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool known_domain(std::string_view host) {
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot < 2 || dot + 2 >= host.size()) return false;
  for (char c : host)
    if (!is_ascii_word(c) && c != '.') return false;
  const std::string_view tail = host.substr(dot + 1);
  return std::find(domains.begin(), domains.end(), tail) != domains.end();
}

bool is_email(std::string_view token) {
  const std::size_t at = token.find('@');
  if (at == 0 || at == std::string_view::npos || at + 3 > token.size()) return false;
  const std::string_view host = token.substr(at + 1);
  return host.find('.') != std::string_view::npos && host.find('@') == std::string_view::npos && host.back() != '.';
}

bool is_url(std::string_view token) {
  if (token.starts_with("http://") || token.starts_with("https://") || token.starts_with("www."))
    return token.size() > 8;
  const std::size_t slash = token.find('/');
  const std::string_view host = token.substr(0, slash);
  if (!known_domain(host)) return false;
  return slash != std::string_view::npos ||
         std::none_of(host.begin(), host.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::vector<Address> find_addresses(std::string_view text) {
  std::vector<Address> out;
  for (std::size_t begin = 0; begin < text.size();) {
    if (is_edge(text[begin]) || text[begin] == '(') {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && !is_edge(text[end])) ++end;
    std::size_t first = begin, last = end;
    if (text.substr(first, 7) == "mailto:") first += 7;
    const std::string_view closing = ".,:)'!";
    while (last > first && closing.find(text[last - 1]) != std::string_view::npos) --last;
    std::string_view token = text.substr(first, last - first);
    const std::size_t comma = token.find(',');
    if (comma != std::string_view::npos && token.find("://") == std::string_view::npos) {
      end = first + comma + 1;
      token = token.substr(0, comma);
    }
    const std::size_t colon = token.find(':');
    if (colon != std::string_view::npos && token.substr(colon, 3) != "://" && colon + 1 < token.size()) {
      first += colon + 1;
      token = token.substr(colon + 1);
    }
    const auto finish = static_cast<std::uint32_t>(first + token.size());
    if (is_email(token))
      out.push_back({static_cast<std::uint32_t>(first), finish, true});
    else if (is_url(token))
      out.push_back({static_cast<std::uint32_t>(first), finish, false});
    begin = end;
  }
  return out;
}

Piece find_phone(const Source& source, std::size_t line) {
  const std::string_view text = source.line(line).text;
  Piece best{line, 0, 0};
  int best_digits = 6;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t at = begin;
    const char32_t first = text::next_code_point(text, at);
    const bool glued = begin > 0 && is_ascii_word(text[begin - 1]);
    if (glued || !(first == U'+' || first == U'(' || text::is_digit(first) || first == U'＋')) {
      begin = at;
      continue;
    }
    int digits = 0, blanks = 0;
    std::size_t end = begin, scan = begin;
    while (scan < text.size()) {
      const char32_t c = text::next_code_point(text, scan);
      if (text::is_digit(c)) {
        ++digits;
        blanks = 0;
        end = scan;
      } else if (c == U')') {
        end = scan;
      } else if (c == U' ' && ++blanks <= 2) {
      } else if (c == U'.' || c == U'-' || c == U'(' || c == U'+' || c == U'‑' || c == U'–' || c == U'/' ||
                 c == 0x00A0) {
      } else {
        break;
      }
    }
    const bool word_follows = end < text.size() && is_ascii_word(text[end]);
    const std::string_view run = text.substr(begin, end - begin);
    const bool date_like = digits <= 8 && first != U'+' && (run.find("19") == 0 || run.find("20") == 0);
    const bool range_like = first != U'+' && run.find(" - ") != std::string_view::npos && digits <= 8;
    if (!word_follows && !date_like && !range_like && digits > best_digits && digits <= 16) {
      best = {line, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      best_digits = digits;
    }
    begin = std::max(end, at);
  }
  return best;
}

}  // namespace resumax::parse
