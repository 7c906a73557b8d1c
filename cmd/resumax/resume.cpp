#include "input.hpp"
#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

#include <resumax/core/resume_json.hpp>

#include <nlohmann/json.hpp>

#include <ostream>

namespace resumax::app {
namespace {

struct AddArgs {
  std::vector<std::string> files;
  std::string title;
  bool dry_run = false;
};

/// One file: its record, or the error that it met.
service::ResumeRecord add_one(Context& context, const AddArgs& args, const std::string& word) {
  auto input = read_resume_file(context, word);
  auto& service = args.dry_run ? context.scratch() : context.writing();
  auto record = service.add_resume({std::move(input.bytes), std::move(input.filename), args.title});
  if (!context.console.json()) {
    const auto detail = service.get_resume(record.identity.handle);
    const auto* done = args.dry_run ? "would add " : record.existed ? "had " : "added ";
    auto shown = record;
    if (args.dry_run) shown.identity.handle = "";
    context.console.print(done + resume_line(shown, context.console.look()) + "  " + found_in(detail.parsed.resume) +
                          "\n");
    context.console.warn(detail.parsed.findings);
  }
  return record;
}

int run_add(Context& context, const AddArgs& args) {
  if (args.files.size() > 1 && !args.title.empty())
    throw UsageError("--title names one resume, and there are " + std::to_string(args.files.size()) + " files",
                     "add them one by one, or name them later: resumax resume rename");
  std::vector<service::ResumeRecord> added;
  std::vector<service::Failure> failures;
  for (const auto& word : args.files) {
    try {
      added.push_back(add_one(context, args, word));
    } catch (const Error& error) {
      if (args.files.size() == 1 || error.code() == Errc::interrupted) throw;
      failures.push_back({std::string(to_string(error.code())), error.what(), error.hint()});
      if (!context.console.json())
        context.io.err << error_text(to_string(error.code()), word + ": " + error.what(), error.hint(), false,
                                     context.console.err_look().style);
    }
  }
  if (context.console.json())
    context.console.print(args.files.size() == 1 ? record(added.front()) : batch_record("resumes", added, failures));
  else if (added.size() == 1 && !args.dry_run)
    context.console.next("resumax optimize " + added.front().identity.handle + " POSTING");
  if (added.empty()) throw Error(Errc::invalid_input, "none of the files could be added");
  return failures.empty() ? 0 : 1;
}

void build_add(Command& command) {
  auto args = std::make_shared<AddArgs>();
  command
      .description(
          "Keeps each file byte for byte and reads it: PDF, DOCX, text, Markdown or JSON Resume, up to limits.resume. "
          "The same bytes give the same resume, however often they are added. A file that cannot be read is said so "
          "with a code; the others are added all the same, and the exit code is 1.")
      .example("resumax resume add cv.pdf", "keep it, as r1")
      .example("resumax resume add *.docx", "several")
      .example("pdftotext cv.pdf - | resumax resume add - --title CV", "from a pipe")
      .positional("FILE", "a resume, or - for standard input", args->files, Offer::files)
      .option("-t,--title", "TITLE", "call it this instead of the file's name", args->title)
      .dry_run(args->dry_run)
      .run([args](Context& context) { return run_add(context, *args); });
}

void build_list(Command& command) {
  command.description("Lists the resumes of the workspace.")
      .example("resumax resume list", "all of them")
      .example("resumax resume list --json | jq -r '.resumes[].handle'", "for scripts")
      .run([](Context& context) {
        const auto list = context.reading().list_resumes();
        if (context.console.json())
          context.console.print(records("resumes", list));
        else
          context.console.page(resume_list(list, context.console.look()));
        return 0;
      });
}

struct ShowArgs {
  std::string reference = "@";
};

void build_show(Command& command) {
  auto args = std::make_shared<ShowArgs>();
  command
      .description(
          "Shows a resume as it was read. Lines that the parser is unsure of are marked with a question mark; resumax "
          "resume edit corrects them.")
      .example("resumax resume show r1", "one")
      .example("resumax resume show", "the latest")
      .optional("RESUME", "a resume, by default the latest", args->reference, Offer::resumes)
      .run([args](Context& context) {
        const auto detail = context.reading().get_resume(args->reference);
        if (context.console.json())
          context.console.print(record(detail));
        else
          context.console.page(resume_detail_view(detail, context.console.look()));
        return 0;
      });
}

struct EditArgs {
  std::string reference, from;
  bool dry_run = false;
};

Resume corrected_resume(Context& context, const EditArgs& args, const service::ResumeDetail& detail) {
  std::string text;
  if (!args.from.empty()) {
    text = read_resume_file(context, args.from).bytes;
  } else if (context.io.in_terminal && context.io.err_terminal) {
    const auto before = resumax::to_json(detail.parsed.resume).dump(2) + "\n";
    text = edit_text(context, before, ".json");
    if (text == before) throw Error(Errc::invalid_input, "nothing was changed");
  } else {
    throw UsageError("there is no terminal to edit on", "give the corrected JSON Resume with --from FILE");
  }
  try {
    return resume_from_json(nlohmann::json::parse(text));
  } catch (const nlohmann::json::parse_error& error) {
    throw Error(Errc::parse_failed, "the corrected resume is no JSON at byte " + std::to_string(error.byte),
                "resumax resume show " + args.reference + " --json prints the form under \"resume\"");
  }
}

int run_edit(Context& context, const EditArgs& args) {
  auto& service = context.reading();
  const auto detail = service.get_resume(args.reference);
  const auto resume = corrected_resume(context, args, detail);
  const auto record = args.dry_run ? detail.record : service.edit_resume(args.reference, resume);
  if (context.console.json()) {
    context.console.print(app::record(record));
  } else {
    context.console.print((args.dry_run ? "would correct " : "corrected ") +
                          resume_line(record, context.console.look()) + "  " + found_in(resume) + "\n");
  }
  return 0;
}

void build_edit(Command& command) {
  auto args = std::make_shared<EditArgs>();
  command
      .description(
          "Opens the parsed resume as JSON Resume in VISUAL or EDITOR and keeps what you make of it beside the "
          "original parse; later verbs use your correction. The source file never changes.")
      .example("resumax resume edit r1", "in your editor")
      .example("resumax resume edit r1 --from fixed.json", "without one")
      .positional("RESUME", "a resume", args->reference, Offer::resumes)
      .option("--from", "FILE", "take the corrected JSON Resume from a file, - for standard input", args->from,
              Offer::files)
      .dry_run(args->dry_run)
      .run([args](Context& context) { return run_edit(context, *args); });
}

struct RenameArgs {
  std::string reference, title;
  bool dry_run = false;
};

void build_rename(Command& command) {
  auto args = std::make_shared<RenameArgs>();
  command.description("Gives a resume another title.")
      .example("resumax resume rename r1 \"Backend, two pages\"", "")
      .positional("RESUME", "a resume", args->reference, Offer::resumes)
      .positional("TITLE", "its new title", args->title)
      .dry_run(args->dry_run)
      .run([args](Context& context) {
        auto& service = context.reading();
        auto record = args->dry_run ? service.get_resume(args->reference).record
                                    : service.rename_resume(args->reference, args->title);
        if (args->dry_run) record.title = args->title;
        if (context.console.json())
          context.console.print(app::record(record));
        else
          context.console.print((args->dry_run ? "would rename " : "renamed ") +
                                resume_line(record, context.console.look()));
        return 0;
      });
}

struct RemoveArgs {
  std::vector<std::string> references;
  bool force = false, dry_run = false;
};

int run_remove(Context& context, const RemoveArgs& args) {
  auto& service = context.reading();
  std::vector<service::ResumeRecord> records;
  for (const auto& reference : args.references) records.push_back(service.get_resume(reference).record);
  if (!args.dry_run && !args.force) {
    for (const auto& record : records) context.console.note("  " + record.identity.handle + "  " + record.title);
    if (!context.console.confirm("Remove " + count(records.size(), "resume") + "?", "--force")) return 1;
  }
  for (auto& record : records) {
    if (!args.dry_run) record = service.remove_resume(record.identity.id);
    if (!context.console.json())
      context.console.print((args.dry_run ? "would remove " : "removed ") +
                            resume_line(record, context.console.look()));
  }
  if (context.console.json())
    context.console.print(records.size() == 1 ? app::record(records.front()) : app::records("resumes", records));
  return 0;
}

void build_remove(Command& command) {
  auto args = std::make_shared<RemoveArgs>();
  command
      .description(
          "Removes resumes from every list. Versions made from them stay, and so do the bytes until resumax gc. Asks "
          "on a terminal; elsewhere it needs --force.")
      .example("resumax resume rm r2", "asks first")
      .example("resumax resume rm r2 r3 --force", "does not")
      .positional("RESUME", "a resume", args->references, Offer::resumes)
      .flag("-f,--force", "do not ask", args->force)
      .dry_run(args->dry_run)
      .run([args](Context& context) { return run_remove(context, *args); });
}

}  // namespace

void add_resume(Command& command) {
  command.description("Resumes: what stands in the workspace as r1, r2 and so on.")
      .example("resumax resume add cv.pdf", "keep a resume")
      .example("resumax resume list", "see what is kept")
      .child("add", "keep resumes and read them", build_add)
      .child("list", "list them", build_list)
      .child("show", "show one as it was read", build_show)
      .child("edit", "correct how one was read", build_edit)
      .child("rename", "give one another title", build_rename)
      .child("rm", "remove some", build_remove)
      .child("parse", "read files and keep nothing", add_resume_parse);
}

}  // namespace resumax::app
