#include "input.hpp"
#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

#include <algorithm>
#include <ostream>
#include <set>

namespace resumax::app {
namespace {

namespace fs = std::filesystem;

struct RankArgs {
  std::string posting;
  std::vector<std::string> resumes;
  std::size_t limit = 0;
};

/// The files below a folder in the order of their paths, hidden ones left out.
std::vector<std::string> files_below(const Context& context, const std::string& word) {
  std::vector<std::string> out;
  std::error_code failure;
  const auto hidden = [](const fs::path& path) { return path.filename().string().starts_with('.'); };
  for (fs::recursive_directory_iterator at(context.path(word), failure), end; !failure && at != end;
       at.increment(failure)) {
    if (hidden(at->path()))
      at.disable_recursion_pending();
    else if (at->is_regular_file(failure))
      out.push_back((fs::path(word) / at->path().lexically_relative(context.path(word))).string());
  }
  if (failure) throw Error(Errc::invalid_input, "cannot read the folder " + word + ": " + failure.message());
  std::sort(out.begin(), out.end());
  return out;
}

/// Every resume meant by the words, each once: files, files of folders, references; without any, all that are kept.
std::vector<std::string> resumes_of(Context& context, const std::vector<std::string>& words) {
  std::vector<std::string> all;
  for (const auto& word : words) {
    std::error_code ignored;
    if (names_file(context, word) && fs::is_directory(context.path(word), ignored))
      for (auto& file : files_below(context, word)) all.push_back(std::move(file));
    else
      all.push_back(word);
  }
  if (words.empty())
    for (const auto& record : context.reading().list_resumes())
      if (record.parse_status == service::ParseStatus::completed) all.push_back(record.identity.handle);
  std::set<std::string> seen;
  std::erase_if(all, [&](const auto& word) { return !seen.insert(word).second; });
  return all;
}

JobDescription posting_of(Context& context, const std::string& word) {
  if (!names_file(context, word)) return context.reading().get_posting(word).posting;
  auto input = read_posting_file(context, word);
  return context.scratch().parse_posting({std::move(input.bytes), std::move(input.filename), "", "", ""});
}

/// A resume with how it is called in the result.
struct Read {
  Resume resume;
  RankedLine line;
};

Read read_one(Context& context, const std::string& word) {
  if (!names_file(context, word)) {
    auto detail = context.reading().get_resume(word);
    return {std::move(detail.parsed.resume), {detail.record.identity.handle, "", detail.record.title, {}}};
  }
  const auto input = read_resume_file(context, word);
  auto parsed = context.scratch().parse_resume(input.bytes, input.filename);
  auto name = parsed.resume.basics.name.value;
  return {std::move(parsed.resume), {"", word, std::move(name), {}}};
}

/// What ties are settled by: the last part of a path says more than the folder it was reached through.
std::string tie_name(const RankedLine& line) {
  return line.file.empty() ? line.handle : fs::path(line.file).filename().string() + '\n' + line.file;
}

/// Reads one resume after another, so that one is in memory at a time; a bad one is kept as a failure.
class Reader {
 public:
  Reader(Context& context, std::vector<std::string> words) : context_(context), words_(std::move(words)) {}

  bool next(Resume& resume, std::string& name) {
    while (at_ < words_.size()) {
      const auto& word = words_[at_++];
      context_.check_interrupted();
      context_.console.progress("rank", at_, words_.size());
      try {
        auto read = read_one(context_, word);
        resume = std::move(read.resume);
        name = tie_name(read.line);
        lines.push_back(std::move(read.line));
        return true;
      } catch (const Error& error) {
        if (words_.size() == 1 || error.code() == Errc::interrupted) throw;
        fail(word, error);
      }
    }
    context_.console.clear_progress();
    return false;
  }

  std::vector<RankedLine> lines;  ///< of the resumes read, in that order
  std::vector<FileFailure> failures;

 private:
  void fail(const std::string& word, const Error& error) {
    failures.push_back({word, {std::string(to_string(error.code())), error.what(), error.hint()}});
    if (context_.console.json()) return;
    context_.console.clear_progress();
    context_.io.err << error_text(to_string(error.code()), word + ": " + error.what(), error.hint(), false,
                                  context_.console.err_look().style);
  }

  Context& context_;
  std::vector<std::string> words_;
  std::size_t at_ = 0;
};

int run_rank(Context& context, const RankArgs& args) {
  const auto inputs = std::count(args.resumes.begin(), args.resumes.end(), "-") + (args.posting == "-" ? 1 : 0);
  if (inputs > 1) throw UsageError("standard input is one file, not two");
  const auto posting = posting_of(context, args.posting);
  auto words = resumes_of(context, args.resumes);
  if (words.empty())
    throw Error(Errc::invalid_input, "no resume to rank", "name files or folders, or add resumes: resumax resume add");
  Reader reader(context, std::move(words));
  const auto order =
      context.scratch().rank(posting, [&](Resume& resume, std::string& name) { return reader.next(resume, name); });
  if (order.empty()) throw Error(Errc::invalid_input, "none of the files could be read");
  const auto shown = args.limit == 0 ? order.size() : std::min(args.limit, order.size());
  std::vector<RankedLine> lines;
  for (std::size_t i = 0; i < shown; ++i) {
    lines.push_back(std::move(reader.lines.at(order[i].index)));
    lines.back().ranked = order[i];
  }
  if (context.console.json())
    context.console.print(
        ranking_record(posting, lines, order.size(), reader.failures, context.scratch().skills().fingerprint()));
  else
    context.console.page(ranking_view(lines, order.size(), context.console.look()));
  return reader.failures.empty() ? 0 : 1;
}

}  // namespace

void add_rank(Command& command) {
  auto args = std::make_shared<RankArgs>();
  command
      .description(
          "Orders resumes for one posting, the best first. Files and folders are read and not kept; without any "
          "resume, those of the workspace are ordered. Beside each score, which depends on the pair alone, the order "
          "takes into account how rare each word is among the resumes given and what the best ones share, so it "
          "sharpens as there are more. The same resumes give the same order, however they are listed.\n\nA file that "
          "cannot be read is said so with a code; the others are ordered all the same, and the exit code is 1.")
      .example("resumax rank job.txt applications/", "all files of a folder")
      .example("resumax rank j1 *.pdf --limit 10", "the ten best")
      .example("resumax rank j1 --json | jq -r '.resumes[] | [.rank, .score, .handle] | @tsv'", "for scripts")
      .positional("JD", "a posting or a file", args->posting, Offer::postings_or_files)
      .optional("RESUME", "a resume, a file or a folder; by default all resumes of the workspace", args->resumes,
                Offer::resumes_or_files)
      .option("-m,--limit", "N", "show at most so many", args->limit)
      .run([args](Context& context) { return run_rank(context, *args); });
}

}  // namespace resumax::app
