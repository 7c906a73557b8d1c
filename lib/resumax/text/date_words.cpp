#include <resumax/text/date_words.hpp>
#include <resumax/text/dates.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace resumax::text {

namespace {

/// Names of each month, blank between; en fr de es pt it nl ar (Egypt, Levant, Maghreb) fa, then ro pl cs sk sv da no
/// hu fi hr el tr ru uk bg. A name of two words has "_"; of one that means two months (listopad), the more usual.
constexpr std::array<std::string_view, 12> month_names{
    "january jan janvier janv januar jänner jän enero ene janeiro gennaio gen januari يناير كانون_الثاني جانفي "
    "ژانویه ianuarie ian styczeń stycznia leden ledna január tammikuu tammikuuta tammikuussa siječanj siječnja "
    "ιανουάριος ιανουαρίου ιαν ocak январь января янв січень січня януари",
    "february feb febr février fev févr fév februar feber febrero fevereiro febbraio februari فبراير شباط "
    "فيفري فوریه februarie luty lutego únor února február helmikuu helmikuuta helmikuussa veljača veljače "
    "φεβρουάριος φεβρουαρίου φεβ şubat февраль февраля фев лютий лютого февруари",
    "march mar mars märz mrz mär marzo março maart mrt مارس آذار مارچ martie marzec marca březen března marts "
    "március márc maaliskuu maaliskuuta maaliskuussa ožujak ožujka μάρτιος μαρτίου μαρ mart март марта "
    "березень березня",
    "april apr avril avr abril abr aprile أبريل إبريل ابريل نيسان أفريل آوریل aprilie kwiecień kwietnia duben "
    "dubna apríl április ápr huhtikuu huhtikuuta huhtikuussa travanj travnja απρίλιος απριλίου απρ nisan "
    "апрель апреля апр квітень квітня април",
    "may mai mayo maio mag maggio mei مايو أيار ماي مه می maj maja květen května máj május toukokuu toukokuuta "
    "toukokuussa svibanj svibnja μάιος μαΐου mayıs май мая травень травня",
    "june jun juin juni junio junho giugno giu يونيو يونيه حزيران جوان ژوئن iunie iun czerwiec czerwca červen "
    "června jún június kesäkuu kesäkuuta kesäkuussa lipanj lipnja ιούνιος ιουνίου ιουν haziran июнь июня "
    "червень червня юни",
    "july jul juillet juil juli julio julho luglio lug يوليو يوليه تموز جويلية يوليوز ژوئیه جولای iulie iul "
    "lipiec lipca červenec července júl július heinäkuu heinäkuuta heinäkuussa srpanj srpnja ιούλιος ιουλίου "
    "ιουλ temmuz июль июля липень липня юли",
    "august aug août aout agosto ago augustus أغسطس آب أوت غشت اوت آگوست augusti sierpień sierpnia srpen srpna "
    "augusztus elokuu elokuuta elokuussa kolovoz kolovoza αύγουστος αυγούστου αυγ ağustos август августа авг "
    "серпень серпня",
    "september sep sept septembre septiembre setembro setiembre set settembre سبتمبر أيلول شتنبر سپتامبر "
    "septembrie wrzesień września září szeptember szept syyskuu syyskuuta syyskuussa rujan rujna σεπτέμβριος "
    "σεπτεμβρίου σεπ σεπτ eylül сентябрь сентября сен сент вересень вересня септември",
    "october oct octobre oktober okt octubre outubro out ottobre ott أكتوبر تشرين_الأول تشرين_الاول اکتبر "
    "octombrie październik października říjen října október lokakuu lokakuuta lokakuussa οκτώβριος οκτωβρίου "
    "οκτ ekim октябрь октября окт жовтень жовтня октомври",
    "november nov novembre noviembre novembro نوفمبر تشرين_الثاني نونبر نوامبر noiembrie listopad listopada "
    "listopadu marraskuu marraskuuta marraskuussa studeni studenog νοέμβριος νοεμβρίου νοε kasım ноябрь ноября "
    "ноя листопад листопада ноември",
    "december dec décembre déc dezember dez diciembre dic dezembro dicembre desember دسمبر ديسمبر كانون_الأول "
    "كانون_الاول دجنبر دسامبر decembrie grudzień grudnia prosinec prosince joulukuu joulukuuta joulukuussa "
    "prosinac prosinca δεκέμβριος δεκεμβρίου δεκ aralık декабрь декабря дек грудень грудня декември",
};

constexpr std::array<std::string_view, 12> solar_month_names{"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
                                                             "مهر",     "آبان",     "آذر",   "دی",  "بهمن",  "اسفند"};

struct Season {
  int month;
  std::string_view names;
};
constexpr std::array<Season, 4> seasons{{
    {3, "spring printemps frühling frühjahr primavera lente voorjaar الربيع ربيع بهار"},
    {6, "summer été ete sommer verano verão estate zomer الصيف صيف تابستان"},
    {9, "autumn fall automne herbst otoño outono autunno herfst الخريف خريف پاییز"},
    {12, "winter hiver invierno inverno الشتاء شتاء زمستان"},
}};

constexpr std::string_view range_words =
    "to till until through thru bis à au a al até ate ao tot t/m fino hasta do până pana по до έως μέχρι إلى الى حتى لغاية تا";
constexpr std::string_view since_words =
    "since seit ab depuis desde dal dalla dall'  sinds od sedan siden с от з від από vanaf منذ از_سال";
constexpr std::string_view prepositions =
    "in since during from by before after until en depuis dès de vers im seit ab von bis desde em dal dalla nel sinds "
    "vanaf od sedan siden с от з від από year class année jahr anno año ano jaar في منذ عام سنة العام سنه سال در از";
constexpr std::string_view present_phrases[] = {
    "present",     "the present", "current",       "currently",    "now",          "ongoing",     "today",
    "date",        "to date",     "till date",     "heute",        "jetzt",        "laufend",     "aktuell",
    "dato",        "présent",     "aujourd'hui",   "aujourd’hui",  "ce jour",      "actuel",      "actuellement",
    "en cours",    "actualidad",  "la actualidad", "la fecha",     "presente",     "el presente", "actual",
    "actualmente", "hoy",         "atual",         "atualmente",   "o momento",    "o presente",  "hoje",
    "momento",     "oggi",        "attuale",       "in corso",     "ora",          "heden",       "nu",
    "الآن",        "الان",        "الحاضر",        "الوقت الحاضر", "الوقت الحالي", "حاليا",       "حالياً",
    "الحالي",      "تاريخه",      "اليوم",         "يومنا هذا",    "مستمر",        "اکنون",       "کنون",
    "تاکنون",      "حال حاضر",    "حال",           "امروز",        "به بعد",       "至今",        "现在",
    "今",          "目前",        "huidig",        "tegenwoordig", "til now",      "until now",   "till now",
    "up to now",   "am laufen",

};
/// More of them, divided by |: ro pl cs sk sv da no fi hu el tr ru uk bg hr.
constexpr std::string_view more_present_phrases =
    "prezent|în prezent|obecnie|chwili obecnej|do chwili obecnej|teraz|nadal|současnost|současnosti|dosud|nyní|súčasnosť|"
    "súčasnosti|doteraz|nuvarande|pågående|idag|i dag|nuværende|nåværende|nå|dags dato|nykyinen|nykyhetki|edelleen|jelen|"
    "jelenleg|napjainkig|folyamatban|σήμερα|παρόν|το παρόν|günümüz|halen|devam ediyor|devam|şu an|bugün|настоящее время|"
    "наст. время|н.в.|н. в.|сейчас|теперішній час|дотепер|сьогодні|зараз|досега|сега|настоящия момент|danas|sada|"
    "sadašnjost|trenutno";

template <class Use>
void each_word(std::string_view list, Use use) {
  std::size_t start = 0;
  while (start < list.size()) {
    const std::size_t end = std::min(list.find(' ', start), list.size());
    if (end > start) {
      std::string word = fold(list.substr(start, end - start));
      std::replace(word.begin(), word.end(), '_', ' ');
      use(std::move(word));
    }
    start = end + 1;
  }
}

std::set<std::string, std::less<>> set_of(std::string_view list) {
  std::set<std::string, std::less<>> out;
  each_word(list, [&](std::string word) { out.insert(std::move(word)); });
  return out;
}

std::unordered_map<std::string, DateWord> build_words() {
  std::unordered_map<std::string, DateWord> out;
  using Kind = DateWord::Kind;
  for (std::size_t i = 0; i < 12; ++i) {
    const int month = static_cast<int>(i) + 1;
    each_word(solar_month_names[i], [&](std::string word) { out[std::move(word)] = {Kind::solar_month, month}; });
  }
  for (const Season& season : seasons)
    each_word(season.names, [&](std::string word) { out[std::move(word)] = {Kind::season, season.month}; });
  for (std::size_t i = 0; i < 12; ++i) {
    const int month = static_cast<int>(i) + 1;
    each_word(month_names[i], [&](std::string word) { out[std::move(word)] = {Kind::month, month}; });
  }
  return out;
}

bool contains(const std::set<std::string, std::less<>>& words, std::string_view word) {
  return words.find(word) != words.end();
}

}  // namespace

DateWord date_word(std::string_view folded) {
  static const auto words = build_words();
  const auto found = words.find(std::string(folded));
  return found == words.end() ? DateWord{} : found->second;
}

bool is_range_word(std::string_view folded) {
  static const auto words = set_of(range_words);
  return contains(words, folded);
}

bool is_since_word(std::string_view folded) {
  static const auto words = set_of(since_words);
  return contains(words, folded);
}

bool is_date_preposition(std::string_view folded) {
  static const auto words = set_of(prepositions);
  return contains(words, folded);
}

std::size_t present_phrase(std::string_view folded) {
  static const auto phrases = [] {
    std::set<std::string> out;
    for (const std::string_view phrase : present_phrases) out.insert(fold(phrase));
    std::string_view left = more_present_phrases;
    while (!left.empty()) {
      const std::size_t end = std::min(left.find('|'), left.size());
      out.insert(fold(left.substr(0, end)));
      left.remove_prefix(std::min(end + 1, left.size()));
    }
    return out;
  }();
  std::size_t longest = 0;
  for (const std::string& phrase : phrases) {
    if (phrase.size() <= longest || !folded.starts_with(phrase)) continue;
    std::size_t end = phrase.size();
    if (end < folded.size()) {
      const char32_t next = next_code_point(folded, end);
      if (is_letter(next) || is_digit(next)) continue;
    }
    longest = phrase.size();
  }
  return longest;
}

int month_of(std::string_view word) {
  std::string folded = fold(trim(word));
  if (folded.ends_with('.')) folded.pop_back();
  const DateWord found = date_word(folded);
  return found.kind == DateWord::Kind::month ? found.month : 0;
}

}  // namespace resumax::text
