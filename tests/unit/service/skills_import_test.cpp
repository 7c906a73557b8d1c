// Imported skills in a workspace: what they change, and that removing them takes it back.
#include <tests/unit/service/workspace_fixture.hpp>

using namespace resumax;
using namespace resumax::service;
using test::code_of;
using test::number;
using test::TestWorkspace;

namespace {

const std::string table =
    "conceptType,conceptUri,skillType,preferredLabel,altLabels\n"
    "KnowledgeSkillCompetence,u:1,knowledge,Quorvane ledgers,\"quorvane bookkeeping\"\n"
    "KnowledgeSkillCompetence,u:2,knowledge,python,\n";
const std::string another =
    "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\n1\tZimbelrack Studio\t2\tMusic software\n";

std::string posting_with_more() {
  auto text = std::string(test::posting_text);
  return text.replace(text.find("- Terraform"), 0, "- Quorvane ledgers\n");
}

}  // namespace

TEST_CASE("imported skills count in scores and runs, which say so, until they are removed") {
  TestWorkspace w;
  w.add_resume();
  w.add_posting(posting_with_more());
  const auto builtin = w.service->skills().fingerprint();
  CHECK(builtin == match::Taxonomy::builtin().fingerprint());
  CHECK(builtin.size() == 12);
  const auto resume = w.service->get_resume("r1").parsed.resume;
  const auto posting = w.service->get_posting("j1").posting;
  const auto wanted = [&] {
    for (const auto& one : w.service->score(resume, posting).requirements)
      if (one.name == "Quorvane ledgers") return true;
    return false;
  };
  CHECK_FALSE(wanted());
  const auto first = w.service->optimize({"r1", "j1", Strategy::standard, false, 0});
  CHECK(first.record.taxonomy == builtin);
  CHECK(first.score.taxonomy == builtin);

  const auto imports = w.service->import_skills({{table, "skills_xx.csv"}}, false);
  REQUIRE(imports.size() == 1);
  CHECK(imports[0].source.added == 1);
  CHECK(imports[0].report.known == 1);
  CHECK(wanted());
  const auto merged = w.service->skills().fingerprint();
  CHECK(merged != builtin);
  CHECK(w.service->score(resume, posting).taxonomy == merged);
  const auto second = w.service->optimize({"r1", "j1", Strategy::standard, false, 0});
  CHECK_FALSE(second.record.reused);
  CHECK(second.record.taxonomy == merged);
  CHECK(w.service->optimize({"r1", "j1", Strategy::standard, false, 0}).record.reused);

  w.service = w.open();  // from the kept image
  CHECK(wanted());
  CHECK(w.service->skills().fingerprint() == merged);
  CHECK(w.service->list_skills_sources().at(0).name == "skills_xx.csv");

  CHECK(w.service->remove_skills("skills_xx.csv", true).added == 1);
  CHECK(wanted());
  w.service->remove_skills("skills_xx.csv", false);
  CHECK_FALSE(wanted());
  CHECK(w.service->skills().fingerprint() == builtin);
  const auto third = w.service->optimize({"r1", "j1", Strategy::standard, false, 0});
  CHECK(third.record.reused);
  CHECK(third.record.identity.handle == first.record.identity.handle);
}

TEST_CASE("an image that is missing, damaged or of another time is made again from the sources") {
  TestWorkspace w;
  w.service->import_skills({{table, "a.csv"}, {another, "b.txt"}}, false);
  const auto fingerprint = w.service->skills().fingerprint();
  for (const char* damage : {"DELETE FROM taxonomy_images", "UPDATE taxonomy_images SET made_from = 'older'",
                             "UPDATE taxonomy_images SET image = x'00112233'"}) {
    w.service.reset();
    w.database().run_script(damage);
    w.service = w.open();
    INFO(damage);
    CHECK(w.service->skills().fingerprint() == fingerprint);
    CHECK(w.service->skills().find_name("Zimbelrack Studio"));
    CHECK(w.service->skills().find_name("quorvane bookkeeping"));
  }
  w.service.reset();
  auto database = w.database();
  CHECK(number(database.query("SELECT count(*) FROM taxonomy_images WHERE length(image) > 1000")) == 1);
}

TEST_CASE("importing is all or nothing, and once") {
  TestWorkspace w;
  const auto none = w.service->skills().fingerprint();
  CHECK(w.service->import_skills({{table, "a.csv"}}, true).at(0).source.added == 1);
  CHECK(w.service->list_skills_sources().empty());
  CHECK(code_of([&] {
          w.service->import_skills({{table, "a.csv"}, {"x,y\n1,2\n", "b.csv"}}, false);
        }) == Errc::unsupported_format);
  CHECK(w.service->skills().fingerprint() == none);

  w.service->import_skills({{table, "a.csv"}}, false);
  CHECK(w.service->import_skills({{table, "copy.csv"}}, false).at(0).existed);
  CHECK(code_of([&] {
          w.service->import_skills({{another, "c.txt"}, {another + "2\tX Y Z\t3\tQ\n", "a.csv"}}, false);
        }) == Errc::conflict);
  CHECK(code_of([&] { w.service->remove_skills("copy.csv", false); }) == Errc::not_found);
  CHECK(w.service->list_skills_sources().size() == 1);

  // The same files in the same order, elsewhere: the same skills.
  TestWorkspace other;
  other.service->import_skills({{table, "named otherwise.csv"}}, false);
  CHECK(other.service->skills().fingerprint() == w.service->skills().fingerprint());
}

TEST_CASE("damaged rows are a damaged workspace") {
  TestWorkspace w;
  w.service->import_skills({{table, "a.csv"}}, false);
  w.service.reset();
  w.database().run_script("UPDATE taxonomy_sources SET rows = x'4142'; DELETE FROM taxonomy_images");
  w.service = w.open();
  CHECK(code_of([&] { w.service->skills(); }) == Errc::storage_error);
  CHECK(w.service->list_resumes().empty());
}
