#pragma once

#include <string_view>

namespace resumax::match {

/// The level of seniority that a job title names (titles.hpp), 0 where it names none. Stricter than `seniority_level`:
/// who manages products, projects or accounts is no manager of people, "Sales Executive" no executive, "Stage Manager"
/// no intern; "Engineer II" is a professional.
int job_level(std::string_view title);

/// How well somebody of the level `have` suits a job of the level `wanted`, in hundredths; 100 where either is 0.
int level_fit(int wanted, int have);

}  // namespace resumax::match
