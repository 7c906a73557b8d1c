#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

namespace resumax::app {
namespace {

/// The next sensible step from where the workspace stands.
std::string advice(const service::Status& status) {
  if (status.resumes.empty()) return "resumax resume add FILE";
  if (status.postings.empty()) return "resumax jd add FILE";
  if (!status.open.empty()) return "resumax diff " + status.open.front().identity.handle;
  if (status.latest) return "resumax export " + status.latest->identity.handle;
  return "resumax optimize " + status.resumes.front().identity.handle + " " + status.postings.front().identity.handle;
}

int run_status(Context& context) {
  auto status = context.reading().status();
  status.workspace = context.workspace().string();
  if (context.console.json()) {
    context.console.print(record(status));
    return 0;
  }
  const auto home = context.io.home.string();
  if (!home.empty() && status.workspace.starts_with(home + "/"))
    status.workspace = "~" + status.workspace.substr(home.size());
  context.console.page(status_view(status, context.console.look()));
  context.console.next(advice(status));
  return 0;
}

}  // namespace

void add_status(Command& command) {
  command
      .description(
          "Shows what the workspace holds, which optimizations are still to be accepted from, and the latest version.")
      .example("resumax status", "where things stand")
      .run(run_status);
}

}  // namespace resumax::app
