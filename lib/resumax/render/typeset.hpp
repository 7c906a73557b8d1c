#pragma once

#include <resumax/render/bidi.hpp>
#include <resumax/render/font.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::render {

enum class Face : std::uint8_t { regular, bold, italic };

/// One character of a paragraph in logical order, with the glyph that draws it.
struct Cell {
  char32_t character = 0;
  std::uint16_t code = 0;  ///< in the font's subset
  std::uint8_t font = 0;   ///< index for FontSet::font
  std::int8_t level = 0;   ///< bidi embedding level
  bool space = false;      ///< a line may break after it
  std::int16_t link = -1;  ///< index of the link it belongs to
  int advance = 0;         ///< 1/1000 em, kerning with the next cell included
  int kerning = 0;         ///< the part of `advance` that is kerning
};

/// A stretch of a paragraph's text, and the link it belongs to (-1 for none).
struct Span {
  std::string_view text;
  Face face = Face::regular;
  std::int16_t link = -1;
};

/// The fonts of one document: opened when first needed, at most once each.
class FontSet {
 public:
  /// `directory` "" for the system's usual places.
  explicit FontSet(std::string directory);
  ~FontSet();
  FontSet(const FontSet&) = delete;
  FontSet& operator=(const FontSet&) = delete;

  /// A paragraph as cells. Each character is drawn with the first font of its face that has it; one that none has is
  /// replaced by its compatibility form, dropped when it is no letter or digit, or else noted for `check`.
  /// Throws not_found when the font files are missing.
  std::vector<Cell> shape(std::span<const Span> spans, Direction document);

  /// White space `advance` wide (1/1000 em) between two stretches of one line. Its characters are blanks; drawn as
  /// glyphs, it keeps readers of the file from taking the two for columns.
  std::vector<Cell> gap(int advance);

  /// An unseen mark that ends a run of the other direction, for readers that put the drawn order of a line
  /// back into the logical one: without it they take the blanks and signs that follow for a part of the run.
  Cell direction_mark(Direction base, std::uint8_t font = 0);

  /// Throws invalid_input naming the letters that no font has, if there were any.
  void check() const;

  std::size_t size() const { return files_.size(); }
  Font* font(std::size_t index) const { return files_[index].font.get(); }  ///< null while not needed

 private:
  struct File {
    std::unique_ptr<Font> font;
    bool tried = false;
  };
  struct Choice {
    std::uint8_t font = 0;
    unsigned glyph = 0;
    explicit operator bool() const { return glyph != 0; }
  };

  Font* open(std::size_t index);
  Choice choose(char32_t character, Face face);
  void append_drawable(std::string_view utf8, Face face, std::u32string& out);
  void substitute(char32_t character, Face face, std::u32string& out);
  Cell cell(const Choice& choice, char32_t character);
  Cell unseen(char32_t character, int advance, std::uint8_t font);
  void join_ligature(Cell& lam, Cell& alef, char32_t ligature);

  std::string directory_;
  FT_LibraryRec_* library_ = nullptr;
  std::array<File, 6> files_;
  std::u32string missing_;
};

/// Cells broken into lines of at most `width` points at `size`: after blanks, between ideographs, and inside a word
/// only when it is wider than a line (then after a sign such as / or _ where there is one).
std::vector<std::span<const Cell>> break_lines(std::span<const Cell> cells, double width, double size);

/// Points the cells take, without blanks at the end.
double width_of(std::span<const Cell> cells, double size);

}  // namespace resumax::render
