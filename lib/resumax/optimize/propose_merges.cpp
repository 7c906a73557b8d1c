#include <resumax/optimize/propose.hpp>

#include <resumax/embedded/merges.hpp>
#include <resumax/optimize/edit.hpp>
#include <resumax/optimize/flow.hpp>
#include <resumax/optimize/verbs.hpp>
#include <resumax/text/numbers.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace resumax::optimize {

namespace {

using Words = std::vector<std::string>;

/// What merges.txt says of a language.
struct Joints {
  std::string last, comma;  ///< " and ", ", "
  std::set<std::string, std::less<>> preposition, again, determiner, inner, way, result, definite;
};

std::map<std::string, Joints, std::less<>> read_joints() {
  std::map<std::string, Joints, std::less<>> out;
  for (const std::string_view line : text::split_lines(embedded::merges())) {
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (line.starts_with('#') || second == std::string_view::npos) continue;
    const std::string_view what = line.substr(0, first);
    Joints& joints = out[std::string(line.substr(first + 1, second - first - 1))];
    std::string words(line.substr(second + 1));
    std::replace(words.begin(), words.end(), '_', ' ');
    if (what == "and") joints.last = words;
    if (what == "comma") joints.comma = words;
    auto* list = what == "preposition"  ? &joints.preposition
                 : what == "again"      ? &joints.again
                 : what == "determiner" ? &joints.determiner
                 : what == "inner"      ? &joints.inner
                 : what == "way"        ? &joints.way
                 : what == "result"     ? &joints.result
                 : what == "definite"   ? &joints.definite
                                        : nullptr;
    for (std::size_t begin = 0; list && begin < words.size();) {
      const std::size_t end = std::min(words.find('|', begin), words.size());
      list->insert(words.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return out;
}

const Joints* joints_of(std::string_view language) {
  static const auto all = read_joints();
  const auto found = all.find(language);
  return found == all.end() ? nullptr : &found->second;
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Words words_of(std::string_view line) {
  if (line.ends_with('.')) line.remove_suffix(1);
  Words out;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end > at) out.emplace_back(line.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::string joined(const Words& words, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) out += (i > first ? " " : "") + words[i];
  return out;
}

/// Lines have the words before `head` and the last `tail` ones in common.
struct Split {
  std::size_t head = 0, tail = 0;
  bool operator==(const Split&) const = default;
};

/// Finds where two lines part, at a place where a list may stand, and whether what parts them may be listed.
class Comparison {
 public:
  Comparison(const Words& a, const Words& b, const Joints& joints, std::string_view language)
      : a_(a), b_(b), joints_(joints), language_(language) {}

  std::optional<Split> split() const {
    constexpr std::size_t fewest = 3, longest = 400;
    if (std::min(a_.size(), b_.size()) < fewest || std::max(a_.size(), b_.size()) > longest) return std::nullopt;
    const std::size_t most = std::min(a_.size(), b_.size()) - 1;
    std::size_t head = 0, tail = 0;
    while (head < most && a_[head] == b_[head]) ++head;
    while (tail < most - head && a_[a_.size() - 1 - tail] == b_[b_.size() - 1 - tail]) ++tail;
    if (head == 0) return std::nullopt;
    head = list_start(head);
    while (tail > 0 && !is(joints_.preposition, a_[a_.size() - tail])) --tail;
    const Split out{head, tail};
    return is_near(out) && may_join(out) ? std::optional(out) : std::nullopt;
  }

 private:
  static bool is(const std::set<std::string, std::less<>>& list, std::string_view word) {
    return list.contains(text::lower(word));
  }

  /// Back to a preposition or the first word: what follows is a part of its own, with its article.
  std::size_t list_start(std::size_t head) const {
    const auto both = [&](std::string_view start) {
      return a_[head].starts_with(start) && b_[head].starts_with(start);
    };
    // Arabic writes "for" and the article at the word: "reports of the sales", "for the sales" may be listed as they
    // are.
    if (language_ == "ar" && head >= 2 && (both("\u0627\u0644") || both("\u0644\u0644"))) return head;
    while (head > 1 && !is(joints_.preposition, a_[head - 1])) --head;
    while (head > 1 && is(joints_.again, a_[head - 1])) --head;
    return head;
  }

  std::size_t content(std::size_t first, std::size_t last) const {
    std::size_t out = 0;
    for (std::size_t i = first; i < last; ++i) out += !text::is_stop_word(text::fold(a_[i]), language_);
    return out;
  }

  /// At least half of each line is common, and it says something.
  bool is_near(const Split& split) const {
    constexpr std::size_t longest_part = 6;
    const std::size_t part = std::max(a_.size(), b_.size()) - split.head - split.tail;
    const std::size_t common = content(0, split.head) + content(a_.size() - split.tail, a_.size());
    if (part > longest_part || part > split.head + split.tail) return false;
    return split.tail > 0 ? common >= 3 : split.head >= 2 && common >= 2;
  }

  bool may_join(const Split& split) const {
    const std::string common = joined(a_, 0, split.head) + "\n" + joined(a_, a_.size() - split.tail, a_.size());
    if (common.find_first_of(";:()") != std::string::npos) return false;
    // Of what was counted in both lines nobody knows whether it is the same.
    if (has_digit(common) || !text::find_numbers(common, language_).empty()) return false;
    if (a_[split.head - 1].ends_with(',')) return false;
    const Words one(a_.begin() + at(split.head), a_.end() - at(split.tail));
    const Words other(b_.begin() + at(split.head), b_.end() - at(split.tail));
    const bool numbers =
        std::any_of(one.begin(), one.end(), has_digit) || std::any_of(other.begin(), other.end(), has_digit);
    if (numbers) return differ_in_numbers(one, other);
    return is_part(one) && is_part(other) && leading(one) == leading(other);
  }

  static bool is_year(std::string_view word) {
    return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && has_digit(word.substr(2, 1)) &&
           has_digit(word.substr(3));
  }
  static std::ptrdiff_t at(std::size_t i) { return static_cast<std::ptrdiff_t>(i); }

  /// "10% in 2019" and "12% in 2020": the same words around other numbers, and a year or name that tells them apart.
  static bool differ_in_numbers(const Words& one, const Words& other) {
    if (one.size() != other.size() || one.size() < 3) return false;
    std::size_t numbers = 0, names = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
      if (one[i].find_first_of(",;:()") != std::string::npos) return false;
      if (one[i] == other[i]) continue;
      std::size_t next = 0;
      const bool name = is_year(one[i]) || text::is_upper(text::next_code_point(one[i], next));
      if (!name && !(has_digit(one[i]) && has_digit(other[i]))) return false;
      (name ? names : numbers) += 1;
    }
    return numbers == 1 && names >= 1;
  }

  /// Of nouns and what belongs to them, without signs and without another clause.
  bool is_part(const Words& part) const {
    for (std::size_t i = 0; i < part.size(); ++i) {
      const std::string folded = text::fold(part[i]), lower = text::lower(part[i]);
      if (part[i].find_first_of(",;:()&") != std::string::npos || part[i] == "-" || part[i] == "–") return false;
      const bool opens = i == 0 && (joints_.again.contains(lower) || is(joints_.determiner, lower));
      const bool small = text::is_stop_word(folded, language_) && part[i] == lower;
      if (opens || joints_.determiner.contains(lower) || (i > 0 && joints_.inner.contains(lower))) continue;
      if (small || joints_.preposition.contains(lower)) return false;
      // "tools handling payments": what follows belongs to the verb. "Machine learning" ends in one.
      const auto verb = language_ == "en" && i > 0 && i + 1 < part.size() ? read_verb(folded) : std::nullopt;
      if (verb && !verb->also_noun && verb->form != VerbForm::base) return false;
    }
    return !part.empty();
  }

  /// What kind of word a part begins with; parts of one list begin alike.
  int leading(const Words& part) const {
    if (is(joints_.again, part.front())) return 1;
    if (is(joints_.determiner, part.front())) return 2;
    return language_ == "en" && part.front().ends_with("ing") ? 3 : 0;
  }

  const Words &a_, &b_;
  const Joints& joints_;
  std::string_view language_;
};

bool has_ending(const std::set<std::string, std::less<>>& list, std::string_view word) {
  return std::any_of(list.begin(), list.end(), [&](const std::string& each) {
    return each.starts_with('-') ? word.size() > each.size() + 1 && word.ends_with(each.substr(1)) : word == each;
  });
}

/// Whether words name one deed and no other of its kind: "the", a name, a number.
bool is_definite(const Words& words, std::size_t count, const Joints& joints, std::string_view language) {
  for (std::size_t i = 1; i < count; ++i) {
    std::size_t next = 0;
    if (has_digit(words[i]) || joints.definite.contains(text::lower(words[i]))) return true;
    if (language != "de" && text::is_upper(text::next_code_point(words[i], next))) return true;
    for (const std::string& each : joints.definite)
      if (each.starts_with('-') && words[i].starts_with(each.substr(1))) return true;
  }
  return false;
}

/// "Moved the shop to Linux", "Moved the shop, cutting costs" -> "Moved the shop to Linux, cutting costs": one deed, of
/// which one line says how and the other what came of it.
std::optional<std::string> with_result(const Words& deed, const Words& result, const Joints& joints,
                                       std::string_view language) {
  constexpr std::size_t longest_way = 8;
  const std::string comma(text::trim(joints.comma));
  const std::size_t most = std::min(deed.size(), result.size());
  std::size_t head = 0;
  while (head < most && deed[head] == result[head]) ++head;
  // The last word of what is common has a comma in the one.
  if (head == 0 || head + 1 >= most || deed[head] + comma != result[head]) return std::nullopt;
  ++head;
  const std::string first = text::lower(deed[head]), way = joined(deed, head, deed.size());
  if (!joints.preposition.contains(first) && !joints.way.contains(first)) return std::nullopt;
  if (deed.size() - head > longest_way || way.find_first_of(",;:()") != std::string::npos ||
      way.find(comma) != std::string::npos)
    return std::nullopt;
  if (!has_ending(joints.result, text::lower(result[head])) || !is_definite(deed, head, joints, language))
    return std::nullopt;
  return joined(deed, 0, deed.size()) + joints.comma + joined(result, head, result.size());
}

/// Spanish "y" before the sound of i is "e".
std::string last_joint(const Joints& joints, std::string_view language, std::string_view next) {
  const std::string folded = text::fold(next);
  if (language == "es" && (folded.starts_with('i') || (folded.starts_with("hi") && !folded.starts_with("hie"))))
    return " e ";
  return joints.last;
}

std::string merged_line(const std::vector<Words>& lines, const Split& split, const Joints& joints,
                        std::string_view language) {
  const Words& first = lines.front();
  std::string out = joined(first, 0, split.head);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string part = joined(lines[i], split.head, lines[i].size() - split.tail);
    out += i == 0 ? " " : i + 1 < lines.size() ? joints.comma : last_joint(joints, language, part);
    out += part;
  }
  if (split.tail > 0) out += " " + joined(first, first.size() - split.tail, first.size());
  return out;
}

class Merger {
 public:
  Merger(const Analysis& analysis, const Joints& joints, const std::vector<Suggestion>& taken)
      : analysis_(analysis), joints_(joints) {
    for (const Suggestion& s : taken) taken_.insert(s.target);
  }

  void list(SectionKind section, const std::string& path, const std::vector<Text>& lines) {
    constexpr std::size_t longest_list = 60;  // every line meets every other
    if (lines.size() < 2 || lines.size() > longest_list) return;
    const auto goes_on = continued(lines, analysis_.language);
    if (std::find(goes_on.begin(), goes_on.end(), true) != goes_on.end()) return;
    std::vector<Words> words;
    for (const Text& line : lines) words.push_back(words_of(line.value));
    for (std::size_t i = 0; i < lines.size(); ++i)
      for (std::size_t k = 0; k < lines.size(); ++k) {
        if (i == k || is_taken(path, i) || is_taken(path, k)) continue;
        if (auto line = with_result(words[i], words[k], joints_, analysis_.language))
          add(section, path, lines, {std::min(i, k), std::max(i, k)}, std::move(*line),
              "Two lines of the role tell of the same deed: one says both. Take it if it is the same.");
      }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::vector<std::size_t> group{i};
      std::optional<Split> split;
      for (std::size_t k = i + 1; k < lines.size() && group.size() < most_lines; ++k) {
        if (is_taken(path, i) || is_taken(path, k)) continue;
        const auto now = Comparison(words[i], words[k], joints_, analysis_.language).split();
        if (!now || (split && *split != *now)) continue;
        split = now;
        group.push_back(k);
      }
      if (!split) continue;
      std::vector<Words> parts;
      for (const std::size_t each : group) parts.push_back(words[each]);
      add(section, path, lines, group, merged_line(parts, *split, joints_, analysis_.language),
          group.size() == 2 ? "Two lines of the role say nearly the same: one says both."
                            : "Lines of the role say nearly the same: one says all of it.");
    }
  }

  std::vector<Suggestion> done() && { return std::move(out_); }

 private:
  static constexpr std::size_t most_lines = 4, most_words = 30;

  bool is_taken(const std::string& path, std::size_t i) const { return taken_.contains(path + std::to_string(i)); }

  /// `line` for the first of the group, which the others go with.
  void add(SectionKind section, const std::string& path, const std::vector<Text>& lines,
           const std::vector<std::size_t>& group, std::string line, std::string reason) {
    if (words_of(line).size() > most_words) return;
    Suggestion s;
    s.kind = SuggestionKind::rephrase;
    s.section = section;
    s.target = path + std::to_string(group.front());
    s.original = lines[group.front()].value;
    s.proposed = std::move(line);
    if (s.original.ends_with('.')) s.proposed += '.';
    s.reason = std::move(reason);
    for (const std::size_t i : group) s.evidence.push_back({path + std::to_string(i), lines[i].value});
    s.merged.assign(s.evidence.begin() + 1, s.evidence.end());
    s.confidence = 0.6;
    s.uncertain = true;
    for (const std::size_t i : group) taken_.insert(path + std::to_string(i));
    out_.push_back(std::move(s));
  }

  const Analysis& analysis_;
  const Joints& joints_;
  std::set<std::string> taken_;
  std::vector<Suggestion> out_;
};

}  // namespace

std::vector<Suggestion> propose_merges(const Analysis& analysis, const std::vector<Suggestion>& taken) {
  const Joints* joints = joints_of(analysis.language);
  if (!joints) return {};
  Merger merger(analysis, *joints, taken);
  const Resume& resume = analysis.resume;
  for (std::size_t i = 0; i < resume.work.size(); ++i)
    merger.list(SectionKind::work, "/work/" + std::to_string(i) + "/highlights/", resume.work[i].highlights);
  for (std::size_t i = 0; i < resume.projects.size(); ++i)
    merger.list(SectionKind::projects, "/projects/" + std::to_string(i) + "/highlights/",
                resume.projects[i].highlights);
  return std::move(merger).done();
}

}  // namespace resumax::optimize
