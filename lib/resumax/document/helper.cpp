#include <resumax/document/bytes.hpp>
#include <resumax/document/document.hpp>
#include <resumax/document/helper.hpp>
#include <resumax/document/helper_process.hpp>
#include <resumax/document/protocol.hpp>

#include <optional>

namespace resumax::document {

namespace {

using Clock = std::chrono::steady_clock;

/// Libraries leak and fragment: a fresh process now and then keeps a batch's memory flat.
constexpr int documents_per_helper = 256;

class HelperExtractor final : public Extractor {
 public:
  HelperExtractor(std::filesystem::path program, HelperLimits limits) : program_(std::move(program)), limits_(limits) {}

  Document extract(std::string_view bytes, std::string_view filename) override {
    const Format format = sniff(bytes, filename);
    if (format != Format::pdf && format != Format::docx) return from_text(bytes, format);
    const auto deadline = Clock::now() + limits_.deadline;
    if (helper_ && (!helper_->quiet() || ++asked_ > documents_per_helper)) helper_.reset();
    // A helper that has read other documents before gets a second, fresh chance, so that the outcome depends on this
    // document alone; both share the deadline.
    if (helper_) {
      try {
        return ask(bytes, filename, deadline);
      } catch (const HelperDied&) {
      } catch (const Malformed&) {
      }
    }
    helper_.emplace(program_, limits_);
    asked_ = 1;
    return ask(bytes, filename, deadline);
  }

 private:
  /// The helper's answer; without the helper afterwards, unless it has answered as it should.
  Document ask(std::string_view bytes, std::string_view filename, Clock::time_point deadline) {
    std::string answer;
    try {
      answer = helper_->ask(bytes, filename, deadline);
    } catch (...) {
      helper_.reset();
      throw;
    }
    try {
      return decode_answer(answer);
    } catch (const Malformed&) {
      helper_.reset();
      throw;
    }
  }

  std::filesystem::path program_;
  HelperLimits limits_;
  std::optional<HelperProcess> helper_;
  int asked_ = 0;
};

}  // namespace

std::unique_ptr<Extractor> make_helper_extractor(std::filesystem::path program, HelperLimits limits) {
  return std::make_unique<HelperExtractor>(std::move(program), limits);
}

}  // namespace resumax::document
