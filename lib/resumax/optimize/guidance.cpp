#include <resumax/optimize/guidance.hpp>

#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace resumax::optimize {

namespace {

constexpr std::array<std::string_view, 15> focus_openers = {
    "more about", "more on",  "focus on",  "focus more on", "emphasize", "emphasise",  "highlight", "bring up",
    "stress",     "show off", "show more", "put forward",   "lead with", "start with", "feature"};
constexpr std::array<std::string_view, 11> shorter_words = {
    "shorter", "shorten", "shorten it", "make it shorter", "more concise", "concise",
    "brief",   "briefer", "less text",  "be concise",      "cut it down"};
constexpr std::array<std::string_view, 9> keep_openers = {"keep the",    "keep my",       "keep",
                                                          "leave the",   "leave",         "do not touch",
                                                          "don't touch", "do not change", "don't change"};
constexpr std::array<std::string_view, 7> keep_closers = {"as it is",  "as they are", "as is",    "alone",
                                                          "unchanged", "section",     "untouched"};

constexpr std::array<std::pair<std::string_view, Strategy>, 20> tones = {{
    {"executive", Strategy::executive_tone},
    {"executive tone", Strategy::executive_tone},
    {"formal", Strategy::executive_tone},
    {"more formal", Strategy::executive_tone},
    {"more professional", Strategy::executive_tone},
    {"more executive", Strategy::executive_tone},
    {"conservative", Strategy::conservative},
    {"careful", Strategy::conservative},
    {"more careful", Strategy::conservative},
    {"light touch", Strategy::conservative},
    {"less rewriting", Strategy::conservative},
    {"keywords", Strategy::aggressive_keywords},
    {"more keywords", Strategy::aggressive_keywords},
    {"aggressive keywords", Strategy::aggressive_keywords},
    {"all keywords", Strategy::aggressive_keywords},
    {"skills focus", Strategy::skills_focus},
    {"skills first", Strategy::skills_focus},
    {"focus on skills", Strategy::skills_focus},
    {"more skills", Strategy::skills_focus},
    {"default tone", Strategy::standard},
}};

constexpr std::array<std::pair<std::string_view, SectionKind>, 18> sections = {{
    {"summary", SectionKind::summary},
    {"profile", SectionKind::summary},
    {"work", SectionKind::work},
    {"experience", SectionKind::work},
    {"work experience", SectionKind::work},
    {"jobs", SectionKind::work},
    {"education", SectionKind::education},
    {"skills", SectionKind::skills},
    {"skills list", SectionKind::skills},
    {"projects", SectionKind::projects},
    {"certificates", SectionKind::certificates},
    {"certifications", SectionKind::certificates},
    {"languages", SectionKind::languages},
    {"awards", SectionKind::awards},
    {"publications", SectionKind::publications},
    {"volunteering", SectionKind::volunteer},
    {"volunteer", SectionKind::volunteer},
    {"interests", SectionKind::interests},
}};

/// Words by single blanks, lower case: what the tables are compared with.
std::string plain(std::string_view part) {
  std::string out = text::lower(text::squeeze(part));
  for (std::size_t at; (at = out.find("\xE2\x80\x99")) != std::string::npos;) out.replace(at, 3, "'");
  while (!out.empty() && std::string_view(" .!").find(out.back()) != std::string_view::npos) out.pop_back();
  for (const std::string_view polite : {"please ", "and ", "but ", "also "})
    if (out.starts_with(polite)) out.erase(0, polite.size());
  if (out.ends_with(" please")) out.resize(out.size() - 7);
  return out;
}

/// What follows the longest of the openers that `part` begins with, in the words of `part`; nothing where none does.
template <std::size_t N>
std::optional<std::string> after(const std::string& part, const std::array<std::string_view, N>& openers) {
  std::string_view best;
  for (const std::string_view opener : openers)
    if (part.starts_with(std::string(opener) + " ") && opener.size() > best.size()) best = opener;
  if (best.empty()) return std::nullopt;
  return part.substr(best.size() + 1);
}

/// A number of at most three digits in "at most 5 changes"; -1 for other words.
int changes_asked(const std::string& part) {
  for (const std::string_view opener : {"at most ", "no more than ", "max ", "only "}) {
    if (!part.starts_with(opener)) continue;
    std::string_view rest = std::string_view(part).substr(opener.size());
    int number = 0;
    std::size_t digits = 0;
    while (digits < rest.size() && digits < 3 && rest[digits] >= '0' && rest[digits] <= '9')
      number = number * 10 + (rest[digits++] - '0');
    rest.remove_prefix(digits);
    if (digits > 0 && number > 0 && (rest == " changes" || rest == " change" || rest == " suggestions")) return number;
  }
  return -1;
}

bool keeps_section(const std::string& part, Guidance& out) {
  auto rest = after(part, keep_openers);
  if (!rest) return false;
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closer : keep_closers)
      if (rest->ends_with(" " + std::string(closer))) {
        rest->resize(rest->size() - closer.size() - 1);
        again = true;
      }
  }
  if (rest->starts_with("the ")) rest->erase(0, 4);
  const auto found = std::find_if(sections.begin(), sections.end(), [&](const auto& s) { return s.first == *rest; });
  if (found == sections.end()) return false;
  out.keep.insert(found->second);
  return true;
}

bool sets_focus(const std::string& lowered, const std::string& part, const match::Taxonomy& taxonomy, Guidance& out) {
  auto rest = after(lowered, focus_openers);
  const bool sure = rest.has_value();
  if (!sure) rest = after(lowered, std::array<std::string_view, 1>{"more"});
  if (!rest || rest->empty()) return false;
  // In the person's own letters: "Go" is a skill, "go" is a word.
  std::string topic = text::squeeze(part);
  while (!topic.empty() && std::string_view(".!").find(topic.back()) != std::string_view::npos) topic.pop_back();
  if (topic.size() >= rest->size() && text::lower(topic).ends_with(*rest)) topic.erase(0, topic.size() - rest->size());
  if (topic.starts_with("my ")) topic.erase(0, 3);
  if (topic.starts_with("the ")) topic.erase(0, 4);
  const auto hits = taxonomy.find_in_list(topic);
  if (hits.empty() && (!sure || std::count(topic.begin(), topic.end(), ' ') > 3)) return false;
  if (hits.empty()) out.focus.push_back(topic);
  for (const match::SkillHit& hit : hits) out.focus.push_back(topic.substr(hit.begin, hit.end - hit.begin));
  return true;
}

bool understands(const std::string& part, const match::Taxonomy& taxonomy, Guidance& out) {
  const std::string lowered = plain(part);
  if (lowered.empty()) return true;
  if (std::find(shorter_words.begin(), shorter_words.end(), lowered) != shorter_words.end()) return out.shorter = true;
  for (const auto& [words, strategy] : tones)
    if (lowered == words || lowered == std::string(words) + " tone" || lowered == "make it " + std::string(words)) {
      out.strategy = strategy;
      return true;
    }
  if (const int number = changes_asked(lowered); number > 0) {
    out.max_changes = number;
    return true;
  }
  return keeps_section(lowered, out) || sets_focus(lowered, part, taxonomy, out);
}

/// At the signs that divide instructions; a full stop or slash inside a word ("Node.js", "CI/CD") is none.
std::vector<std::string> divided(std::string_view instructions) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    const char c = instructions[i];
    const bool last = i + 1 == instructions.size() || instructions[i + 1] == ' ' || instructions[i + 1] == '\n';
    if (c == ',' || c == ';' || c == '\n' || (c == '.' && last))
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

/// "more about Python and shorter": two parts where both are understood, one otherwise ("research and development").
void read_part(const std::string& part, const match::Taxonomy& taxonomy, Guidance& out) {
  constexpr std::string_view joint = " and ";
  if (const auto at = part.find(joint); at != std::string::npos) {
    Guidance both = out;
    if (understands(part.substr(0, at), taxonomy, both)) {
      read_part(part.substr(at + joint.size()), taxonomy, both);
      if (both.unknown.size() == out.unknown.size()) {
        out = std::move(both);
        return;
      }
    }
  }
  if (!understands(part, taxonomy, out)) out.unknown.push_back(text::squeeze(part));
}

}  // namespace

Guidance read_guidance(std::string_view instructions, const match::Taxonomy& taxonomy) {
  constexpr std::size_t longest = 2000;  // bytes; nobody says more, and each "and" is looked at twice
  Guidance out;
  if (instructions.size() > longest) {
    out.unknown.emplace_back("instructions of more than 2000 letters");
    return out;
  }
  const std::vector<std::string> parts = divided(instructions);
  // "more about Python, Go, shorter": a skill alone goes on with the topics before it.
  bool topics = false;
  for (const std::string& part : parts) {
    const std::size_t before = out.focus.size(), unknown = out.unknown.size();
    read_part(part, taxonomy, out);
    if (topics && out.unknown.size() > unknown && !taxonomy.find_in_list(part).empty()) {
      out.unknown.pop_back();
      out.focus.push_back(text::squeeze(part));
    }
    topics = out.focus.size() > before;
  }
  return out;
}

std::string_view understood_instructions() {
  return "more about SKILL, shorter, keep SECTION, executive, formal, careful, more keywords, skills first, at most N "
         "changes";
}

}  // namespace resumax::optimize
