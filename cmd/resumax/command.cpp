#include "command.hpp"

#include <charconv>

namespace resumax::app {

std::function<void(const std::string&)> bind::to(std::size_t& target) {
  return [&target](const std::string& word) {
    const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), target);
    if (failure != std::errc{} || end != word.data() + word.size())
      throw Error(Errc::invalid_input, "'" + word + "' is no whole number");
  };
}

Command& Command::insert(Parameter parameter) {
  if (const auto comma = parameter.name.find(','); comma != std::string_view::npos) {
    parameter.letter = parameter.name[1];
    parameter.name.remove_prefix(comma + 1);
  }
  parameters_.push_back(std::move(parameter));
  return *this;
}

Command Command::make_child(const Child& child) const {
  Command made(path_.empty() ? std::string(child.name) : path_ + " " + std::string(child.name), child.summary);
  child.build(made);
  return made;
}

void check_required(const Command& command, std::size_t positionals) {
  for (const auto& parameter : command.parameters()) {
    if (!parameter.positional()) continue;
    if (positionals > 0) {
      --positionals;
      continue;
    }
    if (parameter.required)
      throw UsageError(
          "resumax " + command.path() + " needs " + std::string(parameter.name) + ": " + std::string(parameter.help),
          "resumax " + command.path() + " --help shows how it is used");
  }
}

void throw_unknown(std::string_view what, std::string_view word, const std::vector<std::string_view>& known,
                   const std::string& help) {
  const auto near = nearest_name(word, known.data(), known.size());
  throw UsageError("unknown " + std::string(what) + " '" + std::string(word) + "'",
                   near.empty() ? help : "did you mean " + std::string(near) + "?");
}

}  // namespace resumax::app
