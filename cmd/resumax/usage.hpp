#pragma once

#include "command.hpp"
#include "layout.hpp"

#include <string>
#include <string_view>

namespace resumax::app {

/// --help of a verb or a group of verbs: examples first, then usage and options.
std::string help_text(const Command& command, const Look& look);
/// The overview: of `root_command()`.
std::string overview_text(const Command& root, const Command& globals, const Look& look);
/// "resumax export [OPTIONS] [VERSION]".
std::string usage_line(const Command& command);

/// The man page (mdoc) of the root, or of a verb with its children.
std::string root_manual(const Command& root, const Command& globals);
std::string verb_manual(const Command& verb, const Command& globals);

/// The completion script of "bash", "zsh" or "fish", made from the tree.
std::string bash_completion(const Command& root, const Command& globals);
std::string zsh_completion(const Command& root, const Command& globals);
std::string fish_completion(const Command& root, const Command& globals);

/// The whole tree as JSON, for tests and tools.
std::string commands_json(const Command& root, const Command& globals);

/// One command of it.
std::string command_record(const Command& command);

/// The word that `resumax __complete` takes for what a value offers; "" for files, folders and nothing.
std::string_view offer_word(Offer offer);

}  // namespace resumax::app
