#pragma once

#include <resumax/core/job_description.hpp>
#include <resumax/match/education.hpp>
#include <resumax/match/spoken_languages.hpp>
#include <resumax/match/titles.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace resumax::match {

/// What a posting asks for beside skills.
struct Wishes {
  std::string language;
  std::string title_text;
  Title title, head;  ///< of the whole title, and of its first part (title_head)
  int level = 0;      ///< titles.hpp, 0 for none
  double years = -1;  ///< -1 for none
  DegreeLevel degree = DegreeLevel::none;
  std::vector<SpokenLanguage> languages;
};

Wishes read_wishes(const JobDescription& posting, std::string_view language);

}  // namespace resumax::match
