#include <resumax/core/error.hpp>
#include <resumax/parse/parse.hpp>
#include <resumax/text/unicode.hpp>

#include <tests/support/files.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace resumax;
using Kind = PostingLineKind;
using Level = RequirementLevel;

namespace {

JobDescription parsed(std::string_view text, const parse::PostingOptions& options = {}) {
  return parse::parse_posting(document::from_text(text, document::Format::text), options);
}

bool found(const JobDescription& posting, std::string_view code) {
  return std::any_of(posting.findings.begin(), posting.findings.end(),
                     [&](const Finding& f) { return f.code == code; });
}

std::string kinds(const JobDescription& posting) {
  std::string out;
  for (const PostingLine& line : posting.lines) {
    out += std::string(to_string(line.kind).substr(0, 3));
    if (line.kind == Kind::requirement) out += line.level == Level::preferred ? "-" : "+";
    out += ' ';
  }
  return out;
}

constexpr std::string_view english = R"(Senior Backend Engineer — Northlight Rail

**Location:** Osterby, Denmark (Hybrid)
**Salary:** €70,000 – €85,000 per year
Employment type: Full-time

Northlight Rail is looking for an engineer who keeps trains on time.

## What you will do
- Design &amp; build services in C++ and Go
- Run them on Kubernetes

## Requirements
- 5+ years of experience with distributed systems
- Bachelor's degree in computer science
- PostgreSQL; Kafka would be a plus
- Fluent English and Danish

## Nice to have
- Rust

## What we offer
- 30 days of vacation

We are an equal opportunity employer, regardless of race, religion or age.
Apply now with your CV and a cover letter.
)";

}  // namespace

TEST_CASE("a posting's fields and what they point to") {
  const JobDescription p = parsed(english);
  CHECK(p.language == "en");
  CHECK(p.title.value == "Senior Backend Engineer");
  CHECK(p.company.value == "Northlight Rail");
  CHECK(p.location.value == "Osterby, Denmark (Hybrid)");
  CHECK(p.seniority.value == "senior");
  CHECK(p.employment.value == "full-time");
  CHECK(p.minimum_years == 5);
  CHECK(p.degree.value == "Bachelor's degree in computer science");
  REQUIRE(p.salary);
  CHECK(p.salary->minimum == 70000);
  CHECK(p.salary->maximum == 85000);
  CHECK(p.salary->currency == "EUR");
  CHECK(p.salary->period == "year");
  REQUIRE(p.languages.size() == 2);
  CHECK(p.languages[1].value == "Danish");
  // Every span gives its value back, seniority and employment apart, which hold a word of the vocabulary.
  for (const Text* text : {&p.title, &p.company, &p.location, &p.degree, &p.salary->text, &p.languages[0]})
    CHECK(p.text.substr(text->span.begin, text->span.end - text->span.begin) == text->value);
  for (const PostingLine& line : p.lines)
    CHECK(p.text.substr(line.text.span.begin, line.text.span.end - line.text.span.begin) == line.text.value);
}

TEST_CASE("lines by kind and level") {
  const JobDescription p = parsed(english);
  CHECK(kinds(p) == "oth met met met abo hea dut dut hea req+ req+ req- req+ hea req- hea ben leg app ");
}

TEST_CASE("headings in six languages") {
  struct Case {
    std::string_view required, preferred, duty, requirement;
  };
  const Case cases[] = {
      {"Anforderungen", "Von Vorteil", "Ihre Aufgaben", "Kenntnisse in Java"},
      {"Profil recherché", "Atouts", "Vos missions", "Maîtrise de Java"},
      {"Requisitos", "Se valorará", "Funciones", "Dominio de Java"},
      {"Requisitos obrigatórios", "Diferenciais", "Responsabilidades", "Conhecimentos de Java"},
      {"المتطلبات", "المهارات المفضلة", "المهام والمسؤوليات", "خبرة في Java"},
      {"Must have:", "Bonus points", "Key responsibilities:", "Java"},
  };
  for (const Case& c : cases) {
    const std::string line(c.requirement);
    INFO(c.required);
    const JobDescription p = parsed(std::string(c.duty) + "\n- " + line + "\n\n" + std::string(c.required) + "\n- " +
                                    line + "\n\n" + std::string(c.preferred) + "\n- " + line + "\n");
    CHECK(kinds(p) == "hea dut hea req+ hea req- ");
  }
}

TEST_CASE("words in a line lower its level") {
  for (const std::string line :
       {"Experience with Rust is a plus", "Rust preferred", "Erfahrung mit Rust von Vorteil",
        "La connaissance de Rust serait un plus", "يفضل معرفة Rust", "Ideally you know Rust"}) {
    INFO(line);
    CHECK(parsed("Requirements\n- " + line).lines[1].level == Level::preferred);
  }
  // Only part of the line is welcome: the line itself is asked for.
  CHECK(parsed("Requirements\n- Knowledge of a compiled language, ideally Rust").lines[1].level == Level::required);
}

TEST_CASE("titles, companies and places by label, header and sentence") {
  struct Case {
    std::string_view text, title, company, location;
  };
  const Case cases[] = {
      {"Job title: Data Engineer\nEmployer: Quill & Tern\nLocation: Lyon\n", "Data Engineer", "Quill & Tern", "Lyon"},
      {"Intitulé du poste\nAide soignant(e)\nLieu de travail\nNANTES\n", "Aide soignant(e)", "", "NANTES"},
      {"Stellenbezeichnung: Pflegefachkraft (m/w/d)\nArbeitgeber: Haus Lindenhof gGmbH\nStandort: Kiel\n",
       "Pflegefachkraft (m/w/d)", "Haus Lindenhof gGmbH", "Kiel"},
      {"المسمى الوظيفي: محاسب أول\nجهة العمل: شركة النخلة\nالموقع: الرياض\n", "محاسب أول", "شركة النخلة", "الرياض"},
      {"Nurse Manager\nVestervig Clinic | Aarhus, Denmark | Part-time\n\nRequirements\n- Nursing degree\n",
       "Nurse Manager", "Vestervig Clinic", "Aarhus, Denmark"},
      {"About Vestervig\nWe are hiring a Product Designer to join our team in Lisbon, Portugal.\n\nRequirements\n- "
       "Figma\n",
       "Product Designer", "Vestervig", "Lisbon, Portugal"},
      {"Puesto: Analista de datos\nEmpresa: Molinos del Sur\nUbicación: Remoto\n", "Analista de datos",
       "Molinos del Sur", "Remoto"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const JobDescription p = parsed(c.text);
    CHECK(p.title.value == c.title);
    CHECK(p.company.value == c.company);
    CHECK(p.location.value == c.location);
  }
}

TEST_CASE("a page that asks for nothing has no title") {
  const JobDescription p = parsed("Office of the Registrar\nOpening hours are Monday to Friday.\nContact the clerk.\n");
  CHECK(p.title.empty());
  CHECK(found(p, "posting_no_title"));
  CHECK(found(p, "posting_no_company"));
  CHECK(found(p, "posting_no_location"));
  CHECK(found(p, "posting_short"));
}

TEST_CASE("the least years a posting asks for") {
  const std::pair<std::string_view, double> cases[] = {
      {"3+ years of experience in nursing", 3},
      {"At least five years of experience", 5},
      {"5-7 years' experience in sales", 5},
      {"Mindestens 4 Jahre Berufserfahrung", 4},
      {"Expérience de 3 ans minimum", 3},
      {"Al menos 2 años de experiencia", 2},
      {"خبرة لا تقل عن ٥ سنوات", 5},
  };
  for (const auto& [line, years] : cases) {
    INFO(line);
    CHECK(parsed("Requirements\n- " + std::string(line)).minimum_years == years);
  }
  CHECK_FALSE(parsed("Requirements\n- Be over 18 years old\n- Knows our 20 products").minimum_years);
  CHECK_FALSE(parsed("About us\nWe have 30 years of experience in rail.\n\nRequirements\n- Rust").minimum_years);
}

TEST_CASE("markup, control characters and repeated blank lines are gone") {
  const JobDescription p = parsed(
      "<h1>Cook</h1>\n\n\n\n<p>Duties&nbsp;&amp; more:</p><ul><li>Boil <b>eggs</b> &lt; 5 min</li><li>See "
      "[menu](https://x.example/m)</li></ul>\n"
      "=====\n**Bold** \x01text\u200b and `code`\n");
  CHECK(p.text == "Cook\n\nDuties & more:\n\nBoil eggs < 5 min\nSee menu\n\nBold text and code\n");
  // Signs that only look like markup stay.
  CHECK(parsed("Requirements\n- if a < b and b > c; AT&T; C# & F#").text ==
        "Requirements\nif a < b and b > c; AT&T; C# & F#\n");
}

TEST_CASE("what the user says wins") {
  const JobDescription p = parsed(english, {"Platform Engineer", "Quill & Tern", "Lyon"});
  CHECK(p.title.value == "Platform Engineer");
  CHECK(p.company.value == "Quill & Tern");
  CHECK(p.location.value == "Lyon");
  CHECK(p.title.confidence == 1.0);
  CHECK_FALSE(found(p, "posting_no_company"));
}

TEST_CASE("findings") {
  CHECK_FALSE(found(parsed(english), "posting_short"));
  CHECK(found(parsed("Requirements\n- caf\xff\xfe\x80 caf\xc3"), "bad_utf8"));
  CHECK_THROWS_AS(parsed(" \n\t\n"), Error);
}

// Invented postings in other habits: "=== title | company | location" above each, the last two empty where it names
// none.
TEST_CASE("who wants whom and where, over postings of many habits") {
  const std::string all = test::read_file(test::fixture("postings/habits.txt"));
  std::size_t postings = 0, titles = 0, companies = 0, locations = 0;
  for (std::size_t at = all.find("=== "); at != std::string::npos;) {
    const std::size_t next = all.find("\n=== ", at);
    const std::size_t line = all.find('\n', at);
    const std::string head = all.substr(at + 4, line - at - 4);
    const std::string body = all.substr(line + 1, next == std::string::npos ? next : next - line);
    at = next == std::string::npos ? next : next + 1;
    const std::size_t one = head.find(" | "), two = head.find(" |", one + 3);
    const std::string title = head.substr(0, one), company = head.substr(one + 3, two - one - 3);
    const std::string location = two + 3 < head.size() ? head.substr(two + 3) : "";
    const JobDescription p = parsed(body);
    ++postings;
    UNSCOPED_INFO(head << " -> " << p.title.value << " | " << p.company.value << " | " << p.location.value);
    titles += text::fold(p.title.value).find(text::fold(title)) != std::string::npos;
    companies += p.company.value == company;
    CHECK((p.company.value == company || p.company.value.empty()));  // none rather than a wrong one
    locations += location.empty() ? p.location.empty() || p.location.value == "Remote"
                                  : p.location.value.find(location) != std::string::npos;
  }
  CHECK(postings >= 20);
  CHECK(titles == postings);
  CHECK(companies + 1 >= postings);
  CHECK(locations + 2 >= postings);
}

// Invented postings and pages that are none: "=== company" above each, nothing where no one employer is named.
TEST_CASE("the employer by what the sentences say, and none rather than a wrong one") {
  const std::string all = test::read_file(test::fixture("postings/employers.txt"));
  std::size_t postings = 0;
  for (std::size_t at = all.find("=== "); at != std::string::npos; ++postings) {
    const std::size_t next = all.find("\n=== ", at);
    const std::size_t line = all.find('\n', at);
    const std::string company = all.substr(at + 4, line - at - 4);
    const std::string body = all.substr(line + 1, next == std::string::npos ? next : next - line);
    at = next == std::string::npos ? next : next + 1;
    INFO(body);
    CHECK(parsed(body).company.value == company);
  }
  CHECK(postings >= 20);
}

// What a company says of itself, of its benefits and of the law asks for nothing, whatever words it uses.
TEST_CASE("marketing, benefits and legal text are no requirements") {
  struct Case {
    std::string_view posting, asked;
  };
  const Case cases[] = {
      {R"(Platform Engineer
About us
Oakreach builds payroll tools in Rust and Kafka for two thousand bakeries.
We love Python, mentoring and clear writing, and we've been certified as a great employer.

Requirements
- 4 years with Go

What we offer
- A budget for AWS certification
- German lessons and a gym

Equal opportunity
- We do not ask for your age, religion or disability; a criminal record check may be required.
)",
       "4 years with Go"},
      {R"(Sachbearbeiter Einkauf (m/w/d)
Über uns
Die Lindholm Werke GmbH ist ein führender Anbieter von Pumpen und nutzt SAP weltweit.

Ihr Profil
- Erfahrung im Einkauf

Wir bieten
- Weiterbildung in Excel und Englischkurse
- 30 Tage Urlaub

Chancengleichheit
- Schwerbehinderte Menschen werden bei gleicher Eignung bevorzugt.
)",
       "Erfahrung im Einkauf"},
      {R"(Comptable H/F
Qui sommes-nous ?
Brumelune conçoit des logiciels en Java pour les libraires et forme ses équipes à Docker.

Profil recherché
- Maîtrise de Sage

Nous offrons
- Formation à Power BI
- Mutuelle et tickets restaurant
)",
       "Maîtrise de Sage"},
      {R"(Auxiliar de enfermería
Sobre nosotros
Clínica Altamar tiene experiencia en cirugía y conocimientos de robótica desde 1990.

Requisitos
- Título de auxiliar de enfermería

Ofrecemos
- Formación en cuidados paliativos
)",
       "Título de auxiliar de enfermería"},
      {R"(محاسب
من نحن
شركة نسائم الخليج متخصصة في أنظمة التبريد ولديها خبرة في SAP منذ عشرين عاما.

المتطلبات
- خبرة في إعداد الميزانيات

المزايا
- دورات في Excel
- تأمين صحي
)",
       "خبرة في إعداد الميزانيات"},
      {R"(Night Porter
Hotel Larkspur is an equal opportunity employer. All qualified applicants receive consideration regardless of race, sex or veteran status.

You need
- Experience at a front desk

Benefits
- Experience with great colleagues, and first aid training
- Pension and dental insurance
)",
       "Experience at a front desk"},
  };
  for (const Case& c : cases) {
    std::string asked;
    for (const PostingLine& line : parsed(c.posting).lines)
      if (line.kind == Kind::requirement || line.kind == Kind::duty) asked += line.text.value;
    CHECK(asked == c.asked);
  }
}
