#pragma once

#include <resumax/parse/source.hpp>
#include <resumax/parse/vocabulary.hpp>

#include <resumax/text/dates.hpp>
#include <resumax/text/durations.hpp>

#include <vector>

namespace resumax::parse {

/// A name-like part of an entry's head: an employer, a title, a school, a degree…
struct Part {
  Piece piece;
  Look look;
  bool starts_line = false;
  bool after_joiner = false;  ///< "at" or the like stood before it: an organisation
  bool aside = false;         ///< in a cell to the right of another
  bool by_dates = false;      ///< in such a cell together with the dates
};

/// A value that its source names: "Company: X", or a label cell with its value.
struct LabelledValue {
  Topic topic = Topic::count;
  Piece label;
  std::vector<std::size_t> lines;  ///< whole lines of the value; empty where `value` holds it
  Piece value;
  bool address = false;  ///< the label asks for an address as well
};

/// One job, degree, project…: what its head says, and the lines under it.
struct Entry {
  std::vector<std::size_t> head, body;
  DateRange dates;
  std::vector<Part> parts;
  std::vector<Piece> places, urls;
  std::vector<LabelledValue> labelled;
  bool continues = false;  ///< starts unlike the entries around it: a further role under the same employer
};

/// Lines of a section as entries: parted where dates and looks repeat. Dates, places and addresses of the heads are
/// claimed and taken out of `parts`.
std::vector<Entry> read_entries(Source& source, const std::vector<std::size_t>& lines);

/// Where dates stand in a line that may head an entry; empty for sentences and list items.
std::vector<text::DateMatch> head_dates(const Line& line);

/// Lengths of time ("2 yrs 3 mos") that stand apart in such a line: they repeat what its dates say.
std::vector<text::TextRange> head_durations(const Line& line);

/// The range as fields with the words they were read from.
DateRange take_dates(Source& source, std::size_t line, const text::DateMatch& match);

}  // namespace resumax::parse
