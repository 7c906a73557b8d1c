#include "views.hpp"

#include <algorithm>
#include <map>

namespace resumax::app {
namespace {

std::string state(const service::ResumeRecord& resume) {
  if (resume.failure) return resume.failure->code;
  return resume.parse_status == service::ParseStatus::completed ? "" : std::string(to_string(resume.parse_status));
}

std::string at_company(const std::string& title, const std::string& company) {
  return company.empty() ? title : title + ", " + company;
}

/// "r1  ", or nothing for what a dry run did not make.
std::string handle_of(const service::Identity& identity, const Look& look) {
  return identity.handle.empty() ? "" : look.style.handle(identity.handle) + "  ";
}

std::string pair_of(const service::OptimizationRecord& record) {
  return record.resume.handle + " for " + record.posting.handle;
}

std::string indented(const std::string& lines) {
  std::string out;
  for (std::size_t at = 0; at < lines.size();) {
    const auto end = lines.find('\n', at) + 1;
    out += "  " + lines.substr(at, end - at);
    at = end;
  }
  return out;
}

}  // namespace

std::string resume_list(const std::vector<service::ResumeRecord>& resumes, const Look& look) {
  if (resumes.empty()) return "no resumes yet\n";
  Table table({{"", Table::Fit::keep, false, &Style::handle},
               {"title", Table::Fit::cut},
               {"file", Table::Fit::drop},
               {"size", Table::Fit::drop, true},
               {"score", Table::Fit::keep, true},
               {"added", Table::Fit::drop},
               {"", Table::Fit::drop, false, &Style::bad}});
  for (const auto& resume : resumes)
    table.row({resume.identity.handle, resume.title, resume.original_filename, file_size(resume.size),
               resume.last_score ? points(*resume.last_score) : "", moment(resume.created_at), state(resume)});
  return table.text(look);
}

std::string posting_list(const std::vector<service::PostingRecord>& postings, const Look& look) {
  if (postings.empty()) return "no postings yet\n";
  Table table({{"", Table::Fit::keep, false, &Style::handle},
               {"title", Table::Fit::cut},
               {"company", Table::Fit::drop},
               {"location", Table::Fit::drop},
               {"added", Table::Fit::drop}});
  for (const auto& posting : postings)
    table.row({posting.identity.handle, posting.title, posting.company, posting.location, moment(posting.created_at)});
  return table.text(look);
}

std::string resume_line(const service::ResumeRecord& record, const Look& look) {
  std::string aside = record.original_filename.empty() ? "" : record.original_filename + ", ";
  aside += file_size(record.size);
  return handle_of(record.identity, look) + record.title + "  " + look.style.dim("(" + aside + ")") + "\n";
}

std::string posting_line(const service::PostingRecord& record, const Look& look) {
  std::string line = handle_of(record.identity, look) + at_company(record.title, record.company);
  if (!record.location.empty()) line += "  " + look.style.dim("(" + record.location + ")");
  return line + "\n";
}

std::string version_line(const service::VersionRecord& record, const Look& look) {
  std::string decisions = std::to_string(record.accepted) + " accepted";
  if (record.edited > 0) decisions += ", " + std::to_string(record.edited) + " edited";
  if (record.declined > 0) decisions += ", " + std::to_string(record.declined) + " declined";
  return wrapped(record.resume_title + " for " + record.posting_title + "  (" + decisions + ", score " +
                     points(record.score) + ")",
                 look.width, handle_of(record.identity, look));
}

std::string status_view(const service::Status& status, const Look& look) {
  std::string out = look.style.dim("workspace ") + status.workspace + "\n\n";
  if (status.resumes.empty() && status.postings.empty()) return out + "nothing here yet\n";
  const auto part = [&](std::string_view title, const std::string& text) {
    out += look.style.bold(title) + "\n" + text + "\n";
  };
  Table resumes({{"", Table::Fit::keep, false, &Style::handle},
                 {"", Table::Fit::cut},
                 {"", Table::Fit::drop, false, &Style::dim},
                 {"", Table::Fit::drop, false, &Style::bad}});
  for (const auto& resume : status.resumes)
    resumes.row({resume.identity.handle, resume.title, resume.original_filename, state(resume)});
  if (!resumes.empty()) part(count(status.resumes.size(), "resume"), resumes.text(look, 2));
  Table postings({{"", Table::Fit::keep, false, &Style::handle},
                  {"", Table::Fit::cut},
                  {"", Table::Fit::drop, false, &Style::dim}});
  for (const auto& posting : status.postings) postings.row({posting.identity.handle, posting.title, posting.company});
  if (!postings.empty()) part(count(status.postings.size(), "posting"), postings.text(look, 2));
  if (!status.running.empty()) {
    Table running({{"", Table::Fit::keep, false, &Style::handle}, {"", Table::Fit::keep}, {"", Table::Fit::cut}});
    for (const auto& run : status.running)
      running.row({run.identity.handle, pair_of(run), std::string(to_string(run.status))});
    part("Running", running.text(look, 2));
  }
  if (!status.open.empty()) {
    Table open({{"", Table::Fit::keep, false, &Style::handle},
                {"", Table::Fit::keep},
                {"", Table::Fit::cut},
                {"", Table::Fit::keep},
                {"", Table::Fit::drop, false, &Style::dim}});
    for (const auto& run : status.open)
      open.row({run.identity.handle, pair_of(run), run.posting_title,
                points(run.score) + " → " + points(run.score_after),
                count(static_cast<std::size_t>(std::max(run.suggestions, 0)), "suggestion") +
                    (run.gaps > 0 ? ", " + count(static_cast<std::size_t>(run.gaps), "gap") : "")});
    part("Not accepted from yet", open.text(look, 2));
  }
  if (status.latest) {
    const auto title =
        status.versions > 1 ? "Latest of " + std::to_string(status.versions) + " versions" : "One version";
    part(title, indented(version_line(*status.latest, {look.style, look.width - 2})));
  }
  out.pop_back();
  return out;
}

std::string log_view(const std::vector<service::LogEntry>& entries, const Look& look) {
  if (entries.empty()) return "nothing happened yet\n";
  Table table({{"", Table::Fit::drop, false, &Style::dim},
               {"", Table::Fit::keep, false, &Style::handle},
               {"", Table::Fit::keep},
               {"", Table::Fit::cut}});
  for (const auto& entry : entries) table.row({moment(entry.at), entry.identity.handle, entry.action, entry.subject});
  return table.text(look);
}

std::string skills_sources_list(const std::vector<service::SkillsSource>& sources, const Look& look) {
  Table table({{"IMPORTED FROM", Table::Fit::cut},
               {"SKILLS", Table::Fit::keep, true},
               {"NAMES", Table::Fit::keep, true},
               {"AT", Table::Fit::drop}});
  for (const auto& source : sources)
    table.row({source.name, std::to_string(source.added), std::to_string(source.labels), moment(source.created_at)});
  return table.text(look);
}

std::string import_view(const service::SkillsImport& import, bool dry_run, const Look& look) {
  if (import.existed) return import.source.name + ": imported already\n";
  const auto& report = import.report;
  std::string out = look.style.bold(import.source.name) + (dry_run ? ": would add " : ": added ") +
                    count(report.added, "skill") + " and " + count(report.labels, "name") + "\n";
  const auto line = [&](std::size_t number, std::string_view noun, std::string_view rest) {
    if (number > 0) out += wrapped(count(number, noun) + " " + std::string(rest), look.width, "  ");
  };
  line(report.joined, "skill", "known already, under more names now");
  line(report.known, "skill", "without a new name");
  line(report.repeated, "name", "known already");
  line(report.guarded, "new name", "for lists and contexts of skills only");
  line(report.parents, "link", "to more general skills");
  std::map<std::string_view, std::pair<std::size_t, std::string_view>> reasons;
  for (const auto& [label, reason] : report.refused) {
    auto& [times, example] = reasons[reason];
    if (times++ == 0) example = label;
  }
  for (const auto& [reason, of] : reasons)
    line(of.first, "name", "refused: " + std::string(reason) + " (\"" + std::string(of.second) + "\")");
  return out;
}

std::string gc_view(const service::GcReport& report, bool dry_run) {
  const auto number = [](int n, std::string_view noun) { return count(static_cast<std::size_t>(n), noun); };
  if (report.resumes + report.postings + report.optimizations + report.versions + report.blobs == 0)
    return "nothing to remove\n";
  return std::string(dry_run ? "would remove " : "removed ") + number(report.resumes, "resume") + ", " +
         number(report.postings, "posting") + ", " + number(report.optimizations, "optimization") + ", " +
         number(report.versions, "version") + " and " + number(report.blobs, "stored file") + " (" +
         file_size(report.bytes) + ")\n";
}

}  // namespace resumax::app
