#include <resumax/core/error.hpp>
#include <resumax/document/document.hpp>
#include <resumax/parse/parse.hpp>
#include <resumax/service/contents.hpp>
#include <resumax/service/json.hpp>
#include <resumax/service/local.hpp>
#include <resumax/store/sha256.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace resumax::service {
namespace {

bool is_pasted(const std::string& filename) { return filename.empty() || filename == "-"; }

document::Document open_posting(Extractor& extractor, const AddPosting& request) {
  const auto format = document::sniff(request.bytes, request.filename);
  switch (format) {
    case document::Format::json_resume:
      throw Error(Errc::unsupported_format,
                  (is_pasted(request.filename) ? "this" : request.filename) + " is JSON, not a job description",
                  "a job description is text, Markdown, PDF or DOCX");
    case document::Format::text:
    case document::Format::markdown:
      return document::from_text(request.bytes, format);
    default:
      return extractor.extract(request.bytes, request.filename);
  }
}

/// Puts what a person set in place of what was read, with its finding gone.
void overlay(Text& text, const std::string& set, std::vector<Finding>& findings, std::string_view missing) {
  if (text.value != set) text = {set, 1.0, {}};
  if (!set.empty()) std::erase_if(findings, [&](const Finding& finding) { return finding.code == missing; });
}

}  // namespace

std::vector<PostingRecord> LocalService::read_postings(const Selection& selection) {
  auto row = database_.query(
      "SELECT id, number, title, company, location, source_type, original_filename, findings, created_at, updated_at "
      "FROM job_descriptions WHERE user_id = ? AND deleted_at IS NULL AND id BETWEEN ? AND ? ORDER BY number",
      workspace_.user(), selection.low, selection.high);
  std::vector<PostingRecord> records;
  while (row.step()) {
    PostingRecord& record = records.emplace_back();
    record.identity.id = row.text();
    record.identity.handle = handle_of(ObjectKind::job_description, row.integer());
    record.title = row.text();
    record.company = row.text();
    record.location = row.text();
    record.source_type = row.text();
    record.original_filename = row.text();
    for (const auto& finding : stored_json(row.text())) record.findings.push_back(finding_from_json(finding));
    record.created_at = row.integer();
    record.updated_at = row.integer();
  }
  return records;
}

PostingRecord LocalService::posting_record(const std::string& id) {
  auto records = read_postings(Selection::only(id));
  if (records.empty()) throw Error(Errc::not_found, "the job description was removed meanwhile");
  return std::move(records.front());
}

PostingDetail LocalService::posting_detail(const std::string& id) {
  return from_store([&] {
    PostingDetail detail;
    detail.record = posting_record(id);
    auto row = database_.query("SELECT metadata FROM job_descriptions WHERE id = ?", id);
    row.step();
    detail.posting = decode_posting(row.text());
    detail.posting.findings = detail.record.findings;
    std::vector<Finding>& findings = detail.posting.findings;
    overlay(detail.posting.title, detail.record.title, findings, "");
    overlay(detail.posting.company, detail.record.company, findings, "posting_no_company");
    overlay(detail.posting.location, detail.record.location, findings, "posting_no_location");
    detail.record.findings = findings;
    return detail;
  });
}

std::string LocalService::posting_with_bytes(const std::string& sha256) {
  auto row = database_.query("SELECT id FROM job_descriptions WHERE user_id = ? AND sha256 = ? AND deleted_at IS NULL",
                             workspace_.user(), sha256);
  return row.step() ? row.text() : std::string();
}

JobDescription LocalService::parse_posting(const AddPosting& request) {
  check_size(request.bytes, request.filename, dependencies_.limits.posting_bytes, "job description");
  return parse::parse_posting(open_posting(dependencies_.extractor, request),
                              {clean_line(request.title), clean_line(request.company), clean_line(request.location)});
}

PostingDetail LocalService::add_posting(const AddPosting& request) {
  check_size(request.bytes, request.filename, dependencies_.limits.posting_bytes, "job description");
  const std::string sha256 = store::sha256(request.bytes);

  // The same posting again: what is said about it this time is an edit of it.
  const auto existing = [&](const std::string& id) {
    EditPosting edit{id, {}, {}, {}};
    const PostingRecord record = posting_record(id);
    const auto differs = [](const std::string& said, const std::string& known) {
      const std::string clean = clean_line(said);
      return clean.empty() || clean == known ? std::optional<std::string>() : clean;
    };
    edit.title = differs(request.title, record.title);
    edit.company = differs(request.company, record.company);
    edit.location = differs(request.location, record.location);
    if (edit.title || edit.company || edit.location) edit_posting(edit);
    PostingDetail detail = posting_detail(id);
    detail.record.existed = true;
    return detail;
  };
  if (const auto id = posting_with_bytes(sha256); !id.empty()) return existing(id);

  const JobDescription posting = parse_posting(request);
  std::string title = posting.title.value;
  if (title.empty()) title = stem_of(request.filename);
  if (title.empty())
    throw Error(Errc::invalid_input, "the job description says no title", "give one: --title 'Data Engineer'");

  std::string id;
  bool was_added_meanwhile = false;
  {
    store::Transaction transaction(database_);
    id = posting_with_bytes(sha256);
    was_added_meanwhile = !id.empty();
    if (!was_added_meanwhile) {
      const Time now = workspace_.now();
      const auto identity = workspace_.issue(ObjectKind::job_description);
      id = identity.id;
      nlohmann::json findings = nlohmann::json::array();
      for (const auto& finding : posting.findings) findings.push_back(to_json(finding));
      const bool pasted = is_pasted(request.filename);
      database_.run(
          "INSERT INTO job_descriptions (id, user_id, number, title, company, location, source_type, "
          "original_filename, storage_key, findings, created_at, updated_at, sanitized_text, metadata) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          id, workspace_.user(), number_of(identity), title, posting.company.value, posting.location.value,
          pasted ? "paste" : "upload", pasted ? std::string() : clean_line(request.filename),
          "sha256:" + workspace_.keep(request.bytes), storable(findings), now, now, posting.text, encode(posting));
      workspace_.log(now, identity, "added", title);
      transaction.commit();
    }
  }
  return was_added_meanwhile ? existing(id) : posting_detail(id);
}

std::vector<PostingRecord> LocalService::list_postings() { return read_postings(Selection::all()); }

PostingDetail LocalService::get_posting(const std::string& reference) {
  store::Transaction snapshot(database_, store::Transaction::Kind::read);
  return posting_detail(workspace_.find(ObjectKind::job_description, reference).id);
}

PostingRecord LocalService::edit_posting(const EditPosting& request) {
  if (!request.title && !request.company && !request.location)
    throw Error(Errc::invalid_input, "nothing to change", "give --title, --company or --location");
  store::Transaction transaction(database_);
  const auto identity = workspace_.find(ObjectKind::job_description, request.reference);
  const PostingRecord before = posting_record(identity.id);
  const std::string title = request.title ? clean_line(*request.title) : before.title;
  const std::string company = request.company ? clean_line(*request.company) : before.company;
  const std::string location = request.location ? clean_line(*request.location) : before.location;
  if (title.empty()) throw Error(Errc::invalid_input, "a job description needs a title");
  const Time now = workspace_.now();
  database_.run("UPDATE job_descriptions SET title = ?, company = ?, location = ?, updated_at = ? WHERE id = ?", title,
                company, location, now, identity.id);
  workspace_.log(now, identity, "edited", title);
  PostingRecord record = posting_detail(identity.id).record;
  transaction.commit();
  return record;
}

PostingRecord LocalService::remove_posting(const std::string& reference) {
  store::Transaction transaction(database_);
  const auto identity = workspace_.find(ObjectKind::job_description, reference);
  PostingRecord record = posting_record(identity.id);
  const Time now = workspace_.now();
  database_.run("UPDATE job_descriptions SET deleted_at = ?, updated_at = ? WHERE id = ?", now, now, identity.id);
  hide_dependents({ObjectKind::job_description, identity}, now);
  workspace_.log(now, identity, "removed", record.title);
  transaction.commit();
  return record;
}

}  // namespace resumax::service
