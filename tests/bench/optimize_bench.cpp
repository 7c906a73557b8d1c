// Optimizes every resume for some postings, in process, and prints a JSON record a pair (tests/bench/optimize_sweep.py
// reads them).
//
//   optimize_bench STRATEGY POSTINGS_EACH CHECK RESUME.json… -- POSTING.txt…
//
// CHECK 1 also asks the guard about every proposal again, scores the resume with all of them applied, and optimizes
// that once more; with 0 nothing is done but what is timed.

#include <resumax/core/error.hpp>
#include <resumax/core/resume_json.hpp>
#include <resumax/diff/apply.hpp>
#include <resumax/document/document.hpp>
#include <resumax/guard/guard.hpp>
#include <resumax/match/score.hpp>
#include <resumax/optimize/computed.hpp>
#include <resumax/optimize/optimize.hpp>
#include <resumax/parse/parse.hpp>

#include <nlohmann/json.hpp>

#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace resumax;
using nlohmann::json;

constexpr Date today{2026, 6, 15};

/// Of this thread, in microseconds: what others do on the machine does not count.
double cpu_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

/// Microseconds from each stage to the next.
class Stopwatch final : public Progress {
 public:
  void step(std::string_view stage, std::size_t, std::size_t) override {
    const double now = cpu_time();
    if (!stage_.empty()) times_[stage_] = now - since_;
    stage_ = stage;
    since_ = now;
  }
  const std::map<std::string, double>& times() const { return times_; }

 private:
  std::string stage_;
  double since_ = 0;
  std::map<std::string, double> times_;
};

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(Errc::not_found, "cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class T>
struct Named {
  std::string path;
  T value;
};

json brief(const Suggestion& s) {
  return {{"kind", to_string(s.kind)}, {"target", s.target},     {"original", s.original},  {"proposed", s.proposed},
          {"reason", s.reason},        {"delta", s.score_delta}, {"uncertain", s.uncertain}};
}

/// What a stored result is held to, as sentences; empty when all is well.
json broken_promises(const Resume& resume, const JobDescription& posting, const optimize::Outcome& outcome) {
  json out = json::array();
  const guard::Guard guard(resume, match::Taxonomy::builtin(), optimize::computed_facts(resume, today));
  std::vector<diff::Pick> picks;
  for (const Suggestion& s : outcome.suggestions)
    if (s.kind != SuggestionKind::gap) picks.push_back({&s, s.proposed});
  const Resume after = diff::apply(resume, picks);
  for (const auto& [path, verdict] : guard.check_all(after)) out.push_back("guard: " + path + ": " + verdict.reason);
  const double total = match::score(after, posting, match::Taxonomy::builtin(), today).total;
  if (total < outcome.before.total) out.push_back("the score falls");
  if (total != outcome.after.total) out.push_back("the score differs from the one said");
  return out;
}

Resume applied(const Resume& resume, const optimize::Outcome& outcome) {
  std::vector<diff::Pick> picks;
  for (const Suggestion& s : outcome.suggestions)
    if (s.kind != SuggestionKind::gap) picks.push_back({&s, s.proposed});
  return diff::apply(resume, picks);
}

json run_pair(const Named<Resume>& resume, const Named<JobDescription>& posting, Strategy strategy, bool check) {
  const match::Taxonomy& taxonomy = match::Taxonomy::builtin();
  Stopwatch stopwatch;
  const double begin = cpu_time();
  const auto outcome = optimize::optimize({resume.value, posting.value, strategy, today}, taxonomy, stopwatch);
  const double end = cpu_time();
  json out{{"resume", resume.path},
           {"posting", posting.path},
           {"language", resume.value.language},
           {"postingLanguage", posting.value.language},
           {"micros", end - begin},
           {"stages", stopwatch.times()},
           {"before", outcome.before.total},
           {"after", outcome.after.total}};
  if (!check) return out;
  out["suggestions"] = json::array();
  for (const Suggestion& s : outcome.suggestions) out["suggestions"].push_back(brief(s));
  out["rejected"] = json::array();
  for (const auto& [s, verdict] : outcome.rejected) {
    out["rejected"].push_back(brief(s));
    out["rejected"].back()["why"] = verdict.reason;
  }
  out["broken"] = broken_promises(resume.value, posting.value, outcome);
  NoProgress silent;
  const Resume after = applied(resume.value, outcome);
  const auto again = optimize::optimize({after, posting.value, strategy, today}, taxonomy, silent);
  out["againAfter"] = again.after.total;
  out["again"] = json::array();
  for (const Suggestion& s : again.suggestions)
    if (s.kind != SuggestionKind::gap) out["again"].push_back(brief(s));
  return out;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() < 5) throw Error(Errc::invalid_input, "STRATEGY POSTINGS_EACH CHECK RESUME… -- POSTING…");
  const auto strategy = parse_name<Strategy>(words[0]);
  const auto each = static_cast<std::size_t>(std::stoul(words[1]));
  const bool check = words[2] == "1";
  std::vector<Named<Resume>> resumes;
  std::vector<Named<JobDescription>> postings;
  bool posting = false;
  for (std::size_t i = 3; i < words.size(); ++i) {
    if (words[i] == "--") {
      posting = true;
    } else if (posting) {
      postings.push_back(
          {words[i], parse::parse_posting(document::from_text(read_file(words[i]), document::Format::text))});
    } else {
      resumes.push_back({words[i], resume_from_json(json::parse(read_file(words[i])))});
    }
  }
  // Each resume meets other postings than the one before it.
  std::size_t turn = 0;
  for (const auto& resume : resumes)
    for (std::size_t i = 0; i < std::min(each, postings.size()); ++i)
      std::cout << run_pair(resume, postings[turn++ % postings.size()], strategy, check)
                       .dump(-1, ' ', false, json::error_handler_t::replace)
                << '\n';
  return 0;
} catch (const std::exception& error) {
  std::cerr << "optimize_bench: " << error.what() << '\n';
  return 1;
}
