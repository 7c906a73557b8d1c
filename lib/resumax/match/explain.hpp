#pragma once

#include <resumax/core/score.hpp>
#include <resumax/match/education.hpp>
#include <resumax/match/weights.hpp>

#include <string>
#include <string_view>
#include <vector>

/// One sentence for people on each component of the score.
namespace resumax::match::explain {

std::string not_asked(Component component);
std::string skills(Component component, const std::vector<RequirementMatch>& matches);
std::string similarity(std::size_t shared, std::size_t terms);
/// `likeness` in thousandths; `best` is the resume's title that comes nearest, "" for none.
std::string title(std::string_view wanted, std::string_view best, int likeness);
/// How many of the words of a posting's title stand in the resume's lines; "" for no words.
std::string title_shown(std::size_t shown, std::size_t words);
/// What a title loses because the job is of another level: `fit` hundredths of it are left.
std::string level(int wanted, int have, int fit);
/// `wanted_years` below or at 0 and levels of 0 are not said.
std::string seniority(int months, double wanted_years, int level, int wanted_level);
/// What stands after the sentence of a component that counts as far as the rest fits.
std::string_view condition();
std::string education(DegreeLevel wanted, DegreeLevel have);
std::string languages(const std::vector<std::string_view>& met, const std::vector<std::string_view>& weak,
                      const std::vector<std::string_view>& missing);

}  // namespace resumax::match::explain
