#include <resumax/optimize/flow.hpp>
#include <resumax/optimize/propose.hpp>

#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>
#include <set>

namespace resumax::optimize {

namespace {

std::set<std::string> meaning(const Analysis& analysis, std::string_view line) {
  std::set<std::string> out;
  const std::string language = analysis.language.empty() ? "en" : analysis.language;
  for (const text::Token& token : text::tokenize(line))
    if (!text::is_stop_word(token.folded, language)) out.insert(text::stem(token.folded, language));
  return out;
}

/// Long words of a line by how they begin, a bit each: enough to see that two lines are far from saying the same.
struct Sketch {
  std::uint64_t beginnings = 0;

  explicit Sketch(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t end = std::min(line.find(' ', at), line.size());
      add(line.substr(at, end - at));
      at = end + 1;
    }
  }

  /// Some words of this one are small ones, which may be missing in the other.
  bool may_stand_in(const Sketch& other) const {
    return 4 * std::popcount(beginnings & ~other.beginnings) <= std::popcount(beginnings) + 6;
  }

 private:
  void add(std::string_view word) {
    std::uint32_t hash = 2166136261u;
    for (std::size_t i = 0; i < 3; ++i) {
      const char c = i < word.size() ? static_cast<char>(word[i] | 0x20) : ' ';
      if (c < 'a' || c > 'z' || word.size() < 5) return;
      hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    }
    beginnings |= std::uint64_t{1} << (hash >> 26);
  }
};

// Every word of `part` that matters is in `whole`, numbers and names included.
bool said_by(const std::set<std::string>& part, const std::set<std::string>& whole) {
  return part.size() >= 3 && std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

/// What must not be lost in the order it stands in: numbers, and names and skills by how they are written.
std::vector<std::string> facts_of(const Analysis& analysis, std::string_view line) {
  std::vector<std::string> out;
  const auto& hits = analysis.skills_in(line);
  for (const text::Token& token : text::tokenize(line)) {
    const std::string_view written = line.substr(token.begin, token.end - token.begin);
    std::size_t at = 0;
    const bool named = !token.starts_sentence && text::is_upper(text::next_code_point(written, at));
    const bool number = std::any_of(written.begin(), written.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool skill = std::any_of(hits.begin(), hits.end(), [&](const match::SkillHit& hit) {
      return token.begin < hit.end && hit.begin < token.end;
    });
    if (named || number || skill) out.push_back(token.folded);
  }
  return out;
}

/// Whether the facts of one line stand in another, in the same order: "from 5 to 3" is not "from 3 to 5".
bool keeps_facts(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  auto at = whole.begin();
  for (const std::string& fact : part) {
    at = std::find(at, whole.end(), fact);
    if (at++ == whole.end()) return false;
  }
  return true;
}

/// Nearly the same words.
bool nearly_said_by(const std::set<std::string>& part, const std::set<std::string>& whole) {
  std::vector<std::string> missing;
  std::set_difference(part.begin(), part.end(), whole.begin(), whole.end(), std::back_inserter(missing));
  return part.size() >= 6 && missing.size() * 8 <= part.size() && whole.size() <= part.size() + 2;
}

Suggestion drop(SectionKind section, const std::string& list, std::size_t at, const std::vector<Text>& lines) {
  Suggestion s;
  s.kind = SuggestionKind::trim;
  s.section = section;
  s.target = list + std::to_string(at);
  s.original = lines[at].value;
  s.confidence = 0.7;
  s.uncertain = true;
  return s;
}

void trim_repeated(const Analysis& analysis, SectionKind section, const std::string& list,
                   const std::vector<Text>& lines, std::vector<Suggestion>& out) {
  const auto goes_on = continued(lines, analysis.language);
  if (std::find(goes_on.begin(), goes_on.end(), true) != goes_on.end()) return;
  std::vector<Sketch> sketches;
  for (const Text& line : lines) sketches.emplace_back(line.value);
  std::vector<std::set<std::string>> words(lines.size());
  const auto look_at = [&](std::size_t i) {
    if (words[i].empty()) words[i] = meaning(analysis, lines[i].value);
  };
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t k = 0; k < lines.size(); ++k) {
      if (i == k || !sketches[i].may_stand_in(sketches[k])) continue;
      look_at(i);
      look_at(k);
      const bool covered = said_by(words[i], words[k]) && words[k].size() <= words[i].size() + 2;
      if (!(covered || nearly_said_by(words[i], words[k]))) continue;
      // Of two that say the same the first stays.
      if (i < k && (words[i] == words[k] || !covered)) continue;
      if (!keeps_facts(facts_of(analysis, lines[i].value), facts_of(analysis, lines[k].value))) continue;
      Suggestion s = drop(section, list, i, lines);
      s.reason = "Another line of the same role says " + std::string(covered ? "all of it." : "nearly the same.");
      s.evidence.push_back({list + std::to_string(k), lines[k].value});
      out.push_back(std::move(s));
      break;
    }
}

/// Of a long role the lines that have nothing to do with the posting and give no number, down to eight lines.
void trim_long_role(const Analysis& analysis, const std::string& list, const std::vector<Text>& lines,
                    std::vector<Suggestion>& out) {
  constexpr std::size_t enough = 8;
  const auto goes_on = continued(lines, analysis.language);
  if (std::find(goes_on.begin(), goes_on.end(), true) != goes_on.end()) return;
  // Lines of a word or two are a list of tools.
  std::size_t words = 0;
  for (const Text& line : lines)
    words += 1 + static_cast<std::size_t>(std::count(line.value.begin(), line.value.end(), ' '));
  if (words < 5 * lines.size()) return;
  std::size_t left = lines.size();
  for (std::size_t i = lines.size(); i-- > 1 && left > enough;) {
    const bool gone =
        std::any_of(out.begin(), out.end(), [&](const Suggestion& s) { return s.target == list + std::to_string(i); });
    const bool number =
        std::any_of(lines[i].value.begin(), lines[i].value.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!gone && (number || analysis.relevance(lines[i].value) > 0)) continue;
    --left;
    if (gone) continue;
    Suggestion s = drop(SectionKind::work, list, i, lines);
    s.reason = "The role has " + std::to_string(lines.size()) +
               " lines, and this one shows nothing that the posting asks for.";
    out.push_back(std::move(s));
  }
}

/// A skill that stands twice in one list.
void trim_keywords(const std::string& list, const std::vector<Text>& keywords, std::vector<Suggestion>& out) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < keywords.size(); ++i) {
    if (seen.insert(text::fold(keywords[i].value)).second) continue;
    Suggestion s = drop(SectionKind::skills, list, i, keywords);
    s.reason = "It stands in this list already.";
    s.uncertain = false;
    out.push_back(std::move(s));
  }
}

}  // namespace

std::vector<Suggestion> propose_trims(const Analysis& analysis) {
  std::vector<Suggestion> out;
  const Resume& resume = analysis.resume;
  for (std::size_t i = 0; i < resume.work.size(); ++i) {
    const std::string list = "/work/" + std::to_string(i) + "/highlights/";
    trim_repeated(analysis, SectionKind::work, list, resume.work[i].highlights, out);
    if (analysis.plan.shorten) trim_long_role(analysis, list, resume.work[i].highlights, out);
  }
  for (std::size_t i = 0; i < resume.projects.size(); ++i)
    trim_repeated(analysis, SectionKind::projects, "/projects/" + std::to_string(i) + "/highlights/",
                  resume.projects[i].highlights, out);
  for (std::size_t i = 0; i < resume.skills.size(); ++i)
    trim_keywords("/skills/" + std::to_string(i) + "/keywords/", resume.skills[i].keywords, out);
  return out;
}

}  // namespace resumax::optimize
