#include "input.hpp"

#include "command.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>

namespace resumax::app {
namespace {

namespace fs = std::filesystem;

std::string reason() { return std::strerror(errno); }

[[noreturn]] void too_large(const std::string& name, std::uint64_t limit, std::string_view setting) {
  throw Error(Errc::size_exceeded, name + " is larger than the limit of " + file_size(limit),
              "raise it with -c " + std::string(setting) + "=SIZE");
}

std::string read_stream(std::istream& in, std::uint64_t most) {
  std::string bytes;
  std::array<char, 1 << 16> part{};
  while (bytes.size() <= most && in) {
    in.read(part.data(), static_cast<std::streamsize>(part.size()));
    bytes.append(part.data(), static_cast<std::size_t>(in.gcount()));
  }
  return bytes;
}

Input read_limited(Context& context, const std::string& word, std::string_view setting) {
  const auto limit = context.config().size(setting);
  if (word == "-") {
    Input input{read_stream(context.io.in, limit), ""};
    context.check_interrupted();
    if (input.bytes.size() > limit) too_large("standard input", limit, setting);
    return input;
  }
  const auto file = context.path(word);
  std::error_code failure;
  const auto status = fs::status(file, failure);
  if (!fs::exists(status))
    throw Error(Errc::not_found, "no file " + word, "check the path; resumax status lists what is kept");
  if (fs::is_directory(status)) throw Error(Errc::invalid_input, word + " is a folder, not a file");
  if (fs::is_regular_file(status) && fs::file_size(file, failure) > limit && !failure) too_large(word, limit, setting);
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(Errc::invalid_input, "cannot read " + word + ": " + reason());
  Input input{read_stream(in, limit), file.filename().string()};
  if (in.bad()) throw Error(Errc::invalid_input, "cannot read " + word + ": " + reason());
  if (input.bytes.size() > limit) too_large(word, limit, setting);
  return input;
}

bool is_handle(const std::string& word) {
  if (word == "@") return true;
  return word.size() > 1 && std::string_view("rjov").find(word[0]) != std::string_view::npos &&
         std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool looks_like_path(const std::string& word) {
  if (word.find('/') != std::string::npos) return true;
  const auto extension = fs::path(word).extension().string();
  constexpr std::array known{".pdf", ".docx", ".txt", ".md", ".json", ".markdown", ".doc", ".html"};
  return std::find(known.begin(), known.end(), extension) != known.end();
}

std::string stem_as_title(const std::string& filename) {
  std::string title = fs::path(filename).stem().string();
  std::replace(title.begin(), title.end(), '_', ' ');
  return title;
}

/// A file in place of another: gone again unless it was renamed.
class Temporary {
 public:
  Temporary(fs::path target, mode_t mode) : target_(std::move(target)), name_(target_.string() + ".XXXXXX") {
    descriptor_ = mkostemp(name_.data(), O_CLOEXEC);
    if (descriptor_ < 0) fail();
    fchmod(descriptor_, mode);
  }
  ~Temporary() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!name_.empty()) ::unlink(name_.c_str());
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  const std::string& name() const { return name_; }
  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto wrote = ::write(descriptor_, bytes.data(), bytes.size());
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote < 0) fail();
      bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
  }
  void close() {
    const int descriptor = std::exchange(descriptor_, -1);
    if (::close(descriptor) != 0) fail();
  }
  void take_place() {
    if (std::rename(name_.c_str(), target_.c_str()) != 0) fail();
    name_.clear();
  }

 private:
  [[noreturn]] void fail() const {
    throw Error(Errc::storage_error, "cannot write " + target_.string() + ": " + reason());
  }
  fs::path target_;
  std::string name_;
  int descriptor_ = -1;
};

}  // namespace

mode_t usual_mode() {
  const auto mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

Input read_resume_file(Context& context, const std::string& word) {
  return read_limited(context, word, "limits.resume");
}
Input read_posting_file(Context& context, const std::string& word) {
  return read_limited(context, word, "limits.posting");
}

Input read_skills_file(Context& context, const std::string& word) {
  return read_limited(context, word, "limits.skills");
}

bool names_file(const Context& context, const std::string& word) {
  if (word == "-") return true;
  if (is_handle(word)) return false;
  std::error_code ignored;
  return fs::exists(context.path(word), ignored) || looks_like_path(word);
}

std::string resume_reference(Context& context, service::Service& service, const std::string& word) {
  if (!names_file(context, word)) return word;
  auto input = read_resume_file(context, word);
  const auto record = service.add_resume({std::move(input.bytes), std::move(input.filename), ""});
  return record.identity.handle;
}

std::string posting_reference(Context& context, service::Service& service, const std::string& word) {
  if (!names_file(context, word)) return word;
  auto input = read_posting_file(context, word);
  service::AddPosting request{std::move(input.bytes), std::move(input.filename), "", "", ""};
  settle_title(context, service, request);
  const auto detail = service.add_posting(request);
  context.console.warn(detail.record.findings);
  return detail.record.identity.handle;
}

void settle_title(Context& context, service::Service& service, service::AddPosting& request) {
  if (!request.title.empty() || !service.parse_posting(request).title.empty()) return;
  if (request.filename.empty())  // standard input is read to its end: nobody can be asked on it
    throw UsageError("the posting says no title, and standard input has no file name to take it from",
                     "name it with --title");
  if (context.io.in_terminal && context.io.err_terminal && !context.globals.json) {
    request.title = context.console.ask("Title of the posting", "--title");
  } else {
    request.title = stem_as_title(request.filename);
    context.console.warn("posting_no_title", "the posting says no title; taken from the file's name: " + request.title);
  }
}

std::string edit_text(Context& context, const std::string& text, std::string_view extension) {
  std::string editor = "vi";
  for (const char* variable : {"EDITOR", "VISUAL"})
    if (const auto set = context.io.environment(variable); set && !set->empty()) editor = *set;
  const auto folder = context.io.environment("TMPDIR").value_or("/tmp");
  Temporary file(fs::path(folder) / ("resumax-edit-" + std::to_string(getpid())), 0600);
  file.write(text);
  file.close();
  const fs::path edited = file.name() + std::string(extension);  // editors choose their mode by it
  fs::rename(file.name(), edited);
  const int status = context.io.edit ? context.io.edit(editor, edited) : 127;
  std::ifstream in(edited, std::ios::binary);
  std::string result((std::istreambuf_iterator<char>(in)), {});
  std::error_code ignored;
  fs::remove(edited, ignored);
  if (status != 0)
    throw Error(Errc::invalid_input, "the editor '" + editor + "' ended with status " + std::to_string(status),
                "VISUAL or EDITOR names the editor");
  return result;
}

void check_overwrite(const fs::path& file, bool force) {
  std::error_code ignored;
  if (!force && fs::exists(file, ignored))
    throw Error(Errc::conflict, file.filename().string() + " exists already",
                "write over it with --force, or choose another name");
}

void replace_file(const fs::path& file, std::string_view bytes, mode_t mode) {
  Temporary temporary(file, mode);
  temporary.write(bytes);
  temporary.close();
  temporary.take_place();
}

void write_file(Context& context, const fs::path& file, std::string_view bytes, bool force) {
  check_overwrite(file, force);
  Temporary temporary(file, usual_mode());
  temporary.write(bytes);
  temporary.close();
  context.check_interrupted();
  temporary.take_place();
}

}  // namespace resumax::app
