#include "pick.hpp"
#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

#include <algorithm>
#include <charconv>

namespace resumax::app {
namespace {

using Choice = service::Accept::Choice;

struct AcceptArgs {
  service::Accept request{"@", Choice::listed, SectionKind::other, {}, "", false};
  bool all = false, safe = false, patch = false;
  std::vector<std::string> listed, edits;
  std::optional<SectionKind> section;
};

int number(std::string_view text) {
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc{} || end != text.data() + text.size() || value < 1)
    throw UsageError("'" + std::string(text) + "' is no suggestion number", "resumax show o1 numbers the suggestions");
  return value;
}

/// "1,3" and "5-7" as decisions; those with an edit take its text.
std::vector<service::Decision> decisions_of(const AcceptArgs& args) {
  std::vector<service::Decision> decisions;
  for (const auto& list : args.listed) {
    for (std::size_t at = 0; at <= list.size();) {
      const auto comma = std::min(list.find(',', at), list.size());
      const auto part = std::string_view(list).substr(at, comma - at);
      const auto dash = part.find('-');
      const int first = number(part.substr(0, dash)), last = dash == part.npos ? first : number(part.substr(dash + 1));
      if (last - first > 10'000) throw UsageError("'" + std::string(part) + "' is no list of suggestions");
      for (int id = first; id <= last; ++id) decisions.push_back({id, service::Decision::Kind::accepted, ""});
      at = comma + 1;
    }
  }
  for (const auto& edit : args.edits) {
    const auto equals = edit.find('=');
    if (equals == std::string::npos) throw UsageError("--edit " + edit + ": no text", "write it as --edit NUMBER=TEXT");
    const int id = number(std::string_view(edit).substr(0, equals));
    std::erase_if(decisions, [&](const auto& decision) { return decision.suggestion == id; });
    decisions.push_back({id, service::Decision::Kind::edited, edit.substr(equals + 1)});
  }
  return decisions;
}

service::Accept request_of(const AcceptArgs& args) {
  const bool listed = !args.listed.empty() || !args.edits.empty();
  const int ways = args.all + args.safe + args.patch + listed + args.section.has_value();
  if (ways != 1)
    throw UsageError(ways == 0 ? "what should be accepted?" : "there is more than one way to choose here",
                     "use one of --all, --safe, --suggestion N,N, --section NAME or -p");
  auto request = args.request;
  if (args.all) request.choice = Choice::all;
  if (args.safe) request.choice = Choice::safe;
  if (args.section) {
    request.choice = Choice::section;
    request.section = *args.section;
  }
  if (listed) request.decisions = decisions_of(args);
  return request;
}

int run_accept(Context& context, const AcceptArgs& args) {
  auto request = request_of(args);
  auto& service = context.reading();
  if (args.patch) {
    auto picked = pick_interactively(context, service, request.optimization);
    if (!picked) {
      context.console.note("nothing accepted, no version made");
      return 0;
    }
    request.optimization = picked->optimization;
    request.decisions = std::move(picked->decisions);
  }
  const auto detail = service.accept(request);
  if (context.console.json()) {
    context.console.print(record(detail));
    return 0;
  }
  auto shown = detail.record;
  if (request.dry_run) shown.identity.handle = "";
  context.console.print((request.dry_run         ? "would make "
                         : detail.record.existed ? "had "
                                                 : "made ") +
                        version_line(shown, context.console.look()));
  if (!request.dry_run) context.console.next("resumax export " + shown.identity.handle + " -o cv.pdf");
  return 0;
}

}  // namespace

void add_accept(Command& command) {
  auto args = std::make_shared<AcceptArgs>();
  command
      .description(
          "Takes proposed changes of an optimization into a version, which never changes again. Suggestions that are "
          "left out count as declined. An edited line passes the same guard as a proposed one: what the resume does "
          "not support is refused, with the words at fault.\n\nWith -p each suggestion is shown with its reason and "
          "evidence and asked about, with the keys of git add -p: y takes it, n does not, a takes it and the rest of "
          "its section, d leaves it and the rest of its section, e edits it first, q stops and leaves the rest, ? "
          "explains.")
      .example("resumax accept o1 -p", "one by one")
      .example("resumax accept o1 --suggestion 1,3-5", "these")
      .example("resumax accept --safe", "of the latest, all that is not uncertain")
      .example("resumax accept o1 --edit 2='Ran the build for three teams'", "one, in other words")
      .optional("OPTIMIZATION", "an optimization, by default the latest", args->request.optimization,
                Offer::optimizations)
      .flag("--all", "take every suggestion", args->all)
      .flag("--safe", "take all that are not uncertain", args->safe)
      .option("--suggestion", "N,N", "take these, by number", args->listed)
      .option("--section", "NAME", "take those of a section", args->section)
      .option("--edit", "N=TEXT", "take one in your own words", args->edits)
      .flag("-p,--patch", "ask about each", args->patch)
      .option("--notes", "TEXT", "a note to keep with the version", args->request.notes)
      .dry_run(args->request.dry_run)
      .run([args](Context& context) { return run_accept(context, *args); });
}

}  // namespace resumax::app
