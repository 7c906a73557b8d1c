#pragma once

#include <resumax/match/taxonomy.hpp>

#include <string_view>
#include <vector>

namespace resumax::match {

/// The skills that a line of a posting's body asks for: those it names, but for what only names a job ("we hire a Java
/// developer": the title's matter), a team or department ("with our data science team"), the trade that the company
/// is in ("a leader in financial services") or what it gives ("training budget").
std::vector<SkillHit> asked_skills(std::string_view utf8, const Taxonomy& taxonomy);

}  // namespace resumax::match
