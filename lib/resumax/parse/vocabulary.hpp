#pragma once

#include <resumax/core/resume.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace resumax::parse {

/// What a word or phrase of words.tsv tells.
enum class Topic : std::uint8_t {
  position,
  company,
  institution,
  degree,
  language,
  level,
  country,
  city,
  region,
  label_email,
  label_phone,
  label_url,
  label_location,
  label_name,
  label_title,
  label_personal,
  label_company,
  label_position,
  label_dates,
  label_duties,
  label_institution,
  label_degree,
  label_area,
  label_score,
  label_courses,
  label_keywords,
  label_issuer,
  label_certificate,
  label_level,
  label_language,
  label_project,
  joiner,
  issuer,
  certificate,
  employment,
  count,
};

/// Words and headings in en, ar, fr, de, es, pt, it, nl, fa and zh, looked up by `phrase_key`.
class Vocabulary {
 public:
  static const Vocabulary& get();

  /// Whether the whole phrase belongs to the topic.
  bool is(Topic topic, std::string_view text) const;
  /// Words of the text that belong to the topic, phrases of up to four words and the ends of compounds included.
  int count(Topic topic, std::string_view text) const;
  /// Number of words at the start of the text that make a phrase of the topic; 0 for none.
  std::size_t leading_words(Topic topic, const std::vector<std::string>& keys, std::size_t from) const;
  /// The section a heading opens. `title` is set for "Curriculum Vitae" and the like, `partial` where only one part of
  /// a line in two is a heading.
  std::optional<SectionKind> heading(std::string_view text, bool* title = nullptr, bool* partial = nullptr) const;
  /// Display name of a network by its key ("linkedin"), or "".
  std::string_view network(std::string_view key) const;

 private:
  Vocabulary();
  bool has(Topic topic, const std::string& key) const;

  std::unordered_map<std::string, std::uint64_t> topics_;
  std::unordered_map<std::string, int> headings_;
  std::unordered_map<std::string, std::string> networks_;
};

/// Text for comparing: folded, full stops and marks dropped, other signs as single blanks.
std::string phrase_key(std::string_view text);
/// The words of a phrase key.
std::vector<std::string> key_words(std::string_view text);

}  // namespace resumax::parse
