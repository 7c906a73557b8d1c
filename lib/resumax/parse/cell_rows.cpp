#include <resumax/parse/cell_rows.hpp>

#include <resumax/parse/vocabulary.hpp>
#include <resumax/parse/wrapped_dates.hpp>

#include <resumax/text/dates.hpp>

#include <algorithm>

namespace resumax::parse {
namespace {

using Cells = std::vector<int>;

bool is_dated(const Cell& cell) { return !text::find_dates(cell.text).empty(); }

/// Whether a cell is the heading of a section, by its words and by not looking as the next one does.
bool names_section(const Cell& cell, const Cell& next) {
  if (cell.segments.empty() || next.segments.empty() || cell.text.size() > 60) return false;
  return !same_look(cell.segments.front().look, next.segments.front().look) &&
         Vocabulary::get().heading(cell.text).has_value();
}

}  // namespace

std::string text_of(const std::vector<Cell>& all, const std::vector<int>& cells) {
  std::string text;
  for (int i : cells) text += (text.empty() ? "" : " ") + all[static_cast<std::size_t>(i)].text;
  return text;
}

double size_of(const Cell& cell) { return cell.size > 0 ? static_cast<double>(cell.size) : cell.box.y1 - cell.box.y0; }

std::vector<CellRow> rows_of(const std::vector<Cell>& all, const std::vector<int>& cells) {
  std::vector<CellRow> rows;
  for (int i : cells) {
    const Cell& cell = all[static_cast<std::size_t>(i)];
    const double tolerance = 0.35 * size_of(cell);
    if (rows.empty() || cell.baseline - rows.back().baseline > tolerance) rows.push_back({{}, cell.baseline});
    rows.back().cells.push_back(i);
  }
  return rows;
}

std::vector<Cells> label_groups(const std::vector<Cell>& all, Cells labels, const Cells& content, bool right_to_left,
                                bool at_start) {
  const auto cell = [&](int i) -> const Cell& { return all[static_cast<std::size_t>(i)]; };
  double edge = right_to_left ? 1e9 : -1e9;
  for (int i : content) edge = right_to_left ? std::min(edge, cell(i).box.x0) : std::max(edge, cell(i).box.x1);
  std::vector<Cells> groups;
  std::size_t at = 0;
  // A date that is wrapped may need the line after the next: "May 2019 – / September / 2021".
  const auto goes_on = [&](const Cells& group, std::size_t l) {
    if (group.size() > 6) return false;
    const std::string before = text_of(all, group), next = cell(labels[l]).text;
    if (goes_on_as_date(before, next)) return true;
    if (l + 1 >= labels.size()) return false;
    return cell(labels[l + 1]).baseline - cell(labels[l]).baseline < 2 * size_of(cell(labels[l])) &&
           goes_on_as_date(before, next + ' ' + cell(labels[l + 1]).text);
  };
  for (std::size_t l = 0; l < labels.size(); ++l) {
    const int i = labels[l];
    bool together = false;
    if (!groups.empty()) {
      const Cell& before = cell(groups.back().back());
      const double distance = cell(i).baseline - before.baseline;
      const bool leading = distance < 1.45 * std::max(size_of(cell(i)), size_of(before));
      const double tolerance = 0.3 * size_of(cell(i));
      while (at < content.size() && cell(content[at]).baseline < cell(i).baseline - tolerance) ++at;
      const bool beside = at < content.size() && cell(content[at]).baseline <= cell(i).baseline + tolerance;
      bool full = true;
      if (beside && at > 0) {
        const Box& above = cell(content[at - 1]).box;
        full = right_to_left ? above.x0 < edge + 40 : above.x1 > edge - 40;
      }
      const bool closed = before.text.ends_with(':') || names_section(before, cell(i));
      together =
          distance < 0.4 * size_of(before) || (leading && !closed && (!beside || (full && at_start))) ||
          (distance < 2 * size_of(before) && goes_on(groups.back(), l)) ||
          (leading && !at_start && is_dated(cell(groups.back().front())) && !is_dated(cell(i))) ||
          (distance < 2.2 * size_of(before) && is_dated(cell(groups.back().front())) && is_duration(cell(i).text));
    }
    if (!together) groups.emplace_back();
    groups.back().push_back(i);
  }
  return groups;
}

}  // namespace resumax::parse
