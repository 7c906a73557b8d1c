#include <resumax/guard/roots.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using resumax::guard::roots_of;

namespace {

bool related(const char* a, const char* b, const char* language) {
  const auto left = roots_of(a, language), right = roots_of(b, language);
  return std::any_of(left.begin(), left.end(), [&](const std::string& root) {
    return std::find(right.begin(), right.end(), root) != right.end();
  });
}

}  // namespace

TEST_CASE("a verb and its noun share a root, their neighbours do not") {
  const struct {
    const char *language, *verb, *noun, *other;
  } rows[] = {
      {"de", "mitgearbeitet", "mitarbeit", "mitglied"},
      {"de", "kolleginnen", "kollege", "kollektion"},
      {"de", "lehrerin", "lehrer", "leser"},
      {"de", "ermittlung", "ermitteln", "ermuntern"},
      {"de", "qualifikation", "qualifizieren", "qualitat"},
      {"de", "gepruft", "prufung", "prugel"},
      {"de", "koordiniert", "koordination", "kommunikation"},
      {"de", "sicherzustellen", "sicherstellung", "sicherheit"},
      {"fr", "forme", "formation", "format"},
      {"fr", "developper", "developpement", "devis"},
      {"es", "organice", "organizacion", "organo"},
      {"es", "lidere", "liderazgo", "licencia"},
      {"pt", "treinou", "treinamento", "trem"},
      {"ar", "دربت", "تدريب", "دراسه"},
      {"ar", "شاركت", "مشاركه", "شركه"},
  };
  for (const auto& row : rows) {
    INFO(row.language << ": " << row.verb << ", " << row.noun << ", " << row.other);
    CHECK(related(row.verb, row.noun, row.language));
    CHECK_FALSE(related(row.verb, row.other, row.language));
  }
  CHECK(roots_of("s3", "de").empty());
  CHECK(roots_of("running", "en").empty());
}

TEST_CASE("Arabic words are read without what is joined to them") {
  const auto reads = [](const char* word, const char* as) {
    const auto readings = resumax::guard::arabic_readings(word);
    return std::any_of(readings.begin(), readings.end(), [&](const auto& reading) { return reading.word == as; });
  };
  const struct {
    const char *word, *as, *never;
  } rows[] = {
      {"وراجعناها", "راجع", "اجعنا"},
      {"مراجعتها", "مراجعه", "راجعتها"},  // the noun's "ه" is "ت" before a pronoun
      {"والمتدربتين", "متدربه", "تدربه"},
      {"يستخدمون", "ستخدم", "خدم"},
      {"زملائهم", "زملاء", "ملاء"},
      {"شحنها", "شحن", "شحنه"},
      {"وحل", "حل", "ل"},
  };
  for (const auto& row : rows) {
    INFO(row.word << ", " << row.as << ", " << row.never);
    CHECK(reads(row.word, row.as));
    CHECK_FALSE(reads(row.word, row.never));
  }
  CHECK(resumax::guard::arabic_readings("كتاب").front().word == "كتاب");
}
