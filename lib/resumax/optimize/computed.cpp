#include <resumax/optimize/computed.hpp>

#include <resumax/core/fields.hpp>
#include <resumax/match/score.hpp>
#include <resumax/text/tokens.hpp>

#include <array>

namespace resumax::optimize {

namespace {

constexpr std::array<SummaryWords, 6> words = {{
    {"en", "with # years of experience", ", including ", " with experience in ", ", ", " and "},
    {"fr", "avec # ans d'expérience", ", notamment en ", " avec une expérience en ", ", ", " et "},
    {"de", "mit # Jahren Berufserfahrung", ", unter anderem in ", " mit Erfahrung in ", ", ", " und "},
    {"es", "con # años de experiencia", ", incluyendo ", " con experiencia en ", ", ", " y "},
    {"pt", "com # anos de experiência", ", incluindo ", " com experiência em ", ", ", " e "},
    {"ar", "بخبرة # سنوات", "، تشمل ", " بخبرة في ", "، ", " و"},
}};

std::string language_of(const Resume& resume) {
  if (!resume.language.empty()) return resume.language.substr(0, 2);
  std::string all;
  for (const ConstField& field : fields(resume)) all += field.text->value + "\n";
  return text::detect_language(all);
}

}  // namespace

const SummaryWords* summary_words(std::string_view language) {
  for (const SummaryWords& each : words)
    if (each.language == language.substr(0, 2)) return &each;
  return nullptr;
}

std::string years_of_experience(int years, std::string_view language) {
  const SummaryWords* known = summary_words(language);
  if (!known || years < 2) return {};
  std::string out(known->years);
  // Arabic counts two in one word, and from eleven on in the singular.
  if (known->language == "ar" && years == 2) return "بخبرة سنتين";
  if (known->language == "ar" && years > 10) out = "بخبرة # سنة";
  return out.replace(out.find('#'), 1, std::to_string(years));
}

std::vector<std::string> computed_facts(const Resume& resume, Date today) {
  const std::string phrase = years_of_experience(match::months_of_experience(resume, today) / 12, language_of(resume));
  if (phrase.empty()) return {};
  return {phrase};
}

}  // namespace resumax::optimize
