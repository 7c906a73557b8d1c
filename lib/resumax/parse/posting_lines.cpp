#include <resumax/parse/posting_lines.hpp>

#include <resumax/parse/posting_words.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::parse {

namespace {

using Kind = PostingLineKind;
using Level = RequirementLevel;

struct HeadingTable {
  const char* name;
  Kind kind;
  Level level;
};
// Where two tables know a heading equally well the first wins: "Preferred qualifications" are preferred.
constexpr std::array<HeadingTable, 8> heading_tables = {{
    {"heading.preferred", Kind::requirement, Level::preferred},
    {"heading.legal", Kind::legal, Level::mentioned},
    {"heading.benefits", Kind::benefits, Level::mentioned},
    {"heading.apply", Kind::apply, Level::mentioned},
    {"heading.required", Kind::requirement, Level::required},
    {"heading.duty", Kind::duty, Level::mentioned},
    {"heading.about", Kind::about, Level::mentioned},
    {"heading.meta", Kind::meta, Level::mentioned},
}};

constexpr std::array<const char*, 8> label_names = {"title",      "company",   "location", "salary",
                                                    "employment", "seniority", "years",    "other"};

bool has(const std::string& table, const std::vector<text::Token>& tokens) {
  return static_cast<bool>(posting_table(table).find(tokens));
}

// Byte after the first colon of the line that no digit or slash follows ("10:30", "https://"), 0 for none.
std::size_t after_colon(std::string_view line) {
  for (std::size_t at = line.find(':'); at != std::string_view::npos; at = line.find(':', at + 1)) {
    const char next = at + 1 < line.size() ? line[at + 1] : ' ';
    if (next == '/' || (next >= '0' && next <= '9')) continue;
    return at + 1;
  }
  return 0;
}

std::vector<text::Token> tokens_before(const std::vector<text::Token>& tokens, std::size_t byte) {
  std::vector<text::Token> out;
  for (const text::Token& token : tokens)
    if (token.end <= byte) out.push_back(token);
  return out;
}

bool all_upper(std::string_view line) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = text::next_code_point(line, at);
    if (!text::is_letter(c)) continue;
    if (!text::is_upper(c)) return false;
    ++letters;
  }
  return letters >= 4;
}

bool ends_like_a_sentence(std::string_view line) { return line.ends_with('.') || line.ends_with('!'); }

// The table that knows the words best: all of them, or, where the line looks like a heading, some of them.
std::optional<PostingHeading> known_heading(const std::vector<text::Token>& words, bool looks_like_one) {
  std::optional<PostingHeading> found;
  std::size_t best = 0;
  for (const HeadingTable& table : heading_tables) {
    const PhraseTable& phrases = posting_table(table.name);
    const std::size_t known = phrases.is_whole(words) ? words.size() + 1
                              : looks_like_one        ? phrases.find(words).words
                                                      : 0;
    if (known > best && known + 5 >= words.size()) {
      best = known;
      found = PostingHeading{table.kind, table.level, 0};
    }
  }
  return found;
}

Kind kind_by_words(const PostingSourceLine& line, std::string_view text) {
  if (has("cue.legal", line.tokens)) return Kind::legal;
  if (has("cue.apply", line.tokens)) return Kind::apply;
  const bool requirement = has("cue.requirement", line.tokens);
  if (has("cue.duty", line.tokens) && !requirement) return Kind::duty;
  if (requirement) return Kind::requirement;
  if (has("cue.benefits", line.tokens)) return Kind::benefits;
  if (has("cue.about", line.tokens)) return Kind::about;
  if (line.bullet) return Kind::duty;
  if (!ends_like_a_sentence(text) || line.tokens.size() <= 5) return Kind::other;
  return has("cue.statement", line.tokens) ? Kind::about : Kind::duty;
}

Level level_by_words(const PostingSourceLine& line, Level under) {
  if (under == Level::preferred) return under;
  if (has("cue.preferred", line.tokens)) return Level::preferred;
  // "Ideally you know X" welcomes all of it; "a database, ideally X" asks for a database.
  const auto lead = posting_table("cue.preferred_lead").find(line.tokens);
  return lead && lead.at < 3 ? Level::preferred : under;
}

}  // namespace

std::optional<PostingHeading> read_heading(const PostingSource& source, const PostingSourceLine& line) {
  const std::string_view text = source.view(line);
  const std::size_t colon = after_colon(text);
  const bool open = colon > 0 && !text::trim(text.substr(colon)).empty();
  if (open) {
    const auto words = tokens_before(line.tokens, colon);
    if (words.empty() || words.size() > 6) return std::nullopt;
    auto heading = known_heading(words, false);
    if (heading) heading->rest = colon;
    return heading;
  }
  if (line.tokens.empty() || line.tokens.size() > 10 || text::length(text) > 80) return std::nullopt;
  const bool looks = line.heading > 0 || (colon > 0 && !line.bullet) || (line.bold && !line.bullet) ||
                     text.ends_with('?') || text.ends_with("؟") || all_upper(text);
  if (!looks && (ends_like_a_sentence(text) || line.bullet)) return std::nullopt;
  auto heading = known_heading(line.tokens, looks);
  if (!heading && (line.heading > 1 || (colon > 0 && !line.bullet))) heading = PostingHeading{};
  return heading;
}

std::vector<PostingLabel> read_labels(const PostingSource& source) {
  std::vector<PostingLabel> labels;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const PostingSourceLine& line = source.lines[i];
    const std::string_view text = source.view(line);
    const std::size_t colon = after_colon(text);
    const bool open = colon > 0 && !text::trim(text.substr(colon)).empty();
    const auto words = colon > 0 ? tokens_before(line.tokens, colon) : line.tokens;
    if (words.empty() || words.size() > 6) continue;
    for (const char* name : label_names) {
      if (!posting_table(std::string("label.") + name).is_whole(words)) continue;
      PostingLabel label{name, i, i, line.begin + colon, line.end};
      if (!open) {
        // A label on its own names the next line, unless that is a label or heading itself.
        if (i + 1 >= source.lines.size() || source.lines[i + 1].after_blank) break;
        const PostingSourceLine& next = source.lines[i + 1];
        if (next.bullet || next.tokens.size() > 14 || read_heading(source, next)) break;
        label.value_line = i + 1;
        label.begin = next.begin;
        label.end = next.end;
      }
      labels.push_back(label);
      break;
    }
  }
  return labels;
}

std::vector<PostingLine> classify_lines(const PostingSource& source, const std::vector<PostingLabel>& labels) {
  std::vector<bool> labelled(source.lines.size(), false);
  for (const PostingLabel& label : labels)
    if (label.line != label.value_line || label.name != "years") {
      const bool prose = label.end - label.begin > 120;  // "Location: This position is …" says more than a label
      if (!prose) labelled[label.line] = labelled[label.value_line] = true;
    }
  std::vector<PostingLine> out;
  PostingHeading section;
  bool until_blank = false;  // a heading with text after its colon rules its own paragraph only
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const PostingSourceLine& line = source.lines[i];
    const std::string_view text = source.view(line);
    PostingLine made;
    made.text = source.value(line.begin, line.end, 1.0);
    if (until_blank && line.after_blank) section = {};
    if (line.after_blank) until_blank = false;
    const auto heading = labelled[i] ? std::nullopt : read_heading(source, line);
    if (heading) {
      section = *heading;
      until_blank = heading->rest > 0;
    }
    if (labelled[i]) {
      made.kind = Kind::meta;
    } else if (heading && heading->rest == 0) {
      made.kind = Kind::heading;
    } else {
      made.kind = section.kind == Kind::other ? kind_by_words(line, text) : section.kind;
      // Boilerplate stands under any heading.
      if (made.kind != Kind::legal && !line.bullet && has("cue.legal", line.tokens)) made.kind = Kind::legal;
      if (made.kind != Kind::requirement && !line.bullet && has("cue.apply", line.tokens)) made.kind = Kind::apply;
    }
    if (made.kind == Kind::requirement)
      made.level = level_by_words(line, section.kind == Kind::requirement ? section.level : Level::required);
    if (made.kind == Kind::duty && has("cue.preferred", line.tokens) && has("cue.requirement", line.tokens))
      made.level = Level::preferred;
    out.push_back(std::move(made));
  }
  return out;
}

}  // namespace resumax::parse
