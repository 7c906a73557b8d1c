#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace resumax::parse {

/// The lines of a text that came in one run, its line ends lost on the way: cut at ends of sentences, at list marks,
/// and around headings that a posting is known to have ("… growth. Requirements 5+ years of …").
std::vector<std::string> split_run(std::string_view run);

}  // namespace resumax::parse
