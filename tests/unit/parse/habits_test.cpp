#include <resumax/core/resume_json.hpp>
#include <resumax/parse/parse.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace resumax;

namespace {

Resume read(const std::string& text, document::Format format = document::Format::text) {
  return parse::parse_resume(document::from_text(text, format)).resume;
}

std::string iso(const DateField& field) { return field.present ? "present" : field.date.iso(); }

/// Both roles of a section, as "employer | title | start | end".
std::vector<std::string> roles(const std::string& section, document::Format format = document::Format::text) {
  std::vector<std::string> out;
  for (const Work& work : read("Tilda Marek\n\nExperience\n\n" + section, format).work)
    out.push_back(work.company.value + " | " + work.position.value + " | " + iso(work.dates.start) + " | " +
                  iso(work.dates.end));
  return out;
}

const std::string first_items = "\n- Planned routes for nine vans.\n- Kept the fleet book.\n\n";
const std::string second_items = "\n- Answered forty calls a day.\n- Wrote the price list.\n";

}  // namespace

TEST_CASE("a role is read alike in whatever order it is written") {
  const std::pair<std::string, std::string> habits[] = {
      {"Harbourline Ltd, Leeds\tMar 2020 – Present\nDispatch Manager",
       "Osterby, York\tJan 2017 – Feb 2020\nSales Clerk"},
      {"Dispatch Manager\tMar 2020 – Present\nHarbourline Ltd | Leeds",
       "Sales Clerk\tJan 2017 – Feb 2020\nOsterby | York"},
      {"Dispatch Manager, Harbourline Ltd, Mar 2020 – Present", "Sales Clerk, Osterby, Jan 2017 – Feb 2020"},
      {"Harbourline Ltd | Dispatch Manager | Leeds | 03/2020 - Present",
       "Osterby | Sales Clerk | York | 01/2017 - 02/2020"},
      {"Harbourline Ltd / Dispatch Manager / 2020-03 to now", "Osterby / Sales Clerk / 2017-01 to 2020-02"},
      {"Dispatch Manager — Harbourline Ltd (March 2020 to present)",
       "Sales Clerk — Osterby (January 2017 to February 2020)"},
      {"Dispatch Manager (Harbourline Ltd), since March 2020", "Sales Clerk (Osterby), January 2017 - February 2020"},
      {"Mar 2020 – Present\nDispatch Manager at Harbourline Ltd (Leeds)",
       "Jan 2017 – Feb 2020\nSales Clerk at Osterby (York)"},
      {"Dispatch Manager\nHarbourline Ltd · Full-time\nMar 2020 - Present · 2 yrs 3 mos\nLeeds, England",
       "Sales Clerk\nOsterby · Part-time\nJan 2017 - Feb 2020 · 3 yrs 2 mos\nYork, England"},
      {"Dispatch Manager\nHarbourline Ltd / Leeds, England\tMar 2020 – Present",
       "Sales Clerk\nOsterby / Leeds, England\tJan 2017 – Feb 2020"},
      {"Dispatch Manager @ Harbourline Ltd | Mar 2020 – Present (5 yrs)",
       "Sales Clerk @ Osterby | Jan 2017 – Feb 2020 (3 yrs 2 mos)"},
  };
  for (const auto& [one, two] : habits) {
    INFO(one);
    CHECK(roles(one + first_items + two + second_items) ==
          std::vector<std::string>{"Harbourline Ltd | Dispatch Manager | 2020-03 | present",
                                   "Osterby | Sales Clerk | 2017-01 | 2020-02"});
  }
}

TEST_CASE("a town that no list knows stands at the right of its employer") {
  const Resume resume =
      read("Tilda Marek\n\nExperience\n\nDispatch Manager\tMar 2020 – Present\nHarbourline\tQuellmar" + first_items +
           "Sales Clerk\tJan 2017 – Feb 2020\nOsterby\tVelmoor" + second_items);
  REQUIRE(resume.work.size() == 2);
  CHECK(resume.work[0].company.value == "Harbourline");
  CHECK(resume.work[0].location.value == "Quellmar");
  CHECK(resume.work[1].company.value == "Osterby");
  CHECK(resume.work[1].location.value == "Velmoor");
}

TEST_CASE("Persian resumes keep their joiners and are read by their calendar") {
  const Resume resume = read(
      "نیلوفر رادمنش\n\nسوابق شغلی\n\nحسابدار، شرکت آوینار\t۱۳۹۷ – ۱۴۰۲\n- تهیه گزارش‌های ماهانه\n- نصب نرم‌افزار انبار\n\n"
      "کمک حسابدار، شرکت مهرگان\t۱۳۹۵/۰۲ – ۱۳۹۷/۰۱\n- ثبت اسناد در Ex‌cel\n");
  REQUIRE(resume.work.size() == 2);
  CHECK(iso(resume.work[0].dates.start) == "2018");
  CHECK(iso(resume.work[1].dates.end) == "2018-03");
  CHECK(resume.work[0].highlights.at(0).value == "تهیه گزارش‌های ماهانه");
  CHECK(resume.work[1].highlights.at(0).value == "ثبت اسناد در Excel");
}

TEST_CASE("what the heads of a section share tells names that no list knows") {
  CHECK(roles("Zorvex / Quillmaster / 2018 - 2020" + first_items + "Brannoc / Sales Clerk / 2016 - 2018" +
              second_items) ==
        std::vector<std::string>{"Zorvex | Quillmaster | 2018 | 2020", "Brannoc | Sales Clerk | 2016 | 2018"});
}

TEST_CASE("a list item that reads like a heading opens no section") {
  const Resume resume = read(
      "Tilda Marek\n\nExperience\n\nSales Clerk, Osterby, 2017 – 2020\n- stock control\n- training\n- projects\n\n"
      "Shop Assistant, Velmoor, 2015 – 2017\n- till work\n");
  REQUIRE(resume.work.size() == 2);
  CHECK(resume.work[0].highlights.size() == 3);
  CHECK(resume.projects.empty());
}

TEST_CASE("a heading and its content share a line, and a group in a list of skills is no heading") {
  const std::string role = "Nora Lind\n\nExperience\n\nClerk, Osterby, 2017 – 2020\n- Wrote lists.\n\n";
  const Resume shared = read(role + "Technologies: Excel, Sage\n\nHelper, Velmoor, 2015 – 2016\n- Sorted mail.\n\n" +
                             "Skills: Python, SQL, stock control\n\nLanguages: French (native), English (C1)\n\n" +
                             "Education\n\nBSc Biology, University of Larnham, 2012 – 2015\n");
  REQUIRE(shared.work.size() == 2);
  REQUIRE(shared.skills.size() == 1);
  CHECK(shared.skills[0].keywords.size() == 3);
  REQUIRE(shared.languages.size() == 2);
  CHECK(shared.languages[0].language.value == "French");
  CHECK(shared.education.size() == 1);
  for (const std::string label : {"Software", "Languages", "Tools"}) {
    INFO(label);
    const Resume grouped = read(role + "Skills\n\n" + label + ": Sage, Excel\n\nEducation\n\nBSc Biology, 2015\n");
    REQUIRE(grouped.skills.size() == 1);
    CHECK(grouped.skills[0].name.value == label);
    CHECK(grouped.skills[0].keywords.size() == 2);
  }
}

TEST_CASE("degree, subject and school keep apart in any order") {
  const std::string habits[] = {
      "BSc in Marine Biology, University of Larnham, 2012 – 2015",
      "University of Larnham — BSc, Marine Biology (2012 – 2015)",
      "2012 – 2015: BSc, Marine Biology, University of Larnham",
      "BSc, Marine Biology | University of Larnham | 2012 – 2015",
      "BSc in Marine Biology\nUniversity of Larnham\t2012 – 2015",
      "BSc (Marine Biology), University of Larnham, 2012 – 2015",
  };
  for (const std::string& habit : habits) {
    INFO(habit);
    const Resume resume = read("Tilda Marek\n\nEducation\n\n" + habit + "\n");
    REQUIRE(resume.education.size() == 1);
    const Education& study = resume.education.front();
    CHECK(study.institution.value == "University of Larnham");
    CHECK(study.study_type.value.find("BSc") == 0);
    CHECK((study.study_type.value + " " + study.area.value).find("Marine Biology") != std::string::npos);
    CHECK(iso(study.dates.end) == "2015");
  }
}

TEST_CASE("certificates and who gave them") {
  const std::pair<std::string, std::string> habits[] = {
      {"Bridge Safety Course — Norland Institute (2021)\nRigging Level Two — Rope Union (2019)", "dash"},
      {"Norland Institute: Bridge Safety Course, 2021\nRope Union: Rigging Level Two, 2019", "colon"},
      {"- Bridge Safety Course, Norland Institute, 2021\n- Rigging Level Two, Rope Union, 2019", "commas"},
      {"- Bridge Safety Course (Norland Institute), 2021\n- Rigging Level Two (Rope Union), 2019", "brackets"},
      {"Bridge Safety Course\nNorland Institute, 2021\nRigging Level Two\nRope Union, 2019", "two lines"},
      {"Bridge Safety Course | Issued by Norland Institute | 2021\nRigging Level Two | Issued by Rope Union | 2019",
       "said"},
  };
  for (const auto& [habit, name] : habits) {
    INFO(name);
    const Resume resume = read("Tilda Marek\n\nCertificates\n\n" + habit + "\n");
    REQUIRE(resume.certificates.size() == 2);
    CHECK(resume.certificates[0].name.value == "Bridge Safety Course");
    CHECK(resume.certificates[0].issuer.value == "Norland Institute");
    CHECK(iso(resume.certificates[0].date) == "2021");
    CHECK(resume.certificates[1].name.value == "Rigging Level Two");
    CHECK(resume.certificates[1].issuer.value == "Rope Union");
  }
}

TEST_CASE("an abbreviation in brackets is no issuer") {
  const Resume resume =
      read("Tilda Marek\n\nCertificates\n\n- Certified Rope Master (CRM)\n- Certified Knot Tester (CKT)\n");
  REQUIRE(resume.certificates.size() == 2);
  CHECK(resume.certificates[0].name.value == "Certified Rope Master (CRM)");
  CHECK(resume.certificates[0].issuer.empty());
}

TEST_CASE("languages with their levels on either side") {
  for (const std::string line : {"English (C1), Arabic (native)", "English: C1\nArabic: native",
                                 "C1: English\nnative: Arabic", "English – C1 | Arabic – native"}) {
    INFO(line);
    const Resume resume = read("Tilda Marek\n\nLanguages\n\n" + line + "\n");
    REQUIRE(resume.languages.size() == 2);
    CHECK(resume.languages[0].language.value == "English");
    CHECK(resume.languages[0].fluency.value == "C1");
    CHECK(resume.languages[1].language.value == "Arabic");
    CHECK(resume.languages[1].fluency.value == "native");
  }
}

TEST_CASE("measures beside skills are no skills") {
  const Resume resume = read("Tilda Marek\n\nSkills\n\n- Python 80%\n- Welding 4/5\n- Windows 10\n- Rigging ★★★☆☆\n");
  std::vector<std::string> found;
  for (const KeywordGroup& group : resume.skills)
    for (const Text& term : group.keywords) found.push_back(term.value);
  CHECK(found == std::vector<std::string>{"Python", "Welding", "Windows 10", "Rigging"});
}

TEST_CASE("projects that are one paragraph each") {
  const Resume resume = read(
      "Tilda Marek\n\nProjects\n\nTide Clock — A wall clock that shows high and low water for the four nearest harbours\n\n"
      "Net Ledger: A small program that counts nets and the days they were out at sea\n");
  REQUIRE(resume.projects.size() == 2);
  CHECK(resume.projects[0].name.value == "Tide Clock");
  CHECK(resume.projects[1].name.value == "Net Ledger");
}

TEST_CASE("a telephone number has the digits that are dialled") {
  CHECK(read("تيلدا مارك\nالهاتف: ٠١٠٠ ٥٥٥ ٠١٩٩\n").basics.phone.value == "0100 555 0199");
}

TEST_CASE("headings in a language that no list knows are those in capitals that stand alone") {
  const Resume resume = read(
      "Anna Sveinsdal\nanna.sveinsdal@example.com\n\nSTARFSREYNSLA\n\nRannsóknarmaður\nTærvatn ehf, Akureyri\n\n"
      "Greindi vatnssýni.\n\nMENNTUN\n\nPróf í efnafræði, Akureyri\n\nÁHUGAMÁL\n\nRóður og kórsöngur\n");
  CHECK(resume.basics.label.value.empty());
  std::vector<std::string> headings;
  for (const Section& section : resume.sections) headings.push_back(section.heading.value);
  CHECK(headings == std::vector<std::string>{"STARFSREYNSLA", "MENNTUN", "ÁHUGAMÁL"});
}

TEST_CASE("roles, education and skills are found under the headings of many languages") {
  const struct {
    std::string work, dates, education, skills;
  } cases[] = {
      {"Experiență profesională", "martie 2020 - prezent", "Studii", "Competențe"},
      {"Doświadczenie zawodowe", "marzec 2020 - obecnie", "Wykształcenie", "Umiejętności"},
      {"Pracovní zkušenosti", "březen 2020 - současnost", "Vzdělání", "Dovednosti"},
      {"Arbetslivserfarenhet", "mars 2020 - nuvarande", "Utbildning", "Kompetenser"},
      {"Erhvervserfaring", "marts 2020 - nuværende", "Uddannelse", "Kompetencer"},
      {"Arbeidserfaring", "mars 2020 - nåværende", "Utdanning", "Ferdigheter"},
      {"Työkokemus", "maaliskuu 2020 - nykyhetki", "Koulutus", "Taidot"},
      {"Szakmai tapasztalat", "2020. március - jelenleg", "Tanulmányok", "Készségek"},
      {"Επαγγελματική εμπειρία", "Μάρτιος 2020 - σήμερα", "Εκπαίδευση", "Δεξιότητες"},
      {"İş Deneyimi", "Mart 2020 - halen", "Eğitim", "Beceriler"},
      {"Опыт работы", "март 2020 - настоящее время", "Образование", "Навыки"},
      {"Досвід роботи", "березень 2020 - дотепер", "Освіта", "Навички"},
      {"Radno iskustvo", "ožujak 2020 - danas", "Obrazovanje", "Vještine"},
  };
  for (const auto& c : cases) {
    INFO(c.work);
    const Resume resume =
        read("Tilda Marek\ntilda.marek@example.com\n\n" + c.work + "\n\nHarbourline Ltd\t" + c.dates + "\nTester\n\n" +
             c.education + "\n\nOsterby University\t2014 - 2018\n\n" + c.skills + "\n\nPython, Excel, SAP\n");
    REQUIRE(resume.work.size() == 1);
    CHECK(iso(resume.work[0].dates.start) == "2020-03");
    CHECK(resume.work[0].dates.end.present);
    CHECK(resume.education.size() == 1);
    REQUIRE(resume.skills.size() == 1);
    CHECK(resume.skills[0].keywords.size() == 3);
  }
}

TEST_CASE("an address under the name is no title") {
  for (const std::string address : {"42 Osterby Lane", "Lindgatan 45", "ul. Krucza 117, 4"})
    CHECK(read("Tilda Marek\n" + address + "\n\nExperience\n\nOsterby\t2019 - 2020\n").basics.label.empty());
}

TEST_CASE("a heading made of the words of headings opens the first one's section") {
  const Resume resume = read(
      "# Tilda Marek\n\n## Personal Summary\n\nPlans routes for nine vans and keeps the fleet book in good order.\n\n"
      "## Projects Experience\n\n### Tide Board\nJan 2020 – Mar 2021\n\n- Shows the tides of four harbours.\n\n"
      "## Work\n\n### Harbourline Ltd\nDispatch Manager, Mar 2020 – Present\n\n- Kept the fleet book.\n\n"
      "## Skills Overview\n\nRoutes, Rotas\n",
      document::Format::markdown);
  CHECK(resume.basics.summary.value.starts_with("Plans routes"));
  REQUIRE(resume.projects.size() == 1);
  CHECK(resume.projects[0].name.value == "Tide Board");
  CHECK(resume.work.size() == 1);
  REQUIRE(resume.skills.size() == 1);
  CHECK(resume.skills[0].keywords.size() == 2);
}

TEST_CASE("what names a way of contact is no place, and neither is an address printed twice") {
  const Resume resume = read(
      "Tilda Marek\nEmail\ttilda@marek.example\tPhone\t020 5550 1234\nWebsite\thttps://marek.example "
      "(https://marek.example)\n\nSkills\n\nRoutes, Rotas\n");
  CHECK(resume.basics.email.value == "tilda@marek.example");
  CHECK(resume.basics.url.value == "https://marek.example");
  CHECK(resume.basics.location.text.value.empty());
}

TEST_CASE("a degree under its subject is read as one under its school") {
  const Resume resume = read(
      "Tilda Marek\n\nEducation\n\nHarbour College\tSep 2010 – Jun 2013\n- Economics\n- Bachelor of Science\n\n"
      "Port Ellery College\tSep 2013 – Jun 2015\n- History\n- Master of Arts\n");
  REQUIRE(resume.education.size() == 2);
  CHECK(resume.education[0].study_type.value == "Bachelor of Science");
  CHECK(resume.education[0].area.value == "Economics");
  CHECK(resume.education[1].study_type.value == "Master of Arts");
}
