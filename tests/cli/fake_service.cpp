#include "fake_service.hpp"

#include <resumax/core/error.hpp>
#include <resumax/diff/apply.hpp>

namespace resumax::test {
namespace {

using namespace service;

constexpr Time noon = 1773057600000;  // 2026-03-09T12:00:00Z

Text text(std::string value, double confidence = 1, std::uint32_t begin = 10, std::int32_t page = 1) {
  const auto end = begin + static_cast<std::uint32_t>(value.size());
  return {std::move(value), confidence, {begin, end, page, {}}};
}

Resume make_resume() {
  Resume resume;
  resume.language = "en";
  resume.basics.name = text("Mira Sandholt");
  resume.basics.label = text("Backend Engineer");
  resume.basics.email = text("mira.sandholt@example.org");
  resume.basics.summary = text("Backend engineer in payment systems.");
  Work work;
  work.company = text("Fjordpay AS", 0.5);
  work.position = text("Backend Engineer");
  work.dates.start.date = {2020, 3, 0};
  work.dates.end.present = true;
  work.highlights = {text("Was responsible for the settlement service in Python", 1, 200),
                     text("Wrote integration tests, which cut failed releases by 30%", 1, 260)};
  resume.work = {work};
  KeywordGroup skills;
  skills.keywords = {text("Python"), text("PostgreSQL")};
  resume.skills = {skills};
  return resume;
}

JobDescription make_posting() {
  JobDescription posting;
  posting.title = text("Senior Backend Engineer");
  posting.company = text("Havbris Logistics");
  posting.location = text("Oslo");
  posting.minimum_years = 5;
  posting.lines = {{text("Strong Python"), PostingLineKind::requirement, RequirementLevel::required},
                   {text("Terraform"), PostingLineKind::requirement, RequirementLevel::preferred}};
  posting.text = "Senior Backend Engineer\nHavbris Logistics\nStrong Python\nTerraform\n";
  return posting;
}

Score make_score(double total) {
  Score score;
  score.version = "1";
  score.taxonomy = "0123456789ab";
  score.total = total;
  score.components = {{"required_skills", 60, total - 10, "1 of 1 required skills is met"},
                      {"title", 40, 10, "the title is close"}};
  score.requirements = {{"Python",
                         "Python",
                         RequirementLevel::required,
                         MatchKind::exact,
                         1,
                         total - 10,
                         {},
                         {{"/skills/0/keywords/0", "Python"}}},
                        {"Terraform", "Terraform", RequirementLevel::preferred, MatchKind::unmet, 1, 0, {}, {}}};
  return score;
}

std::vector<Suggestion> make_suggestions() {
  Suggestion rephrase;
  rephrase.id = 1;
  rephrase.section = SectionKind::work;
  rephrase.target = "/work/0/highlights/0";
  rephrase.original = "Was responsible for the settlement service in Python";
  rephrase.proposed = "Ran the settlement service in Python";
  rephrase.reason = "The line opens with a weak phrase.";
  rephrase.evidence = {{"/work/0/highlights/0", "responsible for the settlement service"}};
  rephrase.score_delta = 1.25;
  Suggestion surface;
  surface.id = 2;
  surface.kind = SuggestionKind::surface_skill;
  surface.section = SectionKind::skills;
  surface.target = "/skills/0/keywords/-";
  surface.proposed = "Integration testing";
  surface.reason = "A highlight shows it, the skills do not name it.";
  surface.evidence = {{"/work/0/highlights/1", "integration tests"}};
  surface.keywords_gained = {"Integration testing"};
  surface.score_delta = 2.5;
  surface.uncertain = true;
  Suggestion gap;
  gap.id = 3;
  gap.kind = SuggestionKind::gap;
  gap.section = SectionKind::skills;
  gap.reason = "The posting asks for Terraform: have you used it, and where?";
  return {rephrase, surface, gap};
}

class FakeService final : public Service {
 public:
  ResumeRecord add_resume(const AddResume& request) override {
    auto record = resume_record();
    if (!request.title.empty()) record.title = request.title;
    return record;
  }
  std::vector<ResumeRecord> list_resumes() override { return {resume_record()}; }
  ResumeDetail get_resume(const std::string& reference) override {
    need(reference, "r1", resume_record().identity.id);
    return {resume_record(), parsed(), false};
  }
  ResumeRecord rename_resume(const std::string&, const std::string& title) override {
    auto record = resume_record();
    record.title = title;
    return record;
  }
  ResumeRecord edit_resume(const std::string&, const Resume&) override { return resume_record(); }
  ResumeRecord remove_resume(const std::string&) override { return resume_record(); }
  PostingDetail add_posting(const AddPosting&) override { return {posting_record(), make_posting()}; }
  std::vector<PostingRecord> list_postings() override { return {posting_record()}; }
  PostingDetail get_posting(const std::string&) override { return {posting_record(), make_posting()}; }
  PostingRecord edit_posting(const EditPosting& request) override {
    auto record = posting_record();
    record.title = request.title.value_or(record.title);
    return record;
  }
  PostingRecord remove_posting(const std::string&) override { return posting_record(); }
  ParsedResume parse_resume(const std::string&, const std::string&) override { return parsed(); }
  JobDescription parse_posting(const AddPosting&) override { return make_posting(); }
  Score score(const Resume&, const JobDescription&) override { return make_score(54.25); }
  Ceiling ceiling(const Resume&, const JobDescription&) override { return {58, 91.5, 2}; }
  std::vector<match::Ranked> rank(const JobDescription&,
                                  const std::function<bool(Resume&, std::string&)>& next) override {
    std::vector<match::Ranked> out;
    Resume resume;
    for (std::string name; next(resume, name);) {
      match::Ranked ranked;
      ranked.index = out.size();
      ranked.relevance = 1.0 / static_cast<double>(out.size() + 1);
      ranked.score = 54.25 - static_cast<double>(out.size());
      ranked.requirements = 2;
      ranked.met = 1;
      ranked.missing = {"Terraform"};
      out.push_back(std::move(ranked));
    }
    return out;
  }
  std::vector<Verdict> guard(const Resume&, const std::vector<std::pair<std::string, std::string>>& items) override {
    std::vector<Verdict> verdicts;
    for (const auto& item : items) {
      const bool invented = item.second.find("Terraform") != std::string::npos;
      verdicts.push_back(invented ? Verdict{false, "the source does not say this: Terraform", {"Terraform"}, {}}
                                  : Verdict{});
    }
    return verdicts;
  }
  OptimizationDetail optimize(const Optimize&) override { return optimization(); }
  OptimizationDetail refine(const Refine& request) override {
    need(request.optimization, "o1", optimization_record().identity.id);
    auto detail = optimization();
    detail.record.refined = detail.record.identity;
    detail.record.identity = request.dry_run ? Identity{} : Identity{"66666666-0000-4000-8000-000000000000", "o2"};
    detail.record.instructions = request.instructions;
    detail.record.max_changes = request.max_changes;
    detail.warnings = {"Not understood: \"sparkle\". Understood is: more about SKILL, shorter."};
    return detail;
  }
  OptimizationDetail get_optimization(const std::string& reference) override {
    need(reference, "o1", optimization_record().identity.id);
    return optimization();
  }
  std::vector<OptimizationRecord> list_optimizations() override { return {optimization_record()}; }
  VersionDetail accept(const Accept& request) override {
    auto detail = version();
    detail.decisions = request.decisions;
    const bool listed = request.choice == Accept::Choice::listed;
    detail.record.accepted = listed ? 0 : request.choice == Accept::Choice::all ? 2 : 1;
    detail.record.edited = 0;
    for (const auto& decision : request.decisions)
      ++(decision.kind == Decision::Kind::edited ? detail.record.edited : detail.record.accepted);
    detail.record.notes = request.notes;
    return detail;
  }
  std::vector<VersionRecord> list_versions() override { return {version().record}; }
  VersionDetail get_version(const std::string& reference) override {
    need(reference, "v1", version().record.identity.id);
    return version();
  }
  diff::ResumeDiff diff(const DiffRequest&) override { return diff::diff(make_resume(), improved()); }
  std::vector<BlameLine> blame(const std::string&) override {
    return {{"/basics/name", "Mira Sandholt", "source", 0, "", {10, 23, 1, {}}, 0, "", ""},
            {"/work/0/highlights/0",
             "Ran the settlement service in Python",
             "rules",
             1,
             "The line opens with a weak phrase.",
             {200, 252, 1, {}},
             noon,
             "local",
             "rules"}};
  }
  std::vector<std::pair<std::string, Verdict>> verify(const std::string& version) override {
    if (version == "v1") return {};
    return {{"/skills/0/keywords/2", {false, "the source does not say this: Terraform", {"Terraform"}, {}}}};
  }
  ExportedFile export_version(const Export& request) override {
    return {version().record.identity, "bytes of the file\n", "application/pdf",
            "mira-sandholt." + std::string(render::file_extension(request.format))};
  }
  const match::Taxonomy& skills() override { return match::Taxonomy::builtin(); }
  std::vector<SkillsSource> list_skills_sources() override { return {skills_import().source}; }
  std::vector<SkillsImport> import_skills(const std::vector<SkillsInput>& inputs, bool) override {
    std::vector<SkillsImport> out(inputs.size(), skills_import());
    if (out.size() > 1) out.back().existed = true;
    return out;
  }
  SkillsSource remove_skills(const std::string& source, bool) override {
    if (source != "skills_xx.csv") throw Error(Errc::not_found, "no skills were imported from '" + source + "'");
    return skills_import().source;
  }

  std::pair<ObjectKind, Identity> resolve(const std::string& reference) override {
    if (reference == "r1") return {ObjectKind::resume, resume_record().identity};
    if (reference == "j1") return {ObjectKind::job_description, posting_record().identity};
    if (reference == "o1") return {ObjectKind::optimization, optimization_record().identity};
    need(reference, "v1", "");
    return {ObjectKind::version, version().record.identity};
  }
  Status status() override {
    Status status;
    status.resumes = {resume_record()};
    status.postings = {posting_record()};
    status.open = {optimization_record()};
    status.latest = version().record;
    status.versions = 1;
    return status;
  }
  std::vector<LogEntry> log(std::size_t) override {
    return {{noon + 60000, ObjectKind::optimization, optimization_record().identity, "optimized", "54.2 to 58.0"},
            {noon, ObjectKind::resume, resume_record().identity, "added", "Mira Sandholt"}};
  }
  GcReport gc(bool) override { return {1, 0, 2, 0, 1, 2048}; }

 private:
  static void need(const std::string& reference, const char* handle, const std::string& id) {
    if (reference != handle && reference != id && reference != "@")
      throw Error(Errc::not_found, "nothing is called '" + reference + "'", "resumax log lists what there is");
  }
  static ResumeRecord resume_record() {
    ResumeRecord record;
    record.identity = {"11111111-0000-4000-8000-000000000000", "r1"};
    record.title = "Mira Sandholt";
    record.original_filename = "cv.pdf";
    record.mime_type = "application/pdf";
    record.size = 86016;
    record.parse_status = ParseStatus::completed;
    record.last_score = 54.25;
    record.created_at = record.updated_at = noon;
    return record;
  }
  static PostingRecord posting_record() {
    PostingRecord record;
    record.identity = {"22222222-0000-4000-8000-000000000000", "j1"};
    record.title = "Senior Backend Engineer";
    record.company = "Havbris Logistics";
    record.location = "Oslo";
    record.source_type = "upload";
    record.findings = {{"posting_short", "The posting is short.", {}}};
    record.created_at = record.updated_at = noon;
    return record;
  }
  static SkillsImport skills_import() {
    SkillsImport import;
    import.source = {"skills_xx.csv", "feedbeef", match::SkillsFormat::esco_skills, 2048, 12, 3, 40, noon};
    import.report = {12, 3, 2, 40, 9, 5, 1, { {"to be", "everyday words alone"}, { "of", "everyday words alone" } }};
    return import;
  }
  static OptimizationRecord optimization_record() {
    OptimizationRecord record;
    record.identity = {"33333333-0000-4000-8000-000000000000", "o1"};
    record.resume = resume_record().identity;
    record.posting = posting_record().identity;
    record.resume_title = "Mira Sandholt";
    record.posting_title = "Senior Backend Engineer";
    record.status = RunStatus::completed;
    record.taxonomy = "0123456789ab";
    record.score = 54.25;
    record.score_after = record.ceiling = 58;
    record.suggestions = 2;
    record.gaps = 1;
    record.created_at = record.completed_at = noon;
    return record;
  }
  static ParsedResume parsed() {
    return {make_resume(), "Mira Sandholt\n", {{"hidden_text", "Hidden text was found.", {}}}};
  }
  static OptimizationDetail optimization() {
    OptimizationDetail detail;
    detail.record = optimization_record();
    detail.score = make_score(54.25);
    detail.score_after = make_score(58);
    detail.suggestions = make_suggestions();
    detail.summary = {"Two changes, one question."};
    return detail;
  }
  static Resume improved() {
    const auto suggestions = make_suggestions();
    return diff::apply(make_resume(),
                       {{&suggestions[0], suggestions[0].proposed}, {&suggestions[1], suggestions[1].proposed}});
  }
  static VersionDetail version() {
    VersionDetail detail;
    detail.record.identity = {"44444444-0000-4000-8000-000000000000", "v1"};
    detail.record.optimization = optimization_record().identity;
    detail.record.resume = resume_record().identity;
    detail.record.posting = posting_record().identity;
    detail.record.resume_title = "Mira Sandholt";
    detail.record.posting_title = "Senior Backend Engineer";
    detail.record.notes = "for the Oslo office";
    detail.record.score = 58;
    detail.record.accepted = 2;
    detail.record.created_at = noon;
    detail.resume = improved();
    detail.decisions = {{1, Decision::Kind::accepted, ""}, {2, Decision::Kind::accepted, ""}};
    detail.suggestions = make_suggestions();
    return detail;
  }
};

}  // namespace

std::unique_ptr<service::Service> make_fake_service() { return std::make_unique<FakeService>(); }

}  // namespace resumax::test
