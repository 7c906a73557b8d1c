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
