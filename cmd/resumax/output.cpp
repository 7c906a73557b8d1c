#include "output.hpp"

#include "command.hpp"
#include "input.hpp"

namespace resumax::app {
namespace {

std::optional<render::Format> format_of_extension(std::string_view extension) {
  for (const auto& [format, name] : Names<render::Format>::table)
    if (extension == render::file_extension(format) || extension == name) return format;
  return extension == "markdown" ? std::optional(render::Format::markdown) : std::nullopt;
}

}  // namespace

render::Format output_format(Context& context, const std::optional<render::Format>& chosen, const std::string& output) {
  if (chosen) return *chosen;
  const auto configured = parse_name<render::Format>(context.config().string("export.format"));
  if (output.empty() || output == "-") return configured;
  auto extension = std::filesystem::path(output).extension().string();
  if (extension.empty()) return configured;
  extension.erase(0, 1);
  for (auto& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (const auto format = format_of_extension(extension)) return *format;
  throw UsageError("the name " + output + " says no format", "choose one with --format pdf, docx, text, md or json");
}

Written write_version(Context& context, service::Service& service, const std::string& version, const Output& output,
                      bool force, bool dry_run) {
  if (output.path != "-" && !output.path.empty()) check_overwrite(context.path(output.path), force);
  if (dry_run) {  // made, and neither written nor recorded
    const auto bytes = render::render(service.get_version(version).resume, output.format);
    return {output.path, std::string(render::mime_type(output.format)), bytes.size()};
  }
  const auto file = service.export_version({version, output.format, {}});
  Written written{output.path.empty() ? file.suggested_name : output.path, file.mime_type, file.bytes.size()};
  if (written.path == "-")
    context.console.print(file.bytes);
  else
    write_file(context, context.path(written.path), file.bytes, force);
  return written;
}

void say_written(Context& context, const Written& written, bool dry_run) {
  if (written.path == "-" && !dry_run) return;
  const auto name = written.path == "-"    ? "to standard output"
                    : written.path.empty() ? "a file under the name it suggests"
                                           : written.path;
  context.console.print((dry_run ? "would write " : "wrote ") + name + " (" + file_size(written.bytes) + ")\n");
}

}  // namespace resumax::app
