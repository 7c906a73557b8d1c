#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <libstemmer.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <memory>

namespace resumax::text {

namespace {

/// What a character can be within a token.
enum class Role : unsigned char { other, letter, digit, mark, ideograph };

Role role_of(char32_t c) {
  if (c < 0x80) {
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return Role::letter;
    if (c >= '0' && c <= '9') return Role::digit;
    return c == '_' ? Role::letter : Role::other;
  }
  if ((c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
      (c >= 0x20000 && c <= 0x3FFFF))
    return Role::ideograph;
  if (c == 0x200C || c == 0x200D || c == 0xAD) return Role::mark;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return Role::letter;
    case UTF8PROC_CATEGORY_ND:
      return Role::digit;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return Role::mark;
    default:
      return Role::other;
  }
}

bool is_word(Role role) { return role == Role::letter || role == Role::digit; }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }
bool ends_sentence(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x61F || c == 0x6D4 || c == 0x3002 || c == '\n' || c == '\r' ||
         c == 0x2022 || c == 0x25AA || c == 0x25CF || c == 0x25A0;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view utf8) : text_(utf8) { tokens_.reserve(utf8.size() / 6); }

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      const std::size_t start = at_;
      const char32_t c = next_code_point(text_, at_);
      const Role role = role_of(c);
      if (is_word(role)) {
        at_ = start;
        word(start);
      } else if (role == Role::ideograph) {
        emit(start, at_);
      } else if (c == '.' && opens_dotted_name(start)) {
        word(start);
      } else if (ends_sentence(c)) {
        sentence_ = sentence_ || c != '.' || !follows_abbreviation();
      }
      if (role != Role::mark) before_ = c;
    }
    return std::move(tokens_);
  }

 private:
  char32_t peek(std::size_t at) const { return at < text_.size() ? next_code_point(text_, at) : 0; }
  Role role_at(std::size_t at) const { return at < text_.size() ? role_of(peek(at)) : Role::other; }

  /// "approx. 40", "Dr. Moll": the dot is the word's. Others than titles go on with a small letter, a digit or a sign.
  bool follows_abbreviation() const {
    static constexpr std::array<std::string_view, 22> shortened{
        "approx", "incl", "inc", "avg",  "e.g",   "i.e",  "vs",  "dept", "est", "max", "min",
        "no",     "ca",   "ext", "resp", "aprox", "inkl", "bzw", "ggf",  "z.b", "env", "etc"};
    static constexpr std::array<std::string_view, 7> titles{"mr", "mrs", "ms", "dr", "prof", "st", "ing"};
    if (tokens_.empty() || tokens_.back().end + 1 != at_) return false;
    const std::string& word = tokens_.back().folded;
    if (std::find(titles.begin(), titles.end(), word) != titles.end()) return true;
    if (std::find(shortened.begin(), shortened.end(), word) == shortened.end()) return false;
    std::size_t next = at_;
    while (next < text_.size() && text_[next] == ' ') ++next;
    if (word == "no" || word == "min" || word == "max") return role_at(next) == Role::digit;
    return next < text_.size() && next > at_ && !is_upper(peek(next));
  }

  /// ".NET": a dot before a letter with no word, dot or bracketed call before it.
  bool opens_dotted_name(std::size_t dot) const {
    return role_at(dot + 1) == Role::letter && before_ != '.' && before_ != ')' && before_ != ']' &&
           (dot == 0 || !is_word(role_of(before_)));
  }

  /// The run of ASCII capitals and digits that starts at `at`, 0 where small letters follow.
  std::size_t capitals_from(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && text_[end] >= 'A' && text_[end] <= 'Z') ++end;
    return is_word(role_at(end)) && role_at(end) == Role::letter ? 0 : end - at;
  }

  bool capitals_only(std::size_t begin, std::size_t end) const {
    return begin < end && end - begin <= 5 &&
           std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                       text_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](char c) { return (c >= 'A' && c <= 'Z') || c == '&' || c == '/'; });
  }

  /// Whether the sign at `at`, between the token begun at `start` and what follows it, belongs to the token.
  bool joins(std::size_t start, std::size_t segment, std::size_t at, char32_t sign, std::size_t next) const {
    const Role right = role_at(next);
    if (!is_word(right)) return false;
    const char32_t previous = before_, following = peek(next);
    const Role left = role_of(previous);
    if (is_apostrophe(sign)) return left == Role::letter && right == Role::letter;
    if (sign == ',' || sign == 0x66B || sign == 0x66C) return left == Role::digit && right == Role::digit;
    if (sign == '.') {
      if (left == Role::digit || right == Role::digit) return left == right;
      return !is_upper(following) || is_upper(previous) || capitals_from(next) > 0;
    }
    if (sign == '&') return capitals_only(segment, at) && capitals_from(next) > 0 && capitals_from(next) <= 5;
    if (sign == '/') {
      if (left == Role::digit && right == Role::digit) return true;
      if (at - start == 1 && !is_word(role_at(next + 1))) return true;
      return capitals_only(segment, at) && capitals_from(next) > 0 && capitals_from(next) <= 5;
    }
    return false;
  }

  void word(std::size_t start) {
    std::size_t end = at_, segment = start;
    while (at_ < text_.size()) {
      const std::size_t here = at_;
      const char32_t c = next_code_point(text_, at_);
      const Role role = role_of(c);
      if (is_word(role)) {
        before_ = c;
      } else if (role != Role::mark) {
        if (here == end && joins(start, segment, here, c, at_)) {
          segment = at_;
          continue;
        }
        at_ = here;
        break;
      }
      end = at_;
    }
    at_ = end;
    if (role_of(before_) == Role::letter) end = at_ = signs_after(end);
    emit(start, end);
  }

  /// "C++", "C#", "Security+": plus signs or one # right after a word's last letter.
  std::size_t signs_after(std::size_t end) const {
    std::size_t after = end;
    if (after < text_.size() && text_[after] == '#') {
      ++after;
      return is_word(role_at(after)) ? end : after;
    }
    while (after < text_.size() && text_[after] == '+' && after - end < 2) ++after;
    const bool closed = !is_word(role_at(after)) || (after - end == 2 && role_at(after) == Role::digit);
    return closed ? after : end;
  }

  void emit(std::size_t begin, std::size_t end) {
    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    token.folded = fold(text_.substr(begin, end - begin));
    token.starts_sentence = sentence_;
    sentence_ = false;
    if (!token.folded.empty()) tokens_.push_back(std::move(token));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  char32_t before_ = 0;
  bool sentence_ = true;
  std::vector<Token> tokens_;
};

struct Snowball {
  std::string_view code;
  const char* name;
};
constexpr std::array<Snowball, 8> snowballs{{{"en", "english"},
                                             {"fr", "french"},
                                             {"de", "german"},
                                             {"es", "spanish"},
                                             {"pt", "portuguese"},
                                             {"it", "italian"},
                                             {"nl", "dutch"},
                                             {"ar", "arabic"}}};

/// The language's stemmer, null where there is none. Making one costs more than a thousand stems, so that each thread
/// keeps those it made; a stem depends on the word alone, whatever was stemmed before.
sb_stemmer* stemmer_of(std::string_view language) {
  using Owner = std::unique_ptr<sb_stemmer, decltype([](sb_stemmer* s) { sb_stemmer_delete(s); })>;
  thread_local std::array<Owner, snowballs.size()> made;
  for (std::size_t i = 0; i < snowballs.size(); ++i) {
    if (language.substr(0, 2) != snowballs[i].code) continue;
    if (!made[i]) made[i].reset(sb_stemmer_new(snowballs[i].name, "UTF_8"));
    return made[i].get();
  }
  return nullptr;
}

/// The word without an elided article before it ("l'equipe") or a possessive after it ("client's").
std::string_view without_elision(std::string_view word, std::string_view language) {
  const auto apostrophe = word.find('\'');
  if (apostrophe == std::string_view::npos) return word;
  if (language.starts_with("en")) return word.substr(apostrophe) == "'s" ? word.substr(0, apostrophe) : word;
  if ((language.starts_with("fr") || language.starts_with("it")) && apostrophe + 1 < word.size())
    return word.substr(apostrophe + 1);
  return word;
}

}  // namespace

std::vector<Token> tokenize(std::string_view utf8) { return Tokenizer(utf8).run(); }

std::string stem(std::string_view folded, std::string_view language) {
  const std::string_view word = without_elision(folded, language);
  const bool plain = std::all_of(
      word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z'); });
  sb_stemmer* const stemmer = plain && !word.empty() ? stemmer_of(language) : nullptr;
  if (stemmer == nullptr) return std::string(folded);
  const auto* out =
      sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
  if (!out) return std::string(folded);
  return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace resumax::text
