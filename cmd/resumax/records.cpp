#include "records.hpp"

#include <resumax/core/resume_json.hpp>
#include <resumax/service/json.hpp>

#include <nlohmann/json.hpp>

namespace resumax::app {
namespace {

std::string text(const nlohmann::json& json) {
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

template <class T>
nlohmann::json list(const std::vector<T>& values) {
  auto array = nlohmann::json::array();
  for (const auto& value : values) array.push_back(service::to_json(value));
  return array;
}

}  // namespace

template <class T>
std::string record(const T& value) {
  return text(service::to_json(value));
}

template <class T>
std::string records(std::string_view key, const std::vector<T>& values) {
  return text(nlohmann::json::object({{std::string(key), list(values)}}));
}

template <class T>
std::string batch_record(std::string_view key, const std::vector<T>& values,
                         const std::vector<service::Failure>& failures) {
  return text(nlohmann::json::object({{std::string(key), list(values)}, {"failures", list(failures)}}));
}

std::string score_record(const Score& score, const service::Ceiling& ceiling) {
  auto json = service::to_json(score);
  json["score"] = score.total;
  json["honestCeiling"] = ceiling.honest;
  json["inventedCeiling"] = ceiling.invented;
  return text(json);
}

std::string ranking_record(const JobDescription& posting, const std::vector<RankedLine>& lines, std::size_t all,
                           const std::vector<FileFailure>& failures, std::string_view taxonomy) {
  auto resumes = nlohmann::json::array(), failed = nlohmann::json::array();
  for (const auto& line : lines) {
    nlohmann::json one{{"rank", resumes.size() + 1},
                       {"title", line.title},
                       {"score", line.ranked.score},
                       {"relevance", line.ranked.relevance},
                       {"requirements", line.ranked.requirements},
                       {"met", line.ranked.met},
                       {"missing", line.ranked.missing}};
    if (!line.handle.empty()) one["handle"] = line.handle;
    if (!line.file.empty()) one["file"] = line.file;
    resumes.push_back(std::move(one));
  }
  for (const auto& failure : failures) {
    auto one = service::to_json(failure.failure);
    one["file"] = failure.file;
    failed.push_back(std::move(one));
  }
  return text({{"posting", posting.title.value},
               {"scoreVersion", match::score_version},
               {"taxonomy", taxonomy},
               {"count", all},
               {"resumes", std::move(resumes)},
               {"failures", std::move(failed)}});
}

std::string posting_record(const JobDescription& posting, const match::Taxonomy& taxonomy) {
  return text(service::posting_report(posting, taxonomy));
}

std::string resume_record(const ParsedResume& parsed) {
  auto json = resumax::to_json(parsed.resume);
  for (const auto& finding : parsed.findings) json["meta"]["findings"].push_back(service::to_json(finding));
  return text(json);
}

std::string parsed_files_record(const std::string& out, const std::vector<ParsedFile>& files, bool dry_run) {
  nlohmann::json list = nlohmann::json::array();
  std::size_t failed = 0;
  for (const auto& file : files) {
    nlohmann::json item{{"file", file.file}, {"output", file.output}};
    item["status"] = file.failure ? "failed" : file.unchanged ? "unchanged" : dry_run ? "planned" : "written";
    if (file.failure) item["error"] = service::to_json(*file.failure);
    failed += file.failure.has_value();
    list.push_back(std::move(item));
  }
  return text({{"out", out}, {"parsed", files.size() - failed}, {"failed", failed}, {"files", std::move(list)}});
}

template std::string record(const service::ResumeRecord&);
template std::string record(const service::ResumeDetail&);
template std::string record(const service::PostingRecord&);
template std::string record(const service::PostingDetail&);
template std::string record(const service::OptimizationDetail&);
template std::string record(const service::VersionDetail&);
template std::string record(const service::Status&);
template std::string record(const service::GcReport&);
template std::string record(const diff::ResumeDiff&);
template std::string records(std::string_view, const std::vector<service::ResumeRecord>&);
template std::string records(std::string_view, const std::vector<service::PostingRecord>&);
template std::string records(std::string_view, const std::vector<service::BlameLine>&);
template std::string records(std::string_view, const std::vector<service::LogEntry>&);
template std::string records(std::string_view, const std::vector<service::SkillsImport>&);
template std::string record(const service::SkillsSource&);

template std::string batch_record(std::string_view, const std::vector<service::ResumeRecord>&,
                                  const std::vector<service::Failure>&);

}  // namespace resumax::app
