#include <resumax/diff/diff.hpp>

#include <resumax/diff/sequence.hpp>

#include <algorithm>

namespace resumax::diff {

namespace {

using detail::Step;

constexpr double changed_line = 0.35;  // below this two lines are not versions of one another

std::string shown(const OutlineLine& line) {
  if (line.aside.empty()) return line.text;
  return line.text.empty() ? line.aside : line.text + "  " + line.aside;
}

Line make_line(Op op, const OutlineLine& line) {
  return {op, shown(line), {}, line.paths.empty() ? "" : line.paths.front(), line.kind};
}

// Which removed line became which added one: the pairing in order with the greatest similarity in sum.
std::vector<std::pair<std::size_t, std::size_t>> pair_lines(const std::vector<const OutlineLine*>& removed,
                                                            const std::vector<const OutlineLine*>& added) {
  const std::size_t rows = removed.size(), columns = added.size();
  std::vector<std::vector<double>> best(rows + 1, std::vector<double>(columns + 1, 0.0));
  std::vector<std::vector<double>> alike(rows, std::vector<double>(columns, 0.0));
  for (std::size_t i = rows; i-- > 0;)
    for (std::size_t j = columns; j-- > 0;) {
      if (removed[i]->kind == added[j]->kind) alike[i][j] = detail::similarity(shown(*removed[i]), shown(*added[j]));
      if (alike[i][j] < changed_line) alike[i][j] = 0;
      best[i][j] = std::max({best[i + 1][j], best[i][j + 1], alike[i][j] + best[i + 1][j + 1]});
    }
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    if (alike[i][j] > 0 && best[i][j] <= alike[i][j] + best[i + 1][j + 1]) {
      pairs.emplace_back(i++, j++);
    } else if (best[i + 1][j] >= best[i][j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return pairs;
}

class SectionBuilder {
 public:
  explicit SectionBuilder(SectionDiff& out) : out_(out) {}

  void keep(const OutlineLine& line) { out_.lines.push_back(make_line(Op::keep, line)); }

  // A run of changes: lines only removed, lines only added, and pairs that are one line changed.
  void change(const std::vector<const OutlineLine*>& removed, const std::vector<const OutlineLine*>& added) {
    std::size_t i = 0, j = 0;
    for (const auto& [old_index, new_index] : pair_lines(removed, added)) {
      only(removed, i, old_index, added, j, new_index);
      Line before = make_line(Op::remove, *removed[i++]), after = make_line(Op::add, *added[j++]);
      before.words = after.words = diff_words(before.text, after.text);
      push(std::move(before));
      push(std::move(after));
    }
    only(removed, i, removed.size(), added, j, added.size());
  }

 private:
  void only(const std::vector<const OutlineLine*>& removed, std::size_t& i, std::size_t removed_end,
            const std::vector<const OutlineLine*>& added, std::size_t& j, std::size_t added_end) {
    while (i < removed_end) push(make_line(Op::remove, *removed[i++]));
    while (j < added_end) push(make_line(Op::add, *added[j++]));
  }
  void push(Line line) {
    (line.op == Op::remove ? out_.removed : out_.added) += 1;
    out_.lines.push_back(std::move(line));
  }

  SectionDiff& out_;
};

std::vector<OutlineLine> with_heading(const OutlineSection& section) {
  std::vector<OutlineLine> lines = {{OutlineKind::heading, section.heading, "", "", {}}};
  lines.insert(lines.end(), section.lines.begin(), section.lines.end());
  return lines;
}

// The heading is a line of its own only where it changed; a section that is there on one side alone is named by it.
SectionDiff diff_section(const OutlineSection* before, const OutlineSection* after) {
  const OutlineSection& shown_section = after ? *after : *before;
  SectionDiff out{shown_section.heading, shown_section.kind, {}, 0, 0};
  const bool renamed = before && after && before->heading != after->heading;
  std::vector<OutlineLine> old_lines, new_lines;
  if (before) old_lines = renamed ? with_heading(*before) : before->lines;
  if (after) new_lines = renamed ? with_heading(*after) : after->lines;
  std::vector<std::string> old_texts, new_texts;
  for (const OutlineLine& line : old_lines) old_texts.push_back(shown(line));
  for (const OutlineLine& line : new_lines) new_texts.push_back(shown(line));

  SectionBuilder builder(out);
  std::vector<const OutlineLine*> removed, added;
  for (const Step& step : detail::edit_script(old_texts, new_texts)) {
    if (step.op == Op::remove) {
      removed.push_back(&old_lines[step.before]);
    } else if (step.op == Op::add) {
      added.push_back(&new_lines[step.after]);
    } else {
      builder.change(removed, added);
      removed.clear();
      added.clear();
      builder.keep(new_lines[step.after]);
    }
  }
  builder.change(removed, added);
  return out;
}

constexpr std::size_t none = static_cast<std::size_t>(-1);

// For each new section the old one it continues: the same kind and heading, else the next unclaimed of its kind.
std::vector<std::size_t> match_sections(const std::vector<OutlineSection>& before,
                                        const std::vector<OutlineSection>& after) {
  std::vector<std::size_t> match(after.size(), none);
  std::vector<bool> taken(before.size(), false);
  for (const bool same_heading : {true, false})
    for (std::size_t j = 0; j < after.size(); ++j)
      for (std::size_t i = 0; i < before.size() && match[j] == none; ++i)
        if (!taken[i] && before[i].kind == after[j].kind && (!same_heading || before[i].heading == after[j].heading)) {
          match[j] = i;
          taken[i] = true;
        }
  return match;
}

}  // namespace

ResumeDiff diff(const Resume& before, const Resume& after) {
  const std::vector<OutlineSection> old_sections = outline(before), new_sections = outline(after);
  const std::vector<std::size_t> match = match_sections(old_sections, new_sections);
  std::vector<bool> done(old_sections.size(), false);
  for (std::size_t i : match)
    if (i != none) done[i] = true;

  ResumeDiff out;
  // Sections that are gone stand where the new order has reached what preceded them.
  const auto gone_before = [&](std::size_t end) {
    for (std::size_t i = 0; i < end; ++i)
      if (!done[i]) {
        done[i] = true;
        out.sections.push_back(diff_section(&old_sections[i], nullptr));
      }
  };
  for (std::size_t j = 0; j < new_sections.size(); ++j) {
    if (match[j] != none) gone_before(match[j]);
    out.sections.push_back(diff_section(match[j] == none ? nullptr : &old_sections[match[j]], &new_sections[j]));
  }
  gone_before(old_sections.size());
  for (const SectionDiff& section : out.sections) {
    out.added += section.added;
    out.removed += section.removed;
  }
  return out;
}

}  // namespace resumax::diff
