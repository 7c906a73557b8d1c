// The only file that sees CLI11: it takes nine seconds to compile.
#include "command.hpp"

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#endif
#include <CLI/CLI.hpp>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

#include <algorithm>

namespace resumax::app {
namespace {

std::string names_of(const Parameter& parameter) {
  std::string names(parameter.name);
  return parameter.letter ? std::string("-") + parameter.letter + "," + names : names;
}

struct Bound {
  const Parameter* parameter;
  CLI::Option* option;
};

std::vector<Bound> register_options(CLI::App& app, const Command& command, const Command& globals) {
  std::vector<Bound> bound;
  for (const Command* source : {&globals, &command}) {
    for (const auto& parameter : source->parameters()) {
      if (parameter.positional() ||
          (source == &globals && &command == &globals && !bound.empty() && bound.front().parameter == &parameter))
        continue;
      if (parameter.flag()) {
        bound.push_back({&parameter, app.add_flag(names_of(parameter))});
      } else {
        auto* option = app.add_option(names_of(parameter), CLI::callback_t([](const CLI::results_t&) { return true; }));
        option->type_size(1)->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args(false);
        bound.push_back({&parameter, option});
      }
    }
    if (&command == &globals) break;
  }
  return bound;
}

void set(const Parameter& parameter, const std::string& word) {
  try {
    parameter.set(word);
  } catch (const Error& error) {
    throw UsageError(std::string(parameter.name) + ": " + error.what(), error.hint());
  }
}

void set_options(const std::vector<Bound>& bound) {
  for (const auto& [parameter, option] : bound) {
    if (option->count() == 0) continue;
    if (parameter->flag()) {
      if (option->results().back() != "false") set(*parameter, "");
    } else if (parameter->repeated) {
      for (const auto& word : option->results()) set(*parameter, word);
    } else {
      set(*parameter, option->results().back());
    }
  }
}

/// CLI11 reads "--title=" as waiting for the next word: an empty value is written out. What follows "--" is no option.
std::vector<std::string> prepared(std::vector<std::string> words, const std::vector<Bound>& bound,
                                  std::vector<std::string>& after_dashes) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto& word = words[i];
    if (word == "--") {
      after_dashes.assign(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
      break;
    }
    const bool empty_value =
        word.size() > 3 && word.back() == '=' && std::any_of(bound.begin(), bound.end(), [&](const Bound& b) {
          return !b.parameter->flag() && word.compare(0, word.size() - 1, b.parameter->name) == 0;
        });
    if (empty_value) word.pop_back();
    out.push_back(std::move(word));
    if (empty_value) out.emplace_back();
  }
  return out;
}

void scan(CLI::App& app, const Command& command, const std::vector<Bound>& bound, std::vector<std::string> words) {
  std::reverse(words.begin(), words.end());
  try {
    app.parse(std::move(words));
  } catch (const CLI::ParseError& error) {
    for (const auto& [parameter, option] : bound)
      if (!parameter->flag() && std::string_view(error.what()).starts_with(option->get_name()))
        throw UsageError(
            std::string(parameter->name) + " needs a value " + std::string(parameter->value),
            "resumax " + command.path() + (command.path().empty() ? "" : " ") + "--help shows how it is used");
    throw UsageError(error.what());
  }
}

bool is_option(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

void hand_out(const Command& command, const std::vector<std::string>& words) {
  std::size_t at = 0;
  for (const auto& parameter : command.parameters()) {
    if (!parameter.positional()) continue;
    if (at < words.size()) set(parameter, words[at++]);
    while (parameter.repeated && at < words.size()) set(parameter, words[at++]);
  }
  if (at < words.size())
    throw UsageError("resumax " + command.path() + " takes no '" + words[at] + "'",
                     "resumax " + command.path() + " --help shows how it is used");
}

}  // namespace

std::vector<std::string> parse_words(const Command& command, const Command& globals, std::vector<std::string> words,
                                     bool leading) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  if (leading) app.prefix_command();
  const auto bound = register_options(app, command, globals);
  std::vector<std::string> after_dashes;
  auto before = leading ? std::move(words) : prepared(std::move(words), bound, after_dashes);
  scan(app, command, bound, std::move(before));
  set_options(bound);
  auto rest = app.remaining();
  const auto stray = std::find_if(rest.begin(), rest.end(), is_option);
  if (stray != rest.end() && (!leading || stray == rest.begin())) {
    std::vector<std::string_view> known;
    for (const auto& [parameter, option] : bound) known.push_back(parameter->name);
    throw_unknown("option", stray->substr(0, stray->find('=')), known,
                  "resumax " + command.path() + (command.path().empty() ? "" : " ") + "--help lists the options");
  }
  if (leading) return rest;
  rest.insert(rest.end(), after_dashes.begin(), after_dashes.end());
  hand_out(command, rest);
  return rest;
}

}  // namespace resumax::app
