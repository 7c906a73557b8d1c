#include <resumax/service/parse_many.hpp>

#include <resumax/document/document.hpp>
#include <resumax/parse/parse.hpp>
#include <resumax/service/contents.hpp>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace resumax::service {
namespace {

/// How long the caller's thread sleeps at most: it shows progress and learns that a stop was asked for.
constexpr std::chrono::milliseconds nap{100};

class Crew {
 public:
  Crew(Extractor& extractor, const ParseMany& job) : extractor_(extractor), job_(job), outcomes_(job.count) {}
  ~Crew() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
      changed_.notify_all();
    }
    for (auto& thread : threads_) thread.join();
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  /// Fewer threads than asked for where the system gives no more.
  void start() {
    const auto wanted = std::min<std::size_t>(std::max(job_.threads, 1U), job_.count);
    try {
      while (threads_.size() < wanted) threads_.emplace_back([this] { work(); });
    } catch (const std::system_error& error) {
      if (threads_.empty()) throw Error(Errc::internal, std::string("cannot start a thread: ") + error.what());
    }
  }

  /// Reports in order what the threads make known, until all is done.
  void watch(Progress& progress) {
    std::unique_lock lock(mutex_);
    for (std::size_t told = 0; told < job_.count;) {
      if (!outcomes_[told].done && !failure_) changed_.wait_for(lock, nap);
      if (failure_) std::rethrow_exception(failure_);
      const std::size_t done = done_;
      std::vector<Outcome> news;
      for (std::size_t i = told; i < job_.count && outcomes_[i].done; ++i) news.push_back(std::move(outcomes_[i]));
      lock.unlock();
      for (const auto& outcome : news) job_.report(told++, outcome.error ? &*outcome.error : nullptr);
      progress.step("parse", done, job_.count);
      lock.lock();
    }
  }

 private:
  struct Outcome {
    bool done = false;
    std::optional<Error> error;
  };

  void work() {
    while (const auto index = next()) {
      try {
        settle(*index, run(*index));
      } catch (...) {
        const std::lock_guard lock(mutex_);
        if (!failure_) failure_ = std::current_exception();
        stopped_ = true;
        changed_.notify_all();
        return;
      }
    }
    // A helper goes with the thread that started it, and another thread may be using this one's.
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stopped_ || done_ == job_.count; });
  }

  std::optional<std::size_t> next() {
    const std::lock_guard lock(mutex_);
    return stopped_ || next_ == job_.count ? std::nullopt : std::optional(next_++);
  }

  /// The error of this file alone.
  std::optional<Error> run(std::size_t index) const {
    try {
      const ResumeFile file = job_.open(index);
      job_.finish(index, read_resume(extractor_, file.bytes, file.filename, job_.limit));
      return std::nullopt;
    } catch (const Error& error) {
      if (error.code() == Errc::internal || error.code() == Errc::interrupted) throw;
      return error;
    }
  }

  void settle(std::size_t index, std::optional<Error> error) {
    const std::lock_guard lock(mutex_);
    outcomes_[index] = {true, std::move(error)};
    ++done_;
    changed_.notify_all();
  }

  Extractor& extractor_;
  const ParseMany& job_;
  std::mutex mutex_;  ///< of everything below but the threads themselves
  std::condition_variable changed_;
  std::vector<Outcome> outcomes_;
  std::size_t next_ = 0, done_ = 0;
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace

ParsedResume read_resume(Extractor& extractor, const std::string& bytes, const std::string& filename,
                         std::uint64_t limit) {
  check_size(bytes, filename, limit, "resume");
  const auto format = document::sniff(bytes, filename);
  switch (format) {
    case document::Format::json_resume:
      return parse::parse_json_resume(bytes);
    case document::Format::text:
    case document::Format::markdown:
      return parse::parse_resume(document::from_text(bytes, format));
    default:
      extractor.prepare(bytes, filename);
      parse::prepare();
      return parse::parse_resume(extractor.extract(bytes, filename));
  }
}

void parse_many(Extractor& extractor, const ParseMany& job, Progress& progress) {
  Crew crew(extractor, job);
  crew.start();
  crew.watch(progress);
}

}  // namespace resumax::service
