#include "input.hpp"
#include "verbs.hpp"
#include "views.hpp"

#include <resumax/core/fields.hpp>
#include <resumax/core/resume_json.hpp>
#include <resumax/service/json.hpp>
#include <resumax/text/unicode.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace resumax::app {
namespace {

using nlohmann::json;

struct GuardArgs {
  std::string resume, items;
};

/// A line of the items: what to check, or what is wrong with the line.
struct Item {
  json id;
  std::string path, proposed;
  std::optional<Error> problem;
};

std::string text_at(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string())
    throw Error(Errc::invalid_input, std::string("no text under \"") + key + "\"",
                "a line is {\"id\": …, \"path\": \"/work/0/highlights/0\", \"proposed\": \"…\"}");
  return found->get<std::string>();
}

/// Whether a path names a text of the resume, one that is empty so far, or a new one of a list ("/work/0/highlights/9",
/// "/skills/-/name").
bool leads_into(const Resume& resume, const std::string& path) {
  if (find_field(resume, path)) return true;
  const auto last = path.rfind('/');
  if (last == std::string::npos) return false;
  const std::string_view index = std::string_view(path).substr(last + 1);
  const bool counts = !index.empty() && index.size() < 10 && index.find_first_not_of("0123456789") == index.npos;
  if (counts || index == "-") return find_list(resume, path.substr(0, last)) != nullptr;
  return path.substr(0, last).ends_with("/-");
}

Item read_item(std::string_view line, std::size_t number, const Resume& resume) {
  Item item{number, {}, {}, {}};
  try {
    const auto object = json::parse(line, nullptr, false);
    if (!object.is_object())
      throw Error(Errc::parse_failed, "line " + std::to_string(number) + " is no JSON object",
                  "one JSON object a line is expected");
    item.id = object.value("id", item.id);
    item.path = current_pointer(resume, text_at(object, "path"));
    item.proposed = text_at(object, "proposed");
    if (!leads_into(resume, item.path))
      throw Error(Errc::not_found, "the resume has nothing at " + (item.path.empty() ? "\"\"" : item.path),
                  "paths are JSON Pointers into the JSON Resume form; see resumax resume show --json");
  } catch (const Error& error) {
    item.problem = error;
  }
  return item;
}

std::vector<Item> read_items(std::string_view text, const Resume& resume) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<Item> items;
  std::size_t number = 0;
  for (const auto line : text::split_lines(text)) {
    ++number;
    if (!text::trim(line).empty()) items.push_back(read_item(line, number, resume));
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
  if (item.problem)
    record["error"] = {{"code", std::string(to_string(item.problem->code()))}, {"message", item.problem->what()}};
  return record.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string name_of_item(const Item& item) { return item.id.is_string() ? item.id.get<std::string>() : item.id.dump(); }

/// A verdict for every item in its order; what could not be checked is not accepted.
std::vector<Verdict> verdicts_on(Context& context, const Resume& source, const std::vector<Item>& items) {
  std::vector<std::pair<std::string, std::string>> lines;
  for (const auto& item : items)
    if (!item.problem) lines.emplace_back(item.path, item.proposed);
  auto checked = context.scratch().guard(source, lines);
  std::vector<Verdict> out;
  std::size_t next = 0;
  for (const auto& item : items)
    out.push_back(item.problem ? Verdict{false, item.problem->what(), {}, {}} : std::move(checked.at(next++)));
  return out;
}

int run_guard(Context& context, const GuardArgs& args) {
  if (args.items.empty())
    throw UsageError("nothing to check", "give the rewritten lines with --items FILE or --items -");
  if (args.resume == "-" && args.items == "-") throw UsageError("standard input is one file, not two");
  const auto source = source_of(context, args.resume);
  const auto items = read_items(read_posting_file(context, args.items).bytes, source);
  if (items.empty()) context.console.note("nothing to check: the items have no line");
  const auto verdicts = verdicts_on(context, source, items);
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i)
    out += context.console.json()
               ? verdict_record(items[i], verdicts[i])
               : verdict_view(name_of_item(items[i]), items[i].proposed, verdicts[i], context.console.look());
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
          "--json, one record a line comes back, in the order of the items: {id, accepted, reason, words, evidence}. A "
          "line that cannot be checked does not stop the others: it is not accepted, its id is its number where it "
          "gives none, and \"error\" holds {code, message}: parse_failed (no JSON object), invalid_input (no path or "
          "no text), not_found (no such entry in the resume). Exits with 1 where a line is not accepted.\n\nNothing "
          "is stored.")
      .example("resumax guard r1 --items rewrites.jsonl", "for people")
      .example("my-tool | resumax guard cv.pdf --items - --json", "as a filter")
      .positional("RESUME", "a resume or a file", args->resume, Offer::resumes_or_files)
      .option("--items", "FILE", "the lines to check, - for standard input", args->items, Offer::files)
      .run([args](Context& context) { return run_guard(context, *args); });
}

}  // namespace resumax::app
