#pragma once

#include <resumax/parse/entries.hpp>

#include <vector>

namespace resumax::parse {

/// Takes the head of an entry apart: dates, addresses and places are claimed, the rest becomes parts.
void read_head(Source& source, Entry& entry);

/// Entries of a form: rows of label and value that repeat. Empty where the lines are no form.
std::vector<Entry> read_records(Source& source, const std::vector<std::size_t>& lines);

/// Where a head that says everything in one run may be cut: the texts before and after each joint.
struct Joint {
  Piece left, right;
  bool named = false;  ///< a word like "at" stands there, not a sign
};
std::vector<Joint> joints(const Source& source, const Piece& piece);

}  // namespace resumax::parse
