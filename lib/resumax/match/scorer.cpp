#include <resumax/match/career.hpp>
#include <resumax/match/education.hpp>
#include <resumax/match/explain.hpp>
#include <resumax/match/job_level.hpp>
#include <resumax/match/requirements.hpp>
#include <resumax/match/score.hpp>
#include <resumax/match/similarity.hpp>
#include <resumax/match/spoken_languages.hpp>
#include <resumax/match/titles.hpp>
#include <resumax/match/wishes.hpp>
#include <resumax/text/tokens.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace resumax::match {

namespace {

/// What a component earns, as a fraction, and why. `asked` is false where the posting does not speak of it.
struct Part {
  bool asked = false;
  std::int64_t earned = 0, possible = 1;
  std::string explanation;
  std::int64_t weight = 1000;  ///< of its component's points, in thousandths
};

std::int64_t rounded(std::int64_t value, std::int64_t divisor) { return (value + divisor / 2) / divisor; }

/// How much of a posting's title the lines of a resume are about.
struct TitleShown {
  std::int64_t thousandths = 0;  ///< of the weight of its terms, each the more the oftener they have it
  std::size_t terms = 0, shown = 0;
};

TitleShown title_shown(const std::vector<Term>& title, const std::vector<ShownLine>& lines) {
  constexpr std::int64_t many = 5;  // times, or lines with a skill
  TitleShown out;
  std::int64_t all = 0, got = 0;
  for (std::size_t i = 0; i < title.size(); ++i) {
    const auto same = [&](const Term& term) { return term.id == title[i].id; };
    const auto begin = title.begin(), here = begin + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(begin, here, same)) continue;
    std::int64_t has = 0;
    for (const auto& line : lines) {
      const auto times = std::count_if(line.line->terms.begin(), line.line->terms.end(), same);
      has += is_skill(title[i]) ? std::min<std::int64_t>(times, 1) : times;
    }
    all += title[i].in_posting * sublinear(many);
    got += title[i].in_posting * sublinear(std::min(has, many));
    ++out.terms;
    out.shown += has > 0;
  }
  if (all > 0) out.thousandths = got * 1000 / all;
  return out;
}

Part title_part(const Wishes& wishes, const Resume& resume, const Career& career, const TitleShown& shown) {
  constexpr std::int64_t whole = 1000 * 100;
  Part out{!wishes.title.empty(), 0, whole * 100 * 100, {}};
  if (!out.asked) return out;
  const auto& recency = weights().title;
  std::string_view best;
  const auto consider = [&](const Text& text, int counts) {
    if (text.empty()) return;
    const auto title = read_title(text.value, wishes.language);
    const int value = std::max(title_match(wishes.title, title), title_match(wishes.head, title)) * counts;
    if (value <= out.earned) return;
    out.earned = value;
    best = text.value;
  };
  for (std::size_t i = 0; i < career.work.size(); ++i)
    consider(career.work[i]->position, i == 0 ? recency.latest : i == 1 ? recency.second : recency.older);
  consider(resume.basics.label, recency.headline);
  // Positions that the parser could not tell from other lines, in a layout or language it does not know.
  if (career.work.empty() && resume.basics.label.empty())
    for (const auto& section : resume.sections)
      for (const auto& line : section.lines)
        if (names_occupation(line.value, wishes.language)) consider(line, recency.older);
  const int fit = level_fit(wishes.level, career.level);
  out.explanation = explain::title(wishes.title_text, best, static_cast<int>(out.earned / 100));
  out.explanation += explain::title_shown(shown.shown, shown.terms);
  out.earned = out.earned * (100 - weights().title.shown) + shown.thousandths * 100 * weights().title.shown;
  if (fit < 100 && out.earned > 0) out.explanation += explain::level(wishes.level, career.level, fit);
  out.earned *= fit;
  return out;
}

Part seniority_part(const Wishes& wishes, const Career& career) {
  Part out{wishes.level != 0 || wishes.years > 0, 0, 1000, {}};
  if (!out.asked) return out;
  constexpr int unknown = 500;  // no title and no date says anything
  const int by_level = wishes.level != 0 && career.level == 0 ? unknown : 10 * level_fit(wishes.level, career.level);
  const int wanted = static_cast<int>(wishes.years * 12 + 0.5);
  const int by_years = wishes.years <= 0  ? 0
                       : career.undated() ? unknown
                                          : std::min(1000, career.months * 1000 / wanted);
  out.earned = wishes.years <= 0 ? by_level : std::min(by_years, by_level);
  out.explanation = explain::seniority(career.months, wishes.years, career.level, wishes.level);
  return out;
}

Part education_part(const Wishes& wishes, const Resume& resume) {
  Part out{wishes.degree != DegreeLevel::none, 0, 1000, {}};
  if (!out.asked) return out;
  auto have = DegreeLevel::none;
  for (const auto& education : resume.education)
    for (const auto* text : {&education.study_type, &education.area, &education.summary})
      have = std::max(have, highest_degree(text->value));
  for (const auto& section : resume.sections)
    if (section.kind == SectionKind::education)
      for (const auto& line : section.lines) have = std::max(have, highest_degree(line.value));
  const int missing = static_cast<int>(wishes.degree) - static_cast<int>(have);
  out.earned = missing <= 0 ? 1000 : have == DegreeLevel::none ? 0 : missing == 1 ? 500 : 200;
  out.explanation = explain::education(wishes.degree, have);
  return out;
}

std::vector<SpokenLanguage> spoken_by(const Resume& resume) {
  std::vector<SpokenLanguage> out;
  const auto add = [&](std::string code, int level) {
    for (auto& known : out)
      if (known.code == code) {
        known.level = std::max(known.level, level);
        return;
      }
    out.push_back({std::move(code), level});
  };
  for (const auto& entry : resume.languages) {
    const int level = language_level(entry.fluency.value);
    for (const auto& spoken : spoken_languages(entry.language.value)) add(spoken.code, std::max(level, spoken.level));
  }
  for (const auto& section : resume.sections)
    if (section.kind == SectionKind::languages)
      for (const auto& line : section.lines)
        for (const auto& spoken : spoken_languages(line.value)) add(spoken.code, spoken.level);
  // Who writes a resume in a language works in it.
  if (!resume.language.empty()) add(resume.language.substr(0, 2), 4);
  return out;
}

Part languages_part(const Wishes& wishes, const Resume& resume) {
  Part out{!wishes.languages.empty(), 0, 0, {}};
  if (!out.asked) return out;
  const auto have = spoken_by(resume);
  std::vector<std::string_view> met, weak, missing;
  for (const auto& wanted : wishes.languages) {
    const auto found = std::find_if(have.begin(), have.end(), [&](const auto& l) { return l.code == wanted.code; });
    out.possible += 1000;
    const auto name = language_name(wanted.code);
    if (found == have.end()) {
      missing.push_back(name);
    } else if (found->level == 0 || found->level >= wanted.level) {
      out.earned += 1000;
      met.push_back(name);
    } else {
      out.earned += 500;
      weak.push_back(name);
    }
  }
  out.explanation = explain::languages(met, weak, missing);
  return out;
}

/// Requirements of a component, those joined by "or" as one.
std::size_t count_asked(Component component, const std::vector<Requirement>& requirements) {
  std::size_t out = 0;
  int group = 0;
  for (const auto& r : requirements) {
    if (component_of(r.level) != component || (r.group != 0 && r.group == group)) continue;
    group = r.group;
    ++out;
  }
  return out;
}

Part skills_part(Component component, const std::vector<Requirement>& requirements,
                 const std::vector<RequirementMatch>& matches, const std::vector<int>& weighed) {
  Part out{false, 0, 0, {}};
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (component_of(matches[i].level) != component) continue;
    out.asked = true;
    out.possible += std::int64_t{weighed[i]} * 100;
    out.earned += std::int64_t{weighed[i]} * weights().credit.at(static_cast<std::size_t>(matches[i].match));
  }
  if (!out.asked) return out;
  const auto named = static_cast<std::int64_t>(count_asked(component, requirements));
  out.weight = 1000 * named / (named + weights().few_skills);
  out.explanation = explain::skills(component, matches);
  return out;
}

/// What the cosine would be if a posting of few terms had as many as others. By the posting alone: no word more or less
/// in a resume may turn the scale. Roots of roots, since only a square root is the same on all machines.
int lifted(int cosine, std::size_t terms) {
  const auto full = static_cast<std::size_t>(weights().full_posting);
  const auto counted = std::max(terms, static_cast<std::size_t>(weights().fewest_terms));
  if (counted >= full) return cosine;
  const double factor = std::sqrt(std::sqrt(static_cast<double>(full) / static_cast<double>(counted)));
  return std::min(1000, static_cast<int>(std::floor(cosine * factor + 0.5)));
}

Part similarity_part(const TermVector& posting, const std::vector<ShownLine>& lines, int background) {
  Part out{!posting.empty(), 0, 1000, {}};
  if (!out.asked) return out;
  TermVector resume(TermVector::Side::resume);
  for (const auto& line : lines) resume.add(line.line->terms);
  resume.finish(true);
  const auto like = likeness(posting, resume);
  const int half = weights().half_cosine;
  const int cosine = std::max(0, lifted(like.cosine, posting.size()) - background) * 1000 / (1000 - background);
  out.earned = (1000 + half) * cosine / (cosine + half);
  out.explanation = explain::similarity(like.shared, posting.size());
  return out;
}

using Points = std::array<std::int64_t, component_count>;

/// What each component earns of its maximum, in hundredths of a point.
Points earned_points(const std::array<Part, component_count>& parts, const Points& maxima) {
  Points out{};
  std::int64_t fit = 0, most = 0;
  for (const bool condition : {false, true})
    for (std::size_t i = 0; i < component_count; ++i) {
      if (!parts[i].asked || is_condition(static_cast<Component>(i)) != condition) continue;
      out[i] = rounded(maxima[i] * parts[i].earned, parts[i].possible);
      if (!condition) {
        fit += out[i];
        most += maxima[i];
      } else if (most > 0) {
        out[i] = rounded(out[i] * fit, most);
      }
    }
  return out;
}

/// Points in hundredths that sum to 10000 over the components asked for, in the proportions of the weights.
Points share_out(const std::array<Part, component_count>& parts) {
  std::int64_t all = 0, sum = 0;
  for (std::size_t i = 0; i < component_count; ++i)
    if (parts[i].asked) all += weights().points[i] * parts[i].weight;
  Points out{};
  for (std::size_t i = 0; i < component_count; ++i) {
    if (!parts[i].asked) continue;
    const auto before = rounded(10000 * sum, all);
    sum += weights().points[i] * parts[i].weight;
    out[i] = rounded(10000 * sum, all) - before;
  }
  return out;
}

/// Each requirement's part of its component's points. Rounded as a running sum, so that the hundredths add up to what
/// the component has.
void give_points(Component component, std::int64_t maximum, std::int64_t possible, const std::vector<int>& weighed,
                 std::vector<RequirementMatch>& matches) {
  std::int64_t earned = 0, given = 0;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (component_of(matches[i].level) != component) continue;
    earned += std::int64_t{weighed[i]} * weights().credit.at(static_cast<std::size_t>(matches[i].match));
    const auto until = rounded(maximum * earned, possible);
    matches[i].points = static_cast<double>(until - given) / 100;
    given = until;
  }
}

std::string language_of(const JobDescription& posting) {
  return posting.language.empty() ? text::detect_language(posting.text) : posting.language;
}

}  // namespace

struct Scorer::State {
  State(const JobDescription& posting, const Taxonomy& skills, Date day)
      : taxonomy(skills),
        today(day),
        language(language_of(posting)),
        weighs_by_rarity(rarity_covers(posting.text, language)),
        background(weighs_by_rarity ? 0 : weights().background_cosine),
        reader(skills, language, weighs_by_rarity),
        requirements(find_requirements(posting, skills)) {
    wishes = read_wishes(posting, language);
    const auto whole_title = reader.read(wishes.title_text, language, false).terms;
    for (int i = 0; i < weights().term.title_repeats; ++i) take(whole_title);
    title_terms = reader.read(without_level(wishes.title_text), language, false).terms;
    for (const auto* text : compared_texts(posting)) take(reader.read(text->value, language, false).terms);
    terms.finish();
  }

  void take(const std::vector<Term>& some) {
    terms.add(some);
    all_terms.insert(all_terms.end(), some.begin(), some.end());
  }

  const Taxonomy& taxonomy;
  Date today;
  std::string language;
  bool weighs_by_rarity;
  int background;
  LineReader reader;
  std::vector<Requirement> requirements;
  TermVector terms{TermVector::Side::posting};
  std::vector<Term> title_terms, all_terms;
  Wishes wishes;

  Score score(const Resume& resume, const std::vector<ShownLine>& lines);

  std::vector<ShownLine> lines(const Resume& resume) {
    reader.trim();
    return shown_lines(resume, reader);
  }

  /// Gives each match its share of its component.
  static void share(std::vector<RequirementMatch>& matches, const std::vector<int>& weighed) {
    for (const auto component : {Component::required_skills, Component::preferred_skills}) {
      std::int64_t all = 0;
      for (std::size_t i = 0; i < matches.size(); ++i)
        if (component_of(matches[i].level) == component) all += weighed[i];
      for (std::size_t i = 0; i < matches.size(); ++i)
        if (component_of(matches[i].level) == component)
          matches[i].weight = static_cast<double>(weighed[i]) / static_cast<double>(all);
    }
  }
};

Scorer::Scorer(const JobDescription& posting, const Taxonomy& taxonomy, Date today)
    : state_(std::make_unique<State>(posting, taxonomy, today)) {}
Scorer::~Scorer() = default;
Scorer::Scorer(Scorer&&) noexcept = default;

std::vector<RequirementMatch> Scorer::requirements(const Resume& resume) { return score(resume).requirements; }
const std::vector<Term>& Scorer::posting_terms() const { return state_->all_terms; }

Score Scorer::score(const Resume& resume) { return state_->score(resume, state_->lines(resume)); }

Score Scorer::score(const Resume& resume, std::vector<Term>& terms) {
  const auto lines = state_->lines(resume);
  for (const auto& line : lines) terms.insert(terms.end(), line.line->terms.begin(), line.line->terms.end());
  return state_->score(resume, lines);
}

Score Scorer::State::score(const Resume& resume, const std::vector<ShownLine>& lines) {
  const auto career = read_career(resume, today);
  Score out;
  out.version = std::string(score_version);
  out.taxonomy = taxonomy.fingerprint();
  out.requirements = match_all(requirements, lines, taxonomy);
  const auto weighed = effective_weights(requirements, out.requirements);
  share(out.requirements, weighed);
  const std::array<Part, component_count> parts{
      skills_part(Component::required_skills, requirements, out.requirements, weighed),
      skills_part(Component::preferred_skills, requirements, out.requirements, weighed),
      similarity_part(terms, lines, background),
      title_part(wishes, resume, career, title_shown(title_terms, lines)),
      seniority_part(wishes, career),
      education_part(wishes, resume),
      languages_part(wishes, resume),
  };
  const auto maxima = share_out(parts);
  const auto points = earned_points(parts, maxima);
  std::int64_t total = 0;
  for (std::size_t i = 0; i < component_count; ++i) {
    total += points[i];
    const auto component = static_cast<Component>(i);
    auto why = !parts[i].asked ? explain::not_asked(component) : parts[i].explanation;
    if (parts[i].asked && is_condition(component)) why += explain::condition();
    out.components.push_back({std::string(component_names[i]), static_cast<double>(maxima[i]) / 100,
                              static_cast<double>(points[i]) / 100, std::move(why)});
  }
  out.total = static_cast<double>(total) / 100;
  for (const auto component : {Component::required_skills, Component::preferred_skills}) {
    const auto i = static_cast<std::size_t>(component);
    give_points(component, maxima[i], parts[i].possible, weighed, out.requirements);
  }
  return out;
}

Score score(const Resume& resume, const JobDescription& posting, const Taxonomy& taxonomy, Date today) {
  return Scorer(posting, taxonomy, today).score(resume);
}

std::vector<RequirementMatch> match_requirements(const Resume& resume, const JobDescription& posting,
                                                 const Taxonomy& taxonomy) {
  return Scorer(posting, taxonomy, {}).requirements(resume);
}

}  // namespace resumax::match
