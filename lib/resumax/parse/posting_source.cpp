#include <resumax/parse/posting_source.hpp>

#include <resumax/parse/directed.hpp>
#include <resumax/parse/findings.hpp>
#include <resumax/parse/keyword_wall.hpp>
#include <resumax/parse/layout.hpp>
#include <resumax/parse/posting_runs.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <iterator>

namespace resumax::parse {

namespace {

constexpr std::size_t most_findings = 50;

struct Raw {
  std::string text;
  int heading = 0;
  bool bullet = false, bold = false, after_blank = false;
  int paragraph = 0;  ///< from 1, 0 on pages
  std::int32_t page = 0;
  Box box;
};

// "===", "---", "* * *": drawn lines say nothing.
bool is_rule(std::string_view line) {
  return !line.empty() && line.find_first_not_of("-=_*~# |") == std::string_view::npos;
}

void erase_all(std::string& text, std::string_view mark) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) text.erase(at, mark.size());
}

// "[words](address)" becomes its words.
void unlink(std::string& text) {
  for (std::size_t open = text.find('['); open != std::string::npos; open = text.find('[', open + 1)) {
    const std::size_t middle = text.find("](", open);
    if (middle == std::string::npos) return;
    const std::size_t close = text.find(')', middle);
    if (close == std::string::npos) return;
    if (text.find('[', open + 1) < middle) continue;
    text.erase(middle, close + 1 - middle);
    text.erase(open, 1);
  }
}

// The marks of Markdown and of plain-text banners ("=== DETAILS ===") that a text file brings along.
void strip_marks(Raw& line) {
  std::string& text = line.text;
  const std::size_t hashes = std::min(text.find_first_not_of('#'), text.size());
  if (hashes > 0 && hashes <= 6 && hashes < text.size() && text[hashes] == ' ') {
    line.heading = static_cast<int>(hashes);
    text = text::squeeze(text.substr(hashes));
  }
  if (text.starts_with("==") && text.ends_with("==") && !is_rule(text)) {
    const std::size_t begin = text.find_first_not_of("= "), end = text.find_last_not_of("= ");
    text = text.substr(begin, end + 1 - begin);
    line.heading = std::max(line.heading, 1);
  }
  unlink(text);
  if (text.starts_with("**") && (text.ends_with("**") || text.ends_with("**:"))) line.bold = true;
  erase_all(text, "**");
  erase_all(text, "__");
  erase_all(text, "`");
}

void strip_bullet(Raw& line) {
  std::size_t at = 0;
  const std::string& text = line.text;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = text::next_code_point(text, next);
    const bool dash = (c == '-' || c == 0x2013 || c == 0x2014) && next < text.size() && text[next] == ' ';
    if (!dash && !text::is_bullet(c)) break;
    if (c == '*' && next < text.size() && text[next] != ' ') break;
    line.bullet = true;
    at = next;
    while (at < text.size() && text[at] == ' ') ++at;
  }
  if (at > 0 && at < text.size()) line.text.erase(0, at);
}

class Collector {
 public:
  void blank() { blank_ = true; }

  void add(std::string_view paragraph, Raw like) {
    // A forged delimiter looks like a tag, and would be gone with them.
    std::string kept(paragraph);
    for (auto ranges = find_directed(kept); !ranges.empty(); ranges = find_directed(kept)) {
      for (const TextRange& range : ranges)
        report(directed_finding(std::string_view(kept).substr(range.begin, range.end - range.begin)), like);
      kept = without(kept, ranges);
    }
    const std::string plain = without_html(kept);
    for (const std::string_view part : text::split_lines(plain)) {
      Raw line = like;
      line.text = text::squeeze(part);
      strip_marks(line);
      strip_bullet(line);
      line.text = text::squeeze(line.text);
      if (line.text.empty() || is_rule(line.text)) {
        blank_ = true;
        continue;
      }
      line.after_blank = blank_;
      blank_ = false;
      lines.push_back(std::move(line));
    }
  }

  void report(Finding finding, const Raw& like) {
    finding.paragraph = like.paragraph;
    finding.where.page = like.page;
    finding.where.box = like.box;
    if (findings.size() < most_findings) findings.push_back(std::move(finding));
  }

  std::vector<Raw> lines;
  std::vector<Finding> findings;

 private:
  bool blank_ = false;
};

// The cells of a row read as one line: "Location: Osterby", or with bars between more of them.
void add_rows(const std::vector<document::Paragraph>& paragraphs, std::size_t& i, Collector& out) {
  const int table = paragraphs[i].table, row = paragraphs[i].row, first = static_cast<int>(i) + 1;
  std::vector<std::string> cells;
  for (; i < paragraphs.size() && paragraphs[i].table == table && paragraphs[i].row == row; ++i)
    if (!paragraphs[i].text.empty()) cells.push_back(paragraphs[i].text);
  std::string joined;
  for (std::size_t k = 0; k < cells.size(); ++k) {
    if (k > 0) joined += cells.size() == 2 ? (cells[0].ends_with(':') ? " " : ": ") : " | ";
    joined += cells[k];
  }
  Raw like;
  like.paragraph = first;
  out.add(joined, like);
}

Collector collect(const document::Document& document) {
  Collector out;
  if (!document.pages.empty()) {
    for (const Line& line : lay_out(document).lines) {
      if (line.gap > 0.8F) out.blank();
      out.add(line.text, {"", line.heading, line.bullet, line.look.bold, false, 0, line.page, line.box});
    }
    return out;
  }
  const auto& paragraphs = document.paragraphs;
  for (std::size_t i = 0; i < paragraphs.size();) {
    const document::Paragraph& p = paragraphs[i];
    if (p.table >= 0 && p.row >= 0) {
      add_rows(paragraphs, i, out);
      continue;
    }
    if (p.text.empty()) out.blank();
    out.add(p.text, {"", p.heading, p.list_level >= 0, p.bold, false, static_cast<int>(i) + 1, 0, {}});
    ++i;
  }
  return out;
}

// What speaks to a model over several lines, and walls of keywords.
void set_hostile_aside(std::vector<Raw>& lines, Collector& out) {
  std::string all;
  std::vector<std::size_t> begins;
  for (const Raw& line : lines) {
    begins.push_back(all.size());
    all += line.text + "\n";
  }
  const auto ranges = find_directed(all);
  std::size_t next = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Raw& line = lines[i];
    const std::size_t begin = begins[i], end = begin + line.text.size();
    while (next < ranges.size() && ranges[next].end <= begin) ++next;
    std::vector<TextRange> inside;
    for (std::size_t k = next; k < ranges.size() && ranges[k].begin < end; ++k) {
      if (ranges[k].begin >= begin)
        out.report(directed_finding(std::string_view(all).substr(ranges[k].begin, ranges[k].end - ranges[k].begin)),
                   line);
      inside.push_back({static_cast<std::uint32_t>(std::max<std::size_t>(ranges[k].begin, begin) - begin),
                        static_cast<std::uint32_t>(std::min<std::size_t>(ranges[k].end, end) - begin)});
    }
    if (!inside.empty()) line.text = text::squeeze(without(line.text, inside));
    if (!is_keyword_wall(line.text)) continue;
    out.report(wall_finding(line.text), line);
    line.text.clear();
  }
  std::erase_if(lines, [](const Raw& line) { return line.text.empty(); });
}

// Whether `line` only goes on because the one before was full: 60 to 160 characters that end in the middle of a phrase.
bool continues(const Raw& before, const Raw& line, std::string_view language) {
  if (line.bullet || line.after_blank || line.heading > 0 || before.heading > 0) return false;
  const std::size_t length = text::length(before.text);
  if (length < 60 || length > 160) return false;
  const char last = before.text.back();
  if (last == '.' || last == '!' || last == '?' || last == ':' || last == ';') return false;
  std::size_t at = 0;
  const char32_t first = text::next_code_point(line.text, at);
  if (text::is_letter(first) && !text::is_upper(first) && !text::is_right_to_left(first)) return true;
  const auto words = text::tokenize(before.text);
  return last == ',' || (!words.empty() && text::is_stop_word(words.back().folded, language));
}

// A posting most of which is one paragraph has lost its line ends: what is asked for, given and said by law stands in
// one, and no kind is that of all.
void split_runs(std::vector<Raw>& lines) {
  constexpr std::size_t longest_paragraph = 600;
  std::size_t all = 0;
  for (const Raw& line : lines) all += line.text.size();
  std::vector<Raw> out;
  for (Raw& line : lines) {
    if (line.text.size() < longest_paragraph || line.text.size() * 2 < all) {
      out.push_back(std::move(line));
      continue;
    }
    for (std::string& piece : split_run(line.text)) {
      Raw made = line;
      made.text = std::move(piece);
      strip_bullet(made);
      line.after_blank = false;
      if (!made.text.empty()) out.push_back(std::move(made));
    }
  }
  lines = std::move(out);
}

}  // namespace

Text PostingSource::value(std::size_t begin, std::size_t end, double confidence) const {
  constexpr std::string_view around = " \t,;:|-";
  const auto strip_end = [&](std::string_view sign) {
    if (end - begin >= sign.size() && std::string_view(text).substr(begin, end - begin).ends_with(sign)) {
      end -= sign.size();
      return true;
    }
    return false;
  };
  while (begin < end && around.find(text[begin]) != std::string_view::npos) ++begin;
  while (begin < end && (strip_end(" ") || strip_end(",") || strip_end(";") || strip_end(":") || strip_end("|") ||
                         strip_end("–") || strip_end("—") || strip_end("،") || strip_end(" -"))) {
  }
  Text out;
  out.value = text.substr(begin, end - begin);
  out.confidence = confidence;
  out.span.begin = static_cast<std::uint32_t>(begin);
  out.span.end = static_cast<std::uint32_t>(end);
  return out;
}

PostingSource sanitise(const document::Document& document) {
  Collector collected = collect(document);
  std::vector<Raw>& raw = collected.lines;
  PostingSource out;
  out.findings = document_findings(document);
  std::string all;
  for (const Raw& line : raw) all += line.text + "\n";
  out.language = text::detect_language(all);
  std::vector<Raw> lines;
  for (Raw& line : raw) {
    if (!lines.empty() && continues(lines.back(), line, out.language)) {
      lines.back().text += " " + line.text;
    } else {
      lines.push_back(std::move(line));
    }
  }
  set_hostile_aside(lines, collected);
  split_runs(lines);
  std::move(collected.findings.begin(), collected.findings.end(), std::back_inserter(out.findings));
  for (const Raw& line : lines) {
    if (line.after_blank && !out.text.empty()) out.text += '\n';
    PostingSourceLine made;
    made.begin = static_cast<std::uint32_t>(out.text.size());
    out.text += line.text;
    made.end = static_cast<std::uint32_t>(out.text.size());
    out.text += '\n';
    made.heading = line.heading;
    made.bullet = line.bullet;
    made.bold = line.bold;
    made.after_blank = line.after_blank;
    made.tokens = text::tokenize(line.text);
    out.lines.push_back(std::move(made));
  }
  return out;
}

}  // namespace resumax::parse
