#include "output.hpp"
#include "verbs.hpp"

#include <nlohmann/json.hpp>

namespace resumax::app {
namespace {

struct ExportArgs {
  std::string version = "@", output;
  std::optional<render::Format> format;
  bool force = false, dry_run = false;
};

bool is_binary(render::Format format) { return format == render::Format::pdf || format == render::Format::docx; }

int run_export(Context& context, const ExportArgs& args) {
  const Output output{args.output, output_format(context, args.format, args.output)};
  if (args.output == "-" && context.console.json())
    throw UsageError("--json and -o - both want standard output", "write the file with -o FILE");
  if (args.output == "-" && context.io.out_terminal && is_binary(output.format))
    throw UsageError(std::string(to_string(output.format)) + " is not for a terminal", "write it with -o FILE");
  const auto written = write_version(context, context.reading(), args.version, output, args.force, args.dry_run);
  if (context.console.json()) {
    const nlohmann::json record{{"path", context.path(written.path).string()},
                                {"format", to_string(output.format)},
                                {"mimeType", written.mime_type},
                                {"size", written.bytes},
                                {"written", !args.dry_run}};
    context.console.print(record.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  } else {
    say_written(context, written, args.dry_run);
  }
  return 0;
}

}  // namespace

void add_export(Command& command) {
  auto args = std::make_shared<ExportArgs>();
  command
      .description(
          "Writes a version as a file: one clean column that people and applicant tracking systems read alike. The "
          "format is the one of --format, else of the file's extension, else the setting export.format. The same "
          "version gives the same bytes on every run.\n\nThe file is written whole or not at all, and never over "
          "another one without --force.")
      .example("resumax export v1 -o cv.pdf", "a PDF")
      .example("resumax export v1 --format docx", "a DOCX under the name it suggests")
      .example("resumax export --format text -o - | less", "the latest version, to a pipe")
      .optional("VERSION", "a version, by default the latest", args->version, Offer::versions)
      .option("--format", "FORMAT", "what to write", args->format)
      .option("-o,--output", "FILE", "where to, - for standard output", args->output, Offer::files)
      .flag("-f,--force", "write over a file that exists", args->force)
      .dry_run(args->dry_run)
      .run([args](Context& context) { return run_export(context, *args); });
}

}  // namespace resumax::app
