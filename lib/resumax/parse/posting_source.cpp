#include <resumax/parse/posting_source.hpp>

#include <resumax/parse/layout.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::parse {

namespace {

struct Raw {
  std::string text;
  int heading = 0;
  bool bullet = false, bold = false, after_blank = false;
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
    const std::string plain = without_html(paragraph);
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

  std::vector<Raw> lines;

 private:
  bool blank_ = false;
};

// The cells of a row read as one line: "Location: Osterby", or with bars between more of them.
void add_rows(const std::vector<document::Paragraph>& paragraphs, std::size_t& i, Collector& out) {
  const int table = paragraphs[i].table, row = paragraphs[i].row;
  std::vector<std::string> cells;
  for (; i < paragraphs.size() && paragraphs[i].table == table && paragraphs[i].row == row; ++i)
    if (!paragraphs[i].text.empty()) cells.push_back(paragraphs[i].text);
  std::string joined;
  for (std::size_t k = 0; k < cells.size(); ++k) {
    if (k > 0) joined += cells.size() == 2 ? (cells[0].ends_with(':') ? " " : ": ") : " | ";
    joined += cells[k];
  }
  out.add(joined, {});
}

std::vector<Raw> collect(const document::Document& document) {
  Collector out;
  if (!document.pages.empty()) {
    for (const Line& line : lay_out(document).lines) {
      if (line.gap > 0.8F) out.blank();
      out.add(line.text, {"", line.heading, line.bullet, line.look.bold, false});
    }
    return std::move(out.lines);
  }
  const auto& paragraphs = document.paragraphs;
  for (std::size_t i = 0; i < paragraphs.size();) {
    const document::Paragraph& p = paragraphs[i];
    if (p.table >= 0 && p.row >= 0) {
      add_rows(paragraphs, i, out);
      continue;
    }
    if (p.text.empty()) out.blank();
    out.add(p.text, {"", p.heading, p.list_level >= 0, p.bold, false});
    ++i;
  }
  return std::move(out.lines);
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
  std::vector<Raw> raw = collect(document);
  PostingSource out;
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
