#include <resumax/core/error.hpp>
#include <resumax/extract/docx.hpp>
#include <resumax/extract/docx_body.hpp>
#include <resumax/extract/docx_errors.hpp>
#include <resumax/extract/docx_package.hpp>
#include <resumax/extract/docx_styles.hpp>
#include <resumax/extract/xml.hpp>

#include <algorithm>

namespace resumax::extract {

namespace {

constexpr std::size_t most_headers = 20;

std::string main_part(Package& package) {
  for (const auto& [id, entry] : package.relationships(""))
    if (entry.type == "officeDocument" && package.archive().has(entry.target)) return entry.target;
  return "word/document.xml";
}

std::string part_of_type(const Relationships& relationships, std::string_view type) {
  for (const auto& [id, entry] : relationships)
    if (entry.type == type && !entry.external) return entry.target;
  return {};
}

/// Headers or footers that a section of the body shows, in order, each once.
std::vector<std::string> shown_parts(const pugi::xml_node& node, std::string_view reference,
                                     const Relationships& relationships) {
  std::vector<std::string> parts;
  const auto collect = [&](const pugi::xml_node& section) {
    for (const auto entry : section.children()) {
      if (local_name(entry) != reference) continue;
      const auto found = relationships.find(attribute(entry, "id"));
      if (found == relationships.end() || found->second.external) continue;
      if (std::find(parts.begin(), parts.end(), found->second.target) == parts.end())
        parts.push_back(found->second.target);
    }
  };
  for (const auto block : node.children()) {
    if (parts.size() > most_headers) break;
    if (local_name(block) == "sectPr")
      collect(block);
    else if (local_name(block) == "p")
      collect(child(child(block, "pPr"), "sectPr"));
  }
  return parts;
}

class Extractor {
 public:
  explicit Extractor(std::string_view bytes) : package_(bytes) {}

  document::Document run() {
    document_.format = document::Format::docx;
    const auto part = main_part(package_);
    pugi::xml_document xml;
    if (!package_.load(part, xml)) fail_docx("it has no " + part);
    const auto relationships = package_.relationships(part);
    read_styles(relationships);
    const auto body = child(child(xml, "document"), "body");
    BodyReader reader(styles_, paper(xml), document_);
    for (const auto& header : shown_parts(body, "headerReference", relationships))
      read_part(reader, header, "hdr", true);
    reader.read(body, relationships, false);
    for (const auto type : {"footnotes", "endnotes"})
      if (const auto notes = part_of_type(relationships, type); !notes.empty()) read_part(reader, notes, type, false);
    for (const auto& footer : shown_parts(body, "footerReference", relationships))
      read_part(reader, footer, "ftr", true);
    if (document_.paragraphs.empty() && package_.archive().has_folder("word/media/"))
      throw Error(Errc::no_text_layer, "the DOCX has no text: it is made of pictures",
                  "export the document itself, with its text, as PDF or DOCX");
    return std::move(document_);
  }

 private:
  void read_styles(const Relationships& relationships) {
    pugi::xml_document xml;
    if (const auto part = part_of_type(relationships, "styles"); !part.empty() && package_.load(part, xml))
      styles_.read_styles(xml);
    if (const auto part = part_of_type(relationships, "numbering"); !part.empty() && package_.load(part, xml))
      styles_.read_numbering(xml);
  }

  /// A page that has a colour of its own may have any: whether it is shown is a setting elsewhere.
  static Colour paper(const pugi::xml_document& xml) {
    return child(child(xml, "document"), "background") ? any_colour : automatic;
  }

  void read_part(BodyReader& reader, const std::string& part, std::string_view root, bool header_or_footer) {
    pugi::xml_document xml;
    if (!package_.load(part, xml)) return;
    reader.read(child(xml, root), package_.relationships(part), header_or_footer);
  }

  Package package_;
  Styles styles_;
  document::Document document_;
};

}  // namespace

document::Document extract_docx(std::string_view bytes) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))  // an encrypted package inside Microsoft's compound file
    fail_docx_encrypted();
  return Extractor(bytes).run();
}

}  // namespace resumax::extract
