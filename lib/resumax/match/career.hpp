#pragma once

#include <resumax/core/resume.hpp>

#include <vector>

namespace resumax::match {

/// What somebody worked as, when and at what level.
struct Career {
  std::vector<const Work*>
      work;        ///< the most recent first: present ones before ended ones, else as the resume has them
  int months = 0;  ///< months_of_experience (score.hpp)
  int level = 0;   ///< titles.hpp: by months, and by what the two latest titles say; 0 where nothing does
  bool undated() const { return months == 0 && !work.empty(); }
};

/// The positions are those of `resume`, which must outlive the result.
Career read_career(const Resume& resume, Date today);

}  // namespace resumax::match
