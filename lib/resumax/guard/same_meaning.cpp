#include <resumax/guard/line.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::guard {

namespace {

bool is_arabic(std::string_view utf8) {
  const auto lead = static_cast<unsigned char>(utf8.empty() ? 0 : utf8[0]);
  return lead >= 0xD8 && lead <= 0xDB;
}

/// Whether so many letters left out, added or changed make one word of the other.
template <class Letters>
bool within_distance(const Letters& a, const Letters& b, std::size_t allowed) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > allowed) return false;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row[b.size()] <= allowed;
}

/// What derivation adds to or leaves of a stem ("architect|ur", "contribut|or"); short rests of other scripts too.
bool is_ending(std::string_view rest) {
  static constexpr std::array<std::string_view, 51> endings{
      "ion",  "or",  "er",   "ur",   "ure", "ment", "al",  "iv",    "ive",   "abl", "able", "ing", "ed",
      "anc",  "enc", "ance", "ence", "at",  "ator", "ic",  "ist",   "iti",   "ity", "ly",   "es",  "eri",
      "ar",   "ant", "ent",  "ung",  "te",  "tes",  "ten", "en",    "em",    "ado", "ada",  "ido", "eur",
      "euse", "iz",  "ise",  "ize",  "ier", "iert", "aci", "acion", "ation", "ad",  "rung", "ern"};
  static constexpr std::array<std::string_view, 36> joined{
      "ه",    "ي",   "ا",   "ت",   "يه",  "يا", "ات",  "ين",  "ون",   "ان",   "ها", "هم",
      "نا",   "وا",  "ته",  "تها", "تهم", "تي", "تان", "تين", "اتها", "اتهم", "ي",  "اي",
      "هايي", "هاي", "هاي", "م",   "د",   "ند", "ام",  "تر",  "ش",    "ايي",  "يي", "شان"};
  if (rest.size() <= 1) return true;
  if (is_arabic(rest)) return std::find(joined.begin(), joined.end(), rest) != joined.end();
  if (static_cast<unsigned char>(rest[0]) >= 0x80) return rest.size() <= 4;
  return std::find(endings.begin(), endings.end(), rest) != endings.end();
}

}  // namespace

bool same_root(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.empty() || b.empty() || a[0] != b[0] || a[0] == '~') return false;
  std::size_t common = 0;
  while (common < std::min(a.size(), b.size()) && a[common] == b[common]) ++common;
  if (common < 5 || common * 2 <= std::max(a.size(), b.size())) return false;
  return is_ending(a.substr(common)) && is_ending(b.substr(common));
}

bool is_misspelling(std::string_view a, std::string_view b) {
  const std::size_t longest = std::max(a.size(), b.size());
  if (longest < 5 || a.empty() || b.empty() || a[0] != b[0]) return false;
  if (a.find_first_of("0123456789") != std::string_view::npos) return false;
  // Arabic words are short, and most change with every letter.
  if (is_arabic(a))
    return longest >= 12 && a[1] == b[1] && within_distance(text::code_points(a), text::code_points(b), 1);
  return within_distance(a, b, longest >= 10 ? 2 : 1);
}

bool names_doers(const Word& word) {
  return word.folded.size() >= 6 && (word.folded.ends_with("ers") || word.folded.ends_with("ors"));
}

bool names_holder(const Word& word) {
  return word.is(Trait::title) && !(word.folded.size() > 3 && word.folded.ends_with('s'));
}

bool same_meaning(const Word& a, const Word& b) {
  if ((a.key_mark & b.key_mark) == 0 && (a.group_mark & b.group_mark) == 0) return false;
  const auto share = [](const std::vector<int>& left, const std::vector<int>& right) {
    return std::any_of(left.begin(), left.end(),
                       [&](int group) { return std::find(right.begin(), right.end(), group) != right.end(); });
  };
  if (a.is(Trait::title) || b.is(Trait::title)) {
    const auto singular = [](std::string_view s) {
      constexpr std::string_view accusative = "ا";
      if (s.ends_with(accusative)) return s.substr(0, s.size() - accusative.size());
      return s.ends_with('s') ? s.substr(0, s.size() - 1) : s;
    };
    const bool both = a.is(Trait::title) && b.is(Trait::title);
    if (a.folded == b.folded || (both && singular(a.folded) == singular(b.folded))) return true;
    // Of other people, a word for them; never what they do.
    return !names_holder(a) && !names_holder(b) && a.tier == 0 && b.tier == 0 && share(a.groups, b.groups);
  }
  for (const std::string& left : a.keys)
    for (const std::string& right : b.keys)
      if (left == right || same_root(left, right)) return true;
  return share(a.groups, b.groups);
}

}  // namespace resumax::guard
