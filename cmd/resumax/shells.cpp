// Completion scripts, from the command tree. Verbs, options and words are written out; handles and settings are asked
// from `resumax __complete KIND`, which prints "candidate<TAB>description" lines.
#include "usage.hpp"

#include <algorithm>

namespace resumax::app {
namespace {

struct Leaf {
  Command command;
  std::string path;
};

void collect(const Command& command, std::vector<Leaf>& leaves) {
  leaves.push_back({command, command.path()});
  for (const auto& child : command.children()) collect(command.make_child(child), leaves);
}

std::vector<Leaf> commands(const Command& root) {
  std::vector<Leaf> leaves;
  collect(root, leaves);
  return leaves;
}

std::string long_and_short(const Parameter& parameter) {
  return std::string(parameter.name) + (parameter.letter ? std::string(" -") + parameter.letter : "");
}

std::string joined(const std::vector<std::string_view>& words, std::string_view glue) {
  std::string out;
  for (const auto word : words) out += (out.empty() ? "" : std::string(glue)) + std::string(word);
  return out;
}

/// What a value is completed with, as one word for the scripts' helper: "words:a b", "ask:resumes", "files", "folders".
std::string kind_of(const Parameter& parameter) {
  if (!parameter.words.empty()) return "words:" + joined(parameter.words, " ");
  if (parameter.offer == Offer::files) return "files";
  if (parameter.offer == Offer::folders) return "folders";
  const auto ask = offer_word(parameter.offer);
  return ask.empty() ? "nothing" : "ask:" + std::string(ask);
}

/// A resume or posting may be a file as well.
bool takes_files(const Parameter& parameter) {
  return parameter.offer == Offer::resumes_or_files || parameter.offer == Offer::postings_or_files;
}

std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// "--output|-o"
std::string pattern_of(const Parameter& parameter) {
  std::string pattern(parameter.name);
  if (parameter.letter) pattern.append("|-").push_back(parameter.letter);
  return pattern;
}

/// Options that take a value, each once; a short form that two share is the same pattern.
void add_pattern(std::string& patterns, const Parameter& parameter) {
  if (parameter.positional() || parameter.flag()) return;
  const auto pattern = pattern_of(parameter);
  if (("|" + patterns + "|").find("|" + pattern + "|") != std::string::npos) return;
  patterns += (patterns.empty() ? "" : "|") + pattern;
}

std::string bash_values(const Command& command) {
  std::string out;
  for (const auto& parameter : command.parameters()) {
    if (parameter.positional() || parameter.flag()) continue;
    const auto pattern = pattern_of(parameter);
    out += "      " + pattern + ") _resumax_value " + single_quoted(kind_of(parameter)) + "; return ;;\n";
  }
  return out;
}

std::string bash_case(const Leaf& leaf) {
  std::string options, positional;
  for (const auto& parameter : leaf.command.parameters()) {
    if (!parameter.positional())
      options += (options.empty() ? "" : " ") + long_and_short(parameter);
    else
      positional += (positional.empty() ? "" : ",") + kind_of(parameter) + (takes_files(parameter) ? "+files" : "") +
                    (parameter.repeated ? "*" : "");
  }
  std::string verbs;
  for (const auto& child : leaf.command.children()) verbs += (verbs.empty() ? "" : " ") + std::string(child.name);
  std::string out = "    " + single_quoted(leaf.path) + ")\n";
  out += "      verbs=" + single_quoted(verbs) + "\n      options=" + single_quoted(options) +
         "\n      positional=" + single_quoted(positional) + "\n";
  const auto values = bash_values(leaf.command);
  if (!values.empty()) out += "      case $previous in\n" + values + "      esac\n";
  return out + "      ;;\n";
}

}  // namespace

std::string bash_completion(const Command& root, const Command& globals) {
  std::string groups, taking, cases, global_options;
  for (const auto& leaf : commands(root)) {
    if (!leaf.command.children().empty() && !leaf.path.empty()) groups += (groups.empty() ? "" : "|") + leaf.path;
    cases += bash_case(leaf);
    for (const auto& parameter : leaf.command.parameters()) add_pattern(taking, parameter);
  }
  for (const auto& parameter : globals.parameters()) {
    global_options += (global_options.empty() ? "" : " ") + long_and_short(parameter);
    add_pattern(taking, parameter);
  }
  return R"sh(# bash completion for resumax. Made from the command tree: resumax completion bash

_resumax_ask() {
  local line
  while IFS=$'\t' read -r line _; do
    [[ $line == "$current"* ]] && COMPREPLY+=("$line")
  done < <(resumax "${workspace[@]}" __complete "$1" 2>/dev/null)
}

_resumax_value() {
  case $1 in
    words:*) COMPREPLY+=($(compgen -W "${1#words:}" -- "$current")) ;;
    ask:*) _resumax_ask "${1#ask:}" ;;
    files)
      compopt -o filenames 2>/dev/null
      COMPREPLY+=($(compgen -f -- "$current"))
      ;;
    folders)
      compopt -o filenames 2>/dev/null
      COMPREPLY+=($(compgen -d -- "$current"))
      ;;
  esac
}

_resumax() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local path='' count=0 index word verbs='' options='' positional='' IFS=$' \t\n'
  local -a workspace=() kinds=()
  COMPREPLY=()
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $previous == '=' ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=${COMP_WORDS[index]}
    case $word in
      --workspace)
        workspace=(--workspace "${COMP_WORDS[++index]}")
        ;;
      )sh" +
         taking + R"sh()
        ((index++))
        ;;
      -*) ;;
      *)
        case $path in
          '') path=$word ;;
          )sh" +
         groups + R"sh() path="$path $word" ;;
          *) ((count++)) ;;
        esac
        ;;
    esac
  done
  case $previous in
)sh" + bash_values(globals) +
         R"sh(  esac
  case $path in
)sh" + cases +
         R"sh(  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options )sh" +
         global_options + R"sh(" -- "$current"))
  elif [[ -n $verbs ]]; then
    COMPREPLY=($(compgen -W "$verbs" -- "$current"))
  elif [[ -n $positional ]]; then
    IFS=, read -ra kinds <<<"$positional"
    ((count >= ${#kinds[@]})) && [[ ${kinds[-1]} == *'*' ]] && count=$((${#kinds[@]} - 1))
    word=${kinds[count]%'*'}
    [[ -n $word ]] && _resumax_value "${word%+files}"
    [[ $word == *+files ]] && _resumax_value files
  fi
}

complete -F _resumax resumax
)sh";
}

namespace {

std::string zsh_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else if (c == '[' || c == ']' || c == ':' || c == '\\')
      out += std::string("\\") + c;
    else
      out += c;
  }
  return out;
}

std::string zsh_action(const Parameter& parameter) {
  if (!parameter.words.empty()) return "(" + joined(parameter.words, " ") + ")";
  if (parameter.offer == Offer::files) return "_files";
  if (parameter.offer == Offer::folders) return "_files -/";
  const auto ask = offer_word(parameter.offer);
  if (ask.empty()) return " ";
  return (takes_files(parameter) ? " _resumax_ask_or_file " : " _resumax_ask ") + std::string(ask);
}

std::string zsh_option(const Parameter& parameter) {
  const auto text = "[" + zsh_escaped(parameter.help) + "]" +
                    (parameter.flag() ? "" : ":" + zsh_escaped(parameter.value) + ":" + zsh_action(parameter));
  std::string out;
  const auto repeat = parameter.repeated ? std::string("*") : "";
  if (!parameter.letter) return "    '" + repeat + std::string(parameter.name) + text + "'\n";
  const auto both = std::string("-") + parameter.letter + " " + std::string(parameter.name);
  if (!parameter.repeated)
    out = "    '(" + both + ")'{-" + parameter.letter + "," + std::string(parameter.name) + "}'" + text + "'\n";
  else
    out = std::string("    '*'{-") + parameter.letter + "," + std::string(parameter.name) + "}'" + text + "'\n";
  return out;
}

std::string zsh_function(const std::string& path) {
  std::string name = "_resumax" + (path.empty() ? "" : "_" + path);
  std::replace(name.begin(), name.end(), ' ', '_');
  std::replace(name.begin(), name.end(), '-', '_');
  return name + "_arguments";
}

std::string zsh_leaf(const Leaf& leaf) {
  std::string out = zsh_function(leaf.path) + "() {\n";
  if (!leaf.command.children().empty()) {
    out += "  local -a verbs=(\n";
    for (const auto& child : leaf.command.children())
      out += "    '" + std::string(child.name) + ":" + zsh_escaped(child.summary) + "'\n";
    out +=
        "  )\n  local state\n  _arguments -C $resumax_globals '1: :->verb' '*:: :->rest'\n  case $state in\n    verb) "
        "_describe -t verbs 'verb' verbs ;;\n    rest)\n      case $words[1] in\n";
    for (const auto& child : leaf.command.children())
      out += "        " + std::string(child.name) + ") " +
             zsh_function(leaf.path.empty() ? std::string(child.name) : leaf.path + " " + std::string(child.name)) +
             " ;;\n";
    return out + "      esac\n      ;;\n  esac\n}\n\n";
  }
  out += "  local -a arguments=(\n";
  for (const auto& parameter : leaf.command.parameters()) {
    if (!parameter.positional()) {
      out += zsh_option(parameter);
      continue;
    }
    const auto colon = parameter.required || parameter.repeated ? ":" : "::";
    out += "    '" + std::string(parameter.repeated ? "*" : "") + colon + zsh_escaped(parameter.name) + ":" +
           zsh_action(parameter) + "'\n";
  }
  return out + "  )\n  _arguments -s $resumax_globals $arguments\n}\n\n";
}

}  // namespace

std::string zsh_completion(const Command& root, const Command& globals) {
  std::string out = R"sh(#compdef resumax
# zsh completion for resumax. Made from the command tree: resumax completion zsh

_resumax_ask() {
  local -a lines names
  local line
  for line in ${(f)"$(resumax __complete $1 2>/dev/null)"}; do
    names+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
  done
  _describe -V -t $1 $1 names
}

_resumax_ask_or_file() {
  _alternative "$1:$1:_resumax_ask $1" 'files:file:_files'
}

)sh";
  for (const auto& leaf : commands(root)) out += zsh_leaf(leaf);
  out += "_resumax() {\n  local -a resumax_globals=(\n";
  for (const auto& parameter : globals.parameters()) out += zsh_option(parameter);
  return out + "  )\n  " + zsh_function("") +
         " \"$@\"\n}\n\nif [[ $funcstack[1] == _resumax ]]; then\n  _resumax \"$@\"\nelse\n  compdef _resumax "
         "resumax\nfi\n";
}

namespace {

std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string fish_values(const Parameter& parameter) {
  if (!parameter.words.empty()) return " -x -a " + fish_quoted(joined(parameter.words, " "));
  if (parameter.offer == Offer::files) return " -r -F";
  if (parameter.offer == Offer::folders) return " -x -a '(__fish_complete_directories)'";
  const auto ask = offer_word(parameter.offer);
  return ask.empty() ? " -x" : " -x -a '(resumax __complete " + std::string(ask) + ")'";
}

std::string fish_option(const std::string& condition, const Parameter& parameter) {
  std::string out = "complete -c resumax" + condition + " -l " + std::string(parameter.name.substr(2));
  if (parameter.letter) out += std::string(" -s ") + parameter.letter;
  if (!parameter.flag()) out += fish_values(parameter);
  return out + " -d " + fish_quoted(parameter.help) + "\n";
}

std::string fish_leaf(const Leaf& leaf) {
  std::string out;
  const auto condition = " -n " + fish_quoted("__resumax_at " + leaf.path);
  for (const auto& child : leaf.command.children())
    out += "complete -c resumax" + condition + " -f -a " + std::string(child.name) + " -d " +
           fish_quoted(child.summary) + "\n";
  int place = 0;
  for (const auto& parameter : leaf.command.parameters()) {
    if (!parameter.positional()) {
      out += fish_option(" -n " + fish_quoted("__resumax_in " + leaf.path), parameter);
      continue;
    }
    ++place;
    const auto here =
        " -n " + fish_quoted((parameter.repeated ? "__resumax_in " + leaf.path
                                                 : "__resumax_nth " + std::to_string(place) + " " + leaf.path));
    if (!parameter.words.empty())
      out += "complete -c resumax" + here + " -f -a " + fish_quoted(joined(parameter.words, " ")) + "\n";
    else if (const auto ask = offer_word(parameter.offer); !ask.empty())
      out += "complete -c resumax" + here + (takes_files(parameter) ? " -F" : " -f") + " -k -a '(resumax __complete " +
             std::string(ask) + ")'\n";
    else if (parameter.offer == Offer::files)
      out += "complete -c resumax" + here + " -F\n";
    else if (parameter.offer == Offer::folders)
      out += "complete -c resumax" + here + " -f -a '(__fish_complete_directories)'\n";
  }
  return out;
}

}  // namespace

std::string fish_completion(const Command& root, const Command& globals) {
  std::string taking;
  for (const auto& leaf : commands(root))
    for (const auto& parameter : leaf.command.parameters())
      if (!parameter.positional() && !parameter.flag()) taking += " " + long_and_short(parameter);
  for (const auto& parameter : globals.parameters())
    if (!parameter.flag()) taking += " " + long_and_short(parameter);
  std::string out = "# fish completion for resumax. Made from the command tree: resumax completion fish\n\n";
  out += "set -g __resumax_taking" + taking + R"sh(

# The words of the command line that are no options and no values of options.
function __resumax_words
    set -l skip 0
    for word in (commandline -opc)[2..]
        if test $skip = 1
            set skip 0
        else if contains -- $word $__resumax_taking
            set skip 1
        else if not string match -q -- '-*' $word
            echo $word
        end
    end
end

# Whether the words are exactly these: the next one is a verb below them.
function __resumax_at
    set -l words (__resumax_words)
    test "$words" = "$argv"
end

# Whether the words start with these.
function __resumax_in
    set -l words (__resumax_words)
    test (count $argv) = 0; or test "$words[1..$(count $argv)]" = "$argv"
end

# Whether the next word is the nth positional after these.
function __resumax_nth
    set -l words (__resumax_words)
    set -l path $argv[2..]
    __resumax_in $path; and test (count $words) = (math (count $path) + $argv[1] - 1)
end

complete -c resumax -f
)sh";
  for (const auto& leaf : commands(root)) out += fish_leaf(leaf);
  for (const auto& parameter : globals.parameters()) out += fish_option("", parameter);
  return out;
}

}  // namespace resumax::app
