#include <resumax/optimize/flow.hpp>
#include <resumax/optimize/propose.hpp>
#include <resumax/optimize/verbs.hpp>

#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace resumax::optimize {

namespace {

constexpr std::size_t fewest_to_order = 4;  ///< keywords
constexpr std::size_t roles_to_order = 3;

std::string joined(const std::vector<Text>& lines, const std::vector<int>& order) {
  std::string out;
  for (std::size_t i = 0; i < order.size(); ++i)
    out += (i ? "\n" : "") + lines[static_cast<std::size_t>(order[i])].value;
  return out;
}

struct Ordering {
  std::vector<int> order;
  bool changed = false;
};

// What weighs at least `enough` comes first, heaviest first; the rest keeps its order.
Ordering by_weight(const std::vector<double>& weights, double enough) {
  Ordering out;
  out.order.resize(weights.size());
  std::iota(out.order.begin(), out.order.end(), 0);
  const auto weight = [&](int i) {
    const double w = weights[static_cast<std::size_t>(i)];
    return w >= enough ? w : 0.0;
  };
  std::stable_sort(out.order.begin(), out.order.end(), [&](int a, int b) { return weight(a) > weight(b); });
  out.changed = !std::is_sorted(out.order.begin(), out.order.end());
  return out;
}

Suggestion make(const std::string& path, SectionKind section, const std::vector<Text>& lines, Ordering ordering,
                std::string reason) {
  Suggestion s;
  s.kind = SuggestionKind::reorder;
  s.section = section;
  s.target = path;
  std::vector<int> as_is(lines.size());
  std::iota(as_is.begin(), as_is.end(), 0);
  s.original = joined(lines, as_is);
  s.proposed = joined(lines, ordering.order);
  s.order = std::move(ordering.order);
  s.reason = std::move(reason);
  s.evidence.push_back(
      {path + "/" + std::to_string(s.order.front()), lines[static_cast<std::size_t>(s.order.front())].value});
  s.confidence = 0.8;
  return s;
}

/// As the line has it; an Arabic word carries "and" in front, so that it is named in the posting's words.
std::string named(const Analysis& analysis, const match::SkillHit& hit, std::string_view text) {
  const auto wanted = analysis.wanted.find(hit.skill);
  if (analysis.language == "ar" && wanted != analysis.wanted.end()) return wanted->second.wording;
  return std::string(text.substr(hit.begin, hit.end - hit.begin));
}

// The wanted skills of a text by name, for the reason.
std::string wanted_in(const Analysis& analysis, std::string_view text) {
  std::string out;
  std::set<std::uint16_t> seen;
  for (const match::SkillHit& hit : analysis.skills_in(text))
    if ((analysis.wanted.count(hit.skill) || analysis.focus.contains(hit.skill)) && seen.insert(hit.skill).second &&
        seen.size() <= 3)
      out += (out.empty() ? "" : ", ") + named(analysis, hit, text);
  return out;
}

bool has_number(std::string_view line) {
  for (std::size_t at = 0; at < line.size();)
    if (text::is_digit(text::next_code_point(line, at))) return true;
  return false;
}

/// Both are read anyway: for one more word of the posting they need not change places.
bool only_swaps_first_two(const std::vector<int>& order) {
  return order[0] == 1 && order[1] == 0 && std::is_sorted(order.begin() + 2, order.end());
}

double weight_of(const Analysis& analysis, std::string_view line) {
  const double most = analysis.focus.empty() && analysis.topics.empty() ? 3.0 : 6.0;
  const double wanted = std::min(most, analysis.relevance(line));
  // A result in numbers gives way to no single word of the posting.
  const double result = analysis.plan.results_first ? 1.5 : 0.5;
  return has_number(line) ? wanted + result : wanted;
}

/// The line that says what the employer or project is: "Norrvik is a payment provider". It stays first.
bool introduces(std::string_view line) {
  constexpr std::size_t early = 10;
  const auto tokens = text::tokenize(line);
  if (tokens.empty() || read_verb(tokens.front().folded)) return false;
  for (std::size_t i = 1; i < std::min(tokens.size(), early); ++i)
    for (const std::string_view word : {"is", "was", "are", "were", "has", "been", "ist", "est", "es"})
      if (tokens[i].folded == word) return true;
  return line.find(':') != std::string_view::npos || line.ends_with(".com");
}

std::string reason_for(const Analysis& analysis, const std::string& named) {
  if (named.empty() && analysis.plan.results_first) return "Puts first what gives a result in numbers.";
  if (named.empty() && !analysis.topics.empty()) return "Puts first what you want to bring forward.";
  return "Puts first what the posting asks for" + (named.empty() ? "." : ": " + named + ".");
}

void order_highlights(const Analysis& analysis, const std::string& path, SectionKind section,
                      const std::vector<Text>& lines, std::vector<Suggestion>& out) {
  if (lines.size() < 3) return;
  // Lines of a word or two are a list of tools, not of what somebody did.
  const auto words = std::accumulate(lines.begin(), lines.end(), std::size_t{0}, [](std::size_t sum, const Text& line) {
    return sum + 1 + static_cast<std::size_t>(std::count(line.value.begin(), line.value.end(), ' '));
  });
  if (words < 4 * lines.size()) return;
  const auto joined_lines = continued(lines, analysis.language);
  if (std::find(joined_lines.begin(), joined_lines.end(), true) != joined_lines.end()) return;
  const bool guided = !analysis.focus.empty() || !analysis.topics.empty() || analysis.plan.results_first;
  std::vector<double> weights;
  for (const Text& line : lines) weights.push_back(weight_of(analysis, line.value));
  const bool pinned = introduces(lines.front().value);
  // A line that is a little less to the point may well stay first: only a clear gain moves others up.
  const double best = *std::max_element(weights.begin(), weights.end());
  if (pinned) weights.front() = best + 1;
  const double first = weights[pinned ? 1 : 0];
  if (best < first + 0.9) return;
  Ordering ordering = by_weight(weights, std::max(1.0, best / 2));
  const bool little = best < first + 1.5 && !guided;
  if (!ordering.changed || (little && only_swaps_first_two(ordering.order))) return;
  const auto moved = static_cast<std::size_t>(ordering.order[pinned ? 1 : 0]);
  const std::string named = wanted_in(analysis, lines[moved].value);
  out.push_back(make(path, section, lines, std::move(ordering), reason_for(analysis, named)));
}

}  // namespace

// They fell apart in reading: they are not moved.
bool fell_apart(const std::vector<Text>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const Text& line) {
    const std::string& item = line.value;
    const bool letters = std::any_of(item.begin(), item.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
    return !letters || std::count(item.begin(), item.end(), '(') != std::count(item.begin(), item.end(), ')') ||
           item.ends_with(':');
  });
}

std::optional<int> place_for_wanted(const Analysis& analysis, const std::vector<Text>& keywords) {
  if (keywords.empty() || fell_apart(keywords)) return std::nullopt;
  std::vector<bool> asked;
  for (const Text& keyword : keywords) asked.push_back(analysis.relevance(keyword.value, true) > 0);
  const auto count = static_cast<int>(std::count(asked.begin(), asked.end(), true));
  if (analysis.plan.sort_skills) return count;
  const bool leads = asked[0] || (asked.size() > 1 && asked[1]);
  const bool ordered = count > 0 && keywords.size() >= fewest_to_order;
  return leads || ordered ? std::nullopt : std::optional<int>(0);
}

namespace {

void order_keywords(const Analysis& analysis, const std::string& path, const std::vector<Text>& lines,
                    std::vector<Suggestion>& out) {
  if (lines.size() < fewest_to_order || fell_apart(lines)) return;
  const bool guided = !analysis.focus.empty() || !analysis.topics.empty();
  std::vector<double> weights;
  for (const Text& line : lines) {
    const double weight = analysis.relevance(line.value, true);
    weights.push_back(guided && weight >= 2 ? 2.0 : weight > 0 ? 1.0 : 0.0);  // 2: to be brought forward
  }
  const bool focused = std::find(weights.begin(), weights.end(), 2.0) != weights.end() && weights.front() < 2;
  // One near the front is near enough.
  if (!focused && !analysis.plan.sort_skills && (weights[0] > 0 || weights[1] > 0)) return;
  Ordering ordering = by_weight(weights, 1.0);
  if (!ordering.changed) return;
  out.push_back(make(
      path, SectionKind::skills, lines, std::move(ordering),
      focused ? "Puts first what you want to bring forward." : "Puts first the skills that the posting asks for."));
}

}  // namespace

std::vector<Suggestion> propose_orders(const Analysis& analysis) {
  std::vector<Suggestion> out;
  const Resume& resume = analysis.resume;
  // Nobody weighs the order of lines of long ago; what a person asked for is brought forward wherever it is.
  const bool guided = !analysis.focus.empty() || !analysis.topics.empty();
  auto roles = recent_roles(resume, guided ? resume.work.size() : roles_to_order);
  std::sort(roles.begin(), roles.end());
  for (const std::size_t i : roles)
    order_highlights(analysis, "/work/" + std::to_string(i) + "/highlights", SectionKind::work,
                     resume.work[i].highlights, out);
  for (std::size_t i = 0; i < (guided ? resume.projects.size() : std::min(resume.projects.size(), roles_to_order)); ++i)
    order_highlights(analysis, "/projects/" + std::to_string(i) + "/highlights", SectionKind::projects,
                     resume.projects[i].highlights, out);
  for (std::size_t i = 0; i < resume.skills.size(); ++i)
    order_keywords(analysis, "/skills/" + std::to_string(i) + "/keywords", resume.skills[i].keywords, out);
  return out;
}

}  // namespace resumax::optimize
