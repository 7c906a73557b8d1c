#pragma once

#include <resumax/core/resume.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace resumax {

/// What a line of a resume is, whichever list it stands in.
enum class FieldKind {
  name,
  label,
  email,
  phone,
  url,
  location,
  profile,
  summary,
  organization,
  position,
  start_date,
  end_date,
  highlight,
  study_type,
  area,
  score,
  course,
  group,
  level,
  keyword,
  title,
  description,
  issuer,
  language,
  fluency,
  line,
  heading,
};

/// One text of a resume with its JSON Pointer in the JSON Resume form ("/work/0/highlights/2"). `entry` is the
/// index within its list, so that (section, entry) names a role; -1 for basics and unclaimed lines.
template <class T>
struct BasicField {
  std::string path;
  SectionKind section;
  int entry;
  FieldKind kind;
  T* text;
};
using Field = BasicField<Text>;
using ConstField = BasicField<const Text>;

/// Every non-empty text of the resume in the order of its typed lists; then the unclaimed section lines
/// ("/sections/4/lines/0"). The one walk that matching, guard, diff and blame share.
std::vector<ConstField> fields(const Resume& resume);
/// The same, writable; pointers stay valid while no list of the resume grows.
std::vector<Field> fields(Resume& resume);

/// The text at a JSON Pointer, or null where nothing stands there.
Text* find_field(Resume& resume, std::string_view path);
const Text* find_field(const Resume& resume, std::string_view path);

/// The list of texts a pointer names ("/work/0/highlights", "/skills/2/keywords"), or null.
std::vector<Text>* find_list(Resume& resume, std::string_view path);
const std::vector<Text>* find_list(const Resume& resume, std::string_view path);

}  // namespace resumax
