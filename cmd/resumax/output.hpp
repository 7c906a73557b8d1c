#pragma once

#include "context.hpp"

#include <resumax/render/render.hpp>

#include <optional>
#include <string>
#include <vector>

namespace resumax::app {

/// The format an output is written in: `chosen`, else what its extension says, else the setting export.format. An
/// extension that says nothing is a UsageError unless `chosen` decides.
render::Format output_format(Context& context, const std::optional<render::Format>& chosen, const std::string& output);

/// A file that an export goes to: "-" is standard output.
struct Output {
  std::string path;
  render::Format format = render::Format::pdf;
};

/// What was written, for messages and records.
struct Written {
  std::string path, mime_type;
  std::size_t bytes = 0;
};

/// Exports a version. An empty path takes the name the service suggests, in the current folder. With `dry_run` all is
/// made and nothing written.
Written write_version(Context& context, service::Service& service, const std::string& version, const Output& output,
                      bool force, bool dry_run);
/// "wrote cv.pdf (84 KB)", to standard error when standard output carries the file itself.
void say_written(Context& context, const Written& written, bool dry_run);

}  // namespace resumax::app
