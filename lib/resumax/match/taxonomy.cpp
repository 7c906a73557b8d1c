#include <resumax/core/error.hpp>
#include <resumax/embedded/skills_tsv.hpp>
#include <resumax/match/everyday_words.hpp>
#include <resumax/match/phrases.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace resumax::match {

namespace {

[[noreturn]] void fail(std::size_t line, const std::string& why) {
  throw Error(Errc::invalid_input, "skills, line " + std::to_string(line) + ": " + why,
              "columns are name, category, aliases, parents, related, divided by tabs");
}

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

struct Surface {
  std::uint16_t skill = 0;
  bool canonical = false;
  Mode mode = Mode::any_case;
  std::string written;  ///< of marked ones
};

/// The surface without its mark, and what the mark says.
std::pair<std::string_view, Mode> read_mark(std::string_view surface) {
  if (surface.starts_with('^')) return {surface.substr(1), Mode::as_written};
  if (surface.starts_with('=')) return {surface.substr(1), Mode::in_context};
  if (surface.starts_with('~')) return {surface.substr(1), Mode::as_item};
  return {surface, Mode::any_case};
}

using Words = std::vector<std::string>;

/// Words of a surface of plain ASCII words, which most are; false where it holds anything else.
bool plain_words(std::string_view surface, Words& out) {
  bool open = false;
  for (char c : surface) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      if (!open) out.emplace_back();
      out.back() += c;
      open = true;
    } else if (c == ' ' || c == '-' || c == '/') {
      open = false;
    } else {
      out.clear();
      return false;
    }
  }
  for (auto& word : out)
    if (is_and(word)) word = "and";
  return true;
}

/// What split_units makes of a surface, as the words of a phrase.
Words phrase_words(std::string_view surface) {
  Words out;
  if (plain_words(surface, out)) return out;
  for (const auto& unit : split_units(surface)) out.emplace_back(without_article(unit.folded));
  return out;
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

/// Rejects a skill that is its own ancestor.
void check_cycles(const std::vector<Skill>& skills, const std::vector<std::size_t>& lines) {
  enum class State : std::uint8_t { fresh, open, done };
  std::vector<State> states(skills.size(), State::fresh);
  const auto visit = [&](const auto& self, std::uint16_t id) -> void {
    if (states[id] == State::done) return;
    if (states[id] == State::open) fail(lines[id], "'" + skills[id].name + "' is its own ancestor");
    states[id] = State::open;
    for (const auto parent : skills[id].parents) self(self, parent);
    states[id] = State::done;
  };
  for (std::size_t i = 0; i < skills.size(); ++i) visit(visit, static_cast<std::uint16_t>(i));
}

void sort_unique(std::vector<std::uint16_t>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

struct Taxonomy::Index {
  PhraseTrie trie{16384};
  std::vector<Surface> surfaces;
  std::vector<Words> phrases;  ///< of the surfaces; emptied once the variants are in

  void add(std::string_view marked, std::uint16_t skill, bool canonical, std::size_t line,
           const std::vector<Skill>& skills) {
    const auto [surface, mode] = read_mark(marked);
    auto words = phrase_words(surface);
    if (words.empty()) fail(line, "'" + std::string(surface) + "' holds no word");
    const auto before = trie.add(words, static_cast<std::uint32_t>(surfaces.size()));
    if (before == PhraseTrie::none) {
      surfaces.push_back({skill, canonical, mode, mode == Mode::any_case ? std::string() : std::string(surface)});
      phrases.push_back(std::move(words));
    } else if (surfaces[before].skill != skill) {
      fail(line, "'" + std::string(surface) + "' is '" + skills[surfaces[before].skill].name + "' already");
    }
  }

  /// Variants by rule give way to what the data says.
  void add_variants() {
    for (std::uint32_t i = 0; i < phrases.size(); ++i)
      if (surfaces[i].mode == Mode::any_case)
        for (const auto& words : variants(phrases[i])) trie.add(words, i);
    phrases.clear();
    phrases.shrink_to_fit();
  }

  const Surface* exactly(std::string_view phrase) const {
    auto node = PhraseTrie::root;
    for (const auto& text : phrase_words(phrase)) {
      const auto word = trie.word(text);
      node = word == PhraseTrie::none ? PhraseTrie::none : trie.step(node, word);
      if (node == PhraseTrie::none) return nullptr;
    }
    const auto value = trie.value(node);
    return value == PhraseTrie::none ? nullptr : &surfaces[value];
  }
};

namespace {

/// The longest phrases of a text, left to right.
class Walk {
 public:
  Walk(std::string_view utf8, const PhraseTrie& trie, const std::vector<Surface>& surfaces)
      : utf8_(utf8), trie_(trie), surfaces_(surfaces), units_(split_units(utf8)), words_(units_.size()) {
    std::vector<std::string> forms;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      forms.clear();
      word_forms(units_[i].folded, forms);
      for (const auto& form : forms) add_word(words_[i], trie_.word(form));
    }
  }

  const std::vector<Unit>& units() const { return units_; }

  std::vector<Candidate> candidates() {
    std::vector<Candidate> out;
    for (std::size_t i = 0; i < units_.size();) {
      best_ = PhraseTrie::none;
      best_end_ = i;
      descend(PhraseTrie::root, i);
      if (best_ == PhraseTrie::none) {
        ++i;
        continue;
      }
      const auto& surface = surfaces_[best_];
      out.push_back(
          {surface.skill, surface.canonical, surface.mode, writing(surface, i, best_end_), i, best_end_, false});
      i = best_end_;
    }
    return out;
  }

 private:
  struct Forms {
    std::array<std::uint32_t, 4> words{};
    std::size_t size = 0;
  };

  static void add_word(Forms& forms, std::uint32_t word) {
    if (word == PhraseTrie::none || forms.size == forms.words.size()) return;
    if (std::find(forms.words.begin(), forms.words.begin() + static_cast<std::ptrdiff_t>(forms.size), word) ==
        forms.words.begin() + static_cast<std::ptrdiff_t>(forms.size))
      forms.words[forms.size++] = word;
  }

  void descend(std::uint32_t node, std::size_t at) {
    if (const auto value = trie_.value(node); value != PhraseTrie::none && at > best_end_) {
      best_ = value;
      best_end_ = at;
    }
    if (at == units_.size() || (node != PhraseTrie::root && units_[at].breaks_before)) return;
    for (std::size_t i = 0; i < words_[at].size; ++i)
      if (const auto next = trie_.step(node, words_[at].words[i]); next != PhraseTrie::none) descend(next, at + 1);
  }

  Writing writing(const Surface& surface, std::size_t first, std::size_t last) const {
    if (surface.mode == Mode::any_case || surface.mode == Mode::as_item) return Writing::as_written;
    const auto raw = utf8_.substr(units_[first].begin, units_[last - 1].end - units_[first].begin);
    if (raw == surface.written) return Writing::as_written;
    return raw.size() > 1 && raw == text::upper(surface.written) ? Writing::upper_case : Writing::other_case;
  }

  std::string_view utf8_;
  const PhraseTrie& trie_;
  const std::vector<Surface>& surfaces_;
  std::vector<Unit> units_;
  std::vector<Forms> words_;
  std::uint32_t best_ = PhraseTrie::none;
  std::size_t best_end_ = 0;
};

std::vector<SkillHit> find_hits(std::string_view utf8, const PhraseTrie& trie, const std::vector<Surface>& surfaces,
                                bool list) {
  Walk walk(utf8, trie, surfaces);
  auto candidates = walk.candidates();
  settle(utf8, walk.units(), candidates, list);
  std::vector<SkillHit> out;
  for (const auto& c : candidates)
    if (c.accepted) out.push_back({c.skill, walk.units()[c.first].begin, walk.units()[c.last - 1].end, c.canonical});
  return out;
}

struct Row {
  std::size_t line = 0;
  std::vector<std::string_view> aliases, parents, related;
};

Row read_row(std::string_view line, std::size_t number, std::vector<Skill>& skills) {
  const auto columns = split(line, '\t');
  if (columns.size() < 2 || columns.size() > 5 || columns[0].empty() || columns[1].empty())
    fail(number, "expected a name, a category and up to three lists");
  const auto list = [&](std::size_t i) {
    return i < columns.size() ? split(columns[i], '|') : std::vector<std::string_view>();
  };
  Row row{number, list(2), list(3), list(4)};
  Skill skill{std::string(read_mark(columns[0]).first), std::string(columns[1]), {}, {}, {}};
  for (const auto alias : row.aliases) skill.aliases.emplace_back(read_mark(alias).first);
  row.aliases.insert(row.aliases.begin(), columns[0]);
  skills.push_back(std::move(skill));
  return row;
}

}  // namespace

const Taxonomy& Taxonomy::builtin() {
  static const Taxonomy taxonomy(embedded::skills_tsv());
  return taxonomy;
}

Taxonomy::Taxonomy(std::string_view tsv) : index_(std::make_unique<Index>()) {
  std::vector<Row> rows;
  std::size_t number = 0;
  for (const auto line : text::split_lines(tsv)) {
    ++number;
    if (text::trim(line).empty() || line.starts_with('#')) continue;
    if (skills_.size() == std::numeric_limits<std::uint16_t>::max()) fail(number, "too many skills");
    rows.push_back(read_row(line, number, skills_));
  }
  for (std::size_t id = 0; id < rows.size(); ++id)
    for (std::size_t i = 0; i < rows[id].aliases.size(); ++i)
      index_->add(rows[id].aliases[i], static_cast<std::uint16_t>(id), i == 0, rows[id].line, skills_);
  const auto resolve = [&](const Row& row, std::string_view name, std::string_view what) {
    const auto* surface = index_->exactly(name);
    if (!surface || !surface->canonical)
      fail(row.line, "unknown " + std::string(what) + " '" + std::string(name) + "'");
    return surface->skill;
  };
  for (std::size_t id = 0; id < rows.size(); ++id) {
    for (const auto name : rows[id].parents) skills_[id].parents.push_back(resolve(rows[id], name, "parent"));
    for (const auto name : rows[id].related) {
      const auto other = resolve(rows[id], name, "related skill");
      if (other == id) fail(rows[id].line, "'" + skills_[id].name + "' is related to itself");
      skills_[id].related.push_back(other);
      skills_[other].related.push_back(static_cast<std::uint16_t>(id));
    }
  }
  for (auto& skill : skills_) {
    sort_unique(skill.parents);
    sort_unique(skill.related);
  }
  std::vector<std::size_t> lines;
  for (const auto& row : rows) lines.push_back(row.line);
  check_cycles(skills_, lines);
  index_->add_variants();
}

Taxonomy::~Taxonomy() = default;

const std::vector<Skill>& Taxonomy::skills() const { return skills_; }

const Skill* Taxonomy::find_name(std::string_view name_or_alias) const {
  const auto* surface = index_->exactly(name_or_alias);
  return surface ? &skills_[surface->skill] : nullptr;
}

std::vector<std::uint16_t> Taxonomy::ancestors(std::uint16_t skill) const {
  std::vector<std::uint16_t> out = skills_.at(skill).parents;
  for (std::size_t i = 0; i < out.size(); ++i)
    for (const auto parent : skills_[out[i]].parents)
      if (std::find(out.begin(), out.end(), parent) == out.end()) out.push_back(parent);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<SkillHit> Taxonomy::find(std::string_view utf8) const {
  return find_hits(utf8, index_->trie, index_->surfaces, false);
}

std::vector<SkillHit> Taxonomy::find_in_list(std::string_view utf8) const {
  return find_hits(utf8, index_->trie, index_->surfaces, true);
}

}  // namespace resumax::match
