#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace resumax::document {

struct ListMarker {
  std::size_t content;  ///< byte where the item's own text begins
  bool numbered;
};

/// The bullet or number that a line begins with, after its indentation, if text follows it: "- x", "• x", "•x",
/// "3. x", "(b) x".
std::optional<ListMarker> find_list_marker(std::string_view line);

/// Columns of white space that a line begins with, a tab reaching the next multiple of four.
std::size_t indentation(std::string_view line);

/// Nesting by indentation, for items one after the other.
class ListLevels {
 public:
  int level(std::size_t indent);
  void clear() { indents_.clear(); }

 private:
  std::vector<std::size_t> indents_;
};

}  // namespace resumax::document
