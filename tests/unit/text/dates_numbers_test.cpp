#include <resumax/text/dates.hpp>
#include <resumax/text/durations.hpp>
#include <resumax/text/number_words.hpp>
#include <resumax/text/numbers.hpp>

#include <catch2/catch.hpp>

#include <sstream>

using namespace resumax;

namespace {

std::string show(const DateField& field) {
  return field.present ? "present" : field.date.empty() ? "" : field.date.iso();
}

/// Every date of a line: "2021-03..present", "2019" for a single one.
std::string dates(std::string_view line) {
  std::string out;
  for (const auto& match : text::find_dates(line)) {
    if (!out.empty()) out += " ";
    out += match.single ? show(match.range.end) : show(match.range.start) + ".." + show(match.range.end);
  }
  return out;
}

std::string numbers(std::string_view line, std::string_view language) {
  std::ostringstream out;
  for (const auto& number : text::find_numbers(line, language)) {
    if (out.tellp() > 0) out << " ";
    if (number.at_least) out << ">=";
    out << std::int64_t(number.value * 100 + 0.5) / 100.0 << number.unit;
  }
  return out.str();
}

}  // namespace

TEST_CASE("dates are read in the ways resumes write them") {
  const std::pair<std::string, std::string> cases[] = {
      {"Mar 2021 – Present", "2021-03..present"},
      {"March, 2021 to now", "2021-03..present"},
      {"03/2021-05/2022", "2021-03..2022-05"},
      {"2019 to 2021", "2019..2021"},
      {"2021-03", "2021-03"},
      {"2021-03-09", "2021-03-09"},
      {"9.3.2021", "2021-03-09"},
      {"January 5, 2019 - February 3rd, 2020", "2019-01-05..2020-02-03"},
      {"01/06/2019 - 05/31/2021", "2019-01-06..2021-05-31"},
      {"Jan – Mar 2021", "2021-01..2021-03"},
      {"Nov – Feb 2020", "2019-11..2020-02"},
      {"2019-20", "2019..2020"},
      {"2011/12", "2011..2012"},
      {"03/21 - 05/22", "2021-03..2022-05"},
      {"Mar '21", "2021-03"},
      {"Q3 2020", "2020-07"},
      {"été 2020", "2020-06"},
      {"mars 2019 à aujourd’hui", "2019-03..present"},
      {"depuis mars 2019", "2019-03..present"},
      {"2019. január – 2020. március", "2019-01..2020-03"},
      {"wrote it in 2019. May I add", "2019"},
      {"от март 2019 до 2021", "2019-03..2021"},
      {"1er mars 2021 au 5 avril 2022", "2021-03-01..2022-04-05"},
      {"März 2019 bis heute", "2019-03..present"},
      {"9 de marzo de 2021 - actualidad", "2021-03-09..present"},
      {"março de 2018 até o momento", "2018-03..present"},
      {"gennaio 2018 - oggi", "2018-01..present"},
      {"mei 2018 - heden", "2018-05..present"},
      {"مارس ٢٠٢١ - حتى الآن", "2021-03..present"},
      {"كانون الثاني 2019 – تشرين الأول ٢٠٢٠", "2019-01..2020-10"},
      {"مارس/آذار 2020 - يونيو/حزيران 2021", "2020-03..2021-06"},
      {"فروردین ۱۳۹۸ تا اکنون", "2019-03..present"},
      {"2020年3月 - 2021年5月", "2020-03..2021-05"},
      {"Harbour College\t2009\t—\t2014\t4 years", "2009..2014"},
      {"Clerk\tMarch 2020\tPresent", "2020-03..present"},
      {"Clerk\tMarch 2020\tPresent and future of tides", "2020-03"},
      {"(2015), Berlin", "2015"},
      {"2015 Example University", "2015"},
      {"2014 - 2016 | 2016 - 2018", "2014..2016 2016..2018"},
      {"Employee of the year 2019", "2019"},
      {"Spring 2019 – Winter 2020", "2019-03..2020-12"},
      {"Sommer 2018 bis Herbst 2019", "2018-06..2019-09"},
      {"seit 03.2019", "2019-03..present"},
      {"Dal gennaio 2018", "2018-01..present"},
      {"sinds mrt. 2021", "2021-03..present"},
      {"desde maio de 2020", "2020-05..present"},
      {"de 03/2019 à ce jour", "2019-03..present"},
      {"ene. 2018 - la actualidad", "2018-01..present"},
      {"févr. 2018 – en cours", "2018-02..present"},
      {"lug 2016 – set 2017", "2016-07..2017-09"},
      {"out 2016 até dez 2017", "2016-10..2017-12"},
      {"Mai 2016 – laufend", "2016-05..present"},
      {"okt. 2016 tot heden", "2016-10..present"},
      {"منذ آذار 2020", "2020-03..present"},
      {"يناير 2021 إلى حتى الآن", "2021-01..present"},
      {"جانفي 2019 - أوت 2020", "2019-01..2020-08"},
      {"مهر ۱۳۹۷ تا اسفند ۱۳۹۹", "2018-09..2021-02"},
      {"۱۳۹۷ – ۱۴۰۲", "2018..2023"},
      {"کارشناسی 2016 – 2012", "2012..2016"},
      {"محاسب 09/2016 - 02/2012", "2012-02..2016-09"},
      {"2016 – 2012", "2016 2012"},
      {"۱۳۹۷/۰۲ تا ۱۳۹۹/۱۱", "2018-04..2021-01"},
      {"۱۳۹۷/۰۲/۱۵ - اکنون", "2018-04..present"},
      {"1395/02 – 1397/01", "2016-04..2018-03"},
      {"ژانویه ۲۰۲۰ تا حال حاضر", "2020-01..present"},
      {"2020年3月 - 至今", "2020-03..present"},
      {"Oct 2021 - Invalid date", "2021-10.."},
      {"Invalid date - Oct 2021", "..2021-10"},
      {"Invalid Date – Present", "..present"},
      {"no invalid date since 2019", "2019..present"},
  };
  for (const auto& [line, expected] : cases) {
    INFO(line);
    CHECK(dates(line) == expected);
  }
}

TEST_CASE("numbers that are no dates are left alone") {
  for (const char* line :
       {"Served 2000 users", "24/7 support", "+1 415 555 2010", "555-2019-1", "$2019", "2,019 lines",
        "Windows 2000 servers", "ISO-2019", "report2019", "May be late", "2020% growth", "1850 and 2150",
        "march to 12 shops", "Order 1395/02", "1395 – 1402", "1,400/12 – 1,402/11", "۱۴۰۰ نفر"}) {
    INFO(line);
    CHECK(dates(line).empty());
  }
}

TEST_CASE("a match covers its words and nothing more") {
  const std::string line = "Acme Ltd, Mar 2021 – Present, Berlin";
  const auto found = text::find_dates(line);
  REQUIRE(found.size() == 1);
  CHECK(line.substr(found[0].begin, found[0].end - found[0].begin) == "Mar 2021 – Present");
  CHECK(found[0].range.start.source.value == "Mar 2021");
  CHECK(found[0].range.end.source.value == "Present");
}

TEST_CASE("lengths of time are found in nine languages, and nothing else is") {
  const std::pair<std::string, std::string> cases[] = {
      {"2020 - 2022 · 2 yrs 3 mos", "2 yrs 3 mos"},
      {"Acme (8 months), Leeds", "(8 months)"},
      {"1 Jahr und 4 Monate", "1 Jahr und 4 Monate"},
      {"2 ans 6 mois", "2 ans 6 mois"},
      {"3 años y 2 meses", "3 años y 2 meses"},
      {"1 ano e 5 meses", "1 ano e 5 meses"},
      {"2 anni, 1 mese", "2 anni, 1 mese"},
      {"1 jaar 3 maanden", "1 jaar 3 maanden"},
      {"سنتان و3 أشهر", "سنتان و3 أشهر"},
      {"٢ سنوات ٦ أشهر", "٢ سنوات ٦ أشهر"},
      {"۲ سال و ۳ ماه", "۲ سال و ۳ ماه"},
      {"1.5 years", "1.5 years"},
      {"Level 3 in 2020", ""},
      {"May 2020", ""},
      {"24/7 support", ""},
      {"3 monitors", ""},
  };
  for (const auto& [line, expected] : cases) {
    INFO(line);
    const auto found = text::find_durations(line);
    CHECK((found.empty() ? "" : line.substr(found[0].begin, found[0].end - found[0].begin)) == expected);
  }
}

TEST_CASE("month names of many languages") {
  const std::pair<const char*, int> cases[] = {
      {"Sept.", 9},    {"DÉC", 12},          {"März", 3},      {"octubre", 10},  {"junho", 6},      {"luglio", 7},
      {"mei", 5},      {"شباط", 2},          {"أغسطس", 8},     {"ژوئن", 6},      {"monday", 0},     {"", 0},
      {"ianuarie", 1}, {"października", 10}, {"prosinec", 12}, {"maj", 5},       {"heinäkuuta", 7}, {"szeptember", 9},
      {"Ιουνίου", 6},  {"Ağustos", 8},       {"февраля", 2},   {"листопад", 11}, {"rujna", 9},      {"August", 8}};
  for (const auto& [word, month] : cases) CHECK(text::month_of(word) == month);
}

TEST_CASE("equal quantities are equal however they are written") {
  const struct {
    const char* language;
    std::vector<std::string> forms;
  } cases[] = {
      {"en", {"40%", "40 percent", "40 per cent", "forty percent"}},
      {"en", {"1.5M", "1,500,000", "1.5 million", "1 500 000"}},
      {"en", {"EUR 3m", "€3 million", "3,000,000 euros", "€3M"}},
      {"en", {"$200k", "USD 200,000", "US$200k", "200 thousand dollars"}},
      {"en", {"twelve", "12", "a dozen"}},
      {"en", {"two hundred and fifty", "250"}},
      {"en", {"250,000", "a quarter of a million", "250k"}},
      {"en", {"half an hour", "half-an-hour", "0.5 hours"}},
      {"en", {"400+", "over 400", "more than 400", "at least 400"}},
      {"en", {"3x", "3-fold", "three times"}},
      {"de", {"1.500 Euro", "1500 €", "EUR 1.500"}},
      {"de", {"2,5 Mio. Euro", "2,5 Millionen Euro", "2.500.000 €"}},
      {"de", {"fünfundzwanzig", "25"}},
      {"de", {"mehr als 30 Prozent", "über 30 %"}},
      {"fr", {"3 M€", "3 millions d'euros", "3 000 000 €"}},
      {"fr", {"quatre-vingt-dix", "90"}},
      {"fr", {"une trentaine", "30"}},
      {"fr", {"deux centaines", "200"}},
      {"es", {"dos decenas", "20"}},
      {"pt", {"duas centenas", "200"}},
      {"es", {"treinta y cinco", "35"}},
      {"es", {"3 millones de euros", "3.000.000 €"}},
      {"pt", {"vinte e cinco", "25"}},
      {"ar", {"٣٠٪", "30%", "30 بالمئة", "ثلاثون بالمئة"}},
      {"ar", {"خمسة وعشرون", "25", "٢٥"}},
      {"ar", {"أكثر من ١٠٠٠", "أكثر من ألف", "أكثر من 1,000"}},
  };
  for (const auto& c : cases) {
    const std::string first = numbers(c.forms[0], c.language);
    CHECK_FALSE(first.empty());
    for (const std::string& form : c.forms) {
      INFO(form);
      CHECK(numbers(form, c.language) == first);
    }
  }
}

TEST_CASE("digits in names, codes and ordinals are no quantities") {
  for (const char* line : {"ISO 27001", "C++20", "S3", "COVID-19", "on Windows 10", "24/7", "+1 415 555 2010", "4G",
                           "3rd place", "555-123-4567", "10:30", "1.2.3", "one of the best", "Six Sigma"}) {
    INFO(line);
    CHECK(numbers(line, "en").empty());
  }
}

TEST_CASE("units and ranges") {
  CHECK(numbers("10-15% in 8-hour shifts with 200GB", "en") == "10% 15% 8hour 200GB");
  CHECK(numbers("10 years, 5kg, 15ms, 0.5%, 1,234.56 EUR", "en") == "10year 5kg 15millisecond 0.5% 1234.56EUR");
  CHECK(numbers("In 2019 served 2019 people", "en") == "2019");
  CHECK(numbers("three Year 11 groups, three years", "en") == "3 3year");
  CHECK(numbers("150mm to 900 mm, $5mm", "en") == "150mm 900mm 5e+06USD");
  CHECK(numbers("a decade, two decades, twice a week, 2 times a week, twice as fast", "en") ==
        "1decade 2decade 2 2 2x");
}

TEST_CASE("quantities of one kind meet in its base unit") {
  const auto base = [](double value, std::string_view unit) {
    const text::Measure measure = text::in_base_unit(value, unit);
    std::ostringstream out;
    out << measure.value << measure.unit;
    return out.str();
  };
  CHECK(base(3.2, "km") == base(3200, "metre"));
  CHECK(base(18, "month") == base(1.5, "year"));
  CHECK(base(2, "decade") == base(20, "year"));
  CHECK(base(2, "week") == base(14, "day"));
  CHECK(base(1, "month") != base(30, "day"));
  CHECK(base(5, "USD") == "5USD");
  CHECK(base(5, "") == "5");
}

TEST_CASE("lower bounds and prefixes that stand right at a number") {
  CHECK(numbers("15 or more clients", "en") == ">=15");
  CHECK(numbers("15个以上客户", "zh") == ">=15");
  CHECK(numbers("领导五名工程师，二十五个项目", "zh") == "5 25");
  CHECK(numbers("بنسبة و30% من", "ar") == "30%");
  CHECK(numbers("کاهش سی درصدی", "fa") == "30%");
  CHECK(numbers("لأربعة فروع", "ar") == "4");
  CHECK(numbers("from 90 seconds to under 12.", "en") == "90second 12second");
  CHECK(numbers("from 90 seconds to 12 people", "en") == "90second 12");
}
