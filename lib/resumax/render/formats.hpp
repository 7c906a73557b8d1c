#pragma once

#include <resumax/core/outline.hpp>
#include <resumax/render/bidi.hpp>
#include <resumax/render/render.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace resumax::render {

/// What every laid-out format is made from.
struct Manuscript {
  std::vector<OutlineSection> sections;
  std::string title;     ///< the person's name, "" when unknown
  std::string language;  ///< BCP 47, "" when unknown
  Direction direction = Direction::left_to_right;
};

std::string to_pdf(const Manuscript& manuscript, const std::string& font_directory);
std::string to_docx(const Manuscript& manuscript);
std::string to_plain_text(const Manuscript& manuscript);
std::string to_markdown(const Manuscript& manuscript);

/// Bytes at the start of a line that name the list after them ("Languages:"), which formats with type set bold; 0 for
/// lines that are no lists.
std::size_t list_label(const OutlineSection& section, const OutlineLine& line);

/// Consecutive contact lines stand in one paragraph with this between them.
inline constexpr std::string_view contact_separator = " | ";

}  // namespace resumax::render
