#pragma once

#include "context.hpp"

#include <sys/types.h>

#include <string>

namespace resumax::app {

/// Bytes with the name they came under ("" for standard input).
struct Input {
  std::string bytes, filename;
};

/// Reads a file, or standard input for "-", within its limit. Throws not_found, size_exceeded, invalid_input for a
/// folder or what cannot be read.
Input read_resume_file(Context& context, const std::string& word);
Input read_posting_file(Context& context, const std::string& word);
/// The same for a table of skills, which may be larger.
Input read_skills_file(Context& context, const std::string& word);

/// Whether a word where an object is expected is a file (or "-") rather than a reference to one: handles and @ are
/// references, an existing file is a file, and so is what looks like a path (then reading it says not_found).
bool names_file(const Context& context, const std::string& word);

/// A reference to the resume or posting a word names: a file is added first, and said so.
std::string resume_reference(Context& context, service::Service& service, const std::string& word);
std::string posting_reference(Context& context, service::Service& service, const std::string& word);

/// Fills in a missing title: asked for on a terminal, else the file's name with a warning; standard input needs
/// --title.
void settle_title(Context& context, service::Service& service, service::AddPosting& request);

/// What the editor made of `text`: VISUAL, EDITOR or vi on a private temporary file. Throws invalid_input where the
/// editor fails.
std::string edit_text(Context& context, const std::string& text, std::string_view extension);

/// Writes a whole file or nothing: to a temporary beside it, then renamed. Throws conflict where it exists and `force`
/// is false, storage_error where it cannot be written.
void write_file(Context& context, const std::filesystem::path& file, std::string_view bytes, bool force);

/// The same over whatever is there, with the given permissions; for several threads. `usual_mode` is what a new file
/// gets, to be asked before there are threads.
void replace_file(const std::filesystem::path& file, std::string_view bytes, mode_t mode);
mode_t usual_mode();

/// Throws conflict where write_file would, before any work is done.
void check_overwrite(const std::filesystem::path& file, bool force);

}  // namespace resumax::app
