#pragma once

#include <resumax/core/names.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace resumax {

/// A rectangle on a page in points (1/72 inch), origin at the top left, y growing downwards.
struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  bool operator==(const Box&) const = default;
};

/// Where a value stands in its source: bytes [begin, end) of the source's text (ParsedResume::text or
/// JobDescription::text), and the page (from 1; 0 where the source has no pages) with the box around it.
struct SourceSpan {
  std::uint32_t begin = 0, end = 0;
  std::int32_t page = 0;
  Box box;
  bool empty() const { return begin == end; }
  bool operator==(const SourceSpan&) const = default;
};

/// A text value with how sure the parser is of it (0 to 1) and where it came from. Empty text is "not there".
/// Values are NFC, without control characters or line breaks, trimmed.
struct Text {
  std::string value;
  double confidence = 1.0;
  SourceSpan span;
  bool empty() const { return value.empty(); }
  bool operator==(const Text&) const = default;
};

/// A calendar date of known precision: month and day are 0 where the source does not say them.
struct Date {
  int year = 0, month = 0, day = 0;
  bool empty() const { return year == 0; }
  auto operator<=>(const Date&) const = default;
  /// "2021", "2021-03" or "2021-03-09"; "" when empty.
  std::string iso() const;
  /// Reads what `iso` writes; anything else throws Errc::invalid_input.
  static Date from_iso(std::string_view text);
};

/// A date as read (`date`, or `present` for "to date") and the words it was read from (`source`).
struct DateField {
  Date date;
  bool present = false;
  Text source;
  bool empty() const { return date.empty() && !present; }
};

struct DateRange {
  DateField start, end;
};

struct Location {
  Text text;  ///< as printed
  std::string address, postal_code, city, region, country_code;
};

struct Profile {
  std::string network;  ///< "LinkedIn", "GitHub", …
  std::string username;
  Text url;
};

struct Basics {
  Text name, label, email, phone, url, summary;
  Location location;
  std::vector<Profile> profiles;
};

/// A role: employment, or volunteering where it stands in Resume::volunteer.
struct Work {
  Text company, position, location, url, summary;
  DateRange dates;
  std::vector<Text> highlights;
};

struct Education {
  Text institution, study_type, area, location, score, url, summary;
  DateRange dates;
  std::vector<Text> courses, highlights;
};

/// A named list: a skill group ("Languages: C++, Go"), or interests. Name or keywords may be empty.
struct KeywordGroup {
  Text name, level;
  std::vector<Text> keywords;
};

struct Project {
  Text name, description, url, role;
  DateRange dates;
  std::vector<Text> highlights, keywords;
};

/// A certificate, award or publication: what it is called, who gave or printed it, when, where to find it.
struct Credential {
  Text name, issuer, url, summary;
  DateField date;
};

struct Language {
  Text language, fluency;
};

struct Reference {
  Text name, text;
};

enum class SectionKind {
  contact,
  summary,
  work,
  education,
  skills,
  projects,
  certificates,
  languages,
  awards,
  publications,
  volunteer,
  interests,
  references,
  other,
};

template <>
struct Names<SectionKind> {
  static constexpr std::string_view what = "section";
  static constexpr NameTable<SectionKind, 14> table{{
      {SectionKind::contact, "contact"},
      {SectionKind::summary, "summary"},
      {SectionKind::work, "work"},
      {SectionKind::education, "education"},
      {SectionKind::skills, "skills"},
      {SectionKind::projects, "projects"},
      {SectionKind::certificates, "certificates"},
      {SectionKind::languages, "languages"},
      {SectionKind::awards, "awards"},
      {SectionKind::publications, "publications"},
      {SectionKind::volunteer, "volunteer"},
      {SectionKind::interests, "interests"},
      {SectionKind::references, "references"},
      {SectionKind::other, "other"},
  }};
};

/// A section in the source's order. `heading` as printed (empty for the block above the first heading);
/// `lines` hold what no field of the typed lists claims, so that nothing of the source is dropped.
struct Section {
  SectionKind kind = SectionKind::other;
  Text heading;
  std::vector<Text> lines;
};

/// A resume as data. Its JSON form is JSON Resume 1.0 (jsonresume.org/schema) plus a top-level "sections";
/// JSON Pointers into that form name every line (core/fields.hpp).
struct Resume {
  std::string language;  ///< BCP 47 of most of its text: "en", "ar", …; "" when unknown
  Basics basics;
  std::vector<Work> work, volunteer;
  std::vector<Education> education;
  std::vector<KeywordGroup> skills, interests;
  std::vector<Project> projects;
  std::vector<Credential> certificates, awards, publications;
  std::vector<Language> languages;
  std::vector<Reference> references;
  std::vector<Section> sections;
};

}  // namespace resumax
