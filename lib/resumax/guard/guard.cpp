#include <resumax/guard/guard.hpp>

#include <resumax/core/fields.hpp>
#include <resumax/core/outline.hpp>
#include <resumax/guard/claims.hpp>
#include <resumax/guard/place.hpp>
#include <resumax/match/titles.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace resumax::guard {

struct Guard::Facts {
  struct Reading {
    Line line;
    std::vector<match::SkillHit> skills;
  };
  Resume source;
  const match::Taxonomy& taxonomy;
  std::string language;
  std::vector<std::string> computed;
  std::vector<ConstField> texts;                            ///< of the source
  std::map<std::string, std::vector<std::size_t>> entries;  ///< "/work/2" -> its texts

  // Most checks look at one role: what there is to know of a text, an entry and the whole is found out when it is asked
  // for. No answer depends on what was asked before.
  mutable Vocabulary words;
  mutable std::vector<std::optional<Reading>> readings;  ///< by text; never moves
  mutable std::map<std::string, Support> by_entry;
  mutable std::optional<Support> everything;
  struct Titles {
    Support support;  ///< headline and positions
    int level = 3;    ///< highest seniority of them, match::seniority_level
  };
  mutable std::optional<Titles> positions;

  Facts(const Resume& resume, const match::Taxonomy& skills)
      : source(resume), taxonomy(skills), language(resume.language), texts(fields(std::as_const(source))) {
    if (language.empty()) {
      std::string text;
      for (const ConstField& field : texts) text += field.text->value + "\n";
      language = text::detect_language(text);
    }
    for (std::size_t i = 0; i < texts.size(); ++i) entries[place_of(texts[i].path).entry].push_back(i);
    readings.resize(texts.size());
  }

  const Reading& text(std::size_t i) const {
    if (!readings[i]) {
      Line line = read_line(texts[i].path, texts[i].text->value, language, &words);
      const bool list_item = place_of(texts[i].path).kind == Place::Kind::skill;
      auto skills = list_item ? taxonomy.find_in_list(line.text) : taxonomy.find(line.text);
      readings[i].emplace(Reading{std::move(line), std::move(skills)});
    }
    return *readings[i];
  }

  void add(std::size_t i, Support& support) const { support.add(text(i).line, text(i).skills); }

  const Support& whole() const {
    if (!everything) {
      everything.emplace(taxonomy);
      for (std::size_t i = 0; i < texts.size(); ++i) add(i, *everything);
    }
    return *everything;
  }

  const Titles& titles() const {
    if (positions) return *positions;
    positions.emplace(Titles{Support(taxonomy)});
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (!place_of(texts[i].path).headline && texts[i].kind != FieldKind::position) continue;
      add(i, positions->support);
      positions->level = std::max(positions->level, match::seniority_level(text(i).line.text));
    }
    return *positions;
  }

  /// Null for an entry that the source does not have.
  const Support* entry(const std::string& name) const {
    const auto found = entries.find(name);
    if (found == entries.end()) return nullptr;
    const auto [slot, fresh] = by_entry.try_emplace(name, taxonomy);
    for (std::size_t i = 0; fresh && i < found->second.size(); ++i) add(found->second[i], slot->second);
    return &slot->second;
  }

  const Support& support_for(const Place& place) const {
    const Support* own = place.whole_resume ? nullptr : entry(place.entry);
    return own ? *own : whole();
  }

  std::vector<Evidence> evidence_for(const Line& line, const Support& support) const;
  Verdict reject(const Objection& objection, std::string_view path) const;
  std::optional<Objection> check_self(const Line& proposed, const Support& before, bool headline) const;
  std::optional<Objection> objection_to(const Place& place, std::string_view path, const Line& line,
                                        std::string_view before) const;
};

/// The lines that hold most of a new text's words, each adding some that the ones before it lack; at most four.
std::vector<Evidence> Guard::Facts::evidence_for(const Line& line, const Support& support) const {
  std::vector<const Word*> open;
  for (const Word& word : line.words)
    if (!word.stop && !word.is(Trait::filler)) open.push_back(&word);
  std::vector<Evidence> out;
  while (!open.empty() && out.size() < 4) {
    const Line* best = nullptr;
    std::size_t most = 0;
    const auto holds = [](const Line& known, const Word* word) {
      return std::any_of(known.words.begin(), known.words.end(),
                         [&](const Word& other) { return same_meaning(other, *word); });
    };
    for (const Line* known : support.lines()) {
      const auto held = static_cast<std::size_t>(
          std::count_if(open.begin(), open.end(), [&](const Word* word) { return holds(*known, word); }));
      if (held > most) most = held, best = known;
    }
    if (!best) break;
    out.push_back({best->path, best->text});
    std::erase_if(open, [&](const Word* word) { return holds(*best, word); });
  }
  return out;
}

Verdict Guard::Facts::reject(const Objection& objection, std::string_view path) const {
  Verdict verdict;
  verdict.accepted = false;
  verdict.words = objection.words;
  verdict.reason = objection.reason;
  if (!objection.words.empty()) {
    verdict.reason += ": ";
    for (std::size_t i = 0; i < objection.words.size(); ++i) verdict.reason += (i ? ", " : "") + objection.words[i];
  }
  if (const Text* original = find_field(source, path); original && !original->empty())
    verdict.evidence.push_back({std::string(path), original->value});
  return verdict;
}

/// "Certified Solutions Architect": the name of a certificate, not of its holder's post.
bool is_certificate(const Line& line, std::size_t i) {
  for (std::size_t j = i; j-- > 0 && j + 4 >= i && line.words[j].sentence == line.words[i].sentence;)
    if (line.words[j].folded.starts_with("certifi") || line.words[j].folded.starts_with("zertifi")) return true;
  return false;
}

/// What somebody calls himself: titles he held or uses now, and no higher level.
std::optional<Objection> Guard::Facts::check_self(const Line& proposed, const Support& before, bool headline) const {
  static constexpr std::string_view levels[] = {"senior", "sr",    "principal", "staff",
                                                "lead",   "chief", "head",      "executive"};
  Objection objection;
  const auto& [own, level] = titles();
  int allowed = level;
  for (const Line* line : before.lines()) allowed = std::max(allowed, match::seniority_level(line->text));
  std::vector<const Word*> ranks;
  int sentence = -1;
  std::size_t position = 0;
  std::string opening;
  for (const Word& word : proposed.words) {
    position = word.sentence == sentence ? position + 1 : 0;
    sentence = word.sentence;
    // In prose, what opens a sentence names its writer; titles further on may be other people's.
    if (!headline && (position > 4 || (position > 0 && opening.empty()))) continue;
    if (!headline && position == 0) opening.clear(), ranks.clear();
    // "Led engineers" opens with a verb, "Engineering manager" does not.
    const auto i = static_cast<std::size_t>(&word - proposed.words.data());
    if (is_certificate(proposed, i)) continue;
    const bool verb = word.tier > 0 && !word.folded.ends_with("ing") && !word.folded.ends_with("ment");
    if (!headline && (verb || (word.stop && position > 0))) {
      opening.clear();
      continue;
    }
    opening += (opening.empty() ? "" : " ") + word.folded;
    if (std::find(std::begin(levels), std::end(levels), word.folded) != std::end(levels)) ranks.push_back(&word);
    if (!word.is(Trait::title) && !headline) continue;
    for (const Word* rank : ranks)
      if (!own.has(*rank) && !before.has(*rank)) objection.words.push_back(rank->folded);
    ranks.clear();
    if (!word.is(Trait::title)) continue;
    if (!own.has(word) && !before.has(word)) objection.words.push_back(word.folded);
    if (match::seniority_level(opening) > allowed) objection.words.push_back(opening);
  }
  if (objection.words.empty() && headline && match::seniority_level(proposed.text) > allowed)
    objection.words.push_back(proposed.text);
  if (objection.words.empty()) return std::nullopt;
  objection.reason = "the source does not show this title";
  return objection;
}

/// How much is claimed, and of how much.
std::optional<Objection> check_extent(const Line& line, const Support& support) {
  if (auto objection = check_verbs(line, support)) return objection;
  if (auto objection = check_strength(line, support)) return objection;
  return check_scope(line, support);
}

std::optional<Objection> Guard::Facts::objection_to(const Place& place, std::string_view path, const Line& line,
                                                    std::string_view before) const {
  const std::string_view proposed = line.text;
  const bool prose = place.kind == Place::Kind::text && !place.whole_resume;
  Support own(taxonomy);
  Line before_line;
  if (!before.empty() && !prose) {
    before_line = read_line(path, before, language, &words);
    own.add(before_line, place.kind == Place::Kind::skill);
  }
  switch (place.kind) {
    case Place::Kind::contact:
      if (same_contact(before, proposed)) return std::nullopt;
      return Objection{"contact details may not change", {std::string(proposed)}};
    case Place::Kind::date:
      if (same_date(before, proposed)) return std::nullopt;
      return Objection{"the source does not give this date", {std::string(proposed)}};
    case Place::Kind::name:
      return check_name(line, own, true);
    case Place::Kind::title:
      if (is_same_place(path, before, proposed) || is_same_grade(path, before, proposed)) return std::nullopt;
      if (auto objection = check_name(line, own, false)) return objection;
      if (auto objection = path.ends_with("/score") ? check_grade(before, proposed) : std::nullopt) return objection;
      if (auto objection = path.ends_with("/fluency") ? check_fluency(before, proposed) : std::nullopt)
        return objection;
      if (auto objection = path.ends_with("/studyType") ? check_degrees(line, own) : std::nullopt) return objection;
      return check_extent(line, own);
    default:
      break;
  }
  const Support& support = support_for(place);
  const bool skill = place.kind == Place::Kind::skill;
  const Coverage coverage(line, support);
  if (auto objection = check_facts(line, support, coverage, skill)) return objection;
  if (auto objection = check_words(line, support, coverage, skill || place.headline)) return objection;
  if (place.whole_resume && place.kind == Place::Kind::text)
    if (auto objection = check_self(line, own, place.headline)) return objection;
  if (place.headline) return check_extent(line, own);
  if (skill) return std::nullopt;
  if (auto objection = check_activities(line, support, coverage)) return objection;
  if (auto objection = check_role(line, support)) return objection;
  if (auto objection = check_outcomes(line, support)) return objection;
  return check_extent(line, support);
}

Guard::Guard(const Resume& source, const match::Taxonomy& taxonomy, std::vector<std::string> computed)
    : facts_(std::make_unique<Facts>(source, taxonomy)) {
  facts_->computed = std::move(computed);
}
Guard::~Guard() = default;
Guard::Guard(Guard&&) noexcept = default;

namespace {

/// Checks take time that grows faster than a text.
constexpr std::size_t longest_line = 16'384;

bool is_usual_heading(const Resume& source, std::string_view path, std::string_view heading) {
  if (!path.starts_with("/sections/") || !path.ends_with("/heading")) return false;
  return std::any_of(source.sections.begin(), source.sections.end(), [&](const Section& section) {
    return &section.heading == find_field(source, path) &&
           text::fold(heading) == text::fold(section_title(section.kind, source.language));
  });
}

/// The text without the computed phrases in it: what is left has to be supported by the source. What follows one
/// without a sign between would narrow what it counts ("7 years of experience in Rust"), so it stays then.
std::string without_computed(std::string text, const std::vector<std::string>& computed) {
  for (const std::string& phrase : computed) {
    const std::size_t at = text.find(phrase);
    if (at == std::string::npos || (at > 0 && text[at - 1] != ' ')) continue;
    const std::string_view rest = std::string_view(text).substr(at + phrase.size());
    const bool ends = rest.empty() || rest.starts_with(',') || rest.starts_with('.') || rest.starts_with(';') ||
                      rest.starts_with("\u060C");
    if (ends) text = text::squeeze(text.substr(0, at > 0 ? at - 1 : 0) + std::string(rest));
  }
  return text;
}

}  // namespace

Verdict Guard::check(std::string_view path, std::string_view proposed, bool with_evidence) const {
  const Text* original = find_field(facts_->source, path);
  std::string squeezed = text::squeeze(proposed);
  if (squeezed.empty() || (original && text::squeeze(original->value) == squeezed)) return {};
  if (squeezed.size() > longest_line)
    return facts_->reject({"longer than any text of a resume: " + std::to_string(squeezed.size()) + " bytes", {}},
                          path);
  // A heading claims nothing: the usual one of its section may stand for any.
  if (original && is_usual_heading(facts_->source, path, squeezed)) return {};
  const Place place = place_of(path);
  if (place.whole_resume && place.kind == Place::Kind::text && !place.headline)
    squeezed = without_computed(std::move(squeezed), facts_->computed);
  const Line line = read_line(path, squeezed, facts_->language, &facts_->words);
  const std::string_view before = original ? std::string_view(original->value) : std::string_view{};
  if (const auto objection = facts_->objection_to(place, path, line, before)) return facts_->reject(*objection, path);
  Verdict verdict;
  if (!with_evidence) return verdict;
  const bool prose = place.kind == Place::Kind::text || place.kind == Place::Kind::skill;
  if (prose) {
    verdict.evidence = facts_->evidence_for(line, facts_->support_for(place));
  } else if (original) {
    verdict.evidence.push_back({std::string(path), original->value});
  }
  return verdict;
}

namespace {

/// What tells an entry from the others of its list: the texts that may not change.
std::string identity(const std::vector<ConstField>& fields, std::string_view entry) {
  std::string out;
  for (const ConstField& field : fields) {
    const Place place = place_of(field.path);
    if (place.entry != entry) continue;
    if (place.kind == Place::Kind::name || place.kind == Place::Kind::date || field.kind == FieldKind::position ||
        field.kind == FieldKind::study_type)
      out += text::fold(field.text->value) + "\n";
  }
  return out;
}

/// Whether the text stands there unchanged: an item of a reordered list.
bool stands_in(const Support& support, std::string_view value) {
  const std::string squeezed = text::squeeze(value);
  return std::any_of(support.lines().begin(), support.lines().end(),
                     [&](const Line* line) { return line->text == squeezed; });
}

}  // namespace

std::vector<std::pair<std::string, Verdict>> Guard::check_all(const Resume& candidate) const {
  const auto ours = fields(std::as_const(facts_->source)), theirs = fields(candidate);
  std::map<std::string, std::string> source_entries;  // identity -> entry
  for (const ConstField& field : ours) {
    const std::string entry = place_of(field.path).entry;
    source_entries.emplace(list_of(entry) + "\n" + identity(ours, entry), entry);
  }
  std::vector<std::pair<std::string, Verdict>> rejected;
  std::map<std::string, std::string> matched;
  for (const ConstField& field : theirs) {
    const std::string entry = place_of(field.path).entry;
    auto known = matched.find(entry);
    if (known == matched.end()) {
      const auto same = source_entries.find(list_of(entry) + "\n" + identity(theirs, entry));
      // An entry that says the same where it stands is itself: lists without names (languages) have no other identity.
      const bool moved = same != source_entries.end() && identity(ours, entry) != identity(theirs, entry);
      known = matched.emplace(entry, moved ? same->second : entry).first;
    }
    const std::string path = known->second + field.path.substr(entry.size());
    const Support* support = facts_->entry(known->second);
    if (support && place_of(path).kind == Place::Kind::text && stands_in(*support, field.text->value)) continue;
    Verdict verdict = check(path, field.text->value, false);
    if (!verdict.accepted) rejected.emplace_back(field.path, std::move(verdict));
  }
  return rejected;
}

}  // namespace resumax::guard
