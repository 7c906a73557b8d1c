#include "views.hpp"

#include <algorithm>
#include <cmath>

namespace resumax::app {
namespace {

std::string bar(double part, int width, const Style& style) {
  const int full = std::clamp(static_cast<int>(std::lround(part * width)), 0, width);
  std::string on, off;
  for (int i = 0; i < width; ++i) (i < full ? on : off) += i < full ? "█" : "░";
  return style.good(on) + style.dim(off);
}

std::string plain(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string component_view(const ScoreComponent& component, const Look& look, bool explain) {
  if (component.maximum == 0) return "  " + pad(plain(component.name), 18) + look.style.dim("not asked for") + "\n";
  const auto show = explain ? exact_points : points;
  const auto figures =
      pad_left(show(component.points), 5) + " of " + pad_left(show(component.maximum), explain ? 5 : 4);
  const double part = component.maximum > 0 ? component.points / component.maximum : 0;
  const int room = look.width - 2 - 18 - 14 - 2;
  std::string out = "  " + pad(plain(component.name), 18) + figures;
  if (room >= 8) out += "  " + bar(part, std::min(room, 24), look.style);
  return out + "\n";
}

std::string requirement_view(const RequirementMatch& requirement, const Look& look, bool explain) {
  const bool met = requirement.match != MatchKind::unmet;
  // A neighbour is a hint, never a proof: it gets neither tick nor cross.
  const bool only_near = requirement.match == MatchKind::related;
  const auto mark = only_near ? std::string("  ~ ") : met ? look.style.good("  ✓ ") : look.style.bad("  ✗ ");
  std::string text = requirement.name;
  std::string aside = met ? std::string(to_string(requirement.match)) : "";
  if (explain) aside += (aside.empty() ? "" : ", ") + exact_points(requirement.points) + " points";
  std::string out = mark + fit(text, look.width - 4 - 24) + (aside.empty() ? "" : "  " + look.style.dim(aside)) + "\n";
  if (explain)
    for (const auto& evidence : requirement.evidence)
      out += wrapped("\"" + evidence.quote + "\" in " + evidence.path, look.width, "      ",
                     [&](const std::string& line) { return look.style.dim(line); });
  return out;
}

std::string ceiling_view(const service::Ceiling& ceiling, const Look& look) {
  std::string out = "honest ceiling " + points(ceiling.honest);
  if (ceiling.suggestions > 0) out += ", with the " + count(static_cast<std::size_t>(ceiling.suggestions), "change");
  if (ceiling.suggestions > 0) out += " that resumax optimize proposes";
  if (ceiling.invented > ceiling.honest)
    out += "; up to " + points(ceiling.invented) + " only by claiming skills that the resume does not show";
  return wrapped(out, look.width, "", [&](const std::string& line) { return look.style.dim(line); });
}

}  // namespace

std::string ranking_view(const std::vector<RankedLine>& lines, std::size_t all, const Look& look) {
  Table table({{"", Table::Fit::keep, true},
               {"score", Table::Fit::keep, true},
               {"resume", Table::Fit::cut, false, &Style::handle},
               {"name", Table::Fit::drop},
               {"asked for", Table::Fit::keep, true},
               {"not shown", Table::Fit::drop}});
  std::size_t place = 0;
  for (const auto& line : lines) {
    const auto& ranked = line.ranked;
    std::string missing;
    for (const auto& name : ranked.missing) missing += (missing.empty() ? "" : ", ") + name;
    table.row({std::to_string(++place), points(ranked.score), line.handle.empty() ? line.file : line.handle, line.title,
               std::to_string(ranked.met) + " of " + std::to_string(ranked.requirements), missing});
  }
  auto out = table.text(look);
  if (lines.size() < all) out += look.style.dim("… and " + std::to_string(all - lines.size()) + " more") + "\n";
  return out;
}

std::string score_view(const Score& score, const service::Ceiling* ceiling, bool explain, const Look& full) {
  const Look look{full.style, std::min(full.width, 100)};
  std::string out =
      look.style.bold("score " + (explain ? exact_points : points)(score.total)) + look.style.dim(" of 100") + "\n";
  if (ceiling != nullptr) out += ceiling_view(*ceiling, look);
  out += "\n";
  for (const auto& component : score.components) {
    out += component_view(component, look, explain);
    if (explain && !component.explanation.empty())
      out += wrapped(component.explanation, look.width, "      ",
                     [&](const std::string& line) { return look.style.dim(line); });
  }
  for (const auto level : {RequirementLevel::required, RequirementLevel::preferred, RequirementLevel::mentioned}) {
    if (level == RequirementLevel::mentioned && !explain) continue;
    std::string list;
    for (const auto& requirement : score.requirements)
      if (requirement.level == level) list += requirement_view(requirement, look, explain);
    auto title = std::string(to_string(level));
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
    if (!list.empty()) out += "\n" + look.style.bold(title) + "\n" + list;
  }
  return out;
}

}  // namespace resumax::app
