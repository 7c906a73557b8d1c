#include <resumax/core/error.hpp>
#include <resumax/text/unicode.hpp>
#include <tests/unit/render/support.hpp>

#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include <map>
#include <set>

#include <zip.h>

using namespace resumax;
using namespace resumax::render;
using namespace resumax::render::test;

namespace {

std::string as(const Resume& resume, Format format) { return render::render(resume, format); }

Resume with_highlight(const std::string& text) {
  Resume resume;
  resume.language = "en";
  resume.work.push_back({});
  resume.work.back().position.value = "Engineer";
  resume.work.back().highlights.push_back({text, 1.0, {}});
  return resume;
}

std::vector<std::string_view> lines_of(std::string_view text) { return text::split_lines(text); }

struct Package {
  std::vector<std::string> names;
  std::map<std::string, std::string> parts;
  std::set<std::pair<int, int>> times;
};

Package unpack(const std::string& bytes) {
  Package out;
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  REQUIRE(archive != nullptr);
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0)); ++i) {
    zip_stat_t stat;
    REQUIRE(zip_stat_index(archive, i, 0, &stat) == 0);
    std::string content(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, i, 0);
    REQUIRE(file != nullptr);
    REQUIRE(zip_fread(file, content.data(), content.size()) == static_cast<zip_int64_t>(content.size()));
    zip_fclose(file);
    out.names.emplace_back(stat.name);
    out.parts[stat.name] = content;
    out.times.insert({static_cast<int>(stat.mtime % 86400), static_cast<int>(stat.mtime / 86400)});
  }
  zip_discard(archive);
  return out;
}

// The text of a paragraph, tabs as tabs.
std::string text_of(pugi::xml_node node) {
  std::string out;
  for (pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (name == "w:t") out += child.text().get();
    if (name == "w:tab" && std::string_view(node.name()) == "w:r") out += '\t';
    if (name == "w:r" || name == "w:hyperlink") out += text_of(child);
  }
  return out;
}

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  REQUIRE(document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata));
  return document;
}

}  // namespace

TEST_CASE("every format gives the same bytes for the same resume") {
  for (const auto& [format, name] : Names<Format>::table) {
    INFO(name);
    const std::string first = as(sample(), format);
    CHECK(first.size() > 500);
    CHECK(first == as(sample(), format));
    CHECK(as(arabic_sample(), format) == as(arabic_sample(), format));
    CHECK_FALSE(mime_type(format).empty());
    CHECK_NOTHROW(as(Resume{}, format));
  }
}

TEST_CASE("JSON reads back as the same resume") {
  const Resume resume = sample();
  const std::string json = as(resume, Format::json);
  CHECK(json.ends_with("}\n"));
  CHECK(to_json(resume_from_json(nlohmann::json::parse(json))) == to_json(resume));
}

TEST_CASE("plain text holds every line in order within its width") {
  const std::string text = as(sample(), Format::text);
  CHECK(first_out_of_order(text, outline_texts(sample())) == "");
  for (const std::string_view line : lines_of(text)) {
    INFO(line);
    CHECK(text::display_width(line) <= 78);
    CHECK_FALSE(line.ends_with(' '));
  }
}

TEST_CASE("plain text puts dates at the right margin and underlines headings") {
  const std::string text = as(sample(), Format::text);
  const auto lines = lines_of(text);
  bool dates = false, heading = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].starts_with("Staff Engineer ") && lines[i].ends_with("Mar 2019 – Present"))
      dates = text::display_width(lines[i]) == 78;
    if (lines[i] == "Experience") heading = i + 1 < lines.size() && lines[i + 1] == "----------";
  }
  CHECK(dates);
  CHECK(heading);
}

TEST_CASE("plain text breaks no word and no contact item") {
  const std::string url = "https://example.com/" + std::string(120, 'x');
  const std::string text = as(with_highlight("See " + url + " for more"), Format::text);
  CHECK(text.find(url) != std::string::npos);
  CHECK(text.find("- See\n  " + url + "\n  for more\n") != std::string::npos);
}

TEST_CASE("Markdown escapes what would be read as markup, and nothing else") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"C++, C# and F#", "C++, C# and F#"},
      {"Saved 20% - 30% in Q1", "Saved 20% - 30% in Q1"},
      {"snake_case *and* `code`", "snake\\_case \\*and\\* \\`code\\`"},
      {"[link](x) <b> a|b ~~x~~ \\", "\\[link\\](x) \\<b\\> a\\|b \\~\\~x\\~\\~ \\\\"},
      {"# not a heading", "\\# not a heading"},
      {"> not a quotation", "\\> not a quotation"},
      {"- not a list", "\\- not a list"},
      {"+ not a list", "\\+ not a list"},
      {"--- no rule", "\\--- no rule"},
      {"1. not a list", "1\\. not a list"},
      {"2019) not a list", "2019\\) not a list"},
      {"3.5 million", "3.5 million"},
      {"-5 degrees", "-5 degrees"},
      {"R&D &amp; AT&T &copy;", "R&D \\&amp; AT&T \\&copy;"},
  }));
  CHECK(as(with_highlight(text), Format::markdown).find("\n- " + expected + "\n") != std::string::npos);
}

TEST_CASE("Markdown without its escapes and marks holds every line in order") {
  std::string text = as(sample(), Format::markdown);
  std::erase(text, '\\');
  for (const std::string_view mark : {"](", "*", "["})
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
      text.erase(at, mark.size());
  CHECK(first_out_of_order(text, outline_texts(sample())) == "");
  CHECK(as(sample(), Format::markdown).find("[zoe@example.com](mailto:zoe@example.com)") != std::string::npos);
  CHECK(as(sample(), Format::markdown).starts_with("# Zoë Łukasz-Βασιλική\n\nStaff Engineer & Team Lead\n"));
}

TEST_CASE("a Markdown heading that ends in # keeps it") {
  Resume resume = with_highlight("x");
  resume.work[0].position.value = "Lead, C #";
  CHECK(as(resume, Format::markdown).find("### Lead, C \\#\n") != std::string::npos);
}

TEST_CASE("DOCX is a package whose parts fit together") {
  const std::string bytes = as(sample(), Format::docx);
  CHECK(bytes.substr(10, 4) == std::string("\0\0\x21\0", 4));  // 1 January 1980, not today
  const Package package = unpack(bytes);
  REQUIRE(package.names.front() == "[Content_Types].xml");
  CHECK(package.times.size() == 1);
  for (const auto& [name, content] : package.parts) {
    INFO(name);
    parsed(content);
  }
  const auto types = parsed(package.parts.at("[Content_Types].xml"));
  for (const auto& part : types.select_nodes("//Override/@PartName"))
    CHECK(package.parts.contains(std::string(part.attribute().value()).substr(1)));

  const auto document = parsed(package.parts.at("word/document.xml"));
  const auto styles = parsed(package.parts.at("word/styles.xml"));
  std::set<std::string> known;
  for (const auto& id : styles.select_nodes("//w:style/@w:styleId")) known.insert(id.attribute().value());
  for (const auto& used : document.select_nodes("//w:pStyle/@w:val | //w:rStyle/@w:val")) {
    INFO(used.attribute().value());
    CHECK(known.contains(used.attribute().value()));
  }
  std::map<std::string, std::string> targets;
  const auto links = parsed(package.parts.at("word/_rels/document.xml.rels"));
  for (const auto& link : links.select_nodes("//Relationship"))
    CHECK(targets.emplace(link.node().attribute("Id").value(), link.node().attribute("Target").value()).second);
  std::set<std::string> linked;
  for (const auto& id : document.select_nodes("//w:hyperlink/@r:id")) linked.insert(targets.at(id.attribute().value()));
  CHECK(linked.contains("mailto:zoe@example.com"));
  CHECK(linked.contains("https://lastivka.example"));
}

TEST_CASE("DOCX holds every line in order, dates behind a tab") {
  const auto document = parsed(unpack(as(sample(), Format::docx)).parts.at("word/document.xml"));
  std::string all;
  bool dates = false, bullet = false;
  for (const auto& node : document.select_nodes("//w:p")) {
    const std::string text = text_of(node.node());
    const std::string_view style = node.node().child("w:pPr").child("w:pStyle").attribute("w:val").value();
    dates = dates || (style == "Heading2" && text == "Staff Engineer\tMar 2019 – Present");
    bullet = bullet || (style == "ListBullet" && text == "Built the order API.");
    all += text + "\n";
  }
  std::replace(all.begin(), all.end(), '\t', ' ');
  CHECK(dates);
  CHECK(bullet);
  CHECK(first_out_of_order(all, outline_texts(sample())) == "");
}

TEST_CASE("DOCX escapes markup and drops what XML cannot hold") {
  const std::string text = std::string("a < b && \"c\" > 'd'") + '\x01' + "\x0B\uFFFE!";
  const auto document = parsed(unpack(as(with_highlight(text), Format::docx)).parts.at("word/document.xml"));
  std::string last;
  for (const auto& node : document.select_nodes("//w:p")) last = text_of(node.node());
  CHECK(last == "a < b && \"c\" > 'd'!");
}

TEST_CASE("DOCX marks right-to-left paragraphs and runs") {
  const auto document = parsed(unpack(as(arabic_sample(), Format::docx)).parts.at("word/document.xml"));
  for (const auto& node : document.select_nodes("//w:p")) {
    INFO(text_of(node.node()));
    CHECK(node.node().child("w:pPr").child("w:bidi"));
  }
  for (const auto& node : document.select_nodes("//w:r[w:t]")) {
    const std::string text = node.node().child("w:t").text().get();
    INFO(text);
    if (text.find("مهندسة") != std::string::npos) CHECK(node.node().child("w:rPr").child("w:rtl"));
    if (text.find("Python") != std::string::npos) CHECK_FALSE(node.node().child("w:rPr").child("w:rtl"));
  }
}
