#include <resumax/match/phrases.hpp>
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
    "مبرمج|مبرمجة",
    "nurse|rn|nursing|pflegefachkraft|pflegefachmann|pflegefachfrau|pflegekraft|krankenpfleger|krankenpflegerin|"
    "krankenschwester|altenpfleger|altenpflegerin|pfleger|pflegerin|infirmier|infirmière|enfermero|enfermera|"
    "enfermeiro|"
    "enfermeira|ممرض|ممرضة|تمريض",
    "accountant|accounting|bookkeeper|buchhalter|buchhalterin|bilanzbuchhalter|bilanzbuchhalterin|comptable|contable|"
    "contador|contadora|contabilista|محاسب|محاسبة",
    "analyst|analytics|analysis|analystin|analyste|analista|محلل|محللة",
    "manager|management|supervisor|coordinator|leiter|leiterin|responsable|gerente|gestor|gestora|coordinador|"
    "coordinadora|"
    "coordinateur|coordinatrice|koordinator|koordinatorin|coordenador|coordenadora|مدير|مديرة|منسق|منسقة|مشرف|مشرفة",
    "designer|design|gestalter|gestalterin|concepteur|conceptrice|graphiste|diseñador|diseñadora|مصمم|مصممة",
    "teacher|instructor|educator|tutor|lecturer|trainer|teaching|lehrer|lehrerin|dozent|dozentin|ausbilder|enseignant|"
    "enseignante|professeur|formateur|formatrice|professor|profesor|profesora|maestro|maestra|professora|معلم|معلمة|"
    "مدرس|مدرسة|مدرب",
    "salesperson|sales|salesman|seller|verkäufer|verkäuferin|vertrieb|vertriebsmitarbeiter|vendeur|vendeuse|commercial|"
    "vendedor|vendedora|comercial|مبيعات|مندوب|بائع",
    "consultant|advisor|adviser|consulting|berater|beraterin|conseiller|conseillère|consultante|consultor|consultora|"
    "asesor|"
    "asesora|مستشار|مستشارة|استشاري",
    "architect|architektin|architekt|architecte|arquitecto|arquitecta|arquiteto|arquiteta|معماري|معمارية",
    "technician|mechanic|techniker|technikerin|mechaniker|mechatroniker|technicien|technicienne|mécanicien|técnico|"
    "técnica|"
    "mecánico|mecânico|فني|فنية|تقني|ميكانيكي",
    "assistant|secretary|clerk|administrator|receptionist|assistent|assistentin|sekretär|sekretärin|sachbearbeiter|"
    "sachbearbeiterin|assistante|secrétaire|asistente|secretario|secretaria|assistente|administrativo|administrativa|"
    "مساعد|مساعدة|سكرتير|سكرتيرة|إداري",
    "lawyer|attorney|counsel|solicitor|jurist|rechtsanwalt|rechtsanwältin|juristin|avocat|avocate|juriste|abogado|"
    "abogada|"
    "advogado|advogada|محام|محامي|محامية|قانوني",
    "physician|doctor|arzt|ärztin|médecin|médico|médica|medico|طبيب|طبيبة",
    "driver|chauffeur|fahrer|fahrerin|kraftfahrer|conductor|conducteur|motorista|سائق",
    "cook|chef|koch|köchin|cuisinier|cuisinière|cocinero|cocinera|cozinheiro|طباخ|طاه|شيف",
    "electrician|elektriker|elektrikerin|elektroniker|électricien|electricista|eletricista|كهربائي",
    "scientist|researcher|research|wissenschaftler|wissenschaftlerin|forscher|chercheur|chercheuse|scientifique|"
    "científico|"
    "científica|investigador|investigadora|pesquisador|cientista|عالم|باحث|باحثة",
    "recruiter|recruitment|recruiting|sourcer|personalreferent|recruteur|recruteuse|reclutador|recrutador|توظيف",
    "writer|author|copywriter|editor|redakteur|redakteurin|texter|rédacteur|rédactrice|redactor|redactora|redator|كاتب|"
    "كاتبة|محرر",
    "carer|caregiver|erzieher|erzieherin|betreuer|betreuerin|éducateur|aide|cuidador|cuidadora",
    "cashier|kassierer|kassiererin|caissier|caissière|cajero|cajera|caixa|أمين صندوق",
    "operator|bediener|opérateur|opératrice|operador|operadora|operario|مشغل",
    "buyer|purchaser|purchasing|procurement|einkäufer|einkäuferin|acheteur|acheteuse|comprador|compradora|مشتريات",
    "pharmacist|apotheker|apothekerin|pharmacien|pharmacienne|farmacéutico|farmacêutico|صيدلي|صيدلانية",
};

struct SeniorityWords {
  int level;
  std::string_view words;
};

constexpr std::array seniority_words = {
    SeniorityWords{1,
                   "intern|internship|trainee|apprentice|student|working student|praktikant|praktikantin|praktikum|"
                   "werkstudent|werkstudentin|azubi|auszubildende|auszubildender|stagiaire|stage|alternance|alternant|"
                   "apprenti|becario|prácticas|estagiário|estagiária|متدرب|متدربة|تدريب"},
    SeniorityWords{2,
                   "junior|jr|entry level|entry-level|graduate|associate|berufseinsteiger|débutant|débutante|júnior|"
                   "مبتدئ|حديث التخرج"},
    SeniorityWords{3, "mid level|mid-level|midlevel|intermediate|mid|professional|confirmé|confirmée|pleno|متوسط"},
    SeniorityWords{4,
                   "senior|sr|experienced|expert|erfahren|erfahrene|erfahrener|expérimenté|expérimentée|"
                   "sénior|أول|كبير|كبيرة|خبير"},
    SeniorityWords{5,
                   "lead|principal|team lead|team leader|tech lead|teamleiter|teamleiterin|teamleitung|"
                   "chef d'équipe|líder|رئيس|قائد"},
    SeniorityWords{
        6,
        "manager|supervisor|leiter|leiterin|leitung|abteilungsleiter|responsable|gerente|head of|gestor|jefe|"
        "jefa|مدير|مديرة|مشرف|chief"},
    SeniorityWords{7,
                   "director|vp|vice president|direktor|direktorin|directeur|directrice|directora|diretor|diretora|"
                   "bereichsleiter|bereichsleiterin|مدير عام"},
    SeniorityWords{8,
                   "executive|c-level|ceo|cto|cfo|coo|cio|geschäftsführer|geschäftsführerin|president|"
                   "directeur général|رئيس تنفيذي|الرئيس التنفيذي"},
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

}  // namespace

Title read_title(std::string_view title, std::string_view language) {
  static const Roles roles;
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
        add_once(out.subjects, text::stem(subject, language));
      } else {
        add_once(out.subjects, text::stem(word, language));
      }
    }
  }
  return out;
}

int title_match(const Title& wanted, const Title& have) {
  if (wanted.empty() || have.empty()) return 0;
  constexpr int subject_weight = 2;  // "data" tells more than "engineer"
  const auto weight = [&](const Title& t) {
    return static_cast<int>(t.roles.size()) + subject_weight * static_cast<int>(t.subjects.size());
  };
  const int shared = common(wanted.roles, have.roles) + subject_weight * common(wanted.subjects, have.subjects);
  // What is wanted counts twice what is there beyond it.
  return 1000 * shared * 3 / (2 * weight(wanted) + weight(have));
}

int seniority_level(std::string_view utf8) {
  const auto units = split_units(utf8);
  int level = 0;
  for (std::size_t i = 0; i < units.size();) {
    std::size_t end = i + 1;
    level = std::max(level, level_at(units, i, end));
    i = end;
  }
  return level;
}

std::string_view describe_seniority(int level) {
  constexpr std::array<std::string_view, 9> names = {"",     "intern",  "junior",   "professional", "senior",
                                                     "lead", "manager", "director", "executive"};
  return names.at(static_cast<std::size_t>(level));
}

}  // namespace resumax::match
