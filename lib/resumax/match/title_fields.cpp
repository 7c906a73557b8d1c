#include <resumax/match/phrases.hpp>
#include <resumax/match/title_fields.hpp>
#include <resumax/text/unicode.hpp>

#include <array>
#include <string>
#include <unordered_map>

namespace resumax::match {

namespace {

/// The words of one field, divided by |. A word may stand in several.
constexpr std::array fields = {
    // Software.
    "software|backend|frontend|fullstack|stack|web|mobile|android|ios|app|apps|application|applications|java|"
    "javascript|typescript|python|php|ruby|rails|golang|scala|kotlin|c++|c#|.net|dotnet|asp.net|react|angular|vue|"
    "node|node.js|spring|django|laravel|embedded|firmware|api|developer|programmer|coder|sde|sdet|swe|ui|wordpress|"
    "logiciel|développeur|développeuse|entwickler|entwicklerin|softwareentwickler|programmierer|programmiererin|"
    "anwendungsentwickler|desarrollador|desarrolladora|programador|programadora|desenvolvedor|desenvolvedora|مطور|"
    "مطورة|مبرمج|برمجيات|تطبيقات|qa|test|tester|sviluppatore|ontwikkelaar|dezvoltator|programator|programista|utvecklare|dezvoltare",
    // Data.
    "data|analytics|ml|ai|nlp|bi|etl|sql|database|dba|warehouse|statistical|statistics|quantitative|daten|données|"
    "datos|dados|بيانات|database|databases|snowflake|tableau|insights|decision|dati|gegevens|date|datelor|danych",
    // Infrastructure.
    "devops|sre|reliability|cloud|aws|azure|gcp|platform|infrastructure|systems|system|network|networks|linux|unix|"
    "kubernetes|virtualization|devsecops|sysadmin|netzwerk|réseau|réseaux|systèmes|redes|sistemas|infraestructura|شبكات|"
    "أنظمة|operations|sieci|rețele|reti|sisteme",
    // Security.
    "security|cyber|cybersecurity|infosec|penetration|soc|sicherheit|sécurité|cybersécurité|seguridad|segurança|أمن",
    // Hardware.
    "hardware|electrical|electronic|electronics|power|asic|fpga|circuit|rf|semiconductor|elektrotechnik|électronique|"
    "électrique|eléctrico|elétrico|كهرباء|إلكترونيات",
    // Machines and plants.
    "mechanical|manufacturing|industrial|production|machine|maintenance|process|plant|automotive|aerospace|chemical|"
    "maschinenbau|fertigung|produktion|mécanique|maintenance|mecánica|producción|ميكانيكا|صيانة",
    // Building.
    "civil|structural|construction|building|site|geotechnical|surveyor|bau|bauleiter|bâtiment|chantier|construcción|"
    "obra|مدني|إنشاءات|موقع|architectural|urban",
    // Finance.
    "finance|financial|accounting|accountant|accounts|tax|audit|auditor|payroll|treasury|controller|controlling|"
    "bookkeeping|payable|receivable|banking|investment|credit|finanz|finanzen|buchhaltung|steuer|finances|financier|"
    "comptabilité|comptable|fiscal|finanzas|contabilidad|auditoría|مالي|مالية|محاسبة|حسابات|تدقيق|finanza|contabilità|boekhouding|contabil|contabilitate|financiar|finanse|księgowość|boekhouder|contabile",
    // Care.
    "nurse|nursing|icu|intensive|critical|paediatric|pediatric|medical|clinical|health|healthcare|hospital|patient|"
    "midwife|theatre|ward|surgical|emergency|therapist|physiotherapist|pharmacy|dental|pflege|intensivpflege|klinik|"
    "medizinisch|gesundheit|santé|soins|clinique|médical|salud|clínico|enfermería|saúde|enfermagem|تمريض|طبي|صحة|صحي|"
    "عناية|infermiere|infermiera|verpleegkundige|zorg|sănătate|medicale|zdrowie|vård",
    // Sales.
    "sales|account|retail|store|customer|client|merchandising|presales|commercial|vertrieb|kunden|ventes|vente|clientèle|"
    "ventas|comercial|clientes|vendas|مبيعات|عملاء|vendite|verkoop|vânzări|clienti|clienți|sprzedaż|försäljning",
    // Marketing and media.
    "marketing|brand|content|seo|sem|social|media|digital|campaign|communications|communication|editorial|copy|growth|"
    "kommunikation|contenu|contenido|comunicación|marca|marketing|تسويق|إعلام|محتوى",
    // Design.
    "ux|ui|graphic|visual|interaction|motion|illustration|creative|multimedia|grafik|graphique|gráfico|gráfica|جرافيك|"
    "تصميم",
    // People.
    "hr|human|talent|people|recruiting|recruitment|recruiter|personnel|personal|personalwesen|rh|ressources|recrutement|"
    "recursos|humanos|موارد|بشرية|توظيف|umane|resurse|risorse|umane|personeel",
    // Law.
    "legal|law|litigation|compliance|paralegal|regulatory|contract|contracts|juridique|recht|jurídico|قانوني|قانون",
    // Teaching.
    "teacher|teaching|school|education|curriculum|classroom|primary|secondary|learning|faculty|unterricht|schule|"
    "enseignement|école|enseñanza|escuela|ensino|escola|تعليم|مدرسة",
    // Goods.
    "logistics|supply|chain|warehouse|transport|transportation|freight|shipping|procurement|purchasing|inventory|fleet|"
    "logistik|lager|einkauf|logistique|achats|entrepôt|logística|almacén|compras|لوجستية|مخازن|مشتريات|logistica|logistică|logistiek|logistyka|magazzino|magazijn|depozit",
    // Kitchens, hotels, travel.
    "hotel|restaurant|kitchen|hospitality|chef|catering|food|beverage|housekeeping|küche|cuisine|hôtellerie|cocina|"
    "hostelería|cozinha|فندق|مطبخ|ضيافة",
    // Offices.
    "office|administrative|administration|clerical|executive|secretary|reception|records|verwaltung|büro|administratif|"
    "administrative|administrativo|administrativa|إداري|إدارية|مكتب",
    // Science.
    "research|laboratory|lab|biology|chemistry|physics|scientific|biotech|forschung|labor|recherche|laboratoire|"
    "investigación|laboratorio|pesquisa|بحث|مختبر",
};
static_assert(fields.size() <= 32);

}  // namespace

std::uint32_t title_fields(std::string_view folded_word) {
  static const auto bits = [] {
    std::unordered_map<std::string, std::uint32_t> out;
    for (std::size_t i = 0; i < fields.size(); ++i)
      each_listed(fields[i], [&](std::string_view word) {
        out[std::string(without_article(text::fold(word)))] |= std::uint32_t{1} << i;
      });
    return out;
  }();
  const auto found = bits.find(std::string(folded_word));
  return found == bits.end() ? 0 : found->second;
}

}  // namespace resumax::match
