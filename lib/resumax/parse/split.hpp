#pragma once

#include <resumax/parse/source.hpp>

#include <string_view>
#include <vector>

namespace resumax::parse {

/// The piece cut at any of the separators (UTF-8 strings), brackets respected; empty parts are left out.
std::vector<Piece> split(const Source& source, const Piece& piece, const std::vector<std::string_view>& separators);

/// Whether a text has letters, several and all of them capitals.
bool all_caps(std::string_view text);

/// Number of words between blanks.
std::size_t word_count(std::string_view text);
/// A sentence or more: many words, or several and a full stop.
bool is_prose(const Line& line);

/// Words that hold a letter; of ideographs, which stand without blanks, two count as one.
std::size_t lettered_words(std::string_view text);
bool ends_sentence(std::string_view text);

/// "Label: value" with a label of at most `words` words: the piece of the label and of the value.
struct Labelled {
  Piece label, value;
};
bool split_label(const Source& source, const Piece& piece, std::size_t words, Labelled& out);
/// The same for "Name – what it is" too.
bool split_named(const Source& source, const Piece& piece, std::size_t words, Labelled& out);

}  // namespace resumax::parse
