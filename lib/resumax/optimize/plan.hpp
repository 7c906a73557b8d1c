#pragma once

#include <resumax/core/suggestion.hpp>

namespace resumax::optimize {

/// What a strategy allows. Questions and typography are for all of them.
struct Plan {
  bool rephrase = false;           ///< weak openings, the first person, tense, filler
  bool formal = false;             ///< plain verbs in the language of reports, at equal claim
  bool shorten = false;            ///< every wordy phrase, and what is least to the point of long roles
  bool surface = false;            ///< skills that the lines show, into the list
  bool surface_mentioned = false;  ///< also those that the posting only mentions
  bool summary = false;            ///< one made of facts, where there is none
  bool trim = false;               ///< lines that others say
  bool both_forms = false;         ///< "Kubernetes (k8s)" where the posting's word goes in
  bool align_all = false;          ///< the posting's words in every line, not in a few
  bool results_first = false;      ///< lines with numbers before the others
  bool sort_skills = false;        ///< lists of skills by what the posting asks for, wherever they begin
};

Plan plan_for(Strategy strategy);

}  // namespace resumax::optimize
