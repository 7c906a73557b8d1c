#pragma once

#include <resumax/document/document.hpp>

#include <string_view>
#include <vector>

namespace resumax::parse {

/// Words of one line of print from left to right, none far from the one before it.
struct Chain {
  std::vector<const document::Word*> words;
  double x1 = 0, y0 = 0, y1 = 0;
  bool marker_only = false;
};

/// The upright words of a page as chains. `right_to_left`: where lines start.
std::vector<Chain> string_words(const document::Page& page, bool right_to_left);

/// Font size, or near it.
double em(const document::Word& word);
bool is_blank_box(const Box& box);
/// White space between the letters of a word in capitals, where it is more than wide typefaces have.
double letter_spacing(const document::Word& word);

}  // namespace resumax::parse
