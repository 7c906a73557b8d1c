#include "input.hpp"
#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

namespace resumax::app {
namespace {

struct ScoreArgs {
  std::string resume, posting;
  bool explain = false;
};

Resume resume_of(Context& context, const std::string& word) {
  if (!names_file(context, word)) return context.reading().get_resume(word).parsed.resume;
  const auto input = read_resume_file(context, word);
  return context.scratch().parse_resume(input.bytes, input.filename).resume;
}

JobDescription posting_of(Context& context, const std::string& word) {
  if (!names_file(context, word)) return context.reading().get_posting(word).posting;
  auto input = read_posting_file(context, word);
  return context.scratch().parse_posting({std::move(input.bytes), std::move(input.filename), "", "", ""});
}

int run_score(Context& context, const ScoreArgs& args) {
  if (args.resume == "-" && args.posting == "-") throw UsageError("standard input is one file, not two");
  const auto resume = resume_of(context, args.resume);
  const auto posting = posting_of(context, args.posting);
  const auto score = context.scratch().score(resume, posting);
  const auto ceiling = context.scratch().ceiling(resume, posting);
  if (context.console.json()) {
    context.console.print(score_record(score, ceiling));
    return 0;
  }
  context.console.page(score_view(score, &ceiling, args.explain, context.console.look()));
  if (!args.explain) context.console.next("resumax score " + args.resume + " " + args.posting + " --explain");
  return 0;
}

}  // namespace

void add_score(Command& command) {
  auto args = std::make_shared<ScoreArgs>();
  command
      .description(
          "Says how well a resume fits a posting, from 0 to 100, with the points of each component and what the "
          "posting asks for, met or not. The score depends on the pair alone and is the same on every machine. Beside "
          "it stands the honest ceiling, which it would reach with every change that the resume supports, and what "
          "only claims that it does not support would reach. Files are read and not kept.")
      .example("resumax score cv.pdf job.txt", "two files, nothing stored")
      .example("resumax score r1 j1 --explain", "every point, with the lines that earn it")
      .positional("RESUME", "a resume or a file", args->resume, Offer::resumes_or_files)
      .positional("JD", "a posting or a file", args->posting, Offer::postings_or_files)
      .flag("--explain", "show every requirement and the lines that meet it", args->explain)
      .run([args](Context& context) { return run_score(context, *args); });
}

}  // namespace resumax::app
