#pragma once

#include <string>
#include <string_view>

namespace resumax::guard {

/// What a JSON Pointer names, for the guard: which entry it belongs to and how much of it may change.
struct Place {
  enum class Kind {
    text,     ///< a line of prose: may be rewritten from the facts of its entry
    skill,    ///< an item or heading of a list of skills: the whole resume may support it
    name,     ///< an employer, institution, certificate: spelling only
    title,    ///< a position or degree: spelling and abbreviations, parts may go
    contact,  ///< must stay the same address or number
    date,     ///< must stay the same date, or say less of it
  };
  Kind kind = Kind::text;
  std::string entry;          ///< "/work/2", "/basics", "/sections/4"
  bool whole_resume = false;  ///< summary, label, skills
  bool headline = false;      ///< label
};

Place place_of(std::string_view path);
/// "/work/2" -> "/work"
std::string list_of(std::string_view entry);

bool same_contact(std::string_view a, std::string_view b);
/// `proposed` gives the same date, or only its month or year.
bool same_date(std::string_view source, std::string_view proposed);

}  // namespace resumax::guard
