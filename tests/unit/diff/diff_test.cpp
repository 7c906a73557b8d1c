#include <resumax/diff/apply.hpp>
#include <resumax/diff/diff.hpp>

#include <resumax/core/error.hpp>
#include <resumax/core/fields.hpp>
#include <resumax/core/resume_json.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>

using namespace resumax;
using diff::Op;

namespace {

Resume sample() {
  return resume_from_json(nlohmann::json::parse(R"({
    "basics": {"name": "Mira Valdane", "label": "Backend Engineer", "email": "mira@example.org"},
    "work": [
      {"name": "Northlight Rail", "position": "Engineer", "startDate": "2019-03", "endDate": "2022-05",
       "highlights": ["Responsible for maintaining the billing service in C++ and Go.",
                      "Cut the nightly import from 6 hours to 40 minutes.",
                      "Mentored two interns."]},
      {"name": "Quill & Tern", "position": "Developer", "startDate": "2016",
       "highlights": ["Wrote reports in Python.", "Answered the on-call phone."]}],
    "skills": [{"name": "Languages", "keywords": ["C++", "Go", "Python"]}],
    "education": [{"institution": "University of Osterby", "studyType": "BSc"}]})"));
}

std::string side(const std::vector<diff::WordPiece>& pieces, Op op) {
  std::string out;
  for (const auto& piece : pieces)
    if (piece.op == Op::keep || piece.op == op) out += piece.value;
  return out;
}

bool holds(const std::vector<diff::WordPiece>& pieces, Op op, std::string_view value) {
  return std::any_of(pieces.begin(), pieces.end(), [&](const auto& p) { return p.op == op && p.value == value; });
}

Suggestion replace(const Resume& resume, std::string target, std::string proposed) {
  Suggestion s;
  s.target = std::move(target);
  s.original = find_field(resume, s.target) ? find_field(resume, s.target)->value : "";
  s.proposed = std::move(proposed);
  return s;
}

Suggestion reorder(const Resume& resume, std::string target, std::vector<int> order) {
  Suggestion s;
  s.kind = SuggestionKind::reorder;
  s.target = std::move(target);
  s.order = std::move(order);
  for (const Text& line : *find_list(resume, s.target)) s.original += (s.original.empty() ? "" : "\n") + line.value;
  return s;
}

Suggestion append(std::string target, std::string keyword) {
  Suggestion s;
  s.kind = SuggestionKind::surface_skill;
  s.target = std::move(target);
  s.proposed = std::move(keyword);
  return s;
}

Errc error_of(const Resume& resume, const Suggestion& s) {
  try {
    diff::apply(resume, {{&s, s.proposed}});
  } catch (const Error& e) {
    return e.code();
  }
  return Errc::internal;
}

}  // namespace

TEST_CASE("word pieces give both lines back, whatever the lines") {
  const std::vector<std::string> words = {"C++",     "C",         "Go,",   "(Go)", "and", "40%",
                                          "CI/CD",   "2019–2021", "«été»", "خبرة", "في",  "بايثون،",
                                          "Node.js", ".NET",      "\"x\"", "...",  "–",   "I"};
  const std::vector<std::string> blanks = {" ", "  ", "\t", ""};
  std::mt19937 random(7);
  const auto line = [&] {
    std::string out;
    for (std::size_t n = random() % 9; n-- > 0;)
      out += words[random() % words.size()] + blanks[random() % blanks.size()];
    return (random() % 8 == 0 ? " " : "") + out;
  };
  for (int i = 0; i < 2000; ++i) {
    const std::string before = line(), after = line();
    const auto pieces = diff::diff_words(before, after);
    INFO("[" << before << "] -> [" << after << "]");
    CHECK(side(pieces, Op::remove) == before);
    CHECK(side(pieces, Op::add) == after);
    if (before == after)
      CHECK(std::all_of(pieces.begin(), pieces.end(), [](const auto& p) { return p.op == Op::keep; }));
  }
}

TEST_CASE("words keep the signs that belong to them and lose the punctuation around them") {
  CHECK(holds(diff::diff_words("services in C and Python", "services in C++ and Python"), Op::add, "C++ "));
  CHECK(holds(diff::diff_words("Wrote Go, Python.", "Wrote Rust, Python."), Op::remove, "Go"));
  CHECK(holds(diff::diff_words("built with .NET (k8s)", "built with .NET (Kubernetes)"), Op::add, "Kubernetes"));
  CHECK(holds(diff::diff_words("طورت تطبيقات بلغة جافا، وبايثون", "طورت تطبيقات بلغة روبي، وبايثون"), Op::remove,
              "جافا"));
  // A removal is shown before the addition that takes its place.
  const auto pieces = diff::diff_words("old word", "new word");
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[0].op == Op::remove);
  CHECK(pieces[1].op == Op::add);
}

TEST_CASE("a resume does not differ from itself") {
  const auto result = diff::diff(sample(), sample());
  CHECK_FALSE(result.changed());
  CHECK(result.sections.size() == 4);
  for (const auto& section : result.sections)
    for (const auto& line : section.lines) CHECK(line.op == Op::keep);
}

TEST_CASE("the lines of either side give that side's outline back") {
  const Resume before = sample();
  Resume after = before;
  after.work[0].highlights[0].value = "Maintained the billing service in C++ and Go.";
  after.work[0].highlights.erase(after.work[0].highlights.begin() + 1);
  after.work[1].highlights.insert(after.work[1].highlights.begin(), Text{"Moved the archive to Osterby.", 1, {}});
  after.basics.summary.value = "Backend engineer.";
  after.education.clear();
  const auto result = diff::diff(before, after);
  const auto collect = [&](Op op) {
    std::vector<std::string> lines;
    for (const auto& section : result.sections)
      for (const auto& line : section.lines)
        if (line.op == Op::keep || line.op == op) lines.push_back(line.text);
    return lines;
  };
  const auto printed = [](const Resume& resume) {
    std::vector<std::string> lines;
    for (const auto& section : outline(resume))
      for (const auto& line : section.lines)
        lines.push_back(line.aside.empty() ? line.text : line.text + "  " + line.aside);
    return lines;
  };
  CHECK(collect(Op::remove) == printed(before));
  CHECK(collect(Op::add) == printed(after));
  int added = 0, removed = 0;
  for (const auto& section : result.sections)
    for (const auto& line : section.lines) {
      added += line.op == Op::add;
      removed += line.op == Op::remove;
      if (!line.words.empty()) CHECK(side(line.words, line.op) == line.text);
    }
  CHECK(result.added == added);
  CHECK(result.removed == removed);
}

TEST_CASE("a changed line is a removal followed by its addition, paired by what they share") {
  const Resume before = sample();
  Resume after = before;
  // Two neighbours change and a new line comes between them: each keeps its own partner.
  auto& lines = after.work[0].highlights;
  lines[0].value = "Maintained the billing service in C++ and Go.";
  lines[1].value = "Cut the nightly import from 6 hours to 40 minutes";
  lines.insert(lines.begin() + 1, Text{"Spoke at the Osterby meetup.", 1, {}});
  const auto result = diff::diff(before, after);
  const auto section = std::find_if(result.sections.begin(), result.sections.end(),
                                    [](const auto& s) { return s.kind == SectionKind::work; });
  std::vector<std::pair<Op, std::string>> changes;
  for (const auto& line : section->lines)
    if (line.op != Op::keep) changes.emplace_back(line.op, line.text.substr(0, 7));
  const std::vector<std::pair<Op, std::string>> expected = {{Op::remove, "Respons"},
                                                            {Op::add, "Maintai"},
                                                            {Op::add, "Spoke a"},
                                                            {Op::remove, "Cut the"},
                                                            {Op::add, "Cut the"}};
  CHECK(changes == expected);
}

TEST_CASE("nothing picked changes nothing") { CHECK(to_json(diff::apply(sample(), {})) == to_json(sample())); }

TEST_CASE("picks apply by the source's own indexes, in whatever order they come") {
  const Resume resume = sample();
  Suggestion drop = replace(resume, "/work/0/highlights/1", "");
  Suggestion edit = replace(resume, "/work/0/highlights/2", "Mentored two interns");
  Suggestion order = reorder(resume, "/work/0/highlights", {2, 1, 0});
  Suggestion skill = append("/skills/0/keywords/-", "SQL"), skills = reorder(resume, "/skills/0/keywords", {1, 0, 2});
  Suggestion group = append("/skills/-", "Billing"), second = append("/skills/-", "Payments");
  std::vector<diff::Pick> picks;
  int id = 0;
  for (Suggestion* s : {&drop, &edit, &order, &skill, &skills, &group, &second}) {
    s->id = ++id;
    picks.push_back({s, s->proposed});
  }
  const auto expected = to_json(diff::apply(resume, picks));
  CHECK(expected["work"][0]["highlights"] ==
        nlohmann::json({"Mentored two interns", "Responsible for maintaining the billing service in C++ and Go."}));
  CHECK(expected["skills"][0]["keywords"] == nlohmann::json({"Go", "C++", "Python", "SQL"}));
  CHECK(expected["skills"][1]["keywords"] == nlohmann::json({"Billing", "Payments"}));
  std::mt19937 random(3);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(picks.begin(), picks.end(), random);
    CHECK(to_json(diff::apply(resume, picks)) == expected);
  }
}

TEST_CASE("a reordering keeps every line") {
  const Resume resume = sample();
  std::vector<int> order = {0, 1, 2};
  do {
    const Suggestion s = reorder(resume, "/work/0/highlights", order);
    const Resume out = diff::apply(resume, {{&s, ""}});
    for (std::size_t i = 0; i < order.size(); ++i)
      CHECK(out.work[0].highlights[i] == resume.work[0].highlights[static_cast<std::size_t>(order[i])]);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("a summary may be new, and an edited text is one line") {
  const Resume resume = sample();
  Suggestion s = replace(resume, "/basics/summary", "x");
  s.kind = SuggestionKind::summary;
  const Resume out = diff::apply(resume, {{&s, "  Backend engineer.\nLikes \t trains. "}});
  CHECK(out.basics.summary.value == "Backend engineer. Likes trains.");
}

TEST_CASE("a pick that no longer fits is a conflict") {
  const Resume resume = sample();
  Suggestion stale = replace(resume, "/work/0/highlights/0", "x");
  stale.original = "Something else";
  CHECK(error_of(resume, stale) == Errc::conflict);
  CHECK(error_of(resume, replace(resume, "/work/7/highlights/0", "x")) == Errc::conflict);
  CHECK(error_of(resume, append("/skills/4/keywords/-", "x")) == Errc::conflict);
  CHECK(error_of(resume, reorder(resume, "/work/0/highlights", {0, 1})) == Errc::conflict);
  CHECK(error_of(resume, reorder(resume, "/work/0/highlights", {0, 1, 1})) == Errc::conflict);
  Suggestion moved = reorder(resume, "/work/0/highlights", {0, 2, 1});
  moved.original += "\nAnd one more";
  CHECK(error_of(resume, moved) == Errc::conflict);
  Suggestion gap;
  gap.kind = SuggestionKind::gap;
  CHECK(error_of(resume, gap) == Errc::invalid_input);
  // Two texts for one place cannot both be meant.
  const Suggestion a = replace(resume, "/work/0/highlights/0", "a"), b = replace(resume, "/work/0/highlights/0", "b");
  CHECK_THROWS_AS(diff::apply(resume, {{&a, "a"}, {&b, "b"}}), Error);
}
