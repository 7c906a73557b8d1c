#include "usage.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace resumax::app {
namespace {

struct Definition {
  std::string term, text;
};

/// Terms at the left, texts at the right; below each other where there is no room.
std::string definitions(const std::vector<Definition>& list, const Look& look) {
  int widest = 0;
  for (const auto& [term, text] : list) widest = std::max(widest, columns(term));
  const bool beside = widest + 4 + 24 <= look.width;
  std::string out;
  for (const auto& [term, text] : list) {
    if (beside) {
      out += wrapped(
          text, look.width,
          "  " + look.style.bold(term) + std::string(static_cast<std::size_t>(widest - columns(term) + 2), ' '));
    } else {
      out += "  " + look.style.bold(term) + "\n" + wrapped(text, look.width, "          ");
    }
  }
  return out;
}

std::string term_of(const Parameter& parameter) {
  if (parameter.positional()) return std::string(parameter.name) + (parameter.repeated ? "..." : "");
  std::string term = parameter.letter ? std::string("-") + parameter.letter + ", " : "    ";
  term += parameter.name;
  return parameter.flag() ? term : term + " " + std::string(parameter.value);
}

std::string text_of(const Parameter& parameter) {
  std::string text(parameter.help);
  for (std::size_t i = 0; i < parameter.words.size(); ++i)
    text += (i == 0 ? ": " : ", ") + std::string(parameter.words[i]);
  return text;
}

std::string heading(std::string_view text, const Look& look) { return "\n" + look.style.bold(text) + "\n"; }

std::string examples(const Command& command, const Look& look) {
  if (command.examples().empty()) return {};
  const int most = look.width / 2 + 10;
  int widest = 0;
  for (const auto& example : command.examples())
    if (columns(example.line) <= most) widest = std::max(widest, columns(example.line));
  std::string out = heading("Examples", look);
  const auto dim = [&](const std::string& text) { return look.style.dim(text); };
  for (const auto& [line, note] : command.examples()) {
    const bool beside = columns(line) <= widest && widest + 4 + columns(note) <= look.width;
    out +=
        "  " +
        (beside && !note.empty() ? pad(std::string(line), widest) + "  " + dim(std::string(note)) : std::string(line)) +
        "\n";
    if (!beside && !note.empty()) out += wrapped(note, look.width, "      ", dim);
  }
  return out;
}

std::string list(std::string_view title, const Command& command, bool positional, const Look& look) {
  std::vector<Definition> terms;
  for (const auto& parameter : command.parameters())
    if (parameter.positional() == positional) terms.push_back({term_of(parameter), text_of(parameter)});
  return terms.empty() ? "" : heading(title, look) + definitions(terms, look);
}

nlohmann::json parameter_json(const Parameter& parameter) {
  nlohmann::json json{{"name", parameter.name}, {"help", parameter.help}};
  if (parameter.letter) json["letter"] = std::string(1, parameter.letter);
  if (!parameter.value.empty()) json["value"] = parameter.value;
  if (!parameter.words.empty()) json["words"] = parameter.words;
  if (parameter.required) json["required"] = true;
  if (parameter.repeated) json["repeated"] = true;
  return json;
}

nlohmann::json command_json(const Command& command) {
  nlohmann::json json{{"path", command.path()}, {"summary", command.summary()}};
  for (const auto& parameter : command.parameters()) json["parameters"].push_back(parameter_json(parameter));
  for (const auto& child : command.children()) json["commands"].push_back(command_json(command.make_child(child)));
  return json;
}

}  // namespace

std::string usage_line(const Command& command) {
  std::string line = "resumax" + (command.path().empty() ? "" : " " + command.path());
  if (!command.children().empty()) return line + " VERB ...";
  line += " [OPTIONS]";
  for (const auto& parameter : command.parameters()) {
    if (!parameter.positional()) continue;
    const auto name = std::string(parameter.name) + (parameter.repeated ? "..." : "");
    line += parameter.required ? " " + name : " [" + name + "]";
  }
  return line;
}

std::string help_text(const Command& command, const Look& look) {
  std::string out = wrapped("resumax " + command.path() + ": " + std::string(command.summary()), look.width);
  out += examples(command, look);
  out += heading("Usage", look) + "  " + usage_line(command) + "\n";
  std::vector<Definition> children;
  for (const auto& child : command.children())
    children.push_back({std::string(child.name), std::string(child.summary)});
  if (!children.empty()) out += heading("Verbs", look) + definitions(children, look);
  out += list("Arguments", command, true, look) + list("Options", command, false, look);
  const auto verb = command.path().substr(0, command.path().find(' '));
  return out + "\n" +
         wrapped(
             "Every verb also takes --json, --workspace DIR, -c KEY=VALUE, --no-color and --no-pager. More: man "
             "resumax-" +
                 verb,
             look.width);
}

std::string overview_text(const Command& root, const Command& globals, const Look& look) {
  std::string out = wrapped("resumax " + std::string(root.summary()), look.width);
  out += examples(root, look);
  out += heading("Usage", look) + "  resumax [OPTIONS] VERB ...\n";
  std::string_view group;
  std::vector<Definition> verbs;
  const auto close = [&] {
    if (!verbs.empty()) out += heading(group, look) + definitions(verbs, look);
    verbs.clear();
  };
  std::size_t widest = 0;
  for (const auto& child : root.children()) widest = std::max(widest, child.name.size());
  for (const auto& child : root.children()) {
    if (child.group != group) close();
    group = child.group;
    verbs.push_back({pad(std::string(child.name), static_cast<int>(widest)), std::string(child.summary)});
  }
  close();
  out += list("Options of every verb", globals, false, look);
  return out + "\n" +
         wrapped(
             "resumax help VERB explains one. An object is named by its handle (r1, j1, o1, v1), or @ for the latest; "
             "a file path works wherever a resume or posting is expected.",
             look.width);
}

std::string command_record(const Command& command) { return command_json(command).dump(2) + "\n"; }

std::string commands_json(const Command& root, const Command& globals) {
  auto json = command_json(root);
  for (const auto& parameter : globals.parameters()) json["globals"].push_back(parameter_json(parameter));
  return json.dump(2) + "\n";
}

std::string_view offer_word(Offer offer) {
  switch (offer) {
    case Offer::resumes:
    case Offer::resumes_or_files:
      return "resumes";
    case Offer::postings:
    case Offer::postings_or_files:
      return "postings";
    case Offer::optimizations:
      return "optimizations";
    case Offer::versions:
      return "versions";
    case Offer::objects:
      return "objects";
    case Offer::settings:
      return "settings";
    case Offer::verbs:
      return "verbs";
    case Offer::nothing:
    case Offer::files:
    case Offer::folders:
      return "";
  }
  return "";
}

}  // namespace resumax::app
