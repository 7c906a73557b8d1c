#include <resumax/guard/claims.hpp>
#include <resumax/guard/place.hpp>
#include <resumax/guard/sentences.hpp>

#include <algorithm>
#include <array>

namespace resumax::guard {

namespace {

class Scope {
 public:
  Scope(const Line& proposed, const Support& support)
      : line_(proposed), support_(support), source_(support.sentences()) {}

  std::optional<Objection> run() const {
    for (const Sentence& sentence : sentences_of(line_)) {
      if (nearest(topics_of(sentence.words), source_, 1).empty()) continue;
      if (auto objection = widened(sentence)) return objection;
      if (auto objection = reach_widened(sentence)) return objection;
      if (auto objection = team_made(sentence)) return objection;
    }
    return std::nullopt;
  }

 private:
  std::string written(const Word& word) const { return std::string(guard::written(line_, word)); }

  /// "every week" is a pace, no scope.
  static bool counts_time(const Words& words, std::size_t i) {
    if (i + 1 < words.size() && words[i]->number && words[i + 1]->number) return true;  // "every two weeks"
    static constexpr std::string_view times[] = {
        "second", "minute", "hour",  "day",    "week",      "month",     "quarter", "year", "شهر",
        "يوم",    "اسبوع",  "سنه",   "عام",    "ساعه",      "ربع",       "فصل",     "نوبه", "مناوبه",
        "ورديه",  "صباح",   "مساء",  "dia",    "dias",      "semana",    "semanas", "mes",  "meses",
        "ano",    "anos",   "turno", "turnos", "trimestre", "trimestres"};
    if (i + 1 < words.size() && words[i]->stop) ++i;  // "todos os dias"
    return i < words.size() && std::find(std::begin(times), std::end(times), words[i]->folded) != std::end(times);
  }

  bool says_who(const Sentence& sentence) const {
    const auto sources = nearest(topics_of(sentence.words), source_, 1);
    return std::any_of(sources.begin(), sources.end(), [](const Sentence* source) {
      return std::any_of(source->words.begin(), source->words.end(),
                         [](const Word* word) { return word->folded == "who"; });
    });
  }

  /// "every team" where the source counts or names some.
  std::optional<Objection> widened(const Sentence& sentence) const {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const Word& word = *sentence.words[i];
      const bool behind_comma = i > 0 && line_.text[sentence.words[i - 1]->end] == ',';
      bool undergone = false;  // "nine, all later hired"
      for (std::size_t j = i + 1; behind_comma && j < sentence.words.size() && j <= i + 2; ++j)
        undergone = undergone || sentence.words[j]->folded.ends_with("ed");
      const bool repeats = i + 2 < sentence.words.size() && sentence.words[i + 1]->folded == "of" &&
                           sentence.words[i + 2]->folded == "whom";  // "nine, all of whom ran shops"
      if ((repeats || undergone) && says_who(sentence)) continue;
      const bool refers = behind_comma && i + 1 < sentence.words.size() && !is_topic(*sentence.words[i + 1]);
      if (refers) continue;  // "unit and smoke tests, all ahead of deployment"
      if (!word.is(Trait::scope) || counts_time(sentence.words, i + 1) || support_.spells_out(line_, word)) continue;
      const auto sources = nearest(governed(sentence.words, i, 3), source_, 1);
      const bool known = std::any_of(sources.begin(), sources.end(), [&](const Sentence* source) {
        for (std::size_t j = 0; j < source->words.size(); ++j) {
          const Word& there = *source->words[j];
          if ((there.is(Trait::scope) && !counts_time(source->words, j + 1))) return true;
          if (!there.is(Trait::scope) && same_meaning(there, word)) return true;
        }
        return false;
      });
      if (!known) return Objection{"claims a wider scope than the source", {written(word)}};
    }
    return std::nullopt;
  }

  /// "Built a team of five" where the source says that it was led.
  std::optional<Objection> team_made(const Sentence& sentence) const {
    static constexpr std::array<std::string_view, 13> making{"build",     "built", "building", "grow",   "grew",
                                                             "growing",   "form",  "formed",   "create", "created",
                                                             "assembled", "scale", "scaled"};
    const auto makes = [](const Word* word) {
      return std::find(making.begin(), making.end(), word->folded) != making.end();
    };
    const auto is_team = [](const Word* word) { return word->folded == "team" || word->folded == "teams"; };
    const auto maker = [&](const Words& words) -> const Word* {
      for (std::size_t i = 1; i < words.size(); ++i) {
        if (!is_team(words[i])) continue;
        const Word* verb = words[i - 1]->stop && i > 1 ? words[i - 2] : words[i - 1];
        if (makes(verb)) return verb;
      }
      return nullptr;
    };
    const Word* verb = maker(sentence.words);
    if (!verb) return std::nullopt;
    const bool said = std::any_of(source_.begin(), source_.end(), [&](const Sentence& source) {
      const bool hired = std::any_of(source.words.begin(), source.words.end(), [](const Word* word) {
        return word->folded.starts_with("hir") || word->folded.starts_with("recruit");
      });
      return hired || maker(source.words);
    });
    if (said) return std::nullopt;
    return Objection{"the source does not say that this was done", {written(*verb)}};
  }

  /// "across the group's shops" where no line says it of those, only the employer's name.
  std::optional<Objection> reach_widened(const Sentence& sentence) const {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const Word& word = *sentence.words[i];
      if (word.folded != "across" && word.folded != "throughout") continue;
      Words topics;
      for (std::size_t j = i + 1; j < sentence.words.size() && topics.size() < 3; ++j) {
        const bool parted = sentence.words[j]->begin > sentence.words[j - 1]->end + 1;
        if (parted || sentence.words[j]->number || (sentence.words[j]->stop && !topics.empty())) break;
        const std::string& folded = sentence.words[j]->folded;
        if (folded == "variety" || folded == "range" || folded == "number") continue;
        if (is_topic(*sentence.words[j]) && !sentence.words[j]->is(Trait::free)) topics.push_back(sentence.words[j]);
      }
      const bool said = std::any_of(source_.begin(), source_.end(), [&](const Sentence& source) {
        return place_of(source.line->path).kind == Place::Kind::text && overlap(topics, source.words) == topics.size();
      });
      if (!topics.empty() && !said)
        return Objection{"claims a wider scope than the source", {written(word), written(*topics[0])}};
    }
    return std::nullopt;
  }

  const Line& line_;
  const Support& support_;
  const std::vector<Sentence>& source_;
};

}  // namespace

std::optional<Objection> check_scope(const Line& proposed, const Support& support) {
  return Scope(proposed, support).run();
}

}  // namespace resumax::guard
