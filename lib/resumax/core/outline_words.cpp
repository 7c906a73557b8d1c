#include <resumax/core/outline_words.hpp>

namespace resumax::detail {

namespace {

constexpr OutlineWords all[] = {
    {"en",
     "Present",
     {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
     {"Contact", "Summary", "Experience", "Education", "Skills", "Projects", "Certifications", "Languages", "Awards",
      "Publications", "Volunteering", "Interests", "References", "Other"}},
    {"ar",
     "حتى الآن",
     {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
     {"معلومات الاتصال", "الملخص المهني", "الخبرة العملية", "التعليم", "المهارات", "المشاريع", "الشهادات", "اللغات",
      "الجوائز", "المنشورات", "العمل التطوعي", "الاهتمامات", "المراجع", "أخرى"}},
    {"fr",
     "aujourd'hui",
     {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
     {"Contact", "Profil", "Expérience professionnelle", "Formation", "Compétences", "Projets", "Certifications",
      "Langues", "Distinctions", "Publications", "Bénévolat", "Centres d'intérêt", "Références", "Divers"}},
    {"de",
     "heute",
     {"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."},
     {"Kontakt", "Profil", "Berufserfahrung", "Ausbildung", "Kenntnisse", "Projekte", "Zertifikate", "Sprachen",
      "Auszeichnungen", "Veröffentlichungen", "Ehrenamt", "Interessen", "Referenzen", "Sonstiges"}},
    {"es",
     "actualidad",
     {"ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sept.", "oct.", "nov.", "dic."},
     {"Contacto", "Perfil", "Experiencia laboral", "Formación", "Competencias", "Proyectos", "Certificaciones",
      "Idiomas", "Premios", "Publicaciones", "Voluntariado", "Intereses", "Referencias", "Otros"}},
    {"pt",
     "atual",
     {"jan.", "fev.", "mar.", "abr.", "maio", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."},
     {"Contato", "Resumo", "Experiência profissional", "Formação", "Competências", "Projetos", "Certificações",
      "Idiomas", "Prêmios", "Publicações", "Voluntariado", "Interesses", "Referências", "Outros"}},
    {"it",
     "oggi",
     {"gen.", "febb.", "mar.", "apr.", "magg.", "giu.", "lug.", "ago.", "sett.", "ott.", "nov.", "dic."},
     {"Contatti", "Profilo", "Esperienza professionale", "Istruzione", "Competenze", "Progetti", "Certificazioni",
      "Lingue", "Premi", "Pubblicazioni", "Volontariato", "Interessi", "Referenze", "Altro"}},
    {"nl",
     "heden",
     {"jan.", "feb.", "mrt.", "apr.", "mei", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec."},
     {"Contact", "Profiel", "Werkervaring", "Opleiding", "Vaardigheden", "Projecten", "Certificaten", "Talen",
      "Onderscheidingen", "Publicaties", "Vrijwilligerswerk", "Interesses", "Referenties", "Overig"}},
};

}  // namespace

const OutlineWords& words_of(std::string_view language) {
  for (const OutlineWords& words : all)
    if (language.substr(0, language.find('-')) == words.language) return words;
  return all[0];
}

}  // namespace resumax::detail
