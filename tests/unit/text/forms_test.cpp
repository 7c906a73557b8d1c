#include <resumax/text/dates.hpp>
#include <resumax/text/numbers.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <thread>

using namespace resumax;

namespace {

std::string tokens(std::string_view text) {
  std::string out;
  for (const auto& token : text::tokenize(text)) out += (out.empty() ? "" : "|") + token.folded;
  return out;
}

/// "12000", "3000000 EUR", several parted by ", ".
std::string numbers(std::string_view line, std::string_view language) {
  std::string out;
  for (const auto& number : text::find_numbers(line, language)) {
    const auto hundredths = std::llround(number.value * 100);
    std::string value = std::to_string(hundredths / 100);
    if (hundredths % 100 != 0) value += "." + std::to_string(hundredths % 100 + 100).substr(1);
    out += (out.empty() ? "" : ", ") + value + (number.unit.empty() ? "" : " " + number.unit);
  }
  return out;
}

std::string stem(std::string_view word, std::string_view language) { return text::stem(text::fold(word), language); }

}  // namespace

TEST_CASE("one token is what readers take as one name") {
  const std::pair<std::string, std::string> cases[] = {
      {"C++/C# on .NET Core 6", "c++|c#|on|.net|core|6"},
      {"F# and R, Go; C.", "f#|and|r|go|c"},
      {"(Node.js) \"Vue.js\", Next.js.", "node.js|vue.js|next.js"},
      {"CI/CD: A/B tests over TCP/IP, 24/7", "ci/cd|a/b|tests|over|tcp/ip|24/7"},
      {"R&D, P&L, Q&A; AT&T", "r&d|p&l|q&a|at&t"},
      {"don't / don’t", "don't|don't"},
      {"L'équipe d’accueil, aujourd'hui", "l'equipe|d'accueil|aujourd'hui"},
      {"Geschäftsführer São Łódź", "geschaftsfuhrer|sao|lodz"},
      {"إدارة المشاريع، Python وSQL", "اداره|المشاريع|python|وsql"},
      {"built with Java.Then Go", "built|with|java|then|go"},
      {"e.g. U.S. Ph.D.", "e.g|u.s|ph.d"},
      {"sales/marketing and/or design", "sales|marketing|and|or|design"},
      {"3.14 v2.0 1.2.3", "3.14|v2.0|1.2.3"},
      {"ISO/IEC 27001 PL/SQL UI/UX", "iso/iec|27001|pl/sql|ui/ux"},
  };
  for (const auto& [text, expected] : cases) CHECK(tokens(text) == expected);
}

TEST_CASE("stems: pairs that must meet") {
  const struct {
    const char *language, *a, *b;
  } cases[] = {
      {"en", "developing", "developed"},
      {"en", "analyses", "analyse"},
      {"en", "companies", "company"},
      {"en", "migrations", "migration"},
      {"en", "pipelines", "pipeline"},
      {"en", "tested", "testing"},

      {"fr", "l'infirmière", "infirmières"},
      {"fr", "projets", "projet"},
      {"fr", "d'équipe", "équipes"},
      {"fr", "gérer", "géré"},
      {"de", "Kunden", "Kunde"},
      {"de", "Projekte", "Projekten"},
      {"de", "Entwicklungen", "Entwicklung"},
      {"de", "Führung", "führungen"},
      {"es", "desarrollado", "desarrollada"},
      {"es", "ventas", "venta"},
      {"es", "gestiones", "gestión"},
      {"es", "diseñador", "diseñadores"},
      {"pt", "projetos", "projeto"},
      {"pt", "desenvolvido", "desenvolvida"},

      {"ar", "المشاريع", "مشاريع"},

      {"ar", "مهندسون", "مهندس"},

  };
  for (const auto& c : cases) {
    INFO(c.language << " " << c.a << " " << c.b << ": " << stem(c.a, c.language) << " " << stem(c.b, c.language));
    CHECK(stem(c.a, c.language) == stem(c.b, c.language));
  }
}

TEST_CASE("stems: pairs that must not meet") {
  const struct {
    const char *language, *a, *b;
  } cases[] = {
      {"en", "care", "car"},          {"en", "planning", "planet"}, {"en", "sales", "salt"},
      {"en", "nurse", "nursery"},     {"en", "java", "javascript"}, {"en", "c", "c++"},
      {"fr", "projet", "projection"}, {"de", "Kunde", "Kunst"},     {"es", "venta", "ventana"},
      {"pt", "conta", "contrato"},    {"pt", "venda", "vento"},     {"ar", "كتاب", "مدير"},
      {"ar", "مدرسة", "مدير"},
  };
  for (const auto& c : cases) {
    INFO(c.language << " " << c.a << " " << c.b);
    CHECK(stem(c.a, c.language) != stem(c.b, c.language));
  }
}

TEST_CASE("a stem depends on the word alone, in any order and on any thread") {
  const std::pair<const char*, const char*> words[] = {{"en", "managing"}, {"de", "entwickelte"}, {"ar", "المديرون"},
                                                       {"fr", "équipes"},  {"en", "services"},    {"pt", "projetos"}};
  std::vector<std::string> here, there, back;
  for (const auto& [language, word] : words) here.push_back(stem(word, language));
  std::thread([&] {
    for (const auto& [language, word] : words) there.push_back(stem(word, language));
  }).join();
  for (auto i = std::size(words); i-- > 0;) back.insert(back.begin(), stem(words[i].second, words[i].first));
  CHECK(here == there);
  CHECK(here == back);
}

TEST_CASE("numbers in digits and words of all kinds") {
  const struct {
    const char *language, *line, *expected;
  } cases[] = {
      {"en", "12,000 users", "12000"},
      {"de", "12.000 Kunden", "12000"},
      {"fr", "12 000 clients", "12000"},
      {"fr", "12\u202F000 clients", "12000"},
      {"en", "12'000 parts", "12000"},
      {"en", "1.2M requests", "1200000"},
      {"en", "EUR 3M", "3000000 EUR"},
      {"de", "3 Mio. €", "3000000 EUR"},
      {"de", "1,5 Mio. Euro", "1500000 EUR"},
      {"de", "2 Mrd. Umsatz", "2000000000"},
      {"de", "EUR 1,5 Mio.", "1500000 EUR"},
      {"en", "$1.2 billion", "1200000000 USD"},
      {"en", "£250k", "250000 GBP"},
      {"en", "forty percent", "40 %"},
      {"en", "forty-five percent", "45 %"},
      {"en", "two dozen clinics", "24"},
      {"en", "half a million users", "500000"},
      {"en", "one and a half million users", "1500000"},
      {"en", "three hundred thousand", "300000"},
      {"en", "a hundred stores", "100"},
      {"ar", "٤٠٪", "40 %"},
      {"ar", "١٢٬٠٠٠ عميل", "12000"},
      {"ar", "١٫٥ مليون", "1500000"},
      {"ar", "أربعون بالمئة", "40 %"},
      {"fa", "۱۲ نفر", "12"},
      {"fr", "1,5 million d'euros", "1500000 EUR"},
      {"fr", "quarante pour cent", "40 %"},
      {"fr", "deux cents clients", "200"},
      {"es", "1,5 millones de euros", "1500000 EUR"},
      {"es", "cuarenta por ciento", "40 %"},
      {"es", "dos mil clientes", "2000"},
      {"pt", "R$ 1,5 milhão", "1500000 BRL"},
      {"pt", "quarenta por cento", "40 %"},
      {"pt", "R$ 2 mil", "2000 BRL"},
      {"de", "zwei Dutzend Filialen", "24"},
      {"de", "vierzig Prozent", "40 %"},
      {"en", "CHF 80'000", "80000 CHF"},
      {"en", "₹5 lakh", "500000 INR"},
      {"en", "-15% defects", "15 %"},
      {"en", "99.95% uptime", "99.95 %"},
      {"en", "5-person team, 12-month plan", "5, 12 month"},
      {"de", "eine halbe Million Nutzer", "500000"},
      {"es", "medio millón de clientes", "500000"},
      {"ar", "نصف مليون عميل", "500000"},
      {"fr", "deux douzaines de sites", "24"},
      {"en", "half of the team, half a day", ""},
      {"en", "US$ 20k and C$5", "20000 USD, 5 CAD"},
      {"en", "3 crore rupees", "30000000 INR"},
  };
  for (const auto& c : cases) {
    INFO(c.line);
    CHECK(numbers(c.line, c.language) == c.expected);
  }
}

TEST_CASE("dates in words and digits") {
  const std::pair<std::string, std::string> cases[] = {
      {"1st of May 2020", "2020-05-01"},
      {"May 1st, 2020", "2020-05-01"},
      {"01-May-2020", "2020-05-01"},
      {"2020/05", "2020-05"},
      {"05.2020", "2020-05"},
      {"mayo de 2020", "2020-05"},
      {"maio/2020", "2020-05"},
      {"mai 2020", "2020-05"},
      {"Mai 2020", "2020-05"},
      {"٠٥/٢٠٢٠", "2020-05"},
      {"مايو ٢٠٢٠", "2020-05"},
      {"1. Mai 2020", "2020-05-01"},
      {"1er mai 2020", "2020-05-01"},
      {"Sept. 2020", "2020-09"},
      {"SEPTEMBER 2020", "2020-09"},
  };
  for (const auto& [line, expected] : cases) {
    INFO(line);
    const auto found = text::find_dates(line);
    REQUIRE(found.size() == 1);
    CHECK(found[0].range.end.date.iso() == expected);
  }
}
