#pragma once

#include <resumax/parse/entries.hpp>

#include <string_view>
#include <vector>

namespace resumax::parse {

/// Takes the head of an entry apart: dates, addresses and places are claimed, the rest becomes parts.
void read_head(Source& source, Entry& entry);

/// Entries of a form: rows of label and value that repeat. Empty where the lines are no form.
std::vector<Entry> read_records(Source& source, const std::vector<std::size_t>& lines);

/// "Inc.", "GmbH": never a name of its own.
bool is_legal_form(std::string_view text);

}  // namespace resumax::parse
