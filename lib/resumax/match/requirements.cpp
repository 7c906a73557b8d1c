#include <resumax/match/asked.hpp>
#include <resumax/match/phrases.hpp>
#include <resumax/match/rarity.hpp>
#include <resumax/match/requirements.hpp>
#include <resumax/match/titles.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace resumax::match {

namespace {

constexpr std::size_t most_evidence = 5;

SourceSpan span_of(const Text& text, const SkillHit& hit) {
  SourceSpan out = text.span;
  if (text.span.end - text.span.begin != text.value.size()) return out;  // the source spells the line otherwise
  out.begin = text.span.begin + hit.begin;
  out.end = text.span.begin + hit.end;
  return out;
}

/// Whether all that stands between two skills is an "or", with or without a comma; `soft` tells a bare comma.
bool joined_by_or(std::string_view between, bool& soft) {
  constexpr std::array<std::string_view, 7> words = {"or", "oder", "ou", "o", "u", "او", "and/or"};
  soft = between == "," || between == ", ";
  const auto trimmed = text::trim(between.starts_with(',') ? between.substr(1) : between);
  const auto word = text::fold(trimmed);
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// For each hit the number of its run of alternatives ("Java, Kotlin or Go"), from 1 within the text; 0 for the others.
std::vector<int> alternatives(std::string_view utf8, const std::vector<SkillHit>& hits) {
  std::vector<int> out(hits.size(), 0);
  int runs = 0;
  for (std::size_t begin = 0; begin < hits.size();) {
    std::size_t end = begin + 1;
    bool any_or = false;
    for (; end < hits.size(); ++end) {
      bool soft = false;
      const auto between = utf8.substr(hits[end - 1].end, hits[end].begin - hits[end - 1].end);
      const bool by_or = joined_by_or(between, soft);
      if (!by_or && !soft) break;
      any_or = any_or || by_or;
    }
    if (any_or)
      std::fill(out.begin() + static_cast<std::ptrdiff_t>(begin), out.begin() + static_cast<std::ptrdiff_t>(end),
                ++runs);
    begin = end;
  }
  return out;
}

class Collector {
 public:
  explicit Collector(const Taxonomy& taxonomy) : slots_(taxonomy.skills().size(), none) {}

  void add(const Text& text, RequirementLevel level, bool title, const std::vector<SkillHit>& hits) {
    std::vector<std::uint16_t> seen;
    const auto runs = alternatives(text.value, hits);
    for (std::size_t i = 0; i < hits.size(); ++i) {
      const bool again = std::find(seen.begin(), seen.end(), hits[i].skill) != seen.end();
      seen.push_back(hits[i].skill);
      const int group = runs[i] == 0 ? 0 : groups_ + runs[i];
      if (auto& r = add(text, hits[i], level, title, again); seen_before_)
        r.group = 0;  // asked for elsewhere too, so it is no mere alternative
      else
        r.group = group;
    }
    groups_ += static_cast<int>(runs.size());
  }

  std::vector<Requirement> finish() {
    for (auto& r : found_) {
      const auto& weigh = weights().requirement;
      const int base = r.level == RequirementLevel::required    ? weigh.required
                       : r.level == RequirementLevel::preferred ? weigh.preferred
                                                                : weigh.mentioned;
      const int repeats = std::clamp(r.mentions - 1, 0, weigh.most_repeats);
      r.weight = base + base * repeats * weigh.per_repeat / 100 + (r.in_title ? weigh.in_title : 0);
    }
    std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
      return a.level != b.level ? a.level < b.level : a.weight > b.weight;
    });
    return std::move(found_);
  }

 private:
  Requirement& add(const Text& text, const SkillHit& hit, RequirementLevel level, bool title, bool again) {
    auto& slot = slots_[hit.skill];
    seen_before_ = slot != none;
    if (slot == none) {
      slot = found_.size();
      found_.push_back(
          {hit.skill, level, false, 0, 0, 0, text.value.substr(hit.begin, hit.end - hit.begin), span_of(text, hit)});
    }
    auto& r = found_[slot];
    const bool body_first = !title && r.in_title && r.mentions == 0;  // the wording of the body serves better
    if (level < r.level || body_first) {
      r.wording = text.value.substr(hit.begin, hit.end - hit.begin);
      r.span = span_of(text, hit);
    }
    r.level = std::min(r.level, level);
    r.in_title = r.in_title || title;
    if (!title && !again) ++r.mentions;
    return r;
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> slots_;
  std::vector<Requirement> found_;
  bool seen_before_ = false;
  int groups_ = 0;
};

/// The words without what the matcher evens out by rule: case, hyphens, blanks, plurals.
std::string levelled(std::string_view words) {
  std::string out;
  for (const auto& unit : split_units(words)) {
    const auto one = singular(unit.folded);
    out += one.empty() ? unit.folded : one;
  }
  return out;
}

std::string folded(std::string_view words) {
  std::string out;
  for (const auto& unit : split_units(words)) (out += unit.folded) += ' ';
  return out;
}

MatchKind same_skill_kind(std::string_view wording, std::string_view quote) {
  if (wording == quote || folded(wording) == folded(quote)) return MatchKind::exact;
  return levelled(wording) == levelled(quote) ? MatchKind::stem : MatchKind::alias;
}

/// Strength for choosing the best: exact, stem, alias, parent, related.
int strength(MatchKind kind) { return weights().credit.at(static_cast<std::size_t>(kind)); }

struct Found {
  MatchKind kind;
  std::size_t line;
  std::string_view quote;
};

class Matcher {
 public:
  Matcher(const std::vector<Requirement>& requirements, const std::vector<ShownLine>& lines, const Taxonomy& taxonomy)
      : requirements_(requirements), lines_(lines), taxonomy_(taxonomy), found_(requirements.size()) {
    for (std::size_t i = 0; i < requirements.size(); ++i) {
      add_route(requirements[i].skill, i, MatchKind::exact);
      for (const auto other : taxonomy.skills()[requirements[i].skill].related) add_route(other, i, MatchKind::related);
      for (const auto general : taxonomy.skills()[requirements[i].skill].parents)
        add_route(general, i, MatchKind::related);
    }
    std::sort(routes_.begin(), routes_.end(), [](const Route& a, const Route& b) { return a.skill < b.skill; });
  }

  std::vector<RequirementMatch> run() {
    for (std::size_t line = 0; line < lines_.size(); ++line)
      for (const auto& hit : lines_[line].line->hits) take(line, hit);
    std::vector<RequirementMatch> out;
    for (std::size_t i = 0; i < requirements_.size(); ++i) out.push_back(finish(i));
    return out;
  }

 private:
  struct Route {
    std::uint16_t skill;
    std::size_t requirement;
    MatchKind kind;
  };

  void add_route(std::uint16_t skill, std::size_t requirement, MatchKind kind) {
    routes_.push_back({skill, requirement, kind});
  }

  void take(std::size_t line, const SkillHit& hit) {
    const auto quote = std::string_view(lines_[line].field.text->value).substr(hit.begin, hit.end - hit.begin);
    follow(hit.skill, line, quote, false);
    for (const auto general : taxonomy_.ancestors(hit.skill)) follow(general, line, quote, true);
  }

  void follow(std::uint16_t skill, std::size_t line, std::string_view quote, bool as_parent) {
    auto route = std::lower_bound(routes_.begin(), routes_.end(), skill,
                                  [](const Route& r, std::uint16_t s) { return r.skill < s; });
    for (; route != routes_.end() && route->skill == skill; ++route) {
      if (as_parent && route->kind == MatchKind::related) continue;
      const auto kind = as_parent ? MatchKind::parent
                        : route->kind == MatchKind::exact
                            ? same_skill_kind(requirements_[route->requirement].wording, quote)
                            : MatchKind::related;
      found_[route->requirement].push_back({kind, line, quote});
    }
  }

  RequirementMatch finish(std::size_t i) {
    auto& found = found_[i];
    std::stable_sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
      if (a.kind != b.kind) return strength(a.kind) > strength(b.kind);
      return lines_[a.line].rank < lines_[b.line].rank;
    });
    const auto& r = requirements_[i];
    RequirementMatch out;
    out.name = taxonomy_.skills()[r.skill].name;
    out.wording = r.wording;
    out.level = r.level;
    out.span = r.span;
    if (!found.empty()) out.match = found.front().kind;
    std::vector<std::size_t> lines;
    for (const auto& f : found) {
      if (out.evidence.size() == most_evidence) break;
      if (f.kind == MatchKind::related && out.match != MatchKind::related) break;  // hints do not back a proof
      if (std::find(lines.begin(), lines.end(), f.line) != lines.end()) continue;
      lines.push_back(f.line);
      out.evidence.push_back({lines_[f.line].field.path, std::string(f.quote)});
    }
    return out;
  }

  const std::vector<Requirement>& requirements_;
  const std::vector<ShownLine>& lines_;
  const Taxonomy& taxonomy_;
  std::vector<Route> routes_;
  std::vector<std::vector<Found>> found_;
};

}  // namespace

std::vector<CountedLine> counted_lines(const JobDescription& posting) {
  std::vector<CountedLine> out;
  for (const auto& line : posting.lines) {
    if (line.kind == PostingLineKind::requirement) out.push_back({&line.text, line.level});
    if (line.kind == PostingLineKind::duty) out.push_back({&line.text, line.level});
  }
  if (!out.empty()) return out;
  for (const auto& line : posting.lines)
    if (line.kind == PostingLineKind::other || line.kind == PostingLineKind::about)
      out.push_back({&line.text, RequirementLevel::mentioned});
  return out;
}

std::vector<const Text*> compared_texts(const JobDescription& posting) {
  std::vector<const Text*> out;
  std::size_t counted = 0, others = 0;
  for (const auto& line : counted_lines(posting)) {
    out.push_back(line.text);
    counted += line.text->value.size();
  }
  const auto is_other = [&](const PostingLine& line) {
    return line.kind == PostingLineKind::other && std::find(out.begin(), out.end(), &line.text) == out.end();
  };
  for (const auto& line : posting.lines) others += is_other(line) ? line.text.value.size() : 0;
  if (counted * 2 >= others) return out;
  for (const auto& line : posting.lines)
    if (is_other(line)) out.push_back(&line.text);
  return out;
}

namespace {

/// A line that is short and no sentence, label or question. In a language whose titles nothing here knows, that is what
/// a posting opens with.
bool reads_as_title(std::string_view line) {
  constexpr std::size_t longest = 80, most_words = 8;
  if (line.empty() || line.size() > longest || std::string_view(".:!?;,").find(line.back()) != std::string_view::npos)
    return false;
  return split_units(line).size() <= most_words;
}

}  // namespace

const Text& title_of(const JobDescription& posting) {
  static const Text none;
  constexpr std::size_t first_lines = 5;
  if (!posting.title.empty()) return posting.title;
  if (!has_rarity(posting.language) && !posting.lines.empty() && reads_as_title(posting.lines.front().text.value))
    return posting.lines.front().text;
  for (std::size_t i = 0; i < std::min(first_lines, posting.lines.size()); ++i)
    if (names_occupation(posting.lines[i].text.value, posting.language)) return posting.lines[i].text;
  return none;
}

namespace {

/// The skills of each line. In duties a field of work counts where the posting is about it: its title or a requirement
/// is of the same category, or several of its skills are.
std::vector<std::vector<SkillHit>> hits_of(const std::vector<CountedLine>& lines, const std::vector<SkillHit>& in_title,
                                           const Taxonomy& taxonomy) {
  constexpr std::size_t several = 3;
  const auto category = [&](const SkillHit& hit) { return taxonomy.skills()[hit.skill].category; };
  std::vector<std::vector<SkillHit>> out;
  std::map<std::string_view, std::set<std::uint16_t>> skills;
  Categories known;
  bool lists_requirements = false;
  for (const auto& hit : in_title) known.insert(category(hit));
  for (const auto& line : lines) {
    const bool required = line.level != RequirementLevel::mentioned;
    lists_requirements = lists_requirements || required;
    for (const auto& hit : out.emplace_back(asked_skills(line.text->value, taxonomy))) {
      skills[category(hit)].insert(hit.skill);
      if (required) known.insert(category(hit));
    }
  }
  if (!lists_requirements) return out;  // nothing tells what is named in passing
  for (const auto& [name, ids] : skills)
    if (ids.size() >= several) known.insert(name);
  const auto is_known = [&](const SkillHit& hit) { return known.count(category(hit)) > 0; };
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].level == RequirementLevel::mentioned && !std::all_of(out[i].begin(), out[i].end(), is_known))
      out[i] = asked_skills(lines[i].text->value, taxonomy, known);
  return out;
}

}  // namespace

std::vector<Requirement> find_requirements(const JobDescription& posting, const Taxonomy& taxonomy) {
  const auto& title = title_of(posting);
  const auto in_title = taxonomy.find(title.value);
  const auto lines = counted_lines(posting);
  const auto hits = hits_of(lines, in_title, taxonomy);
  Collector collector(taxonomy);
  collector.add(title, RequirementLevel::required, true, in_title);
  for (std::size_t i = 0; i < lines.size(); ++i) collector.add(*lines[i].text, lines[i].level, false, hits[i]);
  return collector.finish();
}

std::vector<int> effective_weights(const std::vector<Requirement>& requirements,
                                   const std::vector<RequirementMatch>& matches) {
  std::vector<int> out;
  for (const auto& r : requirements) out.push_back(r.weight);
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    if (requirements[i].group == 0 || out[i] == 0) continue;
    auto best = i;
    for (std::size_t j = i + 1; j < requirements.size(); ++j) {
      if (requirements[j].group != requirements[i].group) continue;
      const int weight = std::max(out[best], out[j]);
      const auto loser = strength(matches[j].match) > strength(matches[best].match) ? std::exchange(best, j) : j;
      out[best] = weight;
      out[loser] = 0;
    }
  }
  return out;
}

std::vector<RequirementMatch> match_all(const std::vector<Requirement>& requirements,
                                        const std::vector<ShownLine>& lines, const Taxonomy& taxonomy) {
  return Matcher(requirements, lines, taxonomy).run();
}

}  // namespace resumax::match
