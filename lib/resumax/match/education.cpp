#include <resumax/match/education.hpp>
#include <resumax/match/phrases.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace resumax::match {

namespace {

struct Degree {
  std::string_view phrases;  ///< names divided by |; "=MA" counts only written so
  DegreeLevel level;
};

using enum DegreeLevel;

constexpr std::array degrees = {
    Degree{
        "high school|high school diploma|secondary school|GED|A-levels|Abitur|Fachabitur|Realschulabschluss|"
        "Hauptschulabschluss|Mittlere Reife|Matura|baccalauréat|=BAC|Bac|bachillerato|ensino médio|ensino secundário|"
        "ثانوية عامة|الثانوية العامة|شهادة الثانوية",
        secondary},
    Degree{"apprenticeship|vocational training|vocational qualification|trade certificate|trade school|NVQ|journeyman|"
           "Ausbildung|Berufsausbildung|Lehre|abgeschlossene Ausbildung|Gesellenbrief|Facharbeiter|IHK|examinierte|"
           "examinierter|staatlich anerkannte|=CAP|=BEP|Bac pro|baccalauréat professionnel|titre professionnel|"
           "formación profesional|ciclo formativo|grado medio|grado superior|curso técnico|ensino técnico|"
           "تدريب مهني|شهادة مهنية",
           vocational},
    Degree{"associate degree|associate's degree|associate of science|associate of arts|associate of applied science|"
           "foundation degree|higher national diploma|=HND|=AAS|Meister|Meisterbrief|staatlich geprüfter Techniker|"
           "Fachwirt|=BTS|=DUT|=DEUG|Bac+2|bac + 2|tecnólogo|técnico superior|دبلوم|دبلومة",
           associate},
    Degree{
        "bachelor|bachelor's|bachelors|bachelor's degree|bachelor degree|bachelor of science|bachelor of arts|"
        "bachelor of engineering|undergraduate degree|university degree|college degree|four-year degree|BSc|B.Sc.|=BS|"
        "=B.S.|=BA|=B.A.|BEng|B.Eng.|BTech|B.Tech.|=BE|=B.E.|BBA|BCom|B.Com.|BEd|B.Ed.|BSN|LLB|BFA|=BCA|Bakkalaureat|"
        "Hochschulabschluss|abgeschlossenes Studium|Hochschulstudium|=Studium|Diplom (FH)|Licence|licence "
        "professionnelle|"
        "Bac+3|bac + 3|Bac+4|=BUT|licenciatura|licenciado|licenciada|título de grado|grado en|grado universitario|"
        "ingeniería técnica|bacharelado|bacharel|graduação|ensino superior|diplomado|بكالوريوس|ليسانس|إجازة جامعية|"
        "شهادة جامعية|درجة جامعية|مؤهل جامعي|مؤهل عالي",
        bachelor},
    Degree{
        "master|master's|masters|master's degree|master degree|master of science|master of arts|"
        "master of business administration|graduate degree|postgraduate degree|advanced degree|MSc|M.Sc.|=MS|=M.S.|=MA|"
        "=M.A.|MEng|M.Eng.|MTech|M.Tech.|MBA|MPhil|MPH|MPA|MEd|M.Ed.|LLM|MFA|MCA|MSN|=MSW|=ME|Diplom|Diplom-Ingenieur|"
        "Dipl.-Ing.|Diplomingenieur|Diplom-Kaufmann|Magister|Staatsexamen|Bac+5|bac + 5|diplôme d'ingénieur|"
        "école d'ingénieur|=DEA|=DESS|máster|maestría|posgrado|mestrado|pós-graduação|ماجستير|دراسات عليا",
        master},
    Degree{
        "doctorate|doctoral|doctoral degree|PhD|Ph.D.|D.Phil.|DPhil|EdD|Ed.D.|doctor of philosophy|=MD|=M.D.|=JD|=J.D.|"
        "juris doctor|doctor of medicine|PharmD|DBA|Promotion zum|Promotion in|promoviert|Doktor|Doktorgrad|"
        "Dr. rer. nat.|Dr.-Ing.|doctorat|doctorado|doutorado|doutoramento|دكتوراه|دكتوراة",
        doctorate},
};

/// "b.sc" and "bsc" are one word.
std::vector<std::string> words_of(const std::vector<Unit>& units) {
  std::vector<std::string> out;
  for (const auto& unit : units) {
    std::string word(without_article(unit.folded));
    std::erase(word, '.');
    out.push_back(std::move(word));
  }
  return out;
}

struct Entry {
  DegreeLevel level;
  std::string written;  ///< "" where case does not matter
};

struct Index {
  PhraseTrie trie;
  std::vector<Entry> entries;

  Index() {
    for (const auto& degree : degrees)
      each_listed(degree.phrases, [&](std::string_view phrase) { add(phrase, degree.level); });
  }

  void add(std::string_view phrase, DegreeLevel level) {
    const bool marked = phrase.starts_with('=');
    if (marked) phrase.remove_prefix(1);
    trie.add(words_of(split_units(phrase)), static_cast<std::uint32_t>(entries.size()));
    std::string written(marked ? phrase : std::string_view());
    std::erase(written, '.');
    entries.push_back({level, std::move(written)});
  }
};

}  // namespace

std::string_view describe(DegreeLevel level) {
  constexpr std::array<std::string_view, 7> names = {"",
                                                     "secondary school",
                                                     "vocational training",
                                                     "an associate degree",
                                                     "a bachelor's degree",
                                                     "a master's degree",
                                                     "a doctorate"};
  return names[static_cast<std::size_t>(level)];
}

std::vector<DegreeLevel> degree_levels(std::string_view utf8) {
  static const Index index;
  const auto units = split_units(utf8);
  const auto words = words_of(units);
  std::vector<DegreeLevel> out;
  for (std::size_t i = 0; i < words.size();) {
    std::uint32_t node = PhraseTrie::root;
    std::size_t end = i;
    DegreeLevel level = none;
    for (std::size_t at = i; at < words.size() && (at == i || !units[at].breaks_before); ++at) {
      const auto word = index.trie.word(words[at]);
      node = word == PhraseTrie::none ? PhraseTrie::none : index.trie.step(node, word);
      if (node == PhraseTrie::none) break;
      const auto value = index.trie.value(node);
      if (value == PhraseTrie::none) continue;
      std::string written(utf8.substr(units[i].begin, units[at].end - units[i].begin));
      std::erase(written, '.');
      if (!index.entries[value].written.empty() && index.entries[value].written != written) continue;
      level = index.entries[value].level;
      end = at + 1;
    }
    if (level != none) out.push_back(level);
    i = std::max(end, i + 1);
  }
  return out;
}

DegreeLevel highest_degree(std::string_view utf8) {
  const auto levels = degree_levels(utf8);
  return levels.empty() ? none : *std::max_element(levels.begin(), levels.end());
}

DegreeLevel lowest_degree(std::string_view utf8) {
  const auto levels = degree_levels(utf8);
  return levels.empty() ? none : *std::min_element(levels.begin(), levels.end());
}

}  // namespace resumax::match
