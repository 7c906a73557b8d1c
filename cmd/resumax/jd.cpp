#include "input.hpp"
#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

namespace resumax::app {
namespace {

struct AddArgs {
  std::string file, title, company, location;
  bool dry_run = false;
};

service::AddPosting posting_request(Context& context, const AddArgs& args) {
  auto input = read_posting_file(context, args.file);
  return {std::move(input.bytes), std::move(input.filename), args.title, args.company, args.location};
}

int run_add(Context& context, const AddArgs& args) {
  auto& service = args.dry_run ? context.scratch() : context.writing();
  auto request = posting_request(context, args);
  settle_title(context, service, request);
  const auto detail = service.add_posting(request);
  if (context.console.json()) {
    context.console.print(record(detail));
    return 0;
  }
  auto shown = detail.record;
  if (args.dry_run) shown.identity.handle = "";
  const auto* done = args.dry_run ? "would add " : shown.existed ? "had " : "added ";
  context.console.print(done + posting_line(shown, context.console.look()));
  context.console.warn(detail.record.findings);
  if (!args.dry_run) context.console.next("resumax optimize @ " + shown.identity.handle);
  return 0;
}

/// Title, company and location win over what is read from the posting.
void add_options(Command& command, AddArgs& args) {
  command.positional("FILE", "a posting, or - for standard input", args.file, Offer::files)
      .option("-t,--title", "TITLE", "the job's title", args.title)
      .option("--company", "NAME", "who offers it", args.company)
      .option("--location", "PLACE", "where it is", args.location);
}

void build_add(Command& command) {
  auto args = std::make_shared<AddArgs>();
  add_options(command, *args);
  command
      .description(
          "Keeps a job posting: text, PDF or DOCX, up to limits.posting. Markup and control characters are cleaned "
          "away, and title, company, location and what is asked for are read from it; the options win over that. A "
          "posting that is short or names no company or place is kept with a warning.\n\nA missing title is asked for "
          "on a terminal. Elsewhere the file's name stands in, with a warning; from standard input --title is needed.")
      .example("resumax jd add posting.txt", "keep it, as j1")
      .example("xclip -o | resumax jd add - --title \"Data Engineer\"", "from the clipboard")
      .dry_run(args->dry_run)
      .run([args](Context& context) { return run_add(context, *args); });
}

void build_list(Command& command) {
  command.description("Lists the postings of the workspace.")
      .example("resumax jd list", "all of them")
      .run([](Context& context) {
        const auto list = context.reading().list_postings();
        if (context.console.json())
          context.console.print(records("jobDescriptions", list));
        else
          context.console.page(posting_list(list, context.console.look()));
        return 0;
      });
}

struct ShowArgs {
  std::string reference = "@";
};

void build_show(Command& command) {
  auto args = std::make_shared<ShowArgs>();
  command.description("Shows what was read from a posting: its particulars and what it asks for.")
      .example("resumax jd show j1", "one")
      .optional("JD", "a posting, by default the latest", args->reference, Offer::postings)
      .run([args](Context& context) {
        const auto detail = context.reading().get_posting(args->reference);
        if (context.console.json())
          context.console.print(record(detail));
        else
          context.console.page(posting_detail_view(detail, context.console.look()));
        return 0;
      });
}

struct EditArgs {
  service::EditPosting request;
  bool dry_run = false;
};

int run_edit(Context& context, const EditArgs& args) {
  const auto& request = args.request;
  if (!request.title && !request.company && !request.location)
    throw UsageError("nothing to change", "give --title, --company or --location");
  auto& service = context.reading();
  auto record = args.dry_run ? service.get_posting(request.reference).record : service.edit_posting(request);
  if (args.dry_run) {
    record.title = request.title.value_or(record.title);
    record.company = request.company.value_or(record.company);
    record.location = request.location.value_or(record.location);
  }
  if (context.console.json())
    context.console.print(app::record(record));
  else
    context.console.print((args.dry_run ? "would change " : "changed ") + posting_line(record, context.console.look()));
  return 0;
}

void build_edit(Command& command) {
  auto args = std::make_shared<EditArgs>();
  command.description("Corrects the particulars of a posting.")
      .example("resumax jd edit j1 --company \"Example GmbH\" --location Berlin", "")
      .positional("JD", "a posting", args->request.reference, Offer::postings)
      .option("-t,--title", "TITLE", "the job's title", args->request.title)
      .option("--company", "NAME", "who offers it", args->request.company)
      .option("--location", "PLACE", "where it is", args->request.location)
      .dry_run(args->dry_run)
      .run([args](Context& context) { return run_edit(context, *args); });
}

struct RemoveArgs {
  std::vector<std::string> references;
  bool force = false, dry_run = false;
};

int run_remove(Context& context, const RemoveArgs& args) {
  auto& service = context.reading();
  std::vector<service::PostingRecord> records;
  for (const auto& reference : args.references) records.push_back(service.get_posting(reference).record);
  if (!args.dry_run && !args.force) {
    for (const auto& record : records) context.console.note("  " + record.identity.handle + "  " + record.title);
    if (!context.console.confirm("Remove " + count(records.size(), "posting") + "?", "--force")) return 1;
  }
  for (auto& record : records) {
    if (!args.dry_run) record = service.remove_posting(record.identity.id);
    if (!context.console.json())
      context.console.print((args.dry_run ? "would remove " : "removed ") +
                            posting_line(record, context.console.look()));
  }
  if (context.console.json())
    context.console.print(records.size() == 1 ? app::record(records.front())
                                              : app::records("jobDescriptions", records));
  return 0;
}

void build_remove(Command& command) {
  auto args = std::make_shared<RemoveArgs>();
  command
      .description(
          "Removes postings from every list; versions made for them stay. Asks on a terminal; elsewhere it needs "
          "--force.")
      .example("resumax jd rm j2", "asks first")
      .positional("JD", "a posting", args->references, Offer::postings)
      .flag("-f,--force", "do not ask", args->force)
      .dry_run(args->dry_run)
      .run([args](Context& context) { return run_remove(context, *args); });
}

void build_parse(Command& command) {
  auto args = std::make_shared<AddArgs>();
  add_options(command, *args);
  command.description("Reads a posting and prints what was found. Nothing is stored.")
      .example("resumax jd parse posting.txt", "for people")
      .example("resumax jd parse posting.pdf --json", "for scripts")
      .run([args](Context& context) {
        const auto posting = context.scratch().parse_posting(posting_request(context, *args));
        if (context.console.json())
          context.console.print(posting_record(posting, context.scratch().skills()));
        else
          context.console.page(posting_view(posting, context.console.look()));
        return 0;
      });
}

}  // namespace

void add_jd(Command& command) {
  command.description("Job postings (job descriptions): what stands in the workspace as j1, j2 and so on.")
      .example("resumax jd add posting.txt", "keep a posting")
      .example("resumax jd list", "see what is kept")
      .child("add", "keep a posting and read it", build_add)
      .child("list", "list them", build_list)
      .child("show", "show what one asks for", build_show)
      .child("edit", "correct title, company or location", build_edit)
      .child("rm", "remove some", build_remove)
      .child("parse", "read a file and keep nothing", build_parse);
}

}  // namespace resumax::app
