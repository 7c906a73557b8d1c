#pragma once

#include <resumax/parse/layout.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace resumax::parse {

/// Bytes [begin, end) of the text of a line.
struct Piece {
  std::size_t line = 0;
  std::uint32_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

/// The flow being read: hands out texts with their spans and remembers which bytes a field has claimed, so that the
/// rest can be kept as lines of its section.
class Source {
 public:
  explicit Source(const Flow& flow) : flow_(flow), claims_(flow.lines.size()) {}

  const Flow& flow() const { return flow_; }
  const std::vector<Line>& lines() const { return flow_.lines; }
  const Line& line(std::size_t i) const { return flow_.lines[i]; }
  std::string_view view(const Piece& piece) const {
    return std::string_view(line(piece.line).text).substr(piece.begin, piece.end - piece.begin);
  }
  Piece whole(std::size_t i) const { return {i, 0, static_cast<std::uint32_t>(line(i).text.size())}; }

  /// The piece without blanks, separators, list markers and unbalanced brackets at its ends.
  Piece clean(Piece piece) const;
  /// The cleaned piece as a value, claimed.
  Text take(const Piece& piece, double confidence);
  /// The same without claiming.
  Text peek(const Piece& piece, double confidence) const;
  void claim(const Piece& piece);
  void claim_line(std::size_t i) { claim(whole(i)); }
  bool claimed(std::size_t i) const { return !claims_[i].empty(); }

  /// What of a line no field has claimed, cleaned; pieces without a letter or digit are left out.
  std::vector<Piece> rest(std::size_t i) const;

 private:
  const Flow& flow_;
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> claims_;
};

}  // namespace resumax::parse
