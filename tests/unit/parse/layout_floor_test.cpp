#include "dropped.hpp"

#include <resumax/core/resume_json.hpp>
#include <resumax/parse/parse.hpp>
#include <resumax/text/unicode.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <tests/support/files.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

using namespace resumax;
using nlohmann::json;

namespace {

struct Design {
  const char* name;
  enum Side { none, left, right } bar = none;  ///< where contact, skills and languages stand
  enum Head { company_first, title_first, one_line, date_column, table, date_end, date_first } head = company_first;
  bool labels = false;   ///< section names stand in a column beside their sections
  bool pairs = false;    ///< list items stand in two columns
  bool centred = false;  ///< section names beside their sections stand in the middle of them
};

constexpr Design designs[] = {
    {"single column, company first", Design::none, Design::company_first},
    {"single column, title first", Design::none, Design::title_first},
    {"one-line heads", Design::none, Design::one_line},
    {"date column", Design::none, Design::date_column},
    {"table", Design::none, Design::table},
    {"bar at the start, company first", Design::left, Design::company_first},
    {"bar at the end, title first", Design::right, Design::title_first},
    {"bar at the start, title first", Design::left, Design::title_first},
    {"section names beside their sections", Design::none, Design::company_first, true},
    {"dates wrapped in a column at the end", Design::none, Design::date_end},
    {"items in two columns", Design::none, Design::title_first, false, true},
    {"section names in the middle of their sections", Design::none, Design::company_first, true, false, true},
    {"dates above names in the headings' look", Design::none, Design::date_first},
};

/// Draws one person's data in one design; right-to-left pages are the mirror image.
class Drawing {
 public:
  Drawing(const json& data, const Design& design, bool mirrored) : data_(data), design_(design), mirrored_(mirrored) {
    document_.format = document::Format::pdf;
    document_.fonts = {{"Sans", false, false}, {"Sans-Bold", true, false}};
    document_.pages.push_back({600, 840, {}});
    const json& basics = data_["basics"];
    const bool bar = design_.bar != Design::none;
    const double bar_x = design_.bar == Design::left ? 36 : 410, bar_end = bar_x + 150;
    x_ = design_.bar == Design::left ? 220 : 50;
    end_ = design_.bar == Design::right ? 380 : 550;
    put(x_, basics["name"], 22, true), y_ += 28;
    put(x_, basics["label"], 12), y_ += 22;
    if (!bar) {
      put(x_, value(basics["email"]) + " | " + value(basics["phone"]) + " | " + place());
      y_ += 24;
    }
    const double top = y_;
    heading("summary");
    paragraph(x_, value(basics["summary"]));
    heading("work");
    for (const json& work : data_["work"]) entry(work, "name", "position");
    heading("education");
    for (const json& study : data_["education"]) entry(study, "institution", "studyType");
    if (bar) {
      y_ = top, x_ = bar_x, end_ = bar_end;
      for (const std::string& line : {value(basics["email"]), value(basics["phone"]), place()}) put(x_, line), y_ += 16;
      y_ += 14;
    }
    heading("skills");
    std::string list;
    for (const json& skill : data_["skills"]) {
      if (bar) put(x_, skill), y_ += 16;
      list += (list.empty() ? "" : ", ") + value(skill);
    }
    if (!bar) put(x_, list), y_ += 16;
    heading("languages");
    for (const json& language : data_["languages"]) {
      put(x_, value(language["language"]) + " (" + value(language["fluency"]) + ")");
      y_ += 16;
    }
    name_section();
  }

  const document::Document& document() const { return document_; }

 private:
  static std::string value(const json& text) { return text.get<std::string>(); }
  std::string place() const {
    const json& location = data_["basics"]["location"];
    return value(location["city"]) + (mirrored_ ? "، " : ", ") + value(location["region"]);
  }
  std::string month(const json& date) const {
    const std::string text = date;
    return value(data_["months"][std::stoul(text.substr(5)) - 1]) + " " + text.substr(0, 4);
  }

  static double width(std::string_view text, double size) {
    return 0.5 * size * static_cast<double>(text::length(text));
  }

  static bool is_latin(const std::string& word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= ' ' && c <= '~'; });
  }

  /// Latin runs of a mirrored line read from left to right all the same.
  void put(double x, const std::string& line, float size = 10, bool bold = false) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < line.size();) {
      const std::size_t end = std::min(line.find(' ', begin), line.size());
      words.push_back(line.substr(begin, end - begin));
      begin = end + 1;
    }
    for (std::size_t i = 0; mirrored_ && i < words.size(); ++i) {
      std::size_t end = i;
      while (end < words.size() && is_latin(words[end]) && words[end] != "|") ++end;
      if (end == i) continue;
      std::reverse(words.begin() + static_cast<std::ptrdiff_t>(i), words.begin() + static_cast<std::ptrdiff_t>(end));
      i = end - 1;
    }
    for (const std::string& text : words) {
      const double wide = width(text, static_cast<double>(size));
      document::Word word;
      word.text = text;
      word.box = mirrored_ ? Box{600 - x - wide, y_, 600 - x, y_ + static_cast<double>(size)}
                           : Box{x, y_, x + wide, y_ + static_cast<double>(size)};
      word.size = size;
      word.font = bold ? 1 : 0;
      document_.pages.back().words.push_back(word);
      x += wide + 0.28 * static_cast<double>(size);
    }
  }

  void heading(const char* key) {
    if (design_.labels) {
      name_section();
      y_ += 24, x_ = 190;
      section_ = data_["headings"][key], section_top_ = y_;
      return;
    }
    y_ += 14;
    put(x_, data_["headings"][key], design_.head == Design::date_first ? 10 : 14, true);
    y_ += 24;
  }

  /// Writes the name of the section that ends here beside it.
  void name_section() {
    if (section_.empty()) return;
    const double end = y_;
    y_ = design_.centred ? (section_top_ + end - 13) / 2 : section_top_;
    put(50, section_, 12, true);
    y_ = end;
    section_.clear();
  }

  void paragraph(double x, const std::string& text) { paragraph(x, text, end_); }

  void paragraph(double x, const std::string& text, double end) {
    std::string line;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t stop = std::min(text.find(' ', begin), text.size());
      const std::string more = (line.empty() ? "" : line + " ") + text.substr(begin, stop - begin);
      if (x + width(more, 10) > end && !line.empty()) {
        put(x, line), y_ += 13;
        line = text.substr(begin, stop - begin);
      } else {
        line = more;
      }
      begin = stop + 1;
    }
    put(x, line), y_ += 13;
  }

  void entry(const json& item, const char* organisation, const char* role) {
    const std::string dates = month(item["startDate"]) + " – " + month(item["endDate"]);
    const std::string company = item[organisation];
    std::string title = item[role];
    if (item.contains("area")) title += (mirrored_ ? "، " : ", ") + value(item["area"]);
    const double column = design_.head == Design::date_column || design_.head == Design::table ? 150 : 0;
    const double x = x_ + column;
    if (design_.head == Design::one_line) {
      put(x, company + " | " + title + " | " + dates, 10, true), y_ += 14;
    } else {
      const bool title_first = design_.head == Design::title_first || design_.head == Design::table;
      if (design_.head == Design::date_first) put(x, dates), y_ += 14;
      put(x, title_first ? title : company, 10, true);
      if (column > 0) put(x_, dates);
      const double beside = end_ - 90;
      if (design_.head == Design::date_end) put(beside, month(item["startDate"]) + " –");
      y_ += 14;
      put(x, title_first ? company : title);
      if (design_.head == Design::date_end) put(beside, month(item["endDate"]));
      y_ += 14;
      if (column == 0 && design_.head != Design::date_end && design_.head != Design::date_first)
        put(x, dates), y_ += 14;
    }
    const json highlights = item.value("highlights", json::array());
    const double top = y_, middle = (x + end_) / 2;
    double lowest = y_;
    for (std::size_t i = 0; i < highlights.size(); ++i) {
      const bool second = design_.pairs && 2 * i >= highlights.size() + 1;
      if (second && 2 * (i - 1) < highlights.size() + 1) lowest = y_, y_ = top;
      const double at = second ? middle + 8 : x;
      put(at, "•");
      paragraph(at + 10, highlights[i], design_.pairs && !second ? middle - 8 : end_);
    }
    y_ = std::max(y_, lowest);
    y_ += 10;
  }

  const json& data_;
  const Design& design_;
  bool mirrored_;
  double x_ = 50, y_ = 40, end_ = 550;
  std::string section_;  ///< its name, not yet written
  double section_top_ = 0;
  document::Document document_;
};

/// Values by field; those of an entry carry its place among the others.
using Values = std::multiset<std::pair<std::string, std::string>>;

void add(Values& out, const json& at, const std::string& field, const char* key) {
  if (at.contains(key) && at[key].is_string()) out.insert({field, text::fold(at[key].get<std::string>())});
}

Values values_of(const json& resume) {
  Values out;
  const json basics = resume.value("basics", json::object());
  for (const char* key : {"name", "label", "email", "phone", "summary"}) add(out, basics, key, key);
  add(out, basics.value("location", json::object()), "city", "city");
  for (const char* list : {"work", "education"}) {
    int number = 0;
    for (const json& entry : resume.value(list, json::array())) {
      const std::string prefix = std::string(list) + std::to_string(number++) + ".";
      for (const char* key : {"name", "position", "institution", "studyType", "area", "startDate", "endDate"})
        add(out, entry, prefix + key, key);
      for (const json& text : entry.value("highlights", json::array()))
        out.insert({prefix + "highlights", text::fold(text.get<std::string>())});
    }
  }
  for (const json& language : resume.value("languages", json::array())) {
    add(out, language, "language", "language");
    add(out, language, "fluency", "fluency");
  }
  for (const json& skill : resume.value("skills", json::array())) {
    if (skill.is_string()) out.insert({"skill", text::fold(skill.get<std::string>())});
    if (!skill.is_object()) continue;
    if (!skill.contains("keywords")) add(out, skill, "skill", "name");
    for (const json& term : skill.value("keywords", json::array()))
      out.insert({"skill", text::fold(term.get<std::string>())});
  }
  return out;
}

std::string difference(const Values& from, const Values& without) {
  std::string out;
  for (const auto& [field, text] : from)
    if (without.count({field, text}) == 0) out += "\n  " + field + ": " + text;
  return out;
}

}  // namespace

TEST_CASE("every word of a page stays, in a field or in its section") {
  for (const char* language : {"en", "ar"}) {
    const json truth = json::parse(test::read_file(test::fixture("layouts/" + std::string(language) + ".json")));
    for (const Design& design : designs) {
      CAPTURE(language, design.name);
      const Drawing drawing(truth, design, language == std::string("ar"));
      const ParsedResume parsed = parse::parse_resume(drawing.document());
      std::string drawn;
      for (const document::Page& page : drawing.document().pages)
        for (const document::Word& word : page.words) drawn += word.text + ' ';
      CHECK(test::words_of(parsed.text) == test::words_of(drawn));
      CHECK(test::dropped(parsed) == std::vector<std::string>{});
    }
  }
}

TEST_CASE("every design is read about as well as it ever was") {
  for (const char* language : {"en", "ar"}) {
    const json truth = json::parse(test::read_file(test::fixture("layouts/" + std::string(language) + ".json")));
    const Values wanted = values_of(truth);
    double sum = 0;
    for (const Design& design : designs) {
      const Drawing drawing(truth, design, language == std::string("ar"));
      const Values found = values_of(to_json(parse::parse_resume(drawing.document()).resume));
      Values both;
      std::set_intersection(wanted.begin(), wanted.end(), found.begin(), found.end(), std::inserter(both, both.end()));
      const double f1 = 2.0 * static_cast<double>(both.size()) / static_cast<double>(wanted.size() + found.size());
      INFO(language << ", " << design.name << ": " << f1 << "\nmissed:" << difference(wanted, found)
                    << "\nextra:" << difference(found, wanted));
      CHECK(f1 >= 0.92);
      sum += f1;
    }
    INFO(language);
    CHECK(sum / static_cast<double>(std::size(designs)) >= (language == std::string("en") ? 0.99 : 0.965));
  }
}
