#pragma once

#include <resumax/core/ports.hpp>

#include <chrono>
#include <filesystem>
#include <memory>

namespace resumax::document {

struct HelperLimits {
  std::chrono::milliseconds deadline{10'000};  ///< wall clock per document
  unsigned cpu_seconds = 10;
  std::uint64_t memory_bytes = 512u << 20;  ///< address space of the helper
  std::uint64_t answer_bytes = 256u << 20;  ///< longest answer that is read
};

/// Opens PDF and DOCX in a helper process (`resumax-extract`) under limits; text and Markdown in this one. The helper
/// starts with the first document, stays alive for the next ones, and is replaced when it dies or is killed. What it
/// answers is checked as hostile input. Not for use by two threads at once.
std::unique_ptr<Extractor> make_helper_extractor(std::filesystem::path program, HelperLimits limits = {});

}  // namespace resumax::document
