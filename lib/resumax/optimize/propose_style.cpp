#include <resumax/optimize/propose_style.hpp>

#include <resumax/embedded/wordy.hpp>
#include <resumax/optimize/verbs.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::optimize {

namespace {

struct Wordy {
  std::string_view language, phrase, instead;
  bool only_shorter = false;
};

const std::vector<Wordy>& wordy() {
  static const std::vector<Wordy> all = [] {
    std::vector<Wordy> out;
    std::string_view language = "en";
    for (std::string_view line : text::split_lines(embedded::wordy())) {
      if (line.starts_with('[')) language = line.substr(1, 2);
      const std::size_t tab = line.find('\t');
      if (line.starts_with('#') || tab == std::string_view::npos) continue;
      const bool shorter = line.starts_with('+');
      out.push_back({language, line.substr(shorter, tab - shorter), line.substr(tab + 1), shorter});
    }
    return out;
  }();
  return all;
}

bool ends_word(std::string_view text, std::size_t at) {
  constexpr std::string_view arabic_comma = "\u060C";
  return at >= text.size() || std::string_view(" .,;:)").find(text[at]) != std::string_view::npos ||
         text.substr(at).starts_with(arabic_comma);
}

/// Where a phrase stands from `from` on; the first word of a text has a capital.
std::size_t find_phrase(std::string_view text, std::string_view phrase, std::size_t from, bool may_open) {
  if (from == 0 && may_open && !text.empty() && (text[0] | 0x20) == (phrase[0] | 0x20)) {
    const std::string opening = text::lower(text.substr(0, phrase.size()));
    if (opening == text::lower(phrase) && ends_word(text, phrase.size())) return 0;
  }
  return text.find(phrase, from);
}

/// Whether a plural follows soon: "various" does not go with what has none.
bool counts(std::string_view rest) {
  const auto tokens = text::tokenize(rest.substr(0, 80));
  return std::any_of(tokens.begin(),
                     tokens.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(tokens.size(), 3)),
                     [](const text::Token& t) { return t.folded.ends_with('s') && !t.folded.ends_with("ss"); });
}

/// The English rules about what stands around a phrase that goes or is replaced.
bool fits(std::string_view text, std::size_t at, const Wordy& wordy) {
  // "a very efficient": the article was chosen for the word that goes.
  const auto before = text::tokenize(text.substr(0, at));
  if (wordy.instead.empty() && !before.empty() && (before.back().folded == "a" || before.back().folded == "an"))
    return false;
  if ((wordy.instead == "various" || wordy.instead == "many") && !counts(text.substr(at + wordy.phrase.size())))
    return false;
  // "as well as" joins what "both" opened, and lists that have their "and" already.
  return wordy.instead != "and" || text.find(" and ") == std::string_view::npos;
}

/// Plain verbs, and those of reports that claim as much. What may follow keeps phrasal verbs and idioms out.
struct Formal {
  std::string_view plain, formal;
  std::string_view after;  ///< the word that has to follow and goes too ("set up")
};
constexpr std::array<Formal, 8> formal_verbs = {{{"fix", "resolve", ""},
                                                 {"start", "initiate", ""},
                                                 {"show", "demonstrate", ""},
                                                 {"check", "verify", ""},
                                                 {"cut", "reduce", ""},
                                                 {"hire", "recruit", ""},
                                                 {"finish", "complete", ""},
                                                 {"set", "establish", "up"}}};
/// After the verb these make another verb of it, or another sentence.
constexpr std::array<std::string_view, 22> breaking = {"up",   "out",  "off", "down", "in", "on",   "over", "into",
                                                       "with", "for",  "at",  "to",   "as", "how",  "that", "by",
                                                       "if",   "from", "and", "or",   "of", "about"};
/// People that somebody works with; with tools one does not collaborate.
constexpr std::array<std::string_view, 20> people = {
    "team",     "teams",     "stakeholders", "departments", "clients",  "customers", "partners",
    "managers", "designers", "engineers",    "developers",  "analysts", "doctors",   "nurses",
    "teachers", "parents",   "suppliers",    "vendors",     "agencies", "colleagues"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> contractions = {{{"didn't", "did not"},
                                                                                         {"don't", "do not"},
                                                                                         {"doesn't", "does not"},
                                                                                         {"couldn't", "could not"},
                                                                                         {"can't", "cannot"},
                                                                                         {"wasn't", "was not"},
                                                                                         {"weren't", "were not"},
                                                                                         {"isn't", "is not"},
                                                                                         {"it's", "it is"},
                                                                                         {"hadn't", "had not"}}};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// The same form of another verb, capitalised like the first word of a line.
std::string in_form_of(const VerbReading& verb, std::string_view base) {
  const auto other = read_verb(base);
  if (!other || (verb.form != VerbForm::past && verb.form != VerbForm::base)) return {};
  // "Cut" and "set" are the same in both: a line at its start tells what was done.
  const bool past = verb.form == VerbForm::past || verb.base == verb.past;
  return capitalised(past ? other->past : other->base);
}

std::optional<std::string> formal_opening(std::string_view line) {
  const auto tokens = text::tokenize(line);
  if (tokens.size() < 3 || tokens[0].begin != 0) return std::nullopt;
  const auto verb = read_verb(tokens[0].folded);
  if (!verb) return std::nullopt;
  if (verb->base == "work" && tokens[1].folded == "with") {
    for (std::size_t i = 2; i < std::min<std::size_t>(tokens.size(), 6); ++i)
      if (is_one_of(tokens[i].folded, people)) {
        const std::string word = in_form_of(*verb, "collaborate");
        if (!word.empty()) return word + std::string(line.substr(tokens[0].end));
      }
    return std::nullopt;
  }
  for (const Formal& known : formal_verbs) {
    if (verb->base != known.plain) continue;
    const std::size_t next = known.after.empty() ? 1 : 2;
    if (next == 2 && tokens[1].folded != known.after) continue;
    const std::string_view before = line.substr(tokens[next - 1].end, tokens[next].begin - tokens[next - 1].end);
    if (is_one_of(tokens[next].folded, breaking) || before != " ") continue;
    const std::string word = in_form_of(*verb, known.formal);
    if (!word.empty()) return word + std::string(line.substr(tokens[next - 1].end));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Edit> without_wordiness(std::string_view text, bool all, std::string_view language) {
  std::string out(text);
  std::string_view named;
  const bool english = language == "en";
  for (const Wordy& each : wordy()) {
    if (each.language != language || (each.only_shorter && !all)) continue;
    const auto& phrase = each.phrase;
    for (std::size_t at = find_phrase(out, phrase, 0, !english); at != std::string::npos;
         at = find_phrase(out, phrase, at + 1, false)) {
      const std::size_t end = at + phrase.size();
      if ((at > 0 && out[at - 1] != ' ') || (at == 0 && english) || !ends_word(out, end)) continue;
      // What goes leaves the blank before it; at an end it would leave nothing to say.
      if (each.instead.empty() && (end >= out.size() || out[end] != ' ')) continue;
      if (english && !fits(out, at, each)) continue;
      if (each.instead.empty())
        out.erase(at, phrase.size() + 1);
      else
        out.replace(at, phrase.size(), each.instead);
      if (at == 0) out = capitalised(out);
      if (named.empty()) named = phrase;
    }
  }
  if (named.empty()) return std::nullopt;
  return Edit{out, "Shorter without \"" + std::string(named) + "\".", {}};
}

std::optional<Edit> in_formal_words(std::string_view line) {
  std::string out(line);
  if (auto opening = formal_opening(line)) out = std::move(*opening);
  for (const auto& [word, instead] : contractions)
    if (const auto at = out.find(word);
        at != std::string::npos && at > 0 && out[at - 1] == ' ' && ends_word(out, at + word.size()))
      out.replace(at, word.size(), instead);
  if (out == line) return std::nullopt;
  return Edit{out, "In the language of reports.", {}};
}

}  // namespace resumax::optimize
