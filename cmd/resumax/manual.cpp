// Man pages in mdoc(7), from the command tree.
#include "usage.hpp"

#include <resumax/config/config.hpp>

#include <algorithm>

namespace resumax::app {
namespace {

constexpr std::string_view page_date = "November 21, 2026";

/// Running text: what troff would read as more than a letter is escaped.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool line_start = i == 0 || text[i - 1] == '\n';
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '~')
      out += "\\(ti";
    else if (c == '^')
      out += "\\(ha";
    else if (c == '`')
      out += "\\(ga";
    else if (c == '\'')
      out += "\\(aq";
    else if (c == '"')
      out += "\\(dq";
    else
      out += c;
  }
  return out;
}

/// One argument of a macro line: never read as a macro, however it is spelled.
std::string argument(std::string_view text) { return "\"\\&" + escaped(text) + "\""; }

/// A new line after each sentence and none longer than mdoc likes them.
std::string sentences(std::string_view text) {
  constexpr std::size_t longest = 78;
  std::string out, line;
  const auto close = [&] {
    if (!line.empty()) out += (line[0] == '.' || line.starts_with("\\(aq") ? "\\&" : "") + line + "\n";
    line.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    const auto word = text.substr(at, end - at);
    const auto safe = word.starts_with('.') ? std::string(word) : escaped(word);
    if (line.size() + 1 + safe.size() > longest) close();
    line += (line.empty() ? "" : " ") + safe;
    if (word.ends_with('.') && word != "...") close();
    at = end + 1;
  }
  close();
  return out;
}

std::string paragraphs(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto gap = std::min(text.find("\n\n", at), text.size());
    out += (out.empty() ? "" : ".Pp\n") + sentences(text.substr(at, gap - at));
    at = gap + 2;
  }
  return out;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string item(const Parameter& parameter) {
  std::string head;
  if (parameter.positional()) {
    head = ".It Ar " + argument(parameter.name) + (parameter.repeated ? " ..." : "");
  } else {
    head = ".It ";
    if (parameter.letter) head += std::string("Fl ") + parameter.letter + " , ";
    head += "Fl \\-" + escaped(parameter.name.substr(2));
    if (!parameter.flag()) head += " Ar " + argument(parameter.value);
  }
  auto text = capital(std::string(parameter.help));
  for (std::size_t i = 0; i < parameter.words.size(); ++i)
    text += (i == 0 ? ": " : ", ") + std::string(parameter.words[i]);
  return head + "\n" + sentences(text + ".");
}

std::string items(const Command& command, bool positional) {
  std::string out;
  for (const auto& parameter : command.parameters())
    if (parameter.positional() == positional) out += item(parameter);
  return out;
}

std::string tag_list(const std::string& items, std::string_view width = "Ds") {
  return items.empty() ? "" : ".Bl -tag -width " + std::string(width) + "\n" + items + ".El\n";
}

std::string synopsis(const Command& command) {
  std::string out = ".Nm resumax\n";
  if (!command.path().empty()) out += ".Cm " + escaped(command.path()) + "\n";
  if (!command.children().empty()) return out + ".Ar verb\n.Op Ar ...\n";
  bool options = false;
  for (const auto& parameter : command.parameters()) options |= !parameter.positional();
  if (options) out += ".Op Ar options\n";
  for (const auto& parameter : command.parameters()) {
    if (!parameter.positional()) continue;
    out += (parameter.required ? ".Ar " : ".Op Ar ") + argument(parameter.name) + (parameter.repeated ? " ..." : "") +
           "\n";
  }
  return out;
}

std::string examples(const Command& command) {
  std::string out;
  for (const auto& [line, note] : command.examples()) {
    if (!out.empty()) out += ".Pp\n";
    if (!note.empty()) out += sentences(capital(std::string(note)) + ":");
    out += ".Dl " + argument(line) + "\n";
  }
  return out;
}

std::string header(const std::string& title, const std::string& name, std::string_view summary) {
  std::string upper = title;
  for (auto& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return ".\\\" Made from the command tree; tests/cli says how to make it again.\n.Dd " + std::string(page_date) +
         "\n.Dt " + upper + " 1\n.Os\n.Sh NAME\n.Nm " + name + "\n.Nd " + escaped(summary) + "\n";
}

std::string exit_status() {
  const std::vector<std::pair<std::string_view, std::string_view>> codes{
      {"0", "Done."},
      {"1",
       "Done, with findings: unsupported lines, differences asked for by --exit-code, or some of several files "
       "failed."},
      {"2", "The command line cannot be meant."},
      {"3", "Bad input: unreadable, unsupported, too large, not found."},
      {"4", "Authentication is needed or was refused."},
      {"5", "A provider or a remote failed."},
      {"6", "Conflict: busy, already running, stale, or the file exists."},
      {"70", "A defect of resumax, or a broken installation."},
      {"130", "Interrupted."}};
  std::string out;
  for (const auto& [code, meaning] : codes) out += ".It " + std::string(code) + "\n" + sentences(meaning);
  return ".Sh EXIT STATUS\n" + tag_list(out);
}

std::string environment() {
  const std::vector<std::pair<std::string_view, std::string_view>> variables{
      {"RESUMAX_WORKSPACE", "The workspace, where --workspace names none."},
      {"RESUMAX_PAGER , PAGER", "Shows long output on a terminal; empty for none. The usual one is less -FRX."},
      {"RESUMAX_EXTRACT", "The helper program that opens PDF and DOCX."},
      {"RESUMAX_TRACE",
       "A file that gets one JSON line for each step of a run: verbs, stages, codes and times, no texts and no names."},
      {"VISUAL , EDITOR", "The editor."},
      {"NO_COLOR", "No colour."},
      {"XDG_CONFIG_HOME , XDG_DATA_HOME", "Where your settings and your own workspace are."}};
  std::string out;
  for (const auto& [name, meaning] : variables) out += ".It Ev " + std::string(name) + "\n" + sentences(meaning);
  return ".Sh ENVIRONMENT\nEvery setting can be given as a variable, as\n.Ev RESUMAX_LIMITS_RESUME\nfor "
         "limits.resume.\n" +
         tag_list(out);
}

std::string settings_list() {
  std::string out;
  for (const auto& setting : config::settings())
    out += ".It " + escaped(setting.key) + "\n" + sentences(std::string(setting.description) + ".") +
           (setting.built_in.empty() ? "" : "Built in: " + escaped(setting.built_in) + ".\n");
  return ".Sh SETTINGS\nIn config.toml, or with\n.Fl c Ar key=value .\n" + tag_list(out);
}

}  // namespace

std::string root_manual(const Command& root, const Command& globals) {
  std::string out = header("resumax", "resumax", root.summary());
  out += ".Sh SYNOPSIS\n.Nm resumax\n.Op Ar options\n.Ar verb\n.Op Ar ...\n.Sh DESCRIPTION\n";
  out += paragraphs(
      "Aligns a resume with a job posting truthfully, and keeps every step the way git keeps code: resumes and "
      "postings go in, optimize proposes changes one by one, diff shows them, accept picks them, the result is an "
      "immutable version, and export writes it. All of it works offline.\n\nNothing reaches a version that the source "
      "resume does not support, every line of a version can say where it came from, and the same input gives the same "
      "output.\n\nAn object is named by its handle (r1, j1, o1, v1), its UUID or a unique prefix of it, a unique "
      "title, or @ for the latest of its kind. A file path works wherever a resume or posting is expected: it is added "
      "first. A lone - is standard input or output.\n\nResults go to standard output, everything else to standard "
      "error. The workspace is the folder .resumax found upward from the current folder, or your own one.");
  std::string verbs;
  for (const auto& child : root.children())
    verbs +=
        ".It Xr resumax-" + std::string(child.name) + " 1\n" + sentences(capital(std::string(child.summary)) + ".");
  out += ".Sh VERBS\n" + tag_list(verbs) + ".Sh OPTIONS\nEvery verb takes these.\n" + tag_list(items(globals, false));
  out += settings_list() + environment() + exit_status() + ".Sh EXAMPLES\n" + examples(root);
  return out + ".Sh SEE ALSO\n.Xr resumax-accept 1 ,\n.Xr resumax-export 1 ,\n.Xr resumax-optimize 1\n";
}

std::string verb_manual(const Command& verb, const Command& globals) {
  const auto name = "resumax-" + verb.path();
  std::string out = header(name, name, verb.summary()) + ".Sh SYNOPSIS\n";
  std::string subverbs;
  if (verb.children().empty()) out += synopsis(verb);
  for (const auto& child : verb.children()) {
    const auto command = verb.make_child(child);
    out += synopsis(command);
    subverbs += ".Ss " + escaped(command.path()) + "\n" + paragraphs(command.description()) +
                tag_list(items(command, true) + items(command, false));
    if (!command.examples().empty()) subverbs += ".Pp\n" + examples(command);
  }
  out += ".Sh DESCRIPTION\n" + paragraphs(verb.description()) + tag_list(items(verb, true));
  if (!subverbs.empty()) out += ".Sh VERBS\n" + subverbs;
  out += ".Sh OPTIONS\n" + tag_list(items(verb, false) + items(globals, false));
  out += ".Sh EXIT STATUS\nAs\n.Xr resumax 1\nsays.\n.Sh EXAMPLES\n" + examples(verb);
  return out + ".Sh SEE ALSO\n.Xr resumax 1\n";
}

}  // namespace resumax::app
