#include <resumax/embedded/docx_app.hpp>
#include <resumax/embedded/docx_content_types.hpp>
#include <resumax/embedded/docx_numbering.hpp>
#include <resumax/embedded/docx_rels.hpp>
#include <resumax/embedded/docx_settings.hpp>
#include <resumax/embedded/docx_styles.hpp>
#include <resumax/render/formats.hpp>
#include <resumax/render/zip_package.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <string_view>

namespace resumax::render {

namespace {

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

// What XML 1.0 can hold.
bool allowed_in_xml(char32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

std::string escaped(std::u32string_view characters) {
  std::string out;
  for (const char32_t c : characters) {
    if (!allowed_in_xml(c)) continue;
    switch (c) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      default:
        text::append(out, c);
    }
  }
  return out;
}

std::string escaped(std::string_view utf8) { return escaped(text::code_points(utf8)); }

class Body {
 public:
  explicit Body(const Manuscript& manuscript) : manuscript_(manuscript) {
    for (const OutlineSection& section : manuscript.sections) {
      if (!section.heading.empty()) paragraph("Heading1", {OutlineKind::heading, section.heading, "", "", {}}, true);
      for (std::size_t i = 0; i < section.lines.size();) i = line(section, i);
    }
  }

  std::string document() const {
    std::string out(xml_head);
    out +=
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";
    out += body_;
    out +=
        "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"960\" w:right=\"1080\" w:bottom=\"960\" "
        "w:left=\"1080\" w:header=\"480\" w:footer=\"480\" w:gutter=\"0\"/>";
    if (manuscript_.direction == Direction::right_to_left) out += "<w:bidi/>";
    return out + "</w:sectPr></w:body></w:document>";
  }

  std::string relationships() const {
    constexpr std::string_view base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string out(xml_head);
    out += "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    int id = 0;
    for (const std::string_view part : {"styles", "numbering", "settings"})
      out += "<Relationship Id=\"rId" + std::to_string(++id) + "\" Type=\"" + std::string(base) + std::string(part) +
             "\" Target=\"" + std::string(part) + ".xml\"/>";
    for (const std::string& url : links_)
      out += "<Relationship Id=\"rId" + std::to_string(++id) + "\" Type=\"" + std::string(base) +
             "hyperlink\" Target=\"" + escaped(url) + "\" TargetMode=\"External\"/>";
    return out + "</Relationships>";
  }

 private:
  std::size_t line(const OutlineSection& section, std::size_t i) {
    const auto& lines = section.lines;
    const OutlineLine& line = lines[i];
    const bool more = i + 1 < lines.size() && lines[i + 1].kind != OutlineKind::entry;
    switch (line.kind) {
      case OutlineKind::name:
        paragraph("Title", line, true);
        break;
      case OutlineKind::label:
        paragraph("Subtitle", line, true);
        break;
      case OutlineKind::contact:
        return contacts(lines, i);
      case OutlineKind::heading:
      case OutlineKind::entry:
        paragraph("Heading2", line, more);
        break;
      case OutlineKind::subentry:
        paragraph("EntryDetail", line, more);
        break;
      case OutlineKind::paragraph:
        paragraph("Normal", line, false, list_label(section, line));
        break;
      case OutlineKind::bullet:
        paragraph("ListBullet", line, false);
        break;
    }
    return i + 1;
  }

  std::size_t contacts(const std::vector<OutlineLine>& lines, std::size_t i) {
    std::string content;
    std::u32string all;
    // A right-to-left mark on each side keeps the separator from joining two left-to-right items in one run.
    const bool marked = manuscript_.direction == Direction::right_to_left;
    const std::string mark = marked ? "\u200F" : "";
    const std::string separator = mark + std::string(contact_separator) + mark;
    for (; i < lines.size() && lines[i].kind == OutlineKind::contact; ++i) {
      const Direction direction = line_direction(text::code_points(lines[i].text), manuscript_.direction);
      if (!content.empty()) content += runs(separator, "", manuscript_.direction);
      // A phone number has no letter that says which way it reads.
      const std::u32string item = text::code_points(lines[i].text);
      const std::string lead = marked && std::none_of(item.begin(), item.end(), text::is_letter) ? "\u200E" : "";
      content += linked(lead + lines[i].text + lead, lines[i].link, direction);
      all += text::code_points(lines[i].text);
    }
    write("Contact", "", content, line_direction(all, manuscript_.direction));
    return i;
  }

  void paragraph(std::string_view style, const OutlineLine& line, bool keep_next, std::size_t label = 0) {
    const std::u32string all = text::code_points(line.text.empty() ? line.aside : line.text);
    const Direction direction = line_direction(all, manuscript_.direction);
    std::string properties;
    if (keep_next != (style == "Title" || style == "Subtitle" || style.starts_with("Heading")))
      properties += keep_next ? "<w:keepNext/>" : "<w:keepNext w:val=\"0\"/>";
    if (!line.aside.empty() && style == "Normal")
      properties += "<w:tabs><w:tab w:val=\"right\" w:pos=\"9746\"/></w:tabs>";
    const std::string_view text = line.text;
    std::string content = runs(text.substr(0, label), "<w:b/><w:bCs/>", direction);
    content += linked(text.substr(label), line.link, direction);
    if (!line.aside.empty()) {
      content += "<w:r><w:tab/></w:r>";
      content += runs(line.aside, "<w:rStyle w:val=\"Aside\"/>",
                      line_direction(text::code_points(line.aside), manuscript_.direction));
    }
    write(style, properties, content, direction);
  }

  void write(std::string_view style, const std::string& properties, const std::string& content, Direction direction) {
    const bool bidi = manuscript_.direction == Direction::right_to_left || direction == Direction::right_to_left;
    body_ += "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/>" + properties + (bidi ? "<w:bidi/>" : "") +
             "</w:pPr>" + content + "</w:p>";
  }

  std::string linked(std::string_view text, const std::string& link, Direction direction) {
    if (link.empty() || text.empty()) return runs(text, "", direction);
    links_.push_back(link);
    const std::size_t id = 3 + links_.size();
    return "<w:hyperlink r:id=\"rId" + std::to_string(id) + "\" w:history=\"1\">" +
           runs(text, "<w:rStyle w:val=\"Hyperlink\"/>", direction) + "</w:hyperlink>";
  }

  // A run per direction: Word takes a right-to-left run's font and order from its own properties.
  static std::string runs(std::string_view utf8, std::string_view properties, Direction direction) {
    const std::u32string all = text::code_points(utf8);
    std::vector<std::int8_t> levels(all.size(), 0);
    if (std::any_of(all.begin(), all.end(), text::is_right_to_left)) levels = bidi_levels(all, direction);
    std::string out;
    for (std::size_t begin = 0; begin < all.size();) {
      std::size_t end = begin;
      while (end < all.size() && levels[end] % 2 == levels[begin] % 2) ++end;
      std::string run_properties(properties);
      if (levels[begin] % 2 == 1) run_properties += "<w:rtl/>";
      out += "<w:r>";
      if (!run_properties.empty()) out += "<w:rPr>" + run_properties + "</w:rPr>";
      out += "<w:t xml:space=\"preserve\">" + escaped(std::u32string_view(all).substr(begin, end - begin)) +
             "</w:t></w:r>";
      begin = end;
    }
    return out;
  }

  const Manuscript& manuscript_;
  std::string body_;
  std::vector<std::string> links_;
};

std::string core_properties(const Manuscript& manuscript) {
  std::string out(xml_head);
  out +=
      "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">";
  if (!manuscript.title.empty())
    out += "<dc:title>" + escaped(manuscript.title) + "</dc:title><dc:creator>" + escaped(manuscript.title) +
           "</dc:creator>";
  if (!manuscript.language.empty()) out += "<dc:language>" + escaped(manuscript.language) + "</dc:language>";
  return out + "</cp:coreProperties>";
}

// The language that spelling is checked in, put into the styles' defaults.
std::string styles(const Manuscript& manuscript) {
  std::string out(embedded::docx_styles());
  if (manuscript.language.empty()) return out;
  const std::string language = escaped(manuscript.language);
  const std::string tag = manuscript.direction == Direction::right_to_left ? "<w:lang w:bidi=\"" + language + "\"/>"
                                                                           : "<w:lang w:val=\"" + language + "\"/>";
  constexpr std::string_view end_of_defaults = "</w:rPr></w:rPrDefault>";
  if (const std::size_t at = out.find(end_of_defaults); at != std::string::npos) out.insert(at, tag);
  return out;
}

}  // namespace

std::string to_docx(const Manuscript& manuscript) {
  const Body body(manuscript);
  return zip_package({
      {"[Content_Types].xml", std::string(embedded::docx_content_types())},
      {"_rels/.rels", std::string(embedded::docx_rels())},
      {"word/document.xml", body.document()},
      {"word/_rels/document.xml.rels", body.relationships()},
      {"word/styles.xml", styles(manuscript)},
      {"word/numbering.xml", std::string(embedded::docx_numbering())},
      {"word/settings.xml", std::string(embedded::docx_settings())},
      {"docProps/core.xml", core_properties(manuscript)},
      {"docProps/app.xml", std::string(embedded::docx_app())},
  });
}

}  // namespace resumax::render
