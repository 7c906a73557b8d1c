#include <resumax/parse/source.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::parse {
namespace {

bool is_edge_sign(char32_t c) {
  switch (c) {
    case U',':
    case U';':
    case U':':
    case U'|':
    case U'-':
    case U'–':
    case U'—':
    case U'·':
    case U'•':
    case U'/':
    case U'،':
    case U'؛':
    case U'∙':
    case U'‧':
    case U'*':
    case U'\\':
    case U'~':
    case U'_':
    case U'=':
    case U'◦':
    case U'※':
    case U'⋅':
    case U'▪':
    case U'│':
    case U'，':
    case U'、':
    case U'：':
    case U'；':
    case 0xFE0F:
      return true;
    default:
      return text::is_space(c) || (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD || (c >= 0x2190 && c <= 0x21FF) ||
             (c >= 0x25A0 && c <= 0x27BF) || (c >= 0x1F000 && c <= 0x1FAFF);
  }
}

std::size_t previous(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

bool has_content(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (text::is_letter(c) || text::is_digit(c)) return true;
  }
  return false;
}

}  // namespace

Piece Source::clean(Piece piece) const {
  const std::string_view text = line(piece.line).text;
  for (bool again = true; again && piece.begin < piece.end;) {
    again = false;
    while (piece.begin < piece.end) {
      std::size_t at = piece.begin;
      if (!is_edge_sign(text::next_code_point(text, at))) break;
      piece.begin = static_cast<std::uint32_t>(at);
    }
    while (piece.end > piece.begin) {
      const std::size_t before = previous(text, piece.end);
      std::size_t at = before;
      if (!is_edge_sign(text::next_code_point(text, at))) break;
      piece.end = static_cast<std::uint32_t>(before);
    }
    if (piece.begin >= piece.end) break;
    const std::string_view inside = view(piece);
    const auto opens = std::count(inside.begin(), inside.end(), '('),
               closes = std::count(inside.begin(), inside.end(), ')');
    if (inside.back() == '(' || (opens < closes && inside.back() == ')') || inside.back() == '[') {
      --piece.end;
      again = true;
    } else if (inside.front() == ')' || (opens > closes && inside.front() == '(') || inside.front() == ']') {
      ++piece.begin;
      again = true;
    } else if (inside.size() > 2 && inside.front() == '(' && inside.back() == ')' && opens == 1 && closes == 1) {
      ++piece.begin;
      --piece.end;
      again = true;
    }
  }
  if (piece.end < piece.begin) piece.end = piece.begin;
  return piece;
}

Text Source::peek(const Piece& piece, double confidence) const {
  const Piece clean_piece = clean(piece);
  Text out;
  if (clean_piece.empty()) return out;
  out.value = text::squeeze(view(clean_piece));
  out.confidence = confidence;
  const Line& l = line(piece.line);
  out.span = {l.begin + clean_piece.begin, l.begin + clean_piece.end, l.page, l.box};
  if (!l.joined)
    for (const Segment& segment : l.segments)
      if (segment.begin <= clean_piece.begin && clean_piece.end <= segment.end) out.span.box = segment.box;
  return out;
}

Text Source::take(const Piece& piece, double confidence) {
  Text out = peek(piece, confidence);
  if (!out.empty()) claim(piece);
  return out;
}

void Source::claim(const Piece& piece) {
  if (!piece.empty()) claims_[piece.line].push_back({piece.begin, piece.end});
}

std::vector<Piece> Source::rest(std::size_t i) const {
  auto claims = claims_[i];
  std::sort(claims.begin(), claims.end());
  std::vector<Piece> out;
  std::uint32_t at = 0;
  const auto add = [&](std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return;
    const Piece piece = clean({i, begin, end});
    if (!piece.empty() && has_content(view(piece))) out.push_back(piece);
  };
  for (const auto& [begin, end] : claims) {
    add(at, begin);
    at = std::max(at, end);
  }
  add(at, static_cast<std::uint32_t>(line(i).text.size()));
  return out;
}

}  // namespace resumax::parse
