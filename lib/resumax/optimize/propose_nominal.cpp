#include <resumax/optimize/edit.hpp>
#include <resumax/optimize/propose_rephrase.hpp>

#include <resumax/embedded/openings.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace resumax::optimize {

namespace {

using Words = std::vector<std::string>;

/// What openings.txt says of a language.
struct Openings {
  Words open, joined, article, again, ending, noun, prefix, self, next, last, done, own;

  Words* list(std::string_view what) {
    using O = Openings;
    constexpr std::array<std::pair<std::string_view, Words O::*>, 12> lists = {{{"open", &O::open},
                                                                                {"joined", &O::joined},
                                                                                {"article", &O::article},
                                                                                {"again", &O::again},
                                                                                {"ending", &O::ending},
                                                                                {"noun", &O::noun},
                                                                                {"prefix", &O::prefix},
                                                                                {"self", &O::self},
                                                                                {"next", &O::next},
                                                                                {"last", &O::last},
                                                                                {"done", &O::done},
                                                                                {"own", &O::own}}};
    for (const auto& [name, member] : lists)
      if (name == what) return &(this->*member);
    return nullptr;
  }
};

std::map<std::string, Openings, std::less<>> read_openings() {
  std::map<std::string, Openings, std::less<>> out;
  for (const std::string_view line : text::split_lines(embedded::openings())) {
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (line.starts_with('#') || second == std::string_view::npos) continue;
    Words* list = out[std::string(line.substr(first + 1, second - first - 1))].list(line.substr(0, first));
    for (std::size_t begin = second + 1; list && begin <= line.size();) {
      const std::size_t end = std::min(line.find('|', begin), line.size());
      list->emplace_back(line.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return out;
}

const Openings* openings_of(std::string_view language) {
  static const auto all = read_openings();
  const auto found = all.find(language);
  return found == all.end() ? nullptr : &found->second;
}

/// The longest of the words that stand at `at`, as words of their own: a blank follows, or they end in an apostrophe.
std::size_t length_at(std::string_view line, std::size_t at, const Words& words) {
  std::size_t best = 0;
  for (const std::string& word : words) {
    if (word.size() < best || !line.substr(at).starts_with(word)) continue;
    if (word.ends_with('\'') || word.ends_with("’"))
      best = word.size();
    else if (at + word.size() < line.size() && line[at + word.size()] == ' ')
      best = word.size() + 1;
  }
  return best;
}

std::string_view word_at(std::string_view line, std::size_t at) {
  return line.substr(at, line.find_first_of(" ,.;:/()", at) - at);
}

/// Rewrites one line; `lowered` is the same text in lower case, byte for byte as long.
class Nominal {
 public:
  Nominal(std::string_view line, std::string_view lowered, const Openings& known, std::string_view language)
      : line_(line), lowered_(lowered), known_(known), language_(language) {}

  std::optional<std::string> rest() const {
    std::size_t at = length_at(lowered_, 0, known_.joined);
    const bool joined = at > 0;
    if (!joined) at = length_at(lowered_, 0, known_.open);
    if (at == 0) return std::nullopt;
    if (joined) {
      const std::size_t skipped = prefix_at(at);
      return skipped == 0 ? std::nullopt : from(at + skipped);
    }
    const std::size_t article = length_at(lowered_, at, known_.article);
    // In the languages of the south an article shows that a noun follows, and no title ("responsable de ventas").
    if (article == 0 && !known_.article.empty() && language_ != "de") return std::nullopt;
    return from(at + article);
  }

 private:
  bool is_doing(std::size_t at) const {
    const std::string_view word = word_at(lowered_, at);
    // German nouns open with a capital and come in compounds.
    const bool german = language_ == "de";
    if (german && line_.substr(at, word.size()) == word) return false;
    for (const std::string& noun : known_.noun)
      if (word == noun || (german && noun.size() >= 5 && word.ends_with(noun))) return true;
    return std::any_of(known_.ending.begin(), known_.ending.end(), [&](const std::string& ending) {
      return word.size() >= ending.size() + 3 && word.ends_with(ending);
    });
  }

  std::size_t prefix_at(std::size_t at) const {
    for (const std::string& prefix : known_.prefix)
      if (lowered_.substr(at).starts_with(prefix) && is_doing(at + prefix.size())) return prefix.size();
    return 0;
  }

  std::optional<std::string> from(std::size_t at) const {
    if (at >= line_.size() || !is_doing(at)) return std::nullopt;
    const std::size_t first_end = at + word_at(lowered_, at).size();
    std::string out(line_.substr(at, first_end - at));
    for (std::size_t i = first_end; i < line_.size();) {
      const bool comma = lowered_.substr(i).starts_with(", ");
      std::size_t length = lowered_[i] != ' ' ? 0 : length_at(lowered_, i + 1, known_.again);
      std::size_t kept = length == 0 ? 0 : lowered_.find(' ', i + 1) + 1 - i;  // " et "
      if (comma) length = length_at(lowered_, i + 2, known_.article) + 1, kept = 2;
      if (length <= 1) {
        if (prefixed_again(i)) return std::nullopt;
        out += line_[i++];
        continue;
      }
      const std::size_t next = i + 1 + length;
      if (is_doing(next)) {
        out += line_.substr(i, kept);
        i = next;
        continue;
      }
      // "Gestion et des achats": the second belongs to what is gone.
      if (i == first_end || comma || language_ == "de") return std::nullopt;
      out += line_[i++];
    }
    return out;
  }

  /// Arabic: "and by" before a further noun would hang in the air, and so would a second opening.
  bool prefixed_again(std::size_t at) const {
    constexpr std::string_view also = " و";
    if (!lowered_.substr(at).starts_with(also) || known_.prefix.empty()) return false;
    return prefix_at(at + also.size()) > 0 || length_at(lowered_, at + also.size(), known_.open) > 0;
  }

  std::string_view line_, lowered_;
  const Openings& known_;
  std::string_view language_;
};

bool ends_in_one_of(std::string_view word, const Words& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
    return word.size() > ending.size() + 2 && word.ends_with(ending);
  });
}

/// Whether a word of the list stands in the text, a word of its own or one that ends in an apostrophe.
bool names_one_of(std::string_view lowered, const Words& words) {
  for (std::size_t at = 0; at < lowered.size(); at = std::min(lowered.find(' ', at), lowered.size()) + 1) {
    const std::string_view here = word_at(lowered, at);
    for (const std::string& word : words)
      if (here == word || ((word.ends_with('\'') || word.ends_with("’")) && here.starts_with(word))) return true;
  }
  return false;
}

/// "J'ai conçu X" -> "Conçu X"
std::optional<std::string> without_self(std::string_view line, std::string_view lowered, const Openings& known) {
  std::size_t at = length_at(lowered, 0, known.self);
  if (at == 0 && (at = length_at(lowered, 0, known.next)) > 0) {
    if (!ends_in_one_of(word_at(lowered, at), known.done)) return std::nullopt;
  }
  if (at == 0 && (at = length_at(lowered, 0, known.last)) > 0) {
    const std::string_view whole = line.substr(0, line.find_last_not_of(" .") + 1);
    const std::string_view last = whole.substr(whole.rfind(' ') + 1);
    // A noun of German has a capital.
    if (text::lower(last) != last || !ends_in_one_of(last, known.done)) return std::nullopt;
  }
  if (at == 0 || at >= line.size() || names_one_of(lowered.substr(at), known.own)) return std::nullopt;
  return std::string(line.substr(at));
}

}  // namespace

bool has_weak_openings(std::string_view language) { return openings_of(language) != nullptr; }

std::optional<Edit> without_weak_opening(std::string_view line, std::string_view language) {
  const Openings* known = openings_of(language);
  const std::string lowered = text::lower(line);
  if (!known || lowered.size() != line.size()) return std::nullopt;
  if (const auto rest = Nominal(line, lowered, *known, language).rest(); rest && rest->find(' ') != std::string::npos)
    return Edit{capitalised(*rest), "Opens with what was done.", {}};
  if (const auto rest = without_self(line, lowered, *known); rest && rest->find(' ') != std::string::npos)
    return Edit{capitalised(*rest), "Resumes leave out \"I\".", {}};
  return std::nullopt;
}

}  // namespace resumax::optimize
