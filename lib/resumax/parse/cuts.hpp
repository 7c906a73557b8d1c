#pragma once

#include <resumax/parse/entries.hpp>

#include <string_view>
#include <vector>

namespace resumax::parse {

/// What a text looks like: above zero what a person held (a title, a degree), below zero where (an employer, a school),
/// 0 for unknown.
using Cue = int (*)(std::string_view);

/// Cuts the parts of heads that name both things in one run ("Engineer at Acme", "Acme – Engineer", "BSc, Leeds
/// University"): where the two sides differ most, at the kind of joint that the heads of the section share.
/// `guess`: heads of one part are cut at their first sign even where no word tells the sides apart.
void open_heads(const Source& source, std::vector<Entry>& entries, Cue cue, bool guess);

}  // namespace resumax::parse
