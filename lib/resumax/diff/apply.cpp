#include <resumax/diff/apply.hpp>

#include <resumax/core/error.hpp>
#include <resumax/core/fields.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace resumax::diff {

namespace {

[[noreturn]] void stale(const Suggestion& suggestion) {
  throw Error(Errc::conflict,
              "suggestion " + std::to_string(suggestion.id) + " no longer fits: its original is not at " +
                  (suggestion.target.empty() ? "its place" : suggestion.target),
              "the resume has changed since; run optimize again");
}

// One line of text: what a person typed may hold breaks and stray blanks.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

Text made(std::string_view text) { return {one_line(text), 1.0, {}}; }

std::string joined(const std::vector<Text>& lines) {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) out += (i ? "\n" : "") + lines[i].value;
  return out;
}

class Applier {
 public:
  explicit Applier(const Resume& source) : source_(source), out_(source) {}

  void text(const Pick& pick) {
    const Suggestion& s = *pick.suggestion;
    const Text* before = find_field(source_, s.target);
    Text* after = find_field(out_, s.target);
    if (!before || !after || before->value != s.original || !targets_.insert(s.target).second) stale(s);
    const std::string list = s.target.substr(0, s.target.rfind('/'));
    for (const Evidence& line : s.merged) {
      const Text* known = find_field(source_, line.path);
      if (!known || known->value != line.quote || !line.path.starts_with(list + "/") ||
          !targets_.insert(line.path).second)
        stale(s);
      find_field(out_, line.path)->value.clear();
    }
    after->value = one_line(pick.text);
    if (after->empty() || !s.merged.empty()) emptied_.insert(list);
  }

  void append(const Pick& pick) {
    const Suggestion& s = *pick.suggestion;
    Text keyword = made(pick.text);
    if (keyword.empty()) return;
    if (s.target == "/skills/-") {
      if (!new_group_) out_.skills.emplace_back();
      new_group_ = true;
      out_.skills.back().keywords.push_back(std::move(keyword));
      return;
    }
    std::vector<Text>* list =
        s.target.ends_with("/-") ? find_list(out_, s.target.substr(0, s.target.size() - 2)) : nullptr;
    if (!list) stale(s);
    std::size_t at = list->size();
    if (!s.order.empty()) at = std::min(at, static_cast<std::size_t>(std::max(0, s.order.front())) + put_[s.target]++);
    list->insert(list->begin() + static_cast<std::ptrdiff_t>(at), std::move(keyword));
  }

  void reorder(const Pick& pick) {
    const Suggestion& s = *pick.suggestion;
    const std::vector<Text>* before = find_list(source_, s.target);
    std::vector<Text>* after = find_list(out_, s.target);
    if (!before || !after || joined(*before) != s.original || !targets_.insert(s.target).second ||
        !is_permutation(s.order, before->size()))
      stale(s);
    std::vector<Text> lines;
    for (const int i : s.order) lines.push_back(std::move((*after)[static_cast<std::size_t>(i)]));
    std::move(lines.begin(), lines.end(), after->begin());
  }

  Resume finish() {
    for (const std::string& path : emptied_)
      if (std::vector<Text>* list = find_list(out_, path))
        std::erase_if(*list, [](const Text& t) { return t.empty(); });
    return std::move(out_);
  }

 private:
  static bool is_permutation(std::vector<int> order, std::size_t size) {
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < order.size(); ++i)
      if (order[i] != static_cast<int>(i)) return false;
    return order.size() == size;
  }

  const Resume& source_;
  Resume out_;
  std::set<std::string> targets_;
  std::set<std::string> emptied_;           // lists that lost a line
  std::map<std::string, std::size_t> put_;  // keywords put at a place, by target
  bool new_group_ = false;
};

}  // namespace

Resume apply(const Resume& resume, const std::vector<Pick>& picks) {
  Applier applier(resume);
  std::vector<const Pick*> ordered;
  for (const Pick& pick : picks) {
    if (pick.suggestion->kind == SuggestionKind::gap)
      throw Error(Errc::invalid_input,
                  "suggestion " + std::to_string(pick.suggestion->id) + " is a question and proposes nothing",
                  "edit the resume where you have the experience, then optimize again");
    ordered.push_back(&pick);
  }
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const Pick* a, const Pick* b) { return a->suggestion->id < b->suggestion->id; });
  using Kind = SuggestionKind;
  for (const Pick* pick : ordered)
    if (pick->suggestion->kind != Kind::surface_skill && pick->suggestion->kind != Kind::reorder) applier.text(*pick);
  for (const Pick* pick : ordered)
    if (pick->suggestion->kind == Kind::reorder) applier.reorder(*pick);
  for (const Pick* pick : ordered)
    if (pick->suggestion->kind == Kind::surface_skill) applier.append(*pick);
  return applier.finish();
}

}  // namespace resumax::diff
