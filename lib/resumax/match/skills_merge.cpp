#include <resumax/match/skills_merge.hpp>

#include <resumax/core/error.hpp>
#include <resumax/match/rarity.hpp>
#include <resumax/match/taxonomy_data.hpp>
#include <resumax/match/taxonomy_image.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <set>

namespace resumax::match {

namespace {

using namespace std::string_view_literals;
using Words = std::vector<std::string>;

constexpr std::size_t longest = 8;  // words: more is a sentence, no name
constexpr std::size_t longest_bytes = 120;
constexpr std::array languages = {"ar"sv, "de"sv, "en"sv, "es"sv, "fr"sv, "pt"sv};

bool is_common(const std::string& word) {
  if (is_ambiguous({word})) return true;
  return std::any_of(languages.begin(), languages.end(), [&](std::string_view language) {
    return text::is_stop_word(word, language) || rarity_of(text::stem(word, language), language).known();
  });
}

bool is_stop_word(const std::string& word) {
  return std::any_of(languages.begin(), languages.end(),
                     [&](std::string_view language) { return text::is_stop_word(word, language); });
}

bool has_upper(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();)
    if (text::is_upper(text::next_code_point(utf8, at))) return true;
  return false;
}

/// A label as skills data has it: with the mark it needs, or why it cannot be taken.
struct Judged {
  std::string marked, refusal;
  bool guarded = false;
};

Judged judge(const std::string& label, const Words& words) {
  if (words.empty()) return {"", "no word", false};
  if (words.size() > longest || label.size() > longest_bytes) return {"", "too long for a name", false};
  if (std::all_of(words.begin(), words.end(), is_stop_word)) return {"", "everyday words alone", false};
  if (words.size() > 1) return {label, "", false};
  if (text::length(words[0]) < 2) return {"", "a single character", false};
  const bool letters = std::none_of(label.begin(), label.end(), [](char c) { return c >= '!' && c < 'A'; });
  if (!letters) return {label, "", false};  // "H2O", "node.js": no everyday word
  if (!has_upper(label)) {
    if (text::length(words[0]) < 3) return {"", "too short without capitals", false};
    return {"~" + label, "", true};
  }
  if (text::length(words[0]) < 3 || is_common(words[0])) return {"=" + label, "", true};
  return {label, "", false};
}

/// A row of skills data.
struct Row {
  std::string name, category;  ///< the name with its mark
  std::vector<std::string> aliases, parents, related;
};

std::string_view without_mark(std::string_view name) {
  return !name.empty() && "^=~"sv.find(name.front()) != std::string_view::npos ? name.substr(1) : name;
}

void add_list(std::string& out, const std::vector<std::string>& items) {
  out += '\t';
  for (std::size_t i = 0; i < items.size(); ++i) out += (i == 0 ? "" : "|") + items[i];
}

class Merger {
 public:
  explicit Merger(const Taxonomy& base) : base_(base), base_size_(base.skills().size()) {
    for (std::uint16_t id = 0; id < base_size_; ++id) rows_.push_back(row_of(id));
    above_.resize(base_size_);
  }

  void add(const std::vector<FoundSkill>& source) {
    report_ = &reports_.emplace_back();
    for (const auto& skill : source) {
      if (!skill.name.empty()) add_skill(skill);
      for (const auto& broader : skill.broader) links_.push_back({skill.key, broader, reports_.size() - 1});
    }
  }

  MergedSkills finish() {
    add_links();
    drop_cycles();
    std::string tsv;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      auto& row = rows_[i];
      for (const auto& [parent, source] : above_[i]) {
        row.parents.emplace_back(without_mark(rows_[parent].name));
        ++reports_[source].parents;
      }
      tsv += row.name + "\t" + row.category;
      add_list(tsv, row.aliases);
      add_list(tsv, row.parents);
      add_list(tsv, row.related);
      tsv += '\n';
    }
    const auto data = read_taxonomy(tsv);
    if (!data.problems.empty())
      throw Error(Errc::internal, "the merged skills do not hold together: " + data.problems[0].message);
    return {make_image(data), std::move(reports_)};
  }

 private:
  struct Link {
    std::string child, parent;  ///< keys
    std::size_t source = 0;
  };
  struct Above {
    std::size_t parent = 0, source = 0;
  };

  Row row_of(std::uint16_t id) const {
    const auto& skill = base_.skills()[id];
    Row row;
    row.name = base_.marked_name(id);
    row.category = skill.category;
    row.aliases = base_.marked_aliases(id);
    for (const auto parent : skill.parents) row.parents.emplace_back(base_.skills()[parent].name);
    for (const auto other : skill.related) row.related.emplace_back(base_.skills()[other].name);
    return row;
  }

  std::optional<std::size_t> owner(std::string_view label, const Words& words) const {
    if (const auto* skill = base_.find_name(label)) return static_cast<std::size_t>(skill - base_.skills().data());
    const auto known = owners_.find(words);
    return known == owners_.end() ? std::nullopt : std::optional(known->second);
  }

  void add_skill(const FoundSkill& skill) {
    std::optional<std::size_t> row;
    if (const auto same = keys_.find(skill.key); !skill.key.empty() && same != keys_.end()) row = same->second;
    if (!row) row = owner(skill.name, phrase_words(skill.name));
    const bool was_there = row.has_value();
    const auto before = report_->labels;
    add_label(skill.name, skill.category, row);
    for (const auto& label : skill.labels) add_label(label, skill.category, row);
    if (row && !skill.key.empty()) keys_.try_emplace(skill.key, *row);
    if (report_->labels == before)
      ++report_->known;
    else
      ++(was_there ? report_->joined : report_->added);
  }

  void add_label(std::string_view raw, const std::string& category, std::optional<std::size_t>& row) {
    while (!raw.empty() && "^=~# "sv.find(raw.front()) != std::string_view::npos) raw.remove_prefix(1);
    const std::string label(raw);
    auto words = phrase_words(label);
    if (!words.empty() && owner(label, words)) {
      ++report_->repeated;
      return;
    }
    auto judged = judge(label, words);
    if (judged.refusal.empty() && !row && rows_.size() == std::numeric_limits<std::uint16_t>::max())
      judged.refusal = "too many skills";
    if (!judged.refusal.empty()) {
      report_->refused.push_back({label, std::move(judged.refusal)});
      return;
    }
    ++report_->labels;
    report_->guarded += judged.guarded;
    if (row) {
      rows_[*row].aliases.push_back(std::move(judged.marked));
    } else {
      row = rows_.size();
      rows_.push_back({std::move(judged.marked), category, {}, {}, {}});
      above_.emplace_back();
    }
    owners_.emplace(std::move(words), *row);
  }

  /// What the built-in skills show is theirs to say.
  void add_links() {
    std::set<std::pair<std::size_t, std::size_t>> seen;
    for (const auto& link : links_) {
      const auto child = keys_.find(link.child), parent = keys_.find(link.parent);
      if (child == keys_.end() || parent == keys_.end() || child->second < base_size_) continue;
      if (child->second != parent->second && seen.emplace(child->second, parent->second).second)
        above_[child->second].push_back({parent->second, link.source});
    }
  }

  /// Leaves out each link that would make a skill its own ancestor. Built-in skills have none of these links.
  void drop_cycles() {
    enum class State : std::uint8_t { fresh, open, done };
    std::vector<State> states(rows_.size(), State::fresh);
    std::vector<std::pair<std::size_t, std::size_t>> path;
    for (std::size_t start = base_size_; start < rows_.size(); ++start) {
      if (states[start] == State::fresh) path.emplace_back(start, 0);
      while (!path.empty()) {
        const auto id = path.back().first;
        states[id] = State::open;
        auto& above = above_[id];
        if (path.back().second == above.size()) {
          states[id] = State::done;
          path.pop_back();
          continue;
        }
        const auto [parent, source] = above[path.back().second];
        if (states[parent] == State::open) {
          reports_[source].refused.push_back({std::string(without_mark(rows_[id].name)), "its own ancestor"});
          above.erase(above.begin() + static_cast<std::ptrdiff_t>(path.back().second));
          continue;
        }
        ++path.back().second;
        if (states[parent] == State::fresh) path.emplace_back(parent, 0);
      }
    }
  }

  const Taxonomy& base_;
  std::size_t base_size_;
  std::vector<Row> rows_;
  std::vector<std::vector<Above>> above_;  ///< by row, the imported links
  std::map<Words, std::size_t> owners_;    ///< of imported names
  std::map<std::string, std::size_t> keys_;
  std::vector<Link> links_;
  std::vector<MergeReport> reports_;
  MergeReport* report_ = nullptr;
};

}  // namespace

MergedSkills merge_skills(const Taxonomy& base, std::span<const std::vector<FoundSkill>> sources) {
  Merger merger(base);
  for (const auto& source : sources) merger.add(source);
  return merger.finish();
}

}  // namespace resumax::match
