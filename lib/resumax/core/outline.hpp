#pragma once

#include <resumax/core/resume.hpp>

#include <string>
#include <vector>

namespace resumax {

/// What a line of the outline is, for layout. `entry` opens an entry (company, degree, project): `text` at the left
/// and `aside` (dates) at the right; `subentry` is the line below it (position, place).
enum class OutlineKind { name, label, contact, heading, entry, subentry, paragraph, bullet };

struct OutlineLine {
  OutlineKind kind;
  std::string text;
  std::string aside;               ///< right-aligned companion of entry and subentry: dates, place
  std::string link;                ///< URL the whole line points to, or ""
  std::vector<std::string> paths;  ///< JSON Pointers of the texts the line is made of
};

struct OutlineSection {
  SectionKind kind;
  std::string heading;  ///< "" for the contact block
  std::vector<OutlineLine> lines;
};

/// The resume as a reader sees it, in reading order: the one arrangement that every export, the diff and the views
/// share. Sections keep the source's order and headings; those without a heading in the source get the usual one in
/// the resume's language. Dates print one way ("Mar 2021 – Present", month names in the resume's language).
std::vector<OutlineSection> outline(const Resume& resume);

/// The usual heading of a section in a language (BCP 47), English where the language has none.
std::string_view section_title(SectionKind kind, std::string_view language);

/// A date or range as the outline prints it; "" when empty.
std::string format_date(const DateField& date, std::string_view language);
std::string format_range(const DateRange& range, std::string_view language);

}  // namespace resumax
