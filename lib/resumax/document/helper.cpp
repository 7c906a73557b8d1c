#include <resumax/document/bytes.hpp>
#include <resumax/document/document.hpp>
#include <resumax/document/helper.hpp>
#include <resumax/document/helper_process.hpp>
#include <resumax/document/protocol.hpp>

#include <mutex>
#include <optional>
#include <vector>

namespace resumax::document {

namespace {

using Clock = std::chrono::steady_clock;

/// Libraries leak and fragment: a fresh process now and then keeps a batch's memory flat.
constexpr int documents_per_helper = 256;

/// The helper of one format: none before the first document.
class Helper {
 public:
  Helper(HelperProcess::Task task, const std::filesystem::path& program, const HelperLimits& limits)
      : task_(task), program_(program), limits_(limits) {}

  /// Starts it, or another where it is not fit for one more document.
  void prepare() {
    if (process_ && process_->quiet() && asked_ < documents_per_helper) return;
    process_.reset();
    process_.emplace(program_, task_, limits_);
    asked_ = 0;
  }

  Document extract(std::string_view bytes, std::string_view filename) {
    const auto deadline = Clock::now() + limits_.deadline;
    prepare();
    // A helper that has read other documents before gets a second, fresh chance, so that the outcome depends on this
    // document alone; both share the deadline.
    if (asked_ > 0) {
      try {
        return ask(bytes, filename, deadline);
      } catch (const HelperDied&) {
      } catch (const Malformed&) {
      }
      prepare();
    }
    return ask(bytes, filename, deadline);
  }

 private:
  /// The helper's answer; without the helper afterwards, unless it has answered as it should and stayed small.
  Document ask(std::string_view bytes, std::string_view filename, Clock::time_point deadline) {
    std::string answer;
    try {
      ++asked_;
      answer = process_->ask(bytes, filename, deadline);
      if (!limits_.once && process_->resident_bytes() > limits_.keep_bytes) process_.reset();
    } catch (...) {
      process_.reset();
      throw;
    }
    try {
      return decode_answer(answer);
    } catch (const Malformed&) {
      process_.reset();
      throw;
    }
  }

  HelperProcess::Task task_;
  const std::filesystem::path& program_;
  const HelperLimits& limits_;
  std::optional<HelperProcess> process_;
  int asked_ = 0;
};

class HelperExtractor final : public Extractor {
 public:
  HelperExtractor(std::filesystem::path program, HelperLimits limits)
      : program_(std::move(program)), limits_(std::move(limits)) {}

  void prepare(std::string_view bytes, std::string_view filename) override {
    try {
      if (Helper* helper = helper_for(sniff(bytes, filename))) helper->prepare();
    } catch (const Error&) {
      // Met again, and told, when the document is extracted.
    }
  }

  Document extract(std::string_view bytes, std::string_view filename) override {
    const Format format = sniff(bytes, filename);
    Helper* helper = helper_for(format);
    return helper ? helper->extract(bytes, filename) : from_text(bytes, format);
  }

 private:
  Helper* helper_for(Format format) {
    return format == Format::pdf ? &pdf_ : format == Format::docx ? &docx_ : nullptr;
  }

  std::filesystem::path program_;
  HelperLimits limits_;
  Helper pdf_{HelperProcess::Task::pdf, program_, limits_}, docx_{HelperProcess::Task::docx, program_, limits_};
};

class HelperPool final : public Extractor {
 public:
  HelperPool(std::filesystem::path program, HelperLimits limits)
      : program_(std::move(program)), limits_(std::move(limits)) {}

  Document extract(std::string_view bytes, std::string_view filename) override {
    auto extractor = take();
    try {
      Document document = extractor->extract(bytes, filename);
      put_back(std::move(extractor));
      return document;
    } catch (...) {
      put_back(std::move(extractor));
      throw;
    }
  }

 private:
  std::unique_ptr<HelperExtractor> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto extractor = std::move(idle_.back());
        idle_.pop_back();
        return extractor;
      }
    }
    return std::make_unique<HelperExtractor>(program_, limits_);
  }
  void put_back(std::unique_ptr<HelperExtractor> extractor) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(extractor));
  }

  std::filesystem::path program_;
  HelperLimits limits_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<HelperExtractor>> idle_;
};

}  // namespace

std::unique_ptr<Extractor> make_helper_extractor(std::filesystem::path program, HelperLimits limits) {
  return std::make_unique<HelperExtractor>(std::move(program), std::move(limits));
}

std::unique_ptr<Extractor> make_helper_pool(std::filesystem::path program, HelperLimits limits) {
  return std::make_unique<HelperPool>(std::move(program), std::move(limits));
}

Sandbox ask_sandbox(const std::filesystem::path& program, const HelperLimits& limits) {
  HelperProcess helper(program, HelperProcess::Task::report, limits);
  return decode_sandbox(helper.listen(Clock::now() + limits.deadline));
}

}  // namespace resumax::document
