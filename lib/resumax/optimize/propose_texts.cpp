#include <resumax/optimize/flow.hpp>
#include <resumax/optimize/propose.hpp>
#include <resumax/optimize/propose_align.hpp>
#include <resumax/optimize/propose_format.hpp>
#include <resumax/optimize/propose_rephrase.hpp>
#include <resumax/optimize/propose_style.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <optional>

namespace resumax::optimize {

namespace {

bool is_prose(FieldKind kind) {
  return kind == FieldKind::highlight || kind == FieldKind::summary || kind == FieldKind::description;
}

std::string list_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

/// What the lines around one say about it.
struct Neighbours {
  LineEnd end = LineEnd::mixed;
  bool continues = false;     ///< goes on with the line before it
  int past = 0, present = 0;  ///< the others that open in that tense; counted in English
};
class Lists {
 public:
  explicit Lists(const Analysis& analysis) : analysis_(analysis) {}

  Neighbours of(const std::string& path) {
    const std::string list = list_of(path);
    const std::vector<Text>* lines = find_list(analysis_.resume, list);
    if (!lines) return {};
    const auto [slot, fresh] = known_.try_emplace(list);
    if (fresh) {
      Known& known = slot->second;
      known.joined = continued(*lines, analysis_.language);
      // Where lines are parts of others, their ends say nothing.
      const bool whole = std::find(known.joined.begin(), known.joined.end(), true) == known.joined.end() &&
                         !breaks_off(lines->back().value, analysis_.language);
      known.end = whole ? end_of(*lines) : LineEnd::mixed;
      if (analysis_.english) read_tenses(known, *lines);
    }
    const auto at = static_cast<std::size_t>(std::stoul(path.substr(path.rfind('/') + 1)));
    const Known& known = slot->second;
    Neighbours out{known.end, known.joined[at], 0, 0};
    if (known.told.empty()) return out;
    out.past = known.past - (known.told[at] == Tense::past);
    out.present = known.present - (known.told[at] == Tense::present);
    return out;
  }

 private:
  struct Known {
    LineEnd end = LineEnd::mixed;
    std::vector<bool> joined;
    std::vector<Tense> told;
    int past = 0, present = 0;
  };

  static void read_tenses(Known& known, const std::vector<Text>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Tense tense = known.joined[i] ? Tense::unknown : told_tense(lines[i].value);
      known.told.push_back(tense);
      known.past += tense == Tense::past;
      known.present += tense == Tense::present;
    }
  }

  const Analysis& analysis_;
  std::map<std::string, Known> known_;
};

// A tool or employer that writes itself in small letters ("pandas", "npm") keeps them at a line's start.
bool opens_with_small_name(const Analysis& analysis, std::string_view line) {
  if (capitalised(line) == line) return false;
  const std::string_view first = line.substr(0, line.find(' '));
  for (const Work& work : analysis.resume.work)
    if (!first.empty() && work.company.value.starts_with(first)) return true;
  for (const match::SkillHit& hit : analysis.skills_in(line)) {
    if (hit.begin > 0) break;
    const std::string name(analysis.taxonomy.skills()[hit.skill].name);
    std::size_t at = 0;
    return !name.empty() && !text::is_upper(text::next_code_point(name, at));
  }
  return false;
}

/// What is over is told in the past; what is not, or not known to be, as most other lines of the entry are, since a
/// current role lists what was achieved as well as what is done.
Tense tense_among(const Analysis& analysis, const ConstField& field, const Neighbours& near) {
  const Tense by_end = tense_of(analysis.resume, field);
  if (by_end == Tense::past || near.past == near.present) return by_end;
  return near.past > near.present ? Tense::unknown : Tense::present;
}

std::optional<Suggestion> propose_text(const Analysis& analysis, const Alignment& alignment, Lists& lists,
                                       const ConstField& field, bool careful) {
  const bool list = field.kind == FieldKind::keyword;
  // What others say of somebody stays in their words.
  if ((!list && !is_prose(field.kind)) || field.section == SectionKind::references) return std::nullopt;
  Suggestion s;
  s.section = field.section;
  s.target = field.path;
  s.original = s.proposed = field.text->value;
  s.confidence = 0.9;
  bool changed = false;
  const auto take = [&](std::optional<Edit> edit, SuggestionKind kind) {
    if (!edit || edit->text == s.proposed || edit->text.empty()) return;
    // The rules come strongest first: the first that changes the line names the suggestion.
    if (!changed) s.kind = kind;
    changed = true;
    s.proposed = std::move(edit->text);
    s.reason += (s.reason.empty() ? "" : " ") + edit->reason;
    s.keywords_gained.insert(s.keywords_gained.end(), edit->keywords_gained.begin(), edit->keywords_gained.end());
  };
  const Neighbours near = field.kind == FieldKind::highlight ? lists.of(field.path) : Neighbours{};
  const bool rephrased = !list && !careful && analysis.plan.rephrase;
  if (rephrased && field.kind == FieldKind::highlight)
    take(analysis.english ? rephrase(s.proposed, tense_among(analysis, field, near), analysis.plan)
                          : without_weak_opening(s.proposed, analysis.language),
         SuggestionKind::rephrase);
  else if (rephrased && analysis.english)
    take(rephrase_prose(s.proposed, analysis.plan), SuggestionKind::rephrase);
  if (rephrased && !analysis.english)
    take(without_wordiness(s.proposed, analysis.plan.shorten, analysis.language), SuggestionKind::rephrase);
  take(alignment.apply(field.path, s.proposed, list), SuggestionKind::align_term);
  if (field.kind == FieldKind::highlight)
    take(tidy(s.proposed, near.end, near.continues || opens_with_small_name(analysis, s.proposed)),
         SuggestionKind::format);
  if (!changed) return std::nullopt;
  s.evidence.push_back({field.path, field.text->value});
  return s;
}

}  // namespace

std::vector<Suggestion> propose_texts(const Analysis& analysis) {
  const Alignment alignment(analysis);
  Lists lists(analysis);
  std::vector<Suggestion> out;
  for (const ConstField& field : fields(analysis.resume))
    if (auto s = propose_text(analysis, alignment, lists, field, false)) out.push_back(std::move(*s));
  return out;
}

std::optional<Suggestion> propose_careful_text(const Analysis& analysis, std::string_view path) {
  const Alignment alignment(analysis);
  Lists lists(analysis);
  for (const ConstField& field : fields(analysis.resume))
    if (field.path == path) return propose_text(analysis, alignment, lists, field, true);
  return std::nullopt;
}

}  // namespace resumax::optimize
