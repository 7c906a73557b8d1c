#pragma once

#include <resumax/match/taxonomy.hpp>

#include <set>
#include <string_view>
#include <vector>

namespace resumax::match {

/// The skills that a line of a posting's body asks for: those it names, but for what only names a job ("we hire a Java
/// developer": the title's matter), a team or department ("with our data science team"), the trade that the company
/// is in ("a leader in financial services"), what it gives ("training budget") or what was studied ("a degree in
/// nutrition").
std::vector<SkillHit> asked_skills(std::string_view utf8, const Taxonomy& taxonomy);

using Categories = std::set<std::string_view>;

/// The same for a line of prose, such as a duty, where a field of work ("web services", "user experience") may be named
/// in passing: it counts where the line says that it is wanted, or where its category is among the `known` ones, which
/// the posting's title or its requirements share.
std::vector<SkillHit> asked_skills(std::string_view utf8, const Taxonomy& taxonomy, const Categories& known);

}  // namespace resumax::match
