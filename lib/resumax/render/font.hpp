#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

// FreeType's own types, without its headers.
struct FT_LibraryRec_;
struct FT_FaceRec_;

namespace resumax::render {

/// A glyph of a font's subset: its number in the file, the character it stands for, and how far it moves the pen in
/// 1/1000 em. A blank one only moves; a blank for U+0020 is a gap, which stands for two of them.
struct SubsetGlyph {
  unsigned glyph = 0;
  char32_t character = 0;
  int advance = 0;
  bool blank = false;
};

struct FontMetrics {
  std::string name;  ///< PostScript name
  int ascent = 0, descent = 0, cap_height = 0, italic_angle = 0, x_min = 0, y_min = 0, x_max = 0, y_max = 0;
  bool bold = false, italic = false;
};

/// A TrueType file opened once, and the subset of it that a document uses. Units are 1/1000 em.
class Font {
 public:
  /// Null when the file is missing or has no TrueType outlines.
  static std::unique_ptr<Font> open(FT_LibraryRec_* library, const std::string& path);
  ~Font();
  Font(const Font&) = delete;
  Font& operator=(const Font&) = delete;

  unsigned glyph(char32_t character) const;  ///< 0 when the font lacks it
  int advance(unsigned glyph) const;
  int kerning(unsigned left, unsigned right) const;  ///< negative moves closer
  FontMetrics metrics() const;

  /// The code of a glyph in the subset, the same for the same request.
  std::uint16_t use(const SubsetGlyph& glyph);
  const std::vector<SubsetGlyph>& used() const { return used_; }  ///< by code; code 0 is "no character"

  /// A TrueType file of the used glyphs, numbered by their codes, with what composite ones are made of after them.
  std::string subset() const;

 private:
  explicit Font(FT_FaceRec_* face);
  int scaled(long units) const;

  FT_FaceRec_* face_;
  bool kerns_;
  std::vector<SubsetGlyph> used_;
  std::map<std::tuple<unsigned, char32_t, int, bool>, std::uint16_t> codes_;
};

}  // namespace resumax::render
