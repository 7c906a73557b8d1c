#include <resumax/optimize/edit.hpp>
#include <resumax/optimize/propose.hpp>

#include <resumax/core/outline.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::optimize {

namespace {

/// A heading with one of these is what people and programs look for.
constexpr std::array<std::string_view, 78> usual = {
    "summary",      "profile",        "objective",     "about",          "experience",
    "employment",   "work",           "career",        "history",        "professional",
    "education",    "academic",       "academics",     "qualifications", "degrees",
    "studies",      "training",       "skills",        "competencies",   "competences",
    "expertise",    "technologies",   "technical",     "technology",     "tools",
    "stack",        "projects",       "project",       "portfolio",      "open",
    "certificates", "certifications", "certification", "licenses",       "courses",
    "languages",    "language",       "awards",        "honors",         "honours",
    "achievements", "publications",   "papers",        "talks",          "presentations",
    "patents",      "research",       "volunteering",  "volunteer",      "community",
    "activities",   "interests",      "hobbies",       "references",     "recommendations",
    "strengths",    "leadership",     "teaching",      "scholarships",   "memberships",
    "background",   "proficiencies",  "internship",    "internships",    "apprenticeship",
    "positions",    "appointments",   "roles",         "jobs",           "military",
    "clinical",     "books",          "articles",      "fellowships",    "grants",
    "thesis",       "service",        "credentials"};

/// A word of the heading that section has in some language: a resume may mix them.
bool is_usual_elsewhere(SectionKind kind, std::string_view heading) {
  for (const std::string_view language : {"fr", "de", "es", "pt", "it", "nl", "ar"}) {
    const std::string title = text::fold(section_title(kind, language));
    for (const text::Token& token : text::tokenize(heading))
      if (token.folded.size() > 3 && title.find(token.folded) != std::string::npos) return true;
  }
  return false;
}

/// "Exp erience": letters set apart.
bool same_letters(std::string_view a, std::string_view b) {
  std::string left = text::fold(a), right = text::fold(b);
  std::erase(left, ' ');
  std::erase(right, ' ');
  return left == right;
}

bool is_usual(std::string_view heading) {
  const auto tokens = text::tokenize(heading);
  return std::any_of(tokens.begin(), tokens.end(), [](const text::Token& token) {
    return std::find(usual.begin(), usual.end(), token.folded) != usual.end();
  });
}

/// Without what stands around the words: "• Skills:", "-- Skills --".
std::string bare(std::string_view heading) {
  constexpr std::string_view signs = " :;.-_=*#|~<>";
  const std::size_t first = heading.find_first_not_of(signs);
  if (first == std::string_view::npos) return std::string(heading);
  const std::size_t last = heading.find_last_not_of(signs);
  return std::string(heading.substr(first, last - first + 1));
}

}  // namespace

std::vector<Suggestion> propose_headings(const Analysis& analysis) {
  std::vector<Suggestion> out;
  const std::vector<Section>& sections = analysis.resume.sections;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const Section& section = sections[i];
    const std::string& heading = section.heading.value;
    if (heading.empty() || section.kind == SectionKind::contact || section.kind == SectionKind::other) continue;
    std::string better = bare(heading);
    std::string reason = "A heading needs no signs around it.";
    const bool twice = std::count_if(sections.begin(), sections.end(),
                                     [&](const Section& other) { return other.kind == section.kind; }) > 1;
    bool renamed = false;
    if (analysis.english && !twice && !is_usual(heading) && !is_usual_elsewhere(section.kind, heading)) {
      better = section_title(section.kind, "en");
      renamed = !same_letters(better, heading);
      if (text::upper(heading) == heading) better = text::upper(better);
      reason = "The usual heading: programs that read resumes look for it.";
    }
    if (better == heading || better.empty()) continue;
    Suggestion s;
    s.kind = SuggestionKind::format;
    s.section = section.kind;
    s.target = "/sections/" + std::to_string(i) + "/heading";
    s.original = heading;
    s.proposed = std::move(better);
    s.reason = std::move(reason);
    s.evidence.push_back({s.target, heading});
    s.confidence = renamed ? 0.6 : 0.8;
    s.uncertain = renamed;
    out.push_back(std::move(s));
  }
  return out;
}

}  // namespace resumax::optimize
