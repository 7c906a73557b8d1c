#pragma once

#include <resumax/extract/docx_package.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace resumax::extract {

/// 0xRRGGBB, or one of these.
using Colour = std::int32_t;
constexpr Colour automatic = -1;   ///< the writer picks one that is seen
constexpr Colour any_colour = -2;  ///< not known: a pattern, a picture, a table style's

/// What run properties say; nothing where they are silent.
struct RunFormat {
  std::optional<bool> bold, italic, hidden;
  std::optional<bool> complex_bold, complex_italic;  ///< for right-to-left text
  std::optional<float> size, complex_size;           ///< points
  std::optional<bool> right_to_left;
  std::optional<bool> transparent;
  std::optional<Colour> colour, shading, highlight;
  /// Takes from `base` what this leaves open.
  void inherit(const RunFormat& base);
};

/// The colour of a w:shd element; nothing where there is none.
std::optional<Colour> read_shading(const pugi::xml_node& properties);

RunFormat read_run_format(const pugi::xml_node& properties);

struct ParagraphFormat {
  std::optional<int> outline_level;  ///< from 0; 9 is body text
  std::optional<std::string> list;   ///< numbering id, "0" for none
  std::optional<int> list_level;
  std::optional<bool> right_to_left;
  std::optional<Colour> shading;
  RunFormat run;
  void inherit(const ParagraphFormat& base);
};

ParagraphFormat read_paragraph_format(const pugi::xml_node& properties);

/// styles.xml and numbering.xml.
class Styles {
 public:
  Styles() = default;
  void read_styles(const pugi::xml_document& xml);
  void read_numbering(const pugi::xml_document& xml);

  /// A style's name as Word calls it ("heading 1"), "" when unknown; an empty id means the default paragraph style.
  std::string name(std::string_view id) const;
  /// A style with all it is based on, and the document's defaults.
  ParagraphFormat paragraph_format(std::string_view id) const;
  RunFormat character_format(std::string_view id) const;
  /// Whether a level of a list is drawn with a bullet or number.
  bool is_list(const std::string& list, int level) const;
  /// Whether a table style, or one it is based on, colours cells.
  bool colours_cells(std::string_view table_style) const;

 private:
  struct Style {
    std::string name, based_on;
    ParagraphFormat format;
    bool colours_cells = false;
  };
  ParagraphFormat resolve(std::string_view id) const;

  std::map<std::string, Style, std::less<>> styles_;
  std::string default_paragraph_;
  RunFormat defaults_;
  std::map<std::string, std::string> abstract_of_;
  std::set<std::pair<std::string, int>> unmarked_levels_;  ///< (abstract list, level)
};

}  // namespace resumax::extract
