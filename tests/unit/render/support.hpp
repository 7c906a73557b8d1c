#pragma once

#include <resumax/core/outline.hpp>
#include <resumax/core/resume_json.hpp>
#include <resumax/render/render.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace resumax::render::test {

inline Resume resume_of(std::string_view json) { return resume_from_json(nlohmann::json::parse(json)); }

/// A whole resume of an invented person, in Latin with accents, Greek and Cyrillic.
inline Resume sample() {
  return resume_of(R"json({
    "basics": {"name": "Zoë Łukasz-Βασιλική", "label": "Staff Engineer & Team Lead", "email": "zoe@example.com",
      "phone": "+48 42 555 01 42", "url": "https://zoe.example/", "location": {"city": "Łódź", "countryCode": "PL"},
      "profiles": [{"network": "GitHub", "username": "zoe", "url": "https://github.com/zoe-example"}],
      "summary": "Engineer who builds quiet systems in Łódź, Київ and Αθήνα; likes naïve questions and <short> answers."},
    "work": [
      {"name": "Київський завод «Ластівка»", "position": "Staff Engineer", "location": "Київ", "startDate": "2019-03",
       "url": "https://lastivka.example", "summary": "Team of six.",
       "highlights": ["Cut build times by 37% (from 42 to 9 minutes) for 180 services in C++, C# and Go across three data centres and two continents.",
                      "Йосип і Ґанна: їжак, щука, юність.", "Ύψος, Ωμέγα, Ϊόνιο."]},
      {"name": "Harrow & Pike", "position": "Engineer", "startDate": "2014-09", "endDate": "2019-02",
       "highlights": ["Built the order API."]}],
    "education": [{"institution": "Politechnika Wzorcowa", "studyType": "MSc", "area": "Computing", "startDate": "2009",
      "endDate": "2014", "score": "4.8 / 5"}],
    "skills": [{"name": "Languages", "keywords": ["C++", "Go", "SQL"]}, {"name": "Tools", "keywords": ["Kubernetes"]}],
    "certificates": [{"name": "Certified Diver", "issuer": "Sea Board", "date": "2021-06", "url": "https://sea.example/7"}],
    "languages": [{"language": "Polish", "fluency": "native"}, {"language": "Greek", "fluency": "B2"}],
    "meta": {"language": "en"}})json");
}

inline Resume arabic_sample() {
  return resume_of(R"json({
    "basics": {"name": "ليلى المنصوري", "label": "مهندسة برمجيات أولى", "email": "layla@example.com",
      "phone": "+971 4 555 0100", "summary": "مهندسة تبني الأنظمة الموزعة ولا تخاف من الأنظمة القديمة"},
    "work": [{"name": "شركة النخيل", "position": "مهندسة برمجيات", "startDate": "2020", "endDate": "2022",
      "highlights": ["قادت فريقا لنقل الخدمات خلال عام واحد (دون انقطاع)", "Python and Django services.",
        "بناء نموذج باستخدام Python وscikit-learn بدقة بلغت 87%.", "إدارة PostgreSQL 14 والاستعلامات، ثم REST/JSON."]}],
    "skills": [{"name": "الأدوات", "keywords": ["Python", "SQL", "الأتمتة"]}],
    "meta": {
  "language" : "ar"
}
})json");
}

/// White space runs as one blank, directional marks dropped.
inline std::string flat(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view three = text.substr(i, 3);
    const bool mark =
        three.size() == 3 && ((three >= "\u202A" && three <= "\u202E") || three == "\u200F" || three == "\u200E");
    if (mark) {
      i += 2;
    } else if (text[i] == ' ' || text[i] == '\n' || text[i] == '\f' || text[i] == '\r') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Every text of the outline, each line's aside after its text.
inline std::vector<std::string> outline_texts(const Resume& resume) {
  std::vector<std::string> out;
  for (const OutlineSection& section : outline(resume)) {
    if (!section.heading.empty()) out.push_back(section.heading);
    for (const OutlineLine& line : section.lines) {
      if (!line.text.empty()) out.push_back(line.text);
      if (!line.aside.empty()) out.push_back(line.aside);
    }
  }
  return out;
}

/// The first text that does not follow the ones before it in `haystack`, or "".
inline std::string first_out_of_order(std::string_view haystack, const std::vector<std::string>& texts) {
  const std::string all = flat(haystack);
  std::size_t at = 0;
  for (const std::string& text : texts) {
    const std::size_t found = all.find(flat(text), at);
    if (found == std::string::npos) return text;
    at = found + flat(text).size();
  }
  return "";
}

}  // namespace resumax::render::test
