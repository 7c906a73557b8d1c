#pragma once

#include <resumax/core/resume.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::document {

enum class Format { pdf, docx, text, markdown, json_resume };

/// A typeface as a page uses it; names come without the subset prefix ("ABCDEF+").
struct Font {
  std::string name;
  bool bold = false, italic = false;
  bool operator==(const Font&) const = default;
};

/// A run of glyphs without white space in it, in logical order (right-to-left runs already reordered), NFC,
/// without bidi control characters. A list mark that a page draws as a shape is a word "•" too.
struct Word {
  std::string text;
  Box box;
  float size = 0;              ///< font size in points
  std::uint16_t font = 0;      ///< index into Document::fonts
  bool space_after = true;     ///< false where the next word touches this one
  std::uint16_t rotation = 0;  ///< degrees clockwise: 0, 90 (reads downwards), 180 or 270 (upwards)
  bool operator==(const Word&) const = default;
};

/// A page as drawn. Words come in no order to rely on: reading order is the parser's to find (parse/layout.hpp).
struct Page {
  double width = 0, height = 0;  ///< points
  std::vector<Word> words;
  bool operator==(const Page&) const = default;
};

/// A paragraph of a flowing document (DOCX, text, Markdown), in reading order. A paragraph with empty text is a blank
/// line; there are never two in a row, nor one at either end or in a table cell.
struct Paragraph {
  std::string text;                   ///< tabs kept as "\t", line breaks inside as "\n"
  std::string style;                  ///< style name ("heading 1", "List Bullet", …), "" when unknown
  int heading = 0;                    ///< outline level from 1, 0 for body text
  int list_level = -1;                ///< from 0 in a list, -1 outside
  float size = 0;                     ///< points of most of its text, 0 when unknown
  bool bold = false, italic = false;  ///< of all its text
  bool right_to_left = false;
  int table = -1, row = -1, column = -1;  ///< cell it stands in, table numbered within the document; -1 outside
  bool header_or_footer = false;
  struct Run {
    std::uint32_t begin = 0, end = 0;  ///< bytes of `text`
    bool bold = false, italic = false;
    bool operator==(const Run&) const = default;
  };
  std::vector<Run> runs;  ///< where the style changes inside the paragraph; empty when it does not
  bool operator==(const Paragraph&) const = default;
};

/// A hyperlink: on a page (PDF: page from 1 with its box) or on bytes of a paragraph (DOCX).
struct Link {
  std::string uri;
  std::string text;  ///< what is printed under it, "" when unknown
  std::int32_t page = 0;
  Box box;
  std::int32_t paragraph = -1;
  bool operator==(const Link&) const = default;
};

/// Why a person does not see a text.
enum class HiddenReason : std::uint8_t {
  invisible,    ///< drawn without ink
  colour,       ///< in the colour of what is behind it
  transparent,  ///< with next to no opacity
  tiny,         ///< under 2 points
  off_page,     ///< outside the visible page
  clipped,      ///< outside the area that is drawn
  covered,      ///< painted over
  layer,        ///< on a layer that is switched off
  marked,       ///< formatted as hidden
  control,      ///< characters without a shape: zero width, direction overrides, tags, terminal controls
};

/// Text of the source that a reader does not see. It stands in no word and no paragraph, so that nothing that is read
/// from those can count it; it is here to be reported.
struct HiddenText {
  std::string text;  ///< what is hidden; of control characters "U+202E", …, of tag characters what they spell
  HiddenReason reason = HiddenReason::invisible;
  std::int32_t page = 0;  ///< from 1, with the box around it; 0 where there are no pages
  Box box;
  std::int32_t paragraph = -1;  ///< of Document::paragraphs: the one it stands in or before; -1 on pages
  bool operator==(const HiddenText&) const = default;
};

/// A document as opened: pages (PDF) or paragraphs (the others), never both.
struct Document {
  Format format = Format::text;
  std::vector<Font> fonts;
  std::vector<Page> pages;
  std::vector<Paragraph> paragraphs;
  std::vector<Link> links;
  std::vector<HiddenText> hidden;
  std::vector<std::string>
      warnings;  ///< "truncated_pages", "truncated_text", "unread_links", "unchecked_text", "bad_utf8"
  bool operator==(const Document&) const = default;
};

/// The format the bytes themselves show (magic numbers, JSON object), the extension deciding only between text and
/// Markdown. Throws unsupported_format for anything else, with a hint for well-known other formats (doc, odt, rtf,
/// pages, images), and invalid_input for empty input.
Format sniff(std::string_view bytes, std::string_view filename);

/// Text or Markdown as paragraphs. Bad UTF-8 is repaired (U+FFFD, or Windows-1252 and UTF-16 recognised) and warned
/// about as "bad_utf8".
Document from_text(std::string_view bytes, Format format);

}  // namespace resumax::document
