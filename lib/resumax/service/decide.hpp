#pragma once

#include <resumax/diff/apply.hpp>
#include <resumax/guard/guard.hpp>
#include <resumax/service/service.hpp>

#include <vector>

namespace resumax::service {

/// What a request decides about each proposal of an optimization, in the proposals' order; gaps propose nothing and
/// are left out. Throws invalid_input for a suggestion that is not there, is a gap or is named twice, and when a list
/// or a section accepts nothing. `all` and `safe` may: a resume that needs no change becomes a version as it is.
std::vector<Decision> decide(const OptimizationDetail& optimization, const Accept& request);

/// The accepted and edited suggestions with their texts. Throws guard_rejected for an edited text that the source does
/// not support, naming the words. The picks point into `suggestions`.
std::vector<diff::Pick> checked_picks(const std::vector<Suggestion>& suggestions,
                                      const std::vector<Decision>& decisions, const guard::Guard& guard);

/// Every proposal as it stands; gaps propose nothing.
std::vector<diff::Pick> all_proposals(const std::vector<Suggestion>& suggestions);

/// The last gate before a version: throws guard_rejected where any line of it is unsupported.
void require_supported(const guard::Guard& guard, const Resume& candidate);

}  // namespace resumax::service
