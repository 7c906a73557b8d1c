#include <resumax/parse/label_column.hpp>

#include <resumax/parse/vocabulary.hpp>
#include <resumax/parse/wrapped_dates.hpp>

#include <resumax/text/dates.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::parse {

bool LabelColumn::is_companion(const Side& side, const Side& other, bool at_start) const {
  if (side.width() > 0.75 * other.width() || side.bytes * 10 > other.bytes * 8) return false;
  if (at_start && is_text_of_its_own(side, other)) return false;
  const Groups groups = label_groups(page_.all(), side.cells, other.cells, page_.right_to_left(), at_start);
  if (groups.size() < 2)
    return at_start ? is_section_name(groups, other) || is_one_date(groups, other) : is_wrapped_date(groups, other);
  Side heads;
  std::size_t words = 0, dates = 0;
  for (const std::vector<int>& group : groups) {
    heads.cells.push_back(group.front());
    std::size_t group_words = 0;
    for (int i : group)
      group_words +=
          1 + static_cast<std::size_t>(std::count(page_.cell(i).text.begin(), page_.cell(i).text.end(), ' '));
    words += group_words;
    if (!text::find_dates(text_of(page_.all(), group)).empty() || is_duration(page_.cell(group.front()).text)) ++dates;
  }
  if (words > groups.size() * 7) return false;
  // A heading among the labels has nothing beside it; where each label has one line it may as well be a table's row.
  double share = page_.aligned(heads, other);
  if (at_start && (dates * 2 > groups.size() || other.cells.size() * 2 > groups.size() * 3))
    share = std::max(share, page_.beside_or_alone(heads, other));
  if (dates * 2 > groups.size())
    return share > 0.6 || (dates == groups.size() && std::all_of(heads.cells.begin(), heads.cells.end(), [&](int i) {
                             return page_.nearest(page_.cell(i), other) < 0.8 * page_.em();
                           }));
  if (at_start && groups.size() >= 3 && page_.leans_on_gutter(side) && page_.beside_or_alone(heads, other) > 0.8)
    return true;
  if (at_start && groups.size() >= 4 && words <= groups.size() * 4 && share > 0.95 && stand_aside(heads, other))
    return true;
  if (at_start && like_content(groups, other)) return false;
  if (!at_start) return false;
  if (share < 0.8 || (groups.size() < 3 && share < 1)) return false;
  return starts_blocks(groups, other);
}

bool LabelColumn::wraps(const Side& side, const Side& other, bool at_start) const {
  const auto groups = label_groups(page_.all(), side.cells, other.cells, page_.right_to_left(), at_start);
  return std::any_of(groups.begin(), groups.end(), [](const std::vector<int>& group) { return group.size() > 1; });
}

bool LabelColumn::names_sections(const Side& labels, const Side& text) const {
  const Vocabulary& words = Vocabulary::get();
  std::size_t names = 0, dates = 0, others = 0, beside = 0;
  Look look;
  const auto look_of = [&](int i) {
    return page_.cell(i).segments.empty() ? Look{} : page_.cell(i).segments.front().look;
  };
  const Groups groups = label_groups(page_.all(), labels.cells, text.cells, page_.right_to_left(), true);
  for (const std::vector<int>& group : groups)
    for (int i : group) {
      if (!words.heading(page_.cell(i).text)) continue;
      if (names++ == 0) look = look_of(i);
      if (page_.nearest(page_.cell(i), text) < 0.75 * std::max(size_of(page_.cell(i)), page_.em())) ++beside;
    }
  for (const std::vector<int>& group : groups)
    for (int i : group)
      if (words.heading(page_.cell(i).text))
        continue;
      else if (is_date(page_.cell(i).text))
        ++dates;
      else if (same_look(look_of(i), look) && std::count(page_.cell(i).text.begin(), page_.cell(i).text.end(), ' ') < 4)
        ++others;
      else
        return false;
  // A heading's word in the text may be a name there: "Freelance", "Other: Java".
  std::size_t headings = 0;
  for (int i : text.cells) {
    bool partial = false;
    if (!page_.is_heading(page_.cell(i)) || !words.heading(page_.cell(i).text, nullptr, &partial) || partial) continue;
    if (same_look(look_of(i), look)) return false;
    headings += look_of(i).size > 0.9F * look.size ? 1U : 0U;
  }
  return names + dates >= 2 && names >= others && beside >= 1 && beside * 2 >= names && headings * 3 <= names;
}

const Cell* LabelColumn::first_section(const Side& labels, const Side& text) const {
  if (labels.width() > 0.75 * text.width() || labels.bytes * 10 > text.bytes * 8) return nullptr;
  const Groups groups = label_groups(page_.all(), labels.cells, text.cells, page_.right_to_left(), true);
  const Cell* first_name = nullptr;
  const auto names = [&](const std::vector<int>& group) {
    const Cell& head = page_.cell(group.front());
    if (head.segments.empty() || !Vocabulary::get().heading(text_of(page_.all(), group)) ||
        page_.nearest(head, text) > 0.3 * size_of(head))
      return false;
    if (!first_name) first_name = &head;
    return same_look(head.segments.front().look, first_name->segments.front().look);
  };
  const auto first = std::find_if(groups.begin(), groups.end(), names);
  if (first == groups.end()) return nullptr;
  const auto named = std::count_if(first, groups.end(), names);
  if (named < 2 || named * 10 < (groups.end() - first) * 6) return nullptr;
  Side heads, below;
  for (auto group = first; group != groups.end(); ++group) heads.cells.push_back(group->front());
  for (int i : text.cells)
    if (page_.cell(i).baseline > first_name->baseline - 0.3 * size_of(*first_name)) below.cells.push_back(i);
  return page_.beside_or_alone(heads, below) > 0.8 && !page_.has_heading(below) ? first_name : nullptr;
}

/// Whether the headings of the text beside labels have nothing beside them, and no label looks like them.
bool LabelColumn::stand_aside(const Side& labels, const Side& text) const {
  std::size_t headings = 0;
  for (int i : text.cells) {
    if (!page_.is_heading(page_.cell(i))) continue;
    ++headings;
    if (page_.nearest(page_.cell(i), labels) < 0.5 * size_of(page_.cell(i))) return false;
  }
  return headings > 0 && std::none_of(labels.cells.begin(), labels.cells.end(), [&](int i) {
           return page_.is_heading(page_.cell(i)) && page_.has_heading_like(page_.cell(i), text) &&
                  size_of(page_.cell(i)) > 1.1 * page_.em();
         });
}

/// Whether both sides have sections under headings of one look, or the narrow one lists: labels do neither.
bool LabelColumn::is_text_of_its_own(const Side& side, const Side& other) const {
  const auto items = std::count_if(side.cells.begin(), side.cells.end(), [&](int i) { return page_.cell(i).bullet; });
  if (items >= 2) return true;
  const auto first =
      std::find_if(side.cells.begin(), side.cells.end(), [&](int i) { return page_.is_heading(page_.cell(i)); });
  if (first == side.cells.end()) return false;
  const auto alike = std::count_if(other.cells.begin(), other.cells.end(), [&](int i) {
    return page_.is_heading(page_.cell(i)) &&
           same_look(page_.cell(i).segments.front().look, page_.cell(*first).segments.front().look);
  });
  return alike >= 2;
}

/// Whether the only label is the heading of a section, set larger or heavier than the text beside it.
bool LabelColumn::is_section_name(const Groups& groups, const Side& other) const {
  if (groups.empty() || other.cells.size() < 3) return false;
  const Cell& head = page_.cell(groups.front().front());
  Side one;
  one.cells = {groups.front().front()};
  return Vocabulary::get().heading(head.text).has_value() && page_.aligned(one, other) > 0 &&
         !like_content(groups, other);
}

/// Whether most groups stand where a block of `other` starts: after more white than its lines keep between them,
/// or where one label stands for each row.
bool LabelColumn::starts_blocks(const Groups& groups, const Side& other) const {
  if (different_looks(groups, other)) return true;
  std::size_t at = 0, good = 0;
  for (const std::vector<int>& group : groups) {
    const Cell& head = page_.cell(group.front());
    while (at < other.cells.size() && page_.cell(other.cells[at]).baseline < head.baseline - 0.3 * size_of(head)) ++at;
    if (at >= other.cells.size()) break;
    if (at == 0 || at + 1 >= other.cells.size()) {
      ++good;
      continue;
    }
    const double above = page_.cell(other.cells[at]).baseline - page_.cell(other.cells[at - 1]).baseline;
    const double below = page_.cell(other.cells[at + 1]).baseline - page_.cell(other.cells[at]).baseline;
    if (above > 1.15 * below) ++good;
  }
  return good * 10 >= groups.size() * 7;
}

bool LabelColumn::different_looks(const Groups& groups, const Side& other) const {
  std::size_t bold_labels = 0, bold_content = 0;
  const auto bold = [&](int i) { return !page_.cell(i).segments.empty() && page_.cell(i).segments.front().look.bold; };
  for (const std::vector<int>& group : groups) bold_labels += bold(group.front()) ? 1U : 0U;
  for (int i : other.cells) bold_content += bold(i) ? 1U : 0U;
  return bold_labels * 10 >= groups.size() * 9 && bold_content * 4 <= other.cells.size();
}

/// Whether the only label is a date beside the first line of what it dates.
bool LabelColumn::is_one_date(const Groups& groups, const Side& other) const {
  if (groups.empty() || other.cells.size() < 2) return false;
  const Cell& head = page_.cell(groups.front().front());
  std::string text;
  for (int i : groups.front()) text += (text.empty() ? "" : " ") + page_.cell(i).text;
  return std::abs(page_.cell(other.cells.front()).baseline - head.baseline) < 0.3 * size_of(head) &&
         std::count(text.begin(), text.end(), ' ') < 7 && !text::find_dates(text).empty();
}

/// Whether the only aside is a date on lines of its own.
bool LabelColumn::is_wrapped_date(const Groups& groups, const Side& other) const {
  if (groups.empty() || groups.front().size() < 2) return false;
  std::string text;
  for (int i : groups.front())
    if (!is_duration(page_.cell(i).text)) text += (text.empty() ? "" : " ") + page_.cell(i).text;
  return is_date(text) && page_.nearest(page_.cell(groups.front().front()), other) < 0.8 * page_.em();
}

/// Whether the labels look as the content does and end without a colon: then they are no labels.
bool LabelColumn::like_content(const Groups& groups, const Side& other) const {
  std::size_t alike = 0;
  for (const std::vector<int>& group : groups) {
    const Cell& head = page_.cell(group.front());
    if (head.segments.empty() || page_.cell(group.back()).text.ends_with(':')) continue;
    const auto beside = std::find_if(other.cells.begin(), other.cells.end(), [&](int i) {
      return std::abs(page_.cell(i).baseline - head.baseline) < 0.3 * size_of(head);
    });
    if (beside != other.cells.end() && !page_.cell(*beside).segments.empty() &&
        same_look(page_.cell(*beside).segments.front().look, head.segments.front().look))
      ++alike;
  }
  return alike * 2 >= groups.size();
}

}  // namespace resumax::parse
