#include <resumax/extract/content_scanner.hpp>

namespace resumax::extract {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }

bool is_delimiter(char c) {
  return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' ||
         c == '%';
}

bool is_regular(char c) { return !is_blank(c) && !is_delimiter(c); }

bool starts_number(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.'; }

}  // namespace

void ContentScanner::skip_blanks() {
  while (at_ < bytes_.size()) {
    if (bytes_[at_] == '%')
      while (at_ < bytes_.size() && bytes_[at_] != '\n' && bytes_[at_] != '\r') ++at_;
    else if (is_blank(bytes_[at_]))
      ++at_;
    else
      return;
  }
}

void ContentScanner::literal(ContentToken& token) {
  int depth = 1;
  for (++at_; at_ < bytes_.size() && depth > 0; ++at_) {
    const char c = bytes_[at_];
    if (c == '\\') {
      ++at_;
      token.blank = false;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')') {
      --depth;
      if (depth == 0) continue;
    }
    if (!is_blank(c)) token.blank = false;
    ++token.glyphs;
  }
  if (at_ > bytes_.size()) at_ = bytes_.size();
}

void ContentScanner::hexadecimal(ContentToken& token) {
  std::size_t digits = 0;
  unsigned value = 0;
  for (++at_; at_ < bytes_.size() && bytes_[at_] != '>'; ++at_) {
    const char c = bytes_[at_];
    if (is_blank(c)) continue;
    value = value * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : (c & 0xF) + 9);
    if (++digits % 2 == 1) continue;
    if ((value & 0xFF) != 0 && (value & 0xFF) != ' ') token.blank = false;
    value = 0;
  }
  if (digits % 2 == 1) token.blank = false;
  token.glyphs = digits / 4;
  if (at_ < bytes_.size()) ++at_;
}

void ContentScanner::number(ContentToken& token) const {
  bool negative = false, fraction = false;
  double value = 0, scale = 1;
  for (const char c : bytes_.substr(token.begin, token.end - token.begin)) {
    if (c == '-') {
      negative = true;
    } else if (c == '.') {
      fraction = true;
    } else if (c >= '0' && c <= '9') {
      if (fraction) scale /= 10;
      value = fraction ? value + scale * (c - '0') : value * 10 + (c - '0');
    }
  }
  if (value > 1e9) value = 1e9;
  token.number = negative ? -value : value;
}

/// From "ID" to the "EI" that stands alone.
void ContentScanner::skip_image() {
  for (auto found = bytes_.find("EI", at_); found != std::string_view::npos; found = bytes_.find("EI", found + 2)) {
    const bool ends = found + 2 == bytes_.size() || is_blank(bytes_[found + 2]);
    if (!ends || !is_blank(bytes_[found - 1])) continue;
    at_ = found;
    return;
  }
  at_ = bytes_.size();
}

ContentToken ContentScanner::next() {
  using Kind = ContentToken::Kind;
  skip_blanks();
  ContentToken token;
  token.begin = token.end = at_;
  if (at_ >= bytes_.size()) return token;
  const char c = bytes_[at_];
  const char after = at_ + 1 < bytes_.size() ? bytes_[at_ + 1] : ' ';
  if (c == '(') {
    token.kind = Kind::string;
    literal(token);
  } else if (c == '<' && after != '<') {
    token.kind = Kind::string;
    hexadecimal(token);
  } else if (c == '<' || c == '[' || c == '{') {
    token.kind = Kind::open;
    at_ += c == '<' ? 2 : 1;
  } else if (c == '>' || c == ']' || c == '}' || c == ')') {
    token.kind = Kind::close;
    at_ += c == '>' && after == '>' ? 2 : 1;
  } else {
    const std::size_t begin = at_ + (c == '/' ? 1 : 0);
    at_ = begin;
    while (at_ < bytes_.size() && is_regular(bytes_[at_])) ++at_;
    token.text = bytes_.substr(begin, at_ - begin);
    token.kind = c == '/' ? Kind::name : starts_number(c) ? Kind::number : Kind::word;
  }
  token.end = at_;
  if (token.kind == Kind::number) number(token);
  if (token.kind == Kind::word && token.text == "ID") skip_image();
  return token;
}

}  // namespace resumax::extract
