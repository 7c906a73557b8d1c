#include "layout.hpp"

#include <resumax/service/json.hpp>
#include <resumax/text/unicode.hpp>

#include <rang.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <sstream>

namespace resumax::app {
namespace {

template <class... Codes>
std::string code(Codes... codes) {
  std::ostringstream out;
  (out << ... << codes);
  return out.str();
}

/// Length in bytes of the escape sequence at `at`, 0 where none stands.
std::size_t escape_at(std::string_view text, std::size_t at) {
  if (text[at] != '\033' || at + 1 >= text.size() || text[at + 1] != '[') return 0;
  const auto end = text.find('m', at);
  return end == std::string_view::npos ? 0 : end - at + 1;
}

/// Bytes of the longest start of `text` that takes at most `width` columns; at least one character.
std::size_t prefix(std::string_view text, int width) {
  std::size_t at = 0;
  int used = 0;
  while (at < text.size()) {
    if (const auto escape = escape_at(text, at)) {
      at += escape;
      continue;
    }
    std::size_t next = at;
    text::next_code_point(text, next);
    const int more = static_cast<int>(text::display_width(text.substr(at, next - at)));
    if (used + more > width && at > 0) break;
    used += more;
    at = next;
  }
  return at;
}

std::string printed(const char* format, double value) {
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, value);
  return buffer.data();
}

}  // namespace

Style::Style(bool colour) {
  if (!colour) return;
  rang::setControlMode(rang::control::Force);
  bold_ = code(rang::style::bold);
  dim_ = code(rang::style::dim);
  cyan_ = code(rang::fg::cyan);
  green_ = code(rang::fg::green);
  red_ = code(rang::fg::red);
  yellow_ = code(rang::fg::yellow);
  reverse_ = code(rang::style::reversed);
  reset_ = code(rang::style::reset);
}

int columns(std::string_view text) {
  int total = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto escape = std::min(text.find('\033', at), text.size());
    total += static_cast<int>(text::display_width(text.substr(at, escape - at)));
    at = escape == text.size() ? escape : escape + std::max<std::size_t>(escape_at(text, escape), 1);
  }
  return total;
}

std::string fit(std::string_view text, int width) {
  if (columns(text) <= width) return std::string(text);
  if (width < 2) return width < 1 ? "" : "…";
  return std::string(text::trim(text.substr(0, prefix(text, width - 1)))) + "…";
}

std::string pad(std::string text, int width) {
  const int missing = width - columns(text);
  return missing > 0 ? std::move(text) + std::string(static_cast<std::size_t>(missing), ' ') : text;
}

std::string pad_left(std::string text, int width) {
  const int missing = width - columns(text);
  return missing > 0 ? std::string(static_cast<std::size_t>(missing), ' ') + std::move(text) : text;
}

std::vector<std::string> wrap(std::string_view text, int width) {
  width = std::max(width, 8);
  std::vector<std::string> lines(1);
  int used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    const auto end = std::min(text.find(' ', begin), text.size());
    auto word = text.substr(begin, end - begin);
    at = end;
    const int size = columns(word);
    if (used > 0 && used + 1 + size > width) {
      lines.emplace_back();
      used = 0;
    } else if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    while (columns(word) > width) {
      const auto part = prefix(word, width);
      lines.back() += word.substr(0, part);
      lines.emplace_back();
      word.remove_prefix(part);
    }
    lines.back() += word;
    used += columns(word);
  }
  return lines;
}

std::string wrapped(std::string_view text, int width, std::string_view first) {
  return wrapped(text, width, first, [](const std::string& line) { return line; });
}

std::string Table::text(const Look& look, int indent) const {
  std::vector<int> widths(columns_.size(), 0);
  std::vector<bool> shown(columns_.size(), true);
  bool headings = false;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    for (const auto& row : rows_) widths[c] = std::max(widths[c], columns(row[c]));
    if (widths[c] == 0) shown[c] = false;
    if (!columns_[c].heading.empty()) headings = true;
    if (shown[c]) widths[c] = std::max(widths[c], columns(columns_[c].heading));
  }
  const auto total = [&] {
    int sum = indent;
    for (std::size_t c = 0; c < columns_.size(); ++c)
      if (shown[c]) sum += widths[c] + 2;
    return sum - 2;
  };
  constexpr int narrow = 14;
  const auto squeezed = [&] {  // what the table takes once every flexible column is at its narrowest
    int spare = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c)
      if (shown[c] && columns_[c].fit != Fit::keep) spare += std::max(0, widths[c] - narrow);
    return total() - spare;
  };
  for (std::size_t c = columns_.size(); c-- > 0 && squeezed() > look.width;)
    if (columns_[c].fit == Fit::drop) shown[c] = false;
  while (total() > look.width) {
    std::size_t widest = columns_.size();
    for (std::size_t c = 0; c < columns_.size(); ++c)
      if (shown[c] && columns_[c].fit != Fit::keep && widths[c] > 6 &&
          (widest == columns_.size() || widths[c] > widths[widest]))
        widest = c;
    if (widest == columns_.size()) break;
    --widths[widest];
  }
  const auto line = [&](const auto& cell_of, bool heading) {
    std::string out(static_cast<std::size_t>(indent), ' ');
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (!shown[c]) continue;
      const auto cell = fit(cell_of(c), widths[c]);
      const auto paint = heading ? &Style::dim : columns_[c].paint;
      const auto painted = paint ? (look.style.*paint)(cell) : cell;
      out += (columns_[c].right ? pad_left(painted, widths[c]) : pad(painted, widths[c])) + "  ";
    }
    out.erase(out.find_last_not_of(' ') + 1);
    return out + "\n";
  };
  std::string out;
  if (headings) out += line([&](std::size_t c) { return std::string(columns_[c].heading); }, true);
  for (const auto& row : rows_) out += line([&](std::size_t c) { return row[c]; }, false);
  return out;
}

std::string count(std::size_t number, std::string_view noun) {
  return std::to_string(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

std::string file_size(std::uint64_t bytes) {
  if (bytes < 1024) return count(bytes, "byte");
  if (bytes < 10u * 1024u) return printed("%.1f KB", static_cast<double>(bytes) / 1024);
  if (bytes < 1024u * 1024u) return printed("%.0f KB", static_cast<double>(bytes) / 1024);
  return printed("%.1f MB", static_cast<double>(bytes) / (1024.0 * 1024.0));
}

std::string points(double value) { return printed("%.1f", value); }

std::string exact_points(double value) { return printed("%.2f", value); }

std::string gain(double value) { return std::abs(value) < 0.05 ? "±0" : printed("%+.1f", value); }

std::string moment(std::int64_t time) {
  auto text = service::format_time(time);
  if (text.size() < 16) return text;
  text[10] = ' ';
  return text.substr(0, 16);
}

}  // namespace resumax::app
