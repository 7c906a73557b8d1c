#pragma once

#include <resumax/core/job_description.hpp>
#include <resumax/parse/posting_source.hpp>

#include <optional>
#include <string>
#include <vector>

namespace resumax::parse {

/// What a heading announces.
struct PostingHeading {
  PostingLineKind kind = PostingLineKind::other;
  RequirementLevel level = RequirementLevel::mentioned;
  std::size_t rest = 0;  ///< byte of the line where text after the colon begins, 0 when there is none
};

/// The heading that a line is, or that it starts with ("Benefits: …"); nothing for other lines.
std::optional<PostingHeading> read_heading(const PostingSource& source, const PostingSourceLine& line);

/// "Label: value" by label ("title", "company", "location", "salary", "employment", "seniority", "years", "other"):
/// the value's bytes in the text, on the same line or, where the label stands alone, on the next.
struct PostingLabel {
  std::string name;
  std::size_t line = 0;        ///< index of the label's line
  std::size_t value_line = 0;  ///< index of the value's line
  std::size_t begin = 0, end = 0;
};
std::vector<PostingLabel> read_labels(const PostingSource& source);

/// Every line with its kind and level, by the headings above it and the words in it.
std::vector<PostingLine> classify_lines(const PostingSource& source, const std::vector<PostingLabel>& labels);

}  // namespace resumax::parse
