#pragma once

#include <resumax/document/document.hpp>

#include <map>
#include <vector>

namespace resumax::parse {

/// Where words stand on their line. A word's box ends below its baseline by a share of its size that is the font's own:
/// fonts that share lines are measured against each other, the others taken as usual.
class Baselines {
 public:
  /// `lines`: words of a page that stand together on one line, from left to right.
  explicit Baselines(const std::vector<std::vector<const document::Word*>>& lines);

  double of(const document::Word& word) const;

 private:
  std::map<std::uint16_t, double> drops_;  ///< over the font size
};

}  // namespace resumax::parse
