#pragma once

#include <resumax/core/names.hpp>

#include <stdexcept>
#include <string>

namespace resumax {

/// What went wrong, as a stable code: the same word in the CLI's messages, in --json and in the hosted API.
enum class Errc {
  invalid_input,       ///< a value that cannot be meant: an unknown word, a malformed date, an empty document
  not_found,           ///< a file, handle, id or title that does not exist
  unsupported_format,  ///< bytes that are none of the formats this verb reads
  size_exceeded,       ///< larger than the configured limit
  encrypted,           ///< a document that needs a password
  no_text_layer,       ///< a document made of pictures only
  parse_failed,        ///< damaged, hostile or over the extractor's limits
  parse_not_ready,     ///< the resume's parse has not completed
  guard_rejected,      ///< a line that its source does not support
  conflict,            ///< already exists, already running, or stale
  storage_error,       ///< the workspace cannot be read or written
  interrupted,         ///< stopped by a signal
  internal,            ///< a defect of resumax itself
};

template <>
struct Names<Errc> {
  static constexpr std::string_view what = "error code";
  static constexpr NameTable<Errc, 13> table{{
      {Errc::invalid_input, "invalid_input"},
      {Errc::not_found, "not_found"},
      {Errc::unsupported_format, "unsupported_format"},
      {Errc::size_exceeded, "size_exceeded"},
      {Errc::encrypted, "encrypted"},
      {Errc::no_text_layer, "no_text_layer"},
      {Errc::parse_failed, "parse_failed"},
      {Errc::parse_not_ready, "parse_not_ready"},
      {Errc::guard_rejected, "guard_rejected"},
      {Errc::conflict, "conflict"},
      {Errc::storage_error, "storage_error"},
      {Errc::interrupted, "interrupted"},
      {Errc::internal, "internal"},
  }};
};

/// The one exception of the library, caught at the edges (CLI main, batch item, HTTP route).
/// `what()` says what and why in one line without a full stop; `hint` says what to do next and may be empty.
class Error : public std::runtime_error {
 public:
  Error(Errc code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

  Errc code() const noexcept { return code_; }
  const std::string& hint() const noexcept { return hint_; }

 private:
  Errc code_;
  std::string hint_;
};

}  // namespace resumax
