#include "input.hpp"
#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

namespace resumax::app {
namespace {

struct ImportArgs {
  std::vector<std::string> files;
  bool dry_run = false;
};

int run_import(Context& context, const ImportArgs& args) {
  std::vector<service::SkillsInput> inputs;
  for (const auto& file : args.files) {
    auto input = read_skills_file(context, file);
    inputs.push_back({std::move(input.bytes), std::move(input.filename)});
  }
  auto& service = args.dry_run ? context.reading() : context.writing();
  const auto imports = service.import_skills(inputs, args.dry_run);
  if (context.console.json()) {
    context.console.print(records("imports", imports));
    return 0;
  }
  std::string out;
  for (const auto& one : imports) out += import_view(one, args.dry_run, context.console.look());
  context.console.page(out);
  return 0;
}

struct RemoveArgs {
  std::string source;
  bool force = false, dry_run = false;
};

int run_rm(Context& context, const RemoveArgs& args) {
  auto& service = context.reading();
  auto source = service.remove_skills(args.source, true);
  if (!args.dry_run) {
    if (!args.force &&
        !context.console.confirm("Remove the skills of " + source.name + " (" + count(source.added, "skill") + ")?",
                                 "--force"))
      return 1;
    source = service.remove_skills(args.source, false);
  }
  context.console.print(context.console.json() ? record(source)
                                               : std::string(args.dry_run ? "would remove " : "removed ") +
                                                     source.name + ", " + count(source.added, "skill") + "\n");
  return 0;
}

}  // namespace

void build_taxonomy_import(Command& command) {
  auto args = std::make_shared<ImportArgs>();
  command
      .description(
          "Adds the skills of files that you downloaded to those that resumax knows, in this workspace: ESCO's "
          "skills_*.csv (of one language or several) and broaderRelationsSkillPillar_*.csv, and O*NET's Technology "
          "Skills.txt and Tools Used.txt. All files are taken, or none.\n\nA name stays with the skill that has it: what "
          "is known already is not added twice, and a skill whose chief name is known brings its other names to it. "
          "Single words that texts also use for other things count only as items of a list or where the words around "
          "them speak of skills; what cannot be told apart is refused. --json lists every refused name with its "
          "reason.\n\nScores and optimizations say which skills they went by (\"taxonomy\"); after an import they are "
          "made anew.\n\nresumax ships none of these files. ESCO may be reused with an acknowledgement of the European "
          "Commission as its source; O*NET is by the U.S. Department of Labor, Employment and Training Administration, "
          "under CC BY 4.0.")
      .example("resumax taxonomy import skills_en.csv skills_de.csv", "ESCO in two languages")
      .example("resumax taxonomy import 'Technology Skills.txt' --dry-run", "what O*NET would add")
      .positional("FILE", "a table of skills, or - for standard input", args->files, Offer::files)
      .dry_run(args->dry_run)
      .run([args](Context& context) { return run_import(context, *args); });
}

void build_taxonomy_rm(Command& command) {
  auto args = std::make_shared<RemoveArgs>();
  command
      .description(
          "Removes what was imported from a file; the others are merged again without it. Asks on a terminal; elsewhere "
          "it needs --force.")
      .example("resumax taxonomy rm skills_en.csv --force", "without asking")
      .positional("SOURCE", "the name of an imported file, as resumax taxonomy list shows it", args->source)
      .flag("-f,--force", "do not ask", args->force)
      .dry_run(args->dry_run)
      .run([args](Context& context) { return run_rm(context, *args); });
}

}  // namespace resumax::app
