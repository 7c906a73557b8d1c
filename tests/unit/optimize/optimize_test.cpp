#include <resumax/optimize/optimize.hpp>

#include <resumax/core/fields.hpp>
#include <resumax/core/resume_json.hpp>
#include <resumax/diff/apply.hpp>
#include <resumax/guard/guard.hpp>
#include <resumax/match/score.hpp>
#include <resumax/optimize/computed.hpp>
#include <resumax/optimize/stages.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using namespace resumax;
using Kind = SuggestionKind;

namespace {

Resume engineer() {
  return resume_from_json(nlohmann::json::parse(R"({
    "meta": {"language": "en"},
    "basics": {"name": "Mira Valdane", "label": "Software Engineer"},
    "work": [
      {"name": "Northlight Rail", "position": "Senior Software Engineer", "startDate": "2019-03", "endDate": "2024-05",
       "highlights": ["Responsible for maintaining the ticket shop in Java.",
                      "Organised the summer party.",
                      "Moved 14 services to k8s and Terraform, cutting cost by 30%.",
                      "Moved 14 services to k8s and Terraform, cutting the cost by 30%.",
                      "wrote Python tools for the depot;"]},
      {"name": "Quill & Tern", "position": "Developer", "startDate": "2015-01", "endDate": "2019-02",
       "highlights": ["Develop and maintain web apps in JavaScript.", "Answered customers' questions."]}],
    "skills": [{"name": "Tools", "keywords": ["Photoshop", "Git", "Excel", "Java"]}]})"));
}

Resume nurse() {
  return resume_from_json(nlohmann::json::parse(R"({
    "meta": {"language": "de"},
    "basics": {"name": "Jette Holm", "summary": "Pflegefachkraft mit Freude am Beruf."},
    "work": [{"name": "Haus Lindenhof", "position": "Pflegefachkraft", "startDate": "2018", "endDate": "2023",
              "highlights": ["verantwortlich für die Grundpflege", "Dokumentation der Wundversorgung", "Einarbeitung neuer Kräfte"]}]})"));
}

PostingLine line(PostingLineKind kind, RequirementLevel level, std::string text) {
  return {Text{std::move(text), 1, {}}, kind, level};
}

JobDescription posting() {
  JobDescription p;
  p.language = "en";
  p.title.value = "Platform Engineer";
  using enum PostingLineKind;
  p.lines = {line(duty, RequirementLevel::mentioned, "Run our services on Kubernetes"),
             line(requirement, RequirementLevel::required, "Experience with Kubernetes and Terraform"),
             line(requirement, RequirementLevel::required, "Python and Java"),
             line(requirement, RequirementLevel::required, "PostgreSQL"),
             line(requirement, RequirementLevel::preferred, "Kafka is a plus")};
  for (const PostingLine& l : p.lines) p.text += l.text.value + "\n";
  return p;
}

optimize::Outcome run(const Resume& resume, const JobDescription& wanted, Strategy strategy = Strategy::standard) {
  NoProgress progress;
  return optimize::optimize({resume, wanted, strategy, Date{2026, 3, 0}}, match::Taxonomy::builtin(), progress);
}

const Suggestion* find(const optimize::Outcome& outcome, Kind kind, std::string_view target) {
  for (const Suggestion& s : outcome.suggestions)
    if (s.kind == kind && s.target == target) return &s;
  return nullptr;
}

bool replaces(const Suggestion& s) {
  return s.kind != Kind::gap && s.kind != Kind::reorder && s.kind != Kind::surface_skill;
}

}  // namespace

TEST_CASE("the kinds of suggestions on one pair") {
  const auto outcome = run(engineer(), posting());
  const Suggestion* s = find(outcome, Kind::rephrase, "/work/0/highlights/0");
  REQUIRE(s);
  CHECK(s->proposed == "Maintained the ticket shop in Java.");
  CHECK_FALSE(s->reason.empty());
  CHECK(s->evidence.at(0).quote == s->original);
  s = find(outcome, Kind::align_term, "/work/0/highlights/2");
  REQUIRE(s);
  CHECK(s->proposed == "Moved 14 services to Kubernetes and Terraform, cutting cost by 30%.");
  CHECK(s->keywords_gained == std::vector<std::string>{"Kubernetes"});
  CHECK(s->score_delta > 0);
  s = find(outcome, Kind::trim, "/work/0/highlights/3");
  REQUIRE(s);
  CHECK(s->uncertain);
  s = find(outcome, Kind::format, "/work/0/highlights/4");
  REQUIRE(s);
  CHECK(s->proposed == "Wrote Python tools for the depot.");
  s = find(outcome, Kind::rephrase, "/work/1/highlights/0");
  REQUIRE(s);
  CHECK(s->proposed == "Developed and maintained web apps in JavaScript.");
  s = find(outcome, Kind::reorder, "/work/0/highlights");
  REQUIRE(s);
  CHECK(s->order.front() == 2);
  s = find(outcome, Kind::reorder, "/skills/0/keywords");
  REQUIRE(s);
  CHECK(s->order == std::vector<int>{3, 0, 1, 2});
  std::set<std::string> surfaced;
  for (const Suggestion& each : outcome.suggestions)
    if (each.kind == Kind::surface_skill) surfaced.insert(each.proposed);
  CHECK(surfaced == std::set<std::string>{"Kubernetes", "Python", "Terraform"});
  s = find(outcome, Kind::summary, "/basics/summary");
  REQUIRE(s);
  CHECK(s->uncertain);
  CHECK(s->proposed.find("Senior Software Engineer") == 0);
  CHECK(s->proposed.find("PostgreSQL") == std::string::npos);
  // What is missing is asked, never claimed.
  std::string questions;
  for (const Suggestion& each : outcome.suggestions)
    if (each.kind == Kind::gap) questions += each.reason;
  CHECK(questions.find("PostgreSQL") != std::string::npos);
  CHECK(questions.find("Kafka") != std::string::npos);
}

TEST_CASE("a surfaced skill stands where no second run would move it") {
  Resume resume = engineer();
  auto& keywords = resume.skills[0].keywords;
  keywords.pop_back();  // Java, the one that is asked for
  keywords.push_back({"Lathe", 1, {}});
  const auto first = run(resume, posting());
  const Resume after = optimize::with_all(resume, first.suggestions);
  REQUIRE(after.skills[0].keywords.size() > keywords.size());
  CHECK(after.skills[0].keywords.back().value == "Lathe");
  for (const Suggestion& s : run(after, posting()).suggestions) CHECK(s.kind == Kind::gap);
}

TEST_CASE("a line goes only where another keeps all its facts") {
  const struct {
    std::string_view line, other;
    bool goes;
  } cases[] = {
      {"Moved nine shops of the region to the new till in Java",
       "Moved nine shops of the region to the new till in Java 17", true},
      {"Moved nine shops of the region to the new till in Java",
       "Moved nine shops of the region to the new till in Python", false},
      {"Moved nine shops of the region to the new till for Quill",
       "Moved nine shops of the region to the new till for Tern", false},
      {"Cut the queue at the till from 9 to 3 minutes", "Cut the queue at the till from 3 to 9 minutes", false},
      {"Cut the queue at the till in 4 shops", "Cut the queue at the till in 14 shops", false},
  };
  for (const auto& c : cases) {
    INFO(c.line);
    Resume resume = engineer();
    auto& lines = resume.work[0].highlights;
    lines = {
        {std::string(c.line), 1, {}}, {"Answered the telephone in the depot", 1, {}}, {std::string(c.other), 1, {}}};
    CHECK((find(run(resume, posting()), Kind::trim, "/work/0/highlights/0") != nullptr) == c.goes);
    CHECK_FALSE(find(run(resume, posting()), Kind::trim, "/work/0/highlights/2"));
  }
}

TEST_CASE("conservative changes no wording but terms and typography") {
  for (const Suggestion& s : run(engineer(), posting(), Strategy::conservative).suggestions) {
    const bool allowed =
        s.kind == Kind::format || s.kind == Kind::reorder || s.kind == Kind::align_term || s.kind == Kind::gap;
    CHECK(allowed);
  }
}

TEST_CASE("aggressive keywords keep both forms of a name") {
  const auto outcome = run(engineer(), posting(), Strategy::aggressive_keywords);
  const Suggestion* s = find(outcome, Kind::align_term, "/work/0/highlights/2");
  REQUIRE(s);
  CHECK(s->proposed == "Moved 14 services to Kubernetes (k8s) and Terraform, cutting cost by 30%.");
}

TEST_CASE("a role that goes on is told in the tense of its other lines") {
  struct Case {
    std::vector<std::string> others;
    std::string end, expected;
  };
  const std::string past = "Maintained the ticket shop in Java.", present = "Maintain the ticket shop in Java.";
  const Case cases[] = {
      {{"Moved 14 services to Terraform.", "Cut the bill by 30%.", "Lead a team of four."}, "", past},
      {{"Built the depot's planner.", "Wrote the guide for drivers."}, "", past},
      {{"Develop the depot's planner.", "Wrote the guide.", "Advise the drivers."}, "", present},
      {{"Develop the planner.", "Wrote the guide."}, "", present},  // the end decides
      {{"Responsible for monitoring the depots."}, "", present},
      {{"Experienced in Java and Python.", "Support desk, code review."}, "", present},
      {{"Develop the depot's planner.", "Advise the drivers."}, "2024-05", past},
  };
  for (const Case& c : cases) {
    Resume resume = engineer();
    auto& role = resume.work.at(0);
    if (c.end.empty()) {
      role.dates.end.date = {};
      role.dates.end.present = true;
    }
    role.highlights.resize(1);
    for (const auto& other : c.others) role.highlights.push_back({other, 1, {}});
    const auto outcome = run(resume, posting());
    const Suggestion* s = find(outcome, Kind::rephrase, "/work/0/highlights/0");
    INFO(c.others.front());
    REQUIRE(s);
    CHECK(s->proposed == c.expected);
    // Nothing that stands in the present is moved into the past while the role goes on.
    if (c.end.empty())
      for (const Suggestion& each : outcome.suggestions) CHECK(each.proposed.find("Led") == std::string::npos);
  }
}

TEST_CASE("another language than English is not rephrased") {
  JobDescription p = posting();
  p.language = "de";
  p.lines = {line(PostingLineKind::requirement, RequirementLevel::required, "Wundversorgung und Grundpflege")};
  p.text = p.lines[0].text.value;
  const auto outcome = run(nurse(), p);
  CHECK_FALSE(outcome.warnings.empty());
  for (const Suggestion& s : outcome.suggestions) {
    CHECK(s.kind != Kind::rephrase);
    CHECK(s.kind != Kind::summary);
  }
  const Suggestion* s = find(outcome, Kind::format, "/work/0/highlights/0");
  REQUIRE(s);
  CHECK(s->proposed == "Verantwortlich für die Grundpflege");
}

TEST_CASE("a missing number is asked for in each language, where one would be told") {
  struct Row {
    const char* language;
    std::vector<const char*> asked, not_asked;
  };
  const Row table[] = {
      {"en",
       {"Managed the drivers of the night depot", "Improved the punctuality of the night trains"},
       {"Managed procurement of spare parts for the depot", "Reduced turnaround from hours to minutes by planning",
        "Managed dozens of drivers in the depot", "Improved punctuality of night trains by 12%", "Improved"}},
      {"fr",
       {"Encadrement d'une équipe de conducteurs", "Réduction des retards du réseau de nuit"},
       {"Gestion des plannings de nuit", "Réduction des retards de moitié sur le réseau",
        "Encadrement de 6 conducteurs", "Développement du réseau pour les clients"}},
      {"de",
       {"Leitung eines Teams im Depot", "Verkürzung der Wendezeiten im Nachtverkehr"},
       {"Leitung der Fahrplanung", "Verkürzung der Wendezeiten um die Hälfte", "Leitung eines Teams von 6 Fahrern",
        "Entwicklung der Systeme im Depot"}},
      {"es",
       {"Coordiné un equipo de conductores", "Reducción de los retrasos nocturnos"},
       {"Coordiné la planificación nocturna", "Reducción de los retrasos a la mitad",
        "Coordiné un equipo de 6 conductores"}},
      {"pt",
       {"Coordenei uma equipa de condutores", "Redução dos atrasos da rede noturna"},
       {"Coordenei o planeamento da rede", "Redução dos atrasos para metade", "Coordenei uma equipa de 6 condutores"}},
      {"ar",
       {"قيادة فريق السائقين في المستودع", "تقليص تأخر قطارات الليل"},
       {"إدارة المستودع الليلي", "تقليص تأخر القطارات إلى النصف", "قيادة فريق من ستة سائقين",
        "قيادة فريق من ٦ سائقين"}},
  };
  const auto asks = [](const char* language, const char* line) {
    Resume resume;
    resume.language = language;
    resume.work.resize(1);
    resume.work[0].dates.end.present = true;
    resume.work[0].highlights = {Text{line, 1, {}}};
    const auto outcome = run(resume, posting());
    return std::any_of(outcome.suggestions.begin(), outcome.suggestions.end(), [](const Suggestion& s) {
      return s.kind == Kind::gap && !s.evidence.empty() && s.evidence.front().path == "/work/0/highlights/0";
    });
  };
  for (const Row& row : table) {
    for (const char* line : row.asked) {
      INFO(line);
      CHECK(asks(row.language, line));
    }
    for (const char* line : row.not_asked) {
      INFO(line);
      CHECK_FALSE(asks(row.language, line));
    }
  }
}

TEST_CASE("lines are put in order in recent roles, and not for a place") {
  Resume resume = engineer();
  Work work;
  work.position.value = "Developer";
  work.highlights = {Text{"Answered the questions of customers", 1, {}}, Text{"Wrote rosters for the depot", 1, {}},
                     Text{"Ran the ticket shop on Kubernetes", 1, {}}};
  resume.work.clear();
  for (int year = 2024; year > 2014; year -= 2) {
    work.dates.start.date = {year - 2, 1, 0};
    work.dates.end.date = {year, 1, 0};
    resume.work.push_back(work);
  }
  auto outcome = run(resume, posting());
  for (const int i : {0, 1, 2, 3, 4})
    CHECK((find(outcome, Kind::reorder, "/work/" + std::to_string(i) + "/highlights") != nullptr) == (i < 3));
  std::swap(resume.work[0].highlights[1], resume.work[0].highlights[2]);
  outcome = run(resume, posting());
  CHECK_FALSE(find(outcome, Kind::reorder, "/work/0/highlights"));
}

TEST_CASE("a headline is what somebody was, not how") {
  Resume resume = engineer();
  resume.basics.label.value = "Ticket clerk";
  resume.work[0].position.value = "Platform Engineer (freelance)";
  resume.work[0].company.value = "Northlight Inc.";
  const auto outcome = run(resume, posting());
  const Suggestion* s = find(outcome, Kind::summary, "/basics/label");
  REQUIRE(s);
  CHECK(s->proposed == "Platform Engineer");
  CHECK(s->reason.find("..") == std::string::npos);
}

TEST_CASE("a title of another trade is no headline") {
  Resume resume = engineer();
  resume.basics.label.value = "Ticket clerk";
  resume.work[0].position.value = "Sales Engineer";
  resume.work[1].position.value = "Clerk";
  JobDescription p = posting();
  p.title.value = "Junior Developer";
  CHECK_FALSE(find(run(resume, p), Kind::summary, "/basics/label"));
}

TEST_CASE("a title that was held is no skill to list") {
  JobDescription p = posting();
  p.lines = {line(PostingLineKind::requirement, RequirementLevel::required, "Registered Nurse, wound care")};
  p.text = p.lines[0].text.value;
  Resume resume = engineer();
  resume.work[0].highlights = {Text{"Registered Nurse on a ward, wound care for burns", 1, {}}};
  const auto lists = [&] {
    std::set<std::string> out;
    for (const Suggestion& s : run(resume, p).suggestions)
      if (s.kind == Kind::surface_skill) out.insert(s.proposed);
    return out;
  };
  CHECK(lists() == std::set<std::string>{"Registered Nurse", "Wound care"});
  resume.work[0].position.value = "Registered Nurse, Burns";
  CHECK(lists() == std::set<std::string>{"Wound care"});
}

TEST_CASE("the posting's term takes the capitals of the one it replaces") {
  JobDescription p = posting();
  p.lines = {line(PostingLineKind::requirement, RequirementLevel::required, "Experience with web applications")};
  p.text = p.lines[0].text.value;
  Resume resume = engineer();
  resume.work[1].highlights = {Text{"Built Web Apps for depots.", 1, {}},
                               Text{"Answered customers' questions.", 1, {}}};
  const auto outcome = run(resume, p);
  const Suggestion* s = find(outcome, Kind::align_term, "/work/1/highlights/0");
  REQUIRE(s);
  CHECK(s->proposed == "Built Web Applications for depots.");
}

TEST_CASE("a result in numbers stays before a single word of the posting") {
  Resume resume = engineer();
  auto& lines = resume.work[0].highlights;
  lines = {Text{"Cut the delays of the depot by 12%", 1, {}}, Text{"Answered the telephone in the depot", 1, {}},
           Text{"Wrote weekly reports in Python", 1, {}}};
  CHECK_FALSE(find(run(resume, posting()), Kind::reorder, "/work/0/highlights"));
  lines[0].value = "Cut the delays of the depot";
  CHECK(find(run(resume, posting()), Kind::reorder, "/work/0/highlights"));
}

TEST_CASE("who writes a programming language is not asked for programming") {
  JobDescription p = posting();
  p.lines = {line(PostingLineKind::requirement, RequirementLevel::required, "Programming and PostgreSQL")};
  p.text = p.lines[0].text.value;
  const auto asked = [&](const Resume& resume) {
    const auto outcome = run(resume, p);
    return std::count_if(outcome.suggestions.begin(), outcome.suggestions.end(),
                         [](const Suggestion& s) { return s.kind == Kind::gap && s.evidence.empty(); });
  };
  Resume other = engineer();
  other.work[0].highlights.clear();
  other.work[1].highlights.clear();
  other.skills[0].keywords = {Text{"Photoshop", 1, {}}};
  CHECK(asked(other) == 2);
  CHECK(asked(engineer()) == 1);
}

TEST_CASE("what a missing skill stands for is asked once") {
  JobDescription p = posting();
  p.lines = {line(PostingLineKind::requirement, RequirementLevel::required, "React, JavaScript and Angular"),
             line(PostingLineKind::requirement, RequirementLevel::required, "PostgreSQL")};
  p.text = p.lines[0].text.value + "\n" + p.lines[1].text.value;
  Resume resume = engineer();
  resume.work[1].highlights.clear();
  std::vector<std::string> asked;
  for (const Suggestion& s : run(resume, p).suggestions)
    if (s.kind == Kind::gap && s.reason.starts_with("The posting")) asked.push_back(s.reason);
  REQUIRE(asked.size() == 2);
  CHECK(asked[0].find("\"JavaScript\"") != std::string::npos);
  CHECK(asked[0].ends_with("It also names React, Angular."));
  CHECK(asked[1].find("PostgreSQL") != std::string::npos);
}

TEST_CASE("promises kept on every pair and strategy") {
  const auto& taxonomy = match::Taxonomy::builtin();
  for (const Resume& resume : {engineer(), nurse(), Resume{}})
    for (const Strategy strategy : {Strategy::standard, Strategy::conservative, Strategy::aggressive_keywords,
                                    Strategy::executive_tone, Strategy::concise, Strategy::skills_focus}) {
      const auto outcome = run(resume, posting(), strategy);
      const guard::Guard guard(resume, taxonomy, optimize::computed_facts(resume, Date{2026, 3, 0}));
      std::set<std::string> targets;
      int id = 0;
      for (const Suggestion& s : outcome.suggestions) {
        CHECK(s.id == ++id);
        CHECK_FALSE(s.reason.empty());
        if (replaces(s)) {
          CHECK(targets.insert(s.target).second);
          CHECK(s.proposed != s.original);
        }
        if (s.kind != Kind::gap && s.kind != Kind::reorder && !s.proposed.empty())
          CHECK(guard.check(s.target, s.proposed).accepted);
        if (s.kind != Kind::gap) {
          const Resume alone = diff::apply(resume, {{&s, s.proposed}});
          const double delta = match::score(alone, posting(), taxonomy, Date{2026, 3, 0}).total - outcome.before.total;
          CHECK(s.score_delta == Approx(delta).margin(0.006));
        }
      }
      CHECK(std::is_sorted(outcome.suggestions.begin(), outcome.suggestions.end(),
                           [](const auto& a, const auto& b) { return a.kind != Kind::gap && b.kind == Kind::gap; }));
      CHECK(outcome.after.total >= outcome.before.total);
      CHECK(outcome.ceiling == outcome.after.total);
      const Resume after = optimize::with_all(resume, outcome.suggestions);
      CHECK(match::score(after, posting(), taxonomy, Date{2026, 3, 0}).total == outcome.after.total);

      const auto again = run(resume, posting(), strategy);
      REQUIRE(again.suggestions.size() == outcome.suggestions.size());
      for (std::size_t i = 0; i < again.suggestions.size(); ++i) {
        CHECK(again.suggestions[i].proposed == outcome.suggestions[i].proposed);
        CHECK(again.suggestions[i].score_delta == outcome.suggestions[i].score_delta);
      }
      // On its own result only new keywords may still move to the front of their list.
      for (const Suggestion& s : run(after, posting(), strategy).suggestions) {
        const bool settled = s.kind == Kind::gap || (s.kind == Kind::reorder && s.target.starts_with("/skills/"));
        INFO(to_string(s.kind) << " " << s.target << ": " << s.original << " -> " << s.proposed);
        CHECK(settled);
      }
    }
}

namespace {

/// An invented role with these lines.
Resume with_lines(const char* language, const std::vector<const char*>& lines) {
  Resume resume;
  resume.language = language;
  resume.work.resize(1);
  resume.work[0].position.value = "Signal planner";
  for (const char* each : lines) resume.work[0].highlights.push_back(Text{each, 1, {}});
  return resume;
}

const Suggestion* merge_of(const optimize::Outcome& outcome) {
  for (const Suggestion& s : outcome.suggestions)
    if (!s.merged.empty()) return &s;
  return nullptr;
}

}  // namespace

TEST_CASE("two lines that differ in one part become one that has both") {
  struct Row {
    const char* language;
    std::vector<const char*> lines;
    const char* merged;
  };
  const Row table[] = {
      {"en",
       {"Trained drivers in hazard control", "Painted the depot", "Trained drivers in first aid"},
       "Trained drivers in hazard control and first aid"},
      {"en",
       {"Wrote rosters for the night depot.", "Wrote rosters for the harbour line.",
        "Wrote rosters for the tram school."},
       "Wrote rosters for the night depot, the harbour line and the tram school."},
      {"en",
       {"Drew maps for the passengers of the night line", "Drew timetables for the passengers of the night line"},
       "Drew maps and timetables for the passengers of the night line"},
      {"en",
       {"Raised punctuality by 10% in 2019", "Raised punctuality by 12% in 2020"},
       "Raised punctuality by 10% in 2019 and 12% in 2020"},
      {"en",
       {"Worked on signals with machine tools", "Worked on signals with machine learning"},
       "Worked on signals with machine tools and machine learning"},
      {"fr",
       {"Formation des conducteurs en sécurité", "Formation des conducteurs en secourisme"},
       "Formation des conducteurs en sécurité et en secourisme"},
      {"de",
       {"Schulung von Fahrern in der Signaltechnik", "Schulung von Fahrern in der Ersten Hilfe"},
       "Schulung von Fahrern in der Signaltechnik und der Ersten Hilfe"},
      {"es",
       {"Formación de conductores en señales", "Formación de conductores en informática"},
       "Formación de conductores en señales e informática"},
      {"pt",
       {"Formação de condutores em sinais", "Formação de condutores em socorrismo"},
       "Formação de condutores em sinais e socorrismo"},
      {"ar", {"تدريب السائقين على الإشارات", "تدريب السائقين على السلامة"}, "تدريب السائقين على الإشارات والسلامة"},
      {"en",
       {"Moved the ticket shop, cutting costs by 30%", "Moved the ticket shop to Linux"},
       "Moved the ticket shop to Linux, cutting costs by 30%"},
      {"en",
       {"Moved 14 depots to rail signals.", "Moved 14 depots, raising punctuality by 5%."},
       "Moved 14 depots to rail signals, raising punctuality by 5%."},
      {"fr",
       {"Migration de la billetterie vers Linux", "Migration de la billetterie, réduisant les coûts de 30 %"},
       "Migration de la billetterie vers Linux, réduisant les coûts de 30 %"},
      {"de",
       {"Umstellung der Kasse auf Linux", "Umstellung der Kasse, wodurch die Kosten um 30 % sanken"},
       "Umstellung der Kasse auf Linux, wodurch die Kosten um 30 % sanken"},
      {"es",
       {"Migré la taquilla a Linux", "Migré la taquilla, reduciendo los costes un 30%"},
       "Migré la taquilla a Linux, reduciendo los costes un 30%"},
      {"pt",
       {"Migração da bilheteira para Linux", "Migração da bilheteira, reduzindo os custos em 30%"},
       "Migração da bilheteira para Linux, reduzindo os custos em 30%"},
      {"ar",
       {"نقل نظام التذاكر إلى Linux", "نقل نظام التذاكر، مما خفض التكاليف بنسبة 30%"},
       "نقل نظام التذاكر إلى Linux، مما خفض التكاليف بنسبة 30%"},
      {"ar", {"إعداد تقارير شهرية للمبيعات", "إعداد تقارير شهرية للمخزون"}, "إعداد تقارير شهرية للمبيعات وللمخزون"},
  };
  for (const Row& row : table) {
    const Resume resume = with_lines(row.language, row.lines);
    const auto outcome = run(resume, posting());
    const Suggestion* s = merge_of(outcome);
    for (const auto& r : outcome.rejected) UNSCOPED_INFO(r.suggestion.proposed << ": " << r.verdict.reason);
    INFO(row.merged);
    REQUIRE(s);
    CHECK(s->proposed == row.merged);
    CHECK(s->uncertain);
    CHECK(outcome.after.total >= outcome.before.total);
    const Resume after = diff::apply(resume, {{s, s->proposed}});
    CHECK(after.work[0].highlights.size() == row.lines.size() - s->merged.size());
    CHECK(after.work[0].highlights[0].value == row.merged);
    CHECK_FALSE(merge_of(run(after, posting())));
  }
}

TEST_CASE("lines stay two where one would claim more or read badly") {
  const std::pair<const char*, std::vector<const char*>> table[] = {
      {"en", {"Trained 5 drivers in hazard control", "Trained 5 drivers in first aid"}},  // the same five?
      {"en", {"Raised punctuality by 10%", "Raised punctuality by 12%"}},
      {"en", {"Built the ticket shop", "Built the depot"}},  // two deeds
      {"en", {"Trained drivers in hazard control", "Trained drivers in first aid, which cut accidents"}},
      {"en", {"Built dashboards in Qlik", "Built dashboards, cutting costs by 30%"}},  // which ones?
      {"en", {"Raised punctuality from 80 to 90%", "Raised punctuality from 90 to 80%"}},
      {"en", {"Painted the depot in green", "Painted the station in green"}},  // too little in common
      {"en", {"Moved nine shops to the new till in Java", "Moved nine shops to the new till in Python"}},
      {"en", {"Used Python to plan rosters", "Used Python to draw maps"}},
      {"en", {"Drew maps, signs for the night line", "Drew maps, plans for the night line"}},
      {"fr", {"Gestion du dépôt", "Gestion de la gare"}},
      {"nl", {"Opleiding van chauffeurs in veiligheid", "Opleiding van chauffeurs in hygiëne"}},  // no data
  };
  for (const auto& [language, lines] : table) {
    const auto outcome = run(with_lines(language, lines), posting());
    INFO(lines[0]);
    const Suggestion* s = merge_of(outcome);
    CHECK((s ? s->proposed : std::string()) == "");
  }
}

TEST_CASE("a merge is taken whole, and nothing else is said of its lines") {
  const Resume resume = with_lines("en", {"trained drivers in hazard control",
                                          "Responsible for planning the night train", "trained drivers in first aid"});
  const auto outcome = run(resume, posting());
  const Suggestion* s = merge_of(outcome);
  REQUIRE(s);
  REQUIRE(s->merged.size() == 1);
  CHECK(s->merged[0].path == "/work/0/highlights/2");
  for (const Suggestion& other : outcome.suggestions) {
    if (&other == s || other.kind == Kind::gap) continue;
    CHECK(other.target != "/work/0/highlights/0");
    CHECK(other.target != "/work/0/highlights/2");
  }
  // Decided on before, it stays, and its lines with it.
  NoProgress progress;
  const auto refined = optimize::optimize({.resume = resume, .posting = posting(), .today = {2026, 3, 0}, .kept = {*s}},
                                          match::Taxonomy::builtin(), progress);
  for (const Suggestion& other : refined.suggestions)
    if (other.kind != Kind::gap && other.merged.empty()) CHECK(other.target == "/work/0/highlights/1");
  CHECK(merge_of(refined));
  // A line that has changed since takes nothing with it.
  Resume changed = resume;
  changed.work[0].highlights[2].value = "trained drivers in first aid and song";
  CHECK_THROWS(diff::apply(changed, {{s, s->proposed}}));
  Suggestion elsewhere = *s;
  elsewhere.merged[0].path = "/work/0/position";
  elsewhere.merged[0].quote = "Signal planner";
  CHECK_THROWS(diff::apply(resume, {{&elsewhere, s->proposed}}));
}

TEST_CASE("no text leans on another entry, whichever lines are looked at first") {
  Resume resume = engineer();
  resume.work[1].highlights.push_back(Text{"Responsible for building the harbour signals.", 1, {}});
  resume.work[0].summary.value = "Ran the depot.";
  resume.volunteer.emplace_back().summary.value = "Ran the depot.";
  for (const char* target : {"/work/0/summary", "/volunteer/0/summary"})
    for (const bool honest : {true, false}) {
      Suggestion s;
      s.kind = Kind::rephrase;
      s.section = SectionKind::work;
      s.target = target;
      s.original = "Ran the depot.";
      s.proposed = honest ? "Ran a depot." : "Ran the depot, building the harbour signals.";
      s.reason = "As edited.";
      NoProgress progress;
      const auto outcome =
          optimize::optimize({.resume = resume, .posting = posting(), .today = {2026, 3, 0}, .kept = {s}},
                             match::Taxonomy::builtin(), progress);
      INFO(target << " " << s.proposed);
      CHECK((find(outcome, Kind::rephrase, target) != nullptr) == honest);
      CHECK(find(outcome, Kind::rephrase, "/work/1/highlights/2"));
    }
}
