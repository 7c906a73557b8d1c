#pragma once

#include <resumax/parse/body.hpp>

#include <vector>

namespace resumax::parse {

/// Employment or volunteering: employer and title told apart by their words and by the order the section keeps.
std::vector<Work> read_work(Source& source, const std::vector<std::size_t>& lines);
std::vector<Project> read_projects(Source& source, const std::vector<std::size_t>& lines);
/// Schools, degrees, subjects, marks and courses.
std::vector<Education> read_education(Source& source, const std::vector<std::size_t>& lines);

}  // namespace resumax::parse
