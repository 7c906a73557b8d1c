#include <resumax/optimize/propose.hpp>

#include <algorithm>
#include <map>

namespace resumax::optimize {

namespace {

// Where a suggestion stands in the resume: by the text it changes, a list by its first one, what is appended after it.
class Places {
 public:
  explicit Places(const Resume& resume) {
    int at = 0;
    for (const ConstField& field : fields(resume)) {
      index_[field.path] = at += 2;
      const std::string list = field.path.substr(0, field.path.rfind('/'));
      index_.emplace(list, at - 1);
      index_[list + "/-"] = at + 1;
      if (field.section == SectionKind::skills) index_["/skills/-"] = at + 1;
      if (field.section == SectionKind::contact) index_["/basics/label"] = index_["/basics/summary"] = at + 1;
    }
    end_ = at + 2;
  }

  int of(const Suggestion& s) const {
    if (s.kind == SuggestionKind::gap) return end_ + 1;
    const auto it = index_.find(s.target);
    return it == index_.end() ? end_ : it->second;
  }

 private:
  std::map<std::string, int> index_;
  int end_ = 0;
};

bool replaces_text(SuggestionKind kind) {
  return kind != SuggestionKind::surface_skill && kind != SuggestionKind::reorder && kind != SuggestionKind::gap;
}

}  // namespace

std::vector<std::size_t> recent_roles(const Resume& resume, std::size_t most) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < resume.work.size(); ++i) out.push_back(i);
  const auto end = [&](std::size_t i) {
    const DateRange& dates = resume.work[i].dates;
    return dates.end.present ? Date{9999, 12, 31} : dates.end.date;
  };
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return end(a) > end(b); });
  if (out.size() > most) out.resize(most);
  return out;
}

std::vector<Suggestion> propose(const Analysis& analysis) {
  std::vector<Suggestion> all, out;
  const auto add = [&](std::vector<Suggestion> list) {
    for (Suggestion& s : list) all.push_back(std::move(s));
  };
  // A line that is to go needs no other change.
  if (analysis.plan.trim) {
    add(propose_trims(analysis));
    add(propose_merges(analysis, all));
  }
  add(propose_texts(analysis));
  add(propose_orders(analysis));
  if (analysis.plan.surface) add(propose_skills(analysis));
  if (analysis.plan.summary)
    if (auto summary = make_summary(analysis, true)) all.push_back(std::move(*summary));
  if (analysis.plan.summary)
    if (auto headline = make_headline(analysis)) all.push_back(std::move(*headline));
  add(propose_headings(analysis));
  add(propose_gaps(analysis));
  add(propose_questions(analysis));
  std::map<std::string, bool> taken;
  for (Suggestion& s : all) {
    if (replaces_text(s.kind) && !taken.emplace(s.target, true).second) continue;
    for (const Evidence& line : s.merged) taken.emplace(line.path, true);
    out.push_back(std::move(s));
  }
  const Places places(analysis.resume);
  std::stable_sort(out.begin(), out.end(),
                   [&](const Suggestion& a, const Suggestion& b) { return places.of(a) < places.of(b); });
  return out;
}

}  // namespace resumax::optimize
