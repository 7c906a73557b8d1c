#include <resumax/match/phrases.hpp>
#include <resumax/match/taxonomy_data.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

namespace resumax::match {

namespace {

using Words = std::vector<std::string>;

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  while (true) {
    const auto at = text.find(separator);
    if (const auto part = trimmed(text.substr(0, at)); !part.empty() || separator == '\t') out.push_back(part);
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + 1);
  }
}

/// The surface without its mark, and what the mark says.
std::pair<std::string_view, Mode> read_mark(std::string_view surface) {
  if (surface.starts_with('^')) return {surface.substr(1), Mode::as_written};
  if (surface.starts_with('=')) return {surface.substr(1), Mode::in_context};
  if (surface.starts_with('~')) return {surface.substr(1), Mode::as_item};
  return {surface, Mode::any_case};
}

std::string join(const Words& words) {
  std::string out;
  for (const auto& word : words) out += word;
  return out;
}

/// Other ways to write the same phrase: hyphen or blank left out, the dot of "Node.js" left out or a blank, the last
/// word in the singular.
std::vector<Words> variants(const Words& words) {
  std::vector<Words> out;
  if (words.size() == 2 || words.size() == 3)
    if (auto joined = join(words); joined.size() >= 6) out.push_back({std::move(joined)});
  if (words.size() > 1)
    if (auto one = singular(words.back()); !one.empty()) {
      out.push_back(words);
      out.back().back() = std::move(one);
    }
  if (const auto dot = words.back().find('.'); dot != std::string::npos && dot > 0 && dot + 1 < words.back().size()) {
    const std::string left = words.back().substr(0, dot), right = words.back().substr(dot + 1);
    Words closed = words, open = words;
    closed.back() = left + right;
    open.back() = left;
    open.push_back(right);
    out.push_back(std::move(closed));
    out.push_back(std::move(open));
  }
  return out;
}

void sort_unique(std::vector<std::uint16_t>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

class Reader {
 public:
  TaxonomyData read(std::string_view tsv) {
    std::size_t number = 0;
    for (const auto line : text::split_lines(tsv)) {
      ++number;
      if (!text::trim(line).empty() && !line.starts_with('#')) add_row(line, number);
    }
    add_links();
    check_cycles();
    add_variants();
    return std::move(data_);
  }

 private:
  struct Links {
    std::vector<std::string_view> parents, related;
  };

  void fail(std::size_t line, std::string message) { data_.problems.push_back({line, std::move(message)}); }

  void add_row(std::string_view line, std::size_t number) {
    const auto columns = split(line, '\t');
    if (columns.size() < 2 || columns.size() > 5 || columns[0].empty() || columns[1].empty())
      return fail(number, "expected a name, a category and up to three lists");
    if (data_.skills.size() == std::numeric_limits<std::uint16_t>::max()) return fail(number, "too many skills");
    const auto list = [&](std::size_t i) {
      return i < columns.size() ? split(columns[i], '|') : std::vector<std::string_view>();
    };
    const auto id = static_cast<std::uint16_t>(data_.skills.size());
    data_.skills.push_back({std::string(read_mark(columns[0]).first), std::string(columns[1]), {}, {}, number});
    links_.push_back({list(3), list(4)});
    add_surface(columns[0], id, true);
    for (const auto alias : list(2)) add_surface(alias, id, false);
  }

  void add_surface(std::string_view marked, std::uint16_t skill, bool canonical) {
    const auto [surface, mode] = read_mark(marked);
    const auto line = data_.skills[skill].line;
    auto words = phrase_words(surface);
    const auto number = static_cast<std::uint32_t>(data_.surfaces.size());
    data_.surfaces.push_back({std::string(surface), skill, canonical, mode});
    if (words.empty()) return fail(line, "'" + std::string(surface) + "' holds no word");
    const auto [known, fresh] = phrases_.try_emplace(words, number);
    if (fresh) {
      data_.phrases.push_back({std::move(words), number});
    } else if (data_.surfaces[known->second].skill != skill) {
      fail(line, "'" + std::string(surface) + "' is '" + data_.skills[data_.surfaces[known->second].skill].name +
                     "' already");
    }
  }

  std::optional<std::uint16_t> resolve(std::size_t id, std::string_view name, std::string_view what) {
    const auto known = phrases_.find(phrase_words(name));
    if (known != phrases_.end() && data_.surfaces[known->second].canonical) return data_.surfaces[known->second].skill;
    fail(data_.skills[id].line, "unknown " + std::string(what) + " '" + std::string(name) + "'");
    return std::nullopt;
  }

  void add_links() {
    auto& skills = data_.skills;
    for (std::size_t id = 0; id < skills.size(); ++id) {
      for (const auto name : links_[id].parents)
        if (const auto parent = resolve(id, name, "parent")) skills[id].parents.push_back(*parent);
      for (const auto name : links_[id].related) {
        const auto other = resolve(id, name, "related skill");
        if (other && *other == id) fail(skills[id].line, "'" + skills[id].name + "' is related to itself");
        if (!other || *other == id) continue;
        skills[id].related.push_back(*other);
        skills[*other].related.push_back(static_cast<std::uint16_t>(id));
      }
    }
    for (auto& skill : skills) {
      sort_unique(skill.parents);
      sort_unique(skill.related);
    }
  }

  /// A skill that is its own ancestor. Parents are visited with a stack of their own: the data may be hostile.
  void check_cycles() {
    enum class State : std::uint8_t { fresh, open, done };
    const auto& skills = data_.skills;
    std::vector<State> states(skills.size(), State::fresh);
    std::vector<std::pair<std::uint16_t, std::size_t>> path;
    for (std::size_t start = 0; start < skills.size(); ++start) {
      if (states[start] != State::fresh) continue;
      path.emplace_back(static_cast<std::uint16_t>(start), 0);
      while (!path.empty()) {
        const auto id = path.back().first;
        states[id] = State::open;
        if (path.back().second == skills[id].parents.size()) {
          states[id] = State::done;
          path.pop_back();
          continue;
        }
        const auto parent = skills[id].parents[path.back().second++];
        if (states[parent] == State::open)
          fail(skills[parent].line, "'" + skills[parent].name + "' is its own ancestor");
        if (states[parent] == State::fresh) path.emplace_back(parent, 0);
      }
    }
  }

  /// Variants by rule give way to what the data says.
  void add_variants() {
    const auto listed = data_.phrases.size();
    for (std::size_t i = 0; i < listed; ++i) {
      const auto surface = data_.phrases[i].surface;
      if (data_.surfaces[surface].mode != Mode::any_case) continue;
      for (auto& words : variants(data_.phrases[i].words))
        if (phrases_.try_emplace(words, surface).second) data_.phrases.push_back({std::move(words), surface});
    }
  }

  TaxonomyData data_;
  std::vector<Links> links_;
  std::map<Words, std::uint32_t> phrases_;
};

}  // namespace

std::vector<std::string> phrase_words(std::string_view surface) {
  Words out;
  for (const auto& unit : split_units(surface)) out.emplace_back(without_article(unit.folded));
  return out;
}

TaxonomyData read_taxonomy(std::string_view tsv) { return Reader().read(tsv); }

}  // namespace resumax::match
