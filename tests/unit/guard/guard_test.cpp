#include <resumax/guard/guard.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace resumax;

namespace {

Text text(std::string value) {
  Text out;
  out.value = std::move(value);
  return out;
}

DateField date(int year, int month) {
  DateField out;
  out.date = {year, month, 0};
  out.source.value = out.date.iso();
  return out;
}

/// An invented person with two jobs, a degree, a certificate and a project.
Resume person() {
  Resume resume;
  resume.language = "en";
  resume.basics.name = text("Noor Example");
  resume.basics.label = text("Senior Backend Engineer");
  resume.basics.email = text("noor@example.org");
  resume.basics.phone = text("+44 20 7946 0000");
  resume.basics.url = text("https://noor.example.org/");
  resume.basics.summary = text("Backend engineer with 9 years of experience in payments and logistics.");
  Work first;
  first.company = text("Fernhill Freight");
  first.position = text("Senior Backend Engineer");
  first.location = text("Leeds");
  first.dates = {date(2019, 4), date(2023, 8)};
  first.highlights = {
      text("Led the migration of 14 services from a monolith to Kubernetes, cutting release time by 60%"),
      text("Contributed to the design of the tracking API used by 300 carriers"),
      text("Mentored 4 engineers across 2 teams, with 3 promoted within a year"),
      text("Reduced storage costs by $120k a year without downtime"),
      text("Built a prototype of the pricing service in Go together with the data team"),
  };
  Work second;
  second.company = text("Brightwater Payments");
  second.position = text("Junior Software Engineer");
  second.dates = {date(2015, 1), date(2019, 3)};
  second.highlights = {
      text("Implemented fraud checks in Java and PostgreSQL for 2 million transactions a day"),
      text("Supported the release manager during quarterly releases"),
      text("Helped develop single sign-on (SSO) for internal tools"),
  };
  resume.work = {first, second};
  Education degree;
  degree.institution = text("Northmoor University");
  degree.study_type = text("BSc");
  degree.area = text("Computer Science");
  degree.dates = {date(2011, 9), date(2014, 6)};
  resume.education = {degree};
  KeywordGroup skills;
  skills.name = text("Skills");
  skills.keywords = {text("Java"), text("PostgreSQL"), text("Kubernetes"), text("Machine learning")};
  resume.skills = {skills};
  Credential certificate;
  certificate.name = text("Certified Kubernetes Administrator");
  certificate.date = date(2021, 5);
  resume.certificates = {certificate};
  Language english;
  english.language = text("English");
  english.fluency = text("Intermediate");
  resume.languages = {english};
  return resume;
}

struct Edit {
  const char *path, *proposed;
};

const guard::Guard& guard_of_person() {
  static const guard::Guard guard(person(), match::Taxonomy::builtin());
  return guard;
}

void refuses(const Edit& edit) {
  const Verdict verdict = guard_of_person().check(edit.path, edit.proposed);
  INFO(edit.path << ": " << edit.proposed);
  CHECK_FALSE(verdict.accepted);
  CHECK_FALSE(verdict.reason.empty());
}

void accepts(const Edit& edit) {
  const Verdict verdict = guard_of_person().check(edit.path, edit.proposed);
  INFO(edit.path << ": " << edit.proposed << " -> " << verdict.reason);
  CHECK(verdict.accepted);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("invented facts are refused") {
  for (const Edit& edit : {
           // numbers and units
           Edit{"/work/0/highlights/0", "Led the migration of 24 services from a monolith to Kubernetes"},
           {"/work/0/highlights/0", "Led the migration of 14 services to Kubernetes, cutting release time by 60x"},
           {"/work/0/highlights/0", "Led the migration of more than 14 services from a monolith to Kubernetes"},
           {"/work/0/highlights/2", "Mentored 4 engineers across 3 teams, with 2 promoted within a year"},
           {"/work/0/highlights/2", "Mentored 4 engineers across 2 teams, with 4 promoted within a year"},
           {"/work/0/highlights/3", "Reduced storage costs by $120M a year without downtime"},
           {"/work/0/highlights/3", "Reduced storage costs by €120k a year without downtime"},
           {"/work/1/highlights/0", "Implemented fraud checks for two billion transactions a day"},
           {"/work/1/highlights/0",
            "Implemented fraud checks in Java and PostgreSQL, improving accuracy by 12 percent"},
           // dates, names, places
           {"/work/0/startDate", "2018-04"},
           {"/work/0/endDate", "2024"},
           {"/work/0/name", "Fernhill Global"},
           {"/work/0/name", "Amazon"},
           {"/work/0/location", "Leeds and London"},
           {"/work/0/highlights/1", "Contributed to the design of the tracking API used by 300 carriers in Germany"},
           {"/work/0/highlights/1",
            "Contributed to the design of the tracking API used by 300 carriers such as Maersk"},
           {"/education/0/institution", "Oxford University"},
           {"/education/0/studyType", "MSc"},
           {"/education/0/studyType", "Master of Science"},
           {"/certificates/0/name", "Certified Kubernetes Security Specialist"},
           {"/basics/email", "noor.example@example.org"},
           {"/basics/phone", "+44 20 7946 0009"},
           {"/basics/url", "https://noor.example.com/"},
           {"/languages/0/fluency", "Fluent"},
           // skills
           {"/work/1/highlights/0",
            "Implemented fraud checks in Java, PostgreSQL and Redis for 2 million transactions a day"},
           {"/skills/0/keywords/-", "Terraform"},
           {"/skills/0/keywords/0", "Java, Scala"},
           // titles and strength
           {"/work/1/position", "Software Engineer"},
           {"/work/1/position", "Senior Software Engineer"},
           {"/work/0/position", "Head of Engineering"},
           {"/basics/label", "Engineering Manager"},
           {"/basics/label", "Principal Backend Engineer"},
           {"/basics/summary", "Engineering manager with 9 years of experience in payments and logistics."},
           {"/basics/summary", "Principal engineer with 9 years of experience in payments."},
           {"/basics/summary", "Backend engineer with 14 years of experience in payments and logistics."},
           {"/work/0/highlights/1", "Led the design of the tracking API used by 300 carriers"},
           {"/work/0/highlights/1", "Designed the tracking API used by 300 carriers"},
           {"/work/1/highlights/1", "Managed quarterly releases"},
           {"/work/1/highlights/2", "Developed single sign-on (SSO) for internal tools"},
           {"/work/0/highlights/4", "Built the pricing service in Go together with the data team"},
           {"/work/0/highlights/4", "Single-handedly built a prototype of the pricing service in Go"},
           {"/work/0/highlights/1", "Contributed to the design of the tracking API used by every carrier"},
           {"/work/0/highlights/1", "Contributed to the design of the global tracking API used by 300 carriers"},
           {"/work/0/highlights/3", "Reduced storage costs by $120k a year with downtime"},
           {"/work/0/highlights/0", "Led the migration of 14 services to Kubernetes, delighting customers"},
       })
    refuses(edit);
}

TEST_CASE("facts of one job are not moved to another") {
  for (const Edit& edit : {
           Edit{"/work/1/highlights/0", "Implemented fraud checks in Java and PostgreSQL on Kubernetes"},
           {"/work/1/highlights/0", "Implemented fraud checks, cutting release time by 60%"},
           {"/work/0/highlights/0", "Led the migration of 14 services and 2 million transactions a day to Kubernetes"},
           {"/work/0/highlights/1", "Contributed to the design of the tracking API at Brightwater Payments"},
           {"/work/0/name", "Brightwater Payments"},
           {"/work/1/startDate", "2019-04"},
       })
    refuses(edit);
}

TEST_CASE("honest edits are accepted") {
  for (const Edit& edit : {
           Edit{"/work/0/highlights/0",
                "Led the migration of 14 services from a monolith to Kubernetes, cutting release time by 60%"},
           {"/work/0/highlights/0",
            "Cut release time by 60% by leading the migration of 14 services from a monolith to K8s"},
           {"/work/0/highlights/0",
            "Spearheaded the migration of fourteen services from a monolith to Kubernetes, reducing "
            "release time by 60 percent"},
           {"/work/0/highlights/0", "Led the migration of 14 services from a monolith to Kubernetes."},
           {"/work/0/highlights/1", "Contributor to the design of the tracking API that 300 carriers use"},
           {"/work/0/highlights/1", "Helped design the tracking API used by 300 carriers"},
           {"/work/0/highlights/2",
            "Mentored four engineers across two teams, three of whom were promoted within a year"},
           {"/work/0/highlights/3", "Reduced storage costs by $120,000 per year without downtime"},
           {"/work/0/highlights/3", "Lowered Fernhill Freight's storage costs by USD 120k annually, without downtime"},
           {"/work/0/highlights/4", "Developed a prototype of the pricing service in Golang with the data team"},
           {"/work/0/highlights/2",
            "Mentored 4 engineers across 2 teams and reduced storage costs by $120k a year without "
            "downtime"},
           {"/work/1/highlights/0", "Implemented fraud checks with Postgres and Java for 2,000,000 daily transactions"},
           {"/work/1/highlights/2", "Contributed to developing SSO for internal tools"},
           {"/work/1/highlights/2", "Helped develop single sign-on for internal tools"},
           {"/work/0/startDate", "April 2019"},
           {"/work/0/startDate", "2019"},
           {"/work/0/position", "Sr. Backend Engineer"},
           {"/education/0/studyType", "Bachelor of Science"},
           {"/education/0/studyType", "Bachelor of Science (BSc)"},
           {"/basics/phone", "+44 (0)20 7946-0000"},
           {"/basics/url", "noor.example.org"},
           {"/skills/0/keywords/1", "Postgres"},
           {"/skills/0/keywords/3", "Machine learning (ML)"},
           {"/skills/0/keywords/-", "Go"},
           {"/skills/0/keywords/-", "Single sign-on"},
           {"/certificates/0/name", "Certified Kubernetes Administrator (CKA)"},
           {"/basics/summary",
            "Senior Backend Engineer with nine years of experience in payments and logistics at Fernhill "
            "Freight and Brightwater Payments; Java, PostgreSQL and Kubernetes."},
           {"/basics/label", "Backend Engineer"},
       })
    accepts(edit);
}

TEST_CASE("changing any one fact of an accepted line refuses it") {
  const Resume resume = person();
  const struct {
    int role, line;
    const char *from, *to;
  } mutations[] = {
      {0, 0, "14", "15"},
      {0, 0, "60%", "6%"},
      {0, 0, "Kubernetes", "Nomad"},
      {0, 0, "release", "test"},
      {0, 1, "300", "3,000"},
      {0, 1, "tracking", "billing"},
      {0, 1, "Contributed to", "Owned"},
      {0, 2, "a year", "a month"},
      {0, 2, "engineers", "managers"},
      {0, 2, "Mentored", "Directed"},
      {0, 3, "$120k", "$220k"},
      {0, 3, "without", "with"},
      {0, 3, "storage", "travel"},
      {0, 4, "Go", "Rust"},
      {0, 4, "a prototype of ", ""},
      {0, 4, "Built", "Launched"},
      {1, 0, "2 million", "2 billion"},
      {1, 0, "Java", "Kotlin"},
      {1, 0, "a day", "an hour"},
      {1, 0, "fraud", "security"},
      {1, 1, "Supported", "Led"},
      {1, 1, "quarterly", "weekly"},
      {1, 2, "Helped develop", "Architected"},
  };
  for (const auto& m : mutations) {
    const std::string original =
        resume.work[static_cast<std::size_t>(m.role)].highlights[static_cast<std::size_t>(m.line)].value;
    const std::string path = "/work/" + std::to_string(m.role) + "/highlights/" + std::to_string(m.line);
    CHECK(guard_of_person().check(path, original).accepted);
    const std::string mutated = replaced(original, m.from, m.to);
    INFO(mutated);
    CHECK_FALSE(guard_of_person().check(path, mutated).accepted);
  }
}

TEST_CASE("bounds, look-alikes and chance initials are told apart") {
  Resume resume = person();
  resume.work[0].highlights = {
      text("Cut invoice errors by up to 40% with internal tools and ML"),
      text("Responsible for transferring invoices from the legacy store, avoiding manual entry"),
      text("Won 2 awards for contract reviews"),
      text("Took part in the audit of suppliers with two other teams"),
      text("Worked with the design team to simplify checkout"),
  };
  const guard::Guard guard(resume, match::Taxonomy::builtin());
  const std::string path = "/work/0/highlights/0";
  for (const char* honest : {"Reduced invoice errors by up to 40 percent with machine learning (ML) and internal tools",
                             "Transferred invoices from the legacy store without manual entry",
                             "Participated in the supplier audit with 2 other teams",
                             "Collaborated with the design team to simplify checkout"}) {
    const Verdict verdict = guard.check(path, honest);
    INFO(honest << " -> " << verdict.reason);
    CHECK(verdict.accepted);
  }
  for (const char* fabricated :
       {"Cut invoice errors by 40% with internal tools and ML",
        "Cut invoice errors by up to 40% with international tools",
        "Cut invoice errors with internal tools and Managed Looker", "Transformed invoices from the legacy store",
        "Transferred invoices from the legacy store with manual entry", "Won 2 awards for control reviews",
        "Conducted the audit of suppliers with two other teams", "Simplified checkout", "Audited all suppliers"}) {
    INFO(fabricated);
    CHECK_FALSE(guard.check(path, fabricated).accepted);
  }
}

TEST_CASE("any bytes get a verdict") {
  std::string junk;
  for (int i = 0; i < 3000; ++i) junk += static_cast<char>((i * 7919) % 251 + 1);
  CHECK_FALSE(guard_of_person().check("/work/0/highlights/0", junk).accepted);
  CHECK_FALSE(guard_of_person().check("/nowhere/at/all", "Led 900 people").accepted);
  CHECK(guard_of_person().check("/work/0/highlights/0", "").accepted);
}

TEST_CASE("a summary's evidence names the lines it was made of") {
  const Verdict verdict = guard_of_person().check(
      "/basics/summary",
      "Backend engineer with 9 years of experience who led the migration of 14 services to Kubernetes.");
  REQUIRE(verdict.accepted);
  std::vector<std::string> paths;
  for (const Evidence& evidence : verdict.evidence) paths.push_back(evidence.path);
  CHECK(std::find(paths.begin(), paths.end(), "/work/0/highlights/0") != paths.end());
  CHECK(std::find(paths.begin(), paths.end(), "/basics/summary") != paths.end());
}

TEST_CASE("a verdict names the words at fault and the line looked at") {
  const Verdict verdict = guard_of_person().check("/work/1/highlights/0", "Implemented fraud checks in Java and Redis");
  REQUIRE_FALSE(verdict.accepted);
  CHECK(verdict.words == std::vector<std::string>{"Redis"});
  CHECK(verdict.reason.find("Redis") != std::string::npos);
  REQUIRE(verdict.evidence.size() == 1);
  CHECK(verdict.evidence[0].path == "/work/1/highlights/0");
}

TEST_CASE("a candidate resume is checked line by line") {
  Resume candidate = person();
  CHECK(guard_of_person().check_all(candidate).empty());
  // Reordered lines and entries, and dropped ones, are still the source's.
  std::swap(candidate.work[0].highlights[0], candidate.work[0].highlights[3]);
  candidate.work[0].highlights.pop_back();
  std::swap(candidate.work[0], candidate.work[1]);
  CHECK(guard_of_person().check_all(candidate).empty());
  // A line moved to the other job, and an invented job.
  candidate.work[0].highlights.push_back(candidate.work[1].highlights[0]);
  Work invented;
  invented.company = text("Greyfold Systems");
  invented.position = text("Director");
  candidate.work.push_back(invented);
  std::vector<std::string> paths;
  for (const auto& [path, verdict] : guard_of_person().check_all(candidate)) paths.push_back(path);
  CHECK(paths == std::vector<std::string>{"/work/0/highlights/3", "/work/2/name", "/work/2/position"});
}

TEST_CASE("Arabic lines are checked like English ones") {
  Resume resume;
  resume.language = "ar";
  resume.basics.label = text("مهندس برمجيات");
  Work work;
  work.company = text("شركة الواحة الرقمية");
  work.position = text("مهندس برمجيات");
  work.dates = {date(2018, 3), date(2022, 6)};
  work.highlights = {
      text("قيادة فريق من ٥ مهندسين لتطوير منصة الدفع باستخدام Python و PostgreSQL"),
      text("ساهمت في تصميم نظام المخزون وخفض التكاليف بنسبة ٢٠٪"),
      text("تدريب أكثر من ٣٠ موظفاً على النظام الجديد دون توقف الخدمة"),
      text("مساعدة مدير المنتج في إعداد خطة الإصدار السنوية"),
  };
  Work other;
  other.company = text("مؤسسة الشروق");
  other.position = text("مساعد محلل");
  other.highlights = {text("إعداد تقارير شهرية للإدارة")};
  resume.work = {work, other};
  const guard::Guard guard(resume, match::Taxonomy::builtin());

  for (const Edit& edit : {
           Edit{"/work/0/highlights/0", "قدت فريقا من خمسة مهندسين لتطوير منصة الدفع باستخدام Python و PostgreSQL"},
           {"/work/0/highlights/0", "تطوير منصة الدفع باستخدام PostgreSQL و Python وقيادة فريق من 5 مهندسين"},
           {"/work/0/highlights/1", "المساهمة في تصميم نظام المخزون وتخفيض التكاليف بنسبة 20%"},
           {"/work/0/highlights/1", "شاركت في تصميم نظام المخزون"},
           {"/work/0/highlights/2", "درّبت أكثر من 30 موظفًا على النظام الجديد دون توقف الخدمة"},
           {"/work/0/highlights/3", "ساعدت مدير المنتج في إعداد خطة الإصدار السنوية"},
           {"/work/1/highlights/0", "أعددت تقارير شهرية للإدارة"},
           {"/work/0/startDate", "مارس ٢٠١٨"},
       }) {
    const Verdict verdict = guard.check(edit.path, edit.proposed);
    INFO(edit.proposed << " -> " << verdict.reason);
    CHECK(verdict.accepted);
  }
  for (const Edit& edit : {
           Edit{"/work/0/highlights/0", "قيادة فريق من ١٥ مهندساً لتطوير منصة الدفع باستخدام Python"},
           {"/work/0/highlights/0", "قيادة فريق من ٥ مهندسين لتطوير منصة الدفع باستخدام Kubernetes"},
           {"/work/0/highlights/1", "قدت تصميم نظام المخزون وخفض التكاليف بنسبة ٢٠٪"},
           {"/work/0/highlights/1", "ساهمت في تصميم نظام المخزون وخفض التكاليف بنسبة ٤٠٪"},
           {"/work/0/highlights/1", "تصميم نظام المخزون وخفض التكاليف بنسبة ٢٠٪"},
           {"/work/0/highlights/2", "تدريب جميع الموظفين على النظام الجديد"},
           {"/work/0/highlights/2", "تدريب أكثر من ٣٠ موظفاً في دبي على النظام الجديد"},
           {"/work/0/highlights/3", "إعداد خطة الإصدار السنوية"},
           {"/work/1/highlights/0", "إعداد تقارير شهرية للإدارة باستخدام Python"},
           {"/work/1/position", "محلل"},
           {"/work/0/name", "شركة النخيل"},
           {"/work/0/startDate", "مارس ٢٠١٦"},
       }) {
    INFO(edit.proposed);
    CHECK_FALSE(guard.check(edit.path, edit.proposed).accepted);
  }
}

namespace {

/// An invented person with these lines under one job.
guard::Guard guard_of(const char* language, const std::vector<const char*>& lines) {
  Resume resume;
  resume.language = language;
  Work work;
  work.company = text("Quillmark");
  work.position = text("Staff");
  for (const char* line : lines) work.highlights.push_back(text(line));
  resume.work = {work};
  return guard::Guard(resume, match::Taxonomy::builtin());
}

struct Rewrites {
  const char *language, *source;
  std::vector<const char*> honest, fabricated;
};

}  // namespace

TEST_CASE("words of work may be added, claims may not") {
  const std::vector<Rewrites> table{
      {"en",
       "Cut the monthly reporting time from 9 days to 3 with a spreadsheet",
       {"Created a spreadsheet that shortened monthly reporting time from nine days to three",
        "Reduced monthly reporting time from 9 to 3 days by means of a spreadsheet"},
       {"Cut the monthly reporting time from 9 days to 3 with a spreadsheet, raising profit",
        "Cut the weekly reporting time from 9 days to 3 with a spreadsheet",
        "Cut the monthly closing time from 9 days to 3 with a spreadsheet",
        "Cut the company-wide monthly reporting time from 9 days to 3 with a spreadsheet"}},
      {"en",
       "Assisted two vets with operations on small animals",
       {"Supported 2 vets during operations on small animals", "Helped two vets with small animal operations"},
       {"Performed operations on small animals", "Led two vets in operations on small animals",
        "Assisted two vets with operations on small animals and horses"}},
      {"en",
       "Ran the school library together with a colleague",
       {"Managed the school library jointly with a colleague", "Organized the school library alongside a colleague"},
       {"Single-handedly ran the school library", "Founded the school library together with a colleague",
        "Ran the award-winning school library together with a colleague"}},
      {"de",
       "Mitarbeit bei der Planung von drei Spielplätzen",
       {"An der Planung von 3 Spielplätzen mitgearbeitet", "Mitwirkung an der Spielplatzplanung"},
       {"Leitung der Planung von drei Spielplätzen", "Planung von drei Spielplätzen",
        "Mitarbeit bei der Planung von drei Spielplätzen, wodurch der Umsatz stieg"}},
      {"fr",
       "Aide à la préparation de 40 commandes par jour",
       {"Participation à la préparation de 40 commandes par jour", "Aidé à préparer 40 commandes par jour"},
       {"Préparation de 40 commandes par jour", "Aide à la préparation de 40 commandes par heure",
        "Aide à la préparation de 400 commandes par jour"}},
      {"es",
       "Organización de visitas guiadas para 200 escolares",
       {"Organicé visitas guiadas para 200 escolares"},
       {"Organización de visitas guiadas para 200 escolares en solitario",
        "Organización de visitas guiadas y conciertos para 200 escolares"}},
      {"pt",
       "Redução do consumo de papel em 30%",
       {"Reduziu em 30% o consumo de papel"},
       {"Redução do consumo de papel em 50%", "Redução do consumo de papel em 30%, o que elevou os lucros"}},
      {"ar",
       "المشاركة في تنظيم معرض الكتاب لمدة ٣ أيام",
       {"شاركت في تنظيم معرض الكتاب لمدة 3 أيام"},
       {"قيادة تنظيم معرض الكتاب لمدة ٣ أيام", "المشاركة في تنظيم معرض الكتاب لمدة ٨ أيام"}},
      {"ar",
       "مراجعة عقود الإيجار وتسجيلها في الأرشيف خلال يومين",
       {"راجعتُ عقود الإيجار وسجّلتها في الأرشيف خلال يومين", "قمت بتدقيق عقود الإيجار وتوثيقها بالأرشيف في غضون يومين",
        "كنت أراجع عقود الإيجار ثم أسجلها في الأرشيف خلال يومين"},
       {"مراجعة عقود الإيجار وتوقيعها وتسجيلها في الأرشيف", "مراجعة عقود الإيجار وتسجيلها في الأرشيف خلال يوم",
        "مراقبة عقود الإيجار والضرائب وتسجيلها في الأرشيف",
        "مراجعة عقود الإيجار على مستوى الشركة وتسجيلها في الأرشيف"}},
      {"ar",
       "تدريب متدربتين على فرز العينات بمعدل 20 عينة في النوبة الواحدة",
       {"دربت متدربتين اثنتين على تصنيف العينات بواقع عشرين عينة في كل نوبة",
        "قدمت تدريبًا لمتدربتين حول كيفية فرز العينات بمعدل 20 عينة في النوبة"},
       {"تدريب متدربتين على فرز العينات الدولية بمعدل 20 عينة في النوبة", "تدريب ثلاث متدربات على فرز العينات",
        "تدريب متدربتين على فرز العينات وتسريع العمل"}},
      {"ar",
       "تقليص زمن إعداد الفواتير من أسبوعين إلى 3 أيام في عام 2021",
       {"اختصرت مدة إعداد الفواتير في سنة 2021 من أسبوعين إلى ثلاثة أيام"},
       {"تقليص زمن إعداد الفواتير من أسبوعين إلى يومين في عام 2021", "تقليص زمن إعداد الفواتير وتكلفتها في عام 2021"}},
      {"pt",
       "Conferência de cargas e emissão de guias todos os dias, com apoio do CD",
       {"Conferi cargas e emiti guias diariamente, com o apoio do CD"},
       {"Conferência de cargas e dos custos de emissão de guias, com apoio do CD",
        "Conferência de cargas e emissão de guias em todos os armazéns, com apoio do CD"}},
      {"pt",
       "Eventos internos com fornecedores locais",
       {"Organizei eventos internos com fornecedores locais"},
       {"Eventos internos com fornecedores internacionais"}},
      {"fa",
       "تهیه فهرست کتاب‌ها و کنترل اسناد",
       {"فهرست کتاب‌ها را تهیه و اسناد را کنترل کردم"},
       {"تهیه فهرست کتاب‌ها و فروش اسناد",
        "تهیه فهرست کتاب‌ها و کاهش هزینه اسناد"}},
  };
  for (const Rewrites& row : table) {
    const guard::Guard guard = guard_of(row.language, {row.source, "Monthly stock list"});
    for (const char* honest : row.honest) {
      const Verdict verdict = guard.check("/work/0/highlights/0", honest);
      INFO(honest << " -> " << verdict.reason);
      CHECK(verdict.accepted);
    }
    for (const char* fabricated : row.fabricated) {
      INFO(fabricated);
      CHECK_FALSE(guard.check("/work/0/highlights/0", fabricated).accepted);
    }
  }
}

TEST_CASE("what is listed may be given in any order, and nothing may join it") {
  std::vector<std::string> items{"Django", "Celery", "RabbitMQ", "Sentry"};
  const guard::Guard guard = guard_of("en", {"Maintained the order service (Django, Celery, RabbitMQ, Sentry)"});
  std::sort(items.begin(), items.end());
  do {
    const std::string line =
        "Maintained the order service with " + items[0] + ", " + items[1] + ", " + items[2] + " and " + items[3];
    INFO(line);
    CHECK(guard.check("/work/0/highlights/0", line).accepted);
    CHECK_FALSE(guard.check("/work/0/highlights/0", line + " and Flask").accepted);
  } while (std::next_permutation(items.begin(), items.end()));
}

TEST_CASE("a verdict does not depend on what was asked before") {
  const std::vector<const char*> lines = {"Nahm 2021 an der Fachmesse teil und stellte Muster bereit",
                                          "Bildete zwei Auszubildende weiter", "Wies einen Teil der Ware ab"};
  struct Ask {
    const char *path, *proposed;
  };
  const std::vector<Ask> asks = {
      {"/work/0/highlights/0", "Teilnahme an der Fachmesse 2021, Muster bereitgestellt"},
      {"/work/0/highlights/1", "Zwei Auszubildende allein weitergebildet"},
      {"/work/0/highlights/2", "Wies die Ware ab"},
      {"/work/0/position", "Senior Staff"},
      {"/basics/summary", "Bildete drei Auszubildende weiter"},
      {"/skills/-", "Weiterbildung"},
      {"/work/3/highlights/0", "Nahm an der Fachmesse teil"},
  };
  const guard::Guard asked = guard_of("de", lines);
  for (std::size_t first = 0; first < asks.size(); ++first)
    for (std::size_t i = 0; i < asks.size(); ++i) {
      const Ask& ask = asks[(first + i) % asks.size()];
      const Verdict fresh = guard_of("de", lines).check(ask.path, ask.proposed);
      const Verdict again = asked.check(ask.path, ask.proposed);
      INFO(ask.proposed);
      CHECK(again.accepted == fresh.accepted);
      CHECK(again.reason == fresh.reason);
      CHECK(again.evidence.size() == fresh.evidence.size());
    }
}
