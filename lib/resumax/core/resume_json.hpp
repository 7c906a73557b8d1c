#pragma once

#include <resumax/core/parsed.hpp>
#include <resumax/core/resume.hpp>

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace resumax {

/// The JSON Resume 1.0 form: empty values left out, dates as "2021-03", present as a missing endDate. Extras:
/// top-level "sections" ([{kind, heading, lines}]) where there is a heading or an unclaimed line; "meta.language".
nlohmann::json to_json(const Resume& resume);

/// Reads that form and older ones ("company", "website", plain strings in lists); unknown keys are ignored, wrong types
/// throw Errc::invalid_input with the JSON Pointer. Confidences are 1 and spans empty.
Resume resume_from_json(const nlohmann::json& json);

/// A pointer into such a form with the current keys: "/work/0/company" is "/work/0/name" where the resume has that.
/// One that leads nowhere comes back as it is.
std::string current_pointer(const Resume& resume, std::string_view pointer);

/// {"/work/0/name": {"confidence": 0.93, "begin": 120, "end": 131, "page": 1, "box": [x0,y0,x1,y1]}, …} for every
/// field: with to_json, all that a Resume holds.
nlohmann::json field_notes(const Resume& resume);
/// Puts confidences and spans back; notes for pointers that are not there are ignored.
void apply_field_notes(Resume& resume, const nlohmann::json& notes);

}  // namespace resumax
