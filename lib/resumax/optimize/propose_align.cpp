#include <resumax/optimize/propose_align.hpp>

#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::optimize {

namespace {

constexpr int lines_per_skill = 2;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (const text::Token& token : text::tokenize(text)) out.push_back(token.folded);
  return out;
}

// A name without blanks and signs: "Node.js" and "nodejs" are the same letters.
std::string letters_of(std::string_view name) {
  std::string out = text::fold(name);
  std::erase_if(out, [](char c) { return std::string_view(" .-/&'").find(c) != std::string_view::npos; });
  return out;
}

// The same in the singular: "REST-APIs" and "REST API" differ in nothing that matters.
std::string bare(std::string_view name) {
  std::string out = letters_of(name);
  if (out.size() > 3 && out.ends_with('s') && !out.ends_with("ss")) out.pop_back();
  return out;
}

bool plural(std::string_view name) {
  return name.size() > 3 && name.ends_with('s') && !name.ends_with("ss") && !name.ends_with("js") &&
         !name.ends_with("is") && !name.ends_with("us");
}

// The letters that initials are made of: of each word that counts, and of the humps of "JavaScript".
std::string initials(std::string_view name) {
  std::string out;
  for (const text::Token& token : text::tokenize(name)) {
    const std::string& word = token.folded;
    if (word == "and" || word == "of" || word == "for" || word == "the") continue;
    out += word.front();
    for (std::size_t i = token.begin + 1; i < token.end; ++i)
      if (name[i] >= 'A' && name[i] <= 'Z' && !(name[i - 1] >= 'A' && name[i - 1] <= 'Z'))
        out += static_cast<char>(name[i] + 32);
  }
  return out;
}

// "k8s" for "Kubernetes": first letter, how many are left out, last letter.
bool is_numeronym(std::string_view shorter, std::string_view whole) {
  if (shorter.size() < 3 || whole.size() < 5 || shorter.front() != whole.front() || shorter.back() != whole.back())
    return false;
  return shorter.substr(1, shorter.size() - 2) == std::to_string(whole.size() - 2);
}

// Endings that names of tools have or lack at will: "Mongo", "MongoDB"; "React", "React.js".
bool is_free_ending(std::string_view ending) {
  return ending == "js" || ending == "lang" || ending == "db" || ending == "ql";
}

// Whether one is the other's short form for sure: the two are the same words by their letters, not by a dictionary.
bool abbreviates(std::string_view shorter, std::string_view whole) {
  const std::string a = letters_of(shorter), b = letters_of(whole);
  if (a.size() >= b.size()) return false;
  if (a.size() >= 2 && a == initials(whole)) return true;
  if (is_numeronym(a, b)) return true;
  return words_of(shorter).size() == 1 && words_of(whole).size() == 1 && b.starts_with(a) &&
         is_free_ending(std::string_view(b).substr(a.size()));
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> short_words = {{{"app", "application"},
                                                                                       {"dev", "development"},
                                                                                       {"admin", "administration"},
                                                                                       {"config", "configuration"},
                                                                                       {"auth", "authentication"},
                                                                                       {"repo", "repository"},
                                                                                       {"info", "information"},
                                                                                       {"tech", "technology"}}};

std::string long_word(const std::string& word) {
  for (const auto& [shorter, whole] : short_words)
    if (bare(word) == shorter || word == shorter) return std::string(whole);
  return word;
}

// "web apps" and "web applications", "test automation" and "automated testing": the same English words, shortened or
// inflected.
bool same_words(std::string_view one, std::string_view other) {
  const auto a = words_of(one), b = words_of(other);
  if (a.size() != b.size() || a.size() < 2) return false;
  std::multiset<std::string> stems_a, stems_b;
  for (const std::string& word : a) stems_a.insert(text::stem(long_word(word), "en"));
  for (const std::string& word : b) stems_b.insert(text::stem(long_word(word), "en"));
  return stems_a == stems_b;
}

// The last word before a byte, folded.
std::string word_before(std::string_view line, std::size_t at) {
  const auto tokens = text::tokenize(line.substr(0, at));
  return tokens.empty() ? "" : tokens.back().folded;
}

bool vowel_sound(std::string_view word) {
  return std::string_view("aeiouAEIOU").find(word.front()) != std::string_view::npos;
}

/// The words of a text in their order, each closed by a sign.
std::string closed_words(std::string_view text) {
  std::string out = "\n";
  for (const std::string& word : words_of(text)) out += word + "\n";
  return out;
}

/// The wanted skills whose wording stands in the resume, word by word.
std::set<std::uint16_t> said_in(const std::vector<ConstField>& all, const Analysis& analysis) {
  std::vector<std::string> texts, words(all.size());
  for (const ConstField& field : all) texts.push_back(text::fold(field.text->value));
  std::set<std::uint16_t> out;
  for (const auto& [id, wanted] : analysis.wanted) {
    const std::string wording = closed_words(wanted.wording);
    // Words are looked at only where the first one's letters stand.
    const std::string first = wording.substr(1, wording.find('\n', 1) - 1);
    for (std::size_t i = 0; i < texts.size() && !first.empty() && !out.contains(id); ++i) {
      if (texts[i].find(first) == std::string::npos) continue;
      if (words[i].empty()) words[i] = closed_words(all[i].text->value);
      if (words[i].find(wording) != std::string::npos) out.insert(id);
    }
  }
  return out;
}

/// "Web App": every word with a capital, and more than one.
bool is_title_case(std::string_view name) {
  const auto tokens = text::tokenize(name);
  return tokens.size() > 1 && std::all_of(tokens.begin(), tokens.end(), [&](const text::Token& t) {
           const auto is_in = [&](std::size_t i, char low, char high) { return name[i] >= low && name[i] <= high; };
           return is_in(t.begin, 'A', 'Z') && t.end > t.begin + 1 && is_in(t.begin + 1, 'a', 'z');
         });
}

std::string in_title_case(std::string wording) {
  const std::string lower = text::lower(wording);
  if (lower != wording) return wording;  // it has capitals of its own
  for (std::size_t at = 0; at < wording.size(); at = std::min(wording.find(' ', at), wording.size()) + 1)
    if (wording[at] >= 'a' && wording[at] <= 'z') wording[at] = static_cast<char>(wording[at] - 32);
  return wording;
}

}  // namespace

bool can_stand_for(std::string_view wording, std::string_view name, bool english) {
  if (wording.empty() || bare(wording) == bare(name)) return false;
  return abbreviates(wording, name) || abbreviates(name, wording) ||
         (english && plural(wording) == plural(name) && same_words(wording, name));
}

Alignment::Alignment(const Analysis& analysis) : analysis_(analysis) {
  if (analysis.wanted.empty()) return;
  const auto all = fields(analysis.resume);
  const std::set<std::uint16_t> already = said_in(all, analysis);
  std::map<std::uint16_t, int> used;
  if (already.size() == analysis.wanted.size()) return;
  const auto choose = [&](bool lists) {
    for (const ConstField& field : all) {
      const bool list = field.kind == FieldKind::keyword;
      if (list != lists || field.section == SectionKind::interests) continue;
      if (!list && field.kind != FieldKind::highlight && field.kind != FieldKind::summary &&
          field.kind != FieldKind::description)
        continue;
      for (const match::SkillHit& hit : analysis.skills_in(field.text->value, list)) {
        const auto it = analysis.wanted.find(hit.skill);
        if (it == analysis.wanted.end() || already.count(hit.skill) || !analysis.usable(it->second.wording)) continue;
        const std::string_view name = std::string_view(field.text->value).substr(hit.begin, hit.end - hit.begin);
        if (!can_stand_for(it->second.wording, name, analysis.english)) continue;
        if (!analysis.plan.align_all && used[hit.skill] >= lines_per_skill + (list ? 1 : 0)) continue;
        if (chosen_[field.path].insert(hit.skill).second) ++used[hit.skill];
      }
    }
  };
  choose(true);
  choose(false);
}

std::optional<Edit> Alignment::apply(std::string_view path, std::string_view line, bool list) const {
  const auto chosen = chosen_.find(path);
  if (chosen == chosen_.end()) return std::nullopt;
  std::string out(line), reason;
  std::vector<std::string> gained;
  auto hits = analysis_.skills_in(line, list);
  std::reverse(hits.begin(), hits.end());
  std::set<std::uint16_t> done;
  for (const match::SkillHit& hit : hits) {
    if (!chosen->second.count(hit.skill) || done.count(hit.skill)) continue;
    const std::string& wording = analysis_.wanted.at(hit.skill).wording;
    const std::string name(line.substr(hit.begin, hit.end - hit.begin));
    if (!can_stand_for(wording, name, analysis_.english)) continue;
    const std::string article = word_before(line, hit.begin);
    if ((article == "a" || article == "an") && vowel_sound(wording) != vowel_sound(name)) continue;
    // Both forms, where keywords are what counts, unless the brackets are there already.
    const bool bracketed = hit.end + 1 < line.size() && line.substr(hit.end).starts_with(" (");
    const bool in_brackets = hit.begin > 0 && line[hit.begin - 1] == '(';
    if (bracketed || in_brackets) continue;
    const bool both = analysis_.plan.both_forms;
    std::string put = both ? wording + " (" + name + ")" : wording;
    if (hit.begin == 0) put = capitalised(put);
    if (!both && is_title_case(name)) put = in_title_case(put);
    out.replace(hit.begin, hit.end - hit.begin, put);
    done.insert(hit.skill);
    gained.push_back(wording);
    reason = "The posting says \"" + wording + "\" for \"" + name + "\"." + (reason.empty() ? "" : " ") + reason;
  }
  if (gained.empty()) return std::nullopt;
  std::reverse(gained.begin(), gained.end());
  return Edit{out, reason, gained};
}

}  // namespace resumax::optimize
