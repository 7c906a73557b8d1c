#include <resumax/optimize/propose_rephrase.hpp>

#include <resumax/optimize/propose_style.hpp>
#include <resumax/optimize/verbs.hpp>
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::optimize {

namespace {

using Tokens = std::vector<text::Token>;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 12> openers = {
    "i was responsible for", "i am responsible for", "was responsible for", "responsible for",
    "i was in charge of",    "was in charge of",     "in charge of",        "i was tasked with",
    "was tasked with",       "tasked with",          "duties included",     "responsibilities included"};

// Nouns of doing, and the verb that says the same.
constexpr std::array<std::pair<std::string_view, std::string_view>, 29> nouns = {{
    {"development", "develop"},
    {"management", "manage"},
    {"maintenance", "maintain"},
    {"design", "design"},
    {"implementation", "implement"},
    {"creation", "create"},
    {"administration", "administer"},
    {"coordination", "coordinate"},
    {"supervision", "supervise"},
    {"preparation", "prepare"},
    {"planning", "plan"},
    {"organization", "organize"},
    {"organisation", "organise"},
    {"analysis", "analyze"},
    {"installation", "install"},
    {"configuration", "configure"},
    {"migration", "migrate"},
    {"delivery", "deliver"},
    {"execution", "execute"},
    {"operation", "operate"},
    {"integration", "integrate"},
    {"monitoring", "monitor"},
    {"testing", "test"},
    {"documentation", "document"},
    {"evaluation", "evaluate"},
    {"optimization", "optimize"},
    {"automation", "automate"},
    {"deployment", "deploy"},
    {"production", "produce"},
}};

// Forms in -ing that join a phrase and are no act of their own.
constexpr std::array<std::string_view, 8> joining = {"including", "using",  "following", "regarding",
                                                     "according", "during", "leading",   "resulting"};
constexpr std::array<std::string_view, 14> determiners = {
    "a", "an", "the", "our", "all", "new", "their", "this", "each", "both", "and", "daily", "multiple", "various"};
constexpr std::array<std::string_view, 9> finite = {"is", "are", "was", "were", "has", "have", "had", "will", "can"};

constexpr std::array<std::string_view, 6> empty_adverbs = {"successfully", "effectively", "efficiently",
                                                           "actively",     "responsibly", "diligently"};

bool has_letters_ing(std::string_view word) { return word.size() > 4 && word.ends_with("ing"); }

std::string in_form(const VerbReading& verb, VerbForm form) {
  return std::string(form == VerbForm::past ? verb.past : verb.base);
}

// Replaces whole tokens of a line, back to front.
struct Replacement {
  std::size_t token;
  std::string word;
};
std::string replaced(std::string_view line, const Tokens& tokens, std::vector<Replacement> list) {
  std::string out(line);
  std::sort(list.begin(), list.end(), [](const Replacement& a, const Replacement& b) { return a.token > b.token; });
  for (const Replacement& r : list)
    out.replace(tokens[r.token].begin, tokens[r.token].end - tokens[r.token].begin, r.word);
  return out;
}

std::string_view between(std::string_view line, const Tokens& tokens, std::size_t at) {
  return line.substr(tokens[at - 1].end, tokens[at].begin - tokens[at - 1].end);
}

bool coordinated(std::string_view line, const Tokens& tokens, std::size_t at) {
  if (at == 0) return false;
  const std::string& before = tokens[at - 1].folded;
  return before == "and" || before == "or" || between(line, tokens, at).find_first_of(",&;") != std::string_view::npos;
}

// A base form that could be a noun ("review", "support") is a verb where an article follows.
bool surely_verb(std::string_view line, const Tokens& tokens, std::size_t at, const VerbReading& verb) {
  if (!verb.also_noun) return true;
  return at + 1 < tokens.size() && is_one_of(tokens[at + 1].folded, determiners) && tokens[at + 1].folded != "and" &&
         between(line, tokens, at + 1) == " ";
}

// Every verb of one form that the first one is coordinated with: "designing, building and testing". Nothing where one
// of them could be something else, or where the list belongs to another phrase for sure unknown.
std::optional<std::vector<Replacement>> turn_verbs(std::string_view line, const Tokens& tokens, std::size_t first,
                                                   VerbForm from, VerbForm to) {
  std::vector<Replacement> out;
  bool follows = true;  // whether the last verb of the form is one that turns
  for (std::size_t i = first; i < tokens.size(); ++i) {
    const std::string& word = tokens[i].folded;
    if (is_one_of(word, finite)) return std::nullopt;
    const auto verb = read_verb(word);
    const bool of_form = verb && verb->form == from;
    const bool unknown_gerund = from == VerbForm::gerund && !of_form && has_letters_ing(word);
    if (!of_form && !unknown_gerund) continue;
    if (i == first) {
      if (!of_form) return std::nullopt;
      out.push_back({i, in_form(*verb, to)});
      continue;
    }
    if (is_one_of(word, joining) || !coordinated(line, tokens, i)) {
      // "tools for testing and deploying": what is listed after it belongs to it. A noun in the form of a base verb
      // ("to support", "code review") is no verb of the list either.
      follows = follows && from == VerbForm::base && !(i > 0 && tokens[i - 1].folded == "to");
      continue;
    }
    if (!follows) continue;
    if (unknown_gerund || (from != VerbForm::gerund && !surely_verb(line, tokens, i, *verb))) return std::nullopt;
    out.push_back({i, in_form(*verb, to)});
  }
  return out;
}

VerbForm form_for(Tense tense) { return tense == Tense::present ? VerbForm::base : VerbForm::past; }

std::size_t words_of(std::string_view phrase) {
  return static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1;
}

// Tokens that the line starts with and the phrase consists of.
bool opens_with(const Tokens& tokens, std::string_view phrase) {
  std::size_t at = 0;
  for (std::size_t begin = 0; begin <= phrase.size(); ++at) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    if (at >= tokens.size() || tokens[at].folded != phrase.substr(begin, end - begin)) return false;
    begin = end + 1;
  }
  return true;
}

// "Responsible for the development and maintenance of X" -> "Developed and maintained X".
std::optional<std::string> from_nouns(std::string_view line, const Tokens& tokens, std::size_t at, VerbForm form) {
  if (at < tokens.size() && tokens[at].folded == "the") ++at;
  std::vector<std::string> verbs;
  for (; at + 1 < tokens.size(); ++at) {
    const auto noun =
        std::find_if(nouns.begin(), nouns.end(), [&](const auto& n) { return n.first == tokens[at].folded; });
    if (noun == nouns.end()) return std::nullopt;
    verbs.push_back(in_form(*read_verb(noun->second), form));
    if (tokens[at + 1].folded == "of") break;
    if (tokens[at + 1].folded == "and") {
      ++at;
    } else if (between(line, tokens, at + 1).find(',') == std::string_view::npos) {
      return std::nullopt;
    }
  }
  if (verbs.empty() || at + 2 >= tokens.size()) return std::nullopt;
  std::string out;
  for (std::size_t i = 0; i < verbs.size(); ++i)
    out += (i == 0 ? "" : i + 1 < verbs.size() ? ", " : " and ") + verbs[i];
  // A second "and the X of Y" would hang in the air.
  for (std::size_t i = at + 2; i + 1 < tokens.size(); ++i)
    if (tokens[i].folded == "and" || tokens[i].folded == "the")
      for (const auto& [noun, verb] : nouns)
        if (tokens[i + 1].folded == noun) return std::nullopt;
  return out + std::string(line.substr(tokens[at + 1].end));
}

std::optional<Edit> weak_opening(std::string_view line, Tense tense) {
  const Tokens tokens = text::tokenize(line);
  for (std::string_view opener : openers) {
    if (!opens_with(tokens, opener)) continue;
    const std::size_t at = words_of(opener);
    if (at >= tokens.size()) return std::nullopt;
    const VerbForm form = form_for(tense);
    std::optional<std::string> out;
    if (const auto verb = read_verb(tokens[at].folded); verb && verb->form == VerbForm::gerund) {
      if (at + 1 < tokens.size() && tokens[at + 1].folded == "of") return std::nullopt;
      if (const auto turned = turn_verbs(line, tokens, at, VerbForm::gerund, form)) {
        std::string whole = replaced(line, tokens, *turned);
        out = whole.substr(tokens[at].begin);
      }
    } else {
      out = from_nouns(line, tokens, at, form);
    }
    if (!out) return std::nullopt;
    return Edit{capitalised(*out),
                "Opens with what was done instead of \"" + std::string(line.substr(0, tokens[at].begin - 1)) + "\".",
                {}};
  }
  return std::nullopt;
}

// "I built X" -> "Built X". "We" stays: it says that others were there.
std::optional<Edit> first_person(std::string_view line, Tense) {
  const Tokens tokens = text::tokenize(line);
  if (tokens.size() < 3 || tokens[0].folded != "i") return std::nullopt;
  std::size_t at = 1;
  if (tokens[1].folded == "have" || tokens[1].folded == "also") ++at;
  const auto verb = read_verb(tokens[at].folded);
  if (!verb || verb->form == VerbForm::gerund ||
      (at == 2 && tokens[1].folded == "have" && verb->form != VerbForm::past))
    return std::nullopt;
  for (std::size_t i = at; i < tokens.size(); ++i)
    if (tokens[i].folded == "i" || tokens[i].folded == "my" || tokens[i].folded == "me") return std::nullopt;
  return Edit{capitalised(line.substr(tokens[at].begin)), "Resumes leave out \"I\".", {}};
}

// "Lead efforts to", "Lead development of": nobody is a lead of those.
bool leads_work(const VerbReading& verb, const Tokens& tokens) {
  constexpr std::array<std::string_view, 15> work = {
      "development", "efforts",  "effort",   "adoption", "design",   "implementation", "migration",  "redesign",
      "creation",    "planning", "delivery", "rollout",  "research", "discovery",      "integration"};
  return verb.base == "lead" && verb.form == VerbForm::base && tokens.size() > 3 && is_one_of(tokens[1].folded, work) &&
         (tokens[2].folded == "of" || tokens[2].folded == "to" || tokens[2].folded == "for");
}

// "I am a nurse with …" -> "Nurse with …", where nothing else is said of oneself.
std::optional<Edit> first_person_summary(std::string_view text) {
  const Tokens tokens = text::tokenize(text);
  constexpr std::array<std::string_view, 6> self = {"i", "my", "me", "i'm", "i've", "myself"};
  std::size_t at = 0;
  if (tokens.size() < 6) return std::nullopt;
  if (tokens[0].folded == "i" && tokens[1].folded == "am") at = 2;
  if (tokens[0].folded == "i'm") at = 1;
  if (at == 0 || (tokens[at].folded != "a" && tokens[at].folded != "an")) return std::nullopt;
  for (std::size_t i = at; i < tokens.size(); ++i)
    if (is_one_of(tokens[i].folded, self)) return std::nullopt;
  return Edit{capitalised(text.substr(tokens[at + 1].begin)), "Resumes leave out \"I am\".", {}};
}

// The first verb and those coordinated with it in the tense of the role.
std::optional<Edit> right_tense(std::string_view line, Tense tense) {
  if (tense != Tense::past) return std::nullopt;
  const Tokens tokens = text::tokenize(line);
  if (tokens.size() < 3) return std::nullopt;
  const auto verb = read_verb(tokens[0].folded);
  if (!verb || verb->form == VerbForm::past) return std::nullopt;
  const bool clear =
      (is_one_of(tokens[1].folded, determiners) || leads_work(*verb, tokens)) && between(line, tokens, 1) == " ";
  // "Marketing", "Engineering", "Supports": nouns unless an article follows.
  const bool noun = verb->also_noun || verb->form == VerbForm::gerund;
  if (noun && !(clear && tokens[1].folded != "and")) return std::nullopt;
  if (tokens[1].folded == "of" || line.find(':') != std::string_view::npos) return std::nullopt;
  // A finite verb further on makes the first word something else.
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const auto other = read_verb(tokens[i].folded);
    if (other && other->form == VerbForm::past && other->base != other->past && coordinated(line, tokens, i))
      return std::nullopt;
  }
  const auto turned = turn_verbs(line, tokens, 0, verb->form, VerbForm::past);
  if (!turned) return std::nullopt;
  return Edit{capitalised(replaced(line, tokens, *turned)), "The role is over: past tense.", {}};
}

std::optional<Edit> without_adverb(std::string_view line, Tense tense) {
  const Tokens tokens = text::tokenize(line);
  const auto verb = tokens.size() > 3 ? read_verb(tokens[1].folded) : std::nullopt;
  if (!verb || verb->form == VerbForm::gerund || !is_one_of(tokens[0].folded, empty_adverbs)) return std::nullopt;
  // After the adverb it is a verb for sure, whatever its word could be otherwise.
  std::string whole(line);
  const bool old = tense == Tense::past && verb->form == VerbForm::base;
  const auto turned = old ? turn_verbs(line, tokens, 1, VerbForm::base, VerbForm::past) : std::nullopt;
  if (old && !turned) return std::nullopt;
  if (turned) whole = replaced(line, tokens, *turned);
  return Edit{capitalised(std::string_view(whole).substr(tokens[1].begin)),
              "Shorter without \"" + std::string(line.substr(0, tokens[0].end)) + "\".",
              {}};
}

}  // namespace

std::string capitalised(std::string_view line) {
  std::size_t end = 0;
  const char32_t first = line.empty() ? 0 : text::next_code_point(line, end);
  if (!text::is_letter(first) || text::is_upper(first)) return std::string(line);
  for (std::size_t i = end; i < line.size() && line[i] != ' ';) {
    std::size_t next = i;
    const char32_t c = text::next_code_point(line, next);
    if (text::is_upper(c) || text::is_digit(c) || c == '.' || c == '/' || c == '_' || c == '@')
      return std::string(line);
    i = next;
  }
  return text::upper(line.substr(0, end)) + std::string(line.substr(end));
}

namespace {

/// What one rule after the other makes of a text, their reasons joined.
class Chain {
 public:
  explicit Chain(std::string_view text) : text_(text) {}

  void take(std::optional<Edit> edit) {
    if (!edit || edit->text == text_) return;
    if (reason_.find(edit->reason) == std::string::npos) reason_ += (reason_.empty() ? "" : " ") + edit->reason;
    text_ = std::move(edit->text);
  }
  const std::string& text() const { return text_; }
  std::optional<Edit> done() && {
    if (reason_.empty()) return std::nullopt;
    return Edit{std::move(text_), std::move(reason_), {}};
  }

 private:
  std::string text_, reason_;
};

}  // namespace

std::optional<Edit> rephrase(std::string_view line, Tense tense, const Plan& plan) {
  Chain chain(line);
  for (const auto rule : {weak_opening, first_person, right_tense, without_adverb})
    chain.take(rule(chain.text(), tense));
  chain.take(without_wordiness(chain.text(), plan.shorten));
  if (plan.formal) chain.take(in_formal_words(chain.text()));
  return std::move(chain).done();
}

namespace {

/// A verb's past that the data does not know: regular, and no adjective that opens a noun.
bool looks_past(std::string_view word) {
  constexpr std::array<std::string_view, 14> others = {"experienced", "skilled",  "certified", "detailed",  "advanced",
                                                       "dedicated",   "licensed", "qualified", "continued", "based",
                                                       "tasked",      "used",     "required",  "accustomed"};
  return word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !is_one_of(word, others);
}

bool has_digit(std::string_view line) { return line.find_first_of("0123456789") != std::string_view::npos; }

}  // namespace

Tense told_tense(std::string_view line) {
  const Tokens tokens = text::tokenize(line);
  // "I" and an adverb may stand before the verb.
  std::size_t at = !tokens.empty() && tokens[0].folded == "i" ? 1 : 0;
  if (at < tokens.size() && is_one_of(tokens[at].folded, empty_adverbs)) ++at;
  if (at >= tokens.size()) return Tense::unknown;
  const auto verb = read_verb(tokens[at].folded);
  if (!verb) return looks_past(tokens[at].folded) ? Tense::past : Tense::unknown;
  if (verb->form == VerbForm::gerund) return Tense::unknown;
  // "Cut", "Set" are both; with a result in numbers it is done.
  if (verb->base == verb->past) return has_digit(line) ? Tense::past : Tense::unknown;
  if (verb->form == VerbForm::past) return Tense::past;
  return surely_verb(line, tokens, at, *verb) ? Tense::present : Tense::unknown;
}

std::optional<Edit> rephrase_prose(std::string_view text, const Plan& plan) {
  Chain chain(text);
  chain.take(first_person_summary(chain.text()));
  chain.take(without_wordiness(chain.text(), plan.shorten));
  return std::move(chain).done();
}

}  // namespace resumax::optimize
