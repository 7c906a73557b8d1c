#pragma once

#include "command.hpp"
#include "context.hpp"

namespace resumax::app {

/// The verbs, in the order of the overview. Building this builds none of them.
Command root_command();
/// What every verb takes.
Command global_options(Globals& globals);

void add_init(Command& command);
void add_resume(Command& command);
void add_resume_parse(Command& command);
void add_jd(Command& command);
void add_score(Command& command);
void add_rank(Command& command);
void add_optimize(Command& command);
void add_refine(Command& command);
void add_status(Command& command);
void add_diff(Command& command);
void add_accept(Command& command);
void add_log(Command& command);
void add_show(Command& command);
void add_blame(Command& command);
void add_guard(Command& command);
void add_verify(Command& command);
void add_export(Command& command);
void add_config(Command& command);
void add_completion(Command& command);
void add_help(Command& command);
void add_doctor(Command& command);
void add_gc(Command& command);
void add_taxonomy(Command& command);
/// Of taxonomy, in files of their own.
void build_taxonomy_import(Command& command);
void build_taxonomy_rm(Command& command);

/// The number of --max-changes; throws UsageError for one that is no number of changes.
int changes_of(std::size_t most);

/// What the shells ask while completing: candidates of a kind with a description each. Never fails.
std::string completions_of(Context& context, std::string_view kind);

}  // namespace resumax::app
