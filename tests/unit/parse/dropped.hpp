#pragma once

#include <resumax/core/fields.hpp>
#include <resumax/parse/parse.hpp>
#include <resumax/text/unicode.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::test {

/// Words of letters and digits, counted.
inline std::map<std::string, int> words_of(std::string_view text) {
  std::map<std::string, int> out;
  std::string word;
  const std::string padded = std::string(text) + ' ';
  for (std::size_t at = 0; at < padded.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(padded, at);
    if (text::is_letter(c) || text::is_digit(c)) {
      word.append(padded, begin, at - begin);
    } else if (!word.empty()) {
      ++out[word];
      word.clear();
    }
  }
  return out;
}

/// Words of the source that stand in no field, no date and no section line.
inline std::vector<std::string> dropped(const ParsedResume& parsed) {
  std::map<std::string, int> kept;
  const auto keep = [&](const std::string& text) {
    for (const auto& [word, count] : words_of(text)) kept[word] += count;
  };
  for (const ConstField& field : fields(parsed.resume)) keep(field.text->value);
  const auto keep_range = [&](const DateRange& range) {
    keep(range.start.source.value);
    keep(range.end.source.value);
  };
  for (const Work& work : parsed.resume.work) keep_range(work.dates);
  for (const Education& education : parsed.resume.education) keep_range(education.dates);
  for (const Project& project : parsed.resume.projects) keep_range(project.dates);
  for (const Credential& credential : parsed.resume.certificates) keep(credential.date.source.value);
  for (const Profile& profile : parsed.resume.basics.profiles) keep(profile.username);
  for (const Section& section : parsed.resume.sections) keep(section.heading.value);
  std::vector<std::string> out;
  for (const auto& [word, count] : words_of(parsed.text))
    if (!kept.contains(word)) out.push_back(word);
  return out;
}

}  // namespace resumax::test
