#include <resumax/optimize/propose.hpp>

#include <resumax/text/tokens.hpp>

#include <algorithm>
#include <set>

namespace resumax::optimize {

namespace {

std::set<std::string> meaning(const Analysis& analysis, std::string_view line) {
  std::set<std::string> out;
  const std::string language = analysis.resume.language.empty() ? "en" : analysis.resume.language;
  for (const text::Token& token : text::tokenize(line))
    if (!text::is_stop_word(token.folded, language)) out.insert(text::stem(token.folded, language));
  return out;
}

// Every word of `part` that matters is in `whole`, numbers and names included.
bool said_by(const std::set<std::string>& part, const std::set<std::string>& whole) {
  return part.size() >= 3 && std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

}  // namespace

std::vector<Suggestion> propose_trims(const Analysis& analysis) {
  std::vector<Suggestion> out;
  for (std::size_t w = 0; w < analysis.resume.work.size(); ++w) {
    const std::vector<Text>& lines = analysis.resume.work[w].highlights;
    std::vector<std::set<std::string>> words;
    for (const Text& line : lines) words.push_back(meaning(analysis, line.value));
    for (std::size_t i = 0; i < lines.size(); ++i)
      for (std::size_t k = 0; k < lines.size(); ++k) {
        if (i == k || !said_by(words[i], words[k]) || words[k].size() > words[i].size() + 2) continue;
        if (words[i] == words[k] && i < k) continue;  // of two equal ones the first stays
        Suggestion s;
        s.kind = SuggestionKind::trim;
        s.section = SectionKind::work;
        const std::string list = "/work/" + std::to_string(w) + "/highlights/";
        s.target = list + std::to_string(i);
        s.original = lines[i].value;
        s.reason = "Another line of the same role says all of it.";
        s.evidence.push_back({list + std::to_string(k), lines[k].value});
        s.confidence = 0.7;
        s.uncertain = true;
        out.push_back(std::move(s));
        break;
      }
  }
  return out;
}

}  // namespace resumax::optimize
