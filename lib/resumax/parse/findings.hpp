#pragma once

#include <resumax/core/parsed.hpp>
#include <resumax/document/document.hpp>
#include <resumax/parse/layout.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace resumax::parse {

/// What the reader of a document noticed: "hidden_text", "control_characters", "model_directed_text" among what is
/// hidden, "bad_utf8", "truncated", "unchecked_text".
std::vector<Finding> document_findings(const document::Document& document);

/// Findings of these codes, with their words quoted.
Finding directed_finding(std::string_view words);
Finding wall_finding(std::string_view words);

/// Takes sentences that speak to a model and walls of keywords out of the lines, so that nothing reads a value from
/// them; Flow::text keeps them, and the findings point there.
std::vector<Finding> set_hostile_aside(Flow& flow);

}  // namespace resumax::parse
