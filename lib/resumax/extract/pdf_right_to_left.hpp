#pragma once

#include <resumax/document/document.hpp>

#include <compare>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace resumax::extract {

/// What a character takes of a line.
struct Extent {
  double begin = 0, end = 0;
};

/// A word as poppler finds it: characters in the order they are drawn, from left to right.
struct DrawnWord {
  std::u32string text;
  std::vector<Extent> extents;  ///< of each character; only filled for right-to-left words
  document::Word word;          ///< all but its text
};

/// Whether the text holds a letter that reads from right to left.
bool has_right_to_left(const std::u32string& text);

/// How wide a page draws lams and alefs that do not stand side by side, by font. Where both of a pair are as wide as
/// those, they are two glyphs and no ligature.
class LetterWidths {
 public:
  void see(const DrawnWord& word);
  /// Whether the lam at `i` and the alef drawn after it are as wide as others.
  bool are_two(const DrawnWord& word, std::size_t i) const;

 private:
  struct Seen {
    bool lam = false;
    std::uint16_t font = 0;
    long width = 0;  ///< in steps of half a thousandth of the font size
    auto operator<=>(const Seen&) const = default;
  };
  bool has(const Seen& letter) const;

  std::set<Seen> seen_;
};

/// A lam-alef ligature is one glyph whose letters a PDF tells in reading order, inside a word in drawn order: turns
/// them around. Poppler gives the letters of one glyph equal shares of its width, which gives it away.
void turn_ligatures(DrawnWord& word, const LetterWidths& letters);

/// In drawn order a mark follows the letter that carries it, also where it is drawn on that letter's left edge and
/// came before it.
void seat_marks(DrawnWord& word);

/// Puts right-to-left words together again that poppler takes apart: vowel marks that are drawn as words of their own
/// go back to the letter they stand over, and pieces that touch become one word. `space_after` of a right-to-left
/// word comes to mean the side it is read towards.
void join_right_to_left(std::vector<DrawnWord>& words);

/// In a line that reads from right to left, brackets and marks around a word of other letters are drawn on the side
/// where reading comes from: ")ACLS(" and ".Cerner" become "(ACLS)" and "Cerner.".
void turn_edges(std::vector<DrawnWord>& words);

/// Brackets of a right-to-left word in logical order, whichever way its writer tells of mirrored glyphs: turned around
/// where they would open behind a letter or close before one.
std::u32string settle_brackets(std::u32string text);

}  // namespace resumax::extract
