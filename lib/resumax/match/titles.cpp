#include <resumax/match/phrases.hpp>
#include <resumax/match/title_fields.hpp>
#include <resumax/match/titles.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace resumax::match {

namespace {

/// Words for one occupation, divided by |; the first names it.
constexpr std::array occupations = {
    "engineer|developer|programmer|coder|engineering|development|entwickler|entwicklerin|ingenieur|ingenieurin|"
    "programmierer|programmiererin|développeur|développeuse|ingénieur|ingénieure|desarrollador|desarrolladora|"
    "ingeniero|"
    "ingeniera|programador|programadora|desenvolvedor|desenvolvedora|engenheiro|engenheira|مهندس|مهندسة|مطور|مطورة|"
    "مبرمج|مبرمجة|ingegnere|sviluppatore|sviluppatrice|programmatore|ontwikkelaar|programmeur|inginer|inginera|dezvoltator|programator|inżynier|programista|utvecklare|ingenjör|mühendis|yazılımcı",
    "nurse|rn|nursing|pflegefachkraft|pflegefachmann|pflegefachfrau|pflegekraft|krankenpfleger|krankenpflegerin|"
    "krankenschwester|altenpfleger|altenpflegerin|pfleger|pflegerin|infirmier|infirmière|enfermero|enfermera|"
    "enfermeiro|"
    "enfermeira|ممرض|ممرضة|تمريض|infermiere|infermiera|verpleegkundige|verpleger|asistent medical|pielęgniarka|pielęgniarz|sjuksköterska|hemşire",
    "accountant|accounting|bookkeeper|buchhalter|buchhalterin|bilanzbuchhalter|bilanzbuchhalterin|comptable|contable|"
    "contador|contadora|contabilista|محاسب|محاسبة|contabile|ragioniere|ragioniera|boekhouder|contabil|księgowy|księgowa|redovisningsekonom|muhasebeci",
    "analyst|analytics|analysis|analystin|analyste|analista|محلل|محللة|analist|analista|analityk|analytiker|analiste",
    "manager|management|supervisor|coordinator|leiter|leiterin|responsable|gerente|gestor|gestora|coordinador|"
    "coordinadora|"
    "coordinateur|coordinatrice|koordinator|koordinatorin|coordenador|coordenadora|مدير|مديرة|منسق|منسقة|مشرف|مشرفة|responsabile|leidinggevende|teamleider|coördinator|coordonator|kierownik|koordynator|samordnare|yönetici|müdür",
    "designer|design|gestalter|gestalterin|concepteur|conceptrice|graphiste|diseñador|diseñadora|مصمم|مصممة|progettista|grafico|grafica|ontwerper|vormgever|proiectant|projektant|grafik|formgivare|tasarımcı",
    "teacher|instructor|educator|tutor|lecturer|trainer|teaching|lehrer|lehrerin|dozent|dozentin|ausbilder|enseignant|"
    "enseignante|professeur|formateur|formatrice|professor|profesor|profesora|maestro|maestra|professora|معلم|معلمة|"
    "مدرس|مدرسة|مدرب|insegnante|docente|leraar|docent|profesoară|învățător|nauczyciel|nauczycielka|lärare|öğretmen",
    "salesperson|sales|salesman|seller|verkäufer|verkäuferin|vertrieb|vertriebsmitarbeiter|vendeur|vendeuse|commercial|"
    "vendedor|vendedora|comercial|مبيعات|مندوب|بائع|venditore|venditrice|verkoper|vânzător|vânzări|vanzari|sprzedawca|säljare|satış",
    "consultant|advisor|adviser|consulting|berater|beraterin|conseiller|conseillère|consultante|consultor|consultora|"
    "asesor|"
    "asesora|مستشار|مستشارة|استشاري|consulente|adviseur|consilier|doradca|konsult|rådgivare|danışman",
    "architect|architektin|architekt|architecte|arquitecto|arquitecta|arquiteto|arquiteta|معماري|معمارية|architetto|arhitect|architekt|arkitekt|mimar",
    "technician|mechanic|techniker|technikerin|mechaniker|mechatroniker|technicien|technicienne|mécanicien|técnico|"
    "técnica|"
    "mecánico|mecânico|فني|فنية|تقني|ميكانيكي|tecnico|tecnica|meccanico|monteur|technicus|tehnician|mecanic|technik|mechanik|tekniker|teknisyen",
    "assistant|secretary|clerk|administrator|receptionist|assistent|assistentin|sekretär|sekretärin|sachbearbeiter|"
    "sachbearbeiterin|assistante|secrétaire|asistente|secretario|secretaria|assistente|administrativo|administrativa|"
    "مساعد|مساعدة|سكرتير|سكرتيرة|إداري|impiegato|impiegata|segretario|segretaria|medewerker|secretaresse|secretară|funcționar|asystent|asystentka|sekretarka|assistent|asistan|sekreter",
    "lawyer|attorney|counsel|solicitor|jurist|rechtsanwalt|rechtsanwältin|juristin|avocat|avocate|juriste|abogado|"
    "abogada|"
    "advogado|advogada|محام|محامي|محامية|قانوني|avvocato|advocaat|avocat|prawnik|adwokat|jurist|advokat|avukat",
    "physician|doctor|arzt|ärztin|médecin|médico|médica|medico|طبيب|طبيبة|arts|dokter|medic|lekarz|läkare|doktor|dottore",
    "driver|chauffeur|fahrer|fahrerin|kraftfahrer|conductor|conducteur|motorista|سائق|autista|bestuurder|șofer|sofer|kierowca|förare|şoför",
    "cook|chef|koch|köchin|cuisinier|cuisinière|cocinero|cocinera|cozinheiro|طباخ|طاه|شيف|cuoco|cuoca|bucătar|bucatar|kucharz|kock|aşçı",
    "electrician|elektriker|elektrikerin|elektroniker|électricien|electricista|eletricista|كهربائي|elettricista|elektricien|electrician|elektryk|elektriker|elektrikçi",
    "scientist|researcher|research|wissenschaftler|wissenschaftlerin|forscher|chercheur|chercheuse|scientifique|"
    "científico|"
    "científica|investigador|investigadora|pesquisador|cientista|عالم|باحث|باحثة|ricercatore|ricercatrice|onderzoeker|wetenschapper|cercetător|cercetator|badacz|naukowiec|forskare|araştırmacı",
    "recruiter|recruitment|recruiting|sourcer|personalreferent|recruteur|recruteuse|reclutador|recrutador|توظيف",
    "writer|author|copywriter|editor|redakteur|redakteurin|texter|rédacteur|rédactrice|redactor|redactora|redator|كاتب|"
    "كاتبة|محرر|redattore|redattrice|schrijver|redacteur|redactor|redaktor|skribent|yazar",
    "carer|caregiver|erzieher|erzieherin|betreuer|betreuerin|éducateur|aide|cuidador|cuidadora",
    "cashier|kassierer|kassiererin|caissier|caissière|cajero|cajera|caixa|أمين صندوق",
    "operator|bediener|opérateur|opératrice|operador|operadora|operario|مشغل|operatore|operatrice|operator|operatör",
    "buyer|purchaser|purchasing|procurement|einkäufer|einkäuferin|acheteur|acheteuse|comprador|compradora|مشتريات|acquirente|inkoper|achizitor|kupiec|inköpare",
    "pharmacist|apotheker|apothekerin|pharmacien|pharmacienne|farmacéutico|farmacêutico|صيدلي|صيدلانية",
};

struct SeniorityWords {
  int level;
  std::string_view words;
};

constexpr std::array seniority_words = {
    SeniorityWords{
        1,
        "intern|interns|internship|internships|trainee|apprentice|student|working student|co-op|praktikant|"
        "praktikantin|praktikum|werkstudent|werkstudentin|azubi|auszubildende|auszubildender|stagiaire|stage|"
        "alternance|alternant|apprenti|becario|prácticas|estagiário|estagiária|متدرب|متدربة|تدريب|"
        "tirocinante|stagista|apprendista|stagiair|leerling|stagiar|stażysta|praktykant|stajyer|lärling"},
    SeniorityWords{2,
                   "junior|jr|entry level|entry-level|graduate|new grad|early career|associate|berufseinsteiger|"
                   "berufseinsteigerin|débutant|débutante|júnior|مبتدئ|حديث التخرج|młodszy|młodsza"},
    SeniorityWords{3, "mid level|mid-level|midlevel|intermediate|mid|professional|confirmé|confirmée|pleno|متوسط"},
    SeniorityWords{4,
                   "senior|sr|experienced|expert|erfahren|erfahrene|erfahrener|expérimenté|expérimentée|"
                   "sénior|أول|كبير|كبيرة|خبير|starszy|starsza|kıdemli"},
    SeniorityWords{5,
                   "lead|principal|team lead|team leader|tech lead|teamleiter|teamleiterin|teamleitung|"
                   "chef d'équipe|líder|رئيس|قائد|caposquadra|teamleider"},
    SeniorityWords{
        6,
        "manager|supervisor|leiter|leiterin|leitung|abteilungsleiter|abteilungsleiterin|responsable|gerente|head of|"
        "gestor|jefe|jefa|مدير|مديرة|مشرف|chief|responsabile|capo|hoofd|șef|şef|kierownik|müdür|avdelningschef|"
        "avdelingsleder|afdelingsleder"},
    SeniorityWords{7,
                   "director|vp|vice president|direktor|direktorin|directeur|directrice|directora|diretor|diretora|"
                   "bereichsleiter|bereichsleiterin|مدير عام|direttore|direttrice|directoare|vicepreședinte|"
                   "vicepreşedinte|dyrektor|direktör|direktør"},
    SeniorityWords{8,
                   "executive|c-level|ceo|cto|cfo|coo|cio|geschäftsführer|geschäftsführerin|president|"
                   "directeur général|director general|رئيس تنفيذي|الرئيس التنفيذي|amministratore delegato|președinte|"
                   "preşedinte|prezes"},
};

std::string comparable(std::string_view folded) { return std::string(without_article(folded)); }

struct Roles {
  std::unordered_map<std::string, std::string> names;  ///< word -> occupation

  Roles() {
    for (const std::string_view row : occupations)
      each_listed(row, [&](std::string_view word) {
        names.try_emplace(comparable(text::fold(word)), row.substr(0, row.find('|')));
      });
  }
};

struct Levels {
  PhraseTrie trie;

  Levels() {
    for (const auto& row : seniority_words)
      each_listed(row.words, [&](std::string_view words) {
        std::vector<std::string> phrase;
        for (const auto& unit : split_units(words)) phrase.push_back(comparable(unit.folded));
        trie.add(phrase, static_cast<std::uint32_t>(row.level));
      });
  }
};

const Levels& levels() {
  static const Levels instance;
  return instance;
}

/// Finds the level that starts at unit `i`; `end` is the unit after it.
int level_at(const std::vector<Unit>& units, std::size_t i, std::size_t& end) {
  std::uint32_t node = PhraseTrie::root;
  int level = 0;
  for (std::size_t at = i; at < units.size() && (at == i || !units[at].breaks_before); ++at) {
    const auto word = levels().trie.word(comparable(units[at].folded));
    node = word == PhraseTrie::none ? PhraseTrie::none : levels().trie.step(node, word);
    if (node == PhraseTrie::none) break;
    if (const auto value = levels().trie.value(node); value != PhraseTrie::none) {
      level = static_cast<int>(value);
      end = at + 1;
    }
  }
  return level;
}

bool is_gender_mark(std::string_view folded) {
  constexpr std::array<std::string_view, 10> marks = {"m", "w", "d", "f", "h", "x", "i", "in", "gn", "divers"};
  return std::find(marks.begin(), marks.end(), folded) != marks.end();
}

void add_once(std::vector<std::string>& list, std::string word) {
  if (std::find(list.begin(), list.end(), word) == list.end()) list.push_back(std::move(word));
}

void add_subject(Title& title, std::string word, std::uint32_t fields) {
  if (std::find(title.subjects.begin(), title.subjects.end(), word) != title.subjects.end()) return;
  title.subjects.push_back(std::move(word));
  title.fields.push_back(fields);
}

int common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return static_cast<int>(std::count_if(
      a.begin(), a.end(), [&](const auto& word) { return std::find(b.begin(), b.end(), word) != b.end(); }));
}

/// German compounds end in the occupation: "Softwareentwickler" is "software" and "entwickler".
const std::string* compound_role(const Roles& roles, std::string_view word, std::string_view& subject) {
  for (std::size_t length = 6; length + 4 <= word.size(); ++length) {
    const auto found = roles.names.find(std::string(word.substr(word.size() - length)));
    if (found == roles.names.end()) continue;
    subject = word.substr(0, word.size() - length);
    if (subject.size() > 4 && subject.ends_with('s')) subject.remove_suffix(1);
    return &found->second;
  }
  return nullptr;
}

const Roles& known_roles() {
  static const Roles instance;
  return instance;
}

}  // namespace

std::string without_level(std::string_view title) {
  std::string out(title);
  const auto blank = [&](const Unit& unit) { std::fill(out.begin() + unit.begin, out.begin() + unit.end, ' '); };
  const auto units = split_units(title);
  for (const auto& unit : units)
    if (is_gender_mark(comparable(unit.folded))) blank(unit);
  for (const auto& level : level_words(units))
    for (auto i = level.begin; i < level.end; ++i)
      if (!known_roles().names.contains(comparable(units[i].folded))) blank(units[i]);
  return out;
}

Title read_title(std::string_view title, std::string_view language) {
  const auto& roles = known_roles();
  Title out;
  const auto units = split_units(title);
  for (std::size_t i = 0; i < units.size();) {
    std::size_t end = i + 1;
    const int level = level_at(units, i, end);
    for (; i < end; ++i) {
      const auto word = comparable(units[i].folded);
      const auto role = roles.names.find(word);
      std::string_view subject;
      if (role != roles.names.end()) {
        add_once(out.roles, role->second);
      } else if (level != 0 || is_gender_mark(word) || text::is_stop_word(word, language)) {
        continue;
      } else if (const auto* compound = compound_role(roles, word, subject)) {
        add_once(out.roles, *compound);
        add_subject(out, stem_of(subject, language), title_fields(subject));
      } else {
        add_subject(out, stem_of(word, language), title_fields(word));
      }
      out.field |= title_fields(word) | title_fields(subject);
    }
  }
  return out;
}

bool names_occupation(std::string_view line, std::string_view language) {
  constexpr std::size_t longest = 80, fewest_words = 2, most_words = 8;
  if (line.empty() || line.size() > longest || std::string_view(".:!?").find(line.back()) != std::string_view::npos)
    return false;
  const auto words = split_units(line).size();
  return words >= fewest_words && words <= most_words && !read_title(line, language).roles.empty();
}

std::string_view title_head(std::string_view title) {
  constexpr std::array<std::string_view, 8> ends = {" - ", " – ", " — ", " | ", " (", ", ", " @ ", ": "};
  auto end = title.size();
  for (const auto mark : ends) end = std::min(end, title.find(mark));
  return title.substr(0, end);
}

int title_match(const Title& wanted, const Title& have) {
  if (wanted.empty() || have.empty()) return 0;
  constexpr int subject_weight = 2;  // "data" tells more than "engineer"
  constexpr int field_weight = 1;    // "backend" is not "web", but near it
  const auto weight = [&](const Title& t) {
    return static_cast<int>(t.roles.size()) + subject_weight * static_cast<int>(t.subjects.size());
  };
  int shared = common(wanted.roles, have.roles);
  for (std::size_t i = 0; i < wanted.subjects.size(); ++i) {
    if (std::find(have.subjects.begin(), have.subjects.end(), wanted.subjects[i]) != have.subjects.end())
      shared += subject_weight;
    else if ((wanted.fields[i] & have.field) != 0)
      shared += field_weight;
  }
  // What is wanted counts twice what is there beyond it.
  return 1000 * shared * 3 / (2 * weight(wanted) + weight(have));
}

std::vector<LevelWord> level_words(const std::vector<Unit>& units) {
  std::vector<LevelWord> out;
  for (std::size_t i = 0; i < units.size();) {
    std::size_t end = i + 1;
    if (const int level = level_at(units, i, end); level != 0) out.push_back({i, end, level});
    i = end;
  }
  return out;
}

int seniority_level(std::string_view utf8) {
  int level = 0;
  for (const auto& word : level_words(split_units(utf8))) level = std::max(level, word.level);
  return level;
}

std::string_view describe_seniority(int level) {
  constexpr std::array<std::string_view, 9> names = {"",     "intern",  "junior",   "professional", "senior",
                                                     "lead", "manager", "director", "executive"};
  return names.at(static_cast<std::size_t>(level));
}

}  // namespace resumax::match
