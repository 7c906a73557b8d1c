#include <resumax/match/phrases.hpp>
#include <resumax/match/spoken_languages.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace resumax::match {

namespace {

struct Named {
  std::string_view code, names;  ///< names divided by |, the English one first
};

constexpr std::array names = {
    Named{"en", "English|Englisch|Englische|Englischkenntnisse|anglais|inglés|inglês|الإنجليزية|الانجليزية|إنجليزي"},
    Named{"de", "German|Deutsch|Deutsche|Deutschkenntnisse|allemand|alemán|alemão|الألمانية|ألماني"},
    Named{"fr", "French|Französisch|Französischkenntnisse|français|francés|francês|الفرنسية|فرنسي"},
    Named{"es", "Spanish|Spanisch|espagnol|español|castellano|espanhol|الإسبانية|إسباني"},
    Named{"pt", "Portuguese|Portugiesisch|portugais|portugués|português|البرتغالية"},
    Named{"it", "Italian|Italienisch|italien|italiano|الإيطالية"},
    Named{"nl", "Dutch|Niederländisch|néerlandais|neerlandés|holandés|holandês|الهولندية|Nederlands"},
    Named{"ar", "Arabic|Arabisch|arabe|árabe|العربية|عربي|اللغة العربية"},
    Named{"tr", "Turkish|Türkisch|turc|turco|التركية|Türkçe"},
    Named{"fa", "Persian|Farsi|Persisch|persan|persa|الفارسية"},
    Named{"ur", "Urdu|ourdou|الأردية"},
    Named{"hi", "Hindi|الهندية"},
    Named{"bn", "Bengali|Bangla"},
    Named{"zh", "Chinese|Mandarin|Mandarin Chinese|Cantonese|Chinesisch|chinois|chino|chinês|الصينية"},
    Named{"ja", "Japanese|Japanisch|japonais|japonés|japonês|اليابانية"},
    Named{"ko", "Korean|Koreanisch|coréen|coreano|الكورية"},
    Named{"ru", "Russian|Russisch|russe|ruso|russo|الروسية"},
    Named{"uk", "Ukrainian|Ukrainisch|ukrainien|ucraniano|الأوكرانية"},
    Named{"pl", "Polish|Polnisch|polonais|polaco|polonês|البولندية"},
    Named{"cs", "Czech|Tschechisch|tchèque|checo|tcheco"},
    Named{"ro", "Romanian|Rumänisch|roumain|rumano|romeno|română|الرومانية"},
    Named{"hu", "Hungarian|Ungarisch|hongrois|húngaro"},
    Named{"el", "Greek|Griechisch|grec|griego|grego|اليونانية"},
    Named{"sv", "Swedish|Schwedisch|suédois|sueco|السويدية"},
    Named{"no", "Norwegian|Norwegisch|norvégien|noruego|norueguês"},
    Named{"da", "Danish|Dänisch|danois|danés|dinamarquês"},
    Named{"fi", "Finnish|Finnisch|finnois|finés|finlandês"},
    Named{"he", "Hebrew|Hebräisch|hébreu|hebreo|hebraico|العبرية"},
    Named{"vi", "Vietnamese|Vietnamesisch|vietnamien|vietnamita"},
    Named{"th", "Thai|Thailändisch"},
    Named{"id", "Indonesian|Bahasa Indonesia|indonésien|indonesio"},
    Named{"ms", "Malay|Bahasa Melayu"},
    Named{"tl", "Tagalog|Filipino"},
    Named{"sw", "Swahili|Kiswahili"},
    Named{"so", "Somali|الصومالية"},
    Named{"am", "Amharic|الأمهرية"},
    Named{"ca", "Catalan|Katalanisch|catalán|català"},
    Named{"hr", "Croatian|Kroatisch|croate"},
    Named{"sr", "Serbian|Serbisch|serbe"},
    Named{"bg", "Bulgarian|Bulgarisch|bulgare"},
    Named{"sk", "Slovak|Slowakisch"},
    Named{"sl", "Slovenian|Slowenisch"},
    Named{"sq", "Albanian|Albanisch"},
    Named{"ku", "Kurdish|Kurdisch|الكردية"},
    Named{"ta", "Tamil"},
    Named{"te", "Telugu"},
    Named{"mr", "Marathi"},
    Named{"pa", "Punjabi"},
    Named{"gu", "Gujarati"},
    Named{"asl", "American Sign Language|sign language|Gebärdensprache|langue des signes|لغة الإشارة"},
};

struct Level {
  int level;
  std::string_view words;
};

constexpr std::array levels = {
    Level{5,
          "native|native speaker|mother tongue|native or "
          "bilingual|bilingual|C2|Muttersprache|Muttersprachler|muttersprachlich|"
          "langue maternelle|bilingue|nativo|nativa|lengua materna|língua materna|اللغة الأم|لغة أم|اللغة الام|ممتاز"},
    Level{4,
          "fluent|fluency|full professional|C1|advanced|excellent|fließend|verhandlungssicher|sehr gut|sehr gute|"
          "courant|couramment|lu écrit parlé|fluido|avanzado|fluente|avançado|بطلاقة|طلاقة|متقدم|جيد جدا|إجادة "
          "تامة|إجادة"},
    Level{3,
          "professional working|professional|working proficiency|business|B2|upper "
          "intermediate|proficient|proficiency|gut|gute|"
          "gute Kenntnisse|professionnel|profesional|profissional|جيد"},
    Level{2, "intermediate|limited working|conversational|B1|mittel|intermédiaire|intermedio|intermediário|متوسط"},
    Level{1, "basic|elementary|beginner|A1|A2|Grundkenntnisse|notions|débutant|scolaire|básico|elemental|مبتدئ|أساسي"},
};

struct Index {
  PhraseTrie trie;  ///< languages by index, levels from level_base

  static constexpr std::uint32_t level_base = 1000;

  Index() {
    for (std::size_t i = 0; i < names.size(); ++i) add(names[i].names, static_cast<std::uint32_t>(i));
    for (const auto& level : levels) add(level.words, level_base + static_cast<std::uint32_t>(level.level));
  }

  void add(std::string_view list, std::uint32_t value) {
    each_listed(list, [&](std::string_view name) {
      std::vector<std::string> words;
      for (const auto& unit : split_units(name)) words.emplace_back(without_article(unit.folded));
      trie.add(words, value);
    });
  }
};

/// The values of the phrases of a text, in order.
std::vector<std::uint32_t> read(std::string_view utf8) {
  static const Index index;
  const auto units = split_units(utf8);
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i < units.size();) {
    std::uint32_t node = PhraseTrie::root, best = PhraseTrie::none;
    std::size_t end = i + 1;
    for (std::size_t at = i; at < units.size() && (at == i || !units[at].breaks_before); ++at) {
      const auto word = index.trie.word(without_article(units[at].folded));
      node = word == PhraseTrie::none ? PhraseTrie::none : index.trie.step(node, word);
      if (node == PhraseTrie::none) break;
      if (index.trie.value(node) == PhraseTrie::none) continue;
      best = index.trie.value(node);
      end = at + 1;
    }
    if (best != PhraseTrie::none) out.push_back(best);
    i = end;
  }
  return out;
}

}  // namespace

std::vector<SpokenLanguage> spoken_languages(std::string_view utf8) {
  std::vector<SpokenLanguage> out;
  int pending = 0;  // a level with no language before it yet
  std::size_t last = 0;
  for (const auto value : read(utf8)) {
    if (value >= Index::level_base) {
      const int level = static_cast<int>(value - Index::level_base);
      if (out.empty() || out[last].level != 0)
        pending = level;
      else
        out[last].level = level;
      continue;
    }
    const std::string code(names[value].code);
    const auto known = std::find_if(out.begin(), out.end(), [&](const auto& l) { return l.code == code; });
    last = static_cast<std::size_t>(known - out.begin());
    if (known == out.end()) out.push_back({code, 0});
    if (pending != 0 && out[last].level == 0) out[last].level = std::exchange(pending, 0);
  }
  return out;
}

int language_level(std::string_view utf8) {
  int best = 0;
  for (const auto value : read(utf8))
    if (value >= Index::level_base) best = std::max(best, static_cast<int>(value - Index::level_base));
  return best;
}

std::string_view language_name(std::string_view code) {
  for (const auto& named : names)
    if (named.code == code) return named.names.substr(0, named.names.find('|'));
  return code;
}

}  // namespace resumax::match
