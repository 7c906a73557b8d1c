#include <resumax/document/invisible.hpp>
#include <resumax/extract/pdf_right_to_left.hpp>
#include <resumax/extract/pdf_words.hpp>
#include <resumax/text/bidi.hpp>
#include <resumax/text/unicode.hpp>

#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace resumax::extract {

namespace {

/// Pages beyond any resume's are not looked at word against word.
constexpr std::size_t most_words_turned = 5000;
constexpr std::size_t most_hidden = 100;

/// UTF-16 as poppler keeps it. Its own to_utf8 opens a converter for every word.
std::u32string to_code_points(const poppler::ustring& units) {
  std::u32string out;
  out.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t c = units[i];
    if (c >= 0xD800 && c < 0xE000) {
      const char32_t low = i + 1 < units.size() ? char32_t{units[i + 1]} : 0;
      if (c < 0xDC00 && (low & 0xFC00) == 0xDC00) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        ++i;
      } else {
        c = 0xFFFD;
      }
    }
    out += c;
  }
  return out;
}

std::u32string to_code_points(const std::string& utf8) {
  const auto points = text::decode(utf8);
  return {points.begin(), points.end()};
}

std::string to_utf8(const std::u32string& text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : text) text::append(out, c);
  return out;
}

/// Where each character begins and ends. Poppler numbers glyphs; where it knows of fewer, they are spread evenly.
std::vector<Extent> extents_of(const poppler::text_box& box, std::size_t count) {
  const auto all = box.bbox();
  std::vector<Extent> extents(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto glyph = box.char_bbox(i);
    const double step = all.width() / static_cast<double>(count), begin = all.left() + step * static_cast<double>(i);
    extents[i] = glyph.is_empty() ? Extent{begin, begin + step} : Extent{glyph.left(), glyph.right()};
  }
  return extents;
}

/// Ligatures and Arabic presentation forms are shapes of letters; other compatibility characters (², ™, ½) mean
/// something of their own.
bool is_shape(char32_t c) { return (c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC); }

double finite(double value) { return std::isfinite(value) ? std::clamp(value, -1e6, 1e6) : 0; }

Box to_box(const poppler::rectf& rectangle) {
  const double x0 = finite(rectangle.left()), x1 = finite(rectangle.right());
  const double y0 = finite(rectangle.top()), y1 = finite(rectangle.bottom());
  return {std::min(x0, x1), std::min(y0, y1), std::max(x0, x1), std::max(y0, y1)};
}

/// Whether a character is one em wide wherever it is drawn.
bool is_full_width(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF01 && c <= 0xFF60);
}

/// Some fonts are drawn at half the size they name, which full-width characters tell.
void measure_full_width(DrawnWord& word) {
  constexpr double above = 0.73;  // what stands above the base line, as a share of the box
  if (word.text.empty() || word.word.rotation != 0 || !std::all_of(word.text.begin(), word.text.end(), is_full_width))
    return;
  Box& box = word.word.box;
  const auto em = static_cast<float>((box.x1 - box.x0) / static_cast<double>(word.text.size()));
  if (em <= 0 || word.word.size < em * 1.4F) return;
  const double height = box.y1 - box.y0, base = box.y0 + above * height;
  const double drawn = height * static_cast<double>(em / word.word.size);
  box.y0 = base - above * drawn;
  box.y1 = box.y0 + drawn;
  word.word.size = em;
}

/// A word's characters without a shape. Fonts map glyphs to control characters for no reason: those say nothing.
void find_invisible(const DrawnWord& word, std::vector<document::HiddenText>& hidden) {
  if (std::all_of(word.text.begin(), word.text.end(), [](char32_t c) { return c < 0x180E; })) return;
  document::InvisibleCharacters characters;
  for (const char32_t c : word.text)
    if (c >= 0xA0 || (c >= 0x20 && c < 0x7F)) characters.see(c);
  for (auto& found : characters.take()) {
    if (hidden.size() >= most_hidden) return;
    found.box = word.word.box;
    hidden.push_back(std::move(found));
  }
}

}  // namespace

std::string clean_word(std::string_view drawn) {
  if (std::all_of(drawn.begin(), drawn.end(), [](char c) { return c > ' ' && c < 0x7F; })) return std::string(drawn);
  std::string out;
  const std::string logical = text::visual_to_logical(drawn);
  for (std::size_t at = 0; at < logical.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(logical, at);
    if (c == 0xAD)
      out += '-';  // drawn, so it is no hint but a hyphen
    else if (is_shape(c))
      out += text::nfkc(std::string_view(logical).substr(begin, at - begin));
    else if (c >= 0x20 && (c < 0x7F || c >= 0xA0) && !text::is_space(c) && c != 0x200B && c != 0xFEFF)
      out.append(logical, begin, at - begin);
  }
  return text::nfc(out);
}

void read_words(const poppler::page& page, FontTable& fonts, document::Page& out,
                std::vector<document::HiddenText>& hidden) {
  std::vector<DrawnWord> drawn;
  LetterWidths letters;
  bool right_to_left = false;
  for (const auto& box : page.text_list(poppler::page::text_list_include_font)) {
    DrawnWord word;
    word.text = to_code_points(box.text());
    word.word.box = to_box(box.bbox());
    word.word.space_after = box.has_space_after();
    word.word.rotation = static_cast<std::uint16_t>((box.rotation() & 3) * 90);
    word.word.size = box.has_font_info() ? static_cast<float>(finite(box.get_font_size())) : 0;
    word.word.font = fonts.index(box.has_font_info() ? box.get_font_name() : std::string());
    if (has_right_to_left(word.text)) {
      right_to_left = true;
      word.extents = extents_of(box, word.text.size());
      seat_marks(word);
      letters.see(word);
    }
    find_invisible(word, hidden);
    measure_full_width(word);
    drawn.push_back(std::move(word));
  }
  if (right_to_left) {
    for (auto& word : drawn)
      if (!word.extents.empty()) turn_ligatures(word, letters);
    join_right_to_left(drawn);
    if (drawn.size() <= most_words_turned) turn_edges(drawn);
  }
  out.words.reserve(drawn.size());
  for (auto& [text, extents, word] : drawn) {
    word.text = clean_word(to_utf8(text));
    if (!extents.empty()) word.text = to_utf8(settle_brackets(to_code_points(word.text)));
    if (!word.text.empty()) out.words.push_back(std::move(word));
  }
}

}  // namespace resumax::extract
