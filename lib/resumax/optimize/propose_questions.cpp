#include <resumax/optimize/propose.hpp>
#include <resumax/optimize/questions.hpp>
#include <resumax/optimize/verbs.hpp>

#include <resumax/text/numbers.hpp>
#include <resumax/text/tokens.hpp>

#include <algorithm>
#include <array>

namespace resumax::optimize {

namespace {

constexpr std::size_t most = 3;

/// What a line opens with, as the data has it: an English verb by its base, other words as they are.
std::string opening_of(const text::Token& first, std::string_view language) {
  if (language != "en") return first.folded;
  const auto verb = read_verb(first.folded);
  return verb && verb->form != VerbForm::gerund ? std::string(verb->base) : std::string();
}

bool is_counted(const CountWords& words, std::string_view folded, std::string_view language) {
  // "d'équipes"
  const std::size_t apostrophe = folded.find_last_of("'");
  const std::string word(apostrophe == std::string_view::npos ? folded : folded.substr(apostrophe + 1));
  if (words.object.contains(word)) return true;
  return std::any_of(words.endings.begin(), words.endings.end(), [&](const std::string& ending) {
    return word.size() > 4 && word.ends_with(ending) && !word.ends_with("ss") && !text::is_stop_word(word, language);
  });
}

/// Whether what is done is done to what can be counted: "Led a team", not "Led the rollout of services".
bool counts_soon(const std::vector<text::Token>& tokens, const CountWords& words, const Analysis& analysis) {
  constexpr std::size_t soon = 4;  // words after the first
  constexpr std::array<std::string_view, 6> leads_on = {"of", "for", "with", "in", "on", "to"};
  for (std::size_t i = 1; i < std::min(tokens.size(), soon + 1); ++i) {
    if (is_counted(words, tokens[i].folded, analysis.language)) return true;
    if (analysis.english && std::find(leads_on.begin(), leads_on.end(), tokens[i].folded) != leads_on.end()) break;
  }
  return false;
}

/// A line that tells of a change or an amount and gives none.
bool lacks_number(const Analysis& analysis, const std::string& line) {
  const CountWords* words = count_words(analysis.language);
  const auto tokens = text::tokenize(line);
  const std::size_t fewest = analysis.english ? 5 : 3;
  if (!words || tokens.size() < fewest || tokens.size() > 40) return false;
  const std::string opening = opening_of(tokens.front(), analysis.language);
  const bool change = words->change.contains(opening);
  if (!change && !words->amount.contains(opening)) return false;
  if (!change && !counts_soon(tokens, *words, analysis)) return false;
  return text::find_numbers(line, analysis.language).empty() &&
         std::none_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         std::none_of(tokens.begin(), tokens.end(), [&](const auto& t) { return words->measure.contains(t.folded); });
}

}  // namespace

std::vector<Suggestion> propose_questions(const Analysis& analysis) {
  std::vector<Suggestion> out;
  // In recent roles a number can still be found out.
  for (const std::size_t i : recent_roles(analysis.resume, 2)) {
    const std::vector<Text>& lines = analysis.resume.work[i].highlights;
    for (std::size_t k = 0; k < lines.size() && out.size() < most; ++k) {
      const std::string& line = lines[k].value;
      if (!lacks_number(analysis, line)) continue;
      Suggestion s;
      s.kind = SuggestionKind::gap;
      s.section = SectionKind::work;
      s.evidence.push_back({"/work/" + std::to_string(i) + "/highlights/" + std::to_string(k), line});
      s.reason = question(Question::number, analysis.language, line);
      s.confidence = 0.6;
      out.push_back(std::move(s));
    }
  }
  return out;
}

}  // namespace resumax::optimize
