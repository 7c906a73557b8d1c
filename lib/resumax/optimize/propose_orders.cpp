#include <resumax/optimize/propose.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace resumax::optimize {

namespace {

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

// The wanted skills of a text by name, for the reason.
std::string wanted_in(const Analysis& analysis, std::string_view text) {
  std::string out;
  std::set<std::uint16_t> seen;
  for (const match::SkillHit& hit : analysis.taxonomy.find(text))
    if (analysis.wanted.count(hit.skill) && seen.insert(hit.skill).second && seen.size() <= 3)
      out += (out.empty() ? "" : ", ") + std::string(text.substr(hit.begin, hit.end - hit.begin));
  return out;
}

void order_highlights(const Analysis& analysis, const std::string& path, SectionKind section,
                      const std::vector<Text>& lines, std::vector<Suggestion>& out) {
  if (lines.size() < 3) return;
  // Lines of a word or two are a list of tools, not of what somebody did.
  const auto words = std::accumulate(lines.begin(), lines.end(), std::size_t{0}, [](std::size_t sum, const Text& line) {
    return sum + 1 + static_cast<std::size_t>(std::count(line.value.begin(), line.value.end(), ' '));
  });
  if (words < 4 * lines.size()) return;
  std::vector<double> weights;
  for (const Text& line : lines) weights.push_back(std::min(3.0, analysis.relevance(line.value)));
  // A line that is a little less to the point may well stay first: only a clear gain moves others up.
  const double best = *std::max_element(weights.begin(), weights.end());
  if (best < weights.front() + 0.9) return;
  Ordering ordering = by_weight(weights, std::max(1.0, best / 2));
  if (!ordering.changed) return;
  const std::string named = wanted_in(analysis, lines[static_cast<std::size_t>(ordering.order.front())].value);
  out.push_back(make(path, section, lines, std::move(ordering),
                     "Puts first what the posting asks for" + (named.empty() ? "." : ": " + named + ".")));
}

void order_keywords(const Analysis& analysis, const std::string& path, const std::vector<Text>& lines,
                    std::vector<Suggestion>& out) {
  if (lines.size() < 4) return;
  std::vector<double> weights;
  for (const Text& line : lines) weights.push_back(analysis.relevance(line.value, true) > 0 ? 1.0 : 0.0);
  if (weights.front() > 0) return;
  Ordering ordering = by_weight(weights, 1.0);
  if (!ordering.changed) return;
  out.push_back(
      make(path, SectionKind::skills, lines, std::move(ordering), "Puts first the skills that the posting asks for."));
}

}  // namespace

std::vector<Suggestion> propose_orders(const Analysis& analysis) {
  std::vector<Suggestion> out;
  const Resume& resume = analysis.resume;
  for (std::size_t i = 0; i < resume.work.size(); ++i)
    order_highlights(analysis, "/work/" + std::to_string(i) + "/highlights", SectionKind::work,
                     resume.work[i].highlights, out);
  for (std::size_t i = 0; i < resume.projects.size(); ++i)
    order_highlights(analysis, "/projects/" + std::to_string(i) + "/highlights", SectionKind::projects,
                     resume.projects[i].highlights, out);
  for (std::size_t i = 0; i < resume.skills.size(); ++i)
    order_keywords(analysis, "/skills/" + std::to_string(i) + "/keywords", resume.skills[i].keywords, out);
  return out;
}

}  // namespace resumax::optimize
