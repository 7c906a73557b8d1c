#include <resumax/render/formats.hpp>
#include <resumax/text/unicode.hpp>

#include <string_view>

namespace resumax::render {

namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// An ampersand that would be read as an entity: "&copy;", "&#169;".
bool opens_entity(std::string_view line, std::size_t at) {
  std::size_t end = at + 1;
  if (end < line.size() && line[end] == '#') ++end;
  const std::size_t begin = end;
  while (end < line.size() && (is_ascii_digit(line[end]) || is_ascii_letter(line[end]))) ++end;
  return end > begin && end < line.size() && line[end] == ';';
}

// The byte of a line's start that would make it a list item, quotation, heading, rule or fence, or npos.
std::size_t block_marker(std::string_view line) {
  if (line.empty()) return std::string_view::npos;
  if (line[0] == '#' || line[0] == '>' || line[0] == '=') return 0;
  const bool alone = line.size() == 1 || line[1] == ' ' || line[1] == '-';
  if ((line[0] == '-' || line[0] == '+') && alone) return 0;
  std::size_t digits = 0;
  while (digits < line.size() && is_ascii_digit(line[digits])) ++digits;
  const bool numbered = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  if (numbered && (digits + 1 == line.size() || line[digits + 1] == ' ')) return digits;
  return std::string_view::npos;
}

// The text so that CommonMark and GitHub's dialect show it as it stands.
std::string escaped(std::string_view line, bool at_line_start) {
  constexpr std::string_view always = "\\`*_[]<>|~";
  const std::size_t marker = at_line_start ? block_marker(line) : std::string_view::npos;
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (always.find(c) != std::string_view::npos || i == marker || (c == '&' && opens_entity(line, i))) out += '\\';
    out += c;
  }
  return out;
}

// A heading may not end in what looks like a closing run of #.
std::string heading_text(std::string_view line) {
  std::string out = escaped(line, false);
  std::size_t hashes = out.size();
  while (hashes > 0 && out[hashes - 1] == '#') --hashes;
  if (hashes < out.size() && (hashes == 0 || out[hashes - 1] == ' ')) out.insert(hashes, 1, '\\');
  return out;
}

std::string with_link(const std::string& shown, std::string_view link) {
  if (link.empty() || shown.empty()) return shown;
  std::string target;
  bool plain = true;
  for (const char c : link) {
    if (c == '\\' || c == '<' || c == '>' || c == '\n') continue;
    plain = plain && c != ' ' && c != '(' && c != ')';
    target += c;
  }
  return "[" + shown + "](" + (plain ? target : "<" + target + ">") + ")";
}

class Writer {
 public:
  explicit Writer(const Manuscript& manuscript) {
    for (const OutlineSection& section : manuscript.sections) {
      if (!section.heading.empty()) block("## " + heading_text(section.heading));
      for (std::size_t i = 0; i < section.lines.size(); ++i) line(section.lines, i);
    }
  }
  std::string take() { return std::move(out_); }

 private:
  void block(std::string_view text) {
    if (!out_.empty()) out_ += '\n';
    out_.append(text) += '\n';
  }

  void line(const std::vector<OutlineLine>& lines, std::size_t i) {
    const OutlineLine& line = lines[i];
    const bool again = i > 0 && lines[i - 1].kind == line.kind;
    const std::string aside = line.aside.empty() ? "" : " | " + escaped(line.aside, false);
    switch (line.kind) {
      case OutlineKind::name:
        block("# " + heading_text(line.text));
        break;
      case OutlineKind::heading:
      case OutlineKind::entry:
        block("### " +
              (line.text.empty() ? heading_text(line.aside) : with_link(heading_text(line.text), line.link) + aside));
        break;
      case OutlineKind::subentry:
        block(line.text.empty() ? escaped(line.aside, true)
                                : with_link("*" + escaped(line.text, false) + "*", line.link) + aside);
        break;
      case OutlineKind::contact:
        contact(with_link(escaped(line.text, !again), line.link), again);
        break;
      case OutlineKind::bullet:
        if (!again) out_ += out_.empty() ? "" : "\n";
        out_ += "- " + with_link(escaped(line.text, true), line.link) + "\n";
        break;
      case OutlineKind::label:
      case OutlineKind::paragraph:
        block(line.text.empty() ? escaped(line.aside, true) : with_link(escaped(line.text, true), line.link) + aside);
        break;
    }
  }

  void contact(const std::string& item, bool continued) {
    if (!continued) {
      block(item);
      return;
    }
    out_.pop_back();
    out_.append(contact_separator).append(item) += '\n';
  }

  std::string out_;
};

}  // namespace

std::string to_markdown(const Manuscript& manuscript) { return Writer(manuscript).take(); }

}  // namespace resumax::render
