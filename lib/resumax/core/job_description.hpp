#pragma once

#include <resumax/core/parsed.hpp>
#include <resumax/core/resume.hpp>

#include <optional>
#include <string>
#include <vector>

namespace resumax {

/// How much a posting wants something: asked for, welcome, or named only in the duties.
enum class RequirementLevel { required, preferred, mentioned };

template <>
struct Names<RequirementLevel> {
  static constexpr std::string_view what = "requirement level";
  static constexpr NameTable<RequirementLevel, 3> table{{
      {RequirementLevel::required, "required"},
      {RequirementLevel::preferred, "preferred"},
      {RequirementLevel::mentioned, "mentioned"},
  }};
};

/// What a line of a posting is about. Only requirement, duty and title lines count in matching.
enum class PostingLineKind { heading, requirement, duty, about, benefits, legal, apply, meta, other };

template <>
struct Names<PostingLineKind> {
  static constexpr std::string_view what = "posting line kind";
  static constexpr NameTable<PostingLineKind, 9> table{{
      {PostingLineKind::heading, "heading"},
      {PostingLineKind::requirement, "requirement"},
      {PostingLineKind::duty, "duty"},
      {PostingLineKind::about, "about"},
      {PostingLineKind::benefits, "benefits"},
      {PostingLineKind::legal, "legal"},
      {PostingLineKind::apply, "apply"},
      {PostingLineKind::meta, "meta"},
      {PostingLineKind::other, "other"},
  }};
};

struct PostingLine {
  Text text;  ///< without its bullet; the span indexes JobDescription::text
  PostingLineKind kind = PostingLineKind::other;
  RequirementLevel level = RequirementLevel::mentioned;  ///< of requirement and duty lines
};

struct Salary {
  Text text;  ///< as printed
  double minimum = 0, maximum = 0;
  std::string currency;  ///< ISO 4217, "" when unknown
  std::string period;    ///< "year", "month", "day", "hour", "" when unknown
};

/// A posting as data. `text` is the sanitised text that every span indexes.
struct JobDescription {
  std::string language;
  Text title, company, location, seniority, employment, degree;
  std::optional<Salary> salary;
  std::optional<double> minimum_years;
  Text years;  ///< the words that say so; empty where a person or an old record states the number
  std::vector<Text> languages;
  std::vector<PostingLine> lines;
  std::string text;
  std::vector<Finding> findings;
};

}  // namespace resumax
