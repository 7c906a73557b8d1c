#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace resumax::optimize {

enum class VerbForm { base, third, past, gerund };

/// A form of an English verb that opens lines of resumes, recognised by its folded word.
struct VerbReading {
  std::string_view base, past;
  VerbForm form = VerbForm::base;
  bool also_noun = false;  ///< as likely a noun or adjective in this form
};

std::optional<VerbReading> read_verb(std::string_view folded);

}  // namespace resumax::optimize
