#include "input.hpp"
#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

#include <resumax/service/parse_many.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <thread>

namespace resumax::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_jobs = 256;

struct ParseArgs {
  std::vector<std::string> words;
  std::string out;
  std::size_t jobs = 0;
  bool force = false, dry_run = false;
};

/// A file to read, as the user would name it, and where its JSON goes below the output folder.
struct Task {
  std::string word;
  fs::path output;
  std::string clash;  ///< the file that goes there already
};

/// What is read of a folder. JSON Resumes are not: they are what this verb writes.
bool is_resume_name(const fs::path& name) {
  std::string extension = name.extension().string();
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  static constexpr std::array known{".pdf", ".docx", ".txt", ".md", ".markdown"};
  return std::find(known.begin(), known.end(), extension) != known.end();
}

/// Paths of the resumes below a folder, in order. Hidden files and folders are left out, links to folders not followed.
std::vector<fs::path> resumes_below(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code failure;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, failure), end;
  for (; !failure && at != end; at.increment(failure)) {
    const auto name = at->path().filename().string();
    std::error_code ignored;
    if (name.starts_with('.'))
      at.disable_recursion_pending();
    else if (is_resume_name(name) && !at->is_directory(ignored))
      found.push_back(at->path().lexically_relative(folder));
  }
  if (failure) throw Error(Errc::invalid_input, "cannot read " + folder.string() + ": " + failure.message());
  std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  return found;
}

/// Where a file named on the command line goes: under its own name, with the folders in front of it where they are
/// below the current one.
fs::path place_of(const std::string& word) {
  const auto path = fs::path(word).lexically_normal();
  return path.is_absolute() || *path.begin() == ".." ? path.filename() : path;
}

fs::path with_json(fs::path name) { return name.replace_extension(".json"); }

/// "cv.pdf" and "cv.docx" of one folder become "cv.pdf.json" and "cv.docx.json".
void keep_apart(std::vector<Task>& tasks) {
  std::map<fs::path, int> wanted;
  for (const auto& task : tasks) ++wanted[with_json(task.output)];
  std::map<fs::path, std::string> taken;
  for (auto& task : tasks) {
    auto name = with_json(task.output);
    if (wanted[name] > 1) name = task.output += ".json";
    task.output = std::move(name);
    const auto [there, fresh] = taken.emplace(task.output, task.word);
    if (!fresh) task.clash = there->second;
  }
}

std::vector<Task> plan(const Context& context, const std::vector<std::string>& words) {
  std::vector<Task> tasks;
  std::set<fs::path> seen;
  for (const auto& word : words) {
    if (word == "-") throw UsageError("standard input has no name to write it under", "parse it without --out");
    const auto path = context.path(word);
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
      if (seen.insert(path).second) tasks.push_back({word, place_of(word), ""});
      continue;
    }
    for (const auto& below : resumes_below(path))
      if (seen.insert((path / below).lexically_normal()).second)
        tasks.push_back({(fs::path(word) / below).string(), below, ""});
  }
  keep_apart(tasks);
  return tasks;
}

bool holds(const fs::path& file, const std::string& bytes) {
  std::error_code failure;
  if (fs::file_size(file, failure) != bytes.size() || failure) return false;
  std::ifstream in(file, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), {}) == bytes;
}

void make_folder(const fs::path& folder) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure || !fs::is_directory(folder))
    throw Error(Errc::storage_error, "cannot make the folder " + folder.string() +
                                         (failure ? ": " + failure.message() : ": a file is in the way"));
}

/// Writes one result, whole or not at all. Returns whether it was there already.
bool keep(const ParseArgs& args, const fs::path& file, const std::string& shown, const std::string& bytes,
          mode_t mode) {
  std::error_code ignored;
  if (fs::exists(file, ignored)) {
    if (holds(file, bytes)) return true;
    if (!args.force)
      throw Error(Errc::conflict, shown + " exists already with other content",
                  "write over it with --force, or choose another folder");
  }
  if (args.dry_run) return false;
  make_folder(file.parent_path());
  replace_file(file, bytes, mode);
  return false;
}

std::string summary(const ParseArgs& args, const std::vector<ParsedFile>& files) {
  std::size_t failed = 0, unchanged = 0;
  for (const auto& file : files) {
    failed += file.failure.has_value();
    unchanged += file.unchanged;
  }
  std::string text = (args.dry_run ? "would parse " : "parsed ") + std::to_string(files.size() - failed) + " of " +
                     count(files.size(), "file") + " into " + args.out;
  if (unchanged > 0) text += ", " + std::to_string(unchanged) + " unchanged";
  if (failed > 0) text += ", " + std::to_string(failed) + " failed";
  return text + "\n";
}

int parse_into_folder(Context& context, const ParseArgs& args) {
  if (args.jobs > most_jobs) throw UsageError("--jobs: at most " + std::to_string(most_jobs));
  const auto tasks = plan(context, args.words);
  const auto folder = context.path(args.out);
  if (!args.dry_run) make_folder(folder);
  std::vector<ParsedFile> files(tasks.size());
  const auto mode = usual_mode();

  service::ParseMany job;
  job.count = tasks.size();
  job.threads = static_cast<unsigned>(args.jobs > 0 ? args.jobs : std::max(std::thread::hardware_concurrency(), 1U));
  job.limit = context.config().size("limits.resume");
  job.open = [&](std::size_t i) {
    const auto& task = tasks[i];
    files[i].file = task.word;
    files[i].output = (fs::path(args.out) / task.output).string();
    if (!task.clash.empty())
      throw Error(Errc::conflict, task.clash + " goes to " + files[i].output + " too",
                  "parse them into different folders");
    auto input = read_resume_file(context, task.word);
    return service::ResumeFile{std::move(input.bytes), std::move(input.filename)};
  };
  job.finish = [&](std::size_t i, const ParsedResume& parsed) {
    files[i].unchanged = keep(args, folder / tasks[i].output, files[i].output, resume_record(parsed), mode);
  };
  job.report = [&](std::size_t i, const Error* error) {
    if (error == nullptr) return;
    files[i].failure = {std::string(to_string(error->code())), error->what(), error->hint()};
    if (context.console.json()) return;
    auto text = error_text(to_string(error->code()), tasks[i].word + ": " + error->what(), error->hint(), false,
                           context.console.err_look().style);
    text.pop_back();
    context.console.note(text);
  };
  const auto pool = context.extractor_pool();
  service::parse_many(*pool, job, context.progress());

  context.console.print(context.console.json() ? parsed_files_record(args.out, files, args.dry_run)
                                               : summary(args, files));
  return std::any_of(files.begin(), files.end(), [](const ParsedFile& file) { return file.failure.has_value(); }) ? 1
                                                                                                                  : 0;
}

int parse_one(Context& context, const ParseArgs& args) {
  if (args.words.size() > 1)
    throw UsageError("there are " + std::to_string(args.words.size()) + " files, and one result is printed",
                     "name a folder for the results with --out DIR");
  if (args.jobs > 0 || args.force || args.dry_run)
    throw UsageError("--jobs, --force and --dry-run are for many files",
                     "name a folder for the results with --out DIR");
  std::error_code ignored;
  if (fs::is_directory(context.path(args.words.front()), ignored))
    throw UsageError(args.words.front() + " is a folder, and one result is printed",
                     "name a folder for the results with --out DIR");
  const auto input = read_resume_file(context, args.words.front());
  context.expect_one_document();
  const auto parsed =
      context.io.read_resume(context.extractor(), input.bytes, input.filename, context.config().size("limits.resume"));
  if (context.console.json()) {
    context.console.print(resume_record(parsed));
  } else {
    context.console.page(resume_view(parsed.resume, context.console.look()));
    context.console.warn(parsed.findings);
  }
  return 0;
}

}  // namespace

void add_resume_parse(Command& command) {
  auto args = std::make_shared<ParseArgs>();
  command
      .description(
          "Reads a resume and prints what was found; with --json in the JSON Resume shape (jsonresume.org), with what "
          "was noticed under meta.findings. Nothing is stored.\n\n"
          "With --out, many files at once, on all processors: each result goes to a file DIR/PATH.json in that shape, "
          "where PATH is the file's path below the folder that was named, or as it was named. A folder stands for the "
          "PDF, DOCX, text and Markdown files below it, hidden ones left out. A result that is there already is only "
          "written over with --force. A file that cannot be read is said so with a code and stops no other; the exit "
          "code is 1 then. The results are the same for any number of jobs.")
      .example("resumax resume parse cv.pdf", "for people")
      .example("resumax resume parse cv.pdf --json > cv.json", "as JSON Resume")
      .example("resumax resume parse --out parsed resumes/", "all of a folder")
      .positional("FILE", "a resume, - for standard input, or with --out a folder", args->words, Offer::files)
      .option("-o,--out", "DIR", "write a JSON Resume for each file below this folder", args->out, Offer::folders)
      .option("-j,--jobs", "N", "files at once, by default one for each processor", args->jobs)
      .flag("-f,--force", "write over results that are there", args->force)
      .dry_run(args->dry_run)
      .run([args](Context& context) {
        return args->out.empty() ? parse_one(context, *args) : parse_into_folder(context, *args);
      });
}

}  // namespace resumax::app
