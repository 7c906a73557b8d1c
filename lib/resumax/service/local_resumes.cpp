#include <resumax/core/error.hpp>
#include <resumax/core/fields.hpp>
#include <resumax/core/resume_json.hpp>
#include <resumax/document/document.hpp>
#include <resumax/parse/parse.hpp>
#include <resumax/service/contents.hpp>
#include <resumax/service/json.hpp>
#include <resumax/service/local.hpp>
#include <resumax/service/parse_many.hpp>
#include <resumax/store/sha256.hpp>

#include <nlohmann/json.hpp>

#include <map>

namespace resumax::service {
namespace {

std::string_view mime_type(document::Format format) {
  switch (format) {
    case document::Format::pdf:
      return "application/pdf";
    case document::Format::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case document::Format::text:
      return "text/plain";
    case document::Format::markdown:
      return "text/markdown";
    case document::Format::json_resume:
      return "application/json";
  }
  return "application/octet-stream";
}

/// Whether a failed parse leaves the resume in the workspace: the file is a resume as far as one can tell, and can be
/// looked at or parsed by a later resumax. Anything else was no resume at all.
bool is_kept(Errc code) { return code == Errc::encrypted || code == Errc::no_text_layer || code == Errc::parse_failed; }

/// Where a corrected text is one that the parser found, it keeps that one's place in the source.
void carry_spans(const Resume& parsed, Resume& corrected) {
  std::map<std::string_view, const Text*> by_value;
  for (const auto& field : fields(parsed)) by_value.emplace(field.text->value, field.text);
  for (const auto& field : fields(corrected)) {
    if (!field.text->span.empty()) continue;
    const Text* same = find_field(parsed, field.path);
    if (!same || same->value != field.text->value) {
      const auto found = by_value.find(field.text->value);
      same = found == by_value.end() ? nullptr : found->second;
    }
    if (same) field.text->span = same->span;
  }
}

std::vector<Finding> findings_from(const std::string& stored) {
  std::vector<Finding> findings;
  for (const auto& item : stored_json(stored)) findings.push_back(finding_from_json(item));
  return findings;
}

}  // namespace

std::vector<ResumeRecord> LocalService::read_resumes(const Selection& selection) {
  auto row = database_.query(
      "SELECT id, number, title, original_filename, mime_type, sha256, size, parse_status, error_code, error_message, "
      "error_hint, last_score, created_at, updated_at FROM resumes "
      "WHERE user_id = ? AND deleted_at IS NULL AND id BETWEEN ? AND ? ORDER BY number",
      workspace_.user(), selection.low, selection.high);
  std::vector<ResumeRecord> records;
  while (row.step()) {
    ResumeRecord& record = records.emplace_back();
    record.identity.id = row.text();
    record.identity.handle = handle_of(ObjectKind::resume, row.integer());
    record.title = row.text();
    record.original_filename = row.text();
    record.mime_type = row.text();
    record.sha256 = row.text();
    record.size = static_cast<std::uint64_t>(row.integer());
    record.parse_status = parse_name<ParseStatus>(row.text());
    Failure failure{row.text(), row.text(), row.text()};
    if (!failure.code.empty()) record.failure = std::move(failure);
    record.last_score = row.optional_real();
    record.created_at = row.integer();
    record.updated_at = row.integer();
  }
  return records;
}

ResumeRecord LocalService::resume_record(const std::string& id) {
  auto records = read_resumes(Selection::only(id));
  if (records.empty()) throw Error(Errc::not_found, "the resume was removed meanwhile");
  return std::move(records.front());
}

ResumeDetail LocalService::resume_detail(const std::string& id) {
  return from_store([&] {
    ResumeDetail detail;
    detail.record = resume_record(id);
    auto row = database_.query(
        "SELECT findings, corrected_sections IS NOT NULL, parsed_text, coalesce(corrected_sections, parsed_sections), "
        "coalesce(corrected_notes, parsed_notes) FROM resumes WHERE id = ?",
        id);
    row.step();
    detail.parsed.findings = findings_from(row.text());
    detail.edited = row.integer() != 0;
    detail.parsed.text = row.text();
    const auto sections = row.optional_text();
    const auto notes = row.optional_text();
    if (sections) detail.parsed.resume = resume_from_json(stored_json(*sections));
    if (notes) apply_field_notes(detail.parsed.resume, stored_json(*notes));
    return detail;
  });
}

std::string LocalService::resume_with_bytes(const std::string& sha256) {
  auto row = database_.query("SELECT id FROM resumes WHERE user_id = ? AND sha256 = ? AND deleted_at IS NULL",
                             workspace_.user(), sha256);
  return row.step() ? row.text() : std::string();
}

ParsedResume LocalService::parse_resume(const std::string& bytes, const std::string& filename) {
  return service::read_resume(dependencies_.extractor, bytes, filename, dependencies_.limits.resume_bytes);
}

void LocalService::store_parse(const std::string& id, const ParsedResume* parsed, const Error* failure, Time at) {
  if (failure) {
    database_.run(
        "UPDATE resumes SET parse_status = 'failed', error_code = ?, error_message = ?, error_hint = ?, "
        "updated_at = ? WHERE id = ?",
        to_string(failure->code()), failure->what(), failure->hint(), at, id);
    return;
  }
  nlohmann::json findings = nlohmann::json::array();
  for (const auto& finding : parsed->findings) findings.push_back(to_json(finding));
  database_.run(
      "UPDATE resumes SET parse_status = 'completed', error_code = NULL, error_message = NULL, error_hint = NULL, "
      "parsed_text = ?, parsed_sections = ?, parsed_notes = ?, findings = ?, updated_at = ? WHERE id = ?",
      parsed->text, storable(to_json(parsed->resume)), storable(field_notes(parsed->resume)), storable(findings), at,
      id);
}

ResumeRecord LocalService::add_resume(const AddResume& request) {
  check_size(request.bytes, request.filename, dependencies_.limits.resume_bytes, "resume");
  const auto format = document::sniff(request.bytes, request.filename);
  const std::string sha256 = store::sha256(request.bytes);
  std::string title = clean_line(request.title);

  const auto existing = [&](const std::string& id) {
    ResumeRecord record = resume_record(id);
    if (!title.empty() && title != record.title) record = rename_resume(id, title);
    record.existed = true;
    return record;
  };
  const auto is_read = [&](const std::string& id) {
    return !id.empty() && resume_record(id).parse_status == ParseStatus::completed;
  };
  if (const auto id = resume_with_bytes(sha256); is_read(id)) return existing(id);

  std::optional<ParsedResume> parsed;
  std::optional<Error> failure;
  try {
    parsed = parse_resume(request.bytes, request.filename);
  } catch (const Error& error) {
    if (!is_kept(error.code())) throw;
    failure = error;
  }
  if (title.empty()) title = stem_of(request.filename);
  if (title.empty() && parsed) title = parsed->resume.basics.name.value;
  if (title.empty()) title = "Resume";

  std::string id;
  bool was_added_meanwhile = false;
  {
    store::Transaction transaction(database_);
    const Time now = workspace_.now();
    id = resume_with_bytes(sha256);
    was_added_meanwhile = is_read(id);
    if (id.empty()) {
      const auto identity = workspace_.issue(ObjectKind::resume);
      id = identity.id;
      database_.run(
          "INSERT INTO resumes (id, user_id, number, title, original_filename, storage_key, mime_type, size, "
          "parse_status, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?)",
          id, workspace_.user(), number_of(identity), title, clean_line(request.filename),
          "sha256:" + workspace_.keep(request.bytes), mime_type(format), std::uint64_t{request.bytes.size()}, now, now);
    }
    if (!was_added_meanwhile) {
      store_parse(id, parsed ? &*parsed : nullptr, failure ? &*failure : nullptr, now);
      const ResumeRecord record = resume_record(id);
      workspace_.log(now, record.identity, failure ? "failed" : "added",
                     failure ? record.title + ": " + failure->what() : record.title);
      transaction.commit();
    }
  }
  if (was_added_meanwhile) return existing(id);
  if (failure) throw *failure;
  return resume_record(id);
}

std::vector<ResumeRecord> LocalService::list_resumes() { return read_resumes(Selection::all()); }

ResumeDetail LocalService::get_resume(const std::string& reference) {
  store::Transaction snapshot(database_, store::Transaction::Kind::read);
  return resume_detail(workspace_.find(ObjectKind::resume, reference).id);
}

ResumeRecord LocalService::rename_resume(const std::string& reference, const std::string& title) {
  const std::string clean = clean_line(title);
  if (clean.empty()) throw Error(Errc::invalid_input, "a resume needs a title");
  store::Transaction transaction(database_);
  const auto identity = workspace_.find(ObjectKind::resume, reference);
  const Time now = workspace_.now();
  database_.run("UPDATE resumes SET title = ?, updated_at = ? WHERE id = ?", clean, now, identity.id);
  workspace_.log(now, identity, "renamed", clean);
  transaction.commit();
  return resume_record(identity.id);
}

ResumeRecord LocalService::edit_resume(const std::string& reference, const Resume& corrected) {
  if (fields(corrected).empty()) throw Error(Errc::invalid_input, "the corrected resume is empty");
  store::Transaction transaction(database_);
  const auto identity = workspace_.find(ObjectKind::resume, reference);
  auto row = database_.query("SELECT parsed_sections, parsed_notes FROM resumes WHERE id = ?", identity.id);
  row.step();
  Resume kept = corrected;
  if (const auto sections = row.optional_text()) {
    Resume parsed = resume_from_json(stored_json(*sections));
    apply_field_notes(parsed, stored_json(row.text()));
    carry_spans(parsed, kept);
  }
  const Time now = workspace_.now();
  // A person may write down what could not be read: the resume is usable then.
  database_.run(
      "UPDATE resumes SET corrected_sections = ?, corrected_notes = ?, corrected_at = ?, parse_status = 'completed', "
      "error_code = NULL, error_message = NULL, error_hint = NULL, updated_at = ? WHERE id = ?",
      storable(to_json(kept)), storable(field_notes(kept)), now, now, identity.id);
  ResumeRecord record = resume_record(identity.id);
  workspace_.log(now, identity, "edited", record.title);
  transaction.commit();
  return record;
}

ResumeRecord LocalService::remove_resume(const std::string& reference) {
  store::Transaction transaction(database_);
  const auto identity = workspace_.find(ObjectKind::resume, reference);
  ResumeRecord record = resume_record(identity.id);
  const Time now = workspace_.now();
  database_.run("UPDATE resumes SET deleted_at = ?, updated_at = ? WHERE id = ?", now, now, identity.id);
  hide_dependents({ObjectKind::resume, identity}, now);
  workspace_.log(now, identity, "removed", record.title);
  transaction.commit();
  return record;
}

}  // namespace resumax::service
