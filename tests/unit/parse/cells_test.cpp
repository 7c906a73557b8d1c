#include <resumax/parse/layout.hpp>
#include <resumax/parse/parse.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace resumax;

namespace {

/// Writes paragraphs and table cells as the DOCX reader hands them on.
class Writer {
 public:
  Writer() { document_.format = document::Format::docx; }

  Writer& bold(const std::string& text) {
    put(text).bold = true;
    return *this;
  }
  Writer& text(const std::string& text) {
    put(text);
    return *this;
  }
  Writer& item(const std::string& text) {
    put(text).list_level = 0;
    return *this;
  }

  Writer& row(int table) {
    row_ = table == table_ ? row_ + 1 : 0;
    table_ = table;
    return cell(0);
  }
  Writer& cell(int column) {
    column_ = column;
    return *this;
  }

  /// A row of a form.
  Writer& pair(const std::string& label, const std::string& value) { return row(0).text(label).cell(1).text(value); }
  Writer& title(const std::string& label) { return row(0).bold(label).cell(1).text(""); }

  Resume resume() const { return parse::parse_resume(document_).resume; }

 private:
  document::Paragraph& put(const std::string& text) {
    document::Paragraph& paragraph = document_.paragraphs.emplace_back();
    paragraph.text = text;
    paragraph.size = 10;
    paragraph.table = table_;
    paragraph.row = row_;
    paragraph.column = column_;
    return paragraph;
  }

  document::Document document_;
  int table_ = -1, row_ = 0, column_ = 0;
};

std::vector<std::string> keywords(const Resume& resume) {
  std::vector<std::string> out;
  for (const KeywordGroup& group : resume.skills)
    for (const Text& keyword : group.keywords) out.push_back(keyword.value);
  return out;
}

struct Form {
  const char *personal, *name, *mail, *work, *dates, *position, *duties, *employer, *education, *degree, *school,
      *skills, *languages;
};

/// The labels of the European form, as its templates have them.
constexpr Form forms[] = {
    {"Personal information", "First name(s) / Surname(s)", "E-mail(s)", "Work experience", "Dates",
     "Occupation or position held", "Main activities and responsibilities", "Name and address of employer",
     "Education and training", "Title of qualification awarded",
     "Name and type of organisation providing education and training", "Personal skills and competences",
     "Other language(s)"},
    {"Angaben zur Person", "Nachname(n) / Vorname(n)", "E-Mail", "Berufserfahrung", "Zeitraum", "Beruf oder Funktion",
     "Wichtigste Tätigkeiten und Zuständigkeiten", "Name und Adresse des Arbeitgebers", "Schul- und Berufsbildung",
     "Bezeichnung der erworbenen Qualifikation", "Name und Art der Bildungs- oder Ausbildungseinrichtung",
     "Persönliche Fähigkeiten und Kompetenzen", "Sprachen"},
    {"Informazioni personali", "Nome(i) / Cognome(i)", "E-mail", "Esperienza professionale", "Date",
     "Lavoro o posizione ricoperti", "Principali attività e responsabilità", "Nome e indirizzo del datore di lavoro",
     "Istruzione e formazione", "Titolo della qualifica rilasciata",
     "Nome e tipo d'organizzazione erogatrice dell'istruzione e formazione", "Capacità e competenze personali",
     "Lingue"},
};

}  // namespace

TEST_CASE("the European form is read by its labels in its languages") {
  for (const Form& form : forms) {
    CAPTURE(form.personal);
    Writer writer;
    writer.title(form.personal).pair(form.name, "Ilse Vantongeren").pair(form.mail, "ilse@mill.example");
    writer.title(form.work);
    for (const std::string year : {"2018", "2012"}) {
      writer.pair(form.dates, "03/" + year + " - 05/2019").pair(form.position, "Miller");
      writer.row(0).text(form.duties).cell(1).item("Ground the corn of " + year);
      writer.pair(form.employer, "Mill " + year + ", Berlin");
    }
    writer.title(form.education);
    writer.pair(form.dates, "2008 - 2010").pair(form.degree, "Diploma").pair(form.school, "School of Mills");
    writer.title(form.skills).pair(form.languages, "English – B2");
    const Resume resume = writer.resume();
    CHECK(resume.basics.name.value == "Ilse Vantongeren");
    CHECK(resume.basics.email.value == "ilse@mill.example");
    REQUIRE(resume.work.size() == 2);
    CHECK(resume.work[1].company.value == "Mill 2012");
    CHECK(resume.work[1].location.value == "Berlin");
    CHECK(resume.work[1].position.value == "Miller");
    CHECK(resume.work[1].dates.start.date == Date{2012, 3, 0});
    REQUIRE(resume.work[1].highlights.size() == 1);
    REQUIRE(resume.education.size() == 1);
    CHECK(resume.education[0].institution.value == "School of Mills");
    REQUIRE(resume.languages.size() == 1);
    CHECK(resume.languages[0].language.value == "English");
  }
}

TEST_CASE("a label that names a section heads its row, and what follows goes on as before") {
  Writer writer;
  writer.title("Personal information").pair("Name", "Ilse Vantongeren").pair("E-mail", "ilse@mill.example");
  writer.title("Skills");
  writer.pair("Machines", "Roller mill, Sifter").pair("Languages", "English").pair("Office", "Ledgers, Stock lists");
  const Resume resume = writer.resume();
  REQUIRE(resume.languages.size() == 1);
  CHECK(keywords(resume) == std::vector<std::string>{"Roller mill", "Sifter", "Ledgers", "Stock lists"});
}

TEST_CASE("a side bar set as a table cell has its headings, and the name beside it is the name") {
  Writer writer;
  writer.row(0).bold("CONTACT").text("ilse@mill.example").text("Ghent, Belgium").bold("SKILLS");
  writer.item("Stone dressing").item("Bookkeeping").bold("LANGUAGES").text("Dutch (native)");
  writer.cell(1).bold("Ilse Vantongeren").text("Miller").bold("EXPERIENCE").bold("Head Miller");
  writer.text("East Mill | March 2015 – Present").item("Ran the mill through two floods without a day of rest");
  writer.bold("EDUCATION").bold("Diploma in Milling").text("School of Mills | 2008 – 2010");
  const Resume resume = writer.resume();
  CHECK(resume.basics.name.value == "Ilse Vantongeren");
  CHECK(resume.basics.email.value == "ilse@mill.example");
  CHECK(keywords(resume) == std::vector<std::string>{"Stone dressing", "Bookkeeping"});
  REQUIRE(resume.languages.size() == 1);
  REQUIRE(resume.work.size() == 1);
  CHECK(resume.work[0].company.value == "East Mill");
  REQUIRE(resume.education.size() == 1);
}

TEST_CASE("bold names beside a label are no headings where the headings are labels") {
  Writer writer;
  writer.title("Work experience")
      .pair("Employer", "East Mill")
      .pair("Position", "Miller")
      .pair("Period", "2015 – 2019");
  writer.title("Education").pair("School", "School of Mills").pair("Period", "2008 – 2010");
  writer.title("Languages").pair("Dutch", "native");
  writer.row(0)
      .bold("Projects")
      .cell(1)
      .bold("Flood Gauge")
      .text("A float that rings a bell in time before the water is in the wheel pit.");
  writer.bold("Sack Counter").text("Counts what leaves the mill by the cart and writes it on the slate.");
  const Resume resume = writer.resume();
  REQUIRE(resume.projects.size() == 2);
  CHECK(resume.projects[0].name.value == "Flood Gauge");
  CHECK(resume.projects[1].name.value == "Sack Counter");
}

TEST_CASE("the first item of a row of items is no label of the others") {
  Writer writer;
  writer.bold("Ilse Vantongeren").text("ilse@mill.example").bold("SKILLS");
  writer.row(0).item("Stone dressing").cell(1).item("Bookkeeping").cell(2).item("Rigging");
  writer.row(0).item("Sieving").cell(1).item("Haggling").cell(2).item("Weather lore");
  CHECK(keywords(writer.resume()) ==
        std::vector<std::string>{"Stone dressing", "Bookkeeping", "Rigging", "Sieving", "Haggling", "Weather lore"});
}

TEST_CASE("an entry's head that the source states as a heading may be long, and its parts are told by bars") {
  document::Document document;
  document.format = document::Format::docx;
  const auto add = [&](const std::string& text, int heading = 0) {
    document::Paragraph& paragraph = document.paragraphs.emplace_back();
    paragraph.text = text;
    paragraph.heading = heading;
    paragraph.size = 10;
  };
  add("Ilse Vantongeren");
  add("Experience", 1);
  for (const std::string year : {"2018", "2012"}) {
    add("March " + year + " – May 2019");
    add("Head Miller of the Northern Works | East Mill | 14 Quay Street, Ghent, East Flanders 9000", 2);
    add("Ran the mill through two floods and a strike without a day of rest for the stones.");
  }
  const Resume resume = parse::parse_resume(document).resume;
  REQUIRE(resume.work.size() == 2);
  CHECK(resume.work[1].position.value == "Head Miller of the Northern Works");
  CHECK(resume.work[1].company.value == "East Mill");
}

TEST_CASE("a title set larger than the name above it is no name") {
  document::Document document;
  document.format = document::Format::docx;
  for (const auto& [text, size] : {std::pair{"Ilse Vantongeren", 10.0F}, std::pair{"ilse@mill.example", 10.0F},
                                   std::pair{"Software Engineer", 16.0F}, std::pair{"EXPERIENCE", 12.0F}}) {
    document::Paragraph& paragraph = document.paragraphs.emplace_back();
    paragraph.text = text;
    paragraph.size = size;
  }
  const Resume resume = parse::parse_resume(document).resume;
  CHECK(resume.basics.name.value == "Ilse Vantongeren");
}

TEST_CASE("contact data in the footer of a document is no part of its last section") {
  document::Document document;
  document.format = document::Format::docx;
  const auto add = [&](const std::string& text, int heading, bool footer) {
    document::Paragraph& paragraph = document.paragraphs.emplace_back();
    paragraph.text = text;
    paragraph.heading = heading;
    paragraph.header_or_footer = footer;
  };
  add("Ilse Vantongeren", 0, false);
  add("Experience", 1, false);
  add("East Mill, Miller, March 2015 – Present", 0, false);
  add("Ran the mill through two floods and a strike without a day of rest for the stones.", 0, false);
  add("Skills", 1, false);
  add("Stone dressing, Bookkeeping", 0, false);
  add("14 Quay Street, Ghent", 0, true);
  add("ilse@mill.example | github.com/ilse-mills", 0, true);
  const Resume resume = parse::parse_resume(document).resume;
  CHECK(keywords(resume) == std::vector<std::string>{"Stone dressing", "Bookkeeping"});
  CHECK(resume.basics.email.value == "ilse@mill.example");
  REQUIRE(resume.basics.profiles.size() == 1);
}
