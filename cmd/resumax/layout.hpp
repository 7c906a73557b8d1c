#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::app {

/// Colour codes, or nothing: a view asks by meaning. Made once per run.
class Style {
 public:
  explicit Style(bool colour = false);
  std::string bold(std::string_view text) const { return paint(bold_, text); }
  std::string dim(std::string_view text) const { return paint(dim_, text); }
  std::string handle(std::string_view text) const { return paint(cyan_, text); }
  std::string good(std::string_view text) const { return paint(green_, text); }
  std::string bad(std::string_view text) const { return paint(red_, text); }
  std::string doubt(std::string_view text) const { return paint(yellow_, text); }
  /// The words of a changed line that differ.
  std::string added_words(std::string_view text) const { return paint(green_ + reverse_, text); }
  std::string removed_words(std::string_view text) const { return paint(red_ + reverse_, text); }
  bool on() const { return !reset_.empty(); }

 private:
  std::string paint(const std::string& code, std::string_view text) const {
    return on() && !text.empty() ? code + std::string(text) + reset_ : std::string(text);
  }
  std::string bold_, dim_, cyan_, green_, red_, yellow_, reverse_, reset_;
};

/// How a view draws: its colours and the columns it has.
struct Look {
  Style style;
  int width = 80;
};

/// Columns on a terminal; escape sequences count nothing.
int columns(std::string_view text);
/// Cut to `width` columns with "…" where it is longer. Plain text only.
std::string fit(std::string_view text, int width);
std::string pad(std::string text, int width);       ///< blanks at the end up to `width` columns
std::string pad_left(std::string text, int width);  ///< blanks before it

/// Lines of at most `width` columns, broken at blanks; a longer word is broken where it must be. Never empty.
std::vector<std::string> wrap(std::string_view text, int width);
/// The same as one text: `first` before the first line, blanks of the same width before the others, each line painted.
template <class Paint>
std::string wrapped(std::string_view text, int width, std::string_view first, Paint paint) {
  std::string out;
  const int indent = columns(first);
  for (const auto& line : wrap(text, width - indent))
    out += (out.empty() ? std::string(first) : std::string(static_cast<std::size_t>(indent), ' ')) + paint(line) + "\n";
  return out;
}
std::string wrapped(std::string_view text, int width, std::string_view first = "");

/// Columns of plain text in rows of cells. Where the rows are too wide, columns marked optional go first (last ones
/// first), then the flexible ones are cut.
class Table {
 public:
  enum class Fit { keep, cut, drop };  ///< drop: optional, and cut like the others while it stays
  struct Column {
    std::string_view heading;
    Fit fit = Fit::keep;
    bool right = false;
    std::string (Style::*paint)(std::string_view) const = nullptr;
  };
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  bool empty() const { return rows_.empty(); }
  std::string text(const Look& look, int indent = 0) const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

/// "1 resume", "2 resumes".
std::string count(std::size_t number, std::string_view noun);
std::string file_size(std::uint64_t bytes);  ///< "84 KB"
std::string points(double value);            ///< "54.2": one decimal
std::string exact_points(double value);      ///< "54.21", which add up
std::string gain(double value);              ///< "+1.2", "-0.4", "±0"
std::string moment(std::int64_t time);       ///< "2026-03-09 14:05" in UTC, "" for 0

}  // namespace resumax::app
