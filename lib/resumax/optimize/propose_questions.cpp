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

/// Recent roles, in which a number can still be found out: the first two that are present or ended last.
std::vector<std::size_t> recent_roles(const Resume& resume) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < resume.work.size(); ++i) out.push_back(i);
  const auto end = [&](std::size_t i) {
    const DateRange& dates = resume.work[i].dates;
    return dates.end.present ? Date{9999, 12, 31} : dates.end.date;
  };
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return end(a) > end(b); });
  if (out.size() > 2) out.resize(2);
  return out;
}

/// Verbs of change ask for how much, verbs of work with people or things for how many.
constexpr std::array<std::string_view, 26> countable = {
    "increase", "reduce",  "improve",  "grow",    "cut",     "accelerate", "optimize",  "optimise", "streamline",
    "scale",    "manage",  "lead",     "oversee", "train",   "mentor",     "coach",     "teach",    "hire",
    "recruit",  "migrate", "automate", "handle",  "process", "sell",       "supervise", "serve"};

bool counts_something(const std::string& folded) {
  const auto verb = read_verb(folded);
  return verb && verb->form != VerbForm::gerund &&
         std::find(countable.begin(), countable.end(), verb->base) != countable.end();
}

/// A line that tells of a change or an amount and gives none.
bool lacks_number(const Analysis& analysis, const std::string& line) {
  const auto tokens = text::tokenize(line);
  if (tokens.size() < 5 || tokens.size() > 40 || !text::find_numbers(line, analysis.language).empty()) return false;
  if (std::any_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
  return counts_something(tokens.front().folded);
}

}  // namespace

std::vector<Suggestion> propose_questions(const Analysis& analysis) {
  std::vector<Suggestion> out;
  if (!analysis.english) return out;
  for (const std::size_t i : recent_roles(analysis.resume)) {
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
