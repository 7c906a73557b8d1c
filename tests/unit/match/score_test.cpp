#include <resumax/core/fields.hpp>
#include <resumax/match/job_level.hpp>
#include <resumax/match/score.hpp>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

using namespace resumax;
using namespace resumax::match;

namespace {

constexpr Date today{2026, 6, 1};

Text text(std::string value) { return {std::move(value), 1.0, {}}; }

DateRange dates(Date start, Date end) { return {{start, false, {}}, {end, false, {}}}; }
DateRange since(Date start) { return {{start, false, {}}, {{}, true, {}}}; }

Work role(std::string position, DateRange range, std::vector<std::string> highlights = {}) {
  Work out;
  out.company = text("Nordlicht Systems");
  out.position = text(std::move(position));
  out.dates = range;
  for (auto& line : highlights) out.highlights.push_back(text(std::move(line)));
  return out;
}

KeywordGroup group(std::string name, std::vector<std::string> keywords) {
  KeywordGroup out;
  out.name = text(std::move(name));
  for (auto& word : keywords) out.keywords.push_back(text(std::move(word)));
  return out;
}

Resume engineer() {
  Resume out;
  out.language = "en";
  out.basics.name = text("Ada Python");
  out.basics.label = text("Software Engineer");
  out.basics.summary = text("Builds reliable services and likes short deploys.");
  out.work = {role("Backend Engineer", since({2021, 3, 0}),
                   {"Ran payment services on Kubernetes and PostgreSQL", "Moved nightly jobs from cron to Airflow"}),
              role("Software Developer", dates({2018, 1, 0}, {2021, 2, 0}), {"Wrote REST APIs in Python and Django"})};
  out.skills = {group("Tools", {"Docker", "Git", "Linux"})};
  Education education;
  education.study_type = text("B.Sc.");
  education.area = text("Computer Science");
  out.education = {education};
  out.languages = {{text("English"), text("fluent")}, {text("German"), text("B1")}};
  return out;
}

void add(JobDescription& posting, PostingLineKind kind, RequirementLevel level, std::string line) {
  Text value = text(std::move(line));
  value.span.begin = static_cast<std::uint32_t>(posting.text.size());
  posting.text += value.value + "\n";
  value.span.end = static_cast<std::uint32_t>(posting.text.size() - 1);
  posting.lines.push_back({value, kind, level});
}

JobDescription backend_posting() {
  using enum PostingLineKind;
  JobDescription out;
  out.language = "en";
  out.title = text("Senior Backend Engineer");
  out.minimum_years = 5;
  out.degree = text("Bachelor's degree");
  out.languages = {text("English"), text("German (C1)")};
  add(out, about, RequirementLevel::mentioned, "We sell insurance in Excel and COBOL.");
  add(out, requirement, RequirementLevel::required, "Experience with Python, SQL and k8s");
  add(out, requirement, RequirementLevel::required, "Terraform and AWS in production");
  add(out, requirement, RequirementLevel::preferred, "Kafka is a plus");
  add(out, duty, RequirementLevel::mentioned, "Design REST APIs and review Python code");
  return out;
}

Score score_of(const Resume& resume, const JobDescription& posting) {
  return score(resume, posting, Taxonomy::builtin(), today);
}

const RequirementMatch* find(const std::vector<RequirementMatch>& matches, std::string_view name) {
  for (const auto& match : matches)
    if (match.name == name) return &match;
  return nullptr;
}

const ScoreComponent& component(const Score& score, std::string_view name) {
  for (const auto& part : score.components)
    if (part.name == name) return part;
  throw std::runtime_error("no component " + std::string(name));
}

void check_sums(const Score& score) {
  double points = 0, maximum = 0, required = 0, preferred = 0;
  for (const auto& part : score.components) {
    CHECK(part.points >= 0);
    CHECK(part.points <= part.maximum + 1e-9);
    CHECK_FALSE(part.explanation.empty());
    points += part.points;
    maximum += part.maximum;
  }
  CHECK(score.total == Approx(points).margin(1e-9));
  CHECK((maximum == Approx(100).margin(1e-9) || maximum == 0));
  for (const auto& match : score.requirements) {
    CHECK(match.points == std::round(match.points * 100) / 100);
    (match.level == RequirementLevel::preferred ? preferred : required) += match.points;
  }
  CHECK(required == Approx(component(score, "required_skills").points).margin(1e-9));
  CHECK(preferred == Approx(component(score, "preferred_skills").points).margin(1e-9));
}

}  // namespace

TEST_CASE("requirements carry level, kind and the lines that show them") {
  const auto resume = engineer();
  const auto matches = match_requirements(resume, backend_posting(), Taxonomy::builtin());

  const auto* python = find(matches, "Python");
  REQUIRE(python);
  CHECK(python->level == RequirementLevel::required);
  CHECK(python->match == MatchKind::exact);
  CHECK(python->evidence ==
        std::vector<Evidence>{{"/work/1/highlights/0", "Python"}});  // a person's name shows nothing

  const auto* kubernetes = find(matches, "Kubernetes");
  REQUIRE(kubernetes);
  CHECK(kubernetes->wording == "k8s");
  CHECK(kubernetes->match == MatchKind::alias);
  CHECK(kubernetes->evidence.front().path == "/work/0/highlights/0");

  CHECK(find(matches, "SQL")->match == MatchKind::parent);  // PostgreSQL shows SQL
  CHECK(find(matches, "REST API")->level == RequirementLevel::mentioned);
  CHECK(find(matches, "Apache Kafka")->level == RequirementLevel::preferred);
  CHECK(find(matches, "Apache Kafka")->match == MatchKind::unmet);
  CHECK(find(matches, "AWS")->match == MatchKind::unmet);
  CHECK(find(matches, "AWS")->evidence.empty());
  CHECK_FALSE(find(matches, "COBOL"));  // about the company, not asked for

  for (const auto& match : matches)
    for (const auto& evidence : match.evidence) {
      const auto* line = find_field(resume, evidence.path);
      REQUIRE(line);
      CHECK(line->value.find(evidence.quote) != std::string::npos);
    }
}

TEST_CASE("a requirement points at its words in the posting") {
  const auto posting = backend_posting();
  for (const auto& match : match_requirements(engineer(), posting, Taxonomy::builtin()))
    if (!match.span.empty())
      CHECK(posting.text.substr(match.span.begin, match.span.end - match.span.begin) == match.wording);
}

TEST_CASE("what is repeated or in the title weighs more; shares add up to one") {
  auto posting = backend_posting();
  posting.title = text("Terraform Engineer");
  const auto matches = match_requirements(engineer(), posting, Taxonomy::builtin());
  CHECK(find(matches, "Terraform")->weight > find(matches, "AWS")->weight);
  CHECK(find(matches, "Python")->weight > find(matches, "SQL")->weight);  // named twice
  CHECK(find(matches, "SQL")->weight > find(matches, "REST API")->weight);
  double required = 0, preferred = 0;
  for (const auto& match : matches) (match.level == RequirementLevel::preferred ? preferred : required) += match.weight;
  CHECK(required == Approx(1));
  CHECK(preferred == Approx(1));
}

TEST_CASE("evidence puts work before lists, keeps to five lines and leaves hints out where there is proof") {
  auto resume = engineer();
  resume.skills[0].keywords.insert(resume.skills[0].keywords.begin(), text("Python"));
  for (int i = 0; i < 6; ++i) resume.work[1].highlights.push_back(text("Python job number " + std::to_string(i)));
  const auto matches = match_requirements(resume, backend_posting(), Taxonomy::builtin());
  const auto& evidence = find(matches, "Python")->evidence;
  REQUIRE(evidence.size() == 5);
  for (const auto& e : evidence) CHECK(e.path.starts_with("/work/"));
}

TEST_CASE("points add up, whatever the posting speaks of") {
  auto posting = backend_posting();
  check_sums(score_of(engineer(), posting));
  check_sums(score_of(Resume{}, posting));
  posting.title = {};
  posting.minimum_years.reset();
  check_sums(score_of(engineer(), posting));
  posting.languages.clear();
  posting.degree = {};
  check_sums(score_of(engineer(), posting));
  CHECK(component(score_of(engineer(), posting), "languages").maximum == 0);
  posting.lines.clear();
  check_sums(score_of(engineer(), posting));
  CHECK(score_of(engineer(), posting).total == 0);
}

TEST_CASE("total has two decimals and explanations say what counts") {
  const auto result = score_of(engineer(), backend_posting());
  CHECK(result.version == score_version);
  CHECK(std::abs(result.total * 100 - std::round(result.total * 100)) < 1e-6);
  CHECK(component(result, "required_skills").explanation == "4 of 6 required skills, 1 of 1 mentioned skill shown");
  CHECK(component(result, "preferred_skills").explanation == "0 of 1 preferred skill shown");
  CHECK(component(result, "education").explanation ==
        "a bachelor's degree shown, a bachelor's degree asked for; counts as far as the rest fits");
  CHECK(component(result, "languages").explanation ==
        "English shown; German below the level asked for; counts as far as the rest fits");
  CHECK(component(result, "seniority").explanation.starts_with("8.5 years of experience, 5 asked for"));
}

TEST_CASE("adding a skill that is asked for never lowers the score") {
  const auto posting = backend_posting();
  for (const auto& resume : {engineer(), Resume{}}) {
    const double before = score_of(resume, posting).total;
    for (const std::string word : {"Terraform", "AWS", "Amazon Web Services", "Kafka", "SQL", "k8s", "Python"}) {
      INFO(word);
      auto more = resume;
      more.skills.push_back(group("More", {word}));
      CHECK(score_of(more, posting).total >= before);
    }
    auto more = resume;
    more.skills.push_back(group("More", {"Terraform", "AWS"}));
    CHECK(score_of(more, posting).total > before + 5);
  }
}

TEST_CASE("the posting's own word earns a little more than another name for it") {
  const auto posting = backend_posting();
  auto aligned = engineer();
  aligned.work[0].highlights[0].value = "Ran payment services on k8s and PostgreSQL";
  CHECK(score_of(aligned, posting).total > score_of(engineer(), posting).total);
}

TEST_CASE("of skills joined by or, one is enough") {
  auto posting = backend_posting();
  posting.lines.clear();
  posting.title = {};
  const auto points = [&](std::vector<std::string> keywords) {
    Resume resume;
    resume.skills = {group("Skills", std::move(keywords))};
    const auto result = score_of(resume, posting);
    check_sums(result);
    return component(result, "required_skills");
  };
  add(posting, PostingLineKind::requirement, RequirementLevel::required, "Java, Kotlin or Scala, and Docker");
  CHECK(points({"Docker", "Kotlin"}).points == points({"Docker", "Kotlin"}).maximum);
  CHECK(points({"Docker", "Kotlin"}).explanation == "2 of 2 required skills shown");
  CHECK(points({"Docker", "Kotlin", "Java"}).points == points({"Docker", "Java"}).points);
  CHECK(points({"Docker"}).explanation == "1 of 2 required skills shown");
  CHECK(points({"Docker"}).points == Approx(points({}).maximum / 2).margin(0.01));
  // Asked for by itself elsewhere, it is no mere alternative.
  add(posting, PostingLineKind::requirement, RequirementLevel::required, "Scala in production");
  CHECK(points({"Docker", "Kotlin"}).explanation == "2 of 3 required skills shown");
}

TEST_CASE("the order of lists does not count") {
  auto resume = engineer();
  auto posting = backend_posting();
  const double before = score_of(resume, posting).total;
  std::reverse(resume.skills[0].keywords.begin(), resume.skills[0].keywords.end());
  std::reverse(resume.work[0].highlights.begin(), resume.work[0].highlights.end());
  std::reverse(resume.languages.begin(), resume.languages.end());
  std::reverse(resume.work.begin(), resume.work.end());
  CHECK(score_of(resume, posting).total == before);
  std::reverse(posting.lines.begin(), posting.lines.end());
  CHECK(score_of(resume, posting).total == before);
}

TEST_CASE("a scorer gives what the function gives, whatever it scored before") {
  const auto posting = backend_posting();
  auto other = engineer();
  other.language = "de";
  other.work[0].highlights[0].value = "Betrieb von Zahlungsdiensten mit Terraform";
  Scorer scorer(posting, Taxonomy::builtin(), today);
  for (const auto& resume : {other, engineer(), Resume{}, other, engineer()}) {
    const auto fresh = score_of(resume, posting);
    const auto reused = scorer.score(resume);
    CHECK(reused.total == fresh.total);
    REQUIRE(reused.requirements.size() == fresh.requirements.size());
    for (std::size_t i = 0; i < fresh.requirements.size(); ++i)
      CHECK(reused.requirements[i].evidence == fresh.requirements[i].evidence);
  }
}

TEST_CASE("a better fit scores higher") {
  const auto posting = backend_posting();
  Resume nurse;
  nurse.language = "en";
  nurse.work = {
      role("Registered Nurse", since({2015, 1, 0}), {"Cared for patients after surgery", "Trained new nurses"})};
  CHECK(score_of(engineer(), posting).total > score_of(nurse, posting).total + 30);
}

TEST_CASE("in a language without tables the usual words of any text earn nothing") {
  JobDescription posting;
  posting.language = "pl";
  using enum PostingLineKind;
  for (const char* line :
       {"Szukamy osoby do zespołu w naszej firmie", "Obsługa wózka widłowego i przyjmowanie towaru w magazynie",
        "Doświadczenie w pracy na podobnym stanowisku", "Kompletowanie zamówień oraz inwentaryzacja magazynu",
        "Załadunek i rozładunek ciężarówek na rampie", "Skanowanie kodów kreskowych i etykietowanie palet",
        "Znajomość zasad bezpieczeństwa podczas pracy na wysokości"})
    add(posting, other, RequirementLevel::mentioned, line);
  Resume near, far;
  near.language = far.language = "pl";
  near.work = {role("Pracownik", since({2019, 1, 0}),
                    {"Obsługa wózka widłowego w magazynie firmy", "Kompletowanie zamówień i inwentaryzacja",
                     "Załadunek ciężarówek, skanowanie kodów, etykietowanie palet"})};
  far.work = {role("Pracownik", since({2019, 1, 0}),
                   {"Kierowanie zespołem pielęgniarek w szpitalu", "Opieka nad pacjentami firmy po operacjach",
                    "Prowadzenie dokumentacji medycznej oddziału kardiologii", "Szkolenie stażystów i studentów"})};
  const auto similarity = [&](const Resume& resume) {
    const auto part = component(score_of(resume, posting), "similarity");
    return part.points / part.maximum;
  };
  CHECK(similarity(near) > 0.5);
  CHECK(similarity(far) < 0.15);
}

TEST_CASE("a short posting is not less like a resume for being short") {
  using enum PostingLineKind;
  Resume resume = engineer();
  for (const char* line :
       {"Drew floor plans for the harbour museum", "Counted lorries at the northern gate every autumn",
        "Translated brochures about lighthouses and bridges", "Repaired violins, cellos and a harpsichord",
        "Organised regattas, picnics and a lantern parade", "Catalogued minerals, fossils and shells",
        "Taught swimming, rowing and knitting to children", "Wrote obituaries, recipes and weather reports"})
    resume.work.back().highlights.push_back(text(line));
  const auto similarity = [&](const char* line) {
    JobDescription posting;
    posting.language = "en";
    add(posting, requirement, RequirementLevel::required, line);
    const auto part = component(score_of(resume, posting), "similarity");
    return part.points / part.maximum;
  };
  CHECK(similarity("Payment services on Kubernetes and PostgreSQL in Python") > 0.8);
  CHECK(similarity("Dental hygiene for anxious patients in Bavaria") < 0.1);
}

TEST_CASE("in a language that no table knows a posting's first short line is its title") {
  JobDescription posting;
  posting.language = "pl";
  using enum PostingLineKind;
  add(posting, other, RequirementLevel::mentioned, "Magazynier w chłodni");
  add(posting, other, RequirementLevel::mentioned, "Szukamy osoby do pracy w chłodni na nocną zmianę.");
  Resume resume;
  resume.language = "pl";
  resume.work = {role("Magazynier", since({2019, 1, 0}))};
  CHECK(component(score_of(resume, posting), "title").points > 5);
  posting.lines.front().text.value = "Szukamy magazyniera do chłodni.";
  CHECK(component(score_of(resume, posting), "title").maximum == 0);
}

TEST_CASE("months of experience count overlaps once") {
  const auto months = [](std::vector<Work> work) {
    Resume resume;
    resume.work = std::move(work);
    return months_of_experience(resume, today);
  };
  CHECK(months({}) == 0);
  CHECK(months({role("A", dates({2020, 1, 0}, {2020, 12, 0}))}) == 12);
  CHECK(months({role("A", dates({2020, 1, 0}, {2020, 12, 0})), role("B", dates({2020, 7, 0}, {2021, 6, 0}))}) == 18);
  CHECK(months({role("A", dates({2020, 1, 0}, {2021, 12, 0})), role("B", dates({2020, 7, 0}, {2020, 9, 0}))}) == 24);
  CHECK(months({role("A", dates({2020, 1, 0}, {2020, 3, 0})), role("B", dates({2021, 1, 0}, {2021, 3, 0}))}) == 6);
  CHECK(months({role("A", since({2026, 6, 0}))}) == 1);
  CHECK(months({role("A", since({2025, 6, 15}))}) == 13);
  CHECK(months({role("A", dates({2019, 0, 0}, {2021, 0, 0}))}) == 24);
  CHECK(months({role("A", dates({2019, 0, 0}, {2019, 0, 0}))}) == 6);
  CHECK(months({role("A", dates({}, {2019, 0, 0}))}) == 0);
  CHECK(months({role("A", dates({2021, 1, 0}, {2020, 1, 0}))}) == 0);
  CHECK(months({role("A", dates({2026, 1, 0}, {2030, 1, 0}))}) == 6);  // what lies ahead is not experience
}

TEST_CASE("a condition that is met moves no score; one that is not lowers it by its share") {
  auto posting = backend_posting();
  posting.minimum_years.reset();
  posting.title.value = "Backend Engineer";
  posting.degree = {};
  posting.languages.clear();
  const double plain = score_of(engineer(), posting).total;
  const auto with = [&](auto change) {
    auto changed = posting;
    change(changed);
    const auto result = score_of(engineer(), changed);
    check_sums(result);
    return result.total;
  };
  constexpr double rounding = 0.05;
  CHECK(with([](auto& p) { p.degree = text("Bachelor's degree"); }) == Approx(plain).margin(rounding));
  CHECK(with([](auto& p) { p.languages = {text("English")}; }) == Approx(plain).margin(rounding));
  CHECK(with([](auto& p) { p.minimum_years = 4; }) == Approx(plain).margin(rounding));
  CHECK(with([](auto& p) { p.degree = text("PhD"); }) < plain - 0.5);
  CHECK(with([](auto& p) { p.languages = {text("Japanese")}; }) < plain - 1);
  CHECK(with([](auto& p) { p.minimum_years = 20; }) < plain - 2);
}

TEST_CASE("the same job at another level scores lower, more so the farther it is") {
  auto posting = backend_posting();
  posting.minimum_years.reset();
  const auto at = [&](const char* title, Resume resume = engineer()) {
    posting.title.value = title;
    const auto result = score_of(resume, posting);
    check_sums(result);
    return result.total;
  };
  const double own = at("Senior Backend Engineer");  // eight years
  CHECK(own == Approx(at("Backend Engineer")).margin(0.5));
  CHECK(own > at("Lead Backend Engineer"));
  CHECK(at("Lead Backend Engineer") > at("Director, Backend Engineer"));
  CHECK(own > at("Junior Backend Engineer") + 2);
  CHECK(at("Junior Backend Engineer") > at("Backend Engineer Intern"));
  auto beginner = engineer();
  beginner.work = {role("Backend Engineer", since({2025, 9, 0}))};
  CHECK(at("Junior Backend Engineer", beginner) > at("Senior Backend Engineer", beginner) + 2);
  posting.title.value = "Backend Engineer Intern";
  CHECK(
      component(score_of(engineer(), posting), "title").explanation ==
      "\"Backend Engineer\" is the job asked for; 2 of the 2 terms of that title in the resume's lines; intern level asked for, senior shown: 35% of it counts");
}

TEST_CASE("levels of titles, and words that only look like them") {
  const struct {
    const char* title;
    int level;
  } cases[] = {
      {"Engineering Manager", 6},
      {"Manager, Data Engineering", 6},
      {"Product Manager", 0},
      {"Senior Product Manager", 4},
      {"Account Executive", 0},
      {"Executive Director", 7},
      {"Chief Financial Officer", 8},
      {"Chief of Staff", 0},
      {"Data Science Intern, Senior Team", 1},
      {"Stage Manager", 6},
      {"Student Advisor", 0},
      {"Working Student Marketing", 1},
      {"Software Engineer II", 3},
      {"Software Engineer I", 2},
      {"Nurse III - Night Shift", 4},
      {"Staff Software Engineer", 5},
      {"Staff Nurse", 0},
      {"Lead Generation Specialist", 0},
      {"Teamleiterin Einkauf", 5},
      {"Directrice commerciale", 7},
      {"مدير عام", 7},
      {"Plan B", 0},
      {"", 0},
  };
  for (const auto& c : cases) {
    INFO(c.title);
    CHECK(job_level(c.title) == c.level);
  }
  CHECK(level_fit(0, 7) == 100);
  CHECK(level_fit(3, 8) == 100);  // a director may well do a professional's work
  for (int have = 1; have <= 8; ++have)
    for (int wanted = have + 1; wanted <= 8; ++wanted) CHECK(level_fit(wanted, have) <= level_fit(wanted - 1, have));
}

TEST_CASE("half of a posting's lines are as like a resume as all of them") {
  using enum PostingLineKind;
  const char* lines[] = {"Run payment services on Kubernetes and PostgreSQL",
                         "Move nightly jobs to Airflow",
                         "Write REST APIs in Python and Django",
                         "Tune slow queries of the ledger",
                         "Keep deploys short and services reliable",
                         "Plan capacity for the card terminals",
                         "Review code and mentor colleagues",
                         "Document incidents for the auditors",
                         "Rotate secrets and certificates",
                         "Trace requests through the queue"};
  const auto similarity = [&](std::size_t first, std::size_t step) {
    JobDescription posting;
    posting.language = "en";
    for (std::size_t i = first; i < std::size(lines); i += step)
      add(posting, duty, RequirementLevel::mentioned, lines[i]);
    const auto part = component(score_of(engineer(), posting), "similarity");
    return part.points / part.maximum;
  };
  const double halves = (similarity(0, 2) + similarity(1, 2)) / 2;
  CHECK(halves == Approx(similarity(0, 1)).epsilon(0.15));
}
