#pragma once

#include <resumax/match/taxonomy_data.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace resumax::match {

/// A taxonomy with its index as one block of bytes that is used where it lies. Made by make_image, on the machine it is
/// read on: it is a form to embed, not to exchange.
class TaxonomyImage {
 public:
  static constexpr std::uint32_t none = 0xffffffff;
  static constexpr std::uint32_t root = 0;

  struct Slice {
    std::uint32_t begin = 0, size = 0;
  };
  struct Skill {
    Slice name, category;    ///< of the letters
    Slice aliases;           ///< of the surfaces
    Slice parents, related;  ///< of the ids
  };
  struct Surface {
    Slice text;
    std::uint16_t skill = 0;
    std::uint8_t canonical = 0, mode = 0;
  };
  struct Word {
    Slice text;
    std::uint32_t hash = 0;
    std::uint32_t node = none;  ///< of the phrases that start with it
  };
  struct Node {
    std::uint32_t value = none;  ///< the surface whose phrase ends here
    std::uint32_t first = 0;     ///< of its edges; they end where those of the next node begin
  };
  struct Edge {
    std::uint32_t word = 0, node = 0;
  };
  struct Header;

  /// Throws internal for bytes that make_image did not write. They are not copied.
  explicit TaxonomyImage(std::string_view bytes);
  /// Follows every reference once. Throws internal where one leads astray: for bytes that were kept where others write.
  void check() const;

  std::span<const Skill> skills() const { return skills_; }
  const Surface& surface(std::uint32_t number) const { return surfaces_[number]; }
  std::span<const std::uint16_t> ids(Slice slice) const { return ids_.subspan(slice.begin, slice.size); }
  std::string_view text(Slice slice) const { return letters_.substr(slice.begin, slice.size); }
  std::size_t surface_count() const { return surfaces_.size(); }

  /// The number of a folded word, or `none` where no phrase has it.
  std::uint32_t word(std::string_view folded) const;
  /// The node after `word`, or `none`.
  std::uint32_t step(std::uint32_t node, std::uint32_t word) const;
  /// The surface whose phrase ends at a node, or `none`.
  std::uint32_t value(std::uint32_t node) const { return nodes_[node].value; }

 private:
  std::span<const Skill> skills_;
  std::span<const Surface> surfaces_;
  std::span<const Word> words_;
  std::span<const std::uint32_t> slots_;  ///< of words by hash; a power of two, at most half full
  std::span<const Node> nodes_;           ///< and one more, where the edges end
  std::span<const Edge> edges_;           ///< sorted by word within a node
  std::span<const std::uint16_t> ids_;
  std::string_view letters_;
};

std::string make_image(const TaxonomyData& data);

}  // namespace resumax::match
