#include <resumax/optimize/propose_format.hpp>

#include <resumax/text/unicode.hpp>

#include <algorithm>

namespace resumax::optimize {

namespace {

bool ends_with_word(std::string_view line) {
  std::size_t at = line.size();
  while (at > 0 && (static_cast<unsigned char>(line[at - 1]) & 0xC0) == 0x80) --at;
  if (at == 0) return false;
  --at;
  const char32_t last = text::next_code_point(line, at);
  return text::is_letter(last) || text::is_digit(last) || last == ')' || last == '%' || last == '+' || last == '#';
}

// "etc.", "Inc.", "U.S.": the full stop belongs to the word.
bool ends_with_abbreviation(std::string_view line) {
  const std::size_t word = line.find_last_of(" (") == std::string_view::npos ? 0 : line.find_last_of(" (") + 1;
  const std::string_view last = line.substr(word);
  if (last.substr(0, last.size() - 1).find('.') != std::string_view::npos) return true;
  for (std::string_view known : {"etc.", "Inc.", "Ltd.", "Co.", "Corp.", "usw.", "al.", "No.", "approx."})
    if (last == known) return true;
  return last.size() <= 2;
}

std::string without_bullet(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    std::size_t next = at;
    const char32_t c = text::next_code_point(line, next);
    const bool dash = (c == '-' || c == 0x2013) && next < line.size() && line[next] == ' ';
    const bool bullet =
        dash || (text::is_bullet(c) && c != '-' && c != '*') || (c == '*' && next < line.size() && line[next] == ' ');
    if (!bullet) break;
    at = next;
    while (at < line.size() && line[at] == ' ') ++at;
  }
  return std::string(at < line.size() ? line.substr(at) : line);
}

// "word ,word", "( word )", "word ." and "word  word"; ".NET" keeps its blank.
std::string with_even_blanks(std::string line) {
  std::string out;
  const bool dotted = line.find(". .") != std::string::npos;  // an ellipsis, or a table of contents
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool stop = c == '.' && i + 1 == line.size() && !dotted;
    if (c == ' ' && (out.ends_with(' ') || out.ends_with('('))) continue;
    if ((c == ',' || (c == ')' && !dotted) || stop) && out.ends_with(' ') && out.size() > 1) out.pop_back();
    out += c;
  }
  return out;
}

}  // namespace

LineEnd end_of(const std::vector<Text>& lines) {
  std::size_t stops = 0, open = 0;
  for (const Text& line : lines) {
    stops += line.value.ends_with('.');
    open += ends_with_word(line.value);
  }
  if (lines.size() < 3) return LineEnd::mixed;
  if (stops >= 3 * open) return LineEnd::full_stop;
  return open >= 3 * stops ? LineEnd::open : LineEnd::mixed;
}

namespace {

/// "itch.io", "report.pdf": a stop behind it would be read as part of it.
bool ends_with_address(std::string_view line) {
  const std::string_view last = line.substr(std::min(line.rfind(' ') + 1, line.size()));
  return last.find('.') != std::string_view::npos || last.find('/') != std::string_view::npos;
}

/// "Halm Rail Works, Tarnby": capitals throughout are no sentence.
bool is_name(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); at = std::min(line.find(' ', at), line.size()) + 1) {
    std::size_t next = at;
    if (!text::is_upper(text::next_code_point(line, next))) return false;
  }
  return true;
}

}  // namespace

std::optional<Edit> tidy(std::string_view line, LineEnd end, bool keep_case) {
  std::string out = without_bullet(line), reason;
  const auto note = [&](std::string_view what) { reason += (reason.empty() ? "" : " ") + std::string(what); };
  if (out != line) note("The bullet is not part of the line.");
  if (std::string even = with_even_blanks(out); even != out) {
    out = std::move(even);
    note("Even spacing.");
  }
  const auto blanks = std::count(out.begin(), out.end(), ' ');
  // One or two words may well be a name; "Technologies: a, b" is no sentence.
  if (std::string upper = capitalised(out); upper != out && !keep_case && blanks >= 2) {
    out = std::move(upper);
    note("Lines start with a capital letter.");
  }
  if ((out.ends_with(';') || out.ends_with(',')) && out.size() > 1) {
    out.pop_back();
    note("No list sign at the end.");
    if (end == LineEnd::full_stop) out += '.';
  } else if (end == LineEnd::full_stop && ends_with_word(out) && blanks >= 2 && out.find(':') == std::string::npos &&
             !ends_with_address(out) && !is_name(out)) {
    out += '.';
    note("Ends with a full stop like the lines around it.");
  } else if (end == LineEnd::open && out.ends_with('.') && !out.ends_with("..") && !ends_with_abbreviation(out) &&
             out.find(". ") == std::string::npos) {
    out.pop_back();
    note("Ends without a full stop like the lines around it.");
  }
  if (reason.empty()) return std::nullopt;
  return Edit{out, reason, {}};
}

}  // namespace resumax::optimize
