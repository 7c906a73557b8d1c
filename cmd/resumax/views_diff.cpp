#include "views.hpp"

#include <algorithm>

namespace resumax::app {
namespace {

using diff::Op;

constexpr std::size_t context_lines = 2;

std::string title(const diff::SectionDiff& section) {
  return section.heading.empty() ? std::string(to_string(section.kind)) : section.heading;
}

/// A changed line with the words that differ highlighted; without colour the sign alone says it.
std::string painted(const diff::Line& line, const Style& style) {
  const auto whole = [&](std::string_view text) {
    return line.op == Op::add ? style.good(text) : line.op == Op::remove ? style.bad(text) : std::string(text);
  };
  if (line.words.empty() || !style.on()) return whole(line.text);
  std::string out;
  for (const auto& piece : line.words) {
    if (piece.op == Op::keep)
      out += whole(piece.value);
    else if (piece.op == line.op)
      out += line.op == Op::add ? style.added_words(piece.value) : style.removed_words(piece.value);
  }
  return out;
}

/// Painted text broken at blanks, the paint carried over line breaks: pieces are painted word by word instead.
std::string signed_line(const diff::Line& line, int width, const Style& style) {
  const std::string sign = line.op == Op::add ? "+ " : line.op == Op::remove ? "- " : "  ";
  const auto sign_painted = line.op == Op::add ? style.good(sign) : line.op == Op::remove ? style.bad(sign) : sign;
  const std::string indent = line.kind == OutlineKind::bullet ? "• " : "";
  if (columns(line.text) + 2 + columns(indent) <= width) return sign_painted + indent + painted(line, style) + "\n";
  if (line.words.empty() || !style.on())
    return wrapped(line.text, width, sign_painted + indent, [&](const std::string& text) {
      return line.op == Op::add ? style.good(text) : line.op == Op::remove ? style.bad(text) : text;
    });
  std::string marked;  // every word painted on its own, so that wrapping cannot cut a colour in two
  for (const auto& piece : line.words) {
    if (piece.op != Op::keep && piece.op != line.op) continue;
    for (std::size_t at = 0; at < piece.value.size();) {
      const auto blank = piece.value[at] == ' ';
      const auto end =
          std::min(blank ? piece.value.find_first_not_of(' ', at) : piece.value.find(' ', at), piece.value.size());
      const auto part = std::string_view(piece.value).substr(at, end - at);
      marked += blank                  ? std::string(part)
                : piece.op == Op::keep ? (line.op == Op::add ? style.good(part) : style.bad(part))
                : line.op == Op::add   ? style.added_words(part)
                                       : style.removed_words(part);
      at = end;
    }
  }
  std::string out;
  const auto first = sign_painted + indent;
  for (const auto& part : wrap(marked, width - columns(first)))
    out += (out.empty() ? first : std::string(static_cast<std::size_t>(columns(first)), ' ')) + part + "\n";
  return out;
}

/// Which lines of a section are shown: the changed ones and a few around them.
std::vector<bool> shown_lines(const std::vector<diff::Line>& lines) {
  std::vector<bool> shown(lines.size(), false);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].op == Op::keep) continue;
    const auto first = i < context_lines ? 0 : i - context_lines;
    for (auto k = first; k < std::min(lines.size(), i + context_lines + 1); ++k) shown[k] = true;
  }
  return shown;
}

template <class LineView>
std::string sections_view(const diff::ResumeDiff& diff, const Look& look, LineView line_view) {
  std::string out;
  for (const auto& section : diff.sections) {
    if (!section.changed()) continue;
    out += (out.empty() ? "" : "\n") + look.style.bold(title(section)) +
           look.style.dim("  +" + std::to_string(section.added) + " -" + std::to_string(section.removed)) + "\n";
    const auto shown = shown_lines(section.lines);
    bool gap = false;
    for (std::size_t i = 0; i < section.lines.size(); ++i) {
      if (!shown[i]) {
        gap = true;
        continue;
      }
      if (gap) out += look.style.dim("  ⋯") + "\n";
      gap = false;
      out += line_view(section, i);
    }
  }
  return out;
}

std::string stat_view(const diff::ResumeDiff& diff, const Look& look) {
  std::string out;
  int widest = 0, most = 0;
  for (const auto& section : diff.sections) {
    if (!section.changed()) continue;
    widest = std::max(widest, columns(title(section)));
    most = std::max(most, section.added + section.removed);
  }
  widest = std::min(widest, look.width / 2);
  const int room = std::max(4, look.width - widest - 12);
  const auto scaled = [&](int value) { return most <= room ? value : (value * room + most - 1) / most; };
  for (const auto& section : diff.sections) {
    if (!section.changed()) continue;
    out += " " + pad(fit(title(section), widest), widest) + " | " +
           pad_left(std::to_string(section.added + section.removed), 3) + " " +
           look.style.good(std::string(static_cast<std::size_t>(scaled(section.added)), '+')) +
           look.style.bad(std::string(static_cast<std::size_t>(scaled(section.removed)), '-')) + "\n";
  }
  return out + " " + count(static_cast<std::size_t>(diff.added), "line") + " added, " +
         count(static_cast<std::size_t>(diff.removed), "line") + " removed\n";
}

/// git's [-removed-]{+added+} without colour, colours alone with it.
std::string words_of(const diff::Line& line, const Style& style) {
  const auto added = [&](std::string_view text) {
    return style.on() ? style.added_words(text) : "{+" + std::string(text) + "+}";
  };
  const auto removed = [&](std::string_view text) {
    return style.on() ? style.removed_words(text) : "[-" + std::string(text) + "-]";
  };
  const auto mark = [&](Op op, std::string_view text) {
    const auto end = text.find_last_not_of(' ') + 1;  // the blank after a word is no part of the change
    const auto core = text.substr(0, end), blanks = text.substr(end);
    return (op == Op::add ? added(core) : op == Op::remove ? removed(core) : std::string(core)) + std::string(blanks);
  };
  if (line.words.empty()) return mark(line.op, line.text);
  std::string out;
  for (const auto& piece : line.words) out += mark(piece.op, piece.value);
  return out;
}

std::string word_view(const diff::ResumeDiff& diff, const Look& look) {
  return sections_view(diff, look, [&](const diff::SectionDiff& section, std::size_t i) {
    const auto& line = section.lines[i];
    const bool pair = line.op == Op::remove && !line.words.empty() && i + 1 < section.lines.size() &&
                      section.lines[i + 1].op == Op::add && !section.lines[i + 1].words.empty();
    if (pair) return std::string();  // its new side shows both
    return wrapped(words_of(line, look.style), look.width, line.kind == OutlineKind::bullet ? "  • " : "  ");
  });
}

std::string side_by_side(const diff::ResumeDiff& diff, const Look& look) {
  const int half = (look.width - 3) / 2;
  const auto row = [&](const diff::Line* left, const diff::Line* right) {
    const auto lines = [&](const diff::Line* line) {
      return line ? wrap((line->kind == OutlineKind::bullet ? "• " : "") + line->text, half)
                  : std::vector<std::string>();
    };
    const auto a = lines(left), b = lines(right);
    std::string out;
    for (std::size_t k = 0; k < std::max(a.size(), b.size()); ++k) {
      const auto one = k < a.size() ? a[k] : "", two = k < b.size() ? b[k] : "";
      const bool changed = !left || !right || left->op != Op::keep;
      const auto sign = !left ? ">" : !right ? "<" : changed ? "|" : " ";
      auto line = pad(changed ? look.style.bad(one) : one, half) + " " + look.style.dim(k == 0 ? sign : " ") + " " +
                  (changed ? look.style.good(two) : two);
      line.erase(line.find_last_not_of(' ') + 1);
      out += line + "\n";
    }
    return out;
  };
  return sections_view(diff, look, [&](const diff::SectionDiff& section, std::size_t i) {
    const auto& line = section.lines[i];
    const auto pair_at = [&](std::size_t k) {
      return k + 1 < section.lines.size() && section.lines[k].op == Op::remove && !section.lines[k].words.empty() &&
             section.lines[k + 1].op == Op::add && !section.lines[k + 1].words.empty();
    };
    if (line.op == Op::keep) return row(&line, &line);
    if (pair_at(i)) return row(&line, &section.lines[i + 1]);
    if (line.op == Op::add && i > 0 && pair_at(i - 1)) return std::string();
    return line.op == Op::remove ? row(&line, nullptr) : row(nullptr, &line);
  });
}

}  // namespace

std::string diff_view(const diff::ResumeDiff& diff, DiffStyle style, const Look& look) {
  if (!diff.changed()) return "no differences\n";
  switch (style) {
    case DiffStyle::stat:
      return stat_view(diff, look);
    case DiffStyle::words:
      return word_view(diff, look);
    case DiffStyle::side_by_side:
      return side_by_side(diff, look);
    case DiffStyle::unified:
      break;
  }
  return sections_view(diff, look, [&](const diff::SectionDiff& section, std::size_t i) {
    return signed_line(section.lines[i], look.width, look.style);
  });
}

}  // namespace resumax::app
