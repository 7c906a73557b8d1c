#include <resumax/core/resume_json.hpp>
#include <resumax/guard/guard.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace resumax;

namespace {

/// Invented people with the lines that the tables below rewrite.
const guard::Guard& guard_of_mira() {
  static const guard::Guard guard(resume_from_json(nlohmann::json::parse(R"({
    "meta": {"language": "en"},
    "basics": {"label": "Platform Engineer"},
    "work": [
      {"name": "Alder Retail Group", "position": "Platform Engineer", "startDate": "2020-01", "highlights": [
        "Led a five-engineer crew to open parcel lockers in four market halls",
        "Advised two Tallship 100 companies on storage",
        "Coached crew of 7 engineers, 2 raised to senior grades",
        "Increased coverage from 30% to 70% by writing contract tests",
        "Cut build time by 45% by caching dependencies",
        "Developed rules for cold store management",
        "Testing on a team that created the locker display, succeeding a paper chart",
        "Helped develop the parcel scanner. Made to support new depots",
        "Worked on Quillon sensors for shop doors",
        "Kept the books under IFRS and arranged the yearly audit",
        "Trained nine porters who later ran shops, without sacrificing opening hours",
        "Trained 3 apprentices during 9 months",
        "Optimized the crop sequencing rig",
        "Ran a depot serving 900 monthly active customers",
        "Reduced storage cost by 25%",
        "Contributed to the Heronmap library",
        "Tested stock application and interface protection for Irish shops"
      ]},
      {"name": "Studio Fen", "position": "Clerk", "startDate": "2015-01", "endDate": "2019-12", "highlights": [
        "Wrote quillbox, a Ruby gem for ledgers",
        "Wrote tidepool, a grid for posters",
        "Hosted a popular radio hour",
        "Assisted the Director of the museum with letters"
      ]}
    ],
    "awards": [{"title": "Harbour Prize - Best Lantern",
                "summary": "Prize for the longest hike of all members at Fenwick, Northmoor Club"}]
  })")),
                                  match::Taxonomy::builtin());
  return guard;
}

struct Case {
  const char* what;
  bool honest;
  const char *path, *proposed;
};

void decide(const guard::Guard& guard, const Case& c) {
  const Verdict verdict = guard.check(c.path, c.proposed);
  INFO(c.what << ": " << c.proposed << " -> " << verdict.reason);
  CHECK(verdict.accepted == c.honest);
}

constexpr bool honest = true, invented = false;

}  // namespace

TEST_CASE("a number stays with what it counts") {
  for (const Case& c :
       {Case{"the thing counted", invented, "/work/0/highlights/0",
             "Led a five-engineer crew to open parcel lockers in four market sellers"},
        Case{"numerals", honest, "/work/0/highlights/0",
             "Led a crew of 5 engineers to open parcel lockers in 4 market halls"},
        Case{"another line's number", invented, "/work/0/highlights/1",
             "Advised five Tallship 100 companies on storage"},
        Case{"people of a team", honest, "/work/0/highlights/2", "Coached a seven-person engineering crew"},
        Case{"each with its own", honest, "/work/0/highlights/2",
             "Coached 7 engineers, with 2 engineers raised to senior grades"},
        Case{"a fraction", honest, "/work/0/highlights/14", "Lowered storage cost by a quarter"},
        Case{"another fraction", invented, "/work/0/highlights/14", "Lowered storage cost by a third"},
        Case{"one thing for another", invented, "/work/0/highlights/13", "Ran a depot for 900 monthly parcels"},
        Case{"the same thing", honest, "/work/0/highlights/13", "Ran a depot used by 900 customers a month"},
        Case{"a range in short", honest, "/work/0/highlights/3", "Contract tests brought coverage from 30% up to 70%"},
        Case{"numbers swapped", invented, "/work/0/highlights/2",
             "Coached crew of 2 engineers, 7 raised to senior grades"},
        Case{"a range", honest, "/work/0/highlights/3", "Contract tests written, with coverage up from 30% to 70%"},
        Case{"by, not to", invented, "/work/0/highlights/4", "Cut build time to 45% by caching dependencies"},
        Case{"over a time", honest, "/work/0/highlights/11", "Trained three apprentices over nine months"},
        Case{"more than a time", invented, "/work/0/highlights/11", "Trained 3 apprentices during more than 9 months"},
        Case{"as many as follow", honest, "/work/1/highlights/0",
             "Wrote two works: quillbox (a Ruby gem) and tidepool (a grid for posters)"},
        Case{"more than follow", invented, "/work/1/highlights/0",
             "Wrote three works: quillbox (a Ruby gem) and tidepool (a grid for posters)"}})
    decide(guard_of_mira(), c);
}

TEST_CASE("the same fact in another measure or spelling is the same") {
  static const guard::Guard guard(resume_from_json(nlohmann::json::parse(R"({
    "meta": {"language": "en"},
    "basics": {"label": "Site Engineer"},
    "work": [{"name": "Tarn Works", "position": "Site Engineer", "startDate": "2020-01", "highlights": [
      "Laid 3.2km of drains, 150mm to 900mm wide",
      "Tutored Y9 and Y11 groups in their own time",
      "Brought the portal to WCAG 2.1 and rearchitected its menus",
      "Took the depot from $11.2M to $16.8M in sales",
      "Ran DLP checks on VPCs",
      "Kept the ledgers over 18 months",
      "Visited the yard 2 times a month for ten years",
      "Dutch B1 and learning",
      "Retained 19 of 21 named accounts through the 2020 price freeze",
      "Helped maintain the scanner and ITC"
    ]}]})")),
                                  match::Taxonomy::builtin());
  for (const Case& c :
       {Case{"metres", honest, "/work/0/highlights/0", "Laid about 3,200 metres of drains, from 150 to 900 mm wide"},
        Case{"another length", invented, "/work/0/highlights/0", "Laid 32,000 metres of drains"},
        Case{"a code spelled", honest, "/work/0/highlights/1", "Tutored Year 9 and Year 11 groups in their own time"},
        Case{"another code", invented, "/work/0/highlights/1", "Tutored Year 9 and Year 13 groups in their own time"},
        Case{"a hyphen", honest, "/work/0/highlights/2",
             "Re-architected the portal's menus and brought it to WCAG 2.1"},
        Case{"another version", invented, "/work/0/highlights/2", "Brought the portal to WCAG 2.2"},
        Case{"the verb without its prefix", invented, "/work/0/highlights/4", "Architected DLP checks on VPCs"},
        Case{"what two numbers say", honest, "/work/0/highlights/3",
             "Grew the depot's sales from $11.2 million to $16.8 million"},
        Case{"the other way", invented, "/work/0/highlights/3", "Reduced the depot's sales from $11.2M to $16.8M"},
        Case{"a result among initials", honest, "/work/0/highlights/4",
             "Ran Data Loss Prevention (DLP) checks on VPCs"},
        Case{"one of several", honest, "/work/0/highlights/4", "Ran VPC checks for DLP"},
        Case{"years", honest, "/work/0/highlights/5", "Kept the ledgers over 1.5 years"},
        Case{"more years", invented, "/work/0/highlights/5", "Kept the ledgers over 2.5 years"},
        Case{"twice, a decade", honest, "/work/0/highlights/6", "Visited the yard twice a month for a decade"},
        Case{"two decades", invented, "/work/0/highlights/6", "Visited the yard twice a month for two decades"},
        Case{"still learning", honest, "/work/0/highlights/7", "Dutch B1"},
        Case{"a joint behind what is counted", honest, "/work/0/highlights/8",
             "Kept 19 of 21 named accounts despite the 2020 price freeze"},
        Case{"a trade's word among initials", honest, "/work/0/highlights/9",
             "Helped maintain the scanner and isothermal titration calorimeter (ITC)"}})
    decide(guard, c);
}

TEST_CASE("what a reader takes for the same passes, what looks like it does not") {
  static const guard::Guard guard(resume_from_json(nlohmann::json::parse(R"({
    "meta": {"language": "en"},
    "basics": {"label": "Clerk", "summary": "Clerk with six years in tax. Passed two of the four parts of the CPA exam."},
    "work": [{"name": "Oakhill Stores", "position": "Store Manager", "startDate": "2016-01", "highlights": [
      "Cut waiting time from 52 days to 37 days with weekly calls",
      "Took part in negotiations with the union on the 2023 pay deal",
      "Supervised 2 pre-reg trainees and gave chemo lessons",
      "Saved approx. €85,000 a year by changing the casting",
      "Set up monthly reports in GA4",
      "Raised ECNs and kept 3 Ledger Officers busy",
      "Store piloted the parcel scheme of the group",
      "Led a team of 30 students",
      "Helped the print crew test the new ledger system and wrote the guide for our branch",
      "Hired, trained and paid staff; six of my porters became clerks",
      "Planned tours within 15 minutes of notice",
      "Designed pumps between 4 and 75 kW",
      "Managed 45 small and medium-sized business (SMB) accounts",
      "Teaching assistant for 60 students",
      "Answered 40 messages/second at peak",
      "Arranged the yearly audit at the Salem, MA depot",
      "Contributed to the pricing plan led by the director",
      "Let 130 flats in 2016, 2nd highest of seven agents",
      "Balanced a till daily with no gaps over £5",
      "Kept 19 of 21 tenants. Working towards the ALM badge, not yet submitted"
    ]}],
    "certificates": [{"name": "CPIM"}]
})")),
                                  match::Taxonomy::builtin());
  const auto line = [](int n) { return "/work/0/highlights/" + std::to_string(n); };
  const struct {
    const char* what;
    bool honest;
    int line;
    const char* proposed;
  } cases[] = {
      {"a difference", honest, 0, "Brought waiting time down by 15 days, from 52 to 37, with weekly calls"},
      {"no difference", invented, 0, "Brought waiting time down by 25 days, from 52 to 37, with weekly calls"},
      {"the ends turned", invented, 0, "Cut waiting time from 37 days to 52 days with weekly calls"},
      {"a year elsewhere", honest, 1, "Participated in negotiating the 2023 pay deal with the union"},
      {"another year", invented, 1, "Participated in negotiating the 2021 pay deal with the union"},
      {"clipped words", honest, 2, "Supervised two pre-registration trainees and gave chemotherapy lessons"},
      {"a short form ends no sentence", honest, 3, "Saved approximately €85k a year by changing the casting"},
      {"a code spelled", honest, 4, "Set up monthly reports in Google Analytics 4"},
      {"the next version", invented, 4, "Set up monthly reports in Google Analytics 5"},
      {"letters spelled beside", honest, 5, "Raised engineering change notices (ECNs) and kept three LOs busy"},
      {"used, not made", invented, 6, "Created the parcel scheme of the group and piloted it"},
      {"a count of groups", invented, 7, "Led 30 teams of students"},
      {"what was done without help", honest, 8, "Wrote the branch guide for the new ledger system"},
      {"what was helped with", invented, 8, "Tested the new ledger system with the print crew and wrote the guide"},
      {"a verb with an object of its own", honest, 9,
       "Hired, trained and paid staff, with six porters becoming clerks"},
      {"a bound from above", honest, 10, "Planned tours in no more than 15 minutes of notice"},
      {"the contrary", invented, 10, "Planned tours beyond 15 minutes of notice"},
      {"a range", honest, 11, "Designed 4-75 kW pumps"},
      {"a hyphen among initials", honest, 12, "Managed 45 SMB accounts"},
      {"an acronym for its words", honest, 13, "TA for 60 students"},
      {"a verb more", invented, 14, "Answered and archived 40 messages/second at peak"},
      {"one verb for another", honest, 9, "Recruited, trained and paid staff; six of my porters became clerks"},
      {"arranged, not done", invented, 15, "Performed the yearly audit"},
      {"arranged", honest, 15, "Organised the yearly audit"},
      {"led by somebody else", invented, 16, "Led the pricing plan together with the director"},
      {"still led by somebody else", honest, 16, "Contributed to the pricing plan under the director's leadership"},
      {"not the first", invented, 17, "Let 130 flats in 2016, the highest of seven agents"},
      {"none at all", invented, 18, "Balanced a till daily with no gaps"},
      {"all of them", invented, 19, "Kept all 21 tenants"},
      {"not there yet", invented, 19, "Kept 19 of 21 tenants. Holder of the ALM badge"},
      {"what a rate counts", invented, 14, "Answered 40 users/second at peak"}};
  for (const auto& c : cases) decide(guard, {c.what, c.honest, line(c.line).c_str(), c.proposed});
  decide(guard, {"a title's small word", invented, "/work/0/position", "Area Manager"});
  decide(guard,
         {"an exam is no title", invented, "/basics/summary", "Certified Public Accountant with six years in tax."});
  decide(guard, {"a town's letters are no degree", invented, "/basics/label", "Master Clerk"});
  decide(guard, {"a certificate held", honest, "/basics/summary", "CPIM-certified clerk with six years in tax."});
  decide(guard, {"a certificate not held", invented, "/basics/summary", "PMP-certified clerk with six years in tax."});
}

TEST_CASE("credit stays with those who had it") {
  for (const Case& c :
       {Case{"the team's work", invented, "/work/0/highlights/6",
             "Created the locker display, succeeding a paper chart"},
        Case{"with the team", honest, "/work/0/highlights/6",
             "Testing on the team behind the locker display, which succeeded a paper chart"},
        Case{"help dropped, support for brands kept", invented, "/work/0/highlights/7",
             "Built the parcel scanner. Made to support new depots"},
        Case{"help kept", honest, "/work/0/highlights/7", "Helped with developing the parcel scanner"},
        Case{"an algorithm for management is no management", invented, "/work/0/highlights/5",
             "Led cold store management"},
        Case{"a team led is no team built", invented, "/work/0/highlights/2", "Built a team of 7 engineers"},
        Case{"joined verbs share what they govern", invented, "/work/0/highlights/2",
             "Managed and coached 7 engineers"},
        Case{"one who helps is no driver", invented, "/work/0/highlights/15",
             "Contributor driving the Heronmap library"},
        Case{"one who helps", honest, "/work/0/highlights/15", "Contributor to the Heronmap library"},
        Case{"owning is more than caching", invented, "/work/0/highlights/4",
             "Owned the build and cut its time by 45% by caching dependencies"},
        Case{"one person", invented, "/work/0/highlights/12",
             "Optimized the crop sequencing rig as a one-person project"},
        Case{"the only one", invented, "/work/0/highlights/12", "Optimized Alder's only crop sequencing rig"},
        Case{"free of faults", invented, "/work/0/highlights/12", "Optimized the error-free crop sequencing rig"},
        Case{"a verb no list knows", honest, "/work/0/highlights/12", "Optimized the rig that sequences crops"},
        Case{"mentees", honest, "/work/0/highlights/2", "Two trainees raised to senior grades"},
        Case{"a higher rank", invented, "/work/0/highlights/2",
             "Coached crew of 7 engineers, 2 raised to staff grades"},
        Case{"somebody else's title", invented, "/work/1/highlights/3", "As Director, wrote letters"},
        Case{"his title", honest, "/work/1/highlights/3", "Helped the Director of the museum with letters"},
        Case{"a product is no employer", invented, "/work/0/highlights/8", "Worked at Quillon on sensors"},
        Case{"an employer is one", honest, "/work/0/highlights/8",
             "Worked on Quillon sensors for shop doors at Alder"}})
    decide(guard_of_mira(), c);
}

TEST_CASE("scope, rank and results have to be said") {
  for (const Case& c :
       {Case{"the employer's name gives no scope", invented, "/work/0/highlights/4",
             "Cut build time by 45% across the retail group by caching dependencies"},
        Case{"a superlative", invented, "/work/1/highlights/2", "Hosted the most popular radio hour"},
        Case{"popular", honest, "/work/1/highlights/2", "Hosted a popular radio hour."},
        Case{"where the scope ends", invented, "/awards/0/summary",
             "Prize for the longest hike of all members at Northmoor Club"},
        Case{"one honour more", invented, "/awards/0/title", "Harbour Prize - Best Lantern and Best Overall"},
        Case{"a result of the result", invented, "/work/0/highlights/4",
             "Cut build time by 45% by caching dependencies, which sped up releases"},
        Case{"un-", invented, "/work/0/highlights/9", "Kept unaudited books under IFRS"},
        Case{"an acronym over a small word", honest, "/work/0/highlights/16",
             "Tested Stock Application and Interface Protection (SAIP) for Irish shops"},
        Case{"a country in capitals", invented, "/work/0/highlights/16",
             "Tested stock application and interface protection for Irish and US shops"},
        Case{"a kind of reach", invented, "/work/0/highlights/12", "Optimized the widely used crop sequencing rig"},
        Case{"an acronym spelled out", honest, "/work/0/highlights/9",
             "Kept the books under IFRS (International Financial Reporting Standards)"},
        Case{"letters of the words before it", honest, "/work/0/highlights/12",
             "Optimized the crop sequencing (CSQ) rig"},
        Case{"letters of other words", invented, "/work/0/highlights/12", "Optimized the crop sequencing (CRX) rig"},
        Case{"all of whom", honest, "/work/0/highlights/10", "Trained nine porters, all of whom later ran shops"},
        Case{"kept for not lost", honest, "/work/0/highlights/10",
             "Trained nine porters while preserving opening hours"},
        Case{"lost for not lost", invented, "/work/0/highlights/10",
             "Trained nine porters while sacrificing opening hours"}})
    decide(guard_of_mira(), c);
}

TEST_CASE("fields of one fact may be written otherwise, and say no more") {
  const auto person = resume_from_json(nlohmann::json::parse(R"({
    "meta": {"language": "en"},
    "work": [{"name": "Dunlin", "position": "Analyst", "location": "Salem, OR", "highlights": [
      "Organised the archive for external partners", "Contracts exceeding 300 pages were scanned",
      "Planned stock worth more than 40 million", "AI catalogue drawn up in 36 hours",
      "Wrote the search as an API Rest of the archive"]}],
    "education": [{"institution": "Northmoor University", "studyType": "Associate of Library Studies", "score": "3.7/4.0"}],
    "certificates": [{"name": "Dunlin Certified Archive Architect - Professional"}],
    "languages": [{"language": "Welsh", "fluency": "Elementary proficiency"}, {"language": "Irish", "fluency": "Native"}],
    "skills": [{"name": "Web", "keywords": ["React"]}]
  })"));
  const guard::Guard guard(person, match::Taxonomy::builtin());
  for (const Case& c :
       {Case{"a state", honest, "/work/0/location", "Salem, Oregon"},
        Case{"another state", invented, "/work/0/location", "Salem, Ohio"},
        Case{"a legal form", honest, "/work/0/name", "Dunlin Ltd"},
        Case{"another firm", invented, "/work/0/name", "Dunlin Systems"},
        Case{"zeros", honest, "/education/0/score", "3.70 / 4.00"},
        Case{"a better grade", invented, "/education/0/score", "3.8/4.0"},
        Case{"initials", honest, "/education/0/studyType", "Associate of Library Studies (ALS)"},
        Case{"other initials", invented, "/education/0/studyType", "Associate of Library Studies (BLS)"},
        Case{"a language better known", invented, "/languages/0/fluency", "Fluent"},
        Case{"the same in other words", honest, "/languages/0/fluency", "Elementary"},
        Case{"a skill made of two lines", invented, "/skills/0/keywords/0", "React Native"},
        Case{"a certificate is no post", honest, "/basics/summary",
             "Analyst of archives; Dunlin Certified Archive Architect - Professional"},
        Case{"a post", invented, "/basics/summary", "Archive architect"},
        Case{"spelling", honest, "/work/0/highlights/0", "Organized the archive for external partners"},
        Case{"the opposite", invented, "/work/0/highlights/0", "Organised the archive for internal partners"},
        Case{"a bound as a verb", honest, "/work/0/highlights/2", "Planned stock exceeding 40 million"},
        Case{"another bound", invented, "/work/0/highlights/2", "Planned stock exceeding 50 million"},
        Case{"words of another language", honest, "/work/0/highlights/3", "AI catalogue drawn up in thirty-six hours"},
        Case{"a name in capitals", honest, "/work/0/highlights/4", "Wrote the search as a REST API of the archive"}})
    decide(guard, c);
}

TEST_CASE("English verbs are read with their particle, and plain words by their equals") {
  const auto person = resume_from_json(nlohmann::json::parse(R"({
    "work": [{"name": "Elm Yard", "position": "Technician", "startDate": "2018-01", "highlights": [
      "Helped draft the harbour report", "Compiled a lantern catalogue for apprentices",
      "Took payments and balanced the till at close", "Repaired bicycles and wrote notes",
      "Mended nine lanterns per shift"]}]})"));
  const guard::Guard guard(person, match::Taxonomy::builtin());
  for (const Case& c :
       {Case{"a parted verb", honest, "/work/0/highlights/1", "Put a lantern catalogue together for apprentices"},
        Case{"its particle shares no credit", invented, "/work/0/highlights/0", "Put the harbour report together"},
        Case{"an hour", honest, "/work/0/highlights/2", "Accepted payments and balanced the till at closing time"},
        Case{"early", invented, "/work/0/highlights/3", "Repaired bicycles and wrote notes, finishing early"},
        Case{"no period", honest, "/work/0/highlights/3", "Day-to-day work: bike repair and writing notes"},
        Case{"a period", invented, "/work/0/highlights/3", "Repaired bicycles and wrote notes day and night"},
        Case{"another period", invented, "/work/0/highlights/4", "Mended nine lanterns per hour"}})
    decide(guard, c);
}

TEST_CASE("German verbs are read whole where they stand in two parts") {
  const auto person = resume_from_json(nlohmann::json::parse(R"({
    "meta": {"language": "de"},
    "work": [{"name": "Erlenhof", "position": "Technikerin", "startDate": "2018-01", "highlights": [
      "Teilnahme an Messen und Beitrag zur Auswahl der Maschinen", "Entwurf der Lagerregale"]}]})"));
  const guard::Guard guard(person, match::Taxonomy::builtin());
  for (const Case& c :
       {Case{"in parts", honest, "/work/0/highlights/0", "Nahm an Messen teil und trug zur Auswahl der Maschinen bei"},
        Case{"led", invented, "/work/0/highlights/0", "Leitete Messen und die Auswahl der Maschinen"},
        Case{"reach in another form", invented, "/work/0/highlights/1", "Entwurf der konzernweiten Lagerregale"},
        Case{"a strong verb", honest, "/work/0/highlights/1", "Entwarf die Lagerregale"}})
    decide(guard, c);
}

TEST_CASE("German words are known in their forms, compounds and parts") {
  const auto person = resume_from_json(nlohmann::json::parse(R"({
    "meta": {"language": "de"},
    "work": [{"name": "Erlenhof", "position": "Fachkraft", "startDate": "2018-01", "highlights": [
      "Aufnahme der Bestellungen und Abgleich mit den Lieferscheinen",
      "Betreuung von zwei Wohnbauprojekten in Polen",
      "Klärung von Rechnungsdifferenzen mit 30 Kunden",
      "Beratung der Schüler bei der Kurswahl",
      "Einrichtung eines Monitorings für drei Server",
      "Senkung der Ausschussquote von 4,2 % auf 2,9 %",
      "Wartung von Verpackungsmaschinen"]}]})"));
  const guard::Guard guard(person, match::Taxonomy::builtin());
  for (const Case& c :
       {Case{"strong verbs behind prefixes", honest, "/work/0/highlights/0",
             "Bestellungen aufgenommen und mit den Lieferscheinen abgeglichen"},
        Case{"in two parts", honest, "/work/0/highlights/0",
             "Nahm Bestellungen auf und glich sie mit Lieferscheinen ab"},
        Case{"a thing that is not there", invented, "/work/0/highlights/0", "Nahm Bestellungen und Reklamationen auf"},
        Case{"a deed in two parts", invented, "/work/0/highlights/0", "Nahm Bestellungen auf und stellte Fahrer ein"},
        Case{"a plain end for another", honest, "/work/0/highlights/1", "Zwei polnische Wohnbauvorhaben betreut"},
        Case{"another beginning", invented, "/work/0/highlights/1", "Zwei polnische Großprojekte betreut"},
        Case{"another country", invented, "/work/0/highlights/1", "Zwei tschechische Wohnbauprojekte betreut"},
        Case{"the synonym of a part", honest, "/work/0/highlights/2",
             "Abweichungen in Rechnungen von 30 Kunden geklärt"},
        Case{"others counted", invented, "/work/0/highlights/2", "Rechnungsdifferenzen mit 30 Lieferanten geklärt"},
        Case{"others counted, and a verb", invented, "/work/0/highlights/2", "Für 30 Filialen geklärt, was offen war"},
        Case{"the feminine", honest, "/work/0/highlights/3", "Schülerinnen und Schüler bei der Wahl der Kurse beraten"},
        Case{"a word of the source in a compound", honest, "/work/0/highlights/4",
             "Überwachungslösung für drei Server aufgesetzt"},
        Case{"a team that was led", invented, "/work/0/highlights/4", "Leitung eines Serverteams mit Monitoring"},
        Case{"a range's start for its size", invented, "/work/0/highlights/5", "Ausschussquote um 4,2 % gesenkt"},
        Case{"the range", honest, "/work/0/highlights/5", "Ausschussquote von 4,2 % auf 2,9 % reduziert"},
        Case{"a noun at the start", invented, "/work/0/highlights/6",
             "Wartungskonzept für Verpackungsmaschinen entwickelt"},
        Case{"reach in any adjective", invented, "/work/0/highlights/6", "Werksweite Wartung von Verpackungsmaschinen"},
        Case{"a result in any adjective", invented, "/work/0/highlights/6", "Störungsfreie Verpackungsmaschinen"},
        Case{"leading that nobody speaks of", invented, "/work/0/highlights/6", "Leitung einer Abteilung"},
        Case{"another verb for it", honest, "/work/0/highlights/6",
             "Kümmerte sich um die Instandhaltung der Verpackungsanlagen"}})
    decide(guard, c);
}

TEST_CASE("French verbs in all their forms are told from French nouns") {
  const auto person = resume_from_json(nlohmann::json::parse(R"({
    "meta": {"language": "fr"},
    "work": [{"name": "Serres du Valmont", "position": "Assistante", "startDate": "2018-01", "highlights": [
      "Établissement des bulletins de paie mensuels pour 45 salariés",
      "Préparation des colis et prise de rendez-vous",
      "Réduction du délai de livraison de 8 à 5 jours",
      "Tri de 30 plantes par catalogue et par couleur",
      "Participation à la rédaction du guide",
      "Conseil aux particuliers sur les arbres neufs",
      "TDD et envoi d'e-mails"]}]})"));
  const guard::Guard guard(person, match::Taxonomy::builtin());
  for (const Case& c :
       {Case{"words of equal meaning", honest, "/work/0/highlights/0",
             "J'édite chaque mois les fiches de salaire de 45 employés"},
        Case{"a noun in -ité", invented, "/work/0/highlights/0",
             "Établissement des bulletins de paie et fiscalité pour 45 salariés"},
        Case{"a noun in -ment", invented, "/work/0/highlights/1", "Préparation des colis et recouvrement"},
        Case{"a topic that looks like a verb", invented, "/work/0/highlights/1",
             "Préparation des colis et du courrier"},
        Case{"a topic of a plain root", invented, "/work/0/highlights/1",
             "Préparation des colis et tenue des indicateurs"},
        Case{"an adverb in -ment", honest, "/work/0/highlights/1",
             "Préparait méticuleusement les colis et fixait les rendez-vous"},
        Case{"the unit of both ends", honest, "/work/0/highlights/2", "Délai de livraison ramené de huit jours à cinq"},
        Case{"another end", invented, "/work/0/highlights/2", "Délai de livraison ramené de huit jours à trois"},
        Case{"a participle behind what is counted", honest, "/work/0/highlights/3",
             "30 plantes triées par couleur et par catalogue"},
        Case{"another thing counted", invented, "/work/0/highlights/3", "30 arbres triés par couleur et par catalogue"},
        Case{"help further off", honest, "/work/0/highlights/4", "Participation à la bonne rédaction du guide"},
        Case{"help left out", invented, "/work/0/highlights/4", "Rédaction du guide"},
        Case{"whom it was for", invented, "/work/0/highlights/5", "Conseil aux professionnels sur les arbres neufs"},
        Case{"letters of another language", honest, "/work/0/highlights/6",
             "Développement piloté par les tests (TDD), e-mails envoyés"},
        Case{"a result of less", invented, "/work/0/highlights/1", "Préparation des colis avec moins d'erreurs"}})
    decide(guard, c);
}

TEST_CASE("Spanish verbs in all their forms keep to what was done") {
  const auto person = resume_from_json(nlohmann::json::parse(R"({
    "meta": {"language": "es"},
    "work": [{"name": "Vivero Altamar", "position": "Auxiliar", "startDate": "2018-01", "highlights": [
      "Resolución de quejas y cierre de caja diario",
      "Registro de 14 cuentas y recepción de pedidos",
      "Apoyo en la preparación de los envíos trimestrales",
      "Participación en el nuevo diseño del vivero",
      "Reducción del 20 % en el tiempo de riego con relojes"]}]})"));
  const guard::Guard guard(person, match::Taxonomy::builtin());
  for (const Case& c :
       {Case{"imperfects", honest, "/work/0/highlights/0", "Atendía reclamaciones y cerraba la caja cada día"},
        Case{"a result", invented, "/work/0/highlights/0",
             "Resolución de quejas, con clientes más satisfechos, y cierre de caja diario"},
        Case{"a strong verb", honest, "/work/0/highlights/1", "Anoté catorce cuentas y recibía los pedidos"},
        Case{"a topic", invented, "/work/0/highlights/1", "Anoté catorce cuentas y recibía los pedidos y las nóminas"},
        Case{"those named like a verb", invented, "/work/0/highlights/2",
             "Apoyo en la preparación de los envíos a los trabajadores"},
        Case{"help in other words", honest, "/work/0/highlights/2",
             "Eché una mano al preparar cada trimestre los envíos"},
        Case{"help left out", invented, "/work/0/highlights/2", "Preparación de los envíos trimestrales"},
        Case{"help further off", honest, "/work/0/highlights/3", "Participé en el nuevo diseño del vivero"},
        Case{"led", invented, "/work/0/highlights/3", "Lideré el nuevo diseño del vivero"},
        Case{"less of the same", honest, "/work/0/highlights/4", "Con relojes, un 20 % menos de tiempo de riego"},
        Case{"less of another thing", invented, "/work/0/highlights/4", "Con relojes, un 20 % menos de agua de riego"}})
    decide(guard, c);
}

TEST_CASE("Arabic numbers of two words count as one") {
  const auto person = resume_from_json(nlohmann::json::parse(R"({
    "meta": {"language": "ar"},
    "work": [{"name": "مشغل السرو", "position": "مدربة", "startDate": "2019-01", "highlights": [
      "صيانة ١٢ ماكينة خياطة في المصنع", "متابعة أعمال 11 ورشة في المدينة", "توريد القماش لأكثر من 40 متجرًا"]}]})"));
  const guard::Guard guard(person, match::Taxonomy::builtin());
  for (const Case& c :
       {Case{"twelve", honest, "/work/0/highlights/0", "صيانة اثنتي عشرة ماكينة خياطة في المصنع"},
        Case{"thirteen", invented, "/work/0/highlights/0", "صيانة ثلاث عشرة ماكينة خياطة في المصنع"},
        Case{"eleven", honest, "/work/0/highlights/1", "متابعة أعمال إحدى عشرة ورشة في المدينة"},
        Case{"a letter before a number", honest, "/work/0/highlights/1", "متابعة أعمال لـ 11 ورشة في المدينة"},
        Case{"more than, with a letter before", honest, "/work/0/highlights/2", "توريد القماش إلى أكثر من 40 متجرًا"}})
    decide(guard, c);
}

TEST_CASE("a text longer than any line is refused without reading it") {
  std::string text;
  while (text.size() < 20'000) text += "Mentored 7 engineers across 2 teams, ";
  CHECK_FALSE(guard_of_mira().check("/work/0/highlights/2", text).accepted);
}
