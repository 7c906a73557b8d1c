#include <resumax/parse/posting_fields.hpp>

#include <resumax/parse/posting_parts.hpp>
#include <resumax/parse/posting_words.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::parse {

namespace {

using Tokens = std::vector<text::Token>;

bool has(const std::string& table, const Tokens& tokens) {
  return static_cast<bool>(posting_table(table).find(tokens));
}

Tokens slice(const Tokens& tokens, std::size_t from, std::size_t to) {
  return {tokens.begin() + static_cast<std::ptrdiff_t>(from), tokens.begin() + static_cast<std::ptrdiff_t>(to)};
}

const std::initializer_list<std::string_view> strong_separators = {" – ", " — ", " | ", "|", " · ", " • ", " - "};

class Identity {
 public:
  Identity(const PostingSource& source, const std::vector<PostingLabel>& labels, JobDescription& posting)
      : source_(source), text_(source.text), labels_(labels), posting_(posting) {
    top_ = source.lines.size();
    for (std::size_t i = 0; i < source.lines.size() && top_ == source.lines.size(); ++i)
      if (const auto heading = read_heading(source, source.lines[i]); heading && i > 0 && heading->rest == 0) top_ = i;
    for (const PostingSourceLine& line : source.lines)
      if (const auto heading = read_heading(source, line))
        asks_ += heading->kind == PostingLineKind::requirement || heading->kind == PostingLineKind::duty;
    for (const PostingSourceLine& line : source.lines) wants_ += line.bullet && has("cue.requirement", line.tokens);
  }

  void read() {
    from_labels();
    if (posting_.title.empty()) title_from_top();
    top_lines();
    if (posting_.title.empty()) title_from_prose();
    if (posting_.company.empty()) posting_.company = read_employer(source_, is_posting());
    if (posting_.location.empty()) location_from_prose();
  }

 private:
  // A page that asks for nothing is no posting, and its first line no job title.
  bool is_posting() const { return asks_ > 0 || wants_ >= 2 || !labels_.empty(); }

  std::string_view view(ByteRange part) const { return text_.substr(part.begin, part.end - part.begin); }

  void from_labels() {
    for (const PostingLabel& label : labels_) {
      const std::string_view value = text_.substr(label.begin, label.end - label.begin);
      const Tokens words = text::tokenize(value);
      if (words.empty() || words.size() > 16 || value.ends_with('.')) continue;
      const double confidence = label.line == label.value_line ? 0.95 : 0.85;
      if (label.name == "title" && posting_.title.empty() && !only_terms(value)) {
        posting_.title = source_.value(label.begin, label.end, confidence);
        title_line_ = label.value_line;
      }
      if (label.name == "company" && posting_.company.empty())
        posting_.company = source_.value(label.begin, label.end, confidence);
      if (label.name == "location" && posting_.location.empty())
        posting_.location = source_.value(label.begin, label.end, confidence);
      if (label.name == "employment" && posting_.location.empty()) remote_part(label.begin, label.end);
    }
  }

  void remote_part(std::size_t begin, std::size_t end) {
    for (const ByteRange part : split_parts(text_, begin, end, {" / ", "/", ",", "،", " | ", " – ", " - "}))
      if (posting_.location.empty() && is_remote(view(part)))
        posting_.location = source_.value(part.begin, part.end, 0.7);
  }

  void title_from_top() {
    const std::size_t last = std::min<std::size_t>({source_.lines.size(), top_ + 1, 6});
    for (std::size_t i = 0; i < last; ++i) {
      const PostingSourceLine& line = source_.lines[i];
      if (line.bullet || line.tokens.empty() || line.tokens.size() > 16) continue;
      const std::string_view text = source_.view(line);
      if (text.ends_with('.') || text.ends_with('!') || text.ends_with('?')) continue;
      const bool named = has("title.noun", line.tokens);
      const auto heading = read_heading(source_, line);
      if (heading && (heading->kind != PostingLineKind::other || !named)) continue;
      if (is_label_line(i)) continue;
      if (!named && (line.heading != 1 || i > 0)) continue;
      if (named ? !is_posting() : asks_ == 0) continue;
      take_title(line, named ? 0.85 : 0.6);
      title_line_ = i;
      return;
    }
  }

  bool is_label_line(std::size_t i) const {
    return std::any_of(labels_.begin(), labels_.end(),
                       [&](const PostingLabel& l) { return (l.line == i || l.value_line == i) && l.name != "title"; });
  }

  // "Title — Company", "Title at Company", "Title (Remote) – City": the title is what comes before.
  void take_title(const PostingSourceLine& line, double confidence) {
    std::size_t begin = line.begin, end = line.end;
    const Tokens& tokens = line.tokens;
    const std::string_view whole = source_.view(line);
    for (std::size_t i = 0; i < tokens.size() && i < 6; ++i)
      if (const std::size_t n = posting_table("title.lead").match(tokens, i);
          n > 0 && i + n < tokens.size() && (i > 0 || n > 1 || text::is_right_to_left(text::decode(whole).front()))) {
        begin = line.begin + tokens[i + n].begin;
        if (i == 0 || n > 0) break;
      }
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      if (line.begin + tokens[i].begin <= begin) continue;
      const std::string_view word = tokens[i].folded;
      if (word == "at" || word == "bei" || word == "chez" || word == "للعمل" || word == "للانضمام") {
        const ByteRange rest{line.begin + tokens[i].end, line.end};
        if (word != "للعمل" && looks_like_a_name(view(rest)) && posting_.company.empty())
          posting_.company = source_.value(rest.begin, rest.end, 0.75);
        end = line.begin + tokens[i].begin;
        break;
      }
    }
    const auto parts = split_parts(text_, begin, end, strong_separators);
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const std::string_view part = view(parts[i]);
      const bool place = is_place(part) || only_terms(part);
      const std::string_view sign = text_.substr(parts[i - 1].end, parts[i].begin - parts[i - 1].end);
      const bool clear_sign = sign.find("—") != std::string_view::npos || sign.find('|') != std::string_view::npos;
      const bool company = !place && looks_like_a_name(part) && !has("title.noun", text::tokenize(part)) &&
                           (clear_sign || known_organisation(part) || occurs_elsewhere(part, line));
      if (!place && !company) continue;
      end = parts[i - 1].end;
      if (company && posting_.company.empty()) posting_.company = source_.value(parts[i].begin, parts[i].end, 0.75);
      if (place && posting_.location.empty() && !(only_terms(part) && !is_remote(part)))
        posting_.location = source_.value(parts[i].begin, parts[i].end, 0.7);
      for (std::size_t k = i + 1; k < parts.size(); ++k) header_part(parts[k]);
      break;
    }
    posting_.title = source_.value(begin, end, confidence);
  }

  bool occurs_elsewhere(std::string_view name, const PostingSourceLine& line) const {
    const std::string words = text::fold(text::squeeze(name));
    return text::fold(text_.substr(line.end)).find(words) != std::string::npos;
  }

  bool header_part(ByteRange part) {
    const std::string_view text = view(part);
    const std::size_t bracket = text.find('(');
    const ByteRange bare{part.begin,
                         bracket == std::string_view::npos || bracket == 0 ? part.end : part.begin + bracket};
    if (is_place(view(bare)) || is_remote(view(bare))) {
      if (posting_.location.empty()) posting_.location = source_.value(bare.begin, bare.end, 0.8);
      return true;
    }
    return only_terms(text);
  }

  // The lines between the title and the first heading: "Company – City, Country (full time)".
  void top_lines() {
    const std::size_t first = posting_.title.empty() ? 0 : title_line_;
    for (std::size_t i = 0; i < std::min({top_, first + 5, source_.lines.size()}); ++i) {
      const PostingSourceLine& line = source_.lines[i];
      if ((i == title_line_ && !posting_.title.empty()) || line.tokens.size() > 18 || is_label_line(i)) continue;
      const std::string_view text = source_.view(line);
      if (text.ends_with('.') || text.ends_with(':')) continue;
      auto parts = split_parts(text_, line.begin, line.end, strong_separators);
      if (parts.size() == 1)  // "Example Stores Ltd, Hull"
        if (auto pieces = split_parts(text_, line.begin, line.end, {", "}); known_organisation(view(pieces.front())))
          parts = std::move(pieces);
      bool known = false;
      std::vector<ByteRange> rest;
      for (const ByteRange part : parts) {
        if (header_part(part)) {
          known = true;
        } else {
          rest.push_back(part);
        }
      }
      if (!posting_.company.empty() || rest.empty() || rest.front().begin != parts.front().begin) continue;
      const std::string_view name = view(rest.front());
      if (has("title.noun", text::tokenize(name)) && !known_organisation(name)) continue;
      const bool arabic_name = known && text::is_right_to_left(text::decode(text::squeeze(name) + " ").front());
      if (i < first && !known_organisation(name)) continue;  // above the title stands also what is no name
      if ((known || known_organisation(name)) && (looks_like_a_name(name) || arabic_name) && line.tokens.size() <= 14)
        posting_.company = source_.value(rest.front().begin, rest.front().end, known ? 0.75 : 0.6);
    }
  }

  void title_from_prose() {
    if (!is_posting()) return;
    for (const PostingSourceLine& line : source_.lines) {
      for (std::size_t i = 0; i < line.tokens.size(); ++i) {
        const std::size_t lead = posting_table("title.lead").match(line.tokens, i);
        if (lead == 0) continue;
        if (const auto part = title_after(line, after_article(line, i + lead))) {
          posting_.title = source_.value(part->begin, part->end, 0.5);
          return;
        }
      }
    }
    // "We are looking for:" and then one job a line.
    for (std::size_t i = 0; i + 1 < source_.lines.size(); ++i) {
      const PostingSourceLine& next = source_.lines[i + 1];
      if (source_.view(source_.lines[i]).ends_with(':') && next.tokens.size() <= 6 && has("title.noun", next.tokens) &&
          !source_.view(next).ends_with('.')) {
        posting_.title = source_.value(next.begin, next.end, 0.45);
        return;
      }
    }
  }

  // "sucht zum nächsten Termin einen X", "recherche pour son agence un X": the word after the article, where one
  // follows before the sentence ends; else `from`.
  static std::size_t after_article(const PostingSourceLine& line, std::size_t from) {
    constexpr std::size_t furthest = 8;
    if (from == 0 || posting_table("title.seeks").match(line.tokens, from - 1) != 1) return from;
    for (std::size_t at = from; at < line.tokens.size() && at < from + furthest && !line.tokens[at].starts_sentence;
         ++at)
      if (posting_table("title.article").match(line.tokens, at) == 1) return at + 1;
    return from;
  }

  // The noun phrase that starts at a word and names a job, up to a comma, a full stop or a word such as "who".
  std::optional<ByteRange> title_after(const PostingSourceLine& line, std::size_t from) const {
    const std::string_view text = source_.view(line);
    std::size_t to = from;
    while (to < line.tokens.size() && to - from < 9) {
      if (to > from) {
        const std::string_view between =
            text.substr(line.tokens[to - 1].end, line.tokens[to].begin - line.tokens[to - 1].end);
        if (between.find_first_of(",.;:!") != std::string_view::npos || between.find("،") != std::string_view::npos)
          break;
        if (posting_table("title.after").match(line.tokens, to) > 0) break;
      }
      ++to;
    }
    const Tokens words = slice(line.tokens, from, to);
    const auto noun = posting_table("title.noun").find(words);
    if (words.empty() || words.size() > 8 || !noun) return std::nullopt;
    std::size_t end = line.tokens[to - 1].end;
    if (end < text.size() && text[end] == ')') ++end;
    return ByteRange{line.begin + line.tokens[from].begin, line.begin + end};
  }

  static bool is_postcode(std::string_view word) {
    return word.size() == 5 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  void location_from_prose() {
    if (!is_posting()) return;
    for (const PostingSourceLine& line : source_.lines) {
      for (std::size_t at = 0; at < line.tokens.size(); ++at) {
        std::size_t lead = posting_table("place.lead").match(line.tokens, at);
        if (lead == 0 && is_postcode(line.tokens[at].folded)) lead = 1;
        if (lead == 0) continue;
        if (const auto part = place_from(line, at + lead)) {
          posting_.location = source_.value(part->begin, part->end, 0.45);
          return;
        }
      }
    }
  }

  std::optional<ByteRange> place_from(const PostingSourceLine& line, std::size_t at) const {
    std::size_t end = at;
    const std::string_view text = source_.view(line);
    const auto one = [&](std::size_t from) {
      if (from >= line.tokens.size() ||
          (!starts_upper(text, line.tokens[from]) && static_cast<unsigned char>(text[line.tokens[from].begin]) < 0x80))
        return std::size_t{0};
      return std::max(posting_table("city").match(line.tokens, from),
                      posting_table("country").match(line.tokens, from));
    };
    for (std::size_t n = one(end); n > 0; n = one(end)) {
      end += n;
      if (end >= line.tokens.size()) break;
      const std::string_view between =
          text.substr(line.tokens[end - 1].end, line.tokens[end].begin - line.tokens[end - 1].end);
      if (between != ", " && between != "، ") break;
    }
    if (end == at) return std::nullopt;
    return ByteRange{line.begin + line.tokens[at].begin, line.begin + line.tokens[end - 1].end};
  }

  const PostingSource& source_;
  std::string_view text_;
  const std::vector<PostingLabel>& labels_;
  JobDescription& posting_;
  std::size_t top_ = 0, asks_ = 0, wants_ = 0, title_line_ = 0;
};

}  // namespace

void read_identity(const PostingSource& source, const std::vector<PostingLabel>& labels, JobDescription& posting) {
  Identity(source, labels, posting).read();
}

}  // namespace resumax::parse
