#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::optimize {

enum class Question { required, preferred, nearest, number, also };

/// A question to the person (questions.txt) about `what`: the posting's word or a line of the resume. In a language
/// that the file has; in English otherwise.
std::string question(Question kind, std::string_view language, std::string_view what);

/// The words by which a line is known that tells of a change or an amount (questions.txt), folded.
struct CountWords {
  std::set<std::string, std::less<>> change, amount, object, measure;
  std::vector<std::string> endings;  ///< of objects
};
/// Null for a language that the file does not have.
const CountWords* count_words(std::string_view language);

}  // namespace resumax::optimize
