#include <resumax/match/weights.hpp>

#include <resumax/core/error.hpp>
#include <resumax/embedded/weights.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <span>
#include <string>
#include <vector>

namespace resumax::match {

namespace {

struct Entry {
  std::string name;
  std::span<int> values;
  bool read = false;
};

std::vector<Entry> entries_of(Weights& w) {
  std::vector<Entry> out;
  const auto one = [&](std::string name, int& value) { out.push_back({std::move(name), {&value, 1}}); };
  for (std::size_t i = 0; i < component_count; ++i) one("points." + std::string(component_names[i]), w.points[i]);
  one("few_skills", w.few_skills);
  static constexpr std::array<std::string_view, 6> kinds{"exact", "alias", "stem", "parent", "related", "unmet"};
  for (std::size_t i = 0; i < kinds.size(); ++i) one("credit." + std::string(kinds[i]), w.credit[i]);
  one("requirement.required", w.requirement.required);
  one("requirement.preferred", w.requirement.preferred);
  one("requirement.mentioned", w.requirement.mentioned);
  one("requirement.per_repeat", w.requirement.per_repeat);
  one("requirement.most_repeats", w.requirement.most_repeats);
  one("requirement.in_title", w.requirement.in_title);
  out.push_back({"term.by_letters", w.term.by_letters});
  one("term.rarity_floor", w.term.rarity_floor);
  one("term.unknown_in_posting", w.term.unknown_in_posting);
  one("term.unknown_in_resume", w.term.unknown_in_resume);
  one("term.skill", w.term.skill);
  one("term.skill_by_rarity", w.term.skill_by_rarity);
  one("term.title_repeats", w.term.title_repeats);
  one("half_cosine", w.half_cosine);
  one("background_cosine", w.background_cosine);
  one("full_posting", w.full_posting);
  one("fewest_terms", w.fewest_terms);
  one("title.latest", w.title.latest);
  one("title.second", w.title.second);
  one("title.older", w.title.older);
  one("title.headline", w.title.headline);
  one("title.shown", w.title.shown);
  out.push_back({"level.above", w.level.above});
  out.push_back({"level.below", w.level.below});
  one("ranking.likeness", w.ranking.likeness);
  one("ranking.fair_collection", w.ranking.fair_collection);
  one("ranking.trusted_collection", w.ranking.trusted_collection);
  one("ranking.feedback_every", w.ranking.feedback_every);
  one("ranking.most_feedback", w.ranking.most_feedback);
  return out;
}

[[noreturn]] void fail(const std::string& what) { throw Error(Errc::internal, "weights: " + what); }

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> out;
  line = line.substr(0, line.find('#'));
  for (std::size_t at = line.find_first_not_of(' '); at < line.size(); at = line.find_first_not_of(' ', at)) {
    const auto end = std::min(line.find(' ', at), line.size());
    out.push_back(line.substr(at, end - at));
    at = end;
  }
  return out;
}

int value_of(std::string_view word, const std::string& name) {
  constexpr int highest = 1000;
  int value = -1;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || value < 0 || value > highest)
    fail(name + " cannot be \"" + std::string(word) + "\"");
  return value;
}

}  // namespace

Weights read_weights(std::string_view text) {
  Weights out;
  auto entries = entries_of(out);
  for (const auto line : text::split_lines(text)) {
    const auto words = words_of(line);
    if (words.empty()) continue;
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.name == words[0]; });
    if (entry == entries.end()) fail("unknown name \"" + std::string(words[0]) + "\"");
    if (entry->read) fail(entry->name + " is there twice");
    if (words.size() - 1 != entry->values.size())
      fail(entry->name + " takes " + std::to_string(entry->values.size()) + " values");
    entry->read = true;
    for (std::size_t i = 1; i < words.size(); ++i) entry->values[i - 1] = value_of(words[i], entry->name);
  }
  for (const auto& entry : entries)
    if (!entry.read) fail(entry.name + " is missing");
  const int sum = std::accumulate(out.points.begin(), out.points.end(), 0);
  if (sum != 100) fail("the components have " + std::to_string(sum) + " points, not 100");
  return out;
}

const Weights& weights() {
  static const Weights instance = read_weights(embedded::weights());
  return instance;
}

}  // namespace resumax::match
