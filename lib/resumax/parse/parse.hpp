#pragma once

#include <resumax/core/job_description.hpp>
#include <resumax/core/parsed.hpp>
#include <resumax/document/document.hpp>

#include <string_view>

namespace resumax::parse {

/// A document as a resume: sections, entries, contact, skills, each field with a confidence and a source span.
/// Nothing of the source is dropped: what no field claims stays in its section's lines. Never throws for odd content;
/// a document without any text throws invalid_input ("empty").
/// Text that is hidden, speaks to a model or is a wall of keywords becomes no field and no section's line: findings
/// "hidden_text", "control_characters", "model_directed_text" and "keyword_wall" name it. What is hidden is not in the
/// text either; the others are, for their findings to point to.
ParsedResume parse_resume(const document::Document& document);

/// Builds the word tables that the first parse of a resume needs, so that it need not; any thread may.
void prepare();

/// A JSON Resume (any 0.x or 1.0 form, "company" or "name" for employers) as a resume; its text is the outline's
/// lines. Malformed JSON throws parse_failed with the offset; JSON that is no resume throws invalid_input.
ParsedResume parse_json_resume(std::string_view bytes);

/// What the user said about a posting; these win over what is read from it.
struct PostingOptions {
  std::string title, company, location;
};

/// A document as a posting: sanitised text (control characters, markup and repeated blank lines gone), title, company,
/// location, salary, seniority, lines by kind, requirements. Hidden text, text that speaks to a model and walls of
/// keywords are no part of the sanitised text: findings "hidden_text", "control_characters", "model_directed_text" and
/// "keyword_wall" name them. More findings: "posting_short" (under 500 characters),
/// "posting_no_company", "posting_no_location", "posting_no_title", "bad_utf8". `title` stays empty where neither the
/// options nor the text give one. A posting without any text throws invalid_input.
JobDescription parse_posting(const document::Document& document, const PostingOptions& options = {});

}  // namespace resumax::parse
