#include <resumax/optimize/plan.hpp>

namespace resumax::optimize {

Plan plan_for(Strategy strategy) {
  Plan plan;
  if (strategy == Strategy::conservative) return plan;
  plan.rephrase = plan.surface = plan.summary = plan.trim = true;
  switch (strategy) {
    case Strategy::aggressive_keywords:
      plan.both_forms = plan.align_all = plan.surface_mentioned = true;
      break;
    case Strategy::executive_tone:
      plan.formal = plan.results_first = true;
      break;
    case Strategy::concise:
      plan.shorten = true;
      plan.summary = false;
      break;
    case Strategy::skills_focus:
      plan.align_all = plan.surface_mentioned = plan.sort_skills = true;
      break;
    default:
      break;
  }
  return plan;
}

}  // namespace resumax::optimize
