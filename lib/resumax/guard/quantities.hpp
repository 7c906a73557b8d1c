#pragma once

#include <resumax/guard/line.hpp>

#include <vector>

namespace resumax::guard {

/// A word near a number, and how far from it: negative before it.
struct Neighbour {
  const Line* line;
  const Word* word;
  int distance;
};

/// The words of the number's own sentence that say what it counts, so many on each side.
std::vector<Neighbour> neighbours(const Line& line, const text::Number& number, int reach);

/// Whether words of two lines name one thing: by meaning, as a compound, a clipping, or an acronym and its words.
bool alike(const Line& left, const Word& a, const Line& right, const Word& b);

/// How much two numbers count the same thing: shared words, near ones and those on the same side more.
double likeness(const std::vector<Neighbour>& left, const std::vector<Neighbour>& right);

/// The same quantity, in whichever unit of its kind: "18 months" and "1.5 years".
bool equal_value(const text::Number& a, const text::Number& b);
/// Whether their units measure the same kind of thing.
bool same_kind(const text::Number& a, const text::Number& b);

/// The sentence a number stands in, -1 for none.
int sentence_of(const Line& line, const text::Number& number);

/// "from 2.1% of sales to 1.3%": two ends of one change.
bool is_change(const Line& line, const text::Number& from, const text::Number& to);
/// Whether the source has a change from the one to the other.
bool gives_change(const Line& source, const text::Number& from, const text::Number& to);
/// Whether the number is one end of a change that the source gives too, from the same to the same.
bool keeps_change(const Line& line, const text::Number& number, const Line& source);
/// "by 15 days, from 52 to 37": the difference of the two ends of a change; of percentages in points.
bool is_difference(const text::Number& number, const Line& line, const Line& source);

}  // namespace resumax::guard
