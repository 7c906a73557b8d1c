#pragma once

#include <resumax/core/job_description.hpp>
#include <resumax/parse/posting_lines.hpp>

namespace resumax::parse {

/// Who wants whom, and where: read from labels, the lines at the top, and what the sentences say. A company or place
/// that the text only hints at stays empty.
void read_identity(const PostingSource& source, const std::vector<PostingLabel>& labels, JobDescription& posting);

/// The employer that a posting's sentences speak of; nothing where they hint at none, or at several alike. A page that
/// is no posting has one only where it says that it hires.
Text read_employer(const PostingSource& source, bool is_posting);

/// Salary, employment, seniority, years, degree and languages. Wants `posting.title` and `posting.lines` filled.
void read_terms(const PostingSource& source, const std::vector<PostingLabel>& labels, JobDescription& posting);

}  // namespace resumax::parse
