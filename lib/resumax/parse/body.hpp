#pragma once

#include <resumax/parse/entries.hpp>

#include <vector>

namespace resumax::parse {

/// What stands under the head of an entry.
struct Body {
  Text summary;
  std::vector<Text> highlights, courses, keywords;
  Text score;
};

/// Whether list items are marked (by a sign or by their indent) in a section; where they are, plain paragraphs are
/// summaries.
bool marks_items(const Source& source, const std::vector<Entry>& entries);

Body read_body(Source& source, const Entry& entry, bool marked);

/// A list of terms cut at commas and the like; groups of brackets stay whole.
std::vector<Text> read_terms(Source& source, const Piece& piece, double confidence);

/// The lines of a value of a form.
std::vector<Text> read_lines(Source& source, const LabelledValue& value);
/// The value of a form as one text.
Text read_value(Source& source, const LabelledValue& value, double confidence);

/// Appends a paragraph to a text that may be empty.
void append_text(Text& text, const Text& more);

}  // namespace resumax::parse
