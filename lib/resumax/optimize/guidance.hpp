#pragma once

#include <resumax/core/suggestion.hpp>
#include <resumax/match/taxonomy.hpp>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::optimize {

/// What a person asks of a run beside its strategy.
struct Guidance {
  std::vector<std::string> focus;  ///< skills or topics to bring forward, as they were said
  bool shorter = false;
  std::set<SectionKind> keep;        ///< sections to leave as they are
  std::optional<Strategy> strategy;  ///< the tone asked for
  std::optional<int> max_changes;
  std::vector<std::string> unknown;  ///< parts of the instructions that were not understood
};

/// Reads instructions in English: parts divided by commas, semicolons, full stops, "and" or "but", each of them one of
/// understood_instructions(). A skill is recognised by the taxonomy, so that "more about CI and CD" stays one topic.
Guidance read_guidance(std::string_view instructions, const match::Taxonomy& taxonomy);

/// What instructions may say, for people: "more about SKILL, shorter, …".
std::string_view understood_instructions();

}  // namespace resumax::optimize
