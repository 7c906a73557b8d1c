// Reading many resumes on several threads: order, failures and stops. What a file holds is tested elsewhere.
#include <resumax/service/parse_many.hpp>

#include "workspace_fixture.hpp"

#include <atomic>
#include <set>
#include <thread>

using namespace resumax;

namespace {

/// Says what becomes of a document by its bytes, and how many were asked for at once.
class Threads final : public Extractor {
 public:
  document::Document extract(std::string_view bytes, std::string_view) override {
    const int now = ++inside_;
    int before = most;
    while (now > before && !most.compare_exchange_weak(before, now)) {
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    --inside_;
    ++calls;
    if (bytes.find("damaged") != std::string_view::npos) throw Error(Errc::parse_failed, "damaged");
    if (bytes.find("broken") != std::string_view::npos) throw Error(Errc::internal, "no helper");
    return document::from_text(bytes.substr(bytes.find('\n') + 1), document::Format::text);
  }
  std::atomic<int> most = 0, calls = 0;

 private:
  std::atomic<int> inside_ = 0;
};

struct Told {
  std::vector<std::string> reports;  ///< "0", "1 parse_failed", …
  std::vector<std::string> texts;
};

Told run(const std::vector<std::string>& files, unsigned threads, Extractor& extractor,
         std::function<void(std::size_t)> on_report = {}) {
  Told told;
  told.texts.resize(files.size());
  service::ParseMany job;
  job.count = files.size();
  job.threads = threads;
  job.limit = 200;
  job.open = [&](std::size_t i) {
    if (files[i] == "gone") throw Error(Errc::not_found, "no such file");
    return service::ResumeFile{files[i], "cv" + std::to_string(i) + ".pdf"};
  };
  job.finish = [&](std::size_t i, const ParsedResume& parsed) { told.texts[i] = parsed.text; };
  job.report = [&, caller = std::this_thread::get_id()](std::size_t i, const Error* error) {
    CHECK(std::this_thread::get_id() == caller);
    told.reports.push_back(std::to_string(i) + (error ? " " + std::string(to_string(error->code())) : ""));
    if (on_report) on_report(i);
  };
  NoProgress progress;
  service::parse_many(extractor, job, progress);
  return told;
}

std::vector<std::string> mixed(std::size_t count) {
  std::vector<std::string> files;
  for (std::size_t i = 0; i < count; ++i) {
    files.push_back("%PDF-1.7 good\nLine of resume " + std::to_string(i));
    if (i % 7 == 3) files.back() = "%PDF-1.7 damaged\n";
    if (i % 7 == 5) files.back() = "gone";
    if (i % 7 == 6) files.back() = "%PDF-1.7 good\n" + std::string(300, 'x');
  }
  return files;
}

}  // namespace

TEST_CASE("many resumes come out the same, in order, whatever the number of threads") {
  const auto files = mixed(40);
  Threads one;
  const auto alone = run(files, 1, one);
  CHECK(one.most == 1);
  REQUIRE(alone.reports.size() == files.size());
  CHECK(alone.reports[2] == "2");
  CHECK(alone.reports[3] == "3 parse_failed");
  CHECK(alone.reports[5] == "5 not_found");
  CHECK(alone.reports[6] == "6 size_exceeded");
  CHECK(alone.texts[8] == "Line of resume 8");
  for (const unsigned threads : {2U, 8U, 100U}) {
    Threads several;
    const auto together = run(files, threads, several);
    CHECK(together.reports == alone.reports);
    CHECK(together.texts == alone.texts);
    CHECK(several.most > 1);
    CHECK(several.most <= static_cast<int>(threads));
  }
}

TEST_CASE("none and one are many too") {
  Threads extractor;
  CHECK(run({}, 4, extractor).reports.empty());
  CHECK(run({"%PDF-1.7\nNora"}, 0, extractor).texts.at(0) == "Nora");
}

TEST_CASE("what concerns more than one file stops all of them") {
  Threads extractor;
  auto files = mixed(400);
  const auto code = [&](std::function<void(std::size_t)> on_report) {
    extractor.calls = 0;
    try {
      run(files, 4, extractor, std::move(on_report));
    } catch (const Error& error) {
      return std::string(to_string(error.code()));
    }
    return std::string();
  };
  CHECK(code([](std::size_t i) {
          if (i == 10) throw Error(Errc::interrupted, "stop");
        }) == "interrupted");
  CHECK(extractor.calls < 300);
  files[20] = "%PDF-1.7 broken\n";
  CHECK(code({}) == "internal");
  CHECK(extractor.calls < 300);
}
