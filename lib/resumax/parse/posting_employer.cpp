#include <resumax/parse/posting_fields.hpp>

#include <resumax/parse/posting_parts.hpp>
#include <resumax/parse/posting_words.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <map>

namespace resumax::parse {

namespace {

using Tokens = std::vector<text::Token>;

constexpr double enough = 2;  // what a name must reach to be taken for the employer's

/// The employer by what the sentences say: each name that they treat as one, with how strongly.
class Employer {
 public:
  Employer(const PostingSource& source, bool is_posting)
      : source_(source), text_(source.text), is_posting_(is_posting) {}

  Text read() {
    for (const PostingSourceLine& line : source_.lines) collect(line);
    for (const std::string& domain : domains())
      for (auto& [name, candidate] : candidates_)
        if (letters_of(name).starts_with(domain)) candidate.weight += 1.5;
    if (many_employers()) return {};
    const Candidate* best = nullptr;
    for (const auto& [name, candidate] : candidates_)
      if (candidate.weight >= enough && (is_posting_ || candidate.hires) &&
          (!best || candidate.weight > best->weight ||
           (candidate.weight == best->weight && candidate.part.begin < best->part.begin)))
        best = &candidate;
    return best ? source_.value(best->part.begin, best->part.end, 0.5) : Text{};
  }

 private:
  struct Candidate {
    double weight = 0;
    bool hires = false;  // says so, or invites to join it
    bool seeks = false;  // "X seeks …" anywhere in a sentence
    std::size_t subjects = 0;
    double uncued = 0;
    ByteRange part{0, 0};
  };

  struct Cue {
    double weight = 0;
    bool hires = false, seeks = false;
  };

  void collect(const PostingSourceLine& line) {
    for (std::size_t at = 0; at < line.tokens.size(); ++at) {
      const auto [begin, end] = name_at(line, at);
      if (end == begin) continue;
      const ByteRange part = without_possessive({line.begin + line.tokens[begin].begin, name_end(line, end)});
      add(part, employer_cue(line, begin, end), line.bullet ? 0 : subject_weight(line, begin, end));
      at = end - 1;
    }
  }

  void add(ByteRange part, const Cue& cue, double subject) {
    // A name without a cue counts little, and only tells beside an address that says the same.
    const double weight = cue.weight > 0 ? cue.weight : known_organisation(view(part)) ? 0.5 : 0.25;
    Candidate& candidate = candidates_[text::fold(view(part))];
    if (candidate.weight == 0) candidate.part = part;
    if (cue.weight > 0 || candidate.uncued < 0.5) candidate.weight += weight;
    if (cue.weight == 0) candidate.uncued += weight;
    candidate.hires |= cue.hires;
    candidate.seeks |= cue.seeks;
    // A name of several words that more than one sentence speaks of.
    if (subject > 0 && cue.weight == 0 && ++candidate.subjects <= 2) candidate.weight += subject;
  }

  /// A page of many jobs: it has no employer.
  bool many_employers() const {
    std::vector<std::pair<std::string_view, double>> hiring;
    double most = 0;
    std::size_t named = 0;
    for (const auto& [name, candidate] : candidates_) {
      named += candidate.weight >= enough;
      if (!candidate.seeks) continue;
      const bool known = std::any_of(hiring.begin(), hiring.end(), [&, &other = name](const auto& h) {
        return other.starts_with(h.first) || other.ends_with(h.first);
      });
      if (!known) hiring.emplace_back(name, candidate.weight);
      if (hiring.size() > 2) return true;
      most = std::max(most, candidate.weight);
    }
    const auto rivals = std::count_if(hiring.begin(), hiring.end(), [&](const auto& h) { return h.second * 2 > most; });
    return rivals > 1 || (named > 1 && !is_posting_);
  }

  double subject_weight(const PostingSourceLine& line, std::size_t begin, std::size_t end) const {
    if (!is_subject(line, begin, end)) return 0;
    // What a company has and a product has not: "founded", "offices", "employees".
    constexpr std::size_t around = 10;
    const std::size_t last = std::min(line.tokens.size(), end + around);
    for (std::size_t at = begin > around ? begin - around : 0; at < last; ++at)
      if (posting_table("company.life").match(line.tokens, at) > 0) return 1;
    return 0.5;
  }

  /// "Pelican Ledger keeps …", "Since May, the Ateliers Morvan are …"
  bool is_subject(const PostingSourceLine& line, std::size_t begin, std::size_t end) const {
    const Tokens& tokens = line.tokens;
    const std::string_view text = source_.view(line);
    if (end - begin < 2 || end >= tokens.size() || text.substr(tokens[end - 1].end, 1) != " ") return false;
    if (starts_upper(text, tokens[end]) || posting_table("company.joins").match(tokens, end) > 0) return false;
    const bool article = begin > 0 && posting_table("company.article").match(tokens, begin - 1) == 1;
    const std::size_t first = article ? begin - 1 : begin;
    return tokens[first].starts_sentence || (first > 0 && text[tokens[first - 1].end] == ',');
  }

  std::string_view view(ByteRange part) const { return text_.substr(part.begin, part.end - part.begin); }

  // Byte after a name; the last dot of "S.L." belongs to it.
  std::size_t name_end(const PostingSourceLine& line, std::size_t end) const {
    const text::Token& last = line.tokens[end - 1];
    const std::string_view text = source_.view(line);
    const bool dotted = text.substr(last.begin, last.end - last.begin).find('.') != std::string_view::npos;
    return line.begin + last.end + (dotted && last.end < text.size() && text[last.end] == '.' ? 1 : 0);
  }

  bool is_possessive(ByteRange part) const {
    const std::string_view name = view(part);
    return name.ends_with("'s") || name.ends_with("’s") ||
           (name.ends_with('s') &&
            (text_.substr(part.end).starts_with("' ") || text_.substr(part.end).starts_with("’ ")));
  }

  ByteRange without_possessive(ByteRange part) const {
    const std::string_view name = view(part);
    if (name.ends_with("'s")) part.end -= 2;
    if (name.ends_with("’s")) part.end -= 4;
    return part;
  }

  static std::string letters_of(std::string_view name) {
    std::string out;
    for (const char c : text::fold(name))
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
    return out;
  }

  // The names before the last part of e-mail and web addresses ("jobs@tidewheel.example" -> "tidewheel").
  std::vector<std::string> domains() const {
    std::vector<std::string> out;
    for (const std::string_view sign : {"@", "www.", "://"})
      for (std::size_t at = text_.find(sign); at != std::string_view::npos; at = text_.find(sign, at + 1)) {
        std::string_view host = text_.substr(at + sign.size(), 80);
        if (host.starts_with("www.")) host.remove_prefix(4);
        host = host.substr(0, host.find_first_of(" /?#:,;)>\n\t"));
        const auto dot = host.find('.');
        std::string name = letters_of(host.substr(0, dot));
        if (dot == std::string_view::npos || name.size() < 4 ||
            posting_table("domain.not").is_whole(text::tokenize(name)))
          continue;
        if (std::find(out.begin(), out.end(), name) == out.end() && out.size() < 20) out.push_back(std::move(name));
      }
    return out;
  }

  // Words [first, second) of the name that starts at a word; empty where none does.
  std::pair<std::size_t, std::size_t> name_at(const PostingSourceLine& line, std::size_t at) const {
    const std::string_view text = source_.view(line);
    const Tokens& tokens = line.tokens;
    const std::pair<std::size_t, std::size_t> none{at, at};
    if (posting_table("company.head").match(tokens, at) > 0 && text::is_right_to_left(text::decode(text).front())) {
      std::size_t end = at + 1;
      while (end < tokens.size() && end - at < 6 && !stops_arabic_name(line, end) &&
             (end - at < 2 || posting_table("company.head").match(tokens, end) == 0))  // "X is a company"
        ++end;
      return end - at >= 2 ? std::pair{at, end} : none;
    }
    if (!starts_upper(text, tokens[at]) || text::is_stop_word(tokens[at].folded, source_.language)) return none;
    if (tokens[at].starts_sentence && posting_table("company.join").match(tokens, at) > 0) return none;
    std::size_t end = at + 1;
    while (end < tokens.size() && end - at < 6) {
      if (posting_table("company.form").match(tokens, end - 1) > 0 &&
          posting_table("company.form").match(tokens, end) == 0)
        break;
      const std::string_view between = text.substr(tokens[end - 1].end, tokens[end].begin - tokens[end - 1].end);
      const bool company = between == ". " && tokens[end - 1].folded == "co";  // "& Co. KG"
      if (between != " " && between != " & " && between != "-" && !company) break;
      if (!starts_upper(text, tokens[end])) {
        const bool joins = tokens[end].folded == "of" || tokens[end].folded == "de" || tokens[end].folded == "for" ||
                           tokens[end].folded == "fur" || tokens[end].folded == "du";
        if (!joins || end + 1 >= tokens.size() || !starts_upper(text, tokens[end + 1])) break;
      }
      ++end;
    }
    const Tokens words(tokens.begin() + static_cast<std::ptrdiff_t>(at),
                       tokens.begin() + static_cast<std::ptrdiff_t>(end));
    if (posting_table("company.not").is_whole(words) || posting_table("company.form").is_whole(words) ||
        posting_table("language.name").is_whole(words) || posting_table("title.noun").find(words))
      return none;
    if (words.size() == 1 && text::length(words[0].folded) < 2) return none;
    return {at, end};
  }

  bool stops_arabic_name(const PostingSourceLine& line, std::size_t at) const {
    const std::string_view text = source_.view(line);
    const std::string_view between =
        text.substr(line.tokens[at - 1].end, line.tokens[at].begin - line.tokens[at - 1].end);
    return between != " " || text::is_stop_word(line.tokens[at].folded, "ar") ||
           posting_table("company.verb").match(line.tokens, at) > 0 ||
           posting_table("place.lead").match(line.tokens, at) > 0;
  }

  // "X is hiring", "At X, we …", "About X", "join X": how much the sentence makes X the employer.
  Cue employer_cue(const PostingSourceLine& line, std::size_t begin, std::size_t end) const {
    const Tokens& tokens = line.tokens;
    Cue cue;
    const bool article =
        begin == 1 && tokens[0].starts_sentence && text::is_stop_word(tokens[0].folded, source_.language);
    const bool subject =
        tokens[begin].starts_sentence || article || posting_table("company.head").match(tokens, begin) > 0;
    cue.seeks = posting_table("company.hires").match(tokens, end) > 0;
    const std::size_t verb = posting_table("company.verb").match(tokens, end);
    if (verb > 0 && subject && !is_other(line, end + verb)) {
      cue.weight += 2;
      cue.hires = cue.seeks;
    }
    if (begin > 0 && posting_table("company.verb_before").match(tokens, begin - 1) == 1) {  // "تعلن شركة X"
      cue.weight += 2;
      cue.hires = true;
    }
    const std::size_t before =
        begin > 1 && posting_table("company.article").match(tokens, begin - 1) == 1 ? begin - 1 : begin;
    if (is_we(line, before, end)) cue.weight += 2;
    bool firm = cue.weight > 0;
    for (std::size_t n = 1; n <= 3 && n <= before; ++n) firm |= add_lead(line, before - n, n, end, cue);
    if (is_possessive({line.begin + tokens[begin].begin, line.begin + tokens[end - 1].end})) {
      cue.weight += 1;
      firm = true;
    }
    // A legal form makes a likely employer likelier; "at X University" alone may be where somebody studied.
    if (firm &&
        known_organisation(source_.view(line).substr(tokens[begin].begin, tokens[end - 1].end - tokens[begin].begin)))
      cue.weight += 1;
    return cue;
  }

  // Words of a lead at `at`, right before the name; whether they make it more than a place that is named.
  bool add_lead(const PostingSourceLine& line, std::size_t at, std::size_t n, std::size_t end, Cue& cue) const {
    const Tokens& tokens = line.tokens;
    const double before = cue.weight;
    if (posting_table("company.weak_lead").match(tokens, at) == n) cue.weight += 1;  // "within X", "outside of X"
    if (posting_table("company.lead").match(tokens, at) != n) return cue.weight > before;
    const bool opens = tokens[at].starts_sentence, whole = opens && end == tokens.size();
    if (whole && tokens.size() <= 8) cue.weight += 3;  // "About X" as a heading
    const bool join = posting_table("company.join").match(tokens, at) == n;
    if (n > 1 || join) cue.weight += 1.5;
    if (join && opens && posting_table("company.as").match(tokens, end) > 0) cue.weight += 1;
    cue.hires |= join;
    if (opens && !whole && is_comma_after(line, end)) cue.weight += 2;  // "At X, we …"
    const bool firm = cue.weight > before;
    if (!opens && (tokens[at].folded == "at" || tokens[at].folded == "bei" || tokens[at].folded == "chez"))
      cue.weight += 1;
    return firm;
  }

  // "X is a customer since May", but not "X is a client-focused agency".
  bool is_other(const PostingSourceLine& line, std::size_t at) const {
    const Tokens& tokens = line.tokens;
    if (posting_table("company.other").match(tokens, at) == 0) return false;
    return at + 1 >= tokens.size() || tokens[at + 1].starts_sentence ||
           std::string_view(".,;").find(source_.view(line)[tokens[at].end]) != std::string_view::npos ||
           posting_table("company.joins").match(tokens, at + 1) > 0 ||
           text::is_stop_word(tokens[at + 1].folded, source_.language);
  }

  // "Wir, die X, sind …", "We, X, …": who speaks.
  bool is_we(const PostingSourceLine& line, std::size_t before, std::size_t end) const {
    return before > 0 && posting_table("company.we").match(line.tokens, before - 1) == 1 &&
           source_.view(line)[line.tokens[before - 1].end] == ',' && is_comma_after(line, end);
  }

  bool is_comma_after(const PostingSourceLine& line, std::size_t end) const {
    const std::string_view rest = source_.view(line).substr(line.tokens[end - 1].end);
    return rest.starts_with(',');
  }

  const PostingSource& source_;
  std::string_view text_;
  bool is_posting_;
  std::map<std::string, Candidate> candidates_;
};

}  // namespace

Text read_employer(const PostingSource& source, bool is_posting) { return Employer(source, is_posting).read(); }

}  // namespace resumax::parse
