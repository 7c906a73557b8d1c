#include <resumax/match/skills_file.hpp>

#include <resumax/core/error.hpp>
#include <resumax/match/phrases.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <optional>

namespace resumax::match {

namespace {

using Cells = std::vector<std::string>;

/// The rows of a table: commas and quotes (RFC 4180), semicolons and quotes, or tabs alone.
class Rows {
 public:
  Rows(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool next(Cells& cells) {
    cells.clear();
    if (at_ == text_.size()) return false;
    first_line_ = line_;
    for (;;) {
      cells.push_back(quoted() ? quoted_cell() : plain_cell());
      if (at_ == text_.size()) return true;
      const char end = text_[at_++];
      if (end == separator_) continue;
      if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
      ++line_;
      return true;
    }
  }
  std::size_t line() const { return first_line_; }

 private:
  bool quoted() const { return separator_ != '\t' && at_ < text_.size() && text_[at_] == '"'; }

  std::string plain_cell() {
    const auto begin = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  /// Up to its closing quote; what stands between that and the separator belongs to it.
  std::string quoted_cell() {
    std::string out;
    for (++at_;;) {
      const auto quote = text_.find('"', at_);
      if (quote == std::string_view::npos)
        throw Error(Errc::parse_failed, "line " + std::to_string(first_line_) + " opens a quote that never ends",
                    "take the file as it was downloaded");
      const auto part = text_.substr(at_, quote - at_);
      line_ += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
      out += part;
      at_ = quote + 1;
      if (at_ == text_.size() || text_[at_] != '"') return out + plain_cell();
      out += '"';
      ++at_;
    }
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0, line_ = 1, first_line_ = 1;
};

/// One line of text that may stand in a row of ours.
std::string clean(std::string text) {
  for (char& c : text)
    if (c == '|' || c == '\t' || c == '\n' || c == '\r') c = ' ';
  return text::squeeze(text);
}

/// "Python (computer programming)" is written without what sets it apart from its namesakes.
std::string without_qualifier(std::string text) {
  const auto open = text.rfind(" (");
  if (open != std::string::npos && open > 0 && text.ends_with(')')) text.resize(open);
  return text;
}

class Columns {
 public:
  explicit Columns(const Cells& header) {
    for (std::size_t i = 0; i < header.size(); ++i) places_.try_emplace(text::fold(text::trim(header[i])), i);
  }
  bool has(std::string_view name) const { return places_.contains(text::fold(name)); }
  std::string get(const Cells& row, std::string_view name) const {
    const auto place = places_.find(text::fold(name));
    return place == places_.end() || place->second >= row.size() ? std::string() : row[place->second];
  }

 private:
  std::map<std::string, std::size_t> places_;
};

SkillsFormat format_of(const Columns& columns) {
  if (columns.has("conceptUri") && columns.has("preferredLabel")) return SkillsFormat::esco_skills;
  if (columns.has("conceptUri") && columns.has("broaderUri")) return SkillsFormat::esco_broader;
  if (columns.has("Example") && columns.has("Commodity Title")) return SkillsFormat::onet;
  if (columns.has("Element Name") && columns.has("Scale ID"))
    throw Error(Errc::unsupported_format, "this file of O*NET rates general abilities and names no skill",
                "take O*NET's Technology Skills.txt or Tools Used.txt");
  throw Error(Errc::unsupported_format, "these are not the columns of a file of skills that resumax knows",
              "ESCO's skills_*.csv and broaderRelationsSkillPillar_*.csv, or O*NET's Technology Skills.txt and Tools "
              "Used.txt are read");
}

/// Whether a row is about a skill in use; groups, occupations and withdrawn skills are passed over.
bool is_meant(const Columns& columns, const Cells& row) {
  const auto type = columns.get(row, "conceptType"), status = columns.get(row, "status");
  const auto broader = columns.get(row, "broaderType");
  constexpr std::string_view skill = "KnowledgeSkillCompetence";
  return (type.empty() || type == skill) && (broader.empty() || broader == skill) &&
         (status.empty() || status == "released");
}

class Collector {
 public:
  explicit Collector(SkillsFormat format) : format_(format) {}

  void add(const Columns& columns, const Cells& row, std::size_t line) {
    if (row.size() == 1 && text::trim(row[0]).empty()) return;
    if (format_ == SkillsFormat::onet) return add_example(columns, row, line);
    if (!is_meant(columns, row)) return;
    FoundSkill found;
    found.key = clean(columns.get(row, "conceptUri"));
    if (format_ == SkillsFormat::esco_broader) {
      found.broader = {clean(columns.get(row, "broaderUri"))};
    } else {
      found.name = without_qualifier(clean(columns.get(row, "preferredLabel")));
      found.category = clean(columns.get(row, "skillType"));
      for (const auto* column : {"altLabels", "hiddenLabels"}) add_labels(columns.get(row, column), found);
    }
    if (found.key.empty() || (found.name.empty() && found.broader.empty())) fail(line);
    if (found.category.empty()) found.category = "skill";
    skills_.push_back(std::move(found));
  }

  std::vector<FoundSkill> finish() {
    if (skills_.empty()) throw Error(Errc::invalid_input, "the file holds no skill");
    return std::move(skills_);
  }

 private:
  [[noreturn]] static void fail(std::size_t line) {
    throw Error(Errc::parse_failed, "line " + std::to_string(line) + " is not a whole row",
                "take the file as it was downloaded");
  }

  /// One a line, or divided by bars with blanks around them.
  static void add_labels(std::string_view labels, FoundSkill& found) {
    constexpr std::string_view bar = " | ";
    for (auto line : text::split_lines(labels))
      while (!line.empty()) {
        const auto end = line.find(bar);
        auto name = without_qualifier(clean(std::string(line.substr(0, end))));
        line.remove_prefix(end == std::string_view::npos ? line.size() : end + bar.size());
        if (name.empty() || name == found.name) continue;
        if (std::find(found.labels.begin(), found.labels.end(), name) == found.labels.end())
          found.labels.push_back(std::move(name));
      }
  }

  /// The same example stands once for each occupation.
  void add_example(const Columns& columns, const Cells& row, std::size_t line) {
    auto name = clean(columns.get(row, "Example"));
    auto category = text::lower(clean(columns.get(row, "Commodity Title")));
    if (name.empty() || category.empty()) fail(line);
    if (seen_.try_emplace(name, true).second) skills_.push_back({"", std::move(name), std::move(category), {}, {}});
  }

  SkillsFormat format_;
  std::vector<FoundSkill> skills_;
  std::map<std::string, bool> seen_;
};

std::string listed(const std::vector<std::string>& items) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : "|") + item;
  return out;
}

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> out;
  each_listed(list, [&](std::string_view item) { out.emplace_back(item); });
  return out;
}

}  // namespace

SkillsFile read_skills_file(std::string_view bytes) {
  auto utf8 = text::to_utf8(bytes);
  if (utf8.starts_with("\xef\xbb\xbf")) utf8.erase(0, 3);
  const auto head = std::string_view(utf8).substr(0, utf8.find('\n'));
  // Semicolons: as spreadsheets of many countries save it.
  const bool semicolons = std::count(head.begin(), head.end(), ';') > std::count(head.begin(), head.end(), ',');
  Rows rows(utf8, head.find('\t') != std::string_view::npos ? '\t' : semicolons ? ';' : ',');
  Cells cells;
  rows.next(cells);
  const Columns columns(cells);
  SkillsFile out;
  out.format = format_of(columns);
  Collector collector(out.format);
  while (rows.next(cells)) collector.add(columns, cells, rows.line());
  out.skills = collector.finish();
  return out;
}

std::string to_rows(const std::vector<FoundSkill>& skills) {
  std::string out;
  for (const auto& skill : skills)
    out += skill.key + "\t" + skill.name + "\t" + skill.category + "\t" + listed(skill.labels) + "\t" +
           listed(skill.broader) + "\n";
  return out;
}

std::vector<FoundSkill> from_rows(std::string_view rows) {
  std::vector<FoundSkill> out;
  Rows lines(rows, '\t');
  for (Cells cells; lines.next(cells);) {
    if (cells.size() != 5) throw Error(Errc::invalid_input, "not a row of skills");
    out.push_back({cells[0], cells[1], cells[2], split(cells[3]), split(cells[4])});
  }
  return out;
}

}  // namespace resumax::match
