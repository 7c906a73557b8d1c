#include <resumax/render/typeset.hpp>

#include <resumax/core/error.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <utility>

#include <ft2build.h>

#include FT_FREETYPE_H

namespace resumax::render {

namespace {

// Files in the order of FontSet's indexes, and which of them each face tries.
constexpr std::array<std::string_view, 6> file_names{
    "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf",   "LiberationSans-Italic.ttf", "DejaVuSans.ttf",
    "DejaVuSans-Bold.ttf",        "DroidSansFallbackFull.ttf",
};
constexpr std::array<std::array<std::uint8_t, 4>, 3> chains{{{0, 3, 5, 5}, {1, 4, 3, 5}, {2, 3, 5, 5}}};

constexpr std::array<std::string_view, 12> system_directories{
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/truetype/droid",
    "/usr/local/share/fonts",
    "/usr/share/fonts/liberation-sans",
    "/usr/share/fonts/liberation-fonts",
    "/usr/share/fonts/liberation",
    "/usr/share/fonts/dejavu-sans-fonts",
    "/usr/share/fonts/dejavu",
    "/usr/share/fonts/TTF",
    "/usr/share/fonts/google-droid-sans-fonts",
};

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_private_use(char32_t c) {
  return in(c, 0xE000, 0xF8FF) || in(c, 0xF0000, 0xFFFFD) || in(c, 0x100000, 0x10FFFD);
}

// Characters that decide the order or the joined forms of others, and then show nothing.
constexpr char32_t non_joiner = 0x200C;
bool is_steering(char32_t c) { return in(c, 0x200C, 0x200F) || in(c, 0x2066, 0x2069); }
// Characters that show nothing and mean nothing here.
bool is_invisible(char32_t c) {
  return c < 0x20 || in(c, 0x7F, 0x9F) || c == 0xAD || c == 0x200B || in(c, 0x2028, 0x202E) || in(c, 0x2060, 0x2065) ||
         in(c, 0x206A, 0x206F) || in(c, 0xFE00, 0xFE0F) || c == 0xFEFF || in(c, 0xFFF0, 0xFFFD) ||
         in(c, 0xE0000, 0xE0FFF);
}
bool is_latin_ligature(char32_t c) { return in(c, 0xFB00, 0xFB06); }
bool is_lam_alef(char32_t c) { return in(c, 0xFEF5, 0xFEFC); }

std::string utf8_of(char32_t c) {
  std::string out;
  text::append(out, c);
  return out;
}
bool is_mark(char32_t c) { return c >= 0x300 && text::display_width(utf8_of(c)) == 0; }
bool is_ideograph(char32_t c) { return c >= 0x2E80 && text::display_width(utf8_of(c)) == 2; }

}  // namespace

FontSet::FontSet(std::string directory) : directory_(std::move(directory)) {
  if (FT_Init_FreeType(&library_) != 0) throw Error(Errc::internal, "FreeType does not start");
}

FontSet::~FontSet() {
  for (File& file : files_) file.font.reset();
  FT_Done_FreeType(library_);
}

Font* FontSet::open(std::size_t index) {
  File& file = files_[index];
  if (std::exchange(file.tried, true)) return file.font.get();
  const std::string name = "/" + std::string(file_names[index]);
  if (!directory_.empty()) {
    file.font = Font::open(library_, directory_ + name);
  } else {
    for (std::size_t i = 0; i < system_directories.size() && !file.font; ++i)
      file.font = Font::open(library_, std::string(system_directories[i]) + name);
  }
  if (!file.font && index < 3)
    throw Error(Errc::not_found,
                "no font file " + std::string(file_names[index]) + (directory_.empty() ? "" : " in " + directory_),
                "install the fonts (Debian: fonts-liberation and fonts-dejavu-core), or export as docx");
  return file.font.get();
}

FontSet::Choice FontSet::choose(char32_t character, Face face) {
  for (const std::uint8_t index : chains[static_cast<std::size_t>(face)]) {
    const Font* font = open(index);
    if (!font) continue;
    if (const unsigned glyph = font->glyph(character)) return {index, glyph};
  }
  return {};
}

// What is drawn in place of a character that no font has.
void FontSet::substitute(char32_t character, Face face, std::u32string& out) {
  std::u32string plain;
  for (const char32_t c : text::decode(text::nfkc(utf8_of(character)))) plain += c;
  const bool drawable_form = !plain.empty() && plain != std::u32string_view(&character, 1) &&
                             std::all_of(plain.begin(), plain.end(), [&](char32_t c) { return choose(c, face); });
  if (drawable_form) {
    out += plain;
  } else if (text::is_letter(character) || text::is_digit(character)) {
    if (missing_.find(character) == std::u32string::npos) missing_ += character;
  } else if (is_ideograph(character) && !out.empty() && out.back() != U' ') {
    out += U' ';  // a dropped symbol still separates words
  }
}

// Appends the characters to draw: one blank for white space of any kind, none that shows nothing, and only what some
// font has.
void FontSet::append_drawable(std::string_view utf8, Face face, std::u32string& out) {
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, at);
    if (is_invisible(c) && !text::is_space(c)) continue;
    if (c == 0xA0 || c == 0x202F) {
      out += char32_t{0xA0};
    } else if (text::is_space(c)) {
      if (!out.empty() && out.back() != U' ') out += U' ';
    } else if (is_steering(c)) {
      out += c;
    } else if (is_private_use(c)) {
      continue;
    } else if (is_latin_ligature(c) || !choose(c, face)) {
      substitute(c, face, out);
    } else {
      out += c;
    }
  }
}

Cell FontSet::cell(const Choice& choice, char32_t character) {
  Cell out;
  Font& font = *files_[choice.font].font;
  out.character = character == 0xA0 ? U' ' : character;
  out.font = choice.font;
  out.advance = font.advance(choice.glyph);
  out.code = font.use({choice.glyph, out.character, out.advance, false});
  out.space = character == U' ';
  return out;
}

// A character that only readers of the file find.
Cell FontSet::unseen(char32_t character, int advance, std::uint8_t font) {
  Cell out;
  out.character = character;
  out.font = font;
  out.advance = advance;
  out.code = open(font)->use({0, character, advance, true});
  return out;
}

// Lam-alef is one glyph for two letters. Each letter keeps a code and half of the width, the alef (on the left) drawing
// the ligature and the lam nothing, so that every reader finds the two letters in their places.
void FontSet::join_ligature(Cell& lam, Cell& alef, char32_t ligature) {
  Font& font = *files_[alef.font].font;
  const unsigned glyph = font.glyph(ligature);
  const int width = font.advance(glyph);
  lam.font = alef.font;
  alef.advance = width / 2;
  lam.advance = width - alef.advance;
  alef.code = font.use({glyph, alef.character, alef.advance, false});
  lam.code = font.use({glyph, lam.character, lam.advance, true});
}

namespace {

bool needs_direction_mark(Direction base, const Cell& previous, char32_t next, std::int8_t next_level) {
  if (base == Direction::left_to_right)
    return previous.level % 2 == 1 && next_level % 2 == 0 && !text::is_letter(next) && !is_number_part(next);
  if (text::is_right_to_left(next) && text::is_letter(next)) return false;
  const bool other_run = previous.level % 2 == 0;
  return other_run ? next_level % 2 == 1 : is_number_part(previous.character);
}

// In a left-to-right line, a right-to-left run whose last character could be taken for a part of what stands at its
// left.
bool ends_in_sign(Direction base, const Cell& previous, std::int8_t next_level) {
  return base == Direction::left_to_right && previous.level % 2 == 1 && next_level % 2 == 0 &&
         !text::is_right_to_left(previous.character);
}

}  // namespace

Cell FontSet::direction_mark(Direction base, std::uint8_t font) {
  const bool right_to_left = base == Direction::right_to_left;
  constexpr int hundredth = 10;  // a width of its own keeps it in its place
  Cell out = unseen(right_to_left ? U'\u200F' : U'\u200E', hundredth, font);
  out.level = right_to_left ? 1 : 0;
  return out;
}

std::vector<Cell> FontSet::shape(std::span<const Span> spans, Direction document) {
  std::u32string line;
  std::vector<const Span*> owners;
  for (const Span& span : spans) {
    append_drawable(span.text, span.face, line);
    owners.resize(line.size(), &span);
  }
  while (!line.empty() && line.back() == U' ') line.pop_back();
  std::u32string shaped = line;
  std::vector<std::int8_t> levels(line.size(), 0);
  const Direction base = line_direction(line, document);
  const bool mixed = std::any_of(line.begin(), line.end(), text::is_right_to_left);
  if (document == Direction::right_to_left || mixed) {
    levels = bidi_levels(line, base);
    shaped = shape_arabic(line, levels);
  }
  std::vector<Cell> out;
  out.reserve(line.size());
  unsigned previous_glyph = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == non_joiner && !out.empty()) {
      out.push_back(unseen(non_joiner, 0, out.back().font));
      out.back().level = levels[i];
    }
    if (is_steering(line[i])) continue;
    if (!out.empty() && ends_in_sign(base, out.back(), levels[i]))
      out.push_back(direction_mark(Direction::right_to_left, out.back().font));
    if (mixed && !out.empty() && needs_direction_mark(base, out.back(), line[i], levels[i]))
      out.push_back(direction_mark(base, out.back().font));
    Choice choice{};
    if (!out.empty() && (line[i] == U' ' || line[i] == 0xA0 || is_mark(line[i])))
      choice = {out.back().font, files_[out.back().font].font->glyph(line[i])};
    if (!choice) choice = choose(shaped[i] == ligature_fill ? line[i] : shaped[i], owners[i]->face);
    if (!choice) choice = choose(line[i] == 0xA0 ? U' ' : line[i], owners[i]->face);
    if (!choice) continue;
    Cell next = cell(choice, line[i]);
    next.level = levels[i];
    next.link = owners[i]->link;
    if (!out.empty() && out.back().font == next.font && out.back().level == 0 && next.level == 0) {
      out.back().kerning = files_[next.font].font->kerning(previous_glyph, choice.glyph);
      out.back().advance += out.back().kerning;
    }
    previous_glyph = choice.glyph;
    if (i > 0 && shaped[i - 1] == ligature_fill && is_lam_alef(shaped[i]) && !out.empty())
      join_ligature(out.back(), next, shaped[i]);
    out.push_back(next);
  }
  return out;
}

std::vector<Cell> FontSet::gap(int advance) {
  Font& font = *open(0);
  const Choice blank = choose(U' ', Face::regular);
  std::vector<Cell> out;
  const int around = 2 * font.advance(blank.glyph);
  if (advance < around) return out;
  out.push_back(cell(blank, U' '));
  for (int left = advance - around; left > 0;) {
    constexpr int widest = 30000;  // what a font file can hold at 2048 units to the em
    Cell wide = out.front();
    wide.advance = std::min(left, widest);
    wide.code = font.use({blank.glyph, U' ', wide.advance, true});
    left -= wide.advance;
    out.push_back(wide);
  }
  out.push_back(cell(blank, U' '));
  return out;
}

void FontSet::check() const {
  if (missing_.empty()) return;
  std::string names;
  for (std::size_t i = 0; i < std::min<std::size_t>(missing_.size(), 12); ++i) names += utf8_of(missing_[i]);
  if (missing_.size() > 12) names += "…";
  throw Error(
      Errc::invalid_input, "no installed font can draw these letters in a PDF: " + names,
      "export as docx, or install a TrueType font that has them (Debian: fonts-dejavu-core for Arabic and Hebrew, "
      "fonts-droid-fallback for Chinese, Japanese and Korean)");
}

double width_of(std::span<const Cell> cells, double size) {
  while (!cells.empty() && cells.back().space) cells = cells.first(cells.size() - 1);
  long sum = 0;
  for (const Cell& cell : cells) sum += cell.advance;
  return static_cast<double>(sum) * size / 1000;
}

namespace {

enum class Break { never, poor, good };

bool is_hyphen(char32_t c) { return c == U'-' || c == 0x2010; }
bool is_dash(char32_t c) {
  return is_hyphen(c) || c == 0x2013 || c == 0x2014 || c == U'*' || c == U'+' || c == 0xB7 || c == 0x2022;
}

// How well a line ends after a cell. A hyphen at its end would be read as a word divided, a lone dash at the start of
// the next as a list item.
Break break_after(std::span<const Cell> cells, std::size_t i) {
  if (cells[i].space) {
    const bool hyphen_before = i > 0 && is_hyphen(cells[i - 1].character);
    const bool dash_after = i + 2 < cells.size() && is_dash(cells[i + 1].character) && cells[i + 2].space;
    return hyphen_before || dash_after ? Break::poor : Break::good;
  }
  if (i + 1 >= cells.size() || !is_ideograph(cells[i].character) || !is_ideograph(cells[i + 1].character))
    return Break::never;
  // No line starts with a comma or a closing bracket.
  return text::is_letter(cells[i + 1].character) ? Break::good : Break::never;
}

bool is_joint(char32_t c) { return std::u32string_view(U"/_-.?&=@:,;+").find(c) != std::u32string_view::npos; }

// Where a word that fills more than a line is cut: `end` is the first cell that does not fit.
std::size_t cut(std::span<const Cell> cells, std::size_t begin, std::size_t end) {
  for (std::size_t i = end; i > begin + (end - begin) / 2; --i)
    if (is_joint(cells[i - 1].character)) return i;
  std::size_t i = std::max(end, begin + 1);
  while (i > begin + 1 && i < cells.size() && is_mark(cells[i].character)) --i;
  return i;
}

}  // namespace

std::vector<std::span<const Cell>> break_lines(std::span<const Cell> cells, double width, double size) {
  std::vector<std::span<const Cell>> lines;
  const double limit = width * 1000 / size;
  std::size_t begin = 0, good = 0, poor = 0;  // a line may end before `good`, at need before `poor`
  double used = 0;
  for (std::size_t i = 0; i < cells.size();) {
    if (used + cells[i].advance > limit && !cells[i].space && i > begin) {
      const std::size_t end = good > begin ? good : poor > begin ? poor : cut(cells, begin, i);
      lines.push_back(cells.subspan(begin, end - begin));
      begin = i = good = poor = end;
      used = 0;
      continue;
    }
    used += cells[i].advance;
    const Break kind = break_after(cells, i);
    if (kind == Break::good) good = i + 1;
    if (kind == Break::poor) poor = i + 1;
    ++i;
  }
  if (begin < cells.size()) lines.push_back(cells.subspan(begin));
  return lines;
}

}  // namespace resumax::render
