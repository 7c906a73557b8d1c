#include <resumax/document/markdown_inline.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace resumax::document {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr int deepest = 6;
constexpr std::size_t longest_link = 1024;
constexpr std::size_t longest_fence = 8;
constexpr int deepest_bracket = 16;

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_punctuation(char c) { return c > ' ' && c < 0x7F && !is_alnum(c); }

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> entities{{
    {"amp", "&"},
    {"lt", "<"},
    {"gt", ">"},
    {"quot", "\""},
    {"apos", "'"},
    {"nbsp", "\u00A0"},
    {"ndash", "–"},
    {"mdash", "—"},
    {"bull", "•"},
    {"middot", "·"},
    {"copy", "©"},
}};

/// The character that "&…;" at the start stands for, with the bytes it takes.
std::optional<std::pair<std::string, std::size_t>> entity(std::string_view at) {
  const auto end = at.substr(0, 12).find(';');
  if (end == npos || end < 2) return std::nullopt;
  auto name = at.substr(1, end - 1);
  if (name.starts_with('#')) {
    name.remove_prefix(1);
    const bool hex = name.starts_with('x') || name.starts_with('X');
    if (hex) name.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [rest, error] = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
    if (error != std::errc{} || rest != name.data() + name.size() || code < 0x20 || code > 0x10FFFF ||
        (code >= 0xD800 && code < 0xE000))
      return std::nullopt;
    std::string out;
    text::append(out, code);
    return std::pair{out, end + 1};
  }
  for (const auto& [known, value] : entities)
    if (known == name) return std::pair{std::string(value), end + 1};
  return std::nullopt;
}

class Inline {
 public:
  Inline(const LinkDefinitions& definitions, StyledText& out, std::vector<InlineLink>& links)
      : definitions_(definitions), out_(out), links_(links) {}

  void read(std::string_view text, const Style& style, int depth) {
    hopeless_.clear();
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size();) {
      const auto flush = [&] { out_.append(text.substr(plain, i - plain), style); };
      const std::size_t used = special(text, i, style, depth, flush);
      i += used ? used : 1;
      if (used) plain = i;
    }
    out_.append(text.substr(plain), style);
  }

 private:
  /// Bytes of the construct at `i`, 0 for ordinary text; `flush` writes what stands before it.
  template <class Flush>
  std::size_t special(std::string_view text, std::size_t i, const Style& style, int depth, const Flush& flush) {
    const auto rest = text.substr(i);
    switch (rest.front()) {
      case '\\':
        return escape(rest, style, flush);
      case '&':
        if (const auto found = entity(rest)) {
          flush();
          out_.append(found->first, style);
          return found->second;
        }
        return 0;
      case '`':
        return code(rest, style, flush);
      case '<':
        return tag(rest, style, flush);
      case '!':
        return rest.starts_with("![") ? link(rest.substr(1), true, style, depth, flush) : 0;
      case '[':
        return link(rest, false, style, depth, flush);
      case '*':
      case '_':
      case '~':
        return emphasis(text, i, style, depth, flush);
      default:
        return 0;
    }
  }

  template <class Flush>
  std::size_t escape(std::string_view rest, const Style& style, const Flush& flush) {
    if (rest.size() < 2 || !(is_punctuation(rest[1]) || rest[1] == '\n')) return 0;
    flush();
    out_.append(rest.substr(1, 1), style);
    return 2;
  }

  template <class Flush>
  std::size_t code(std::string_view rest, const Style& style, const Flush& flush) {
    const auto ticks = std::min(rest.find_first_not_of('`'), rest.size());
    if (ticks > longest_fence) return 0;
    const std::string fence(ticks, '`');
    if (hopeless(fence)) return 0;
    const auto end = rest.find(fence, ticks);
    if (end == npos) return give_up(fence);
    flush();
    out_.append(rest.substr(ticks, end - ticks), style);
    return end + ticks;
  }

  /// "<https://…>", "<a@b.example>", or an HTML tag, which goes.
  template <class Flush>
  std::size_t tag(std::string_view rest, const Style& style, const Flush& flush) {
    if (rest.starts_with("<!--")) {
      const auto end = rest.find("-->");
      flush();
      return end == npos ? rest.size() : end + 3;
    }
    const auto end = rest.substr(0, longest_link).find('>');
    if (end == npos || end < 2) return 0;
    const auto inside = rest.substr(1, end - 1);
    const bool blank = inside.find_first_of(" \t\n") != npos;
    if (!blank && (inside.find("://") != npos || inside.find('@') != npos || inside.starts_with("mailto:"))) {
      flush();
      add_link(inside.find(':') == npos ? "mailto:" + std::string(inside) : std::string(inside), inside);
      out_.append(inside, style);
      return end + 1;
    }
    const char first = inside.front() == '/' ? inside[std::min<std::size_t>(1, inside.size() - 1)] : inside.front();
    if (!((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))) return 0;
    flush();
    if (inside.starts_with("br") || inside.starts_with("BR")) out_.append("\n", style);
    return end + 1;
  }

  /// "[text](uri)", "[text](<uri> "title")", "[text][name]", "[name]".
  template <class Flush>
  std::size_t link(std::string_view rest, bool picture, const Style& style, int depth, const Flush& flush) {
    const auto close = closing(rest, '[', ']');
    if (close == npos || depth >= deepest) return 0;
    const auto label = rest.substr(1, close - 1);
    std::string uri;
    std::size_t used = close + 1;
    if (const auto after = rest.substr(used); after.starts_with('(')) {
      const auto end = closing(after, '(', ')');
      if (end == npos) return 0;
      uri = address(after.substr(1, end - 1));
      used += end + 1;
    } else {
      auto name = label;
      if (after.starts_with('[')) {
        const auto end = after.substr(0, longest_link).find(']');
        if (end == npos) return 0;
        if (end > 1) name = after.substr(1, end - 1);
        used += end + 1;
      }
      const auto found = definitions_.find(definition_key(name));
      if (found == definitions_.end()) return 0;
      uri = found->second;
    }
    flush();
    if (picture) return used + 1;
    const auto before = out_.size();
    auto saved = std::move(hopeless_);
    read(label, style, depth + 1);
    hopeless_ = std::move(saved);
    add_link(std::move(uri), text::trim(std::string_view(out_.text()).substr(before)));
    return used;
  }

  /// Where the bracket at the start closes.
  static std::size_t closing(std::string_view rest, char open, char close) {
    int depth = 0;
    for (std::size_t i = 0; i < rest.size() && i < longest_link; ++i) {
      if (rest[i] == '\\') {
        ++i;
      } else if (rest[i] == open) {
        if (++depth > deepest_bracket) return npos;
      } else if (rest[i] == close && --depth == 0) {
        return i;
      }
    }
    return npos;
  }

  static std::string address(std::string_view inside) {
    inside = text::trim(inside);
    if (inside.starts_with('<')) return std::string(inside.substr(1, inside.find('>') - 1));
    return std::string(inside.substr(0, inside.find_first_of(" \t\n")));
  }

  void add_link(std::string uri, std::string_view label) {
    uri = text::squeeze(uri);
    if (!uri.empty()) links_.push_back({std::move(uri), text::squeeze(label)});
  }

  template <class Flush>
  std::size_t emphasis(std::string_view text, std::size_t i, const Style& style, int depth, const Flush& flush) {
    const char mark = text[i];
    auto length = std::min(text.find_first_not_of(mark, i), text.size()) - i;
    if (length > 3 || (mark == '~' && length != 2)) return 0;
    const auto after = i + length;
    if (after >= text.size() || is_blank(text[after]) || depth >= deepest) return 0;
    if (mark == '_' && i > 0 && is_alnum(text[i - 1])) return 0;
    const auto end = closing_mark(text, after, mark, length);
    if (end == npos) return 0;
    flush();
    Style inner = style;
    if (mark != '~' && length != 2) inner.italic = true;
    if (mark != '~' && length >= 2) inner.bold = true;
    auto saved = std::move(hopeless_);
    read(text.substr(after, end - after), inner, depth + 1);
    hopeless_ = std::move(saved);
    return end + length - i;
  }

  std::size_t closing_mark(std::string_view text, std::size_t from, char mark, std::size_t length) {
    const std::string marks(length, mark);
    if (hopeless(marks)) return npos;
    for (auto at = text.find(marks, from); at != npos; at = text.find(marks, at)) {
      const auto end = std::min(text.find_first_not_of(mark, at), text.size());
      const bool fits = end - at == length || (length < 3 && end - at == 3);
      const bool closes = !is_blank(text[at - 1]) && text[at - 1] != '\\' &&
                          (mark != '_' || end >= text.size() || !is_alnum(text[end]));
      if (fits && closes) return end - length;
      at = end;
    }
    give_up(marks);
    return npos;
  }

  // An opener without a closer has none for later openers either: remembered, so that odd text costs linear time.
  bool hopeless(const std::string& mark) const {
    return std::find(hopeless_.begin(), hopeless_.end(), mark) != hopeless_.end();
  }
  std::size_t give_up(const std::string& mark) {
    hopeless_.push_back(mark);
    return 0;
  }

  const LinkDefinitions& definitions_;
  StyledText& out_;
  std::vector<InlineLink>& links_;
  std::vector<std::string> hopeless_;
};

}  // namespace

std::string definition_key(std::string_view name) { return text::lower(text::squeeze(name)); }

void append_inline(std::string_view markdown, const LinkDefinitions& definitions, const Style& style, StyledText& out,
                   std::vector<InlineLink>& links) {
  Inline(definitions, out, links).read(markdown, style, 0);
}

}  // namespace resumax::document
