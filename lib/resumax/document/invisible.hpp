#pragma once

#include <resumax/document/document.hpp>

#include <map>
#include <string>
#include <vector>

namespace resumax::document {

/// Looks for characters that have no shape and no honest use where they stand: direction overrides, zero-width
/// characters inside words, tag characters outside of flags, terminal controls. Joiners of scripts that need them,
/// marks that order mixed text, soft hyphens and a blank's kin are no finding.
class InvisibleCharacters {
 public:
  /// The next character of a text, in order.
  void see(char32_t c);
  /// Up to two entries of HiddenReason::control: the characters ("U+202E, 3 U+200B"), and what tags spell. Page, box
  /// and paragraph are the caller's to fill in.
  std::vector<HiddenText> take();

 private:
  void settle(char32_t next);

  char32_t before_ = 0;   ///< the last visible character
  char32_t pending_ = 0;  ///< a zero-width character after it
  bool flag_ = false;     ///< inside a flag made of tags
  std::map<char32_t, std::size_t> counts_;
  std::string tags_;
};

}  // namespace resumax::document
