#include <resumax/match/career.hpp>

#include <resumax/match/job_level.hpp>
#include <resumax/match/score.hpp>

#include <algorithm>

namespace resumax::match {

namespace {

int level_by_months(int months) { return months >= 60 ? 4 : months >= 24 ? 3 : months > 0 ? 2 : 0; }

}  // namespace

Career read_career(const Resume& resume, Date today) {
  Career out;
  for (const auto& work : resume.work) out.work.push_back(&work);
  const auto ended = [](const Work* w) { return w->dates.end.present ? Date{9999, 12, 31} : w->dates.end.date; };
  std::stable_sort(out.work.begin(), out.work.end(), [&](const Work* a, const Work* b) { return ended(a) > ended(b); });
  out.months = months_of_experience(resume, today);
  out.level = level_by_months(out.months);
  // What somebody calls himself counts where there is nothing else: else a new headline could cost points.
  if (out.work.empty()) out.level = job_level(resume.basics.label.value);
  for (std::size_t i = 0; i < std::min<std::size_t>(out.work.size(), 2); ++i)
    out.level = std::max(out.level, job_level(out.work[i]->position.value));
  return out;
}

}  // namespace resumax::match
