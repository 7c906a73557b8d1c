#include "input.hpp"
#include "output.hpp"
#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

#include <resumax/core/resume_json.hpp>
#include <resumax/service/json.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace resumax::app {
namespace {

enum class Take { safe, all };

}  // namespace
}  // namespace resumax::app

namespace resumax {
template <>
struct Names<app::Take> {
  static constexpr std::string_view what = "choice";
  static constexpr NameTable<app::Take, 2> table{{{app::Take::safe, "safe"}, {app::Take::all, "all"}}};
};
}  // namespace resumax

namespace resumax::app {
namespace {

struct OptimizeArgs {
  service::Optimize request;
  std::optional<Strategy> strategy;
  std::optional<Take> take;
  std::size_t most = 0;
  std::vector<std::string> exports;
  std::optional<render::Format> format;
  std::string notes;
  bool dry_run = false;
};

std::vector<Output> outputs_of(Context& context, const OptimizeArgs& args) {
  if (!args.exports.empty() && !args.take)
    throw UsageError("--export writes a version, and nothing is accepted", "add --accept safe or --accept all");
  std::vector<Output> outputs;
  for (const auto& path : args.exports) {
    if (path == "-") throw UsageError("--export - is not for this verb", "use resumax export -o - afterwards");
    outputs.push_back({path, output_format(context, args.format, path)});
    check_overwrite(context.path(path), args.request.force);
  }
  return outputs;
}

/// A dry run works in memory: what the workspace holds is copied there.
std::string scratch_resume(Context& context, const std::string& word) {
  if (names_file(context, word)) return resume_reference(context, context.scratch(), word);
  const auto detail = context.reading().get_resume(word);
  const auto bytes = resumax::to_json(detail.parsed.resume).dump();
  return context.scratch().add_resume({bytes, detail.record.title + ".json", detail.record.title}).identity.handle;
}

std::string scratch_posting(Context& context, const std::string& word) {
  if (names_file(context, word)) return posting_reference(context, context.scratch(), word);
  const auto detail = context.reading().get_posting(word);
  const auto& record = detail.record;
  return context.scratch()
      .add_posting({detail.posting.text, record.title + ".txt", record.title, record.company, record.location})
      .record.identity.handle;
}

struct Done {
  service::OptimizationDetail detail;
  std::optional<service::VersionDetail> version;
  std::vector<Written> written;
};

Done work(Context& context, const OptimizeArgs& args, const std::vector<Output>& outputs) {
  auto& service = args.dry_run ? context.scratch() : context.writing();
  auto request = args.request;
  request.max_changes = changes_of(args.most);
  request.strategy =
      args.strategy ? *args.strategy : parse_name<Strategy>(context.config().string("optimize.strategy"));
  request.resume =
      args.dry_run ? scratch_resume(context, request.resume) : resume_reference(context, service, request.resume);
  request.posting =
      args.dry_run ? scratch_posting(context, request.posting) : posting_reference(context, service, request.posting);
  Done done{service.optimize(request), {}, {}};
  if (!args.take) return done;
  service::Accept accept;
  accept.optimization = done.detail.record.identity.id;
  accept.choice = *args.take == Take::all ? service::Accept::Choice::all : service::Accept::Choice::safe;
  accept.notes = args.notes;
  done.version = service.accept(accept);
  for (const auto& output : outputs)
    done.written.push_back(
        write_version(context, service, done.version->record.identity.id, output, args.request.force, args.dry_run));
  return done;
}

std::string done_record(Context& context, const Done& done) {
  if (!done.version) return record(done.detail);
  nlohmann::json json{{"optimization", service::to_json(done.detail)},
                      {"version", service::to_json(*done.version)},
                      {"exports", nlohmann::json::array()}};
  for (const auto& written : done.written)
    json["exports"].push_back(
        {{"path", context.path(written.path).string()}, {"mimeType", written.mime_type}, {"size", written.bytes}});
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

void say_next(Context& context, const Done& done) {
  const auto& optimization = done.detail.record.identity.handle;
  if (done.version && done.written.empty())
    context.console.next("resumax export " + done.version->record.identity.handle);
  if (done.version) return context.console.next("resumax diff " + done.version->record.identity.handle);
  context.console.next("resumax diff " + optimization + ", then resumax accept " + optimization + " -p");
}

int run_optimize(Context& context, const OptimizeArgs& args) {
  if (args.request.resume == "-" && args.request.posting == "-")
    throw UsageError("standard input is one file, not two");
  const auto outputs = outputs_of(context, args);
  const auto done = work(context, args, outputs);
  if (context.console.json()) {
    context.console.print(done_record(context, done));
    return 0;
  }
  auto text = optimization_view(done.detail, context.console.look());
  if (done.version) {
    text += "\n" +
            std::string(args.dry_run                   ? "would accept "
                        : done.version->record.existed ? "had "
                                                       : "accepted ") +
            version_line(done.version->record, context.console.look());
    context.console.print(text);
  } else {
    context.console.page(text);
  }
  for (const auto& written : done.written) say_written(context, written, args.dry_run);
  if (!args.dry_run) say_next(context, done);
  return 0;
}

}  // namespace

void add_optimize(Command& command) {
  auto args = std::make_shared<OptimizeArgs>();
  command
      .description(
          "Proposes changes to a resume for a posting, one by one, each with its reason, the lines that support it and "
          "the points it gains. Nothing is proposed that the resume does not support: what the posting asks for and "
          "the resume does not show is a question to you, never a claim. Works offline.\n\nStrategies: default; conservative "
          "(typography, order and terms only); aggressive_keywords (every name of a skill that the resume supports); "
          "executive_tone (formal verbs, results first); concise (wordy phrases out, the least relevant lines of long "
          "roles offered for dropping); skills_focus (skills lists first).\n\nThe same pair, strategy and "
          "engine give the stored result; --force runs again. With --accept the result becomes a version at once "
          "(safe: all that is not uncertain), and with --export it is written to files, the format by extension or "
          "--format.")
      .example("resumax optimize cv.pdf job.txt --accept safe --export tailored.pdf", "the whole job on two files")
      .example("resumax optimize r1 j1", "propose only, as o1")
      .example("resumax optimize r1 j1 --strategy conservative", "formatting, order and terms only")
      .example("resumax optimize r1 j1 --max-changes 5", "the five changes that together score best")
      .positional("RESUME", "a resume, or a file, which is added first", args->request.resume, Offer::resumes_or_files)
      .positional("JD", "a posting, or a file, which is added first", args->request.posting, Offer::postings_or_files)
      .option("-s,--strategy", "STRATEGY", "how far suggestions go, and in which tone", args->strategy)
      .option("--max-changes", "N", "at most so many changes, those that score best", args->most)
      .option("--accept", "CHOICE", "make a version of the safe ones, or of all", args->take)
      .option("--export", "FILE", "write the accepted version to a file; may be repeated", args->exports, Offer::files)
      .option("--format", "FORMAT", "format of the exports", args->format)
      .option("--notes", "TEXT", "a note to keep with the version", args->notes)
      .flag("-f,--force", "run again, and write over files that exist", args->request.force)
      .dry_run(args->dry_run)
      .run([args](Context& context) { return run_optimize(context, *args); });
}

}  // namespace resumax::app
