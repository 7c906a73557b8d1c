#include "input.hpp"
#include "verbs.hpp"
#include "views.hpp"

#include <resumax/service/json.hpp>
#include <resumax/text/unicode.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace resumax::app {
namespace {

using nlohmann::json;

struct GuardArgs {
  std::string resume, items;
};

struct Item {
  json id;
  std::string path, proposed;
};

std::string text_at(const json& object, const char* key, const std::string& where) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string())
    throw Error(Errc::invalid_input, where + ": no text under \"" + key + "\"",
                "a line is {\"id\": …, \"path\": \"/work/0/highlights/0\", \"proposed\": \"…\"}");
  return found->get<std::string>();
}

std::vector<Item> read_items(const std::string& text, const std::string& name) {
  std::vector<Item> items;
  std::size_t number = 0;
  for (const auto line : text::split_lines(text)) {
    ++number;
    if (text::trim(line).empty()) continue;
    const auto where = name + ":" + std::to_string(number);
    const auto object = json::parse(line, nullptr, false);
    if (!object.is_object())
      throw Error(Errc::parse_failed, where + " is no JSON object", "one JSON object a line is expected");
    items.push_back(
        {object.value("id", json(number)), text_at(object, "path", where), text_at(object, "proposed", where)});
  }
  return items;
}

Resume source_of(Context& context, const std::string& word) {
  if (!names_file(context, word)) return context.reading().get_resume(word).parsed.resume;
  const auto input = read_resume_file(context, word);
  return context.scratch().parse_resume(input.bytes, input.filename).resume;
}

std::string verdict_record(const Item& item, const Verdict& verdict) {
  auto record = service::to_json(verdict);
  record["id"] = item.id;
  return record.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

int run_guard(Context& context, const GuardArgs& args) {
  if (args.items.empty())
    throw UsageError("nothing to check", "give the rewritten lines with --items FILE or --items -");
  if (args.resume == "-" && args.items == "-") throw UsageError("standard input is one file, not two");
  const auto source = source_of(context, args.resume);
  const auto items =
      read_items(read_posting_file(context, args.items).bytes, args.items == "-" ? "standard input" : args.items);
  std::vector<std::pair<std::string, std::string>> lines;
  for (const auto& item : items) lines.emplace_back(item.path, item.proposed);
  const auto verdicts = context.scratch().guard(source, lines);
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& id = items[i].id;
    out += context.console.json() ? verdict_record(items[i], verdicts[i])
                                  : verdict_view(id.is_string() ? id.get<std::string>() : id.dump(), items[i].proposed,
                                                 verdicts[i], context.console.look());
  }
  if (context.console.json())
    context.console.print(out);
  else
    context.console.page(out);
  return std::all_of(verdicts.begin(), verdicts.end(), [](const Verdict& verdict) { return verdict.accepted; }) ? 0 : 1;
}

}  // namespace

void add_guard(Command& command) {
  auto args = std::make_shared<GuardArgs>();
  command
      .description(
          "Checks rewritten lines, from whatever tool, against a resume: is each supported by its source? The lines "
          "come as JSON Lines of {id, path, proposed}, where path is a JSON Pointer into the JSON Resume form. With "
          "--json, one record a line comes back: {id, accepted, reason, words, evidence}. Exits with 1 where a line is "
          "refused.\n\nNothing is stored.")
      .example("resumax guard r1 --items rewrites.jsonl", "for people")
      .example("my-tool | resumax guard cv.pdf --items - --json", "as a filter")
      .positional("RESUME", "a resume or a file", args->resume, Offer::resumes_or_files)
      .option("--items", "FILE", "the lines to check, - for standard input", args->items, Offer::files)
      .run([args](Context& context) { return run_guard(context, *args); });
}

}  // namespace resumax::app
