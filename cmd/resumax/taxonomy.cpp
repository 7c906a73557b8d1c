#include "input.hpp"
#include "verbs.hpp"
#include "views.hpp"

#include <resumax/match/asked.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/service/json.hpp>
#include <resumax/text/unicode.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace resumax::app {
namespace {

using match::Skill;
using match::Taxonomy;
using nlohmann::json;

std::string dumped(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace) + "\n"; }

json names_of(const Taxonomy& taxonomy, std::span<const std::uint16_t> ids) {
  auto out = json::array();
  for (const auto id : ids) out.push_back(taxonomy.skills()[id].name);
  return out;
}

json skill_record(const Taxonomy& taxonomy, const Skill& skill) {
  return {{"name", skill.name},
          {"category", skill.category},
          {"aliases", std::vector<std::string>(skill.aliases.begin(), skill.aliases.end())},
          {"parents", names_of(taxonomy, skill.parents)},
          {"related", names_of(taxonomy, skill.related)}};
}

struct ListArgs {
  std::string category;
};

std::string list_record(Context& context, const Taxonomy& taxonomy, const json& skills) {
  auto sources = json::array();
  for (const auto& source : context.reading().list_skills_sources()) sources.push_back(service::to_json(source));
  return json{{"taxonomy", taxonomy.fingerprint()}, {"sources", sources}, {"skills", skills}}.dump(2) + "\n";
}

std::string list_view(Context& context, const Table& table, std::size_t number) {
  const auto& look = context.console.look();
  const auto sources = context.reading().list_skills_sources();
  return table.text(look) + count(number, "skill") + "\n" +
         (sources.empty() ? "" : "\n" + skills_sources_list(sources, look));
}

int run_list(Context& context, const ListArgs& args) {
  const auto& taxonomy = context.reading().skills();
  const auto wanted = text::fold(args.category);
  auto list = json::array();
  Table table({{"SKILL", Table::Fit::cut}, {"CATEGORY", Table::Fit::cut}, {"OTHER NAMES", Table::Fit::keep, true}});
  for (const auto& skill : taxonomy.skills()) {
    if (!wanted.empty() && text::fold(skill.category) != wanted) continue;
    list.push_back(skill_record(taxonomy, skill));
    table.row({std::string(skill.name), std::string(skill.category), std::to_string(skill.aliases.size())});
  }
  if (list.empty())
    throw Error(Errc::not_found, "no category '" + args.category + "'", "resumax taxonomy list shows all of them");
  if (context.console.json())
    context.console.print(list_record(context, taxonomy, list));
  else
    context.console.page(list_view(context, table, list.size()));
  return 0;
}

void build_list(Command& command) {
  auto args = std::make_shared<ListArgs>();
  command
      .description(
          "Lists the skills that resumax knows, in the order of its data, and the files that more were imported from.")
      .example("resumax taxonomy list", "all of them")
      .example("resumax taxonomy list --category nursing --json", "with all their names")
      .option("--category", "NAME", "only those of this category", args->category)
      .run([args](Context& context) { return run_list(context, *args); });
}

struct ShowArgs {
  std::string name;
};

int run_show(Context& context, const ShowArgs& args) {
  const auto& taxonomy = context.reading().skills();
  const auto* skill = taxonomy.find_name(args.name);
  if (!skill) throw Error(Errc::not_found, "no skill '" + args.name + "'", "resumax taxonomy list shows all of them");
  const auto record = skill_record(taxonomy, *skill);
  if (context.console.json()) {
    context.console.print(record.dump(2) + "\n");
    return 0;
  }
  const auto& look = context.console.look();
  std::string out = look.style.bold(skill->name) + "  " + look.style.dim(skill->category) + "\n";
  const auto add = [&](std::string_view label, const json& words) {
    std::string line;
    for (const auto& word : words) line += (line.empty() ? "" : ", ") + word.get<std::string>();
    if (!line.empty()) out += wrapped(line, look.width, pad("  " + std::string(label), 12));
  };
  add("also", record["aliases"]);
  add("shows", record["parents"]);
  add("near", record["related"]);
  context.console.page(out);
  return 0;
}

void build_show(Command& command) {
  auto args = std::make_shared<ShowArgs>();
  command
      .description(
          "Shows a skill by any of its names: its other names, the more general skills that having it shows, and its "
          "neighbours, which are a hint and never a proof.")
      .example("resumax taxonomy show k8s", "what \"k8s\" is taken for")
      .positional("SKILL", "a name or another name of a skill", args->name)
      .run([args](Context& context) { return run_show(context, *args); });
}

struct FindArgs {
  std::string file;
  bool asked = false;
};

/// Whether a posting would say this about its company, the benefits or the law, and ask for nothing by it.
bool is_company_talk(Context& context, std::string_view line) try {
  service::AddPosting request;
  request.bytes = line;
  const auto posting = context.scratch().parse_posting(request);
  const auto kind = posting.lines.empty() ? PostingLineKind::other : posting.lines.front().kind;
  return kind == PostingLineKind::about || kind == PostingLineKind::benefits || kind == PostingLineKind::legal;
} catch (const Error&) {
  return true;  // a line of marks alone
}

int run_find(Context& context, const FindArgs& args) {
  const auto& taxonomy = context.reading().skills();
  const auto input = read_posting_file(context, args.file);
  std::string out;
  std::size_t number = 0;
  for (const auto line : text::split_lines(input.bytes)) {
    ++number;
    auto skills = json::array();
    if (args.asked && is_company_talk(context, line)) continue;
    for (const auto& hit : args.asked ? match::asked_skills(line, taxonomy, {}) : taxonomy.find(line)) {
      const auto& skill = taxonomy.skills()[hit.skill];
      skills.push_back({{"name", skill.name}, {"begin", hit.begin}, {"end", hit.end}});
      if (!context.console.json())
        out += std::to_string(number) + ": " + std::string(line.substr(hit.begin, hit.end - hit.begin)) +
               context.console.look().style.dim("  " + std::string(skill.name)) + "\n";
    }
    if (context.console.json() && !skills.empty()) out += dumped({{"line", number}, {"skills", skills}});
  }
  if (context.console.json())
    context.console.print(out);
  else
    context.console.page(out);
  return 0;
}

void build_find(Command& command) {
  auto args = std::make_shared<FindArgs>();
  command
      .description(
          "Finds skills in a text, line by line. With --json, one record a line that holds any: {line, skills: [{name, "
          "begin, end}]}, with the bytes of the line where each stands. With --asked, each line is read as one of a posting, "
          "and what it says of jobs, teams, the company, its trade or its benefits is left out.")
      .example("resumax taxonomy find posting.txt", "for people")
      .example("cut -f2 jobs.tsv | resumax taxonomy find - --json", "as a filter")
      .positional("FILE", "a text, or - for standard input", args->file, Offer::files)
      .flag("--asked", "only what a posting would ask for by each line", args->asked)
      .run([args](Context& context) { return run_find(context, *args); });
}

struct CheckArgs {
  std::vector<std::string> files;
};

int run_check(Context& context, const CheckArgs& args) {
  std::string data;
  for (const auto& file : args.files) data += read_posting_file(context, file).bytes + "\n";
  const auto problems = match::check_taxonomy(data);
  auto list = json::array();
  std::string out;
  for (const auto& problem : problems) {
    list.push_back({{"line", problem.line}, {"message", problem.message}});
    out += "line " + std::to_string(problem.line) + ": " + problem.message + "\n";
  }
  if (context.console.json())
    context.console.print(json{{"problems", list}}.dump(2) + "\n");
  else
    context.console.print(out + (problems.empty() ? "no problems\n" : ""));
  return problems.empty() ? 0 : 1;
}

void build_check(Command& command) {
  auto args = std::make_shared<CheckArgs>();
  command
      .description(
          "Checks skills data, all files as one: a name under two skills, unknown parents and neighbours, a skill that "
          "is its own ancestor, everyday words without a mark. Lines are counted through the files. Exits with 1 where "
          "there is a problem.")
      .example("resumax taxonomy check skills.tsv", "one file")
      .positional("FILE", "skills data, as TSV", args->files, Offer::files)
      .run([args](Context& context) { return run_check(context, *args); });
}

}  // namespace

void add_taxonomy(Command& command) {
  command.description("The skills that resumax knows, with their other names and how they are linked.")
      .example("resumax taxonomy show Kubernetes", "one skill")
      .example("resumax taxonomy find posting.txt", "skills in a text")
      .child("list", "list them", build_list)
      .child("show", "show one by any of its names", build_show)
      .child("find", "find skills in a text", build_find)
      .child("check", "check skills data", build_check)
      .child("import", "add skills of ESCO or O*NET files", build_taxonomy_import)
      .child("rm", "remove imported skills", build_taxonomy_rm);
}

}  // namespace resumax::app
