#include "app.hpp"
#include "verbs.hpp"

#include <resumax/document/document.hpp>
#include <resumax/document/helper.hpp>
#include <resumax/match/score.hpp>
#include <resumax/optimize/optimize.hpp>
#include <resumax/render/render.hpp>
#include <resumax/store/database.hpp>

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <algorithm>

namespace resumax::app {
namespace {

namespace fs = std::filesystem;

struct Check {
  std::string name;
  bool good = true;
  std::string detail, hint;
};

/// Runs a check; an error in it is its finding.
template <class Body>
Check check(std::string name, Body body) {
  try {
    auto detail = body();
    return {std::move(name), true, std::move(detail), ""};
  } catch (const Error& error) {
    return {std::move(name), false, error.what(), error.hint()};
  } catch (const std::exception& error) {
    return {std::move(name), false, error.what(), ""};
  }
}

/// An invented line in the scripts that exports promise, so that a missing font shows.
Resume sample() {
  Resume resume;
  resume.language = "en";
  resume.basics.name.value = "Zoë Łukasz";
  resume.basics.summary.value = "Ελληνικά, Кириллица, naïve façade";
  return resume;
}

std::string check_fonts(std::string& pdf) {
  pdf = render::render(sample(), render::Format::pdf);
  return "Latin, Greek and Cyrillic print";
}

std::string check_helper(Context& context, const std::string& pdf) {
  const auto helper = context.helper();
  const auto document = context.extractor().extract(pdf, "doctor.pdf");
  for (const auto& page : document.pages)
    for (const auto& word : page.words)
      if (word.text.find("Łukasz") != std::string::npos) return helper.string();
  throw Error(Errc::internal, "the helper reads back other text than was written", "install resumax again");
}

/// What the kernel adds to the helper's limits. Without it documents are read all the same.
std::string check_sandbox(Context& context) {
  const auto sandbox = document::ask_sandbox(context.helper(), context.helper_limits());
  if (!sandbox.built) return "not in this build: the helper has its limits on time and memory only";
  if (!sandbox.calls)
    throw Error(Errc::internal,
                "this kernel filters no system calls (seccomp): a hostile document that takes over the helper can do "
                "what you can",
                "use a kernel with CONFIG_SECCOMP_FILTER, or read documents you do not trust as another user");
  if (!sandbox.files)
    return "no network, no program and no file; this kernel has no Landlock to except the public character tables, so "
           "text in a predefined Chinese, Japanese or Korean encoding is lost";
  return "no network, no program, no file but the public character tables";
}

std::string check_database(Context& context) {
  const auto folder = context.workspace();
  if (!context.workspace_exists()) return "none yet: it is made on first use in " + folder.string();
  context.reading().status();
  store::Database database(folder / "resumax.db", store::Database::Mode::existing);
  auto answer = database.query("PRAGMA integrity_check(1)");
  const auto text = answer.step() ? answer.text() : "no answer";
  if (text != "ok")
    throw Error(Errc::storage_error, "the database is damaged: " + text, "put back a copy of " + folder.string());
  return folder.string() + ", sound";
}

std::string check_writable(Context& context) {
  auto folder = context.workspace();
  std::error_code ignored;
  while (!fs::exists(folder, ignored) && folder.has_relative_path()) folder = folder.parent_path();
  if (::access(folder.c_str(), W_OK) != 0)
    throw Error(Errc::storage_error, "cannot write to " + folder.string(),
                "choose another workspace with --workspace DIR");
  return folder.string() + " can be written";
}

std::string versions(Context&) {
  return "resumax " + std::string(version()) + ", engine " + std::string(optimize::engine_version) + ", score " +
         std::string(match::score_version);
}

int run_doctor(Context& context) {
  std::string pdf;
  std::vector<Check> checks;
  checks.push_back(check("versions", [&] { return versions(context); }));
  checks.push_back(check("settings", [&] { return context.config(), std::string("read"); }));
  checks.push_back(check("fonts", [&] { return check_fonts(pdf); }));
  checks.push_back(check("helper", [&] { return check_helper(context, pdf); }));
  checks.push_back(check("sandbox", [&] { return check_sandbox(context); }));
  checks.push_back(check("writing", [&] { return check_writable(context); }));
  checks.push_back(check("workspace", [&] { return check_database(context); }));
  const bool good = std::all_of(checks.begin(), checks.end(), [](const Check& c) { return c.good; });
  if (context.console.json()) {
    nlohmann::json json{{"ok", good}, {"checks", nlohmann::json::array()}};
    for (const auto& c : checks)
      json["checks"].push_back({{"name", c.name}, {"ok", c.good}, {"detail", c.detail}, {"hint", c.hint}});
    context.console.print(json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
    return good ? 0 : 1;
  }
  const auto& look = context.console.look();
  for (const auto& c : checks) {
    context.console.print(
        wrapped(c.detail, look.width, (c.good ? look.style.good("✓ ") : look.style.bad("✗ ")) + pad(c.name, 11)));
    if (!c.hint.empty()) context.console.print(wrapped(c.hint, look.width, "             hint: "));
  }
  return good ? 0 : 1;
}

}  // namespace

void add_doctor(Command& command) {
  command
      .description(
          "Checks what resumax needs: that settings can be read, that fonts print, that the helper which opens PDF and "
          "DOCX is found and works, that the kernel shuts it in, that the workspace can be written and its database is sound. Exits with 1 where "
          "something is wrong, and says what to do about it.")
      .example("resumax doctor", "before asking for help")
      .run(run_doctor);
}

}  // namespace resumax::app
