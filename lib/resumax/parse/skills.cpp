#include <resumax/parse/lists.hpp>

#include <resumax/parse/split.hpp>

#include <algorithm>

namespace resumax::parse {
namespace {

Look first_look(const Line& line) { return line.segments.empty() ? line.look : line.segments.front().look; }

bool has_list_sign(std::string_view text) {
  for (std::string_view sign : {",", "،", "·", "•", ";", "|", "、"})
    if (text.find(sign) != std::string_view::npos) return true;
  return false;
}

std::size_t list_signs(std::string_view text) {
  std::size_t count = 0;
  for (std::string_view sign : {",", "،", "·", "•", ";", "|", "、", "\t"})
    for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) ++count;
  return count;
}

class Reader {
 public:
  Reader(Source& source, const std::vector<std::size_t>& lines) : source_(source), lines_(lines) {}

  std::vector<KeywordGroup> run() {
    for (std::size_t n = 0; n < lines_.size(); ++n) read_line(n);
    std::erase_if(groups_, [](const KeywordGroup& g) { return g.name.empty() && g.keywords.empty(); });
    return std::move(groups_);
  }

 private:
  const Line& line(std::size_t n) const { return source_.line(lines_[n]); }

  KeywordGroup& group() {
    if (groups_.empty()) groups_.emplace_back();
    return groups_.back();
  }

  void read_line(std::size_t n) {
    const std::size_t i = lines_[n];
    const Line& l = line(n);
    if (l.label && n + 1 < lines_.size() && line(n + 1).row == l.row) {
      open(source_.whole(i), 0.9);
      return;
    }
    if (Vocabulary::get().is(Topic::level, l.text)) {
      if (!groups_.empty() && groups_.back().level.empty() && groups_.back().keywords.empty())
        groups_.back().level = source_.take(source_.whole(i), 0.85);
      else
        source_.claim_line(i);
      return;
    }
    if (is_prose(l) && list_signs(l.text) < 3 && l.text.find(':') == std::string::npos) return;
    Labelled labelled;
    if (split_label(source_, source_.whole(i), 7, labelled) && !source_.clean(labelled.value).empty()) {
      open(labelled.label, 0.9);
      add(labelled.value);
      return;
    }
    if (tab_label(i, l)) return;
    if (names_group(n)) {
      open(source_.whole(i), 0.85);
      return;
    }
    if (groups_.empty() || (plain_after_named(n) && !groups_.back().name.empty())) groups_.emplace_back();
    bracketed_or_terms(source_.whole(i));
  }

  /// A group that has closed: another list starts without a name of its own.
  bool plain_after_named(std::size_t n) const {
    return line(n).row >= 0 && n > 0 && line(n - 1).row >= 0 && line(n).row != line(n - 1).row && !line(n).label;
  }

  /// "Name (level)" opens a group with a level.
  void open(const Piece& name, double confidence) {
    groups_.emplace_back();
    const std::string_view text = source_.view(name);
    const std::size_t bracket = text.rfind('(');
    if (bracket != std::string_view::npos && bracket > 0 && text.ends_with(')') &&
        Vocabulary::get().is(Topic::level, text.substr(bracket))) {
      groups_.back().level =
          source_.take({name.line, name.begin + static_cast<std::uint32_t>(bracket), name.end}, confidence);
      groups_.back().name =
          source_.take({name.line, name.begin, name.begin + static_cast<std::uint32_t>(bracket)}, confidence);
      return;
    }
    const std::size_t tab = text.find('\t');
    if (tab != std::string_view::npos && Vocabulary::get().is(Topic::level, text.substr(tab + 1))) {
      groups_.back().name =
          source_.take({name.line, name.begin, name.begin + static_cast<std::uint32_t>(tab)}, confidence);
      groups_.back().level =
          source_.take({name.line, name.begin + static_cast<std::uint32_t>(tab), name.end}, confidence);
      return;
    }
    groups_.back().name = source_.take(name, confidence);
  }

  /// "NAME → a, b, c".
  bool tab_label(std::size_t i, const Line& l) {
    const std::size_t tab = l.text.find('\t');
    if (tab == std::string::npos || l.text.find('\t', tab + 1) != std::string::npos) return false;
    if (l.segments.size() < 2) return false;
    const auto after =
        std::find_if(l.segments.begin() + 1, l.segments.end(), [](const Segment& s) { return s.after_gap; });
    if (after == l.segments.end()) return false;
    const bool differs = !same_look(l.segments.front().look, after->look);
    const std::string_view right = std::string_view(l.text).substr(tab + 1);
    if (Vocabulary::get().is(Topic::level, right)) return false;
    if (has_list_sign(l.text.substr(0, tab)) || (!differs && !has_list_sign(right))) return false;
    open({i, 0, static_cast<std::uint32_t>(tab)}, 0.85);
    add({i, static_cast<std::uint32_t>(tab + 1), static_cast<std::uint32_t>(l.text.size())});
    return true;
  }

  /// A short line that stands out from the one under it, which does not.
  bool names_group(std::size_t n) const {
    const Line& l = line(n);
    if (n + 1 >= lines_.size() || l.bullet || word_count(l.text) > 6 || has_list_sign(l.text)) return false;
    const std::size_t tab = l.text.find('\t');
    if (tab != std::string::npos && !Vocabulary::get().is(Topic::level, l.text.substr(tab + 1))) return false;
    const Line& next = line(n + 1);
    const Look a = first_look(l), b = first_look(next);
    const bool stronger =
        (a.bold && !b.bold) || a.size > b.size * 1.05F || (next.bullet && !l.bullet) ||
        (a.caps && !b.caps && a.bold == b.bold && a.size >= b.size && next.text.find('\t') != std::string::npos);
    return stronger;
  }

  /// "Cooking [Italian, French]" or terms.
  void bracketed_or_terms(const Piece& piece) {
    const std::string_view text = source_.view(piece);
    const std::size_t open_at = text.find('[');
    if (open_at == std::string_view::npos || text.find(']') == std::string_view::npos) {
      add(piece);
      return;
    }
    for (const Piece& part : split(source_, piece, {", ", ","})) {
      const std::string_view inner = source_.view(part);
      const std::size_t bracket = inner.find('[');
      if (bracket == std::string_view::npos) {
        open(part, 0.8);
        continue;
      }
      open({part.line, part.begin, part.begin + static_cast<std::uint32_t>(bracket)}, 0.8);
      add({part.line, part.begin + static_cast<std::uint32_t>(bracket) + 1, part.end});
    }
  }

  void add(const Piece& piece) {
    const Line& l = source_.line(piece.line);
    for (Text& term : read_terms(source_, piece, l.joined || l.right_to_left ? 0.85 : 0.93)) {
      strip_level(term);
      if (word_count(term.value) > 4 || term.value.find('/') != std::string::npos) term.confidence = 0.8;
      if (term.empty()) continue;
      if (Vocabulary::get().is(Topic::level, term.value) && !group().keywords.empty()) continue;
      if (is_measure(term.value)) {
        if (group().level.empty() && !group().name.empty()) group().level = std::move(term);
        continue;
      }
      group().keywords.push_back(std::move(term));
    }
  }

  /// "80", "80%", "4/5", "(8/10)": how well, not what.
  static bool is_measure(std::string_view text) {
    const auto number = [](std::string_view part) {
      return !part.empty() && part.size() <= 3 &&
             std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
    if (text.ends_with('%')) return number(text.substr(0, text.size() - 1));
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return number(text);
    const std::string_view whole = text.substr(slash + 1);
    return number(text.substr(0, slash)) && (whole == "5" || whole == "10" || whole == "100");
  }

  /// "Python 80%" without the measure; a bare number at the end belongs to the name ("Windows 10").
  static void strip_measure(Text& term) {
    const std::size_t blank = term.value.rfind(' ');
    if (blank == std::string::npos || blank == 0) return;
    const std::string_view last = std::string_view(term.value).substr(blank + 1);
    if (!is_measure(last) || (last.back() >= '0' && last.back() <= '9' && last.find('/') == std::string_view::npos))
      return;
    term.span.end -= static_cast<std::uint32_t>(term.value.size() - blank);
    term.value.resize(blank);
  }

  /// "Python (expert)" is the skill Python.
  static void strip_level(Text& term) {
    strip_measure(term);
    if (term.value.ends_with(']')) term.value.pop_back(), --term.span.end;
    while (term.value.ends_with(' ')) term.value.pop_back(), --term.span.end;
    const std::size_t bracket = term.value.rfind('(');
    if (bracket == std::string::npos || bracket == 0 || !term.value.ends_with(')')) return;
    if (!Vocabulary::get().is(Topic::level, std::string_view(term.value).substr(bracket))) return;
    std::size_t end = bracket;
    while (end > 0 && term.value[end - 1] == ' ') --end;
    term.span.end -= static_cast<std::uint32_t>(term.value.size() - end);
    term.value.resize(end);
  }

  Source& source_;
  const std::vector<std::size_t>& lines_;
  std::vector<KeywordGroup> groups_;
};

}  // namespace

std::vector<KeywordGroup> read_groups(Source& source, const std::vector<std::size_t>& lines) {
  return Reader(source, lines).run();
}

bool is_term_list(const Source& source, const std::vector<std::size_t>& lines) {
  std::size_t words = 0, terms = 0;
  for (std::size_t i : lines) {
    const Line& line = source.line(i);
    if (is_prose(line) && !has_list_sign(line.text)) return false;
    if (line.text.size() < 120 && !head_dates(line).empty()) return false;
    words += word_count(line.text);
    terms += 1 + static_cast<std::size_t>(std::count_if(line.text.begin(), line.text.end(),
                                                        [](char c) { return c == ',' || c == '\t' || c == ';'; }));
  }
  return terms > 0 && words <= terms * 4;
}

}  // namespace resumax::parse
