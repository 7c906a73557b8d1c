#include <resumax/text/bidi.hpp>
#include <resumax/text/dates.hpp>
#include <resumax/text/numbers.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <catch2/catch.hpp>

#include <random>

using namespace resumax;
using namespace std::string_literals;

namespace {

std::string tokens(std::string_view text) {
  std::string out;
  for (const auto& token : text::tokenize(text)) out += (out.empty() ? "" : "|") + token.folded;
  return out;
}

bool is_valid(std::string_view utf8) {
  bool repaired = false;
  text::to_utf8(utf8, &repaired);
  return !repaired;
}

}  // namespace

TEST_CASE("bad bytes become replacement characters and nothing else is lost") {
  bool repaired = false;
  CHECK(text::to_utf8("caf\xC3\xA9", &repaired) == "café");
  CHECK_FALSE(repaired);
  CHECK(text::to_utf8("cafe\xCC\x81", &repaired) == "café");
  CHECK_FALSE(repaired);
  struct Case {
    std::string bytes, text;
  };
  const Case cases[] = {
      {"a\xFF"
       "b",
       "a\uFFFDb"},
      {"a\xE2\x82", "a\uFFFD"},                // cut short
      {"\xC0\xAF", "\uFFFD\uFFFD"},            // overlong
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},  // a surrogate
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"\xE2\x82(", "\uFFFD("},
  };
  for (const Case& c : cases) {
    CHECK(text::to_utf8(c.bytes, &repaired) == c.text);
    CHECK(repaired);
  }
}

TEST_CASE("every function takes any bytes and returns valid UTF-8") {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    std::string bytes;
    static constexpr std::string_view pieces[] = {"12", "2019", " - ", "/", ".", "%", "mars ", "ألف ", "$", "k", "+"};
    for (auto left = random() % 24; left > 0; --left) {
      if (random() % 3 == 0) {
        bytes += pieces[random() % std::size(pieces)];
      } else {
        bytes += static_cast<char>(random() % 256);
      }
    }
    for (const std::string& out :
         {text::to_utf8(bytes), text::nfc(bytes), text::nfkc(bytes), text::fold(bytes), text::lower(bytes),
          text::upper(bytes), text::squeeze(bytes), text::visual_to_logical(bytes), text::logical_to_visual(bytes)})
      REQUIRE(is_valid(out));
    for (const auto& token : text::tokenize(bytes)) REQUIRE(token.begin < token.end);
    REQUIRE(text::decode(bytes).size() == text::length(bytes));
    for (const auto& match : text::find_dates(bytes)) REQUIRE(match.begin < match.end);
    for (const auto& number : text::find_numbers(bytes, "ar")) REQUIRE(number.end <= bytes.size());
  }
}

TEST_CASE("folding makes words equal that readers take as one, and is done once") {
  const std::pair<std::string, std::string> same[] = {
      {"Ångström", "angstrom"}, {"Łódź", "lodz"}, {"STRASSE", "straße"}, {"ﬁnance", "finance"},
      {"إدارة", "اداره"},       {"مُدِيرٌ", "مدير"}, {"علـــى", "علي"},     {"٢٠٢١", "2021"},
      {"۱۴۰۲", "1402"},         {"کتاب", "كتاب"}, {"don’t", "don't"},    {"A–B", "a-b"},
      {"Ｆｕｌｌ", "full"},     {"ﻣﺪﻳﺮ", "مدير"}, {"Ёлка", "елка"},      {"각", "각"},
  };
  for (const auto& [left, right] : same) {
    CHECK(text::fold(left) == text::fold(right));
    CHECK(text::fold(text::fold(left)) == text::fold(left));
  }
  CHECK(text::fold("C++ .NET") == "c++ .net");
  CHECK(text::fold("مسؤول") != text::fold("مسول"));
}

TEST_CASE("squeezing drops what no reader sees and keeps what spells a word") {
  CHECK(text::squeeze("  a\t\tb\u00A0c \n") == "a b c");
  CHECK(text::squeeze("pass\u200Bword \u202Eabc\u202C") == "password abc");
  CHECK(text::squeeze("hid\U000E0041den\uFEFF") == "hidden");
  CHECK(text::squeeze("می\u200Cشود") == "می\u200Cشود");
  CHECK(text::squeeze("a\u200Cb") == "ab");
  CHECK(text::trim("\u00A0 x \u3000") == "x");
  CHECK(text::split_lines("a\r\nb\rc\n\nd") == std::vector<std::string_view>{"a", "b", "c", "", "d"});
}

TEST_CASE("characters are told apart") {
  CHECK(text::display_width("日本é\u0301") == 5);
  CHECK(text::is_bullet(U'•'));
  CHECK(text::is_bullet(U'\uF0B7'));
  CHECK_FALSE(text::is_bullet(U'+'));
  CHECK(text::is_digit(U'٣'));
  CHECK(text::is_right_to_left(U'م'));
  CHECK_FALSE(text::is_right_to_left(U'٣'));
  CHECK(text::upper("équipe 2") == "ÉQUIPE 2");
}

TEST_CASE("tokens keep the signs that belong to a word") {
  const std::pair<std::string, std::string> cases[] = {
      {"C++, C# and .NET; Node.js", "c++|c#|and|.net|node.js"},
      {"CI/CD, R&D, TCP/IP, I/O", "ci/cd|r&d|tcp/ip|i/o"},
      {"Python/Java and/or Go", "python|java|and|or|go"},
      {"d'équipe l’outil", "d'equipe|l'outil"},
      {"2.5 1,500 ٣٠ 24/7", "2.5|1,500|30|24/7"},
      {"ended.Then ASP.NET U.S.A.", "ended|then|asp.net|u.s.a"},
      {"C++20 Network+ C#,", "c++|20|network+|c#"},
      {"state-of-the-art T-SQL", "state|of|the|art|t|sql"},
      {"and so on...and more", "and|so|on|and|more"},
      {"设计平台", "设|计|平|台"},
      {"snake_case café", "snake_case|cafe"},
  };
  for (const auto& [text, expected] : cases) CHECK(tokens(text) == expected);
}

TEST_CASE("token offsets point at the words") {
  const std::string text = "• Léa led 3 teams.\nShe won";
  std::string starts;
  for (const auto& token : text::tokenize(text)) {
    CHECK(text::fold(std::string_view(text).substr(token.begin, token.end - token.begin)) == token.folded);
    if (token.starts_sentence) starts += token.folded + " ";
  }
  CHECK(starts == "lea she ");
}

TEST_CASE("stems meet across inflections") {
  const struct {
    const char *language, *a, *b;
  } cases[] = {{"en", "managed", "managing"}, {"en", "deployments", "deployment"}, {"en", "client's", "client"},
               {"fr", "equipes", "l'equipe"}, {"de", "entwickelte", "entwickelt"}, {"es", "proyectos", "proyecto"},
               {"pt", "equipes", "equipe"},   {"it", "progetti", "progetto"},      {"nl", "projecten", "project"},
               {"ar", "المديرون", "مدير"}};
  for (const auto& c : cases) CHECK(text::stem(text::fold(c.a), c.language) == text::stem(text::fold(c.b), c.language));
  CHECK(text::stem("c++", "en") == "c++");
  CHECK(text::stem("s3", "en") == "s3");
  CHECK(text::stem("running", "xx") == "running");
}

TEST_CASE("languages are told by script and small words") {
  const std::pair<std::string, std::string> cases[] = {
      {"en", "Led the migration of our services and wrote the documentation"},
      {"fr", "Développement de la plateforme et suivi des clients dans une équipe"},
      {"de", "Leitung der Abteilung und Planung für die Kunden"},
      {"es", "Desarrollo de los sistemas y mejora de la plataforma para el cliente"},
      {"pt", "Desenvolvimento de sistemas para a empresa com uma equipe"},
      {"it", "Sviluppo della piattaforma e gestione dei clienti per il gruppo"},
      {"nl", "Ontwikkeling van het platform en beheer van de klanten voor een team"},
      {"ar", "إدارة المشاريع باستخدام Kubernetes و Docker"},
      {"fa", "توسعه‌ی پلتفرم و مدیریت گروه برای شرکت"},
      {"zh", "领导工程师团队设计平台"},
      {"ja", "プラットフォームの設計と開発"},
      {"ru", "Разработка платформы"},
      {"", "Kubernetes Docker Terraform"},
      {"", "12345"},
  };
  for (const auto& [language, text] : cases) CHECK(text::detect_language(text) == language);
  CHECK(text::is_stop_word("the", "en"));
  CHECK(text::is_stop_word("etaient", "fr"));
  CHECK(text::is_stop_word("علي", "ar"));
  CHECK_FALSE(text::is_stop_word("team", "en"));
}

TEST_CASE("drawn order and reading order are each other's inverse") {
  CHECK(text::visual_to_logical("ريدم") == "مدير");
  CHECK(text::visual_to_logical("\u202B٢٠٢٣ - ٢٠٢١ سرام\u202C") == "مارس ٢٠٢١ - ٢٠٢٣");
  for (const std::string line :
       {"مدير مشاريع", "مدير AWS في القاهرة", "خبرة (5) سنوات في Python و SQL", "2021 - 2023 شركة النور", "שלום עולם"})
    CHECK(text::visual_to_logical(text::logical_to_visual(line)) == line);
  CHECK(text::visual_to_logical("Plain (text) 1-2") == "Plain (text) 1-2");
  CHECK(text::without_bidi_marks("a\u200Eb\u2066c\u2069") == "abc");
  CHECK(text::reads_right_to_left("12 مدير"));
  CHECK_FALSE(text::reads_right_to_left("PM مدير"));
}
