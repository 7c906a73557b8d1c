#pragma once

#include <resumax/core/score.hpp>

#include <string>
#include <vector>

namespace resumax {

enum class SuggestionKind { rephrase, align_term, reorder, surface_skill, summary, format, trim, gap };

template <>
struct Names<SuggestionKind> {
  static constexpr std::string_view what = "suggestion kind";
  static constexpr NameTable<SuggestionKind, 8> table{{
      {SuggestionKind::rephrase, "rephrase"},
      {SuggestionKind::align_term, "align_term"},
      {SuggestionKind::reorder, "reorder"},
      {SuggestionKind::surface_skill, "surface_skill"},
      {SuggestionKind::summary, "summary"},
      {SuggestionKind::format, "format"},
      {SuggestionKind::trim, "trim"},
      {SuggestionKind::gap, "gap"},
  }};
};

/// The guard's answer for one proposed line: `words` are the ones at fault, `evidence` the lines looked at.
struct Verdict {
  bool accepted = true;
  std::string reason;  ///< "" when accepted
  std::vector<std::string> words;
  std::vector<Evidence> evidence;
};

/// One proposed change. What `target` names and `proposed` holds depends on the kind:
///  - rephrase, align_term, format, trim, summary: `target` is a text ("/work/0/highlights/2", "/basics/summary");
///    `proposed` replaces `original`. At most one such suggestion of an optimization names a target. A summary may
///    name a text that is not there yet (original ""). `merged` are other texts of its list that `proposed` says too:
///    they go with it, all or none, and no other suggestion names them.
///  - surface_skill: `target` is a place after the end of a list ("/skills/0/keywords/-", or "/skills/-" for a new
///    group); `proposed` is the keyword to append. `order`, where it is not empty, is the one index to put it at
///    instead, after a reordering of the list.
///  - reorder: `target` is a list ("/work/0/highlights"); `order` lists the original indexes in their new order,
///    each once; `original` and `proposed` are the lines joined by "\n" for reading.
///  - gap: a question (has this been done? how many was it?); nothing is proposed and `target` is "".
struct Suggestion {
  int id = 0;  ///< from 1, within its optimization
  SuggestionKind kind = SuggestionKind::rephrase;
  SectionKind section = SectionKind::other;
  std::string target;
  std::string original, proposed;
  std::vector<int> order;
  std::string reason;  ///< one or two sentences for the person who decides
  std::vector<Evidence> evidence;
  std::vector<Evidence> merged;  ///< whole lines
  std::vector<std::string> keywords_gained;
  double score_delta = 0;  ///< points of the total when this one alone is applied
  double confidence = 1.0;
  bool uncertain = false;  ///< defaults to the original; `safe` leaves it out
  std::string origin = "rules";
};

/// A suggestion the guard sent back, kept with its reason and out of the way.
struct RejectedSuggestion {
  Suggestion suggestion;
  Verdict verdict;
};

enum class Strategy { standard, conservative, aggressive_keywords, executive_tone, concise, skills_focus };

template <>
struct Names<Strategy> {
  static constexpr std::string_view what = "strategy";
  static constexpr NameTable<Strategy, 6> table{{
      {Strategy::standard, "default"},
      {Strategy::conservative, "conservative"},
      {Strategy::aggressive_keywords, "aggressive_keywords"},
      {Strategy::executive_tone, "executive_tone"},
      {Strategy::concise, "concise"},
      {Strategy::skills_focus, "skills_focus"},
  }};
};

}  // namespace resumax
