#pragma once

#include <resumax/core/parsed.hpp>
#include <resumax/document/document.hpp>
#include <resumax/text/tokens.hpp>

#include <string>
#include <vector>

namespace resumax::parse {

/// A line of a sanitised posting: bytes [begin, end) of its text, without bullet or markup.
struct PostingSourceLine {
  std::uint32_t begin = 0, end = 0;
  int heading = 0;  ///< outline level the source states, 0 for body text
  bool bullet = false, bold = false;
  bool after_blank = false;
  std::vector<text::Token> tokens;  ///< offsets from `begin`
};

/// A posting without control characters, HTML, Markdown marks and repeated blank lines; wrapped lines joined. What
/// speaks to a model, and walls of keywords, are left out and stand in the findings.
struct PostingSource {
  std::string text;
  std::string language;
  std::vector<PostingSourceLine> lines;
  std::vector<Finding> findings;

  std::string_view view(const PostingSourceLine& line) const {
    return std::string_view(text).substr(line.begin, line.end - line.begin);
  }
  /// The trimmed bytes [begin, end) of the text, as a value.
  Text value(std::size_t begin, std::size_t end, double confidence) const;
};

PostingSource sanitise(const document::Document& document);

/// One paragraph without HTML tags and entities; block tags become line breaks, list items start with "• ".
std::string without_html(std::string_view text);

}  // namespace resumax::parse
