#include <resumax/parse/posting_source.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace resumax::parse {

namespace {

constexpr std::array<std::string_view, 14> block_tags = {"br", "p",  "div", "ul", "ol", "tr",    "h1",
                                                         "h2", "h3", "h4",  "h5", "h6", "table", "section"};
constexpr std::array<std::string_view, 13> inline_tags = {"a",    "b",     "i",  "u",  "em",   "strong", "span",
                                                          "font", "small", "td", "th", "code", "sup"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> entities = {{{"amp", "&"},
                                                                                     {"lt", "<"},
                                                                                     {"gt", ">"},
                                                                                     {"quot", "\""},
                                                                                     {"apos", "'"},
                                                                                     {"nbsp", " "},
                                                                                     {"bull", "•"},
                                                                                     {"middot", "·"},
                                                                                     {"ndash", "–"},
                                                                                     {"mdash", "—"},
                                                                                     {"rsquo", "’"},
                                                                                     {"lsquo", "‘"},
                                                                                     {"ldquo", "“"},
                                                                                     {"rdquo", "”"},
                                                                                     {"hellip", "…"},
                                                                                     {"euro", "€"}}};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The tag that starts at `at`: its end and what stands for it. Anything that is no known tag is text.
std::size_t read_tag(std::string_view text, std::size_t at, std::string& out) {
  const std::size_t end = text.find('>', at);
  if (end == std::string_view::npos) return 0;
  if (text.substr(at).starts_with("<!--")) {
    const std::size_t close = text.find("-->", at);
    return close == std::string_view::npos ? 0 : close + 3;
  }
  std::size_t name_begin = at + 1;
  const bool closing = name_begin < end && text[name_begin] == '/';
  if (closing) ++name_begin;
  std::size_t name_end = name_begin;
  while (name_end < end && (std::isalnum(static_cast<unsigned char>(text[name_end])) != 0)) ++name_end;
  const std::string name = text::fold(text.substr(name_begin, name_end - name_begin));
  const char after = text[name_end];
  if (after != '>' && after != ' ' && after != '/' && after != '\n' && after != '\t') return 0;
  if (name == "li") {
    if (!closing) out += "\n• ";
  } else if (name == "script" || name == "style") {
    if (!closing) {
      const std::size_t close = text.find("</" + name, end);
      return close == std::string_view::npos ? text.size() : close;
    }
  } else if (is_one_of(name, block_tags)) {
    out += '\n';
  } else if (!is_one_of(name, inline_tags) && name != "html" && name != "body" && name != "head" && name != "tbody" &&
             name != "img") {
    return 0;
  }
  return end + 1;
}

std::size_t read_entity(std::string_view text, std::size_t at, std::string& out) {
  const std::size_t end = text.find(';', at);
  if (end == std::string_view::npos || end - at > 10 || end - at < 2) return 0;
  std::string_view name = text.substr(at + 1, end - at - 1);
  if (name.starts_with('#')) {
    name.remove_prefix(1);
    const bool hex = name.starts_with('x') || name.starts_with('X');
    if (hex) name.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
    if (error != std::errc() || stop != name.data() + name.size()) return 0;
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return 0;
    text::append(out, static_cast<char32_t>(code));
    return end + 1;
  }
  for (const auto& [known, value] : entities)
    if (known == name) {
      out += value;
      return end + 1;
    }
  return 0;
}

}  // namespace

std::string without_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    std::size_t next = 0;
    if (text[i] == '<') next = read_tag(text, i, out);
    if (text[i] == '&') next = read_entity(text, i, out);
    if (next == 0) {
      out += text[i];
      next = i + 1;
    }
    i = next;
  }
  return out;
}

}  // namespace resumax::parse
