#include <resumax/core/error.hpp>
#include <resumax/parse/parse.hpp>
#include <resumax/parse/posting_fields.hpp>
#include <resumax/parse/posting_lines.hpp>
#include <resumax/parse/posting_source.hpp>
#include <resumax/text/unicode.hpp>

namespace resumax::parse {

namespace {

constexpr std::size_t short_posting = 500;  // characters

// What the user said wins; where the posting says the same words the span points to them.
void override_with(Text& field, const std::string& value, const std::string& text) {
  const std::string wanted = text::squeeze(value);
  if (wanted.empty()) return;
  field = {wanted, 1.0, {}};
  if (const std::size_t at = text.find(wanted); at != std::string::npos) {
    field.span.begin = static_cast<std::uint32_t>(at);
    field.span.end = static_cast<std::uint32_t>(at + wanted.size());
  }
}

void find_problems(JobDescription& posting) {
  const auto add = [&](std::string code, std::string message) {
    posting.findings.push_back({std::move(code), std::move(message), {}, 0});
  };
  if (text::length(posting.text) < short_posting)
    add("posting_short", "The posting has fewer than 500 characters: there is little to match against.");
  if (posting.title.empty()) add("posting_no_title", "The posting does not say which job it is for.");
  if (posting.company.empty()) add("posting_no_company", "The posting does not name the company.");
  if (posting.location.empty()) add("posting_no_location", "The posting does not say where the job is.");
}

}  // namespace

JobDescription parse_posting(const document::Document& document, const PostingOptions& options) {
  PostingSource source = sanitise(document);
  if (source.lines.empty())
    throw Error(Errc::invalid_input, "the posting is empty", "paste the text of the job posting, or name its file");
  JobDescription posting;
  posting.language = source.language;
  const auto labels = read_labels(source);
  posting.lines = classify_lines(source, labels);
  read_identity(source, labels, posting);
  override_with(posting.title, options.title, source.text);
  override_with(posting.company, options.company, source.text);
  override_with(posting.location, options.location, source.text);
  read_terms(source, labels, posting);
  posting.text = std::move(source.text);
  posting.findings = std::move(source.findings);
  find_problems(posting);
  return posting;
}

}  // namespace resumax::parse
