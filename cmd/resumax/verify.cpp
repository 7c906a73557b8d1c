#include "verbs.hpp"
#include "views.hpp"

#include <resumax/service/json.hpp>

#include <nlohmann/json.hpp>

namespace resumax::app {
namespace {

struct VerifyArgs {
  std::string version = "@";
};

int run_verify(Context& context, const VerifyArgs& args) {
  const auto findings = context.reading().verify(args.version);
  if (context.console.json()) {
    nlohmann::json json{{"supported", findings.empty()}, {"findings", nlohmann::json::array()}};
    for (const auto& [path, verdict] : findings) {
      auto finding = service::to_json(verdict);
      finding["path"] = path;
      json["findings"].push_back(std::move(finding));
    }
    context.console.print(json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  } else {
    context.console.page(verify_view(findings, context.console.look()));
  }
  return findings.empty() ? 0 : 1;
}

}  // namespace

void add_verify(Command& command) {
  auto args = std::make_shared<VerifyArgs>();
  command
      .description(
          "Checks every line of a version against the resume it was made from, once more. Exits with 1 where a line is "
          "not supported, and names the words at fault.")
      .example("resumax verify v1", "one")
      .example("resumax verify v1 && resumax export v1 -o cv.pdf", "in a script")
      .optional("VERSION", "a version, by default the latest", args->version, Offer::versions)
      .run([args](Context& context) { return run_verify(context, *args); });
}

}  // namespace resumax::app
