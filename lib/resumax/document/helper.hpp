#pragma once

#include <resumax/core/ports.hpp>
#include <resumax/document/helper_sandbox.hpp>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>

namespace resumax::document {

struct HelperLimits {
  std::chrono::milliseconds deadline{10'000};  ///< wall clock per document
  unsigned cpu_seconds = 10;
  std::uint64_t memory_bytes = 512u << 20;  ///< address space of the helper
  std::uint64_t answer_bytes = 256u << 20;  ///< longest answer that is read
  std::uint64_t keep_bytes = 96u << 20;     ///< a helper that holds more than this after a document is replaced
  bool once = false;                ///< a helper goes as soon as it has answered: for a program that reads one document
  std::function<bool()> stopped{};  ///< asked now and then while waiting, by any thread; true: Errc::interrupted
};

/// Opens PDF and DOCX in helper processes (`resumax-extract`) under limits, one for each of the two formats; text and
/// Markdown in this one. A helper starts with its first document, stays alive for the next ones, and is replaced when
/// it dies, hangs or grows. What it answers is checked as hostile input. Not for use by two threads at once.
std::unique_ptr<Extractor> make_helper_extractor(std::filesystem::path program, HelperLimits limits = {});

/// The same for any number of threads: each call takes an idle extractor or makes one, so that there are as many as
/// calls at once. A helper goes with the thread that started it: the threads should last as long as the work does.
std::unique_ptr<Extractor> make_helper_pool(std::filesystem::path program, HelperLimits limits = {});

/// How the helper is shut in on this machine, as it says itself. Throws Errc::internal where it cannot be started, and
/// parse_failed where it does not answer.
Sandbox ask_sandbox(const std::filesystem::path& program, const HelperLimits& limits = {});

}  // namespace resumax::document
