#include <resumax/parse/posting_fields.hpp>

#include <resumax/parse/posting_words.hpp>
#include <resumax/text/numbers.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace resumax::parse {

namespace {

using Tokens = std::vector<text::Token>;

// "$90k", "28.75", "EUR 45.000": what a salary is at least, so that "3 days" or "2 weeks" are none.
bool is_currency(const std::string& unit) {
  return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class Terms {
 public:
  Terms(const PostingSource& source, const std::vector<PostingLabel>& labels, JobDescription& posting)
      : source_(source), labels_(labels), posting_(posting) {}

  void read() {
    salary();
    employment();
    seniority();
    years();
    degree();
    languages();
  }

 private:
  Text word_value(const PostingSourceLine& line, const PhraseTable::Hit& hit, std::string_view canonical,
                  double confidence) const {
    Text out = source_.value(line.begin + line.tokens[hit.at].begin,
                             line.begin + line.tokens[hit.at + hit.words - 1].end, confidence);
    out.value = canonical;
    return out;
  }

  const PostingLabel* label(std::string_view name) const {
    for (const PostingLabel& label : labels_)
      if (label.name == name) return &label;
    return nullptr;
  }

  bool salary_in(std::size_t begin, std::size_t end, bool labelled) {
    const std::string_view text = std::string_view(source_.text).substr(begin, end - begin);
    const Tokens tokens = text::tokenize(text);
    const auto numbers = text::find_numbers(text, source_.language);
    Salary salary;
    std::size_t first = 0, last = 0, count = 0;
    for (const text::Number& number : numbers) {
      if (number.unit == "%" || count == 2) continue;
      const bool money = is_currency(number.unit);
      if (!money && !(labelled && number.value >= 1 && count == 0) && !(count == 1 && !salary.currency.empty()))
        continue;
      if (count == 1 && number.begin > last + 14) continue;  // another amount, not the end of a range
      if (count == 0) first = number.begin;
      last = number.end;
      (count == 0 ? salary.minimum : salary.maximum) = number.value;
      if (money && salary.currency.empty()) salary.currency = number.unit;
      ++count;
    }
    if (count == 0 || (!labelled && salary.currency.empty())) return false;
    if (count == 1) salary.maximum = salary.minimum;
    if (salary.maximum < salary.minimum) {
      // "90-110k": the factor belongs to both.
      if (salary.maximum > 0 && salary.minimum >= 1000)
        std::swap(salary.minimum, salary.maximum);
      else if (salary.minimum < 1000 && salary.maximum >= 1000)
        salary.minimum *= 1000;
    } else if (salary.minimum < 1000 && salary.maximum >= 10000) {
      salary.minimum *= 1000;
    }
    if (salary.maximum == 0) salary.maximum = salary.minimum;
    if (salary.maximum < salary.minimum) std::swap(salary.minimum, salary.maximum);
    for (const auto& [table, name] : {std::pair{"salary.period.year", "year"},
                                      {"salary.period.month", "month"},
                                      {"salary.period.day", "day"},
                                      {"salary.period.hour", "hour"}})
      if (salary.period.empty() && posting_table(table).find(tokens)) salary.period = name;
    salary.text = labelled ? source_.value(begin, end, 0.9) : source_.value(begin + first, begin + last, 0.7);
    posting_.salary = salary;
    return true;
  }

  void salary() {
    if (const PostingLabel* found = label("salary"); found && found->end - found->begin < 160)
      if (salary_in(found->begin, found->end, true)) return;
    for (std::size_t i = 0; i < source_.lines.size(); ++i) {
      const PostingLineKind kind = posting_.lines[i].kind;
      if (kind == PostingLineKind::about || kind == PostingLineKind::duty || kind == PostingLineKind::requirement)
        continue;
      const PostingSourceLine& line = source_.lines[i];
      if (posting_table("salary.cue").find(line.tokens) && salary_in(line.begin, line.end, false)) return;
    }
  }

  void employment() {
    for (const PostingLabel& found : labels_)
      if (found.name == "employment" && short_terms(source_.lines[found.value_line], 0.9)) return;
    // Elsewhere only what stands near the top; "contract negotiations" are no contract.
    for (std::size_t i = 0; i < source_.lines.size() && i < 8; ++i)
      if (source_.lines[i].tokens.size() <= 16 && !source_.lines[i].bullet && short_terms(source_.lines[i], 0.7))
        return;
    for (const PostingSourceLine& line : source_.lines)
      for (std::string_view kind : {"full-time", "part-time"}) {
        const auto hit = posting_table("employment." + std::string(kind)).find(line.tokens);
        if (!hit || (hit.words < 2 && line.tokens[hit.at].folded.size() < 7)) continue;
        posting_.employment = word_value(line, hit, kind, 0.5);
        return;
      }
  }

  bool short_terms(const PostingSourceLine& line, double confidence) {
    for (std::string_view kind : {"full-time", "part-time", "internship", "freelance", "contract"}) {
      const auto hit = posting_table("employment." + std::string(kind)).find(line.tokens);
      if (!hit) continue;
      posting_.employment = word_value(line, hit, kind, confidence);
      return true;
    }
    return false;
  }

  void seniority() {
    const auto in_words = [&](const Tokens& tokens, std::size_t begin, double confidence) {
      for (std::string_view level : {"junior", "senior", "lead", "mid"}) {
        const auto hit = posting_table("seniority." + std::string(level)).find(tokens);
        if (!hit || !posting_.seniority.empty()) continue;
        if (level == "lead" && posting_table("seniority.not").find(tokens)) continue;
        posting_.seniority =
            source_.value(begin + tokens[hit.at].begin, begin + tokens[hit.at + hit.words - 1].end, confidence);
        posting_.seniority.value = level;
      }
    };
    if (!posting_.title.empty()) in_words(text::tokenize(posting_.title.value), posting_.title.span.begin, 0.85);
    if (const PostingLabel* found = label("seniority"); found && posting_.seniority.empty())
      in_words(text::tokenize(std::string_view(source_.text).substr(found->begin, found->end - found->begin)),
               found->begin, 0.8);
  }

  bool take_years(double years, const PostingSourceLine& line, std::size_t begin, std::size_t end) {
    posting_.minimum_years = years;
    posting_.years = source_.value(line.begin + begin, line.begin + end, 0.8);
    return true;
  }

  // The years a line asks for; of a range the lower end.
  bool years_in(const PostingSourceLine& line, bool labelled) {
    const std::string_view text = source_.view(line);
    if (!labelled && !posting_table("years.experience").find(line.tokens)) return false;
    for (const text::Token& token : line.tokens)
      if (token.folded == "سنتين" || token.folded == "سنتان" || token.folded == "عامين")
        return take_years(2, line, token.begin, token.end);
    const auto numbers = text::find_numbers(text, source_.language);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (numbers[i].value <= 0 || numbers[i].value > 30) continue;
      std::size_t last = i;
      if (i + 1 < numbers.size() && numbers[i + 1].begin <= numbers[i].end + 8 &&
          numbers[i + 1].value > numbers[i].value && numbers[i + 1].value <= 30)
        last = i + 1;
      const text::Number& number = numbers[last];
      if (number.unit.starts_with("year")) return take_years(numbers[i].value, line, numbers[i].begin, number.end);
      for (std::size_t k = 0; k < line.tokens.size(); ++k)
        if (line.tokens[k].end > number.begin && line.tokens[k].begin <= number.end + 8 &&
            posting_table("years.word").match(line.tokens, k) > 0)
          return take_years(numbers[i].value, line, numbers[i].begin,
                            std::max<std::size_t>(number.end, line.tokens[k].end));
    }
    return false;
  }

  void years() {
    for (const PostingLabel& found : labels_)
      if (found.name == "years" && found.line < source_.lines.size() && !posting_.minimum_years)
        years_in(source_.lines[found.value_line], true);
    for (const bool strict : {true, false})
      for (std::size_t i = 0; i < source_.lines.size() && !posting_.minimum_years; ++i) {
        const PostingLine& line = posting_.lines[i];
        const bool required = line.kind == PostingLineKind::requirement && line.level == RequirementLevel::required;
        if (line.kind == PostingLineKind::about || line.kind == PostingLineKind::benefits ||
            line.kind == PostingLineKind::legal || line.level == RequirementLevel::preferred)
          continue;
        if (required == strict) years_in(source_.lines[i], false);
      }
  }

  void degree() {
    for (std::size_t i = 0; i < source_.lines.size(); ++i) {
      if (posting_.lines[i].kind != PostingLineKind::requirement ||
          posting_.lines[i].level != RequirementLevel::required)
        continue;
      const PostingSourceLine& line = source_.lines[i];
      const auto hit = posting_table("degree.word").find(line.tokens);
      if (!hit) continue;
      std::size_t begin = line.begin + line.tokens[hit.at].begin, end = line.end;
      // A long line says more than the degree: its clause ends at the next sign.
      const std::size_t stop = source_.text.find_first_of(".;", begin + 4);
      if (stop != std::string::npos && stop < end && stop > begin + 8) end = stop;
      posting_.degree = source_.value(line.tokens.size() <= 16 ? line.begin : begin, end, 0.6);
      return;
    }
  }

  void languages() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < source_.lines.size(); ++i) {
      const PostingLineKind kind = posting_.lines[i].kind;
      if (kind != PostingLineKind::requirement && kind != PostingLineKind::meta) continue;
      const PostingSourceLine& line = source_.lines[i];
      if (!posting_table("language.cue").find(line.tokens)) continue;
      for (std::size_t at = 0; at < line.tokens.size(); ++at) {
        const std::size_t words = posting_table("language.name").match(line.tokens, at);
        if (words == 0 || !seen.insert(line.tokens[at].folded).second) continue;
        posting_.languages.push_back(word_value(line, {at, words}, "", 0.7));
        Text& value = posting_.languages.back();
        value.value = source_.text.substr(value.span.begin, value.span.end - value.span.begin);
      }
    }
  }

  const PostingSource& source_;
  const std::vector<PostingLabel>& labels_;
  JobDescription& posting_;
};

}  // namespace

void read_terms(const PostingSource& source, const std::vector<PostingLabel>& labels, JobDescription& posting) {
  Terms(source, labels, posting).read();
}

}  // namespace resumax::parse
