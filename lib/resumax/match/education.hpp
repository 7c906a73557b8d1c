#pragma once

#include <string_view>
#include <vector>

namespace resumax::match {

/// Levels of education, comparable; `none` where a text names none.
enum class DegreeLevel { none, secondary, vocational, associate, bachelor, master, doctorate };

/// "a bachelor's degree", for people; "" for none.
std::string_view describe(DegreeLevel level);

/// Every level a text names, in its order: "BSc or MSc" is bachelor, master. Reads en, de, fr, es, pt and ar:
/// abbreviations (B.Sc., MBA, Ph.D., Bac+5), names of degrees, and apprenticeships.
std::vector<DegreeLevel> degree_levels(std::string_view utf8);

/// The highest level a text names: what somebody has.
DegreeLevel highest_degree(std::string_view utf8);
/// The lowest level a text names: what is asked for at least.
DegreeLevel lowest_degree(std::string_view utf8);

}  // namespace resumax::match
