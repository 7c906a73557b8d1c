// Skills of other publishers' files: reading their tables, and merging them after the built-in skills.
#include <resumax/core/error.hpp>
#include <resumax/match/skills_merge.hpp>
#include <resumax/match/taxonomy_data.hpp>
#include <resumax/match/taxonomy_image.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace resumax;
using namespace resumax::match;
using Strings = std::vector<std::string>;

namespace {

const std::string head = "conceptType,conceptUri,skillType,preferredLabel,altLabels,status,description\n";

std::string row(const std::string& uri, const std::string& name, const std::string& labels = "",
                const std::string& type = "KnowledgeSkillCompetence", const std::string& status = "released") {
  return type + "," + uri + ",knowledge," + name + ",\"" + labels + "\"," + status + ",\"a text, with\na line end\"\n";
}

Errc code_of(const std::string& bytes) {
  try {
    read_skills_file(bytes);
  } catch (const Error& error) {
    return error.code();
  }
  return Errc::internal;
}

struct Merged {
  MergedSkills result;
  Taxonomy taxonomy;
  const MergeReport& report(std::size_t i = 0) const { return result.reports[i]; }
  Strings found(std::string_view text, bool list = false) const {
    Strings out;
    for (const auto& hit : list ? taxonomy.find_in_list(text) : taxonomy.find(text))
      out.emplace_back(taxonomy.skills()[hit.skill].name);
    return out;
  }
  std::string reason(std::string_view label) const {
    for (const auto& report : result.reports)
      for (const auto& refused : report.refused)
        if (refused.label == label) return refused.reason;
    return "";
  }
};

Merged merged(const Strings& files) {
  std::vector<std::vector<FoundSkill>> sources;
  for (const auto& file : files) sources.push_back(read_skills_file(file).skills);
  auto result = merge_skills(Taxonomy::builtin(), sources);
  auto image = result.image;
  return {std::move(result), Taxonomy(std::move(image), "test")};
}

}  // namespace

TEST_CASE("a table with quotes, commas and line ends in its cells is read as it was meant") {
  const auto file = read_skills_file(
      "\xef\xbb\xbf" + head + row("u:1", "\"glass, \"\"cold\"\" blowing\"", "kilnwork\nlampwork|torch\r\n\n") +
      row("u:2", "a group", "", "SkillGroup") + row("u:3", "withdrawn", "", "KnowledgeSkillCompetence", "obsolete") +
      "KnowledgeSkillCompetence,u:4,,Quillstone (masonry),,,");
  CHECK(file.format == SkillsFormat::esco_skills);
  REQUIRE(file.skills.size() == 2);
  CHECK(file.skills[0] ==
        FoundSkill{"u:1", "glass, \"cold\" blowing", "knowledge", {"kilnwork", "lampwork torch"}, {}});
  CHECK(file.skills[1] == FoundSkill{"u:4", "Quillstone", "skill", {}, {}});
  CHECK(from_rows(to_rows(file.skills)) == file.skills);
}

TEST_CASE("files with all the columns of their publishers are read") {
  const std::string esco =
      "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,"
      "definition,inScheme,description\r\n"
      "KnowledgeSkillCompetence,http://x/1,skill/competence,sector-specific,turn wood,\"lathe wood\nshape wood\","
      "wood turnin,released,2023-11-30T15:53:37.136Z,\"Not metal, \"\"soft\"\" or hard.\",,\"http://s/a, http://s/b\","
      "\"Shape wood\non a lathe.\"\r\n"
      "KnowledgeSkillCompetence,http://x/2,knowledge,cross-sector,joinery,carpentry joints | wood joints,,released,,,,,\r\n";
  const auto skills = read_skills_file(esco).skills;
  REQUIRE(skills.size() == 2);
  CHECK(skills[0].labels == std::vector<std::string>{"lathe wood", "shape wood", "wood turnin"});
  CHECK(skills[1].labels == std::vector<std::string>{"carpentry joints", "wood joints"});
  const auto saved = read_skills_file(
      "conceptType;conceptUri;preferredLabel;altLabels\nKnowledgeSkillCompetence;u;Joinery, fine;\"a\nb\"\n");
  CHECK(saved.skills.at(0).name == "Joinery, fine");
  CHECK(saved.skills.at(0).labels == std::vector<std::string>{"a", "b"});
  const auto onet = read_skills_file(
      "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\r\n"
      "51-7042.00\tLathe \"Pro\" suite\t43232604\tComputer aided design CAD software\tN\tY\r\n");
  CHECK(onet.skills.at(0).name == "Lathe \"Pro\" suite");
  CHECK(code_of("O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n1\t2.A.1.a\tReading\tIM\t4\n") ==
        Errc::unsupported_format);
}

TEST_CASE("examples that stand once for each occupation are one skill") {
  const auto file = read_skills_file(
      "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\r\n"
      "99-1.00\tFennimore \"Pro\" CAD\t1\tDrafting software\tN\r\n99-2.00\tFennimore \"Pro\" CAD\t1\tDrafting software\tY\r\n");
  CHECK(file.format == SkillsFormat::onet);
  CHECK(file.skills == std::vector<FoundSkill>{{"", "Fennimore \"Pro\" CAD", "drafting software", {}, {}}});
}

TEST_CASE("what is no table of skills says so with a code") {
  CHECK(code_of("") == Errc::unsupported_format);
  CHECK(code_of("name,age\nx,3\n") == Errc::unsupported_format);
  CHECK(code_of(head) == Errc::invalid_input);
  CHECK(code_of(head + row("u:1", "x", "", "Occupation")) == Errc::invalid_input);
  CHECK(code_of(head + "KnowledgeSkillCompetence,u:1,knowledge,\"never closed,,\n") == Errc::parse_failed);
  CHECK(code_of(head + "KnowledgeSkillCompetence,u:1\n") == Errc::parse_failed);
  CHECK(code_of("Example\tCommodity Title\n\tSoftware\n") == Errc::parse_failed);
}

TEST_CASE("nothing merged is the built-in taxonomy, to the byte") {
  const auto none = merge_skills(Taxonomy::builtin(), {});
  std::string tsv;
  const auto& builtin = Taxonomy::builtin();
  for (std::uint16_t id = 0; id < builtin.skills().size(); ++id) {
    tsv += builtin.marked_name(id) + "\t" + std::string(builtin.skills()[id].category) + "\t";
    for (const auto& alias : builtin.marked_aliases(id)) tsv += alias + "|";
    tsv += "\t";
    for (const auto other : builtin.skills()[id].parents) tsv += std::string(builtin.skills()[other].name) + "|";
    tsv += "\t";
    for (const auto other : builtin.skills()[id].related) tsv += std::string(builtin.skills()[other].name) + "|";
    tsv += "\n";
  }
  CHECK(check_taxonomy(tsv).empty());
  CHECK(make_image(read_taxonomy(tsv)) == none.image);
  const Taxonomy again(none.image, "x");
  const std::string text = "Go, Rust and k8s with Spring Boot; we go on a spring day. Excel at SQL";
  REQUIRE(again.find(text).size() == builtin.find(text).size());
  for (std::size_t i = 0; i < again.find(text).size(); ++i)
    CHECK(again.find(text)[i].skill == builtin.find(text)[i].skill);
}

TEST_CASE("a name stays with the skill that has it, and brings its other names along") {
  const auto m = merged({head + row("u:1", "kubernetes", "k8s\nQuorvane clusters") +
                         row("u:2", "Zimbelrack tuning", "python\nzimbel work") + row("u:3", "Python", "python 3")});
  const auto& report = m.report();
  CHECK(report.added == 1);
  CHECK(report.joined == 1);
  CHECK(report.known == 1);
  CHECK(m.found("tuned Quorvane clusters by hand") == Strings{"Kubernetes"});
  CHECK(m.found("Zimbelrack tuning and zimbel work") == Strings{"Zimbelrack tuning", "Zimbelrack tuning"});
  CHECK(m.found("Python") == Strings{"Python"});
  CHECK(m.taxonomy.skills().size() == Taxonomy::builtin().skills().size() + 1);
}

TEST_CASE("files of two languages name the same skills, and clashes between skills are settled once") {
  const auto m = merged({head + row("u:1", "brindle weaving", "loom brindling") + row("u:2", "yarn grading"),
                         head + row("u:1", "Brindelweberei im Werk") + row("u:2", "loom brindling")});
  CHECK(m.report(0).added == 2);
  CHECK(m.report(1).added == 0);
  CHECK(m.report(1).joined == 1);
  CHECK(m.report(1).repeated == 1);
  CHECK(m.found("Brindelweberei im Werk") == Strings{"brindle weaving"});
  CHECK(m.found("loom brindling") == Strings{"brindle weaving"});
}

TEST_CASE("a skill shows the more general ones, and never itself") {
  const auto m = merged({head + row("u:1", "weir pottery") + row("u:2", "wheel pottery") + row("u:3", "kick pottery"),
                         "conceptUri,broaderType,broaderUri\nu:1,KnowledgeSkillCompetence,u:2\n"
                         "u:2,KnowledgeSkillCompetence,u:3\nu:3,KnowledgeSkillCompetence,u:1\n"
                         "u:3,KnowledgeSkillCompetence,u:3\nu:1,SkillGroup,u:9\nu:9,KnowledgeSkillCompetence,u:1\n"});
  const auto* lowest = m.taxonomy.find_name("weir pottery");
  REQUIRE(lowest);
  const auto id = static_cast<std::uint16_t>(lowest - m.taxonomy.skills().data());
  CHECK(m.taxonomy.ancestors(id) == std::vector<std::uint16_t>{std::uint16_t(id + 1), std::uint16_t(id + 2)});
  CHECK(m.report(1).parents == 2);
  CHECK(m.reason("kick pottery") == "its own ancestor");
}

TEST_CASE("everyday words do not become skills wherever they stand") {
  const auto m = merged({head + row("u:1", "lacquer",
                                    "xx\nto be\nq\n???\n=~Bamboo\n" + std::string(130, 'y') +
                                        "\none two three four five six seven eight nine words")});
  CHECK(m.found("we lacquer what we like, bamboo or not").empty());
  CHECK(m.found("Lacquer, Python", true) == Strings{"lacquer", "Python"});
  CHECK(m.found("experience in lacquer") == Strings{"lacquer"});
  CHECK(m.reason("xx") == "too short without capitals");
  CHECK(m.reason("to be") == "everyday words alone");
  CHECK(m.reason("q") == "a single character");
  CHECK(m.reason("???") == "no word");
  CHECK(m.reason(std::string(130, 'y')) == "too long for a name");
  CHECK(m.reason("one two three four five six seven eight nine words") == "too long for a name");
  CHECK(m.taxonomy.find_name("bamboo") == m.taxonomy.find_name("lacquer"));
  CHECK(m.report().guarded == 2);

  // None of the new names needs a mark that it has not.
  std::string tsv;
  for (auto id = Taxonomy::builtin().skills().size(); id < m.taxonomy.skills().size(); ++id) {
    tsv += m.taxonomy.marked_name(static_cast<std::uint16_t>(id)) + "\tx\t";
    for (const auto& alias : m.taxonomy.marked_aliases(static_cast<std::uint16_t>(id))) tsv += alias + "|";
    tsv += "\n";
  }
  CHECK(check_taxonomy(tsv).empty());
}

TEST_CASE("a damaged image is refused, never followed astray") {
  const auto image = merge_skills(Taxonomy::builtin(), {}).image;
  const auto opens = [](std::string bytes) {
    try {
      const Taxonomy taxonomy(std::move(bytes), "x");
      taxonomy.find("Go, Rust and k8s, Spring Boot; senior Java developer with SQL");
      for (std::size_t i = 0; i < taxonomy.skills().size(); ++i) taxonomy.ancestors(static_cast<std::uint16_t>(i));
      return true;
    } catch (const Error& error) {
      CHECK(error.code() == Errc::internal);
      return false;
    }
  };
  CHECK(opens(image));
  CHECK_FALSE(opens(""));
  CHECK_FALSE(opens(image.substr(0, image.size() / 2)));
  std::uint32_t random = 7;
  int refused = 0;
  for (int i = 0; i < 60; ++i) {
    auto bytes = image;
    random = random * 1664525 + 1013904223;
    const auto at = i < 30 ? random % 72 : (random >> 4) % bytes.size();
    bytes[at] = static_cast<char>(static_cast<unsigned char>(~bytes[at]));
    refused += !opens(std::move(bytes));
  }
  CHECK(refused > 20);
}
