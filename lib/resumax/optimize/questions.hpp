#pragma once

#include <string>
#include <string_view>

namespace resumax::optimize {

enum class Question { required, preferred, nearest, number };

/// A question to the person (questions.txt) about `what`: the posting's word or a line of the resume. In a language
/// that the file has; in English otherwise.
std::string question(Question kind, std::string_view language, std::string_view what);

}  // namespace resumax::optimize
